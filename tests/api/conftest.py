"""The API as it is, on a real database and engine, and programs with tokens from issuers whose keys the tests hold."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from starlette.routing import Mount

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.actors import Role
from tests.api import issuer
from tests.api.issuer import Signer
from tests.stage import OFFICE
from tests.web.conftest import ADDRESS, Site, new_site
from web.api import PATH
from web.api.app import issuers
from web.api.tokens import Tokens


@dataclass(kw_only=True)
class Service(Site):
    """The web on a small installation, with its API."""

    maskinporten: Signer = field(default_factory=lambda: issuer.known(issuer.MASKINPORTEN))
    login: Signer = field(default_factory=lambda: issuer.known(issuer.LOGIN))

    @property
    def api(self) -> Any:
        return next(one.app for one in self.app.routes if isinstance(one, Mount) and one.path == PATH)

    def trust(self) -> None:
        """Let the API take the tokens of both."""
        keys = {issuer.MASKINPORTEN: self.maskinporten.keys(), issuer.LOGIN: self.login.keys()}
        known = issuers(issuer.API, issuer.OIDC)
        self.api.state.tokens = Tokens(issuer.AUDIENCE, {one: keys[one.name] for one in known})

    @contextmanager
    def without_engine(self) -> Iterator[None]:
        """Let pages and programs find no engine while the body runs."""
        states = (self.app.state, self.api.state)
        for one in states:
            one.house = replace(self.house, client=None)
        try:
            yield
        finally:
            for one in states:
                one.house = self.house

    def caller(self, token: str | None = None, **headers: str) -> "Caller":
        """Return a program with *token*."""
        client = httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=self.app), base_url=ADDRESS, headers=headers
        )
        if token is not None:
            client.headers["Authorization"] = f"Bearer {token}"
        return Caller(client=client)

    def program(self, role: Role, unit: str = OFFICE, **changes: Any) -> "Caller":
        """Return a program of the organisation at *unit*."""
        return self.caller(issuer.program(self.maskinporten, role, unit, **changes))

    def person(self, role: Role, unit: str = OFFICE, subject: str | None = None, **changes: Any) -> "Caller":
        """Return a program that a person uses; the same role and unit is the same person unless named otherwise."""
        return self.caller(self.token(role, unit, subject, **changes))

    def token(self, role: Role, unit: str = OFFICE, subject: str | None = None, **changes: Any) -> str:
        """Return a person's token."""
        named = subject or f"{role.value}@{unit}"
        return issuer.person(self.login, role, unit, named, **changes)


@dataclass(kw_only=True)
class Caller:
    """Asks as a program does."""

    client: httpx2.AsyncClient

    async def get(self, path: str, **headers: str) -> httpx2.Response:
        return await self.client.get(f"{PATH}{path}", headers=headers)

    async def post(
        self,
        path: str,
        content: Mapping[str, Any] | None = None,
        key: object = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        return await self.client.post(
            f"{PATH}{path}",
            json=content or {},
            headers={"Idempotency-Key": str(key or uuid4()), **(headers or {})},
        )

    async def upload(self, name: str, content: bytes) -> httpx2.Response:
        return await self.client.post(f"{PATH}/files", files={"file": (name, content)})


@asynccontextmanager
async def new_service(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Service]:
    """Have a web with its API, with a round for learning networks and nothing else, while the body runs."""
    async with new_site(postgres, temporal_server, oidc=issuer.OIDC, api=issuer.API) as site:
        service = Service(stage=site.stage, app=site.app, house=site.house)
        service.trust()
        yield service


@pytest.fixture
async def service(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Service]:
    """An API of one's own."""
    async with new_service(postgres, temporal_server) as made:
        yield made


@pytest.fixture(scope="module")
async def shared(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Service]:
    """One for the whole module: for tests that leave nothing behind."""
    async with new_service(postgres, temporal_server) as made:
        yield made
