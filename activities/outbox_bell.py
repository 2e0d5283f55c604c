"""Hears when a row is put in the outbox, so that nothing waits for a poll."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

CHANNEL: Final = "outbox"

_SECONDS: Final = 5.0


@asynccontextmanager
async def listening(engine: AsyncEngine) -> AsyncIterator[asyncio.Event]:
    """Yield an event that is set whenever a row is committed to the outbox, by whomever; clear it before looking.

    The connection is not one of the pool's: it would be missing there for as long as we listen.

    Raises:
        OSError, asyncpg.PostgresError: The database cannot be reached.
    """
    rung = asyncio.Event()

    def ring(*_told: object) -> None:
        rung.set()

    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(
        address, timeout=_SECONDS, server_settings={"application_name": "saksgang-bell"}
    )
    try:
        await connection.add_listener(CHANNEL, ring)
        # A lost connection rings too: whoever waits looks, and meets the trouble itself.
        connection.add_termination_listener(ring)
        yield rung
    finally:
        try:
            await connection.close(timeout=_SECONDS)
        except (OSError, asyncpg.PostgresError):
            connection.terminate()
