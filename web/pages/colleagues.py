"""«Kolleger»: who has how much to do, who is away and who stands in; for a leader also roles and impartiality."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import FormData

from activities.registers.writing import Envelope
from domain.actors import Role
from domain.instants import local_day
from domain.officework.access import GiveRoleBack, WithdrawRole
from domain.refusal import Refused
from storage import absences, colleagues
from storage.absences import Absence
from storage.colleagues import Load
from storage.office_registers import access_of
from web.guard.gate import Gate
from web.mending import Refusal, in_words
from web.typed import UnreadableError, day
from web.visit import Visit

router: Final = APIRouter()
HANDS: Final = Gate(roles=frozenset({Role.CASE_OFFICER, Role.LEADER}))
LEADERS: Final = Gate(roles=frozenset({Role.LEADER}))

PATH: Final = "/kolleger"

_ACCESS: Final[Mapping[str, type[WithdrawRole | GiveRoleBack]]] = {
    "withdraw_role": WithdrawRole,
    "give_role_back": GiveRoleBack,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed of an absence, and what is wrong with it: the field, and the code of its error."""

    who: str
    first: str
    last: str
    substitute: str
    error: tuple[str, str] | None = None
    away: Absence | None = None


@router.get(PATH)
async def show(visit: Annotated[Visit, Depends(HANDS)]) -> Response:
    """Show the office's people."""
    return await _page(visit, None)


@router.post(PATH)
async def say_away(visit: Annotated[Visit, Depends(HANDS)]) -> Response:
    """Note an absence: one's own, or as a leader anybody's at the office."""
    form = await visit.form()
    async with visit.read() as conn:
        known = await _officers(conn, visit)
    typed = _read(visit, form, known)
    if typed.away is None:
        return await _page(visit, typed)
    async with visit.house.engine.begin() as conn:
        await absences.keep(conn, visit.who, typed.away, visit.house.now())
    return visit.to(PATH)


@router.post(f"{PATH}/slett")
async def say_back(visit: Annotated[Visit, Depends(HANDS)]) -> Response:
    """Forget an absence: one's own, or as a leader anybody's at the office."""
    form = await visit.form()
    who = _whose(visit, form)
    try:
        first = date.fromisoformat(str(form.get("fra_dag", "")))
    except ValueError:
        return visit.to(PATH)
    async with visit.house.engine.begin() as conn:
        await absences.drop(conn, visit.who.unit, who, first)
    return visit.to(PATH)


@router.post(f"{PATH}/tilgang")
async def change_access(visit: Annotated[Visit, Depends(LEADERS)]) -> Response:
    """Withdraw a role from somebody at the office, or give it back."""
    form = {name: value for name, value in (await visit.form()).items() if isinstance(value, str)}
    fields = {"office": visit.who.unit, "subject": form.get("hvem", ""), "role": form.get("rolle", "")}
    try:
        command_id, asked = UUID(form["command_id"]), _ACCESS[form["gjor"]]
        body = asked.model_validate(fields)
    except (KeyError, ValueError):
        return visit.to(PATH)
    envelope = Envelope(command_id=command_id, actor=visit.who, real_now=visit.house.now())
    try:
        await visit.house.register.change_access(envelope, body)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
        return await _page(visit, None, refusal=said)
    return visit.to(f"{PATH}#roles")


async def _page(visit: Visit, typed: Typed | None, refusal: Refusal | None = None) -> Response:
    who, today = visit.who, local_day(visit.now)
    leads = who.role is Role.LEADER
    async with visit.read() as conn:
        loads = await colleagues.loads(conn, who.unit, visit.now)
        away = await absences.absences(conn, who.unit, today)
        officers = await _officers(conn, visit)
        people = await colleagues.seen(conn, who.unit) if leads else []
        disqualified = await colleagues.disqualified(conn, who.unit) if leads else []
        access = await access_of(conn, who.unit) if leads else None
    known = {one.subject: one for one in loads}
    return visit.page(
        "colleagues.html",
        status=422 if typed else 409 if refusal else 200,
        section=PATH,
        rows=[known.get(subject, Load(subject=subject, cases=0, late=0)) for subject in officers],
        away=away,
        today=today,
        officers=officers,
        leads=leads,
        people=people,
        disqualified=disqualified,
        withdrawn=access.withdrawn if access else (),
        refusal=refusal,
        command_id=uuid4(),
        typed=typed or Typed(who="" if leads else who.subject, first="", last="", substitute=""),
    )


async def _officers(conn: AsyncConnection, visit: Visit) -> list[str]:
    """Return the case officers that the office is known to have, and the visitor where that is one."""
    seen = await colleagues.seen(conn, visit.who.unit)
    found = {one.subject for one in seen if one.role == Role.CASE_OFFICER}
    found |= {one.subject for one in await colleagues.loads(conn, visit.who.unit, visit.now)}
    return sorted(found | ({visit.who.subject} if visit.who.role is Role.CASE_OFFICER else set()))


def _whose(visit: Visit, form: FormData) -> str:
    return str(form.get("hvem", "")) if visit.who.role is Role.LEADER else visit.who.subject


def _read(visit: Visit, form: FormData, known: list[str]) -> Typed:
    who, substitute = _whose(visit, form), str(form.get("vikar", ""))
    first_typed, last_typed = str(form.get("fra_dag", "")), str(form.get("til_dag", ""))

    def typed(error: tuple[str, str] | None, away: Absence | None = None) -> Typed:
        return Typed(
            who=who, first=first_typed, last=last_typed, substitute=substitute, error=error, away=away
        )

    if who not in known:
        return typed(("hvem", "who"))
    try:
        first = day(first_typed)
    except UnreadableError:
        return typed(("fra_dag", "day"))
    try:
        last = day(last_typed)
    except UnreadableError:
        return typed(("til_dag", "day"))
    if last < max(first, local_day(visit.now)):
        return typed(("til_dag", "order"))
    if substitute not in known or substitute == who:
        return typed(("vikar", "substitute"))
    return typed(None, Absence(subject=who, first_day=first, last_day=last, substitute=substitute))
