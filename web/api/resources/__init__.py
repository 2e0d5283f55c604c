"""The resources, one module each. A new one is a module here and a line in ``ROUTERS``; see docs/api.md."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter

from web.api.resources import (
    applications,
    cases,
    commands,
    description,
    events,
    exports,
    files,
    registers,
    uploads,
    webhooks,
    work,
)

ROUTERS: Final[Sequence[APIRouter]] = (
    description.router,
    applications.router,
    cases.router,
    files.router,
    uploads.router,
    commands.router,
    work.router,
    registers.router,
    exports.router,
    events.router,
    webhooks.router,
)
