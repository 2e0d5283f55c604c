"""Puts the web together: pages, static files, headers, errors; and sees to it that no route is without a gate."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from web.api import app as api
from web.errors import add_handlers
from web.guard.gate import Gate
from web.guard.headers import SecurityHeaders
from web.guard.rates import Rate
from web.house import House
from web.login.provider import Provider
from web.pages import ROUTERS
from web.templating import STATIC, Templates

_KEEP: Final = "public, max-age=31536000, immutable"
_SMALLEST_ZIPPED: Final = 600

CALLBACK: Final = "/logg-inn/tilbake"


class Kept(StaticFiles):
    """Static files; their addresses change with their content, so browsers may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Any:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _KEEP
        return response


def create_app(house: House) -> FastAPI:
    """Return the web on *house*.

    Raises:
        UngatedRouteError: A route lets in whoever comes without anybody having said so.
    """
    settings = house.settings

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await house.engine.dispose()

    app = FastAPI(title="Saksgang", openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    app.state.house = house
    app.state.templates = Templates()
    app.state.writes = Rate(settings.writes_per_minute)
    app.state.logins = Rate(settings.logins_per_minute)
    # The browser itself sees to it that no other host and no unencrypted page can set this cookie.
    app.state.cookie = "__Host-saksgang" if settings.secure else "saksgang"
    app.state.provider = None
    # What goes on behind a page is held here: a task that nobody holds may be dropped.
    app.state.running = set()
    login = None
    if settings.oidc is not None:
        app.state.provider = Provider(settings.oidc, settings.address + CALLBACK)
        login = _origin(settings.oidc.issuer)
    for router in ROUTERS:
        app.include_router(router)
    if settings.api is not None:
        app.mount(api.PATH, api.create_api(house, settings.api))
    app.mount("/static", Kept(directory=STATIC), name="static")
    app.state.paths = frozenset(route.path for route in pages())
    add_handlers(app)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED)
    app.add_middleware(SecurityHeaders, secure=settings.secure, login=login)
    return app


class UngatedRouteError(Exception):
    """A route has no gate; the text names it."""


def pages(routers: Iterable[APIRouter] = ROUTERS) -> list[APIRoute]:
    """Return every route of *routers*.

    Raises:
        UngatedRouteError: One has no gate.
    """
    found: list[APIRoute] = []
    for router in routers:
        for route in router.routes:
            if not isinstance(route, APIRoute) or gate_of(route) is None:
                raise UngatedRouteError(getattr(route, "path", str(route)))
            found.append(route)
    return found


def gate_of(route: APIRoute) -> Gate | None:
    """Return the gate of *route*, if it has one."""
    calls = (dependency.call for dependency in route.dependant.dependencies)
    return next((call for call in calls if isinstance(call, Gate)), None)


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
