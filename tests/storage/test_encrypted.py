"""With ``sslmode=verify-full`` the database must show that it is the one that was meant, before it hears a name or password."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from storage.engine import create_engine
from tests.certificates import certificate


@dataclass
class Impostor:
    """Listens where the database should be, shows a certificate or none, and keeps what it hears."""

    context: ssl.SSLContext | None
    heard: list[bytes] = field(default_factory=list)

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            # What every client asks first: whether TLS is spoken here.
            await reader.readexactly(8)
            if self.context is None:
                writer.write(b"N")
            else:
                writer.write(b"S")
                await writer.start_tls(self.context)
            self.heard.append(await reader.read(1_000))
        writer.close()


@contextlib.asynccontextmanager
async def listening(impostor: Impostor) -> AsyncIterator[int]:
    server = await asyncio.start_server(impostor, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def shows(files: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context


async def _reach(impostor: Impostor, trusted: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Try to connect to 'localhost', trusting one certificate; return what was heard of us."""
    monkeypatch.setenv("PGSSLROOTCERT", str(trusted))
    async with listening(impostor) as port:
        engine = create_engine(f"postgresql://somebody:secret@localhost:{port}/saksgang?sslmode=verify-full")
        with pytest.raises((OSError, DBAPIError)):
            await engine.connect()
        await engine.dispose()
        await asyncio.sleep(0)
    return b"".join(impostor.heard)


async def test_who_shows_the_right_certificate_hears_who_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = certificate(tmp_path, "localhost")

    assert b"somebody" in await _reach(Impostor(shows(files)), files[0], monkeypatch)


async def test_who_shows_another_s_or_an_unknown_one_or_none_hears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, (other, other_key) = certificate(tmp_path, "localhost"), certificate(tmp_path, "db.example")
    (tmp_path / "unknown").mkdir()
    unknown = certificate(tmp_path / "unknown", "localhost")

    assert await _reach(Impostor(shows((other, other_key))), other, monkeypatch) == b""
    assert await _reach(Impostor(shows(unknown)), right[0], monkeypatch) == b""
    assert await _reach(Impostor(None), right[0], monkeypatch) == b""
