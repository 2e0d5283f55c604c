"""A terminal at a small installation: the command line as it is, on a real database and a real engine."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main
import typer.testing
from sqlalchemy import text
from typer.testing import CliRunner, Result

from cli.environment import Environment
from cli.main import app
from deploy.local.home import Home
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage.engine import create_engine
from tests.databases import Database
from tests.stage import Stage, new_stage

# The hundred commands are made of their descriptions once in a process; Typer's runner makes them anew for each line.
typer.testing._get_command = cache(typer.main.get_command)  # type: ignore[attr-defined]

#: What a person's command can leave behind; a round opens by itself.
_STORED = text("""
    SELECT (SELECT count(*) FROM inbox), (SELECT count(*) FROM trail WHERE command_id IS NOT NULL),
           (SELECT count(*) FROM private_text), (SELECT count(*) FROM document), (SELECT count(*) FROM case_head),
           (SELECT count(*) FROM round), (SELECT count(*) FROM mandate), (SELECT sum(amount_ore) FROM frame)
""")

EXAMPLES = Path(__file__).parents[2] / "examples"

#: Nobody listens there.
NOWHERE = "127.0.0.1:1"

#: The command that waits in the real installation.
WAITING = "4f0c8a53-8c2f-4a6e-9a55-0f6f1f1f5a11"


@dataclass(kw_only=True)
class Terminal:
    """Types commands and gives what came of them."""

    stage: Stage
    environment: Environment

    async def __call__(
        self, *words: object, stdin: str | bytes | None = None, env: Mapping[str, str] | None = None
    ) -> Result:
        """Give the command in *words*; an exception of the program is an exception of the test."""
        arguments = [str(word) for word in words]
        result = await asyncio.to_thread(
            CliRunner().invoke, app, arguments, input=stdin, env=env, obj=self.environment
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    async def json(self, *words: object, status: int = 0) -> Any:
        """Give the command with ``--json`` and return its answer."""
        result = await self(*words, "--json")
        assert result.exit_code == status, result.output
        return json.loads(result.stdout)

    def without_engine(self) -> "Terminal":
        """Return a terminal at the same database whose engine is away."""
        environ = {**self.environment.environ, "TEMPORAL_ADDRESS": NOWHERE}
        return replace(self, environment=replace(self.environment, environ=environ))

    async def stored(self) -> list[int]:
        """Count what commands can leave behind."""
        async with self.stage.database.engine.connect() as conn:
            return [int(count) for count in (await conn.execute(_STORED)).one()]


def environment_of(database: Database, address: str, home: Path, task_queue: str) -> Environment:
    return Environment(
        environ={"DATABASE_URL": database.service_dsn, "TEMPORAL_ADDRESS": address},
        home=Home(home),
        task_queue=task_queue,
        patience=timedelta(seconds=8),
    )


@asynccontextmanager
async def new_terminal(
    postgres: EmbeddedPostgres, temporal_server: DevServer, home: Path
) -> AsyncIterator[Terminal]:
    async with new_stage(postgres, temporal_server) as stage:
        environment = environment_of(stage.database, temporal_server.address, home, stage.task_queue)
        yield Terminal(stage=stage, environment=environment)


@pytest.fixture
async def terminal(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path: Path
) -> AsyncIterator[Terminal]:
    """A terminal at an empty local installation whose clock stands at 1 March 2026, 10:00 in Norway."""
    async with new_terminal(postgres, temporal_server, tmp_path / "home") as made:
        yield made


@pytest.fixture
async def opened(terminal: Terminal) -> Terminal:
    """The same with a mandate of 5 000 000 kr and a round for learning networks, SFIN-2026-R1."""
    await terminal.stage.open_round()
    return terminal


@pytest.fixture(scope="module")
async def unchanged(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Terminal]:
    """One for the whole module, with a round and one submitted case: for commands that leave nothing behind."""
    async with new_terminal(postgres, temporal_server, tmp_path_factory.mktemp("home")) as made:
        await made.stage.open_round()
        await made.stage.submit()
        yield made


@pytest.fixture(scope="module")
async def real(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Terminal]:
    """The same, turned into a real installation; a command of its leader waits, since the engine was away."""
    async with new_terminal(postgres, temporal_server, tmp_path_factory.mktemp("home")) as made:
        await made.stage.open_round()
        case_id = await made.stage.submit()
        told = await made.without_engine()(
            "case", "do", "declare_impartiality", "--id", case_id, "--as", "leader@SFIN", "--set", "impartial=nei",
            "--set", "reason=Gift med søkeren", "--command-id", WAITING,
        )  # fmt: skip
        assert told.exit_code == 3
        await make_real(made.stage)
        yield made


async def make_real(stage: Stage) -> None:
    """Turn the installation into a real one."""
    engine = create_engine(stage.database.superuser_dsn, pool_size=1)
    try:
        async with engine.begin() as conn:
            await conn.execute(text("UPDATE installation SET clock_shift_us = 0, kind = 'real'"))
    finally:
        await engine.dispose()
