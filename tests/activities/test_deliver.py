"""What waits in the outbox leaves in order, files and commands once, mail at least once, and trouble is seen."""

import asyncio
import email
import json
import ssl
import stat
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Row
from structlog.testing import capture_logs
from temporalio.testing import ActivityEnvironment

from activities import deliver as module
from activities.deliver import Deliverer, DeliverySettings, Smtp
from activities.outgoing_files import order_digest, sending_id
from storage import documents, outbox, private_texts, tables
from storage.outbox import Sending
from tests.databases import Database

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
HOST = "964966850"
CASE = "case:0b0f6f55-6c0c-4a51-8d0a-4a6f3f6f7a01"
OTHER = "case:0b0f6f55-6c0c-4a51-8d0a-4a6f3f6f7a02"


class Clock:
    """Real time, held still until a test moves it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class House:
    """One installation: its database, its folders, and the commands that were sent."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.settings = DeliverySettings(spool_dir=folder / "spool", payment_dir=folder / "payments")
        self.clock = Clock()
        self.commands: list[tuple[str, dict[str, Any], UUID]] = []
        self.trouble: Exception | None = None

    @property
    def deliverer(self) -> Deliverer:
        return Deliverer(self.database.engine, self.settings, self.send_command, now=self.clock)

    async def send_command(self, case_id: str, body: dict[str, Any], command_id: UUID) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.commands.append((case_id, body, command_id))

    async def private(self, text: str) -> str:
        ref = uuid4()
        async with self.database.engine.begin() as conn:
            await conn.execute(
                insert(tables.private_text).values(
                    ref=ref, stream=CASE, field="f", salt=b"s", text=text, digest="d", created_at=NOW
                )
            )
        return str(ref)

    async def erase(self, ref: str) -> None:
        async with self.database.engine.begin() as conn:
            await private_texts.erase(conn, [UUID(ref)], NOW)

    async def put(self, kind: str, payload: dict[str, Any], seq: int = 1, stream: str = CASE) -> None:
        row = {
            "stream": stream,
            "seq": seq,
            "kind": kind,
            "payload": payload,
            "created_at": NOW,
            "next_attempt_at": NOW,
        }
        async with self.database.engine.begin() as conn:
            await conn.execute(insert(tables.outbox).values(row))

    async def rows(self) -> list[Row[Any]]:
        async with self.database.engine.connect() as conn:
            return list(await conn.execute(select(tables.outbox).order_by(tables.outbox.c.id)))

    async def again(self) -> None:
        """Forget that anything was sent, as a kill between the sending and our note of it would."""
        async with self.database.engine.begin() as conn:
            await conn.execute(
                update(tables.outbox).values(status="pending", done_at=None, next_attempt_at=NOW)
            )

    def mails(self) -> list[EmailMessage]:
        files = sorted(self.settings.spool_dir.iterdir())
        return [email.message_from_bytes(file.read_bytes(), EmailMessage, policy=default) for file in files]


def message(contact: str | None, letter: str = "L19", **params: Any) -> dict[str, Any]:
    return {
        "letter": letter,
        "language": "nb",
        "contact": contact,
        "host": HOST,
        "office": "SFAG",
        "case_no": "2026/17",
        "grant_year": 2026,
        "params": params,
    }


def payment(account: str | None) -> dict[str, Any]:
    return {
        "case_no": "2026/17",
        "office": "SFAG",
        "payment_no": 1,
        "amount_ore": 30_000_000,
        "payee": HOST,
        "account": account,
        "pot": "learning",
        "grant_year": 2026,
    }


