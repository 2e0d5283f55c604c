"""What a program sends is never more than text: tried at every input that the description of the API names.

Paths, queries, headers and bodies are found in ``docs/openapi.json``; what is tried is what the pages are tried with.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote
from uuid import uuid4

import httpx2
import pytest

from deploy.generated import ROOT
from domain.actors import OFFICE_ROLES, Role
from tests.api.conftest import Caller, Service
from tests.api.filling import each_replaced, filled
from tests.api.matrix import ROWS
from tests.web.addresses import addresses
from tests.web.injections import PAYLOADS, STORED, cells, check, check_whole, poisoned
from tests.web.people import EVERY_ROLE, Person, person
from web.api import PATH

DESCRIPTION: Final = json.loads((ROOT / "docs" / "openapi.json").read_text("utf-8"))
MODELS: Final = DESCRIPTION["components"]["schemas"]

#: What the API answers with; nothing of it is shown by a browser as a page.
TYPES: Final = {"application/json", "application/problem+json", "text/csv", "application/octet-stream"}

JSON: Final = "application/json"
MULTIPART: Final = "multipart/form-data"

#: Headers that every operation reads, in the same way: they are tried at once.
_EVERYWHERE: Final = ("Accept-Language", "User-Agent")

#: What no HTTP lets stand in a header: whoever sends it is not heard at all.
_NOT_IN_A_HEADER: Final = re.compile(rb"[\0\r\n]")


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing that can be asked for."""

    method: str
    path: str
    said: dict[str, Any]

    def inputs(self, where: str) -> list[str]:
        """Return the names of its inputs in the path, the query or the headers."""
        return [one["name"] for one in self.said.get("parameters", ()) if one["in"] == where]

    def body(self, text: str) -> Any:
        """Return what is sent, *text* wherever a text is free; None where nothing is sent."""
        if JSON not in self.takes:
            return None
        return filled(self.takes[JSON]["schema"], MODELS, text)

    @property
    def takes(self) -> dict[str, Any]:
        """What may be sent, by its media type."""
        found: dict[str, Any] = self.said.get("requestBody", {}).get("content", {})
        return found

    def reader(self) -> Person:
        """Return somebody whom it lets in; what is for nobody that we know of, an officer tries."""
        roles = ROWS[self.method, self.path].roles
        allowed = [role for role in EVERY_ROLE if role in roles] or [Role.CASE_OFFICER]
        return person(next((role for role in allowed if role in OFFICE_ROLES), allowed[0]))


def operations() -> list[Operation]:
    """Return everything; what changes something first, so that what it leaves is read afterwards."""
    found = [
        Operation(method=method.upper(), path=path, said=said)
        for path, methods in DESCRIPTION["paths"].items()
        for method, said in methods.items()
    ]
    return sorted(found, key=lambda one: one.method == "GET")


@pytest.fixture(scope="module")
def known() -> dict[str, dict[str, str]]:
    """What stands in addresses, for each text that is tried."""
    return {}


async def _known(service: Service, known: dict[str, dict[str, str]], payload: str) -> dict[str, str]:
    if payload not in known:
        officer = service.person(Role.CASE_OFFICER)
        made = await officer.post("/webhooks", {"url": "http://localhost:9/"})
        parts = {"key": "2026-bufdir", "webhook_id": made.json().get("webhook_id", str(uuid4()))}
        known[payload] = await addresses(service.stage) | parts
    return known[payload]


