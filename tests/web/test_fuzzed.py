"""Headers, tokens, cookies and files made up by chance are answered, never failed on, and open nothing."""

import random
from collections.abc import Iterator
from typing import Final

import httpx2
import pytest

from domain.actors import Role
from tests.web.addresses import addresses
from tests.web.conftest import Site
from tests.web.people import person

SEED: Final = 20261122
TRIES: Final = 300

_HEADERS: Final = (
    "accept",
    "accept-language",
    "authorization",
    "content-type",
    "forwarded",
    "hx-request",
    "hx-target",
    "idempotency-key",
    "if-match",
    "if-none-match",
    "origin",
    "range",
    "referer",
    "sec-fetch-site",
    "user-agent",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-http-method-override",
    "x-original-url",
)
_PAGES: Final = (
    "/",
    "/i-dag",
    "/saker",
    "/saker/{case_no}",
    "/utlysninger",
    "/helse",
    "/logg-inn",
    "/velg-rolle",
)

#: What may stand in a header by HTTP's own grammar, and more of what people try there.
_SIGNS: Final = bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100)) + b"\t" + b"{}()<>;,=\"'%$#" * 8

#: How files begin that programs like to open.
_BEGINNINGS: Final = (
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b"<html><script>alert(1)</script>",
    b"MZ",
    b"\x7fELF",
    b"",
)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(SEED)  # noqa: S311 - the same each time


@pytest.fixture(scope="module")
async def known(shared: Site) -> dict[str, str]:
    return await addresses(shared.stage)


def junk(chance: random.Random, longest: int) -> bytes:
    return bytes(chance.choice(_SIGNS) for _ in range(chance.randrange(longest))).strip()


def made_up(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    for name in chance.sample(_HEADERS, k=chance.randrange(1, 6)):
        yield name, junk(chance, 200)


async def test_headers_by_chance_are_answered(
    shared: Site, known: dict[str, str], chance: random.Random
) -> None:
    browser = await shared.browser(person(Role.CASE_OFFICER))
    for _ in range(TRIES):
        headers = [(name.encode(), value) for name, value in made_up(chance)]
        path = chance.choice(_PAGES).format(**known)
        found = await browser.client.get(path, headers=headers)
        assert found.status_code < 500, (path, headers)


async def test_a_session_or_a_token_by_chance_opens_nothing(shared: Site, chance: random.Random) -> None:
    for _ in range(TRIES):
        async with shared.stranger() as stranger:
            cookie = shared.app.state.cookie.encode() + b"=" + junk(chance, 120).replace(b";", b"")
            found = await stranger.get("/i-dag", headers=[(b"cookie", cookie + b"; " + junk(chance, 60))])
            assert (found.status_code, found.headers.get("location")) == (303, "/logg-inn?til=/i-dag"), cookie
            posted = await stranger.post("/logg-ut", data={"csrf": junk(chance, 90).decode("latin-1")})
            assert posted.status_code in {401, 403}


async def test_a_form_s_token_by_chance_sends_nothing(
    shared: Site, known: dict[str, str], chance: random.Random
) -> None:
    browser = await shared.browser(person(Role.CASE_OFFICER))
    path = f"/saker/{known['case_no']}/gjor/declare_impartiality"
    for _ in range(TRIES // 3):
        content = {"csrf": junk(chance, 90).decode("latin-1"), "impartial": "yes"}
        found = await browser.client.post(path, data=content)
        assert found.status_code == 403


async def test_files_by_chance_are_taken_or_refused(
    shared: Site, known: dict[str, str], chance: random.Random
) -> None:
    browser = await shared.browser(person(Role.APPLICANT_EDITOR))
    path = f"/soknader/{known['draft_id']}/vedlegg"
    for _ in range(TRIES // 3):
        content = chance.choice(_BEGINNINGS) + chance.randbytes(chance.randrange(2_000))
        name = junk(chance, 120).decode("latin-1") or "x"
        files = {"file": (name, content, junk(chance, 40).decode("latin-1") or "x/y")}
        found = await browser.client.post(path, data={"csrf": browser.token}, files=files)
        assert found.status_code < 500, (name, content[:40])


async def test_a_body_by_chance_is_answered(
    shared: Site, known: dict[str, str], chance: random.Random
) -> None:
    browser = await shared.browser(person(Role.CASE_OFFICER))
    path = f"/saker/{known['case_no']}/gjor/assess"
    for _ in range(TRIES // 3):
        kind = chance.choice(
            [
                b"application/x-www-form-urlencoded",
                b"multipart/form-data; boundary=x",
                b"text/xml",
                b"application/json",
            ]
        )
        found = await browser.client.post(
            path, content=chance.randbytes(chance.randrange(3_000)), headers=[(b"content-type", kind)]
        )
        assert found.status_code < 500, kind


async def test_what_a_proxy_may_say_of_the_host_changes_no_address(shared: Site) -> None:
    async with shared.stranger() as stranger:
        found: httpx2.Response = await stranger.get(
            "/i-dag", headers={"host": "elsewhere.example", "x-forwarded-host": "elsewhere.example"}
        )

    assert "elsewhere.example" not in found.text + str(found.headers.raw)
