"""Other programs are told what happens: signed, in order, again until they have heard it, and never inside a house."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from activities.announcing import Announcements
from activities.outside import ForbiddenAddressError, check_url, is_public, reach
from domain.actors import Actor, Role
from storage import webhooks
from storage.webhooks import Webhook
from tests.databases import Database
from tests.storage.test_feed import write

NOW: Final = datetime(2026, 6, 1, 8, tzinfo=UTC)
SECRET: Final = b"s" * 32
OFFICER: Final = Actor(subject="client:fag", role=Role.CASE_OFFICER, unit="SFIN")


@dataclass
class Program:
    """Another program, on a port of this machine: it answers as it is told to, and keeps what it heard."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def seqs(self) -> list[int]:
        return [one["data"]["seq"] for one in self.heard]


@pytest.fixture
def program() -> Iterator[Program]:
    made = Program()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = made.statuses.pop(0) if made.statuses else 200
            if status == 200:
                made.heard.append(json.loads(body))
            made.bodies.append(body)
            made.headers.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(status)
            self.send_header("location", "http://169.254.169.254/")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.url = f"http://localhost:{server.server_port}/hook?a=1"
    yield made
    server.shutdown()
    server.server_close()


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class House:
    """A database with one case, a program that follows it, and the clock."""

    database: Database
    case_id: UUID
    clock: Clock

    async def tell(self) -> int:
        return await Announcements(self.database.engine, now=self.clock).tell_due()

    async def happen(self, *seqs: int) -> None:
        async with self.database.engine.begin() as conn:
            for seq in seqs:
                await write(conn, self.case_id, seq)

    async def follow(self, url: str, position: int = 0) -> UUID:
        one = Webhook(
            webhook_id=uuid4(),
            subject=OFFICER.subject,
            role=OFFICER.role.value,
            unit=OFFICER.unit,
            url=url,
            secret=SECRET,
            position=position,
            paused=False,
            attempts=0,
            last_error=None,
            next_attempt_at=self.clock.now,
            made_at=self.clock.now,
        )
        async with self.database.engine.begin() as conn:
            assert await webhooks.add(conn, one)
        return one.webhook_id

    async def webhook(self, webhook_id: UUID) -> Webhook:
        async with self.database.engine.connect() as conn:
            found = await webhooks.one_of(conn, OFFICER, webhook_id)
        assert found is not None
        return found


@pytest.fixture
async def house(database: Database) -> House:
    case_id = uuid4()
    head = text("""
        insert into case_head (case_id, case_no, office, round_id, project_id, network_id, rule_set, rule_set_sha256,
            strand, grant_year, host, seq, hash, stage, state, applied_ore, finished, changed_at, search)
        values (:id, 'SFIN-2026-1', 'SFIN', :id, :id, :id, '2026-bufdir', '', 'learning', 2026, '970540008', 1,
            sha256('x'), 'submitted', '{}', 1, false, :at, '')
    """)
    async with database.engine.begin() as conn:
        await conn.execute(head, {"id": case_id, "at": NOW})
    return House(database=database, case_id=case_id, clock=Clock())


async def test_what_happens_is_told_in_order_and_signed(house: House, program: Program) -> None:
    await house.follow(program.url)
    await house.happen(1, 2, 3)

    assert await house.tell() == 3

    assert program.seqs == [1, 2, 3]
    said, body = program.headers[0], program.bodies[0]
    signed = f"{said['webhook-id']}.{said['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(SECRET, signed, hashlib.sha256).digest()).decode()
    assert said["webhook-signature"] == f"v1,{expected}"
    assert said["webhook-id"] == f"evt_{program.heard[0]['data']['position']}"
    assert said["host"].startswith("localhost:")


async def test_nothing_is_told_twice_and_what_comes_later_is_told_later(
    house: House, program: Program
) -> None:
    await house.follow(program.url)
    await house.happen(1)
    await house.tell()
    await house.happen(2)
    house.clock.now += timedelta(minutes=1)

    await house.tell()
    house.clock.now += timedelta(minutes=1)
    await house.tell()

    assert program.seqs == [1, 2]


