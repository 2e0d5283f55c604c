"""The database that a command works on: opened for it, asked what it is, and told of when it goes away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

import asyncpg
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine

from cli.errors import AwayError, Phrase, UnusableError
from cli.session import Record
from deploy.local.banner import without_password
from domain.problems import MistakeError, Problem
from storage.engine import STATEMENT_TIMEOUT_MS, create_engine
from storage.tables import installation

#: SQLSTATE of a table that is not there.
_NO_TABLE: Final = "42P01"


@asynccontextmanager
async def opened(url: str, *, patient: bool) -> AsyncIterator[Record]:
    """Have the database at *url* while the body runs; *patient* lets a statement take as long as it needs.

    Raises:
        AwayError: It does not answer, has no tables, or goes away meanwhile.
        UnusableError: The address is none.
    """
    timeout = 0 if patient else STATEMENT_TIMEOUT_MS
    try:
        engine = create_engine(
            url, pool_size=3, application_name="saksgang-cli", statement_timeout_ms=timeout
        )
    except MistakeError as error:
        raise UnusableError(Problem.of("", error)) from error
    try:
        yield await _open(engine, without_password(url))
    except (SQLAlchemyError, OSError) as error:
        if not _is_away(error):
            raise
        raise AwayError(Phrase("database-left", {"address": without_password(url)})) from error
    finally:
        await engine.dispose()


async def _open(engine: AsyncEngine, address: str) -> Record:
    """Ask the database what it is; the first contact, so what is wrong with it shows here."""
    columns = (installation.c.kind, installation.c.clock_shift_us)
    try:
        async with engine.connect() as conn:
            row = (await conn.execute(select(*columns))).one_or_none()
    except (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        if getattr(getattr(error, "orig", None), "sqlstate", None) == _NO_TABLE:
            raise AwayError(Phrase("not-migrated", {"address": address})) from error
        reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise AwayError(Phrase("database-away", {"address": address, "reason": reason})) from error
    if row is None:
        raise AwayError(Phrase("not-migrated", {"address": address}))
    return Record(engine=engine, kind=row.kind, shift=timedelta(microseconds=row.clock_shift_us))


def _is_away(error: Exception) -> bool:
    """Say whether *error* means that the database went away, and not that we asked for nonsense."""
    if isinstance(error, BrokenPipeError):
        return False
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, OSError | PoolTimeoutError)