class Post:
    """A mail server's memory and moods."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.answers: list[str] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("250"):
            self.taken.append(envelope)
        return answer

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return f"550 no such person: {address}"
        envelope.rcpt_tos.append(address)
        return "250 fine"

    def subjects(self) -> list[str]:
        return [self.mail(envelope)["Subject"] for envelope in self.taken]

    @staticmethod
    def mail(envelope: Envelope) -> EmailMessage:
        assert isinstance(envelope.content, bytes)
        return email.message_from_bytes(envelope.content, EmailMessage, policy=default)


@pytest.fixture
def house(database: Database, tmp_path: Path) -> House:
    return House(database, tmp_path)


@asynccontextmanager
async def mail_server(post: Post, **settings: Any) -> AsyncIterator[int]:
    """Run a mail server on a port of its own, and yield the port."""
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(post, hostname="localhost", **settings), "127.0.0.1", 0
    )
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
async def post(house: House) -> AsyncIterator[Post]:
    """A mail server that the house sends through."""
    taken = Post()
    async with mail_server(taken) as port:
        smtp = Smtp(host="127.0.0.1", port=port, starttls=False, sender="post@agder.invalid")
        house.settings = replace(house.settings, smtp=smtp)
        yield taken


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate for localhost that nobody but itself vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = folder / "cert.pem", folder / "key.pem"
    files[0].write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


# --- the spool -----------------------------------------------------------------------------------------------------


async def test_a_message_without_a_mail_server_is_a_file_in_the_spool(house: House) -> None:
    await house.put("message", message(await house.private("kari@grimstad.invalid")))

    assert await house.deliverer.deliver_due() == 1

    [mail] = house.mails()
    assert mail["To"] == "kari@grimstad.invalid"
    assert mail["From"] == "Statsforvalteren i Agder <saksgang@saksgang.invalid>"
    assert mail["Subject"] == "Søknaden er trukket, sak 2026/17"
    assert mail["Date"] == "Mon, 01 Jun 2026 08:00:00 +0000"
    assert mail["Content-Language"] == "nb"
    assert "Vi behandler den ikke videre." in mail.get_content()
    [row] = await house.rows()
    assert (row.status, row.last_error) == ("done", None)


async def test_a_file_that_is_written_twice_is_there_once_and_the_same(house: House) -> None:
    await house.put("message", message(await house.private("kari@grimstad.invalid")))
    await house.deliverer.deliver_due()
    [file] = house.settings.spool_dir.iterdir()
    first = file.read_bytes()

    await house.again()
    await house.deliverer.deliver_due()

    [file] = house.settings.spool_dir.iterdir()
    assert file.read_bytes() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_crash_in_the_middle_of_a_file_leaves_none(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.put("message", message(await house.private("kari@grimstad.invalid")))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        await house.deliverer.deliver_due()

    assert list(house.settings.spool_dir.iterdir()) == []
    [row] = await house.rows()
    assert (row.status, row.last_error) == ("pending", "OSError 28")


async def test_the_names_of_municipalities_stand_in_the_letter(house: House) -> None:
    org_number = next(iter(module._names()))
    payload = message(await house.private("kari@grimstad.invalid")) | {"host": org_number}
    await house.put("message", payload)

    await house.deliverer.deliver_due()

    [mail] = house.mails()
    assert f"Til: {module._names()[org_number]}, organisasjonsnummer" in mail.get_content()


async def test_a_private_text_is_quoted_until_it_is_erased(house: House) -> None:
    contact = await house.private("kari@grimstad.invalid")
    reason = await house.private("Rammen er brukt opp.")
    regime = {"appeal_regime": "request_for_reversal", "appeal_day": None}
    said = message(contact, "L07", decision_no=1, ground="frame", reason_ref=reason, **regime)
    await house.put("message", said)
    await house.deliverer.deliver_due()
    await house.erase(reason)
    await house.put("message", said, seq=2)
    await house.deliverer.deliver_due()

    first, second = house.mails()
    assert "Rammen er brukt opp." in first.get_content()
    assert "Rammen" not in second.get_content()
    assert "(Teksten er slettet.)" in second.get_content()


async def test_a_file_that_follows_an_appeal_is_named_until_it_is_erased(house: House) -> None:
    contact, assessment = (
        await house.private("post@grimstad.example"),
        await house.private("Vedtaket bør stå."),
    )
    file = {
        "name": "plan.pdf",
        "media_type": "application/pdf",
        "sha256": "ab" * 32,
        "size": 1,
        "content": b"x",
    }
    async with house.database.engine.begin() as conn:
        document_id = uuid4()
        row = insert(tables.document).values(document_id=document_id, stream=CASE, received_at=NOW, **file)
        await conn.execute(row)
    enclosures = ["decision", "appeal", f"sha256:{'ab' * 32}"]
    said = message(contact, "L17", assessment_ref=assessment, enclosures=enclosures)
    await house.put("message", said)
    await house.deliverer.deliver_due()
    async with house.database.engine.begin() as conn:
        await documents.erase(conn, [document_id], NOW)
    await house.put("message", said, seq=2)
    await house.deliverer.deliver_due()

    first, second = house.mails()
    assert "– klagen\r\n– plan.pdf" in first.get_content()
    assert "plan.pdf" not in second.get_content()
    assert "(Dokumentet er slettet.)" in second.get_content()


async def test_what_a_round_sends_goes_to_the_address_it_was_given(house: House) -> None:
    payload = message(None, "L01", title="Runde", closes_at="2026-06-01T22:00:00+00:00")
    del payload["contact"], payload["host"]
    await house.put("message", payload | {"address": "post@grimstad.invalid"}, stream="round:1")

    await house.deliverer.deliver_due()

    assert [mail["To"] for mail in house.mails()] == ["post@grimstad.invalid"]


# --- order ---------------------------------------------------------------------------------------------------------


async def test_the_rows_of_a_case_leave_in_their_order(house: House) -> None:
    for seq in (3, 5, 9):
        await house.put("command", {"case_id": "x", "body": {"n": seq}}, seq=seq)
        await house.put("command", {"case_id": "y", "body": {"n": seq}}, seq=seq, stream=OTHER)

    await house.deliverer.deliver_due()

    for case in "xy":
        assert [body["n"] for case_id, body, _ in house.commands if case_id == case] == [3, 5, 9]


async def test_a_row_waits_for_the_one_before_it_in_its_case_and_for_no_other(house: House) -> None:
    house.trouble = RuntimeError("the engine is away")
    await house.put("command", {"case_id": "x", "body": {}}, seq=1)
    await house.put("message", message(await house.private("kari@grimstad.invalid")), seq=2)
    await house.put("message", message(await house.private("ola@lister.invalid")), seq=1, stream=OTHER)

    await house.deliverer.deliver_due()

    assert [mail["To"] for mail in house.mails()] == ["ola@lister.invalid"]


async def test_a_parked_row_lets_the_next_pass(house: House) -> None:
    await house.put("pigeon", {}, seq=1)
    await house.put("command", {"case_id": "x", "body": {}}, seq=2)

    with capture_logs() as logs:
        await house.deliverer.deliver_due()

    assert [row.status for row in await house.rows()] == ["parked", "done"]
    assert (await house.rows())[0].last_error == "unknown_kind"
    assert [log["reason"] for log in logs if log["event"] == "outbox_parked"] == ["unknown_kind"]
    assert len(house.commands) == 1


async def test_two_deliverers_send_each_row_once(house: House) -> None:
    for seq in range(12):
        await house.put("command", {"case_id": "x", "body": {"n": seq}}, stream=f"case:{seq}")

    counts = await asyncio.gather(house.deliverer.deliver_due(), house.deliverer.deliver_due())

    assert sum(counts) == 12
    assert sorted(body["n"] for _, body, _ in house.commands) == list(range(12))


# --- a mail server -------------------------------------------------------------------------------------------------


async def test_a_message_goes_to_the_mail_server(house: House, post: Post) -> None:
    await house.put("message", message(await house.private("kari@grimstad.invalid")))

    assert await house.deliverer.deliver_due() == 1

    [envelope] = post.taken
    assert envelope.mail_from == "post@agder.invalid"
    assert envelope.rcpt_tos == ["kari@grimstad.invalid"]
    assert post.mail(envelope)["Message-ID"].endswith("@agder.invalid>")
    assert not house.settings.spool_dir.exists()


async def test_a_message_that_leaves_twice_bears_the_same_id(house: House, post: Post) -> None:
    await house.put("message", message(await house.private("kari@grimstad.invalid")))
    await house.deliverer.deliver_due()
    await house.again()
    await house.deliverer.deliver_due()

    first, second = post.taken
    assert first.content == second.content
    assert post.mail(first)["Message-ID"]


async def test_a_refused_message_is_tried_again_later_and_keeps_its_place(house: House, post: Post) -> None:
    contact = await house.private("kari@grimstad.invalid")
    await house.put("message", message(contact), seq=1)
    await house.put("message", message(contact, "L15", refunded_ore=100), seq=2)
    post.answers = ["451 come back later"]

    with capture_logs() as logs:
        assert await house.deliverer.deliver_due() == 0

    first, _ = await house.rows()
    assert (first.status, first.last_error) == ("pending", "SMTPDataError 451")
    assert first.next_attempt_at == NOW + timedelta(seconds=30)
    assert [log["wait_seconds"] for log in logs if log["event"] == "outbox_failed"] == [30]
    house.clock.now += timedelta(seconds=29)
    assert await house.deliverer.deliver_due() == 0
    house.clock.now += timedelta(seconds=1)
    assert await house.deliverer.deliver_due() == 2
    assert post.subjects() == [
        "Søknaden er trukket, sak 2026/17",
        "Bekreftelse på tilbakebetaling, sak 2026/17",
    ]


async def test_what_the_server_said_of_a_person_is_kept_nowhere(house: House, post: Post) -> None:
    await house.put("message", message(await house.private("nobody@grimstad.invalid")))

    with capture_logs() as logs:
        await house.deliverer.deliver_due()

    [row] = await house.rows()
    assert row.last_error == "SMTPRecipientsRefused 550"
    assert "nobody" not in str(logs)


async def test_a_mail_server_that_is_away_is_tried_again(house: House) -> None:
    smtp = Smtp(host="127.0.0.1", port=1, starttls=False, sender="post@agder.invalid")
    house.settings = replace(house.settings, smtp=smtp)
    await house.put("message", message(await house.private("kari@grimstad.invalid")))

    await house.deliverer.deliver_due()

    [row] = await house.rows()
    assert (row.status, row.last_error) == ("pending", "ConnectionRefusedError 111")


async def test_without_encryption_nothing_is_sent_where_encryption_is_asked_for(
    house: House, post: Post
) -> None:
    assert house.settings.smtp is not None
    house.settings = replace(house.settings, smtp=replace(house.settings.smtp, starttls=True))
    await house.put("message", message(await house.private("kari@grimstad.invalid")))

    await house.deliverer.deliver_due()

    assert post.taken == []
    assert [row.last_error for row in await house.rows()] == ["SMTPNotSupportedError"]


@pytest.mark.parametrize("trusted", [True, False])
async def test_a_server_is_logged_in_to_only_encrypted_and_only_when_it_is_who_it_says(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool
) -> None:
    cert, key = certificate(tmp_path)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(cert, key)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    said: list[tuple[bytes, bytes]] = []

    def known(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, login: Any) -> AuthResult:
        said.append((login.login, login.password))
        return AuthResult(success=True)

    post = Post()
    async with mail_server(
        post, tls_context=tls, require_starttls=True, authenticator=known, auth_required=True
    ) as port:
        smtp = Smtp(
            host="localhost", port=port, user="saksgang", password="hemmelig", sender="p@agder.invalid"
        )
        house.settings = replace(house.settings, smtp=smtp)
        await house.put("message", message(await house.private("kari@grimstad.invalid")))
        await house.deliverer.deliver_due()

    [row] = await house.rows()
    assert len(post.taken) == trusted
    assert said == ([(b"saksgang", b"hemmelig")] if trusted else [])
    assert row.last_error == (None if trusted else "SSLCertVerificationError 1")


async def test_waits_grow_to_an_hour_and_the_twelfth_failure_parks(house: House) -> None:
    house.trouble = RuntimeError("not yet, says kari@grimstad.invalid")
    await house.put("command", {"case_id": "x", "body": {}})
    waits = []
    for _ in range(11):
        await house.deliverer.deliver_due()
        [row] = await house.rows()
        waits.append(int((row.next_attempt_at - house.clock.now).total_seconds()))
        house.clock.now = row.next_attempt_at

    await house.deliverer.deliver_due()

    assert waits[:6] == [30, 120, 480, 1920, 3600, 3600]
    [row] = await house.rows()
    assert (row.status, row.last_error) == ("parked", "gave_up: RuntimeError")


# --- without an address --------------------------------------------------------------------------------------------


async def test_a_message_to_an_erased_address_is_parked(house: House) -> None:
    contact = await house.private("kari@grimstad.invalid")
    await house.erase(contact)
    await house.put("message", message(contact))

    assert await house.deliverer.deliver_due() == 0

    assert [(row.status, row.last_error) for row in await house.rows()] == [("parked", "recipient_erased")]


@pytest.mark.parametrize("contact", [None, "0b0f6f55-6c0c-4a51-8d0a-4a6f3f6f7aff"])
async def test_a_message_to_nobody_is_parked(house: House, contact: str | None) -> None:
    await house.put("message", message(contact))

    await house.deliverer.deliver_due()

    assert [(row.status, row.last_error) for row in await house.rows()] == [("parked", "recipient_missing")]


@pytest.mark.parametrize("address", ["kari", "kari@x.no, ola@x.no", "kari@x.no\nBcc: ola@x.no", "a b@x.no"])
async def test_an_address_that_is_none_is_parked(house: House, address: str) -> None:
    await house.put("message", message(await house.private(address)))

    await house.deliverer.deliver_due()

    assert [(row.status, row.last_error) for row in await house.rows()] == [("parked", "recipient_unusable")]


# --- payment orders ------------------------------------------------------------------------------------------------


async def test_a_payment_order_is_a_file_with_all_the_accounts_need(house: House) -> None:
    await house.put("payment_order", payment(await house.private("12345678903")), seq=7)

    assert await house.deliverer.deliver_due() == 1

    [file] = house.settings.payment_dir.iterdir()
    assert file.name == f"{CASE.replace(':', '-')}-000007-0.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    order = json.loads(file.read_text("utf-8"))
    assert order["amount_ore"] == 30_000_000
    assert order["payee"] == {"org_number": HOST, "account": "12345678903"}
    assert (order["case_no"], order["payment_no"]) == ("2026/17", 1)
    assert order["sha256"] == order_digest(order)
    assert order_digest(order | {"amount_ore": 1}) != order["sha256"]


@pytest.mark.parametrize("taken", [False, True])
async def test_a_payment_order_is_written_once_also_when_it_was_taken(house: House, taken: bool) -> None:
    await house.put("payment_order", payment(await house.private("12345678903")))
    await house.deliverer.deliver_due()
    [file] = house.settings.payment_dir.iterdir()
    if taken:
        (house.settings.payment_dir / "taken").mkdir()
        file = file.rename(house.settings.payment_dir / "taken" / file.name)
    before = file.stat()

    await house.again()
    await house.deliverer.deliver_due()

    assert len(list(house.settings.payment_dir.rglob("*.json"))) == 1
    assert file.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("taken", [False, True])
async def test_an_order_that_is_taken_back_is_removed_or_cancelled_where_it_was_taken(
    house: House, taken: bool
) -> None:
    folder = house.settings.payment_dir
    for number in (1, 2):
        order = payment(await house.private("12345678903")) | {"payment_no": number}
        await house.put("payment_order", order, seq=number)
    await house.deliverer.deliver_due()
    if taken:
        (folder / "taken").mkdir()
        for file in folder.glob("*.json"):
            file.rename(folder / "taken" / file.name)
    back = {"case_no": "2026/17", "office": "SFAG", "payment_no": 1}
    await house.put("payment_cancellation", back, seq=3)

    await house.deliverer.deliver_due()

    [file] = folder.glob("*-000003-0.json")
    said = json.loads(file.read_text("utf-8"))
    assert (said["format"], said["case_no"], said["payment_no"]) == (
        "saksgang-payment-cancellation/1",
        "2026/17",
        1,
    )
    assert said["sha256"] == order_digest(said)
    assert len(list(folder.glob("*.json"))) == (1 if taken else 2)
    assert len(list(folder.glob("taken/*.json"))) == (2 if taken else 0)


async def test_a_payment_without_its_account_is_parked(house: House) -> None:
    account = await house.private("12345678903")
    await house.erase(account)
    await house.put("payment_order", payment(account))

    await house.deliverer.deliver_due()

    assert [row.last_error for row in await house.rows()] == ["account_erased"]
    assert not house.settings.payment_dir.exists()


# --- commands ------------------------------------------------------------------------------------------------------


async def test_a_command_sent_twice_bears_the_same_id(house: House) -> None:
    body = {"kind": "note_project_duty"}
    await house.put("command", {"case_id": "x", "body": body}, seq=4)
    await house.deliverer.deliver_due()
    await house.again()
    await house.deliverer.deliver_due()

    first, second = house.commands
    assert first == second
    assert first[:2] == ("x", body)


async def test_every_row_has_an_id_of_its_own() -> None:
    row = Sending(id=1, stream=CASE, seq=1, part=0, kind="", payload={}, created_at=NOW, attempts=1)

    assert len({sending_id(row), sending_id(replace(row, seq=2)), sending_id(replace(row, part=1))}) == 3
    assert sending_id(row) == sending_id(replace(row, id=9, attempts=5))


# --- the activity --------------------------------------------------------------------------------------------------


def running(house: House, **settings: float) -> tuple[ActivityEnvironment, "asyncio.Task[int]"]:
    house.settings = replace(house.settings, **settings)  # type: ignore[arg-type]
    environment = ActivityEnvironment()
    return environment, asyncio.create_task(environment.run(house.deliverer.deliver))


async def until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


async def listeners(house: House) -> int:
    query = (
        "select count(*) from pg_stat_activity where application_name = 'saksgang-bell' and state = 'idle'"
    )
    async with house.database.engine.connect() as conn:
        return int((await conn.exec_driver_sql(query)).scalar_one())


async def waiting_for_the_bell(house: House) -> None:
    while not await listeners(house):
        await asyncio.sleep(0.02)
    # It has looked once and found nothing: from here on only the bell can wake it.
    await asyncio.sleep(0.3)


async def test_a_new_row_wakes_the_activity(house: House) -> None:
    environment, activity = running(house, patience_seconds=3600, poll_seconds=3600, gather_seconds=0.01)
    await waiting_for_the_bell(house)

    await house.put("command", {"case_id": "x", "body": {}})

    await until(lambda: len(house.commands) == 1)
    environment.worker_shutdown()
    assert await activity == 1


async def test_rows_gather_before_they_leave_and_a_stop_does_not_wait_for_that(house: House) -> None:
    environment, activity = running(house, patience_seconds=3600, poll_seconds=3600, gather_seconds=3600)
    await waiting_for_the_bell(house)

    await house.put("command", {"case_id": "x", "body": {}})
    await asyncio.sleep(0.3)
    environment.worker_shutdown()

    assert await activity == 0
    assert house.commands == []


async def test_the_activity_returns_when_its_patience_is_over(house: House) -> None:
    await house.put("command", {"case_id": "x", "body": {}})
    _, activity = running(house, patience_seconds=0.3, poll_seconds=30)

    assert await activity == 1


async def test_the_activity_heartbeats_while_it_waits(house: House) -> None:
    beats: list[tuple[Any, ...]] = []
    house.settings = replace(house.settings, patience_seconds=0.5, heartbeat_seconds=0.1)
    environment = ActivityEnvironment()
    environment.on_heartbeat = lambda *details: beats.append(details)

    await environment.run(house.deliverer.deliver)

    assert len(beats) >= 3
    assert set(beats) == {()}


async def test_a_stopping_worker_is_not_kept_waiting(house: House) -> None:
    environment, activity = running(house, patience_seconds=30, poll_seconds=30)
    while not await listeners(house):
        await asyncio.sleep(0.02)

    start = time.monotonic()
    environment.worker_shutdown()

    assert await activity == 0
    assert time.monotonic() - start < 2


async def test_a_cancelled_activity_ends_and_stops_listening(house: House) -> None:
    environment, activity = running(house, patience_seconds=30, poll_seconds=30)
    while not await listeners(house):
        await asyncio.sleep(0.02)

    environment.cancel()

    with pytest.raises(asyncio.CancelledError):
        await activity
    assert await listeners(house) == 0


async def test_a_row_that_is_due_again_is_found_without_a_bell(house: House) -> None:
    house.trouble = RuntimeError()
    await house.put("command", {"case_id": "x", "body": {}})
    await house.deliverer.deliver_due()
    house.trouble = None
    environment, activity = running(house, patience_seconds=30, poll_seconds=0.1)
    while not await listeners(house):
        await asyncio.sleep(0.02)

    house.clock.now += timedelta(seconds=30)
    await until(lambda: len(house.commands) == 1)

    environment.worker_shutdown()
    assert await activity == 1


async def test_what_a_killed_sender_had_in_hand_leaves_after_its_lease(house: House) -> None:
    await house.put("command", {"case_id": "x", "body": {}})
    async with house.database.engine.begin() as conn:
        await outbox.claim(conn, 1, NOW)

    assert await house.deliverer.deliver_due() == 0
    house.clock.now += outbox.LEASE
    assert await house.deliverer.deliver_due() == 1


# --- settings ------------------------------------------------------------------------------------------------------


def test_without_settings_everything_stays_at_home(tmp_path: Path) -> None:
    settings = DeliverySettings.from_environment({}, tmp_path)

    assert settings.spool_dir == tmp_path / "spool"
    assert settings.payment_dir == tmp_path / "payments"
    assert settings.smtp is None


def test_a_mail_server_is_read_from_the_environment(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("hemmelig\n")
    environ = {
        "SAKSGANG_SMTP_HOST": "mail.invalid",
        "SAKSGANG_SMTP_PORT": "2525",
        "SAKSGANG_SMTP_USER": "saksgang",
        "SAKSGANG_SMTP_PASSWORD_FILE": str(secret),
        "SAKSGANG_SMTP_SENDER": "post@agder.invalid",
        "SAKSGANG_SMTP_STARTTLS": "no",
        "SAKSGANG_PAYMENT_DIR": "/srv/payments",
    }

    settings = DeliverySettings.from_environment(environ, tmp_path)

    assert settings.smtp == Smtp(
        host="mail.invalid",
        port=2525,
        user="saksgang",
        password="hemmelig",
        starttls=False,
        sender="post@agder.invalid",
    )
    assert "hemmelig" not in repr(settings)
    assert settings.payment_dir == Path("/srv/payments")


@pytest.mark.parametrize(
    ("name", "value"),
    [("SAKSGANG_SMTP_SENDER", "Agder"), ("SAKSGANG_SMTP_PORT", "x"), ("SAKSGANG_SMTP_STARTTLS", "perhaps")],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    environ = {
        "SAKSGANG_SMTP_HOST": "mail.invalid",
        "SAKSGANG_SMTP_SENDER": "post@agder.invalid",
        name: value,
    }

    with pytest.raises(ValueError, match=name):
        DeliverySettings.from_environment(environ, tmp_path)
