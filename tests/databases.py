"""A database of its own for each test: migrated once, then copied in milliseconds."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.local.credentials import OWNER_ROLE, SUPERUSER
from deploy.local.postgres import EmbeddedPostgres
from storage.engine import create_engine
from storage.migrate import upgrade

TEMPLATE: Final = "saksgang_template"

_numbers = itertools.count(1)
_making = asyncio.Lock()
_migrated: list[EmbeddedPostgres] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """One migrated, empty, local installation.

    Args:
        service_dsn: For the role the service logs in as.
        owner_dsn: For the role that owns the tables.
        superuser_dsn: For whoever can do everything.
        engine: As the service.
    """

    service_dsn: str
    owner_dsn: str
    superuser_dsn: str
    engine: AsyncEngine


@asynccontextmanager
async def new_database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """Make a database on *postgres*, and remove it afterwards."""
    await _make_template(postgres)
    name = f"saksgang_test_{next(_numbers)}"
    await postgres.create_database(name, TEMPLATE)
    service_dsn = postgres.dsn(name, driver="postgresql")
    engine = create_engine(service_dsn)
    try:
        yield Database(
            service_dsn=service_dsn,
            owner_dsn=postgres.dsn(name, OWNER_ROLE, driver="postgresql"),
            superuser_dsn=postgres.dsn(name, SUPERUSER, driver="postgresql"),
            engine=engine,
        )
    finally:
        await engine.dispose()
        await postgres.drop_database(name)


async def _make_template(postgres: EmbeddedPostgres) -> None:
    async with _making:
        if postgres not in _migrated:
            await postgres.create_database(TEMPLATE)
            await upgrade(postgres.dsn(TEMPLATE, OWNER_ROLE, driver="postgresql"), kind="local")
            _migrated.append(postgres)
