"""The supervisor as a process: order, one at a time, nothing left behind however it ends."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx2
import pytest
from temporalio.client import Client

from deploy.local.home import Home, Runtime

SUPERVISOR = Path(__file__).with_name("supervisor.py")
BOUND = 40.0  # seconds; a start takes about two

pytestmark = pytest.mark.timeout(180)


class Supervisor:
    """A supervisor that runs, and what it has started."""

    def __init__(self, process: asyncio.subprocess.Process, home: Home) -> None:
        self.process = process
        self.home = home

    async def until_up(self) -> Runtime:
        async with asyncio.timeout(BOUND):
            while (runtime := self.home.runtime()) is None:
                assert self.process.returncode is None, await self.output()
                await asyncio.sleep(0.05)
        return runtime

    async def ends(self) -> int:
        async with asyncio.timeout(BOUND):
            return await self.process.wait()

    async def output(self) -> str:
        assert self.process.stdout is not None
        return (await self.process.stdout.read()).decode()

    def worker(self) -> dict[str, str | int]:
        noted: dict[str, str | int] = json.loads((self.home.folder / "worker.json").read_text())
        return noted


@asynccontextmanager
async def supervisor(home: Path, *parts: str, **environ: str) -> AsyncIterator[Supervisor]:
    """Start a supervisor on *home*, with *parts* beside the worker; whatever is left of it at the end is killed."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEMPORAL_", "DATABASE_"))
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(SUPERVISOR), str(home), *parts),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**clean, **environ, "COLUMNS": "120"},
    )
    try:
        yield Supervisor(process, Home(home))
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
        async with asyncio.timeout(BOUND):
            while belonging_to(home):
                await asyncio.sleep(0.05)


def belonging_to(home: Path) -> list[str]:
    """List the living processes that name *home* in their command or work inside it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            inside = (process / "cwd").readlink().is_relative_to(home)
        except OSError:
            continue
        if inside or str(home) in command:
            found.append(f"{process.name} {command}")
    return found


def alive(pid: int) -> bool:
    """Tell whether *pid* runs; one that has ended and waits to be collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]
    except OSError:
        return False
    return state not in "ZX"


async def query(runtime: Runtime, statement: str) -> object:
    """Carry out *statement* as the owner of the tables."""
    assert runtime.owner_database_url is not None
    connection = await asyncpg.connect(runtime.owner_database_url.replace("+asyncpg", ""))
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


async def test_ctrl_c_stops_everything_and_the_next_start_goes_on_there(tmp_path: Path) -> None:
    async with supervisor(tmp_path) as first:
        await query(await first.until_up(), "CREATE TABLE kept AS SELECT 7 AS n")
        first.process.send_signal(signal.SIGINT)
        assert await first.ends() == 0
        assert belonging_to(tmp_path) == []
        assert not (tmp_path / "runtime.json").exists()
        shown = await first.output()

    assert "Saksgang runs" in shown
    assert "Stopped" in shown
    log = (tmp_path / "logs" / "postgres.log").read_text()
    assert "database system is shut down" in log

    async with supervisor(tmp_path) as second:
        assert await query(await second.until_up(), "SELECT n FROM kept") == 7
    assert not (tmp_path / "rebuilt").exists()


async def test_the_worker_is_told_where_everything_is_and_the_banner_shows_no_password(
    tmp_path: Path,
) -> None:
    async with supervisor(tmp_path) as running:
        runtime = await running.until_up()
        told = running.worker()
        running.process.send_signal(signal.SIGTERM)
        assert await running.ends() == 0
        shown = await running.output()

    assert told["DATABASE_URL"] == runtime.database_url
    assert told["TEMPORAL_ADDRESS"] == runtime.temporal_address
    assert told["SAKSGANG_HOME"] == str(tmp_path)
    assert runtime.metrics == f"http://{told['SAKSGANG_METRICS_ADDRESS']}/metrics"
    assert runtime.temporal_address in shown
    assert runtime.database_url.split(":")[2].split("@")[0] not in shown


async def test_a_killed_supervisor_leaves_no_orphan_and_loses_nothing(tmp_path: Path) -> None:
    async with supervisor(tmp_path) as first:
        await query(await first.until_up(), "CREATE TABLE kept AS SELECT 7 AS n")
        first.process.kill()
        await first.ends()
        async with asyncio.timeout(BOUND):
            while belonging_to(tmp_path) or alive(int(first.worker()["pid"])):
                await asyncio.sleep(0.05)
        assert first.home.runtime() is None

    async with supervisor(tmp_path) as second:
        runtime = await second.until_up()
        assert await query(runtime, "SELECT n FROM kept") == 7
        assert runtime.temporal_address is not None
        assert await (await Client.connect(runtime.temporal_address)).service_client.check_health()


async def test_a_second_supervisor_on_the_same_folder_is_refused_and_the_first_goes_on(
    tmp_path: Path,
) -> None:
    async with supervisor(tmp_path) as first:
        runtime = await first.until_up()
        async with supervisor_process(tmp_path) as second:
            assert await second.ends() == 1
            said = " ".join((await second.output()).split())
        assert f"already runs in {tmp_path} (process {first.process.pid})" in said
        assert await query(runtime, "SELECT 1") == 1


