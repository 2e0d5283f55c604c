"""An installation whose worker lives in the test's own process: quick to make, and stopped in a moment."""

import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from activities.door import Door
from activities.register import Register
from deploy.local.temporal import DevServer
from tests.databases import Database
from tests.stage import START, Stage
from worker import compose
from workflows.sandbox import CONVERTER


async def connected(server: DevServer) -> Client:
    """Return a client that speaks to *server* as the worker does."""
    return await Client.connect(server.address, data_converter=CONVERTER)


async def new_room(database: Database, client: Client) -> Stage:
    """Return an installation in which nobody works yet."""
    task_queue = f"faults-{uuid.uuid4()}"
    stage = Stage(
        database=database,
        client=client,
        task_queue=task_queue,
        door=Door(database.engine, client, task_queue),
        register=Register(database.engine),
    )
    await stage.set_clock(START)
    return stage


@asynccontextmanager
async def at_work(
    stage: Stage, home: Path, *, engine: AsyncEngine | None = None, environ: Mapping[str, str] | None = None
) -> AsyncIterator[None]:
    """Let the very worker of ``worker.py`` work in *stage* while the body runs.

    Args:
        stage: The installation.
        home: Where what leaves the house is put.
        engine: How the worker reaches the database; as everybody else when left out.
        environ: Settings of the worker.
    """
    settings = {"SAKSGANG_HOME": str(home), **(environ or {})}
    async with compose(stage.client, engine or stage.database.engine, settings, stage.task_queue):
        yield
