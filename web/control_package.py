"""One case's whole history as a file to take away, with what it takes to check it without us."""

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from letters.formats import Language
from storage.case_file import Attached
from storage.case_history import Link, Wholeness
from storage.heads import SignedHeads
from web.auditing import Past, Record, records
from web.excel import csv_text
from web.formats import when
from web.words import say

#: What a file in an archive may be called everywhere.
_UNSAFE: Final = re.compile(r"[^\w.\- ]+")

_COLUMNS: Final = ("seq", "at", "who", "what", "detail", "authority", "rule", "evidence")
_PROGRAM: Final = Path(__file__).with_name("check_history.py")


def control_package(
    language: Language,
    past: Past,
    documents: Sequence[tuple[Attached, bytes | None]],
    wholeness: Wholeness,
    heads: SignedHeads | None,
) -> bytes:
    """Return the package as a zip file; of a document without content, an erased one, it only says so."""
    named = {
        f"dokumenter/{number:02d} {_plain(one.name)}": (one, content)
        for number, (one, content) in enumerate(documents, 1)
        if content is not None
    }
    listed = [
        {"file": file, "name": one.name, "media_type": one.media_type, "sha256": one.sha256}
        for file, (one, _content) in named.items()
    ]
    gone = [one.sha256 for one, content in documents if content is None]
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("historikk.csv", _csv(language, records(language, past)))
        package.writestr("historikk.json", _json([_event(link) for link in past.chain]))
        for file, (_about, content) in named.items():
            package.writestr(file, content)
        package.writestr("bevis.json", _json(_proof(past.chain, listed, gone, wholeness, heads)))
        package.writestr("kontroller.txt", say(language, "history-check-how") + "\n")
        package.writestr("kontroller.py", _PROGRAM.read_bytes())
    return out.getvalue()


def _csv(language: Language, found: Sequence[Record]) -> str:
    heads = [say(language, f"history-file-{name}") for name in _COLUMNS]
    return csv_text(
        heads,
        [
            [
                one.seq,
                when(language, one.at),
                one.who,
                one.what,
                one.detail,
                one.authority,
                one.link.key if one.link else "",
                one.evidence.text,
            ]
            for one in reversed(found)
        ],
    )


def _event(link: Link) -> dict[str, Any]:
    return {"seq": link.entry.seq, "envelope": link.envelope, "hash": link.hash.hex()}


def _proof(
    chain: Sequence[Link],
    documents: Sequence[dict[str, str]],
    erased: Sequence[str],
    wholeness: Wholeness,
    heads: SignedHeads | None,
) -> dict[str, Any]:
    stream = chain[-1].entry.stream
    signed = None if heads is None else heads.of_stream(stream)
    return {
        "stream": stream,
        "events": len(chain),
        "last_hash": chain[-1].hash.hex(),
        "signed": None
        if heads is None or signed is None
        else {"seq": signed[0], "hash": signed[1], "signing": heads.last_signing()},
        "public_key": None if heads is None else heads.public_key.read_text("utf-8"),
        "problems": [{"seq": one.seq, "code": one.code, "detail": one.detail} for one in wholeness.problems],
        "documents": list(documents),
        "erased": list(erased),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _plain(name: str) -> str:
    return _UNSAFE.sub("_", name).strip(" .")[-80:] or "dokument"
