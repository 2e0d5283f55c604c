"""Files by programs: uploaded before what they belong to, guarded as on the pages, named by their content, and had once."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from domain.actors import Role
from storage import sent_drafts
from tests.api.conftest import Caller, Service
from tests.api.test_applications import ROUND, plain
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN, learning
from tests.web.test_uploads import ENTRY, clamd, office_file
from web.api import PATH
from web.api.limits import Limits
from web.uploads import MAX_BYTES

PLAN = b"%PDF-1.7 plan"
MINUTES = b"Kommunestyret, sak 3"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hamar(service: Service) -> Caller:
    return service.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR)


def loten(service: Service) -> Caller:
    return service.program(Role.APPLICANT_SIGNATORY, ORG_LOTEN)


def application(*files: bytes) -> dict[str, Any]:
    named = [sha256(one) for one in files]
    return {"round": ROUND, "application": plain(learning()), "attachments": named}


async def granted(service: Service) -> str:
    """Return the number of a case that an appeal may come to."""
    case_id = await service.stage.submit()
    await service.stage.grant(case_id, 10_000)
    return (await service.stage.case(case_id)).case_no


async def documents(caller: Caller, case_no: str) -> dict[str, bytes]:
    """Return what the case's documents are called, with their content as it is given."""
    found = {}
    for one in (await caller.get(f"/cases/{case_no}/documents")).json()["items"]:
        given = await caller.get(f"/cases/{case_no}/documents/{one['document_id']}")
        assert given.headers["content-disposition"].startswith("attachment")
        assert sha256(given.content) == one["sha256"]
        found[one["name"]] = given.content
    return found


async def waiting(caller: Caller) -> set[str]:
    return {one["sha256"] for one in (await caller.get("/files")).json()["items"]}


@pytest.fixture
async def appealed(service: Service) -> tuple[Service, str]:
    """A service with a case that an appeal may come to."""
    await service.stage.mandate()
    return service, f"/cases/{await granted(service)}/commands/file_appeal"


async def test_an_upload_is_told_what_it_is_under_which_name_and_until_when_it_waits(shared: Service) -> None:
    found = await hamar(shared).upload("../../etc/plan.exe", PLAN)

    told = found.json()
    assert found.status_code == 201
    assert (told["sha256"], told["name"], told["media_type"]) == (sha256(PLAN), "plan.pdf", "application/pdf")
    assert (told["size"], told["scan"]) == (len(PLAN), "not_scanned")
    assert told["keep_until"] > told["received_at"]
    assert found.headers["location"] == f"{PATH}/files/{told['sha256']}"
    assert (await hamar(shared).get(f"/files/{told['sha256']}")).json() == told


async def test_the_same_file_again_changes_nothing_and_is_answered_alike(shared: Service) -> None:
    first = await hamar(shared).upload("samme.pdf", PLAN + b" samme")
    again = await hamar(shared).upload("en annen.pdf", PLAN + b" samme")

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert again.headers["location"] == first.headers["location"]


async def test_an_application_comes_with_its_files_and_both_sides_have_them(service: Service) -> None:
    program = hamar(service)
    await program.upload("plan.pdf", PLAN)
    await program.upload("vedtak.txt", MINUTES)

    found = await program.post("/applications", application(PLAN, MINUTES))

    told = found.json()
    assert found.status_code == 201
    assert told["events"][0]["text"].endswith("med 2 vedlegg")
    for reader in (program, service.person(Role.CASE_OFFICER)):
        assert await documents(reader, told["case_no"]) == {"plan.pdf": PLAN, "vedtak.txt": MINUTES}
    assert await waiting(program) == set()


async def test_a_command_comes_with_its_files(appealed: tuple[Service, str]) -> None:
    service, address = appealed
    program = hamar(service)
    await program.upload("klage.pdf", PLAN)

    found = await program.post(address, {"text": "Vi er uenige", "attachments": [sha256(PLAN)]})

    told = found.json()
    history = await service.person(Role.CASE_OFFICER).get(f"/cases/{told['case_no']}/history")
    named = [one["body"]["attachments"] for one in history.json()["items"] if one["kind"] == "AppealFiled"]
    assert found.status_code == 200
    assert named == [[sha256(PLAN)]]
    assert await documents(program, told["case_no"]) == {"klage.pdf": PLAN}


async def test_sent_again_with_the_same_key_it_is_answered_alike_and_with_other_files_refused(
    service: Service,
) -> None:
    program, key = hamar(service), uuid4()
    await program.upload("plan.pdf", PLAN)
    first = await program.post("/applications", application(PLAN), key)

    again = await program.post("/applications", application(PLAN), key)
    other = await program.post("/applications", application(), key)

    assert (first.status_code, again.json()) == (201, first.json())
    assert (other.status_code, other.json()["code"]) == (409, "command_id_reused")


