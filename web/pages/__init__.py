"""The pages, one module each. A new page is a module here and a line in ``ROUTERS``; see docs/web.md."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter

from web.pages import (
    about,
    application,
    approval,
    bulk,
    calls,
    case,
    cases,
    colleagues,
    command,
    confirming,
    deadlines,
    drafts,
    entry,
    files,
    frames,
    health,
    history,
    language,
    operation,
    ranking,
    reporting,
    rounds,
    sending,
    supplementing,
    today,
)

ROUTERS: Final[Sequence[APIRouter]] = (
    entry.router,
    language.router,
    about.router,
    health.router,
    today.router,
    approval.router,
    frames.router,
    deadlines.router,
    cases.router,
    bulk.router,
    colleagues.router,
    case.router,
    history.router,
    command.router,
    calls.router,
    drafts.router,
    application.router,
    confirming.router,
    files.router,
    reporting.router,
    sending.router,
    supplementing.router,
    rounds.router,
    ranking.router,
    operation.router,
)
