"""Asks ClamAV whether a file holds malware, before it is kept: clamd's own protocol, over a socket or a port."""

import asyncio
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from typing import Final

_CHUNK: Final = 65_536
_PATIENCE: Final = 30.0


class Scan(StrEnum):
    """What came of looking."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"
    AWAY = "away"


async def scan(content: bytes, clamd: str | None) -> Scan:
    """Return whether *content* is clean.

    Args:
        content: The file.
        clamd: ``host:port`` or the path of a socket; None where nobody looks.
    """
    if clamd is None:
        return Scan.NOT_SCANNED
    try:
        async with asyncio.timeout(_PATIENCE):
            said = await _ask(content, clamd)
    except (OSError, TimeoutError, asyncio.IncompleteReadError):
        return Scan.AWAY
    if said.endswith(b"OK"):
        return Scan.CLEAN
    # Whatever else it says, a file that is not called clean is not kept; a fault of its own is told apart.
    return Scan.INFECTED if said.endswith(b"FOUND") else Scan.AWAY


async def _ask(content: bytes, clamd: str) -> bytes:
    async with _connection(clamd) as (reader, writer):
        writer.write(b"zINSTREAM\0")
        for start in range(0, len(content), _CHUNK):
            piece = content[start : start + _CHUNK]
            writer.write(struct.pack(">I", len(piece)) + piece)
            await writer.drain()
        writer.write(struct.pack(">I", 0))
        await writer.drain()
        return (await reader.readuntil(b"\0")).rstrip(b"\0").strip()


@asynccontextmanager
async def _connection(clamd: str) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    if clamd.startswith("/"):
        reader, writer = await asyncio.open_unix_connection(clamd)
    else:
        host, _, port = clamd.rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