async def test_what_is_refused_leaves_the_files_for_the_next_try(appealed: tuple[Service, str]) -> None:
    service, address = appealed
    program = hamar(service)
    await program.upload("klage.pdf", PLAN)
    sent = {"text": "Vi er uenige", "attachments": [sha256(PLAN)]}

    refused = await program.post(address, sent | {"claim": 7})
    meanwhile = await waiting(program)
    done = await program.post(address, sent)

    assert (refused.status_code, meanwhile) == (409, {sha256(PLAN)})
    assert done.status_code == 200
    assert await documents(program, done.json()["case_no"]) == {"klage.pdf": PLAN}


async def test_with_the_engine_away_the_files_are_received_and_come_to_the_case_afterwards(
    appealed: tuple[Service, str],
) -> None:
    service, address = appealed
    program, key = hamar(service), uuid4()
    await program.upload("klage.pdf", PLAN)
    sent = {"text": "Vi er uenige", "attachments": [sha256(PLAN)]}

    with service.without_engine():
        received = await program.post(address, sent, key)
    done = await program.post(address, sent, key)

    assert (received.status_code, done.status_code) == (202, 200)
    assert await documents(program, done.json()["case_no"]) == {"klage.pdf": PLAN}


@pytest.mark.parametrize("role", [Role.APPLICANT_SIGNATORY, Role.CASE_OFFICER])
async def test_another_s_upload_is_not_seen_deleted_or_named(
    appealed: tuple[Service, str], role: Role
) -> None:
    service, address = appealed
    other = loten(service) if role is Role.APPLICANT_SIGNATORY else service.person(role)
    await hamar(service).upload("hemmelig.pdf", PLAN)
    named = {"attachments": [sha256(PLAN)]}

    seen = await other.get(f"/files/{sha256(PLAN)}")
    deleted = await other.client.delete(f"{PATH}/files/{sha256(PLAN)}")
    applied = await other.post("/applications", application(PLAN))
    appeal = await service.person(Role.CASE_OFFICER).post(address, {"text": "Deres klage"} | named)

    assert (seen.status_code, deleted.status_code) == (404, 404)
    assert await waiting(other) == set()
    for found in (applied, appeal):
        assert found.status_code == 422
        assert [(one["field"], one["code"]) for one in found.json()["errors"]] == [
            ("attachments[0]", "no_such_file")
        ]
    assert await waiting(hamar(service)) == {sha256(PLAN)}


async def test_another_s_upload_of_the_same_file_is_another_and_says_nothing_of_the_first(
    service: Service,
) -> None:
    await hamar(service).upload("hemmelig.pdf", PLAN)

    found = await loten(service).upload("felles.pdf", PLAN)

    assert (found.status_code, found.json()["name"]) == (201, "felles.pdf")


async def test_an_upload_that_is_not_wanted_is_deleted(service: Service) -> None:
    await hamar(service).upload("feil.pdf", PLAN)

    gone = await hamar(service).client.delete(f"{PATH}/files/{sha256(PLAN)}")

    assert gone.status_code == 204
    assert await waiting(hamar(service)) == set()


async def test_an_upload_that_is_not_sent_with_anything_is_deleted_when_its_time_is_over(
    service: Service,
) -> None:
    await hamar(service).upload("glemt.pdf", PLAN)
    now = await service.stage.now()

    async with service.stage.database.engine.begin() as conn:
        early = await sent_drafts.purge(conn, now + timedelta(days=6))
        late = await sent_drafts.purge(conn, now + timedelta(days=8))

    assert (early, late) == (0, 1)


async def test_only_so_much_waits_at_once(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.uploads.MOST", 1)
    await hamar(service).upload("en.pdf", PLAN)

    second = await hamar(service).upload("to.pdf", PLAN + b"2")
    first_again = await hamar(service).upload("en.pdf", PLAN)
    another_s = await loten(service).upload("tre.pdf", PLAN + b"3")

    assert (second.status_code, second.json()["code"]) == (409, "no_room")
    assert (first_again.status_code, another_s.status_code) == (200, 201)


async def test_files_that_are_too_much_together_are_refused_before_anything_is_received(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.api.enclosing.MAX_ALL_BYTES", len(PLAN))
    for content in (PLAN, MINUTES):
        await hamar(service).upload("fil", content)

    found = await hamar(service).post("/applications", application(PLAN, MINUTES))

    assert found.status_code == 422
    assert [one["code"] for one in found.json()["errors"]] == ["too_many_bytes"]


@pytest.mark.parametrize(
    "named", ["ab", ["plan.pdf"], [1], ["ab" * 32] * 21, {"sha256": "ab" * 32}, ["AB" * 32]]
)
async def test_files_are_named_by_their_digests_and_twenty_at_most(shared: Service, named: Any) -> None:
    found = await hamar(shared).post("/applications", application() | {"attachments": named})

    assert (found.status_code, found.json()["code"]) == (422, "unusable")
    assert {one["field"].partition("[")[0] for one in found.json()["errors"]} == {"attachments"}


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "file_empty"),
        (b"MZ\x90\x00", 422, "file_kind"),
        (b"\x7fELF\0", 422, "file_kind"),
        (b"PK\x03\x04 no archive", 422, "file_kind"),
        (office_file("content.txt"), 422, "file_kind"),
        (b"PK\x03\x04" + ENTRY * 400_000, 422, "file_kind"),
        (office_file("word/document.xml", "word/vbaProject.bin"), 422, "file_macros"),
        (b"%PDF-" + bytes(MAX_BYTES), 413, "too_large"),
        (b"%PDF-" + bytes(MAX_BYTES + 100_000), 413, "too_large"),
    ],
    ids=["empty", "program", "elf", "no_archive", "archive", "many_entries", "macros", "large", "larger"],
)
async def test_what_the_pages_do_not_take_is_not_taken_here(
    shared: Service, content: bytes, status: int, code: str
) -> None:
    found = await hamar(shared).upload("plan.pdf", content)

    assert (found.status_code, found.json()["code"]) == (status, code)
    assert found.headers["content-type"] == "application/problem+json"
    assert sha256(content) not in await waiting(hamar(shared))


