"""How the modules that answer become one list of routes."""

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.routing import BaseRoute


def together(routers: Iterable[APIRouter], whole: APIRouter) -> list[BaseRoute]:
    """Return the routes of *routers*, as *whole* has them.

    What FastAPI works out of a route at its first request is kept with the route. So an application takes the routes as
    they are: to include the routers in each application would work it out anew for each.
    """
    for router in routers:
        whole.include_router(router)
    return whole.routes
