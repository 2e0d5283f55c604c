"""The folder with the filled database, which is kept between runs, and the server on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import asyncpg

from benchmarks.house import set_clock
from benchmarks.scale.filling import Filling, Stage
from benchmarks.scale.lives import AS_OF, worlds
from deploy.local.credentials import OWNER_ROLE, SUPERUSER
from deploy.local.postgres import DATABASE, EmbeddedPostgres
from storage.engine import create_engine
from storage.migrate import upgrade

#: While it is filled nothing needs to outlive a crash of the machine: what is missing is written again.
_FILLING: Final = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "3GB",
    "autovacuum": "off",
    "checkpoint_timeout": "30min",
    "maintenance_work_mem": "512MB",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where everything lies."""

    folder: Path

    @property
    def lives(self) -> Path:
        """The file of what was lived."""
        return self.folder / "lives.json"

    @asynccontextmanager
    async def server(self, **settings: str) -> AsyncIterator[EmbeddedPostgres]:
        """Run the database's server with its usual settings, or others."""
        log = self.folder / "logs" / "postgres.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        async with EmbeddedPostgres(self.folder / "postgres", log_file=log, settings=settings) as server:
            yield server

    async def bring_up_to_date(self, server: EmbeddedPostgres) -> None:
        """Give what was filled before the schema of today, and let the planner know it."""
        await upgrade(server.dsn(DATABASE, OWNER_ROLE, driver="postgresql"), kind="local")
        connection = await asyncpg.connect(server.dsn(DATABASE, SUPERUSER, driver="postgresql"))
        try:
            await connection.execute("ANALYZE case_head, network, project")
            await connection.execute("VACUUM (ANALYZE) ended_word")
        finally:
            await connection.close()

    async def filled(
        self, stage: Stage, say: Callable[[str], None], tell: Callable[[int], None], *, quick: bool
    ) -> None:
        """Fill the database with *stage*, from wherever it was stopped."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        await worlds(self.lives, say, quick=quick)
        async with self.server(**_FILLING) as server:
            await upgrade(server.dsn(DATABASE, OWNER_ROLE, driver="postgresql"), kind="local")
            dsn = server.dsn(DATABASE, SUPERUSER, driver="postgresql")
            await Filling(dsn=dsn, lives=self.lives, stage=stage, tell=tell).fill()
            engine = create_engine(server.dsn(DATABASE, driver="postgresql"))
            await set_clock(engine, AS_OF)
            await engine.dispose()


def now() -> datetime:
    """Return real time (UTC)."""
    return datetime.now(UTC)
