"""A door in front of the database that can be shut: for those behind it the database is away, for the test it is not."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

from sqlalchemy import make_url

from deploy.local import ports


class Gate:
    """Passes bytes on to the database at *dsn* while it is open.

    Args:
        dsn: ``postgresql://…``; ``self.dsn`` is the same by way of the gate.
    """

    def __init__(self, dsn: str) -> None:
        url = make_url(dsn)
        assert url.host is not None
        assert url.port is not None
        self._there = (url.host, url.port)
        self._port = ports.any_free()
        self.dsn = url.set(port=self._port).render_as_string(hide_password=False)
        self._server: asyncio.Server | None = None
        self._passing: set[asyncio.StreamWriter] = set()
        self._silent = False

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.shut()

    async def open(self) -> None:
        """Let everybody through."""
        await self.shut()
        self._server = await asyncio.start_server(self._pass, ports.HOST, self._port)

    async def shut(self) -> None:
        """Cut everybody off and refuse whoever comes, as a server that is down does."""
        self._silent = False
        if self._server is not None:
            self._server.close()
            self._server = None
        self._cut()

    async def fall_silent(self) -> None:
        """Take everybody in and say nothing, as a network that loses every packet does."""
        await self.open()
        self._silent = True
        self._cut()

    def _cut(self) -> None:
        for writer in self._passing:
            writer.transport.abort()
        self._passing.clear()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._passing.add(writer)
        if self._silent:
            return
        with suppress(OSError):
            there_reader, there_writer = await asyncio.open_connection(*self._there)
            self._passing.add(there_writer)
            async with asyncio.TaskGroup() as group:
                group.create_task(_pump(reader, there_writer))
                group.create_task(_pump(there_reader, writer))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()
