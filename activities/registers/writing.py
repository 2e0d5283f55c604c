"""How every register command is written: received once, decided, chained to its stream, and kept as it now stands."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.actors import Actor
from domain.codec import event_body
from domain.events import Event
from domain.refusal import AUTHORITY_CODES, Refused
from domain.register_states import REGISTER_KINDS, evolved, kind_of
from storage import inbox, register_heads
from storage.tables import access_log, installation, trail
from storage.tables import inbox as inbox_table
from storage.trail import Entry, genesis


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who sends a register command, under which id, and the real time it arrived (UTC)."""

    command_id: UUID
    actor: Actor
    real_now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A register command that is written down.

    Args:
        envelope: Who sent it.
        stream: What it is about.
        now: Case time (UTC).
        answer: What was answered, where it was carried out before.
        body: What is asked, with every private text sealed.
    """

    envelope: Envelope
    stream: str
    now: datetime
    answer: dict[str, Any] | None
    body: BaseModel


Outcome: TypeAlias = tuple[Sequence[Event], dict[str, Any]]
"""What a command brings about, and what its sender is told."""


async def receive(
    conn: AsyncConnection, envelope: Envelope, stream: str, kind: str, body: BaseModel
) -> Received:
    """Write the command down; the answer is there where it was carried out before. ``now`` is case time."""
    now = envelope.real_now + await _shift(conn)
    # One register command on a stream at a time, also before the stream has its first event.
    await conn.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(stream, 0))))
    receipt = await inbox.put(
        conn,
        command_id=envelope.command_id,
        stream=stream,
        kind=kind,
        actor=envelope.actor,
        content=body,
        received_at=now,
    )
    # What is stored is what happens: events must never hold a text that the inbox has sealed.
    of_command = select(inbox_table.c.content).where(inbox_table.c.command_id == envelope.command_id)
    sealed = type(body).model_validate((await conn.execute(of_command)).scalar_one())
    return Received(envelope=envelope, stream=stream, now=now, answer=receipt.answer, body=sealed)


async def append(
    conn: AsyncConnection, received: Received, events: Sequence[Event], answer: dict[str, Any]
) -> tuple[int, bytes]:
    """Chain *events* to the stream and settle the command; return the last number and hash."""
    of_stream = select(trail.c.seq, trail.c.hash).where(trail.c.stream == received.stream)
    row = (await conn.execute(of_stream.order_by(trail.c.seq.desc()).limit(1))).one_or_none()
    before, last_hash = (row.seq, bytes(row.hash)) if row else (0, genesis(received.stream))
    entries = []
    for seq, event in enumerate(events, before + 1):
        entry = Entry(
            stream=received.stream,
            seq=seq,
            kind=type(event).__name__,
            schema=event.schema,
            occurred_at=received.now,
            recorded_at=received.envelope.real_now,
            actor=received.envelope.actor,
            command_id=received.envelope.command_id,
            body=event_body(event),
        ).row(last_hash)
        last_hash = bytes(entry["hash"])
        entries.append(entry)
    await conn.execute(insert(trail), entries)
    settled = {"status": "done", "answer": answer, "first_seq": before + 1, "last_seq": before + len(events)}
    await conn.execute(
        update(inbox_table)
        .where(inbox_table.c.command_id == received.envelope.command_id)
        .values(settled | {"settled_at": received.now})
    )
    return before + len(events), last_hash


Decide: TypeAlias = Callable[[AsyncConnection, Received], Awaitable[Outcome]]
"""Reads what the decision needs, decides, and writes the tables beside the trail."""


async def carry_out(
    engine: AsyncEngine, envelope: Envelope, stream: str, body: BaseModel, decide: Decide
) -> dict[str, Any]:
    """Carry out one command on one stream, once; its answer is given again however often it is sent.

    Raises:
        Refused: also for the same id with other content. Then nothing is stored; a lack of authority is logged.
    """
    try:
        async with engine.begin() as conn:
            return await carry_out_in(conn, envelope, stream, body, decide)
    except Refused as refused:
        await log_access(engine, envelope, stream, refused)
        raise


async def carry_out_in(
    conn: AsyncConnection, envelope: Envelope, stream: str, body: BaseModel, decide: Decide
) -> dict[str, Any]:
    """Carry out one command in the caller's transaction; as ``carry_out``, but logs nothing."""
    kind: str = type(body).model_fields["kind"].default
    received = await receive(conn, envelope, stream, kind, body)
    if received.answer is not None:
        return received.answer
    events, answer = await decide(conn, received)
    seq, last_hash = await append(conn, received, events, answer)
    if kind_of(stream) in REGISTER_KINDS:
        await _keep_state(conn, received, events, seq, last_hash)
    return answer


async def _keep_state(
    conn: AsyncConnection, received: Received, events: Sequence[Event], seq: int, last_hash: bytes
) -> None:
    state = await register_heads.state_of(conn, received.stream)
    for event in events:
        state = evolved(received.stream, state, event)
    if state is None:
        msg = f"{received.stream}: a command without an event"
        raise ValueError(msg)
    await register_heads.keep(
        conn,
        received.stream,
        state,
        seq=seq,
        last_hash=last_hash,
        changed_at=received.envelope.real_now,
    )


async def log_access(engine: AsyncEngine, envelope: Envelope, stream: str, refused: Refused) -> None:
    """Note in the access log that somebody asked for what is not theirs; other refusals leave nothing."""
    if refused.code not in AUTHORITY_CODES:
        return
    actor = envelope.actor
    async with engine.begin() as conn:
        row = {
            "at": envelope.real_now + await _shift(conn),
            "subject": actor.subject,
            "role": actor.role.value,
            "unit": actor.unit,
            "stream": stream,
            "command_id": envelope.command_id,
            "code": refused.code,
        }
        await conn.execute(insert(access_log), row)


async def _shift(conn: AsyncConnection) -> timedelta:
    """Return how far case time is ahead of real time."""
    found = (await conn.execute(select(installation.c.clock_shift_us))).scalar_one()
    return timedelta(microseconds=found)
