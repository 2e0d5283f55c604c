"""The installation: what is said when nothing runs, migrating, rebuilding, and a clock that goes forward only."""

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from cli.environment import Environment
from cli.main import app
from deploy.local.credentials import OWNER_ROLE
from deploy.local.home import Home, Runtime
from deploy.local.postgres import EmbeddedPostgres
from domain.application import application_schema
from tests.cli.conftest import EXAMPLES, NOWHERE, Terminal

ROOT = EXAMPLES.parent


def run(environment: Environment, *words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, words, obj=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def alone(tmp_path: Path, **environ: str) -> Environment:
    """Return a process in which no installation runs."""
    return Environment(environ=environ, home=Home(tmp_path / "home"))


NEEDS_A_DATABASE = (
    ("case", "list"),
    ("overdue",),
    ("tasks",),
    ("rebuild",),
    ("trail", "verify"),
    ("clock",),
    ("worker",),
    ("migrate",),
)


@pytest.mark.parametrize("words", NEEDS_A_DATABASE, ids=" ".join)
def test_when_nothing_runs_the_way_to_start_it_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    status, out, err = run(alone(tmp_path), *words)

    assert (status, out) == (4, "")
    assert "saksgang up" in err
    assert "DATABASE_" in err or "DATABASE_URL" in err


def test_a_secret_s_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    environment = alone(tmp_path, DATABASE_URL_FILE=str(tmp_path / "nothing"))

    status, out, err = run(environment, "case", "list")

    assert (status, out) == (2, "")
    assert "DATABASE_URL_FILE peker ikke på en fil" in err.replace("\n", " ").replace(":", "")


def test_in_json_that_nothing_runs_is_an_outcome(tmp_path: Path) -> None:
    status, out, _ = run(alone(tmp_path), "case", "list", "--json", "--lang", "en")

    assert status == 4
    assert json.loads(out)["outcome"] == "away"


def test_a_database_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    away = alone(tmp_path, DATABASE_URL=f"postgresql://somebody:hemmelig@{NOWHERE}/saksgang")

    status, _, err = run(away, "case", "list")

    assert status == 4
    assert NOWHERE in err
    assert "hemmelig" not in err
    assert "Ingenting er mottatt" in err


def test_an_address_that_is_none_is_unusable(tmp_path: Path) -> None:
    status, _, err = run(alone(tmp_path, DATABASE_URL="mysql://a:hemmelig@b/c"), "case", "list")

    assert status == 2
    assert "hemmelig" not in err


def test_a_running_installation_is_found_by_its_folder(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    runtime = Runtime(
        database_url=f"postgresql://a:b@{NOWHERE}/saksgang",
        owner_database_url=f"postgresql://o:b@{NOWHERE}/saksgang",
        temporal_address="127.0.0.1:7999",
        temporal_ui=None,
        metrics="http://127.0.0.1:9464/metrics",
    )
    environment = Environment(environ={}, home=home)

    with home.held(), home.published(runtime):
        assert environment.database_url() == runtime.database_url
        assert environment.owner_url() == runtime.owner_database_url
        assert environment.engine_address() == "127.0.0.1:7999"
        elsewhere = replace(environment, environ={"DATABASE_URL": "postgresql://c:d@elsewhere/e"})
        assert elsewhere.engine_address() == "127.0.0.1:7233"


async def test_a_database_without_tables_says_how_to_make_them_and_migrate_does(
    postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    await postgres.create_database("cli_empty")
    owner = postgres.dsn("cli_empty", OWNER_ROLE, driver="postgresql")
    environment = alone(
        tmp_path, DATABASE_URL=postgres.dsn("cli_empty", driver="postgresql"), DATABASE_OWNER_URL=owner
    )
    try:
        before = await asyncio.to_thread(run, environment, "case", "list")
        migrated = await asyncio.to_thread(run, environment, "migrate", "--json")
        again = await asyncio.to_thread(run, environment, "migrate")
        clock = await asyncio.to_thread(run, environment, "clock", "--json")
    finally:
        await postgres.drop_database("cli_empty")

    assert before[0] == 4
    assert "saksgang migrate" in before[2]
    assert (migrated[0], json.loads(migrated[1])["outcome"]) == (0, "done")
    assert again[0] == 0
    assert json.loads(clock[1])["kind"] == "real"


def test_the_sql_of_the_tables_can_be_printed_for_an_administrator(tmp_path: Path) -> None:
    status, out, _ = run(alone(tmp_path), "migrate", "--sql")

    assert status == 0
    assert "CREATE TABLE trail" in out
    assert "GRANT SELECT" in out


async def test_rebuild_gives_every_open_case_its_workflow_again(opened: Terminal) -> None:
    case_id = await opened.stage.submit()
    await opened.stage.client.get_workflow_handle(f"case-{case_id}").terminate("the engine's files are lost")

    answer = await opened.json("rebuild")
    done = await opened(
        "case", "do", "declare_impartiality", "--id", case_id, "--as", "leader@SFIN", "--set", "impartial=ja"
    )

    assert answer == {"outcome": "done", "streams": 2}
    assert done.exit_code == 0


async def test_rebuild_without_an_engine_says_so(unchanged: Terminal) -> None:
    result = await unchanged.without_engine()("rebuild")

    assert result.exit_code == 4
    assert "Temporal svarer ikke" in result.stderr


async def test_the_clock_goes_forward_and_the_cases_follow(opened: Terminal) -> None:
    await opened.stage.submit()

    answer = await opened.json("clock", "--at", "2026-03-10T12:00")
    async with asyncio.timeout(10):
        while not (await opened.json("tasks", "--role", "leader"))["tasks"]:
            await asyncio.sleep(0.1)
    shown = await opened("clock")

    assert (answer["case_time"], answer["told"]) == ("2026-03-10T11:00:00Z", True)
    assert "10.03.2026 kl. 12.00" in shown.stdout
    assert "flyttet" in shown.stdout


async def test_the_clock_does_not_go_back_behind_what_has_happened(opened: Terminal) -> None:
    result = await opened("clock", "--at", "2026-02-01")

    assert result.exit_code == 2
    assert "bare stilles fram" in result.stderr


async def test_the_clock_of_an_empty_installation_goes_anywhere(terminal: Terminal) -> None:
    result = await terminal("clock", "--at", "2021-03-01T09:00")

    assert result.exit_code == 0, result.output
    assert (
        await terminal("round", "open", EXAMPLES / "round-2021-sfin.toml", "--as", "leader@SFIN")
    ).exit_code == 0


async def test_a_minute_that_is_none_is_unusable(unchanged: Terminal) -> None:
    result = await unchanged("clock", "--at", "2027-13-01")

    assert result.exit_code == 2
    assert "--at: " in result.stderr


async def test_a_database_that_goes_away_meanwhile_is_told_and_sending_again_is_safe(
    opened: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from activities.door import Door

    async def cut(*_: object, **__: object) -> None:
        raise ConnectionResetError("the server closed the connection")

    await opened.stage.submit()
    monkeypatch.setattr(Door, "receive", cut)

    result = await opened("case", "do", "grant", "--id", "SFIN-2026-1", "--as", "leader@SFIN")

    assert result.exit_code == 4
    assert "--command-id" in result.stderr


def test_the_schema_is_printed_and_compared(tmp_path: Path) -> None:
    nothing = alone(tmp_path)
    stale = tmp_path / "stale.json"
    stale.write_text("{}")

    assert run(nothing, "schema")[:2] == (0, application_schema())
    assert run(nothing, "schema", "--check", "--file", str(EXAMPLES / "application.schema.json"))[0] == 0
    assert run(nothing, "schema", "--check", "--file", str(stale))[0] == 1
    assert run(nothing, "schema", "--check", "--file", str(tmp_path / "none.json"), "--json")[0] == 1


def process(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "cli.main", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
    )


def test_as_a_process_it_ends_with_the_same_statuses(tmp_path: Path) -> None:
    home = {"SAKSGANG_HOME": str(tmp_path / "home"), "DATABASE_URL": ""}

    assert process("--version").returncode == 0
    assert process("case", "list", **home).returncode == 4
    assert process("case", "list", "--nonsense", **home).returncode == 2
    assert process("case", "list", SAKSGANG_LANG="xx", **home).returncode == 2
    english = process("case", "list", SAKSGANG_LANG="en", **home)
    assert "Saksgang does not run" in english.stderr


def test_help_is_there_without_loading_what_commands_need() -> None:
    code = "import sys; from cli.main import app; print([n for n in ('sqlalchemy', 'temporalio', 'pydantic') if n in sys.modules])"

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert loaded.stdout.strip() == "[]"


async def test_as_a_process_a_whole_command_is_done(opened: Terminal) -> None:
    environ = dict(opened.environment.environ)

    listed = await asyncio.to_thread(process, "round", "list", "--json", **environ)

    assert listed.returncode == 0, listed.stderr
    assert json.loads(listed.stdout)["rounds"][0]["round_no"] == "SFIN-2026-R1"
    async with opened.stage.database.engine.connect() as conn:
        assert (await conn.execute(text("SELECT count(*) FROM round"))).scalar_one() == 1
