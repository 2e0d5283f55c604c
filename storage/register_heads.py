"""How each register stream stands, kept beside its trail so that lists need not evolve it anew."""

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.codec import event_of
from domain.events import Event
from domain.historical import DateKind, HistoricalCaseImported, HistoricalDateMet
from domain.register_states import (
    REGISTER_KINDS,
    RegisterState,
    evolved,
    kind_of,
    office_of,
    state_from,
    state_json,
)
from storage.historical import historical_row
from storage.tables import historical_case, register_head, trail
from storage.trail import Problem, ProblemCode, parse

_HISTORICAL: Final = "historical"


async def state_of(conn: AsyncConnection, stream: str) -> RegisterState | None:
    """Return how *stream* stands; None before its first event."""
    found = await conn.scalar(select(register_head.c.state).where(register_head.c.stream == stream))
    return None if found is None else state_from(stream, found)


async def states(conn: AsyncConnection, kind: str, office: str | None = None) -> list[RegisterState]:
    """Return how every stream of a kind stands, of one office or of all, by name of the stream."""
    query = select(register_head.c.stream, register_head.c.state).where(register_head.c.kind == kind)
    if office is not None:
        query = query.where(register_head.c.office == office)
    rows = await conn.execute(query.order_by(register_head.c.stream))
    return [state_from(row.stream, row.state) for row in rows]


async def keep(
    conn: AsyncConnection,
    stream: str,
    state: RegisterState,
    *,
    seq: int,
    last_hash: bytes,
    changed_at: datetime,
) -> None:
    """Keep how *stream* stands after event *seq* at the real time *changed_at*."""
    changed = {
        "seq": seq,
        "hash": last_hash,
        "state": state_json(stream, state),
        "office": office_of(state),
        "changed_at": changed_at,
    }
    row = insert(register_head).values(stream=stream, kind=kind_of(stream), **changed)
    await conn.execute(row.on_conflict_do_update(index_elements=["stream"], set_=changed))


async def check_registers(conn: AsyncConnection) -> list[Problem]:
    """Evolve every register stream anew from its trail, and return where what is kept says something else."""
    kept = {
        row.stream: row.state
        for row in await conn.execute(select(register_head.c.stream, register_head.c.state))
    }
    problems: list[Problem] = []
    for stream in await _streams(conn):
        events = await _events(conn, stream)
        state: RegisterState | None = None
        for event in events:
            state = evolved(stream, state, event)
        if state is None or stream not in kept or state_json(stream, state) != kept.pop(stream, None):
            problems.append(_problem(stream, len(events), "register_head is not what the trail gives"))
        if kind_of(stream) == _HISTORICAL:
            problems += await _check_historical(conn, stream, events)
    return problems + [_problem(stream, 0, "a register head without a trail") for stream in sorted(kept)]


async def _streams(conn: AsyncConnection) -> list[str]:
    streams = await conn.scalars(select(trail.c.stream).where(trail.c.seq == 1).order_by(trail.c.stream))
    return [stream for stream in streams if kind_of(stream) in REGISTER_KINDS]


async def _events(conn: AsyncConnection, stream: str) -> list[Event]:
    query = select(trail.c.envelope).where(trail.c.stream == stream).order_by(trail.c.seq)
    entries = [parse(envelope) for envelope in await conn.scalars(query)]
    return [event_of(entry.kind, entry.schema, dict(entry.body)) for entry in entries]


async def _check_historical(conn: AsyncConnection, stream: str, events: list[Event]) -> list[Problem]:
    office, _, year = stream.partition(":")[2].rpartition("-")
    met: dict[str, dict[DateKind, str]] = {}
    for event in events:
        if isinstance(event, HistoricalDateMet):
            met.setdefault(event.reference, {})[event.date_kind] = event.met_on.isoformat()
    expected = {
        event.reference: historical_row(event) | {"met": met.get(event.reference, {})}
        for event in events
        if isinstance(event, HistoricalCaseImported)
    }
    mine = (historical_case.c.office == office, historical_case.c.grant_year == int(year))
    rows = (await conn.execute(select(historical_case).where(*mine))).mappings()
    stored = {row["reference"]: dict(row) for row in rows}
    return [
        _problem(stream, 0, f"historical_case {reference} is not what the trail gives")
        for reference in sorted(stored.keys() | expected.keys())
        if stored.get(reference) != expected.get(reference)
    ]


def _problem(stream: str, seq: int, detail: str) -> Problem:
    return Problem(stream=stream, seq=seq, code=ProblemCode.HEAD, detail=detail)
