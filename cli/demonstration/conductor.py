"""One conductor moves all cases and rounds to the same instant, and never jumps over a deadline.

Case time is real time plus the installation's shift. Moving it means: set the shift to the next thing that is due, tell
the workflows that it concerns (their timers were armed in real time, for another shift), wait until the database says
that all of it is handled, and go on to the next. Which day it really is plays no part.
"""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.door import Door
from domain.engine import case_workflow_id, round_workflow_id
from storage import queries
from storage.tables import installation, outbox

_POLL_SECONDS: Final = 0.008

#: A workflow that has not answered for so long is told again; one that was lost is started.
_NUDGE_AGAIN_SECONDS: Final = 2.0

#: What is not handled by then will not be: far longer than a loaded machine takes.
PATIENCE: Final = timedelta(seconds=60)

_LIMIT: Final = 1_000


class ConductorStuckError(Exception):
    """Something that was due was not handled in time."""


class Conductor:
    """Moves the clock of one local installation.

    Args:
        engine: Its database, as the service.
        door: To its engine.
        patience: How long one instant may take.
    """

    def __init__(self, engine: AsyncEngine, door: Door, *, patience: timedelta = PATIENCE) -> None:
        self._engine = engine
        self._door = door
        self._patience = patience
        self._shift: timedelta | None = None

    async def advance_to(self, instant: datetime) -> None:
        """Move everything to *instant* (UTC, case time), through each deadline on the way; never back.

        Raises:
            ConductorStuckError: Something was not handled in time; it is named.
        """
        if self._shift is None:
            await self._set(instant, spread_seconds=0)
        await self._commands_delivered()
        while (due := await self._next_due()) is not None and due <= instant:
            await self._set(due)
            await self._until_handled(due)
            await self._commands_delivered()
        await self._set(instant)

    async def _set(self, instant: datetime, **more: int) -> None:
        """Let case time be *instant* now, unless it is later already."""
        shift = instant - datetime.now(UTC)
        if self._shift is not None and shift <= self._shift:
            return
        self._shift = shift
        microseconds = shift // timedelta(microseconds=1)
        async with self._engine.begin() as conn:
            await conn.execute(update(installation).values(clock_shift_us=microseconds, **more))

    async def _next_due(self) -> datetime | None:
        async with self._engine.connect() as conn:
            return await queries.next_due_min(conn)

    async def _until_handled(self, due: datetime) -> None:
        """Tell every workflow that has something due, and wait until nothing is."""
        loop = asyncio.get_running_loop()
        end, tell_again = loop.time() + self._patience.total_seconds(), 0.0
        told: set[str] = set()
        while streams := await self._behind(due):
            if loop.time() > end:
                raise ConductorStuckError(f"not handled at {due:%Y-%m-%d %H:%M} UTC: {', '.join(streams)}")
            if loop.time() > tell_again:
                told.clear()
                tell_again = loop.time() + _NUDGE_AGAIN_SECONDS
            await asyncio.gather(*(self._tell(stream) for stream in streams if stream not in told))
            told.update(streams)
            await asyncio.sleep(_POLL_SECONDS)

    async def _behind(self, due: datetime) -> list[str]:
        async with self._engine.connect() as conn:
            return [row.stream for row in await queries.deadlines_unhandled(conn, due, _LIMIT)]

    async def _tell(self, stream: str) -> None:
        prefix, _, key = stream.partition(":")
        workflow_id = case_workflow_id(key) if prefix == "case" else round_workflow_id(key)
        if await self._door.nudge(workflow_id):
            return
        start = self._door.start_case if prefix == "case" else self._door.start_round
        await start(UUID(key))

    async def _commands_delivered(self) -> None:
        """Wait for what one case tells another: it happens at the instant of its cause, not at the next one."""
        if not await self._sent(outbox.c.kind == "command"):
            raise ConductorStuckError("a command from one case to another was not delivered")

    async def everything_sent(self) -> bool:
        """Wait until everything has left the house; False when some of it does not."""
        return await self._sent()

    async def _sent(self, *which: ColumnElement[bool]) -> bool:
        waiting = select(exists().where(outbox.c.status == "pending", *which))
        try:
            async with asyncio.timeout(self._patience.total_seconds()):
                # The database rings for rows that are new, not for rows that left.
                while await self._scalar(waiting):  # noqa: ASYNC110
                    await asyncio.sleep(_POLL_SECONDS)
        except TimeoutError:
            return False
        return True

    async def _scalar(self, query: Select[bool]) -> bool:
        async with self._engine.connect() as conn:
            return bool(await conn.scalar(query))
