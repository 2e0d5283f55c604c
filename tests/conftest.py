"""What every test may ask for: one PostgreSQL and one Temporal server for the whole session."""

import atexit
import gc
import os
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
import structlog
from xdist.scheduler import LoadFileScheduling

from activities.memory import settle_memory
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from tests.memory import MEMORY

# A thread of the Temporal SDK may still need the interpreter while it ends (temporalio/sdk-python#300);
# without this pause the test run can crash after its last line.
atexit.register(time.sleep, 0.05)

# pytest-xdist tells its workers how wide the terminal is; the tests of the command line say that for themselves.
os.environ.pop("COLUMNS", None)


# A database is hundreds of files, and many tests have one of their own: in memory, where the machine has room there, they
# cost a tenth of what they cost on a disk.
if MEMORY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


class Houses(LoadFileScheduling):  # type: ignore[misc]  # the package bears no types
    """Keeps in one process, and in order, what shares a house: the tests of a file, and all the tests of faults."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "tests/faults" if file.startswith("tests/faults/") else str(file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Houses:
    """Share the tests out by house, where they run in several processes."""
    return Houses(config, log)


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: some test always waits for a browser, a server or a clock."""
    return (os.cpu_count() or 1) + 1


def pytest_configure() -> None:
    """Look for no garbage while tests are collected: all of it stays. And log plainly what fails: colours for a page of
    source take seconds.
    """
    gc.disable()
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], plain])


def pytest_collection_finish() -> None:
    """Keep memory as the service does: ten thousand collected tests stay, and a walk through them takes long enough on
    a busy machine to look like a workflow that hangs.
    """
    gc.enable()
    settle_memory()


@pytest.fixture(scope="session")
async def postgres(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedPostgres]:
    """One server for the session. Make a database of your own on it: ``create_database(name, template)``."""
    # A crash of the machine would lose the data; a crash of the server does not, and tests ask no more.
    unsynced = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
    home = tmp_path_factory.mktemp("postgres")
    async with EmbeddedPostgres(home / "data", settings=unsynced) as server:
        yield server


@pytest.fixture(scope="session")
async def temporal_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    """One server in memory for the session, with our search attributes, able to skip time per workflow."""
    settings = {
        "frontend.WorkflowTimeSkippingEnabled": True,
        "system.forceSearchAttributesCacheRefreshOnRead": True,
    }
    log_file = tmp_path_factory.mktemp("temporal") / "temporal.log"
    async with DevServer(None, log_file=log_file, dynamic_config=settings) as server:
        yield server
