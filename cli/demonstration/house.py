"""A house for one demonstration: its own database, engine and worker in a temporary folder, gone afterwards."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client
from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig, TelemetryFilter

from activities.door import Door
from activities.register import Register
from deploy.local.credentials import OWNER_ROLE
from deploy.local.home import Home
from deploy.local.postgres import DATABASE, EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage.engine import create_engine
from storage.migrate import upgrade
from worker import compose
from workflows.sandbox import CONVERTER
from workflows.standing import start_standing

#: A crash of the machine would lose the database; a demonstration is begun anew then.
_UNSYNCED: Final = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

_POOL: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A whole installation that runs.

    Args:
        home: Its folder, laid out as that of a local installation.
        engine: The database, as the service.
        door: For commands to cases.
        register: For rounds and mandates.
    """

    home: Home
    engine: AsyncEngine
    door: Door
    register: Register


@asynccontextmanager
async def temporary_folder(*, keep: bool) -> AsyncIterator[Path]:
    """Make a folder, and remove it afterwards unless it is to be kept."""
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="saksgang-demo-"))
    try:
        yield folder
    finally:
        if not keep:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


@asynccontextmanager
async def house(folder: Path, progress: Callable[[str], None]) -> AsyncIterator[House]:
    """Build a house in *folder*, with the very worker that real cases have, and stop all of it afterwards.

    Args:
        folder: Where everything lies; nothing is sent elsewhere, whatever this process's environment says.
        progress: Told, in a few words, what is being started.

    Raises:
        deploy.local.errors.LocalError: A part cannot start here; the message says what to do.
    """
    home = Home(folder)
    home.logs.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        progress("PostgreSQL and Temporal …")
        postgres = EmbeddedPostgres(
            home.postgres_data, log_file=home.logs / "postgres.log", settings=_UNSYNCED
        )
        temporal = DevServer(None, log_file=home.logs / "temporal.log")
        await _both(_database(stack, postgres), stack.enter_async_context(temporal))
        progress("The worker …")
        engine = create_engine(postgres.dsn(), pool_size=_POOL, application_name="saksgang-demo")
        stack.push_async_callback(engine.dispose)
        client = await Client.connect(temporal.address, data_converter=CONVERTER, runtime=_quiet_runtime())
        await stack.enter_async_context(compose(client, engine, {"SAKSGANG_HOME": str(folder)}))
        await start_standing(client)
        yield House(home=home, engine=engine, door=Door(engine, client), register=Register(engine))


async def _both(*starts: Coroutine[Any, Any, object]) -> None:
    """Start things side by side; the first that cannot says why, and the other is stopped."""
    try:
        async with asyncio.TaskGroup() as group:
            for start in starts:
                group.create_task(start)
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed


async def _database(stack: AsyncExitStack, postgres: EmbeddedPostgres) -> None:
    await stack.enter_async_context(postgres)
    await upgrade(postgres.dsn(DATABASE, OWNER_ROLE), kind="local")


def _quiet_runtime() -> Runtime:
    """Return a runtime whose own messages stay off the terminal: what matters is shown in the end."""
    silent = TelemetryFilter(core_level="ERROR", other_level="ERROR")
    return Runtime(telemetry=TelemetryConfig(logging=LoggingConfig(filter=silent)))
