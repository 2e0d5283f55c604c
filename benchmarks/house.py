"""The servers that everything is measured on: a real PostgreSQL with its usual durability, Temporal on a file, a worker."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client
from temporalio.worker import Worker

from activities.door import Door
from activities.register import Register
from benchmarks.bare import Bare, nothing
from benchmarks.life import LIVED_AT, open_round, shift_to
from deploy.local.credentials import OWNER_ROLE
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage.engine import create_engine
from storage.migrate import upgrade
from worker import compose
from workflows.sandbox import CONVERTER

#: As many as the worker has: at 32 at once a person waits for the engine, not for a connection.
_POOL: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The two servers, and a client to the engine."""

    folder: Path
    postgres: EmbeddedPostgres
    client: Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """One database with an open round, its worker, and the door that people come through.

    Args:
        engine: The door's; the worker has one of its own, as it has in a process of its own.
        door: Where people come in.
        round_id: The open round.
        worker: Ours; runs while it is entered.
        bare: The bare workflow's, with the same settings; runs while it is entered.
    """

    engine: AsyncEngine
    door: Door
    round_id: str
    worker: Worker
    bare: Worker


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """Start both servers in *folder*."""
    logs = folder / "logs"
    async with (
        EmbeddedPostgres(folder / "postgres", log_file=logs / "postgres.log") as postgres,
        DevServer(folder / "temporal.db", log_file=logs / "temporal.log") as temporal,
    ):
        client = await Client.connect(temporal.address, data_converter=CONVERTER)
        yield House(folder=folder, postgres=postgres, client=client)


@asynccontextmanager
async def database(house: House, name: str, role: str | None = None) -> AsyncIterator[AsyncEngine]:
    """Make a migrated database and give an engine for the service, or for *role*; it is removed afterwards."""
    await house.postgres.create_database(name)
    try:
        await upgrade(house.postgres.dsn(name, OWNER_ROLE, driver="postgresql"), kind="local")
        async with engine_of(house, name, role) as engine:
            yield engine
    finally:
        await house.postgres.drop_database(name)


@asynccontextmanager
async def engine_of(house: House, name: str, role: str | None = None) -> AsyncIterator[AsyncEngine]:
    """Give an engine for database *name*; as the service unless *role* says otherwise."""
    async with engine_of_server(house.postgres, name, role) as engine:
        yield engine


@asynccontextmanager
async def engine_of_server(
    postgres: EmbeddedPostgres, name: str, role: str | None = None
) -> AsyncIterator[AsyncEngine]:
    """Give the same on a server that stands alone."""
    dsn = postgres.dsn(name, role, driver="postgresql") if role else postgres.dsn(name, driver="postgresql")
    engine = create_engine(dsn, pool_size=_POOL, statement_timeout_ms=0 if role else 8_000)
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def installation(house: House, name: str) -> AsyncIterator[Installation]:
    """Make a database, open a round in it, and put a worker together; the clock stands at ``LIVED_AT``."""
    async with database(house, name) as engine, engine_of(house, name) as workers_engine:
        await set_clock(engine, LIVED_AT)
        queue = f"{name}-{uuid4()}"
        worker = compose(house.client, workers_engine, {"SAKSGANG_HOME": str(house.folder)}, queue)
        yield Installation(
            engine=engine,
            door=Door(engine, house.client, queue),
            round_id=await open_round(Register(engine), datetime.now(UTC)),
            worker=worker,
            bare=like(worker),
        )


async def set_clock(engine: AsyncEngine, instant: datetime, spread_seconds: int = 0) -> None:
    """Make case time be *instant* from now on."""
    shift = shift_to(instant, datetime.now(UTC))
    async with engine.begin() as conn:
        await conn.execute(
            text("UPDATE installation SET clock_shift_us = :us, spread_seconds = :spread"),
            {"us": shift, "spread": spread_seconds},
        )


def like(ours: Worker) -> Worker:
    """Return a worker for the bare workflow with every setting of *ours*, by construction."""
    settings = ours.config()
    settings["task_queue"] = f"bare-{settings['task_queue']}"
    settings["workflows"] = [Bare]
    settings["activities"] = [nothing]
    return Worker(**settings)
