"""What the tests of the register doors share."""

from collections.abc import AsyncIterator

import pytest

from activities.register import Register
from deploy.local.postgres import EmbeddedPostgres
from tests.activities.registers.doors import TODAY, House
from tests.databases import new_database


@pytest.fixture
async def house(postgres: EmbeddedPostgres) -> AsyncIterator[House]:
    """An empty local installation whose clock stands at 1 March 2026, 10:00 in Norway."""
    async with new_database(postgres) as database:
        made = House(database=database, register=Register(database.engine))
        await made.set_clock(TODAY)
        yield made
