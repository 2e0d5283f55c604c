"""Puts the API together: its resources, its problems, its headers. It is an application of its own, under ``/api/v1``."""

from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from web.api.describing import describe, gate_of
from web.api.headers import ApiHeaders
from web.api.limits import Limits
from web.api.problems import add_handlers
from web.api.resources import ROUTERS
from web.api.tokens import Issuer, Keys, Tokens
from web.house import House
from web.routing import together
from web.settings import ApiSettings, Oidc

#: Of the API, not of the program: it grows as long as old clients go on working.
VERSION: Final = "1.0"


def _name(route: APIRoute) -> str:
    return route.operation_id or route.name


_ROUTES: Final = together(ROUTERS, APIRouter(generate_unique_id_function=_name))


class Api(FastAPI):
    """The API; it describes itself whole."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            gated = {_name(route): gate_of(route) for route in routes()}
            self.openapi_schema = describe(self, gated, VERSION)
        return self.openapi_schema


def bare_api() -> Api:
    """Return the API as it is described, without a house behind it.

    Raises:
        UngatedError: A route has no gate.
    """
    for route in routes():
        gate_of(route)
    api = Api(
        title="Saksgang",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    api.router.routes.extend(_ROUTES)
    add_handlers(api)
    api.add_middleware(ApiHeaders)
    return api


def create_api(house: House, settings: ApiSettings) -> Api:
    """Return the API on *house*."""
    api = bare_api()
    api.state.house = house
    api.state.limits = Limits(settings.reads_per_minute, settings.writes_per_minute)
    api.state.tokens = Tokens(
        settings.audience, {one: Keys(one.metadata) for one in issuers(settings, house.settings.oidc)}
    )
    return api


def issuers(settings: ApiSettings, oidc: Oidc | None) -> tuple[Issuer, ...]:
    """Return whose tokens are taken: Maskinporten's for programs, and those of the login for persons."""
    programs = Issuer(
        name=settings.issuer,
        metadata=f"{settings.issuer.rstrip('/')}/.well-known/oauth-authorization-server",
        persons=False,
    )
    if oidc is None:
        return (programs,)
    persons = Issuer(
        name=oidc.issuer, metadata=f"{oidc.issuer}/.well-known/openid-configuration", persons=True
    )
    return (programs, persons)


def routes() -> list[APIRoute]:
    """Return every route of the API."""
    return [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
