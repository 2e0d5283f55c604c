"""A member says for itself that its management stands behind an application that was sent: with its own login, in its own name."""

from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.door import Outcome
from domain.actors import Role
from domain.case import UNDECIDED
from domain.refusal import Refused
from domain.sight import is_member
from storage.case_file import titles
from web.answers import refusal_of, reply_given, send
from web.forms.fields import fields_of
from web.forms.reading import read
from web.guard.gate import CaseGate, CaseVisit
from web.guard.readers import APPLICANTS
from web.mending import Refusal, in_words
from web.outlooks import round_of_case

router: Final = APIRouter()

COMMAND: Final = "confirm_anchoring"

MEMBERS: Final = CaseGate(roles=APPLICANTS, sees=is_member)
SIGNATORIES: Final = CaseGate(roles=frozenset({Role.APPLICANT_SIGNATORY}), sees=is_member)


@router.get("/saker/{case_no}/forankring")
async def show(visit: Annotated[CaseVisit, Depends(MEMBERS)]) -> Response:
    """Show what the municipality is a member of, and what it has said."""
    return await _page(visit, {})


@router.post("/saker/{case_no}/forankring")
async def confirm(visit: Annotated[CaseVisit, Depends(SIGNATORIES)]) -> Response:
    """Take the municipality's word."""
    form = await visit.form()
    found = read(COMMAND, fields_of(COMMAND), form)
    values = {one.name: form.get(one.name, "") for one in fields_of(COMMAND)}
    if found.body is None:
        return await _page(visit, values, errors=found.errors, status=422)
    try:
        answer = await send(visit, found.body, uuid4(), None)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
        return await _page(visit, values, refusal=said, status=409)
    if answer.outcome is Outcome.REFUSED:
        return await _page(visit, values, refusal=refusal_of(visit, answer.detail), status=409)
    return visit.to(f"{visit.address}/forankring?svar={answer.command_id}")


async def _page(
    visit: CaseVisit,
    values: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Response:
    async with visit.read() as conn:
        called = await titles(conn, visit.head)
    number = visit.case.members.get(visit.who.unit)
    return visit.page(
        "own/anchoring.html",
        status=status,
        section="/soknader",
        head=visit.head,
        case=visit.case,
        called=called,
        round=await round_of_case(visit),
        command=COMMAND,
        fields=fields_of(COMMAND),
        values=values,
        errors=errors or {},
        warned=[],
        refusal=refusal,
        said=number in visit.case.anchored_by_themselves,
        may_say=visit.who.role is Role.APPLICANT_SIGNATORY
        and number is not None
        and visit.case.stage in UNDECIDED,
        reply=await reply_given(visit),
    )
