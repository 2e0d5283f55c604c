"""A whole installation of real processes for tests: each part can be killed, and comes up again when told to."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from temporalio.client import Client

from activities.door import Door
from activities.reconcile import rebuild, reconcile
from activities.register import Register
from deploy.local import ports
from deploy.local.build import ROOT
from deploy.local.credentials import OWNER_ROLE, SUPERUSER
from deploy.local.errors import LocalError
from deploy.local.postgres import DATABASE, EmbeddedPostgres
from deploy.local.processes import Child
from deploy.local.temporal import DevServer, DynamicValue
from domain.engine import TASK_QUEUE
from storage import queries
from storage.engine import create_engine
from storage.migrate import upgrade
from tests.databases import Database
from tests.stage import START, Stage
from workflows.sandbox import CONVERTER

#: What a killed process had written, the system has; only a power cut would need it on the disk. That it was written
#: before a commit is answered (``synchronous_commit``) must stay: without it the kills below lose commands.
UNSYNCED: Final = {"fsync": "off", "full_page_writes": "off"}

READY_SECONDS: Final = 60.0


class Part(StrEnum):
    """What can be killed."""

    WORKER = "worker"
    TEMPORAL = "temporal"
    POSTGRES = "postgres"


class House:
    """PostgreSQL, Temporal's server on a file, and ``python -m worker``, in one folder.

    Args:
        folder: Takes data and logs.
        dynamic_config: Settings of Temporal's server.
        environ: Settings of the worker, added to those that it needs.
    """

    def __init__(
        self,
        folder: Path,
        *,
        dynamic_config: Mapping[str, DynamicValue] | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.postgres = EmbeddedPostgres(folder / "postgres", settings=UNSYNCED)
        self.temporal = DevServer(
            folder / "temporal.db", log_file=folder / "temporal.log", dynamic_config=dynamic_config
        )
        self.worker: Child | None = None
        self.environ = dict(environ or {})
        self.stage: Stage

    async def __aenter__(self) -> Self:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._start_database())
                group.create_task(self.start(Part.TEMPORAL))
            await self.start(Part.WORKER)
            self.stage = await self._new_stage()
        except BaseException:
            await self.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if hasattr(self, "stage"):
            await self.stage.database.engine.dispose()
        await self.stop()

    async def stop(self) -> None:
        """Stop what runs, the worker first."""
        if self.worker is not None:
            await self.worker.stop()
        await self.temporal.stop()
        await self.postgres.stop()

    def child(self, part: Part) -> Child | None:
        """Return the process of *part*, if there ever was one."""
        return {
            Part.WORKER: self.worker,
            Part.TEMPORAL: self.temporal.child,
            Part.POSTGRES: self.postgres.child,
        }[part]

    def running(self, part: Part) -> bool:
        child = self.child(part)
        return child is not None and child.running

    async def start(self, part: Part) -> None:
        """Start *part* where it does not run, and wait until it is ready."""
        if self.running(part):
            return
        if part is Part.WORKER:
            await self._start_worker()
        elif part is Part.TEMPORAL:
            await self.temporal.start()
        else:
            await self.postgres.start()

    async def kill(self, *parts: Part) -> None:
        """SIGKILL *parts* at once, and return when they are gone."""
        children = [child for part in parts if (child := self.child(part)) is not None]
        for child in children:
            child.kill()
        for child in children:
            await child.wait()

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Start again whatever ends, for as long as the body runs; at the end everything runs."""
        # A keeper that fails fails the body: it would wait for ever for what nobody starts again.
        async with asyncio.TaskGroup() as group:
            keepers = [group.create_task(self._keep(part)) for part in Part]
            try:
                yield
            finally:
                for keeper in keepers:
                    keeper.cancel()
        await self.restart()

    async def _keep(self, part: Part) -> None:
        while True:
            child = self.child(part)
            if child is not None and child.running:
                await child.wait()
            # What it leans on may be down too; then it ends again, and is started again.
            with suppress(LocalError):
                await self.start(part)
            await asyncio.sleep(0.05)

    async def restart(self) -> None:
        """Start everything that does not run, in order."""
        for part in (Part.POSTGRES, Part.TEMPORAL, Part.WORKER):
            await self.start(part)

    async def lose_temporal(self) -> None:
        """Kill Temporal's server and delete its files."""
        await self.kill(Part.TEMPORAL)
        for file in self.folder.glob("temporal.db*"):
            file.unlink()

    async def reconcile(self) -> int:
        """Look once as the reconciler does, past its patience with what is young."""
        engine, door = self.stage.database.engine, self.stage.door
        return await reconcile(engine, door, datetime.now(UTC) + timedelta(minutes=1))

    async def move_to(self, instant: datetime) -> None:
        """Move the clock to *instant*, and let every case and round that there is handle what fell due."""
        await self.stage.set_clock(instant)
        async with asyncio.timeout(30):
            while await self._unhandled(instant):
                await self.reconcile()
                await asyncio.sleep(0.1)

    async def _unhandled(self, instant: datetime) -> bool:
        async with self.stage.database.engine.connect() as conn:
            return bool(await queries.deadlines_unhandled(conn, instant, 1))

    async def rebuild(self) -> int:
        """Do what ``saksgang rebuild`` does."""
        return await rebuild(self.stage.database.engine, self.stage.door, lambda _done: None)

    def process(self, name: str, module: str, *arguments: str, **environ: str) -> Child:
        """Return ``python -m module``, not started yet, with the settings of the worker."""
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TEMPORAL_", "DATABASE_"))
        }
        settings = {
            "DATABASE_URL": self.postgres.dsn(driver="postgresql"),
            "TEMPORAL_ADDRESS": self.temporal.address,
            "SAKSGANG_HOME": str(self.folder),
            "SAKSGANG_METRICS_ADDRESS": f"{ports.HOST}:{ports.any_free()}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }
        return Child(
            f"The {name}",
            (sys.executable, "-P", "-m", module, *arguments),
            log_file=self.folder / f"{name}.log",
            env={**clean, **settings, **environ},
        )

    async def _start_database(self) -> None:
        await self.postgres.start()
        await upgrade(self.postgres.dsn(DATABASE, OWNER_ROLE, driver="postgresql"), kind="local")

    async def _start_worker(self) -> None:
        ready = self.folder / "worker.ready"
        ready.unlink(missing_ok=True)
        settings = {**self.environ, "SAKSGANG_READY_FILE": str(ready)}
        self.worker = self.process("worker", "worker", **settings)
        await self.worker.start()

        async def made() -> bool:
            return ready.exists()

        try:
            await self.worker.ready(made, seconds=READY_SECONDS)
        except BaseException:
            await self.worker.stop()
            raise

    async def _new_stage(self) -> Stage:
        def dsn(user: str) -> str:
            return self.postgres.dsn(DATABASE, user, driver="postgresql")

        service = self.postgres.dsn(driver="postgresql")
        database = Database(
            service_dsn=service,
            owner_dsn=dsn(OWNER_ROLE),
            superuser_dsn=dsn(SUPERUSER),
            engine=create_engine(service),
        )
        client = await Client.connect(self.temporal.address, data_converter=CONVERTER)
        stage = Stage(
            database=database,
            client=client,
            task_queue=TASK_QUEUE,
            door=Door(database.engine, client),
            register=Register(database.engine),
        )
        await stage.set_clock(START)
        return stage
