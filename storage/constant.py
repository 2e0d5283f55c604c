"""Constant statements: the few that every command costs, sent by the shortest way.

SQLAlchemy makes up a statement each time it is executed, and passes it from its own world into the driver's. For a text
that never changes that work is the half of what a short statement costs. So these are made up once; where each is a
transaction of its own they go to the driver as they are, and within a transaction the usual way, since SQLAlchemy must
know what happens in one.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final, TypeAlias, cast

import asyncpg
from sqlalchemy import URL, Select, TextClause
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import DRIVER

#: What the server says of a statement. After anything else, of its own or the driver's, the connection is not trusted.
_OF_THE_STATEMENT: Final = "ERROR"

_DIALECT: Final = URL.create(DRIVER).get_dialect()()


class Straight:
    """A connection of the pool as the driver has it: each statement is a transaction of its own."""

    def __init__(self, driver: asyncpg.Connection) -> None:
        self._driver = driver

    async def first(self, sql: str, values: list[Any]) -> Mapping[str, Any] | None:
        """Execute *sql* with *values* for $1, $2 …; return the first row, if any.

        Raises:
            DBAPIError: As SQLAlchemy would, so that callers need know one kind of error.
        """
        try:
            found = await self._driver.fetchrow(sql, *values)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError) as error:
            broken = isinstance(error, asyncpg.IntegrityConstraintViolationError)
            lost = getattr(error, "severity_en", None) != _OF_THE_STATEMENT
            raise (IntegrityError if broken else DBAPIError)(
                sql, None, error, hide_parameters=True, connection_invalidated=lost
            ) from error
        return None if found is None else dict(found)


Connection: TypeAlias = AsyncConnection | Straight
"""Where a constant statement may go."""


@asynccontextmanager
async def straight(engine: AsyncEngine) -> AsyncIterator[Straight]:
    """Lend one of *engine*'s connections as the driver has it.

    Raises:
        DBAPIError: None can be had, as for a statement that fails.
    """
    try:
        lent = await engine.raw_connection()
    except engine.dialect.loaded_dbapi.Error as error:
        raise DBAPIError("connect", None, error, hide_parameters=True, connection_invalidated=True) from error
    try:
        yield Straight(cast("asyncpg.Connection", lent.driver_connection))
    except DBAPIError as error:
        if error.connection_invalidated:
            lent.invalidate(error)
        raise
    finally:
        # Nothing was begun by SQLAlchemy, so it has nothing to say to the server when it takes the connection back.
        lent.close()


class Constant:
    """A statement whose text and form never change.

    Args:
        statement: With named parameters. JSON goes in as text, since the driver knows no Python for it.
    """

    def __init__(self, statement: TextClause | Select[Any]) -> None:
        self._statement = statement
        made = statement.compile(dialect=_DIALECT)
        self._sql = str(made)
        self._fixed = [(name, made.params[name]) for name in made.positiontup or ()]

    async def first(self, conn: Connection, **given: Any) -> Mapping[str, Any] | None:
        """Execute it; return the first row, if any.

        Raises:
            DBAPIError: The database refused it, or is away.
        """
        if isinstance(conn, AsyncConnection):
            found = (await conn.execute(self._statement, given)).mappings().first()
            return None if found is None else {**found}
        return await conn.first(self._sql, [given.get(name, fixed) for name, fixed in self._fixed])
