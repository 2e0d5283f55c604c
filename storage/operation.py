"""What an operator sees: how much waits and for how long, and what stands still. Numbers and codes, never content."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, false, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import inbox, queries
from storage.tables import case_head, outbox, round_, trail
from storage.tables import inbox as inbox_table

#: What the reconciler mends by itself within a minute or two is not standing still yet.
PATIENCE: Final = timedelta(minutes=3)

_MOST: Final = 50
_SOON: Final = timedelta(days=30)

# Written out, not as a parameter: only then may the planner use the partial indexes.
_NOT_DONE: Final = outbox.c.status != literal("done", literal_execute=True)


class Standstill(StrEnum):
    """In which way something stands still."""

    COMMAND = "command"
    HEAD = "head"
    DEADLINE = "deadline"
    DELIVERY = "delivery"
    PARKED = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """One thing that stands still.

    Args:
        stream: Of the case or round.
        how: In which way.
        what: The command, the clock, or the kind of delivery.
        since: From when, on the clock of ``is_case_time``.
        is_case_time: Whether ``since`` is case time; else it is real time.
        attempts: How often it was tried.
        error: The last error, which names nobody.
        number: Of the case or round; empty where it has none yet.
        office: Whose it is; empty where it has none yet.
    """

    stream: str
    how: Standstill
    what: str
    since: datetime
    is_case_time: bool
    attempts: int = 0
    error: str | None = None
    number: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Rows that wait: how many, and since when the oldest does; None where none waits."""

    name: str
    waiting: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLoad:
    """Steps of one clock: how many have passed and are not handled, and how many come within a month."""

    clock: str
    passed: int
    ahead: int


def clock_load_query(as_of: datetime) -> Select[Any]:
    """Return the statement behind ``clock_loads``."""
    clock = func.split_part(func.split_part(case_head.c.next_cause, "@", 1), ":", 1).label("clock")
    passed = case_head.c.next_due <= as_of
    return (
        select(
            clock,
            func.count().filter(passed).label("passed"),
            func.count().filter(~passed).label("ahead"),
        )
        .where(case_head.c.finished == false(), case_head.c.next_due <= as_of + _SOON)
        .group_by(clock)
        .order_by(clock)
    )


async def clock_loads(conn: AsyncConnection, as_of: datetime) -> list[ClockLoad]:
    """Return what the database waits for at *as_of* (case time): deadlines due and those of the next month."""
    return [ClockLoad(**row) for row in (await conn.execute(clock_load_query(as_of))).mappings()]


async def open_cases(conn: AsyncConnection) -> int:
    """Return how many cases run."""
    query = select(func.count()).select_from(case_head).where(case_head.c.finished == false())
    return int(await conn.scalar(query) or 0)


async def deliveries(conn: AsyncConnection) -> list[Queue]:
    """Return what is to leave the house, by kind; ``oldest`` is real time."""
    query = (
        select(outbox.c.kind, func.count().label("waiting"), func.min(outbox.c.created_at).label("oldest"))
        .where(_NOT_DONE, outbox.c.status == literal("pending", literal_execute=True))
        .group_by(outbox.c.kind)
        .order_by(outbox.c.kind)
    )
    return [Queue(name=row.kind, waiting=row.waiting, oldest=row.oldest) for row in await conn.execute(query)]


async def commands(conn: AsyncConnection, case_now: datetime) -> Queue:
    """Return the commands that are received and not carried out; ``oldest`` is case time."""
    found = await inbox.pending(conn, case_now + PATIENCE, _MOST)
    return Queue(name="inbox", waiting=len(found), oldest=found[0].received_at if found else None)


async def standing_still(
    conn: AsyncConnection, case_now: datetime, real_now: datetime, spread: timedelta
) -> list[Stuck]:
    """Return what stands still, the longest first, at most some of each kind."""
    found = [
        Stuck(
            stream=one.stream,
            how=Standstill.COMMAND,
            what=one.kind,
            since=one.received_at,
            is_case_time=True,
            attempts=one.attempts,
        )
        for one in await inbox.pending(conn, case_now - PATIENCE, _MOST)
    ]
    found += [
        Stuck(
            stream=one.stream,
            how=Standstill.HEAD,
            what="",
            since=one.changed_at,
            is_case_time=False,
        )
        for one in await queries.open_heads_unadopted(conn, real_now - PATIENCE, _MOST)
    ]
    found += [
        Stuck(
            stream=one.stream,
            how=Standstill.DEADLINE,
            what=(one.cause or "").partition("@")[0].partition(":")[0],
            since=one.due,
            is_case_time=True,
        )
        for one in await queries.deadlines_unhandled(conn, case_now - spread - PATIENCE, _MOST)
    ]
    found += await _undelivered(conn)
    named = await _numbers(conn, [one.stream for one in found])
    return [
        replace(one, number=number, office=office)
        for one in found
        for number, office in [named.get(one.stream, ("", ""))]
    ]


async def is_known(conn: AsyncConnection, stream: str) -> bool:
    """Say whether *stream* is a case, a round, or something that was asked for in either."""
    known = select(trail.c.seq).where(trail.c.stream == stream).limit(1)
    asked = select(inbox_table.c.command_id).where(inbox_table.c.stream == stream).limit(1)
    kind = stream.partition(":")[0]
    if kind not in {"case", "round"}:
        return False
    return (await conn.scalar(known)) is not None or (await conn.scalar(asked)) is not None


async def _undelivered(conn: AsyncConnection) -> list[Stuck]:
    failed = (outbox.c.attempts > 1) & outbox.c.last_error.is_not(None)
    parked = outbox.c.status == literal("parked", literal_execute=True)
    query = (
        select(
            outbox.c.stream,
            outbox.c.kind,
            outbox.c.status,
            outbox.c.attempts,
            outbox.c.last_error,
            outbox.c.created_at,
        )
        .where(_NOT_DONE, failed | parked)
        .order_by(outbox.c.created_at)
        .limit(_MOST)
    )
    return [
        Stuck(
            stream=row.stream,
            how=Standstill.PARKED if row.status == "parked" else Standstill.DELIVERY,
            what=row.kind,
            since=row.created_at,
            is_case_time=False,
            attempts=row.attempts,
            error=row.last_error,
        )
        for row in await conn.execute(query)
    ]


async def _numbers(conn: AsyncConnection, streams: list[str]) -> dict[str, tuple[str, str]]:
    """Return number and office of each case and round."""
    keys: dict[str, list[UUID]] = {"case": [], "round": []}
    for stream in streams:
        kind, _, key = stream.partition(":")
        if kind in keys:
            keys[kind].append(UUID(key))
    cases = select(case_head.c.case_id, case_head.c.case_no, case_head.c.office).where(
        case_head.c.case_id.in_(keys["case"])
    )
    rounds = select(round_.c.round_id, round_.c.round_no, round_.c.office).where(
        round_.c.round_id.in_(keys["round"])
    )
    found = {f"case:{row.case_id}": (row.case_no, row.office) for row in await conn.execute(cases)}
    return found | {f"round:{row.round_id}": (row.round_no, row.office) for row in await conn.execute(rounds)}
