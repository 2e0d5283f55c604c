"""The folder of a local installation: who has it in use, and where its parts can be reached."""

import dataclasses
import fcntl
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self, TextIO

from deploy.local.credentials import write_private
from deploy.local.errors import AlreadyRunningError, CannotStartError

HOME_VARIABLE: Final = "SAKSGANG_HOME"
DEFAULT_HOME: Final = ".saksgang"


def home_of(environ: Mapping[str, str]) -> Path:
    """Give the folder named by SAKSGANG_HOME, else ``.saksgang`` in the current one. It need not exist."""
    return Path(environ.get(HOME_VARIABLE) or DEFAULT_HOME).absolute()


@dataclasses.dataclass(frozen=True, kw_only=True)
class Runtime:
    """Where the parts of a running installation are reached.

    Attributes:
        database_url: For the service role.
        owner_database_url: For the role that owns the tables; None when the database is somebody else's.
        temporal_address: Host and port of Temporal's gRPC service; None when TEMPORAL_* settings say it.
        temporal_ui: Address of Temporal's web pages; None when the server is somebody else's.
        metrics: Address of the worker's metrics.
        web: Where the pages are; None where they are not served here.
        login: Address of the local OpenID provider; None where there is none.
        practice: Whether demo cases were put in.
    """

    database_url: str = dataclasses.field(repr=False)
    owner_database_url: str | None = dataclasses.field(repr=False)
    temporal_address: str | None
    temporal_ui: str | None
    metrics: str
    web: str | None = None
    login: str | None = None
    practice: bool = False


class Home:
    """The folder of one local installation.

    Args:
        folder: Made, readable for its owner alone, when it is first entered.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.logs = self.folder / "logs"
        self.postgres_data = self.folder / "postgres"
        self.temporal_file = self.folder / "temporal.db"
        self.build_file = self.folder / "build"
        self.ready_file = self.folder / "worker.ready"
        self._lock_file = self.folder / "up.lock"
        self._runtime_file = self.folder / "runtime.json"

    @classmethod
    def from_environment(cls) -> Self:
        """Take the folder that this process's environment names."""
        return cls(home_of(os.environ))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Have the folder for oneself.

        The lock is the kernel's, so it is free again when its holder ends, however that happens.

        Raises:
            AlreadyRunningError: Another process holds it.
            CannotStartError: The folder cannot be made or written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = self._lock_file.open("a+", encoding="utf-8")
        except OSError as error:
            raise CannotStartError(
                f"{self.folder} cannot be used: {error.strerror}. Set {HOME_VARIABLE} to a folder of yours."
            ) from error
        with lock:
            self._lock(lock)
            # A supervisor that was killed has left its own behind.
            self._runtime_file.unlink(missing_ok=True)
            lock.truncate(0)
            lock.write(f"{os.getpid()}\n")
            lock.flush()
            yield

    def _lock(self, lock: TextIO) -> None:
        # More than one try: a command that asks whether Saksgang runs holds the lock for an instant.
        for pause in (0.02, 0.1, 0.5, 0.0):
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(pause)
            else:
                return
        lock.seek(0)
        raise AlreadyRunningError(
            f"Saksgang already runs in {self.folder} (process {lock.read().strip() or 'unknown'})."
            f" Stop that one, or set {HOME_VARIABLE} to another folder."
        )

    @contextmanager
    def published(self, runtime: Runtime) -> Iterator[None]:
        """Let other commands find the installation while the body runs. Only the owner may read it."""
        write_private(self._runtime_file, json.dumps(dataclasses.asdict(runtime), indent=2) + "\n")
        try:
            yield
        finally:
            self._runtime_file.unlink(missing_ok=True)

    def runtime(self) -> Runtime | None:
        """Tell where the installation is reached; None when it does not run, even if it was killed."""
        if not self._in_use():
            return None
        try:
            return Runtime(**json.loads(self._runtime_file.read_text("utf-8")))
        except FileNotFoundError:  # still starting, or stopping
            return None

    def _in_use(self) -> bool:
        try:
            with self._lock_file.open("r", encoding="utf-8") as lock:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False
