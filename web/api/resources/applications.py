"""Applications: handed in, checked without being handed in, and read as they were sent."""

from typing import Annotated, Any, Final
from uuid import uuid5

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from activities.checking import checked, rules_for
from domain.actors import OFFICE_ROLES
from domain.application import Application, read_application
from domain.authority import MAY
from domain.commands import Submit, WithFiles
from domain.problems import Problem, ProblemsError, problems, shown
from domain.ruleset import RuleSet
from storage import queries
from storage.case_file import application_of
from storage.rows import RoundRow
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from web.api.answering import send
from web.api.content import json_object
from web.api.describing import answers, content
from web.api.gate import ApiCaseGate, ApiGate
from web.api.models.base import given
from web.api.models.commands import CommandDone, CommandReceived
from web.api.models.files import ApplicationGiven, CheckGiven
from web.api.problems import ProblemError
from web.api.resources.commands import IdempotencyKey
from web.guard.gate import CaseVisit
from web.visit import Visit

router: Final = APIRouter(tags=["applications"])

SENDERS: Final = ApiGate(roles=MAY["submit"][0], writes=True)
CHECKERS: Final = ApiGate()
CASE: Final = ApiCaseGate()

_SHOWN_DIGITS: Final = 4


class Applied(WithFiles):
    """An application for a round."""

    round: str = Field(description="Number or id of the round, such as `SFIN-2026-R1`.")
    application: Application


class ToCheck(BaseModel):
    """An application to be checked."""

    model_config = ConfigDict(extra="forbid")

    application: Application
    ruleset: str | None = Field(None, description="By which rules; the newest for its strand and years.")


@router.post(
    "/applications",
    status_code=201,
    response_model=CommandDone,
    responses=answers(SENDERS, received=CommandReceived, refused=True),
    openapi_extra=content(Applied),
)
async def apply(visit: Annotated[Visit, Depends(SENDERS)], key: IdempotencyKey) -> Response:
    """Hand in an application; it gets a case of its own. A case officer registers one that came on paper."""
    sent = await json_object(visit.request)
    application = _application(sent, Applied)
    row = await _round(visit, sent["round"])
    by_hand = visit.who.role in OFFICE_ROLES
    body = Submit(
        round_id=str(row.round_id), application=application, by_hand=by_hand, attachments=_files(sent)
    )
    # From the command's id, so that the same command sent again is about the same case.
    return await send(visit, uuid5(key, "case"), key, body, None, host=application.host, done=201)


@router.post(
    "/checks",
    response_model=CheckGiven,
    responses=answers(CHECKERS, sent=True),
    openapi_extra=content(ToCheck),
)
async def check(visit: Annotated[Visit, Depends(CHECKERS)]) -> Response:
    """Say what an application lacks, without handing it in; nothing is stored."""
    sent = await json_object(visit.request)
    application = _application(sent, ToCheck)
    found = checked(visit.language, application, _rules(application, sent.get("ruleset")))
    return given(CheckGiven.model_validate(found.shape))


@router.get("/applications/{case_no}", responses=answers(CASE), response_model=ApplicationGiven)
async def application(visit: Annotated[CaseVisit, Depends(CASE)]) -> Response:
    """Give the newest application of a case, as it was sent."""
    async with visit.read() as conn:
        found = await application_of(conn, visit.head.case_id)
    if found is None:
        raise ProblemError("not_found")
    account = found.get("account")
    masked = found | {"account": account and f"…{account[-_SHOWN_DIGITS:]}"}
    return given(ApplicationGiven(case_no=visit.head.case_no, application=masked))


def _application(sent: dict[str, Any], model: type[BaseModel]) -> Application:
    """Return the application in what was sent, whose other fields are texts, but for the files.

    Raises:
        ProblemError: ``unusable``.
    """
    lines = [
        Problem(shown(name), "unknown_key", "unknown key") for name in sent.keys() - model.model_fields.keys()
    ]
    for name, field in model.model_fields.items():
        if field.is_required() and name not in sent:
            lines.append(Problem(name, "missing_key", "missing key"))
        elif name not in {"application", *WithFiles.model_fields} and not isinstance(
            sent.get(name, ""), str | None
        ):
            lines.append(Problem(name, "text", "must be text"))
    if lines:
        raise ProblemError("unusable", errors=lines)
    try:
        return read_application(sent["application"])
    except ProblemsError as error:
        inside = [one.about(f"application.{one.field}".rstrip(".")) for one in error.problems]
        raise ProblemError("unusable", errors=inside) from error


def _files(sent: dict[str, Any]) -> tuple[str, ...]:
    try:
        return WithFiles.model_validate(
            {name: sent[name] for name in WithFiles.model_fields if name in sent}
        ).attachments
    except ValidationError as error:
        raise ProblemError("unusable", errors=problems(error)) from error


async def _round(visit: Visit, named: str) -> RoundRow:
    async with visit.read() as conn:
        row = await queries.round_by(conn, named) if named.isprintable() else None
    if row is None:
        raise ProblemError("unusable", errors=[Problem("round", "no_such_round", "there is no such round")])
    return row


def _rules(application: Application, key: str | None) -> RuleSet:
    if key is None:
        found = rules_for(application)
    else:
        found = {**load_rule_sets(), **load_incomplete_rule_sets()}.get(key)
    if found is None:
        raise ProblemError(
            "unusable", errors=[Problem("ruleset", "no_such_rules", "there are no such rules")]
        )
    return found