async def test_what_was_not_heard_is_told_again_and_nothing_after_it_before(
    house: House, program: Program
) -> None:
    webhook_id = await house.follow(program.url)
    await house.happen(1, 2, 3)
    program.statuses = [200, 500]
    assert await house.tell() == 1
    program.statuses = [503]

    assert await house.tell() == 0

    found = await house.webhook(webhook_id)
    assert (found.attempts, found.last_error, found.paused) == (1, "status 503", False)
    assert await house.tell() == 0, "it waits before it tries again"
    house.clock.now += timedelta(minutes=1)
    assert await house.tell() == 2
    assert program.seqs == [1, 2, 3]
    assert (await house.webhook(webhook_id)).attempts == 0


async def test_it_waits_longer_and_longer_and_gives_up_at_last(house: House, program: Program) -> None:
    webhook_id = await house.follow(program.url)
    await house.happen(1)
    program.statuses = [500] * 100
    waits = []
    while not (await house.webhook(webhook_id)).paused:
        await house.tell()
        found = await house.webhook(webhook_id)
        waits.append(found.next_attempt_at - house.clock.now)
        house.clock.now = found.next_attempt_at

    assert len(program.bodies) == 40
    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=1), timedelta(minutes=2)]
    assert max(waits[:-1]) == timedelta(hours=1)

    async with house.database.engine.begin() as conn:
        assert await webhooks.go_on(conn, OFFICER, webhook_id, house.clock.now)
    program.statuses = []
    assert await house.tell() == 1


async def test_a_program_that_is_gone_is_not_told_again(house: House, program: Program) -> None:
    webhook_id = await house.follow(program.url)
    await house.happen(1)
    program.statuses = [410]

    await house.tell()

    found = await house.webhook(webhook_id)
    assert (found.paused, found.last_error) == (True, "gone")


async def test_a_redirect_is_not_followed(house: House, program: Program) -> None:
    webhook_id = await house.follow(program.url)
    await house.happen(1)
    program.statuses = [302]

    await house.tell()

    assert (await house.webhook(webhook_id)).last_error == "status 302"


async def test_one_that_does_not_answer_holds_up_nobody_else(house: House, program: Program) -> None:
    gone = await house.follow("http://localhost:1/nobody")
    await house.follow(program.url)
    await house.happen(1)

    await house.tell()

    assert program.seqs == [1]
    assert (await house.webhook(gone)).last_error == "ConnectError"


async def test_everything_is_told_again_from_where_its_owner_says(house: House, program: Program) -> None:
    webhook_id = await house.follow(program.url)
    await house.happen(1, 2)
    await house.tell()
    first = list(program.heard)

    async with house.database.engine.begin() as conn:
        await webhooks.go_on(conn, OFFICER, webhook_id, house.clock.now, 0)
    await house.tell()

    assert program.heard == first * 2


async def test_in_a_real_installation_nothing_inside_a_house_is_reached(program: Program) -> None:
    with pytest.raises(ForbiddenAddressError, match="not_https"):
        await reach(program.url, b"{}", {}, local=False)
    with pytest.raises(ForbiddenAddressError, match="inside"):
        await reach(program.url.replace("http:", "https:"), b"{}", {}, local=False)

    assert program.bodies == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://fag.example/hook", "not_https"),
        ("ftp://fag.example/hook", "not_https"),
        ("https:///hook", "not_an_address"),
        ("https://fag.example:0/hook", "not_an_address"),
        ("https://fag.example:99999/hook", "not_an_address"),
        ("https://[::1/hook", "not_an_address"),
        ("https://fag.example/a b", "not_an_address"),
        ("https://fag.example/\r\nx: y", "not_an_address"),
        ("https://me:secret@fag.example/hook", "not_plain"),
        ("https://fag.example/hook#part", "not_plain"),
        ("hook", "not_an_address"),
    ],
)
def test_an_address_that_cannot_be_is_refused(url: str, code: str) -> None:
    with pytest.raises(ForbiddenAddressError, match=code):
        check_url(url, local=False)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound to it
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_what_lies_in_a_house_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_what_anybody_may_reach_is_public() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2606:4700:4700::1111")
