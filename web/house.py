"""What every page works with: the database, the engine that may be away, and case time."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from temporalio.client import Client

from activities.door import PATIENCE, Door
from activities.register import Register
from domain.engine import TASK_QUEUE
from storage.engine import one_by_one
from storage.tables import installation
from web.settings import Settings


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """What the database says of itself: whether it is somebody's own, and how far its clock is ahead."""

    kind: str
    shift: timedelta

    @property
    def is_local(self) -> bool:
        return self.kind == "local"


@dataclass(frozen=True, kw_only=True)
class House:
    """One web process.

    Args:
        settings: As it was started.
        engine: The database, as the service.
        client: The engine; it connects when it is first asked, and again after it was away. None: always away.
        task_queue: Where the worker listens.
        now: The real clock (UTC).
        patience: How long a person waits before being told "received, not carried out yet".
    """

    settings: Settings
    engine: AsyncEngine
    client: Client | None
    task_queue: str = TASK_QUEUE
    now: Callable[[], datetime] = _now
    patience: timedelta = PATIENCE

    @property
    def door(self) -> Door:
        """Where commands to cases are handed in."""
        return Door(self.engine, self.client, self.task_queue)

    @property
    def register(self) -> Register:
        """Where register commands are handed in."""
        return Register(self.engine)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Have a connection for reading while the body runs; each statement sees what was committed when it began."""
        async with self._reading.connect() as conn:
            yield conn

    @cached_property
    def _reading(self) -> AsyncEngine:
        return one_by_one(self.engine)


async def installation_of(conn: AsyncConnection) -> Installation:
    """Return what the database says of itself."""
    row = (await conn.execute(select(installation.c.kind, installation.c.clock_shift_us))).one()
    return Installation(kind=row.kind, shift=timedelta(microseconds=row.clock_shift_us))
