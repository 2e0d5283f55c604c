"""Starts a whole Saksgang in order, watches it, and stops it in reverse: what `saksgang up` does."""

import asyncio
import dataclasses
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Final, Literal, TypeAlias

from rich.console import Console

from activities.secret import secret
from deploy.local import build, ports
from deploy.local.banner import banner
from deploy.local.credentials import OWNER_ROLE, SERVICE_ROLE
from deploy.local.errors import CannotStartError, LocalError
from deploy.local.home import Home, Runtime
from deploy.local.login import LocalLogin, listens
from deploy.local.postgres import DATABASE, EmbeddedPostgres
from deploy.local.processes import Child, first_to_end, run_to_end
from deploy.local.temporal import DevServer

POSTGRES_PORT: Final = 5433
TEMPORAL_PORT: Final = 7233
TEMPORAL_UI_PORT: Final = 8233
METRICS_PORT: Final = 9464
WEB_PORT: Final = 8000
LOGIN_PORT: Final = 8010

WORKER_READY_SECONDS: Final = 60.0
REBUILD_SECONDS: Final = 1800.0
CASES_SECONDS: Final = 300.0
WEB_READY_SECONDS: Final = 60.0

#: What no part that is started here is told: the owner's address is for the migration alone.
_NOT_HANDED_ON: Final = frozenset({"DATABASE_OWNER_URL", "DATABASE_OWNER_URL_FILE", "DATABASE_URL_FILE"})

# Any of these says that Temporal runs elsewhere.
TEMPORAL_VARIABLES: Final = ("TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE")
# Only a local installation's clock may be shifted, and only there may one act as any person.
Kind: TypeAlias = Literal["local", "real"]

STOP_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


async def migrate(owner_dsn: str, service_role: str, kind: Kind) -> None:
    """Bring the database's tables to what this build needs."""
    from storage.migrate import upgrade

    await upgrade(owner_dsn, service_role, kind=kind)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Steps:
    """What the supervisor starts beside the two servers; tests put smaller things in their place.

    Attributes:
        migrate: Given the owner's address, the service role's name and the kind of installation.
        worker: Runs until stopped; makes the file that SAKSGANG_READY_FILE names once it takes work.
        rebuild: Starts every workflow that the database knows of, in an empty engine, and ends.
        cases: Puts demo cases into an empty local database, and ends; None leaves it empty.
        web: Serves the pages until stopped; None serves none.
    """

    # -P: a folder called domain where the command is given must not stand in for ours.
    migrate: Callable[[str, str, Kind], Awaitable[None]] = migrate
    worker: Sequence[str] = (sys.executable, "-P", "-m", "worker")
    rebuild: Sequence[str] = (sys.executable, "-P", "-m", "cli.main", "rebuild")
    cases: Sequence[str] | None = (sys.executable, "-P", "-m", "cli.demonstration.populate")
    web: Sequence[str] | None = (sys.executable, "-P", "-m", "web")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Installation:
    """A local installation that runs."""

    home: Home
    runtime: Runtime
    children: Sequence[Child]  # in the order they were started


async def up(home: Home, *, console: Console, steps: Steps | None = None) -> None:
    """Run a local installation until SIGINT, SIGTERM or SIGHUP, or until a part of it ends by itself.

    Args:
        home: The installation's folder; made at the first start, gone on with at the next.
        console: Where progress and the banner are shown.
        steps: What is started beside the servers.

    Raises:
        LocalError: A part cannot start, did not get ready, or ended by itself. Everything is stopped then.
    """
    with _stop_signals() as stop:
        stopped = asyncio.create_task(stop.wait())
        running = asyncio.create_task(_run(home, console=console, steps=steps or Steps()))
        try:
            await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                console.print("Stopping …")
                running.cancel()
                await asyncio.wait({running})
                console.print("Stopped. The next start goes on here.")
            if not running.cancelled():
                running.result()
        finally:
            stopped.cancel()
            running.cancel()


