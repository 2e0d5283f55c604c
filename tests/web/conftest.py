"""The web as it is, on a real database and engine, and browsers that are logged in without the login's detour."""

import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage import sessions
from storage.sessions import SessionRow
from tests.stage import Stage, new_stage
from tests.web.people import Person
from web.app import create_app
from web.guard import csrf
from web.house import House
from web.login.hats import Hat
from web.settings import Settings

ADDRESS = "http://localhost:8000"

_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass(kw_only=True)
class Site:
    """The web on a small installation."""

    stage: Stage
    app: FastAPI
    house: House

    def stranger(self) -> httpx2.AsyncClient:
        """Return a browser that nobody is logged in to."""
        return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=self.app), base_url=ADDRESS)

    async def browser(self, person: Person, **changes: Any) -> "Browser":
        """Return a browser that *person* is logged in to."""
        secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
        row: dict[str, Any] = {
            "subject": person.subject,
            "hats": [Hat(role=person.role, unit=person.unit).stored()],
            "worn": 0,
            "csrf": csrf.new_token(),
            "began_at": now,
            "seen_at": now,
            "ends_at": now + timedelta(hours=1),
        } | changes
        async with self.stage.database.engine.begin() as conn:
            await sessions.begin(conn, secret, SessionRow(**row))
        client = self.stranger()
        client.cookies.set(self.app.state.cookie, secret)
        return Browser(client=client, token=csrf.masked(row["csrf"]))


@dataclass(kw_only=True)
class Browser:
    """Asks as a browser does; forms carry the session's token."""

    client: httpx2.AsyncClient
    token: str

    async def get(self, path: str) -> httpx2.Response:
        return await self.client.get(path)

    async def post(self, path: str, content: Mapping[str, Any] | None = None) -> httpx2.Response:
        return await self.client.post(path, data={"csrf": self.token, **(content or {})})


def house_on(stage: Stage, settings: Settings) -> House:
    """Return a web process on *stage*."""
    return House(
        settings=settings, engine=stage.database.engine, client=stage.client, task_queue=stage.task_queue
    )


@asynccontextmanager
async def new_site(
    postgres: EmbeddedPostgres, temporal_server: DevServer, **settings: Any
) -> AsyncIterator[Site]:
    """Have a web with a round for learning networks and nothing else while the body runs; *settings* are the web's."""
    async with new_stage(postgres, temporal_server) as stage:
        await stage.open_round()
        told: dict[str, Any] = {
            "database_url": stage.database.service_dsn,
            "reads_per_minute": 100_000,
            "writes_per_minute": 10_000,
            "security_contact": "mailto:security@saksgang.example",
        }
        house = house_on(stage, Settings(**told | settings))
        yield Site(stage=stage, app=create_app(house), house=house)


@pytest.fixture
async def site(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Site]:
    """A web of one's own."""
    async with new_site(postgres, temporal_server) as made:
        yield made


@pytest.fixture(scope="module")
async def shared(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Site]:
    """One for the whole module: for tests that leave nothing behind."""
    async with new_site(postgres, temporal_server) as made:
        yield made
