"""Files that people send: what they are by their content, under names that can do no harm, and looked through for malware."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final
from uuid import UUID

from starlette.datastructures import UploadFile

from domain.commands import MOST_FILES
from storage import drafts, enclosures, sent_drafts
from storage.drafts import Draft
from storage.media_types import media_type
from storage.sent_drafts import File
from web.guard.scanning import Scan, scan
from web.visit import Visit

MAX_BYTES: Final = 20_000_000
MAX_ALL_BYTES: Final = 60_000_000

#: What is taken, and the ending that a file of it gets. What can run is not among them.
ENDINGS: Final = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}

_LONGEST: Final = 120
_SPACES: Final = re.compile(r"\s+")
_HARMFUL: Final = re.compile(r'[<>:"/\\|?*]')
_MACROS: Final = b"vbaProject.bin"


class UnacceptableError(Exception):
    """A file is not taken; its text is the code of the reason (``file-…``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """A file that is taken."""

    about: File
    content: bytes


async def keep(visit: Visit, draft_id: UUID, given: Iterable[UploadFile]) -> list[str]:
    """Keep with a draft each of the files that can be kept, and return why the others were not: a code each."""
    refused: list[str] = []
    for one in given:
        try:
            await _keep(visit, draft_id, one)
        except UnacceptableError as error:
            refused.append(str(error))
    return refused


async def _keep(visit: Visit, draft_id: UUID, given: UploadFile) -> None:
    content = await given.read(MAX_BYTES + 1)
    file = await taken(given.filename or "", content, visit.now, visit.house.settings.clamd)
    async with visit.house.engine.begin() as conn:
        draft = await drafts.draft_by(conn, draft_id, locked=True)
        if draft is None or _is_sent(draft):
            raise UnacceptableError("sent")
        before = [one for one in await sent_drafts.files(conn, draft_id) if one.sha256 != file.about.sha256]
        if len(before) >= MOST_FILES or sum(one.size for one in before) + len(content) > MAX_ALL_BYTES:
            raise UnacceptableError("many")
        await sent_drafts.keep_file(conn, draft_id, file.about, file.content)


def _is_sent(draft: Draft) -> bool:
    # What comes with a command is under its id from the first.
    return draft.emptied_at is not None or (draft.command_id is not None and draft.kind != enclosures.KIND)


async def taken(name: str, content: bytes, now: datetime, clamd: str | None) -> Uploaded:
    """Return the file as it is kept.

    Raises:
        UnacceptableError: ``empty``, ``large``, ``kind``, ``macros``, ``infected``, or ``away`` when nobody can look.
    """
    if not content:
        raise UnacceptableError("empty")
    if len(content) > MAX_BYTES:
        raise UnacceptableError("large")
    kind = media_type(content)
    if kind not in ENDINGS:
        raise UnacceptableError("kind")
    if content.startswith(b"PK") and _MACROS in content:
        raise UnacceptableError("macros")
    found = await scan(content, clamd)
    if found in {Scan.INFECTED, Scan.AWAY}:
        raise UnacceptableError(found.value)
    about = File(
        sha256=hashlib.sha256(content).hexdigest(),
        name=cleaned(name, ENDINGS[kind]),
        media_type=kind,
        size=len(content),
        scan=found.value,
        received_at=now,
    )
    return Uploaded(about=about, content=content)


def cleaned(name: str, ending: str) -> str:
    """Return *name* without folders, control characters and signs that turn text round, with the ending of what it is."""
    bare = PurePosixPath(PureWindowsPath(name).name).name
    plain = unicodedata.normalize("NFC", bare)
    # Control and format characters (Cc, Cf …) hide what a name ends in.
    plain = "".join(sign for sign in plain if unicodedata.category(sign)[0] != "C")
    plain = _SPACES.sub(" ", _HARMFUL.sub("", plain)).strip(" .")
    stem, dot, given = plain.rpartition(".")
    stem = stem if dot and len(given) <= len(".docx") else plain
    return f"{stem[: _LONGEST - len(ending)].strip(' .') or 'fil'}{ending}"
