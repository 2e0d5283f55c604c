"""What a person reads when a page cannot be shown: what happened, what is kept, and where to go on."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

import structlog
from fastapi import FastAPI, Request
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from web.guard import gate
from web.guard.bodies import TooLargeError
from web.visit import Visit

log = structlog.get_logger()

_NOT_FOUND: Final = 404
_NOT_ALLOWED: Final = 405
_TOO_LARGE: Final = 413
_FAULT: Final = 500
#: What is left of a request then can no longer be read.
_UNREADABLE: Final = frozenset({_TOO_LARGE, _FAULT})


def add_handlers(app: FastAPI) -> None:
    """Let *app* say errors in words."""
    app.add_exception_handler(gate.LogInError, _log_in)
    app.add_exception_handler(gate.ChooseHatError, _choose_hat)
    app.add_exception_handler(gate.NotYoursError, _gate_page(404, "not-found"))
    app.add_exception_handler(gate.NotForRoleError, _gate_page(403, "not-for-role"))
    app.add_exception_handler(gate.ForeignFormError, _gate_page(403, "foreign-form"))
    app.add_exception_handler(gate.TooManyError, _too_many)
    app.add_exception_handler(TooLargeError, _too_large)
    app.add_exception_handler(HTTPException, _http)
    for away in (SQLAlchemyError, OSError):
        app.add_exception_handler(away, _away)
    app.add_exception_handler(Exception, _fault)


async def _log_in(_request: Request, error: Exception) -> Response:
    assert isinstance(error, gate.GateError)  # noqa: S101 - registered for it
    visit = error.visit
    if visit.request.method in {"GET", "HEAD"}:
        return visit.to(visit.login_address())
    return await _kept(visit, 401, "session-ended")


async def _choose_hat(_request: Request, error: Exception) -> Response:
    assert isinstance(error, gate.GateError)  # noqa: S101 - registered for it
    return error.visit.to("/velg-rolle")


def _gate_page(status: int, key: str) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handler(_request: Request, error: Exception) -> Response:
        assert isinstance(error, gate.GateError)  # noqa: S101 - registered for it
        visit = error.visit
        asked = {"method": visit.request.method, "path": visit.request.url.path}
        log.warning("not_let_in", why=key, subject=visit.subject, role=_role(visit), **asked)
        return await _kept(visit, status, key)

    return handler


async def _too_many(request: Request, error: Exception) -> Response:
    assert isinstance(error, gate.TooManyError)  # noqa: S101 - registered for it
    key = "asked-too-much" if request.method in gate.READING else "too-many"
    response = await _gate_page(429, key)(request, error)
    response.headers["Retry-After"] = str(error.wait)
    return response


def _role(visit: Visit) -> str | None:
    return None if visit.actor is None else f"{visit.actor.role}@{visit.actor.unit}"


async def _too_large(request: Request, _error: Exception) -> Response:
    log.warning("too_large", path=request.url.path)
    return await _kept(_bare(request), _TOO_LARGE, "too-large")


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    key = {_NOT_FOUND: "not-found", _NOT_ALLOWED: "not-allowed"}.get(error.status_code, "fault")
    return await _kept(_bare(request), error.status_code, key)


async def _away(request: Request, error: Exception) -> Response:
    if not is_away(error):
        return await _fault(request, error)
    log.warning("database_away", error=type(error).__name__)
    return await _kept(_bare(request), 503, "away")


def is_away(error: Exception) -> bool:
    """Say whether *error* is the database being away, and no fault of the program."""
    if isinstance(error, OSError | PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return error.connection_invalidated or isinstance(error.orig, OSError) or state[:2] in {"08", "57", "53"}


async def _fault(request: Request, error: Exception) -> Response:
    log.error("page_failed", path=request.url.path, error=type(error).__name__, exc_info=error)
    response = await _kept(_bare(request), _FAULT, "fault")
    # What answers a fault stands outside of all that would have put them there.
    for name, value in request.app.state.headers.items():
        response.headers[name] = value
    return response


def _bare(request: Request) -> Visit:
    """Return a visit that asks the database nothing: it may be what is away."""
    return Visit(request=request, house=request.app.state.house, language=gate.language_of(request))


async def _kept(visit: Visit, status: int, key: str) -> Response:
    """Say it, and give back what was typed, so that it can be sent again from this very page."""
    form = visit.sent
    if form is None and visit.request.method == "POST" and status not in _UNREADABLE:
        # What cannot be read, or is too much, is not given back: what is to be said is more important.
        with suppress(TooLargeError, HTTPException):
            form = await visit.form()
    typed = [(name, value) for name, value in form.multi_items() if isinstance(value, str)] if form else []
    return visit.page("error.html", status=status, key=key, typed=typed)
