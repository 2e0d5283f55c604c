"""Puts the web together: pages, static files, headers, errors; and sees to it that no route is without a gate."""

import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from web.api import PATH as API
from web.api.app import create_api
from web.errors import add_handlers
from web.guard.bodies import BodyLimit
from web.guard.gate import Gate
from web.guard.headers import SecurityHeaders, security_headers
from web.guard.rates import Rate
from web.house import House
from web.login.provider import Provider
from web.pages import ROUTERS
from web.routing import together
from web.templating import STATIC, Templates
from web.uploads import MAX_ALL_BYTES

_KEEP: Final = "public, max-age=31536000, immutable"
_SMALLEST_ZIPPED: Final = 600

#: All files of a draft at once, and the form around them.
MOST_SENT: Final = MAX_ALL_BYTES + 1_000_000

CALLBACK: Final = "/logg-inn/tilbake"

_ROUTES: Final = together(ROUTERS, APIRouter())


class Kept(StaticFiles):
    """Static files; their addresses change with their content, so browsers may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Any:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _KEEP
        return response


class WholeMount(Mount):
    """Everything below an address: also a path with a line break in it, which ``Mount`` leaves to the pages."""

    def __init__(self, path: str, app: ASGIApp) -> None:
        super().__init__(path, app=app)
        self.path_regex = re.compile(self.path_regex.pattern, re.DOTALL)


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
    app.state.reads = Rate(settings.reads_per_minute)
    app.state.writes = Rate(settings.writes_per_minute)
    app.state.logins = Rate(settings.logins_per_minute)
    app.state.cookie = settings.cookie("saksgang")
    app.state.provider = None
    # What goes on behind a page is held here: a task that nobody holds may be dropped.
    app.state.running = set()
    login = None
    if settings.oidc is not None:
        app.state.provider = Provider(settings.oidc, settings.address + CALLBACK)
        login = _origin(settings.oidc.issuer)
    app.router.routes.extend(_ROUTES)
    if settings.api is not None:
        app.router.routes.append(WholeMount(API, app=create_api(house, settings.api)))
    app.mount("/static", Kept(directory=STATIC), name="static")
    app.state.paths = frozenset(route.path for route in pages())
    add_handlers(app)
    app.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_ZIPPED)
    app.state.headers = security_headers(secure=settings.secure, login=login)
    app.add_middleware(BodyLimit, most=MOST_SENT)
    app.add_middleware(SecurityHeaders, headers=app.state.headers)
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
