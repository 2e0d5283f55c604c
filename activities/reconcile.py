"""``reconcile`` finds what a fault has parted, and brings it together.

Commands not carried out, heads ahead of their workflow, deadlines not handled, cases and rounds without a workflow: it
sends or nudges. ``rebuild`` does the same for everything.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from temporalio import activity

from activities.door import Door
from activities.signing import Signer
from domain.engine import RECONCILE, case_workflow_id, round_workflow_id
from storage import bulk, inbox, queries, sent_drafts
from storage.tables import case_head, installation, round_

log = structlog.get_logger()

#: A command that its own sender is still waiting for is left alone for so long.
_COMMAND_GRACE: Final = timedelta(seconds=15)

#: A head that its workflow has not taken over after so long is told once.
_HEAD_GRACE: Final = timedelta(seconds=20)

#: A workflow handles its deadline by itself within the spread; after so much more it is reminded.
_DEADLINE_GRACE: Final = timedelta(seconds=30)

_BATCH: Final = 500
_AT_ONCE: Final = 10


class ReconcileActivity:
    """The reconciler's look, on one database and engine."""

    def __init__(self, engine: AsyncEngine, door: Door, signer: Signer) -> None:
        self._engine = engine
        self._door = door
        self._signer = signer

    @activity.defn(name=RECONCILE)
    async def reconcile(self) -> int:
        """Send and nudge what is behind, and sign once a day; return how many were sent and nudged."""
        beat = asyncio.create_task(_heartbeat())
        now = datetime.now(UTC)
        try:
            found = await reconcile(self._engine, self._door, now)
            await tidy(self._engine, now)
            await self._signer.sign_daily(now)
            return found
        finally:
            beat.cancel()


async def _heartbeat() -> None:
    while True:
        activity.heartbeat()
        await asyncio.sleep(5)


async def reconcile(engine: AsyncEngine, door: Door, real_now: datetime) -> int:
    """Look once, at *real_now* (UTC); return how many commands were sent and workflows nudged or started."""
    async with engine.connect() as conn:
        case_now, spread = await _case_time(conn, real_now)
        commands = await inbox.pending(conn, case_now - _COMMAND_GRACE, _BATCH)
        behind = await queries.open_heads_unadopted(conn, real_now - _HEAD_GRACE, _BATCH)
        missed = await queries.deadlines_unhandled(conn, case_now - spread - _DEADLINE_GRACE, _BATCH)
    await _in_order(commands, engine, door, real_now)
    streams = {row.stream for row in behind} | {row.stream for row in missed}
    await _each(streams, lambda stream: _reload(engine, door, stream))
    found = len(commands) + len(streams)
    if found:
        log.info("reconciled", commands=len(commands), unadopted=len(behind), missed_deadlines=len(missed))
    return found


async def tidy(engine: AsyncEngine, real_now: datetime) -> int:
    """Empty the drafts that were sent, delete those whose time is over and old runs; return how many drafts are gone."""
    async with engine.begin() as conn:
        case_now, _spread = await _case_time(conn, real_now)
        await sent_drafts.empty_sent(conn, case_now)
        gone = await sent_drafts.purge(conn, case_now)
        await bulk.forget(conn, real_now)
    if gone:
        log.info("drafts_purged", drafts=gone)
    return gone


async def retry(engine: AsyncEngine, door: Door, stream: str, real_now: datetime) -> None:
    """Send the commands that wait in one stream and let its workflow reload, as a person asked for."""
    async with engine.connect() as conn:
        case_now, _spread = await _case_time(conn, real_now)
        waiting = await inbox.pending(conn, case_now + timedelta(seconds=1), _BATCH)
    await _in_order([one for one in waiting if one.stream == stream], engine, door, real_now)
    await _reload(engine, door, stream)


async def rebuild(engine: AsyncEngine, door: Door, progress: Callable[[int], None]) -> int:
    """Give every open case and round its workflow again, or tell it to reload; send every command that waits.

    Args:
        engine: The database.
        door: To the engine.
        progress: Told how many are done so far.

    Returns:
        How many cases and rounds there were.
    """
    done, after = 0, ""
    while True:
        async with engine.connect() as conn:
            streams = await queries.open_streams(conn, after)
        if not streams:
            break
        await _each(streams, lambda stream: _ensure(door, stream))
        done, after = done + len(streams), streams[-1]
        progress(done)
    real_now = datetime.now(UTC)
    while True:
        async with engine.connect() as conn:
            case_now, _spread = await _case_time(conn, real_now)
            commands = await inbox.pending(conn, case_now + timedelta(seconds=1), _BATCH)
        sent = await _in_order(commands, engine, door, real_now)
        if not sent:
            return done


async def _case_time(conn: AsyncConnection, real_now: datetime) -> tuple[datetime, timedelta]:
    row = (await conn.execute(select(installation.c.clock_shift_us, installation.c.spread_seconds))).one()
    return real_now + timedelta(microseconds=row.clock_shift_us), timedelta(seconds=row.spread_seconds)


async def _in_order(
    commands: list[inbox.Waiting], engine: AsyncEngine, door: Door, real_now: datetime
) -> int:
    """Send commands again, those of one stream in the order they came; return how many were answered."""
    by_stream: dict[str, list[UUID]] = {}
    for command in commands:
        by_stream.setdefault(command.stream, []).append(command.command_id)
    answered = 0

    async def send(stream: str) -> None:
        nonlocal answered
        for command_id in by_stream[stream]:
            async with engine.begin() as conn:
                await inbox.attempted(conn, command_id, real_now)
            if not await door.send(UUID(stream.partition(":")[2]), command_id):
                return
            answered += 1

    await _each([stream for stream in by_stream if stream.startswith("case:")], send)
    return answered


async def _reload(engine: AsyncEngine, door: Door, stream: str) -> None:
    """Tell the workflow of *stream* to reload; start it where none runs; leave a finished one in peace."""
    prefix, _, key = stream.partition(":")
    workflow_id = case_workflow_id(key) if prefix == "case" else round_workflow_id(key)
    if await door.nudge(workflow_id):
        return
    if await _is_finished(engine, prefix, key):
        await _mark_adopted(engine, prefix, key)
    else:
        await _ensure(door, stream)


async def _ensure(door: Door, stream: str) -> None:
    prefix, _, key = stream.partition(":")
    if prefix == "case":
        if await door.start_case(UUID(key)):
            await door.nudge(case_workflow_id(key))
    elif await door.start_round(UUID(key)):
        await door.nudge(round_workflow_id(key))


async def _is_finished(engine: AsyncEngine, prefix: str, key: str) -> bool:
    table = case_head if prefix == "case" else round_
    column = case_head.c.case_id if prefix == "case" else round_.c.round_id
    async with engine.connect() as conn:
        return bool(await conn.scalar(select(table.c.finished).where(column == UUID(key))))


async def _mark_adopted(engine: AsyncEngine, prefix: str, key: str) -> None:
    table = case_head if prefix == "case" else round_
    column = case_head.c.case_id if prefix == "case" else round_.c.round_id
    async with engine.begin() as conn:
        await conn.execute(update(table).where(column == UUID(key)).values(adopted_seq=table.c.seq))


async def _each(streams: Iterable[str], work: Callable[[str], Awaitable[None]]) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(stream: str) -> None:
        async with gate:
            await work(stream)

    async with asyncio.TaskGroup() as group:
        for stream in sorted(streams):
            group.create_task(one(stream))
