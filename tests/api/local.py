"""A whole web with the provider of `make run` beside it, served on ports as programs reach it."""

import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from joserfc import jwt
from joserfc.jwk import import_key

from activities.certificates import believed
from deploy.local import ports
from deploy.local.login import LocalLogin
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.actors import Role
from tests.api.conftest import Caller, Service
from tests.stage import new_stage
from tests.web.conftest import house_on
from tests.web.serving import served
from web.app import create_app
from web.settings import Settings

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"


@dataclass(kw_only=True)
class Local:
    """A web with its local provider."""

    service: Service
    login: LocalLogin
    address: str

    def keys(self, role: Role) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.login.programs / f"{role}.json").read_text())
        return found

    async def ask(self, role: Role, key: Any = None, **changes: Any) -> httpx2.Response:
        """Ask for a token."""
        keys, now = self.keys(role), int(time.time())
        claims = {
            "iss": keys["client_id"],
            "aud": keys["issuer"],
            "scope": keys["scope"],
            "resource": keys["api"],
            "iat": now,
            "exp": now + 60,
        } | changes
        assertion = jwt.encode({"alg": "ES256"}, claims, key or import_key(keys["key"]))
        async with httpx2.AsyncClient(verify=believed(environment=True)) as client:
            form = {"grant_type": GRANT, "assertion": assertion}
            return await client.post(keys["token_endpoint"], data=form)

    async def token(self, role: Role, **changes: Any) -> str:
        found: str = (await self.ask(role, **changes)).json()["access_token"]
        return found

    async def caller(self, role: Role, **changes: Any) -> Caller:
        """Return a program with a token for *role*."""
        return self.service.caller(await self.token(role, **changes))


@asynccontextmanager
async def new_local(
    postgres: EmbeddedPostgres, temporal_server: DevServer, folder: Path
) -> AsyncIterator[Local]:
    """Start everything, and stop it."""
    port = ports.any_free()
    address = f"http://localhost:{port}"
    async with AsyncExitStack() as stack:
        stage = await stack.enter_async_context(new_stage(postgres, temporal_server))
        await stage.open_round()
        login = LocalLogin(address, ports.any_free(), folder=folder, log_file=folder / "login.log")
        stack.push_async_callback(login.stop)
        await login.start()
        told = login.environment | {"DATABASE_URL": stage.database.service_dsn}
        house = house_on(stage, Settings.from_environment(told | {"SAKSGANG_WEB_ADDRESS": address}))
        service = Service(stage=stage, app=create_app(house), house=house)
        await stack.enter_async_context(served(service.app, port))
        yield Local(service=service, login=login, address=address)