@asynccontextmanager
async def supervisor_process(home: Path) -> AsyncIterator[Supervisor]:
    """Start a supervisor beside one that runs, and leave the other's processes alone."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(SUPERVISOR), str(home)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    yield Supervisor(process, Home(home))
    await process.communicate()


async def test_a_part_that_ends_by_itself_stops_the_rest_and_is_named(tmp_path: Path) -> None:
    async with supervisor(tmp_path) as running:
        await running.until_up()
        os.kill(int(running.worker()["pid"]), signal.SIGKILL)
        assert await running.ends() == 1
        assert belonging_to(tmp_path) == []
        shown = " ".join((await running.output()).split())

    assert "The worker was ended by SIGKILL" in shown
    assert "worker.log" in shown


async def test_another_build_sets_the_engines_file_aside_and_rebuilds_once(tmp_path: Path) -> None:
    async with supervisor(tmp_path) as first:
        await first.until_up()
        first.process.send_signal(signal.SIGINT)
        await first.ends()
    (tmp_path / "build").write_text("another\n")

    for _ in range(2):
        async with supervisor(tmp_path) as later:
            await later.until_up()
            later.process.send_signal(signal.SIGINT)
            await later.ends()

    assert (tmp_path / "rebuilt").read_text() == "x"
    assert (tmp_path / "temporal.db.old").exists()


async def test_servers_that_are_named_are_used_and_not_started(tmp_path: Path) -> None:
    named = "postgresql+asyncpg://somebody@db.example:5432/cases"
    async with supervisor(tmp_path, DATABASE_URL=named, TEMPORAL_ADDRESS="temporal.example:7233") as running:
        runtime = await running.until_up()
        told = running.worker()

    assert (told["DATABASE_URL"], told["TEMPORAL_ADDRESS"]) == (named, "temporal.example:7233")
    assert runtime.owner_database_url is None
    assert not (tmp_path / "postgres").exists()
    assert not (tmp_path / "temporal.db").exists()


async def test_the_owner_s_password_is_told_to_no_part(tmp_path: Path) -> None:
    file = tmp_path / "service"
    file.write_text("postgresql://service@db.example/cases\n")
    owner = tmp_path / "owner"
    owner.write_text("postgresql://owner:h3mmelig@db.example/cases\n")
    named = {"DATABASE_URL_FILE": str(file), "DATABASE_OWNER_URL_FILE": str(owner)}
    async with supervisor(tmp_path / "home", TEMPORAL_ADDRESS="temporal.example:7233", **named) as running:
        runtime = await running.until_up()
        told = running.worker()

    assert runtime.owner_database_url == owner.read_text().strip()
    assert "h3mmelig" not in repr(runtime)
    assert told["DATABASE_URL"] == file.read_text().strip()
    assert not told["DATABASE_OWNER_URL"]
    assert not told["DATABASE_OWNER_URL_FILE"]


async def test_ctrl_c_while_it_starts_leaves_nothing_behind(tmp_path: Path) -> None:
    async with supervisor(tmp_path) as starting:
        async with asyncio.timeout(BOUND):
            while not (tmp_path / "logs" / "postgres.log").exists():
                await asyncio.sleep(0.01)
        starting.process.send_signal(signal.SIGINT)
        assert await starting.ends() == 0
        assert belonging_to(tmp_path) == []

    async with supervisor(tmp_path) as again:
        await again.until_up()


async def test_a_local_installation_has_a_web_and_a_login_that_know_each_other(tmp_path: Path) -> None:
    async with supervisor(tmp_path, "web") as started:
        runtime = await started.until_up()
        told = json.loads((tmp_path / "web.json").read_text())
        assert told["SAKSGANG_WEB_ADDRESS"] == runtime.web
        assert told["SAKSGANG_OIDC_ISSUER"] == runtime.login
        async with httpx2.AsyncClient() as asking:
            found = (await asking.get(f"{runtime.login}/.well-known/openid-configuration")).json()
        assert found["issuer"] == runtime.login
        assert found["code_challenge_methods_supported"] == ["S256"]
        assert (tmp_path / "login.json").stat().st_mode & 0o077 == 0
        started.process.send_signal(signal.SIGINT)
        assert await started.ends() == 0
        shown = await started.output()

    assert told["SAKSGANG_OIDC_CLIENT_SECRET"] not in shown
    assert runtime.web is not None
    assert runtime.web in shown
    assert not (tmp_path / "login.json").exists()


async def test_where_the_database_is_somebody_elses_there_is_no_local_login(tmp_path: Path) -> None:
    async with supervisor(tmp_path, "web", DATABASE_URL="postgresql://a:b@127.0.0.1:1/c") as started:
        runtime = await started.until_up()
        told = json.loads((tmp_path / "web.json").read_text())
        started.process.send_signal(signal.SIGINT)
        assert await started.ends() == 0

    assert runtime.login is None
    assert told["SAKSGANG_OIDC_ISSUER"] is None
