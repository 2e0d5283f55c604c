"""Where a command finds its database and its engine: in the environment, else in the installation that runs here."""

import asyncio
import atexit
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Self

from activities.encrypted import check_database
from activities.secret import secret
from cli.errors import AwayError, Phrase, UnusableError
from deploy.local.home import Home, Runtime
from domain.engine import TASK_QUEUE
from domain.problems import MistakeError, Problem

if TYPE_CHECKING:
    from temporalio.client import Client

#: An engine that has not answered a connection after so long is away.
_CONNECT_SECONDS: Final = 5.0

_DEFAULT_ADDRESS: Final = "127.0.0.1:7233"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Environment:
    """What a command is given by the process it runs in; tests put their own in its place.

    Args:
        environ: The settings.
        home: The folder of the local installation.
        now: The real clock (UTC).
        task_queue: Where the worker listens.
        patience: How long a person waits for the engine; as long as the door thinks right where left out.
    """

    environ: Mapping[str, str]
    home: Home
    now: Callable[[], datetime] = _now
    task_queue: str = TASK_QUEUE
    patience: timedelta | None = None

    @classmethod
    def of_process(cls) -> Self:
        """Return the environment of this process."""
        return cls(environ=os.environ, home=Home.from_environment())

    def database_url(self) -> str:
        """Return the service's address of the database.

        Raises:
            AwayError: None is named, and no installation runs here.
            UnusableError: The file that should hold it does not, or the way there would be plain.
        """
        named = self._secret("DATABASE_URL")
        return self._runtime().database_url if named is None else self._checked(named, "DATABASE_URL")

    def owner_url(self) -> str:
        """Return the owner's address of the database.

        Raises:
            AwayError: None is named, and no installation of ours runs here.
            UnusableError: The file that should hold it does not.
        """
        named = self._secret("DATABASE_OWNER_URL")
        found = named or (None if self._secret("DATABASE_URL") else self._runtime().owner_database_url)
        if found is None:
            raise AwayError(Phrase("no-owner-url"))
        return self._checked(found, "DATABASE_OWNER_URL")

    async def engine_client(self) -> "Client | None":
        """Return a connection to the engine, or None where it does not answer."""
        # Loaded where it is used: most commands read the database alone.
        from temporalio.client import Client
        from temporalio.service import RPCError

        from workflows.connecting import engine_config
        from workflows.sandbox import CONVERTER

        try:
            config = engine_config(self.environ, self.engine_address())
        except MistakeError as error:
            raise UnusableError(Problem.of("", error)) from error
        # A thread of the SDK may still need the interpreter while it ends (temporalio/sdk-python#300).
        atexit.register(time.sleep, 0.05)
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                return await Client.connect(**config, data_converter=CONVERTER)
        except (RuntimeError, RPCError, TimeoutError):
            return None

    def engine_address(self) -> str:
        """Return where the engine is looked for, unless the standard TEMPORAL_* settings say it."""
        from deploy.local.up import TEMPORAL_VARIABLES

        if any(self.environ.get(name) for name in TEMPORAL_VARIABLES):
            return _DEFAULT_ADDRESS
        runtime = self.home.runtime()
        # The engine that runs here knows nothing of a database elsewhere.
        if runtime is None or (self._secret("DATABASE_URL") or runtime.database_url) != runtime.database_url:
            return _DEFAULT_ADDRESS
        return runtime.temporal_address or _DEFAULT_ADDRESS

    def _checked(self, address: str, name: str) -> str:
        try:
            check_database(self.environ, address, name)
        except MistakeError as error:
            raise UnusableError(Problem.of("", error)) from error
        return address

    def _secret(self, name: str) -> str | None:
        try:
            return secret(self.environ, name)
        except MistakeError as error:
            raise UnusableError(Problem.of("", error)) from error

    def _runtime(self) -> Runtime:
        runtime = self.home.runtime()
        if runtime is None:
            raise AwayError(Phrase("nothing-runs", {"folder": str(self.home.folder)}))
        return runtime