PART = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nTekst\r\n'
FIELD = b'--x\r\nContent-Disposition: form-data; name="more"\r\n\r\nTekst\r\n'
OTHER = b'--x\r\nContent-Disposition: form-data; name="other"; filename="a.txt"\r\n\r\nTekst\r\n'
FORM = "multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("media_type", "body", "status", "code"),
    [
        ("application/json", b"{}", 415, "not_multipart"),
        ("application/pdf", PLAN, 415, "not_multipart"),
        ("", PART + b"--x--\r\n", 415, "not_multipart"),
        ("multipart/form-data", PART + b"--x--\r\n", 422, "unusable"),
        ("multipart/form-data; boundary=", PART + b"--x--\r\n", 422, "unusable"),
        ("multipart/form-data; boundary=" + "x" * 3_000, PART + b"--x--\r\n", 422, "unusable"),
        (FORM, b"", 422, "unusable"),
        (FORM, b"no form at all", 422, "unusable"),
        (FORM, PART[:-10], 422, "unusable"),
        (FORM, b"--x\r\n\r\nTekst\r\n--x--\r\n", 422, "unusable"),
        (FORM, b"--x\r\n" + b"A" * 60_000 + b": b\r\n\r\nTekst\r\n--x--\r\n", 422, "unusable"),
        (FORM, FIELD + b"--x--\r\n", 422, "unusable"),
        (FORM, PART + FIELD + b"--x--\r\n", 422, "unusable"),
        (FORM, PART + PART + b"--x--\r\n", 422, "unusable"),
        (FORM, OTHER + b"--x--\r\n", 422, "unusable"),
        (
            FORM + "; charset=punycode",
            PART.replace(b"a.txt", b"\xff\xff.txt") + b"--x--\r\n",
            422,
            "unusable",
        ),
        (FORM + "; charset=hex", PART + b"--x--\r\n", 201, None),
    ],
)
async def test_only_a_form_with_one_file_that_can_be_read_is_taken(
    shared: Service, media_type: str, body: bytes, status: int, code: str | None
) -> None:
    found = await hamar(shared).client.post(
        f"{PATH}/files", content=body, headers={"Content-Type": media_type}
    )

    assert (found.status_code, found.json().get("code")) == (status, code)


async def test_more_than_is_announced_is_not_listened_to(shared: Service) -> None:
    async def endless() -> AsyncIterator[bytes]:
        yield PART.removesuffix(b"\r\n")
        for _ in range(30):
            yield bytes(1_000_000)

    found = await hamar(shared).client.post(
        f"{PATH}/files", content=endless(), headers={"Content-Type": FORM}
    )

    assert (found.status_code, found.json()["code"]) == (413, "too_large")


async def with_scanner(service: Service, address: str) -> httpx2.Response:
    """Upload a file to a house that has files looked through at *address*."""
    settings = replace(service.house.settings, clamd=address)
    service.api.state.house = replace(service.house, settings=settings)
    return await hamar(service).upload("plan.pdf", PLAN)


async def test_malware_is_not_taken_and_a_file_that_is_clean_says_so(service: Service) -> None:
    async with clamd(b"stream: Eicar-Signature FOUND") as (address, _):
        infected = await with_scanner(service, address)
    async with clamd(b"stream: OK") as (address, _):
        clean = await with_scanner(service, address)

    assert (infected.status_code, infected.json()["code"]) == (422, "file_infected")
    assert (clean.status_code, clean.json()["scan"]) == (201, "clean")


async def test_where_nobody_can_look_it_is_said_to_be_tried_again(service: Service) -> None:
    found = await with_scanner(service, "127.0.0.1:1")

    assert (found.status_code, found.json()["code"]) == (503, "scanner_away")
    assert found.headers["retry-after"] == "30"


async def test_an_upload_costs_as_much_as_four_commands(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guard.rates.monotonic", lambda: 0.0)
    service.api.state.limits = Limits(60, 6)

    found = [await hamar(service).upload("plan.pdf", PLAN) for _ in range(2)]

    assert [one.status_code for one in found] == [201, 429]


async def test_a_command_that_takes_no_files_takes_none(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())

    found = await hamar(shared).post(
        f"/cases/{case.case_no}/commands/withdraw", {"attachments": [sha256(PLAN)]}
    )

    assert found.status_code == 422
    assert [(one["field"], one["code"]) for one in found.json()["errors"]] == [("attachments", "unknown_key")]
