"""The inbox: what a person said is written down before anything else is tried, so that nothing said is lost.

Private texts are sealed here, on the way in. What was said is recognised by a salted digest of its plain form: the same
command id with the same content is the same command however often it comes, with other content it is refused.
"""

import hashlib
import hmac
import json
import secrets
import uuid
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, Literal, cast
from uuid import UUID

import rfc8785
from pydantic import BaseModel
from sqlalchemy import (
    Boolean,
    ColumnElement,
    Interval,
    bindparam,
    case,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA, JSONB, TEXT
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from domain.private import SealedText, seal
from domain.refusal import Refused
from storage.constant import Connection, Constant
from storage.tables import inbox, installation, private_text

SALT_BYTES: Final = 16

#: Nobody guesses so many.
_SEAL_BYTES: Final = 16

Status = Literal["pending", "done", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the inbox says when a command is put in.

    Args:
        command_id: The command.
        new: False when it was known already; then nothing was written.
        status: How far it has come.
        answer: What was answered, once it is settled.
        done: What the engine says once it is carried out; see ``done``. None where the row does not tell.
    """

    command_id: UUID
    new: bool
    status: Status
    answer: dict[str, Any] | None
    done: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How far a command has come.

    Args:
        command_id: The command.
        stream: What it is about.
        kind: What it asks for.
        status: ``pending`` until it is carried out or refused.
        actor: Who asked: ``subject``, ``role`` and ``unit``.
        answer: What was answered.
        first_seq: Number of its first event; None when it made none.
        last_seq: Number of its last event.
        received_at: When it came (case time).
        settled_at: When it was answered.
    """

    command_id: UUID
    stream: str
    kind: str
    status: Status
    actor: dict[str, Any]
    answer: dict[str, Any] | None
    first_seq: int | None
    last_seq: int | None
    received_at: datetime
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A command that is received and not carried out yet."""

    command_id: UUID
    stream: str
    kind: str
    received_at: datetime
    attempts: int


async def put(
    conn: Connection,
    *,
    command_id: UUID,
    stream: str,
    kind: str,
    actor: Actor,
    content: BaseModel,
    received_at: datetime,
    on_real_clock: bool = False,
    expected_seq: int | None = None,
) -> Receipt:
    """Write a command down, once.

    One statement writes the row and its private texts, so it is whole with and without a transaction around it.

    Args:
        conn: In a transaction, which the caller commits, or not.
        command_id: Made by the sender, and sent again when the sender is in doubt.
        stream: The case, round or mandate it is about.
        kind: What it asks for.
        actor: Who asks.
        content: What is asked, with its texts plain.
        received_at: When it arrived (case time); legally dated acts count from here.
        on_real_clock: *received_at* is real time, and the statement itself makes case time of it.
        expected_seq: The last event its sender had seen.

    Raises:
        Refused: ``command_id_reused`` when the id was used before for something else.
    """
    salt = secrets.token_bytes(SALT_BYTES)
    plain = _plain(stream, kind, actor, content)
    sealed, texts = seal(content, lambda: str(uuid.uuid4()), lambda: secrets.token_bytes(SALT_BYTES))
    row = {
        "command_id": command_id,
        "stream": stream,
        "kind": kind,
        "actor": json.dumps(asdict(actor), ensure_ascii=False),
        "content": sealed.model_dump_json(),
        "content_salt": salt,
        "content_digest": _digest(salt, plain),
        "received_at": received_at,
        "on_real_clock": on_real_clock,
        "expected_seq": expected_seq,
    }
    if await _PUT.first(conn, **row, **_columns(texts)) is not None:
        return Receipt(
            command_id=command_id, new=True, status="pending", answer=None, done=done(salt, command_id)
        )
    return await _known(conn, command_id, plain)


async def get_answer(conn: AsyncConnection, command_id: UUID) -> Answer | None:
    """Return how far the command has come, or None when it was never received."""
    row = (await conn.execute(_ANSWER, {"command_id": command_id})).mappings().one_or_none()
    return None if row is None else Answer(**row)


async def pending(conn: AsyncConnection, older_than: datetime, limit: int) -> list[Waiting]:
    """Return the commands received before *older_than* (case time) and not settled, the oldest first."""
    query = (
        select(inbox.c.command_id, inbox.c.stream, inbox.c.kind, inbox.c.received_at, inbox.c.attempts)
        .where(inbox.c.status == literal_column("'pending'"), inbox.c.received_at < older_than)
        .order_by(inbox.c.received_at)
        .limit(limit)
    )
    return [Waiting(**row) for row in (await conn.execute(query)).mappings()]


async def waiting(conn: AsyncConnection, stream: str, kinds: Collection[str]) -> list[UUID]:
    """Return the commands of a stream that are of *kinds* and not settled, in the order they came."""
    query = (
        select(inbox.c.command_id)
        .where(inbox.c.stream == stream, inbox.c.status == literal_column("'pending'"))
        .where(inbox.c.kind.in_(kinds))
        .order_by(inbox.c.received_at)
    )
    return list(await conn.scalars(query))


async def attempted(conn: AsyncConnection, command_id: UUID, at: datetime) -> None:
    """Note that a waiting command was sent on once more."""
    await conn.execute(
        update(inbox)
        .where(inbox.c.command_id == command_id, inbox.c.status == literal_column("'pending'"))
        .values(attempts=inbox.c.attempts + 1, last_attempt_at=at)
    )


async def _known(conn: Connection, command_id: UUID, plain: bytes) -> Receipt:
    row = await _KNOWN.first(conn, command_id=command_id)
    if row is None:
        msg = f"command {command_id} is in the inbox, and is not"
        raise LookupError(msg)
    salt: bytes | None = row["content_salt"]
    # Without the salt, which goes when a private text of the command is erased, the id alone must do.
    if salt is not None and not hmac.compare_digest(row["content_digest"], _digest(salt, plain)):
        raise Refused("command_id_reused", "ARCHITECTURE", command_id=str(command_id))
    return Receipt(
        command_id=command_id,
        new=False,
        status=row["status"],
        answer=row["answer"],
        done=done(salt, command_id),
    )


def done(salt: bytes | None, command_id: UUID) -> str | None:
    """Return the word by which the engine says that a command was carried out: one that only the database can have given.

    Whoever reaches the engine's port may answer in our worker's place, but has not seen *salt*. Thus the word is believed
    without asking the database again. None without the salt, which goes when a private text of the command is erased.
    """
    if salt is None:
        return None
    return f"done:{hashlib.blake2b(command_id.bytes, key=salt, digest_size=_SEAL_BYTES).hexdigest()}"


def _plain(stream: str, kind: str, actor: Actor, content: BaseModel) -> bytes:
    said = {
        "stream": stream,
        "kind": kind,
        "actor": {"subject": actor.subject, "role": actor.role.value, "unit": actor.unit},
        "content": content.model_dump(mode="json"),
    }
    return rfc8785.dumps(cast("Any", said))


def _digest(salt: bytes, plain: bytes) -> str:
    return hashlib.sha256(salt + plain).hexdigest()


def _columns(texts: list[SealedText]) -> dict[str, list[Any]]:
    return {
        "refs": [UUID(text.ref) for text in texts],
        "fields": [text.field for text in texts],
        "salts": [text.salt for text in texts],
        "texts": [text.text for text in texts],
        "digests": [text.digest for text in texts],
    }


def _shift() -> ColumnElement[Any]:
    """How far case time is ahead of the clock that the instant was read from: nothing, where that was the case's own."""
    shift_us = select(installation.c.clock_shift_us).scalar_subquery()
    ahead_us = case((bindparam("on_real_clock", type_=Boolean), shift_us), else_=0)
    return ahead_us * literal_column("interval '1 microsecond'", Interval)


def _put_statement() -> Any:
    row = (
        "command_id",
        "stream",
        "kind",
        "actor",
        "content",
        "content_salt",
        "content_digest",
        "received_at",
    )
    values: dict[str, ColumnElement[Any]] = {
        name: bindparam(name, type_=inbox.c[name].type) for name in (*row, "expected_seq")
    }
    values |= {name: bindparam(name, type_=TEXT).cast(JSONB) for name in ("actor", "content")}
    values["received_at"] += _shift()
    written = (
        pg_insert(inbox).values(values).on_conflict_do_nothing().returning(inbox.c.command_id).cte("written")
    )
    texts = (
        func.unnest(
            bindparam("refs", type_=ARRAY(PG_UUID)),
            bindparam("fields", type_=ARRAY(TEXT)),
            bindparam("salts", type_=ARRAY(BYTEA)),
            bindparam("texts", type_=ARRAY(TEXT)),
            bindparam("digests", type_=ARRAY(TEXT)),
        )
        .table_valued("ref", "field", "salt", "text", "digest")
        .render_derived()
    )
    sealed = (
        insert(private_text)
        .from_select(
            ["ref", "stream", "field", "salt", "text", "digest", "created_at"],
            select(
                texts.c.ref,
                values["stream"],
                texts.c.field,
                texts.c.salt,
                texts.c.text,
                texts.c.digest,
                values["received_at"],
            ).where(exists(select(written.c.command_id))),
        )
        .cte("sealed")
    )
    return select(written.c.command_id).add_cte(sealed)


_PUT: Final = Constant(_put_statement())
_KNOWN: Final = Constant(
    select(inbox.c.content_salt, inbox.c.content_digest, inbox.c.status, inbox.c.answer).where(
        inbox.c.command_id == bindparam("command_id")
    )
)
_ANSWER: Final = select(*(inbox.c[name] for name in Answer.__dataclass_fields__)).where(
    inbox.c.command_id == bindparam("command_id")
)
