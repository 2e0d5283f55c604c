"""The pages, one module each. A new page is a module here and a line in ``ROUTERS``; see docs/web.md."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter

from web.pages import (
    about,
    case,
    cases,
    command,
    entry,
    health,
    history,
    language,
    today,
)

ROUTERS: Final[Sequence[APIRouter]] = (
    entry.router,
    language.router,
    about.router,
    health.router,
    today.router,
    cases.router,
    case.router,
    history.router,
    command.router,
)
