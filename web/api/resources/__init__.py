"""The resources, one module each. A new one is a module here and a line in ``ROUTERS``; see docs/api.md."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter

from web.api.resources import cases, commands, description

ROUTERS: Final[Sequence[APIRouter]] = (
    description.router,
    cases.router,
    commands.router,
)