@asynccontextmanager
async def installation(
    home: Home,
    *,
    progress: Callable[[str], None],
    steps: Steps,
    environ: Mapping[str, str] | None = None,
) -> AsyncIterator[Installation]:
    """Have a local installation while the body runs.

    Args:
        home: Its folder.
        progress: Told, in a few words, what is being started.
        steps: What is started beside the servers.
        environ: Where DATABASE_URL and the TEMPORAL_* settings are looked for: a server that is named there
            is used and not started. This process's environment when left out.

    Raises:
        LocalError: As for `up`.
    """
    environ = os.environ if environ is None else environ
    async with AsyncExitStack() as stack:
        stack.enter_context(home.held())
        starter = _Starter(home=home, environ=environ, progress=progress, steps=steps, stack=stack)
        runtime = await starter.start()
        stack.enter_context(home.published(runtime))
        yield Installation(home=home, runtime=runtime, children=tuple(starter.children))


class _Starter:
    """Starts the parts in order and leaves each one's stop on the stack."""

    def __init__(
        self,
        *,
        home: Home,
        environ: Mapping[str, str],
        progress: Callable[[str], None],
        steps: Steps,
        stack: AsyncExitStack,
    ) -> None:
        self.children: list[Child] = []
        self._home = home
        self._environ = environ
        self._progress = progress
        self._steps = steps
        self._stack = stack
        self._local = False

    async def start(self) -> Runtime:
        database_url, owner_url = await self._database()
        current = build.fingerprint()
        must_rebuild, temporal = await self._temporal(current)
        runtime = Runtime(
            database_url=database_url,
            owner_database_url=owner_url,
            temporal_address=temporal.address if temporal else self._environ.get("TEMPORAL_ADDRESS"),
            temporal_ui=temporal.ui_url if temporal else None,
            metrics=f"http://{ports.HOST}:{ports.free_from(METRICS_PORT)}/metrics",
        )
        await self._worker(runtime)
        if must_rebuild:
            self._progress("Another build, or an empty engine: the cases are put back to work …")
            await run_to_end(self._child("rebuild", self._steps.rebuild, runtime), seconds=REBUILD_SECONDS)
        if temporal:
            # Stored only now: a rebuild that was cut short is begun again at the next start.
            build.store(self._home, current)
        practice = await self._cases(runtime)
        return await self._web(dataclasses.replace(runtime, practice=practice))

    async def _database(self) -> tuple[str, str | None]:
        """Give the addresses for the service and for the owner of the tables, migrated."""
        kind: Kind = "real"
        if named := secret(self._environ, "DATABASE_URL"):
            owner_url = secret(self._environ, "DATABASE_OWNER_URL")
            service_role = self._environ.get("DATABASE_SERVICE_ROLE", SERVICE_ROLE)
        else:
            self._progress("PostgreSQL …")
            server = await self._stack.enter_async_context(
                EmbeddedPostgres(
                    self._home.postgres_data,
                    ports.free_from(POSTGRES_PORT),
                    log_file=self._home.logs / "postgres.log",
                )
            )
            self._watch(server.child)
            named, owner_url = server.dsn(), server.dsn(DATABASE, OWNER_ROLE)
            service_role, kind = SERVICE_ROLE, "local"
            self._local = True
        if owner_url:
            self._progress("Migrations …")
            await self._steps.migrate(owner_url, service_role, kind)
        return named, owner_url

    async def _temporal(self, current: str) -> tuple[bool, DevServer | None]:
        """Start Temporal, unless it runs elsewhere; say also whether its workflows must be started anew."""
        if any(self._environ.get(name) for name in TEMPORAL_VARIABLES):
            return False, None
        must_rebuild = build.set_aside_when_changed(self._home, current)
        self._progress("Temporal …")
        port = ports.free_from(TEMPORAL_PORT)
        server = await self._stack.enter_async_context(
            DevServer(
                self._home.temporal_file,
                port,
                ports.free_from(TEMPORAL_UI_PORT),
                log_file=self._home.logs / "temporal.log",
            )
        )
        self._watch(server.child)
        return must_rebuild, server

    async def _worker(self, runtime: Runtime) -> None:
        self._progress("The worker …")
        ready_file = self._home.ready_file
        ready_file.unlink(missing_ok=True)
        worker = self._child("worker", self._steps.worker, runtime, {"SAKSGANG_READY_FILE": str(ready_file)})
        self._stack.push_async_callback(worker.stop)
        await worker.start()
        self._watch(worker)

        async def made() -> bool:
            return ready_file.exists()

        await worker.ready(made, seconds=WORKER_READY_SECONDS)

    async def _cases(self, runtime: Runtime) -> bool:
        """Fill a local installation that is empty; say whether what is there is practice."""
        noted = self._home.folder / "practice"
        if not self._local or self._steps.cases is None:
            return noted.exists()
        if not noted.exists():
            self._progress("Cases, where there are none yet …")
            try:
                await run_to_end(self._child("cases", self._steps.cases, runtime), seconds=CASES_SECONDS)
            except LocalError as error:
                # What is there may be half of it; the installation itself is whole.
                self._progress(f"The cases could not all be put in: {error}")
            log = (self._home.logs / "cases.log").read_text("utf-8").splitlines()
            if log[-1:] != ["0 acts"]:
                noted.touch()
        return noted.exists()

    async def _web(self, runtime: Runtime) -> Runtime:
        """Serve the pages, on one's own machine with a local login beside them."""
        if self._steps.web is None:
            return runtime
        port = ports.free_from(WEB_PORT)
        address = self._environ.get("SAKSGANG_WEB_ADDRESS", f"http://localhost:{port}")
        more = {"SAKSGANG_WEB_ADDRESS": address, "SAKSGANG_WEB_LISTEN": f"{ports.HOST}:{port}"}
        login = None
        if self._local and not self._environ.get("SAKSGANG_OIDC_ISSUER"):
            login = await self._login(address)
        self._progress("The web …")
        web = self._child("web", self._steps.web, runtime, {**more, **(login.environment if login else {})})
        self._stack.push_async_callback(web.stop)
        await web.start()
        self._watch(web)

        async def serves() -> bool:
            return await listens(port)

        await web.ready(serves, seconds=WEB_READY_SECONDS)
        return dataclasses.replace(runtime, web=address, login=login.issuer if login else None)

    async def _login(self, address: str) -> LocalLogin | None:
        self._progress("The local login …")
        login = LocalLogin(
            address,
            ports.free_from(LOGIN_PORT),
            folder=self._home.folder,
            log_file=self._home.logs / "login.log",
        )
        self._stack.push_async_callback(login.stop)
        try:
            self._watch(await login.start())
        except CannotStartError as error:
            self._progress(f"{error} Nobody can log in until then.")
            return None
        return login

    def _child(
        self, name: str, command: Sequence[str], runtime: Runtime, more: Mapping[str, str] | None = None
    ) -> Child:
        address = {"TEMPORAL_ADDRESS": runtime.temporal_address} if runtime.temporal_address else {}
        env = {
            **{name: value for name, value in self._environ.items() if name not in _NOT_HANDED_ON},
            **address,
            **(more or {}),
            "DATABASE_URL": runtime.database_url,
            "PYTHONUNBUFFERED": "1",
            "SAKSGANG_HOME": str(self._home.folder),
            "SAKSGANG_METRICS_ADDRESS": runtime.metrics.removeprefix("http://").removesuffix("/metrics"),
        }
        return Child(f"The {name}", command, log_file=self._home.logs / f"{name}.log", env=env)

    def _watch(self, child: Child | None) -> None:
        if child is not None:
            self.children.append(child)


async def _run(home: Home, *, console: Console, steps: Steps) -> None:
    def progress(what: str) -> None:
        console.print(what, style="dim")

    async with installation(home, progress=progress, steps=steps) as running:
        console.print(banner(home, running.runtime))
        raise (await first_to_end(running.children)).ended()


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """Give an event that is set when somebody asks this process to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in STOP_SIGNALS:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in STOP_SIGNALS:
            loop.remove_signal_handler(number)