def tries(operation: Operation, known: dict[str, str], text: str) -> Iterator[dict[str, Any]]:
    """Return requests with *text* at each input of *operation*, alone, and wherever it may stand at once."""
    address, content = PATH + operation.path.format(**known), operation.body(text)
    key = {"Idempotency-Key": str(uuid4())}
    yield {"url": address, "json": content, "headers": key}
    for name in operation.inputs("path"):
        broken = PATH + operation.path.format(**known | {name: quote(text, safe="")})
        yield {"url": broken, "json": content, "headers": {"Idempotency-Key": str(uuid4())}}
    for name in operation.inputs("query"):
        yield {"url": address, "params": {name: text}}
    value = _NOT_IN_A_HEADER.sub(b" ", text.encode())
    for name in operation.inputs("header"):
        yield {"url": address, "json": content, "headers": key | {name: value}}
    yield {"url": address, "json": content, "headers": key | dict.fromkeys(_EVERYWHERE, value)}
    if MULTIPART in operation.takes:
        yield from _forms(address, text)
    for _place, changed in each_replaced(content, text):
        yield {"url": address, "json": changed, "headers": {"Idempotency-Key": str(uuid4())}}


def _forms(address: str, text: str) -> Iterator[dict[str, Any]]:
    """Return forms with *text* as the file, as its name, as the name of its part, and wherever a header of the form has room."""
    yield {"url": address, "files": {"file": ("a.txt", text.encode())}}
    yield {"url": address, "files": {"file": (text, f"a file called {text!r}".encode())}}
    yield {"url": address, "files": {text: ("a.txt", b"a file")}}
    raw = text.encode()
    for part in (
        b'form-data; name="file"; filename="' + raw + b'"',
        b"form-data; name=" + raw + b"; filename=" + raw,
        b'form-data; name="file"; filename="a.txt"\r\nContent-Type: ' + raw + b"\r\n" + raw + b": " + raw,
        raw,
    ):
        form = b"--x\r\nContent-Disposition: " + part + b"\r\n\r\na file\r\n--x--\r\n"
        yield {"url": address, "content": form, "headers": {"Content-Type": f"{MULTIPART}; boundary=x"}}
    value = _NOT_IN_A_HEADER.sub(b" ", raw)
    for header in (b"; boundary=" + value, b"; boundary=x; charset=" + value, b"; " + value):
        form = (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\na file\r\n--x--\r\n'
        )
        yield {"url": address, "content": form, "headers": {"Content-Type": MULTIPART.encode() + header}}


async def _sent(program: Caller, method: str, asked: dict[str, Any]) -> httpx2.Response:
    given = {name: value for name, value in asked.items() if value is not None}
    return await program.client.request(method, **given)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
@pytest.mark.parametrize("operation", operations(), ids=lambda one: f"{one.method} {one.path}")
async def test_what_stands_at_any_input_is_text(
    shared: Service, known: dict[str, dict[str, str]], operation: Operation, payload: str
) -> None:
    parts, who = await _known(shared, known, payload), operation.reader()
    program = shared.person(who.role, who.unit)
    for asked in tries(operation, parts, payload):
        found = await _sent(program, operation.method, asked)
        what = f"{operation.method} {operation.path} as {who.subject}: {asked}"
        check(found, what)
        _check_type(found, what)


def _check_type(found: httpx2.Response, what: str) -> None:
    kind = found.headers.get("content-type", "").partition(";")[0]
    assert kind in TYPES or found.status_code == 204, f"{what}: {kind}"


async def test_after_all_that_the_record_stands(shared: Service) -> None:
    """Runs behind the others."""
    await check_whole(shared.stage)


async def test_what_an_application_says_is_text_in_every_answer_and_no_formula_in_a_file(
    service: Service,
) -> None:
    known = await addresses(service.stage, **poisoned()) | {"key": "2026-bufdir", "webhook_id": str(uuid4())}
    seen, exported = 0, []
    for operation in operations():
        if operation.method != "GET":
            continue
        for role in sorted(ROWS["GET", operation.path].roles | {Role.CASE_OFFICER}):
            who = person(role)
            found = await service.person(who.role, who.unit).get(operation.path.format(**known))
            check(found, f"{operation.path} as {who.subject}")
            _check_type(found, operation.path)
            seen += json.dumps(STORED)[1:-1] in found.text
            if found.headers.get("content-type", "").startswith("text/csv"):
                exported += list(cells(found.content))

    assert seen > 5, "it is given, as text"
    assert f"'{STORED}" in exported
