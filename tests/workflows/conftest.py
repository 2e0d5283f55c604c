"""A worker on the real server and a real database, one task queue for each test."""

from collections.abc import AsyncIterator

import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from tests.stage import Stage, new_stage


@pytest.fixture
async def stage(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Stage]:
    """A whole small installation: database, engine, worker, and a clock that can be moved."""
    async with new_stage(postgres, temporal_server) as made:
        yield made
