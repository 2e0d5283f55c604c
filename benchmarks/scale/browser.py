"""A browser that somebody is logged in to, as small as can be: what it costs must not be mistaken for what the service costs."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter
from typing import Final, Self
from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncEngine

from deploy.local import ports
from domain.actors import Actor
from storage import sessions
from storage.sessions import SessionRow
from web.guard import csrf
from web.login.hats import Hat

_COOKIE: Final = "saksgang"
_OK: Final = 200


class FailedError(Exception):
    """A page did not come; the message says which, and what came instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: its body, and the milliseconds it took, as the server says and as the browser saw."""

    status: int
    body: bytes
    server_ms: float
    browser_ms: float


async def log_in(engine: AsyncEngine, who: Actor, now: datetime) -> tuple[str, str]:
    """Open a session for *who* at *now* (real time); return what the cookie holds, and a token for forms."""
    secret, token = secrets.token_urlsafe(32), csrf.new_token()
    row = SessionRow(
        subject=who.subject,
        hats=[Hat(role=who.role, unit=who.unit).stored()],
        worn=0,
        csrf=token,
        began_at=now,
        seen_at=now,
        ends_at=now + timedelta(hours=8),
    )
    async with engine.begin() as conn:
        await sessions.begin(conn, secret, row)
    return secret, csrf.masked(token)


class Browser:
    """One connection that stays open, as browsers keep theirs."""

    def __init__(self, port: int, secret: str) -> None:
        self._port = port
        self._head = (
            f"Host: {ports.HOST}:{port}\r\nCookie: {_COOKIE}={secret}\r\nAccept-Encoding: identity\r\n"
        )
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        self._streams = await asyncio.open_connection(ports.HOST, self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._streams is not None  # noqa: S101 - it was entered
        self._streams[1].close()

    async def get(self, path: str) -> Answer:
        """Ask for a page.

        Raises:
            FailedError: It did not come.
        """
        answer = await self._ask(f"GET {path} HTTP/1.1\r\n{self._head}\r\n".encode())
        if answer.status != _OK:
            raise FailedError(f"{path}: {answer.status}")
        return answer

    async def post(self, path: str, form: dict[str, str]) -> Answer:
        """Send a form."""
        body = urlencode(form).encode()
        said = (
            f"POST {path} HTTP/1.1\r\n{self._head}Origin: http://{ports.HOST}:{self._port}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return await self._ask(said.encode() + body)

    async def _ask(self, said: bytes) -> Answer:
        assert self._streams is not None  # noqa: S101 - it was entered
        reader, writer = self._streams
        began = perf_counter()
        writer.write(said)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        if fields.get("transfer-encoding") == "chunked":
            body = await _chunks(reader)
        else:
            body = await reader.readexactly(int(fields.get("content-length", "0")))
        took = (perf_counter() - began) * 1000
        return Answer(
            status=int(first.split(" ")[1]),
            body=body,
            server_ms=float(fields["server-timing"].partition("dur=")[2]),
            browser_ms=took,
        )


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    found = []
    while size := int((await reader.readline()).strip(), 16):
        found.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(found)
