"""One command of one person in one case: its form, and what came of it. Every form works without scripts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.door import Outcome
from domain.authority import MAY
from domain.commands import BODIES, Body
from domain.identity import holds_identity_number
from domain.outlook import ACTING
from domain.refusal import Refused
from storage import queries
from web.answers import as_it_is_now, refusal_of, reply_of, send
from web.enclosing import Enclosed, again, settle, take
from web.forms.fields import OWN_PAGES, Field, Kind, fields_of
from web.forms.filling import beginning, filled, with_days
from web.forms.paper import RECEIVED, asks_when, received_at
from web.forms.reading import read
from web.guard.gate import CaseGate, CaseVisit, NotYoursError
from web.mending import Refusal, in_words
from web.outlooks import days_of_letter, outlook_of, round_of_case
from web.report_asks import report_asks
from web.typed import UnreadableError
from web.work import command_address

router: Final = APIRouter()
ACTORS: Final = CaseGate(roles=ACTING)
ASKED_AGAIN: Final = CaseGate(quiet=True)

#: A page that asks again by itself does not wait as long as a person did.
_ONCE_MORE: Final = timedelta(seconds=2)

#: The part of a form that becomes the terms of the letter.
_TERMS: Final = "terms"

#: The code of "somebody was quicker": what was typed is kept, and may be sent on what is seen now.
_MOVED_ON: Final = "case_has_moved_on"


@router.get("/saker/{case_no}/gjor/{command}")
async def ask(command: str, visit: Annotated[CaseVisit, Depends(ACTORS)]) -> Response:
    """Show the form of a command; where it cannot be carried out now, why not."""
    _check(visit, command)
    about = visit.request.query_params.get("om")
    blocked = next(
        (
            one
            for one in (await outlook_of(visit)).cannot
            if one.command == command and one.about in {about, None}
        ),
        None,
    )
    refusal = blocked and in_words(
        visit.language, blocked.refused.code, blocked.refused.rule, blocked.refused.params
    )
    values = beginning(visit.language, command, visit.case, about)
    return await _page(visit, command, values, blocked=refusal or None)


@router.post("/saker/{case_no}/gjor/{command}")
async def do(command: str, visit: Annotated[CaseVisit, Depends(ACTORS)]) -> Response:
    """Send the command; go to the case where it is done or received, and stay at the form where it is not."""
    _check(visit, command)
    form = await visit.form()
    command_id = _id(form.get("command_id"))
    try:
        enclosed = await take(visit, command, command_id, form)
    finally:
        await form.close()
    if enclosed is None:
        return _to_answer(visit, command_id)
    round_ = await round_of_case(visit)
    fields = filled(visit.language, fields_of(command), visit.case, round_, visit.who)
    found, values = read(command, fields, form), _typed(form)
    came, errors = await _came(visit, command, values)
    errors |= found.errors
    if enclosed.only or enclosed.refused:
        status = 422 if enclosed.refused else 200
        return await _page(visit, command, values, enclosed=enclosed, status=status)
    if found.body is None or errors:
        return await _page(visit, command, values, errors=errors, enclosed=enclosed, status=422)
    return await _sent(visit, command, enclosed.with_(found.body), enclosed, values, came=came)


async def _came(
    visit: CaseVisit, command: str, values: Mapping[str, Any]
) -> tuple[datetime | None, dict[str, str]]:
    """Return when what is written down for the municipality came, or what is wrong with it."""
    if not asks_when(command, visit.who.role):
        return None, {}
    async with visit.read() as conn:
        entries = await queries.history(conn, f"case:{visit.head.case_id}")
    try:
        happened = (one.occurred_at for one in entries)
        return received_at(values.get(RECEIVED.name), visit.now, happened), {}
    except UnreadableError as error:
        return None, {RECEIVED.name: str(error)}


async def _sent(
    visit: CaseVisit,
    command: str,
    body: Body,
    enclosed: Enclosed,
    values: Mapping[str, Any],
    *,
    came: datetime | None,
) -> Response:
    """Send what was read; where it is refused, the form stays with all that is in it."""
    moved_on = False
    try:
        answer = await send(visit, body, enclosed.command_id, _seen(values.get("seen")), came)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
    else:
        if answer.outcome is not Outcome.REFUSED:
            await settle(visit, enclosed)
            return _to_answer(visit, answer.command_id)
        await as_it_is_now(visit)
        moved_on = answer.detail["code"] == _MOVED_ON
        said = refusal_of(visit, answer.detail)
    kept = await again(visit, enclosed)
    return await _page(visit, command, values, refusal=said, moved_on=moved_on, enclosed=kept, status=409)


def _to_answer(visit: CaseVisit, command_id: UUID) -> Response:
    return visit.to(f"{visit.address}?svar={command_id}")


@router.get("/saker/{case_no}/svar/{command_id}")
async def answer_of(command_id: UUID, visit: Annotated[CaseVisit, Depends(ASKED_AGAIN)]) -> Response:
    """Say what came of a command; one that waits is sent on once more, and still happens once."""
    reply = await reply_of(visit, command_id)
    if reply is not None and reply.outcome is Outcome.RECEIVED:
        await visit.house.door.send(visit.head.case_id, command_id, _ONCE_MORE)
        reply = await reply_of(visit, command_id)
    if reply is None:
        raise NotYoursError(visit)
    if not visit.is_quick:
        return visit.to(f"{visit.address}?svar={command_id}")
    return visit.page("parts/reply.html", reply=reply, address=visit.address)


def _check(visit: CaseVisit, command: str) -> None:
    if command not in BODIES or command in OWN_PAGES or visit.who.role not in MAY[command][0]:
        raise NotYoursError(visit)


async def _page(
    visit: CaseVisit,
    command: str,
    values: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    blocked: Refusal | None = None,
    moved_on: bool = False,
    enclosed: Enclosed | None = None,
    status: int = 200,
) -> Response:
    fields = filled(visit.language, fields_of(command), visit.case, await round_of_case(visit), visit.who)
    if any(one.part == _TERMS for one in fields):
        fields = with_days(visit.language, fields, await days_of_letter(visit))
    if asks_when(command, visit.who.role):
        fields = (RECEIVED, *fields)
    return visit.page(
        "command.html",
        status=status,
        section="/saker",
        head=visit.head,
        case=visit.case,
        command=command,
        action=command_address(visit.head.case_no, command),
        fields=fields,
        asks=await report_asks(visit, command),
        values=values,
        errors=errors or {},
        refusal=refusal,
        blocked=blocked,
        moved_on=moved_on,
        warned=[one.name for one in fields if _warns(one, values)],
        command_id=enclosed.command_id if enclosed and enclosed.files else uuid4(),
        enclosed=enclosed,
        seen=visit.head.seq,
    )


def _warns(one: Field, values: Mapping[str, Any]) -> bool:
    return one.kind is Kind.TEXT and holds_identity_number(str(values.get(one.name) or ""))


def _typed(form: Any) -> dict[str, Any]:
    """Return what was typed, as it was typed."""
    values: dict[str, Any] = {}
    for name in form:
        several = [value for value in form.getlist(name) if isinstance(value, str)]
        values[name] = several[0] if len(several) == 1 else several
    return values


def _id(given: Any) -> UUID:
    try:
        return UUID(str(given))
    except ValueError:
        return uuid4()


def _seen(given: Any) -> int | None:
    return int(given) if isinstance(given, str) and given.isdecimal() and len(given) < 10 else None  # noqa: PLR2004
