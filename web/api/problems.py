"""What is answered when something cannot be done: ``application/problem+json`` (RFC 9457) with a stable code, in words."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from domain.problems import Problem as Line
from domain.problems import problem_of
from domain.refusal import Refused
from letters import catalogue
from letters.formats import Language
from web.api.language import language_of
from web.errors import is_away
from web.mending import in_words
from web.words import say

log = structlog.get_logger()

MEDIA_TYPE: Final = "application/problem+json"

#: Our own codes, and the status each is answered with. What the domain refuses has the domain's codes.
STATUSES: Final[Mapping[str, int]] = MappingProxyType(
    {
        "token_missing": 401,
        "token_unusable": 401,
        "scope_missing": 403,
        "one_role_at_a_time": 403,
        "organisation_does_not_fit": 403,
        "right_missing": 403,
        "not_for_role": 403,
        "not_found": 404,
        "method_not_allowed": 405,
        "too_large": 413,
        "not_json": 415,
        "not_multipart": 415,
        "unusable": 422,
        "file_empty": 422,
        "file_kind": 422,
        "file_macros": 422,
        "file_infected": 422,
        "no_room": 409,
        "too_many_webhooks": 409,
        "too_many": 429,
        "fault": 500,
        "away": 503,
        "issuer_away": 503,
        "scanner_away": 503,
    }
)

#: What the domain refuses with, where it is not simply that the case does not allow it (409).
REFUSALS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "role_not_allowed": 403,
        "role_withdrawn": 403,
        "other_office": 403,
        "other_municipality": 403,
        "person_required": 403,
        "case_has_moved_on": 412,
    }
)
_CONFLICT: Final = 409

_OF_STATUS: Final = {404: "not_found", 405: "method_not_allowed"}


class FieldProblem(BaseModel):
    """What is wrong with one field of what was sent."""

    field: str = Field(
        description="Its path, such as `application.members[2].anchoring.day`; empty for the whole."
    )
    code: str
    message: str


class Problem(BaseModel):
    """Why something could not be done (RFC 9457). Go by `code`: it never changes; the words are for people."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    rule: str | None = Field(None, description="Key of the rule behind a refusal, such as `R26-52` or `T13`.")
    mend: str | None = Field(None, description="What mends it.")
    errors: list[FieldProblem] | None = None
    command_id: str | None = Field(None, description="The command that was refused.")


class ProblemError(Exception):
    """Something cannot be done.

    Args:
        code: One of ``STATUSES``.
        errors: What is wrong with each field.
        headers: Of the answer.
        params: What the words show.
    """

    def __init__(
        self,
        code: str,
        *,
        errors: Sequence[Line] = (),
        headers: Mapping[str, str] | None = None,
        **params: Any,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.params = params


def problem_for(language: Language, path: str, error: ProblemError) -> Problem:
    """Return *error* in words."""
    lines = [
        FieldProblem(field=one.field, code=one.code, message=catalogue.problem(language, one))
        for one in error.errors
    ]
    return Problem(
        type=f"urn:saksgang:problem:{error.code}",
        title=say(language, f"api-{error.code}"),
        status=STATUSES[error.code],
        detail=say(language, f"api-{error.code}.detail", error.params),
        instance=path,
        code=error.code,
        mend=say(language, f"api-{error.code}.mend", error.params),
        errors=lines or None,
    )


def refusal_for(
    language: Language, path: str, detail: Mapping[str, Any], command_id: object = None
) -> Problem:
    """Return what the domain refused in words; *detail* has its code, rule and parameters."""
    words = in_words(language, detail["code"], detail["rule"], detail["params"])
    code = str(detail["code"])
    return Problem(
        type=f"urn:saksgang:problem:{code}",
        title=say(language, "api-refused"),
        status=REFUSALS.get(code, _CONFLICT),
        detail=" ".join((words.reason, *words.findings)),
        instance=path,
        code=code,
        rule=str(detail["rule"]),
        mend=words.mend,
        command_id=None if command_id is None else str(command_id),
    )


def respond(found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that tells *found*."""
    return JSONResponse(
        found.model_dump(exclude_none=True),
        status_code=found.status,
        media_type=MEDIA_TYPE,
        headers=None if headers is None else dict(headers),
    )


def add_handlers(app: FastAPI) -> None:
    """Let *app* answer every error so."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _unusable)
    app.add_exception_handler(HTTPException, _http)
    for away in (SQLAlchemyError, OSError):
        app.add_exception_handler(away, _away)
    app.add_exception_handler(Exception, _fault)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101 - registered for it
    return respond(problem_for(language_of(request), request.url.path, error), error.headers)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - registered for it
    detail = {"code": error.code, "rule": error.rule, "params": error.params}
    return respond(refusal_for(language_of(request), request.url.path, detail))


async def _unusable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
    lines = [problem_of(cast("ErrorDetails", {**one, "loc": one["loc"][1:]})) for one in error.errors()]
    return await _problem(request, ProblemError("unusable", errors=lines))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
    code = _OF_STATUS.get(error.status_code)
    if code is None:
        log.error("api_status_without_code", status=HTTPStatus(error.status_code).name)
        code = "fault"
    try:
        # No gate has counted it: what is not there is asked for by addresses.
        request.app.state.limits.stranger(request)
    except ProblemError as too_many:
        return await _problem(request, too_many)
    return await _problem(request, ProblemError(code, headers=error.headers))


async def _away(request: Request, error: Exception) -> Response:
    if not is_away(error):
        return await _fault(request, error)
    log.warning("database_away", error=type(error).__name__)
    return await _problem(request, ProblemError("away", headers={"Retry-After": "5"}))


async def _fault(request: Request, error: Exception) -> Response:
    log.error("api_failed", path=request.url.path, error=type(error).__name__, exc_info=error)
    return await _problem(request, ProblemError("fault"))
