"""What people try to smuggle in, and what no answer to it may be."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any, Final

import httpx2
from sqlalchemy import text

from domain.application import Application, leaves
from domain.private import Private
from storage.verify import verify
from tests.domain.applications import learning
from tests.stage import Stage

#: What a template would make of it, where it were one.
_PRODUCT: Final = "9801547"
_SUM: Final = "{{1337*7331}}${1337*7331}#{1337*7331}<%=1337*7331%>"
_TAG: Final = "<svg onload=alert(1)>"

PAYLOADS: Final = {
    "markup": f"'\">{_TAG}",
    "template": _SUM,
    "sql": "'; DROP TABLE trail; -- ' OR '1'='1",
    "header": "x\r\nX-Injected: yes\r\n\r\n",
    "path": "../../../../../../etc/passwd",
    "formula": '=HYPERLINK("http://elsewhere.example")',
    "xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "nul": "a\0b",
    "sign": "\u202e\ufffe\U0010ffff",
    "number": "99999999999999999999",
}


def check(found: httpx2.Response, what: str) -> None:
    """Say that an answer is no fault, and that nothing which was typed is more than text in it."""
    # Where no login is configured, whoever asks for it is told so.
    no_login = found.status_code == 503 and what.startswith("POST /logg-inn as ")
    assert found.status_code < 500 or no_login, what
    assert "x-injected" not in found.headers, what
    body = found.text
    assert found.headers.get("x-content-type-options") == "nosniff", what
    assert _PRODUCT not in body, f"{what}: carried out as a template"
    assert "root:" not in body, f"{what}: a file of the machine"
    if found.headers.get("content-type", "").startswith("text/html"):
        assert _TAG not in body, f"{what}: markup of somebody else's"
    if found.headers.get("content-type", "").startswith("text/csv"):
        for cell in cells(found.content):
            assert not cell.lstrip().startswith(("=", "@")), f"{what}: {cell} is a formula"


def cells(content: bytes) -> Iterator[str]:
    """Return the cells of a file: those for Excel are parted by semicolons, those for programs by commas."""
    text = content.decode("utf-8-sig")
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    for row in csv.reader(io.StringIO(text), delimiter=delimiter):
        yield from row


async def check_whole(stage: Stage) -> None:
    """Say that the record stands: what was dropped, or changed past the trail, would be seen."""
    async with stage.database.engine.connect() as conn:
        assert await verify(conn) == []
        assert int(await conn.scalar(text("select count(*) from trail")) or 0) > 0


#: Short enough for every field.
STORED: Final = f"=1{_TAG}{{{{1337*7331}}}}"


def poisoned() -> dict[str, Any]:
    """Return an application with every text that is somebody's own words replaced."""
    plain = learning()
    read = Application.model_validate(plain)
    for field, value in leaves(read):
        if isinstance(value, Private) or field in _NAMES:
            _set(plain, field, STORED)
    return plain | {
        "account": learning()["account"],
        "contact": learning()["contact"] | {"name": STORED},
        "other_support": {"received": True, "lines": [{"source": STORED, "amount_kr": 20_000}]},
        "services": [one | {"name": f"{STORED} {n}"} for n, one in enumerate(plain["services"])],
        "initiator": f"{STORED} 0",
    }


_NAMES: Final = {"network.name", "project.title"}


def _set(plain: Any, field: str, value: str) -> None:
    *way, last = re.findall(r"\w+", field)
    for name in way:
        plain = plain[int(name) if name.isdecimal() else name]
    plain[int(last) if last.isdecimal() else last] = value
