"""What the tests of the activities share."""

from collections.abc import AsyncIterator

import pytest

from deploy.local.postgres import EmbeddedPostgres
from tests.databases import Database, new_database


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A migrated database of its own."""
    async with new_database(postgres) as made:
        yield made
