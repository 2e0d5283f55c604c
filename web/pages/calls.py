"""Open calls: what is asked for, by when, and who may apply. Everybody may read them; a municipality begins here."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.codec import round_of
from domain.instants import local_day
from domain.rounds import Round
from domain.ruleset import Strand
from storage import queries
from storage.organisations import directory
from storage.pinned_rules import pinned_rules
from storage.rows import RoundRow
from web.applying.forms import form_of
from web.calls import asked, counties_of
from web.guard.gate import PUBLIC, NotYoursError
from web.guard.readers import APPLICANTS
from web.visit import Visit

router: Final = APIRouter()

PATH: Final = "/utlysninger"


@router.get(PATH)
async def calls(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """List the calls that take applications now, and those that will."""
    async with visit.read() as conn:
        rounds = [round_of(row.state) for row in await queries.rounds(conn) if row.closes_at > visit.now]
        office = await office_of(conn, visit)
    rounds.sort(key=lambda one: (one.office != office, one.closes_at))
    return visit.page("calls.html", section=PATH, rounds=rounds, own=office)


@router.get(f"{PATH}/{{round_no}}")
async def call(round_no: str, visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Show one call."""
    async with visit.read() as conn:
        row = await round_row(conn, round_no)
        if row is None:
            raise NotYoursError(visit)
        rules = await pinned_rules(conn, row.rule_set, row.rule_set_sha256)
        office = await office_of(conn, visit)
    round_ = round_of(row.state)
    return visit.page(
        "call.html",
        section=PATH,
        round=round_,
        criteria=criteria(visit, round_),
        asked=asked(visit.language, round_.strand, rules),
        counties=counties_of(round_.office),
        steps=form_of(round_.strand, rules).steps,
        limit_ore=(rules.reporting.threshold_kr.value or 0) * 100,
        use_years=rules.use.deadline_years_after.value,
        is_own=office == round_.office,
        is_open=row.opens_at <= visit.now < row.closes_at,
        may_begin=visit.actor is not None and visit.actor.role in APPLICANTS,
        simple=bool(rules.of_strand(Strand(round_.strand)).simple_form.value),
    )


def criteria(visit: Visit, round_: Round) -> list[str]:
    """Return the round's criteria as the reader reads Norwegian."""
    return [one.nn if visit.language == "nn" else one.nb for one in round_.criteria]


async def round_row(conn: AsyncConnection, given: str) -> RoundRow | None:
    """Return the round with number or id *given*."""
    return await queries.round_by(conn, given) if given.isprintable() else None


async def office_of(conn: AsyncConnection, visit: Visit) -> str | None:
    """Return the office that the visitor's municipality belongs to; None for others."""
    if visit.actor is None or visit.actor.role not in APPLICANTS:
        return None
    known, today = await directory(conn), local_day(visit.now)
    found = known.with_org_number(visit.who.unit, today)
    return found.office if found else None
