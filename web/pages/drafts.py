"""A municipality's applications: what is begun, what it is asked to take part in, what is sent; and how one is begun."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import UNDECIDED
from domain.codec import case_of, round_of
from domain.rounds import Round
from storage import drafts, queries
from storage.applicants import OwnCase, cases_of, member_cases
from storage.case_file import titles
from storage.drafts import Draft, Partner
from web.applying.opened import begin, municipality_of
from web.guard.drafts import WRITERS, DraftGate, DraftVisit
from web.guard.gate import Gate
from web.guard.readers import APPLICANTS
from web.pages.calls import PATH as CALLS
from web.pages.calls import round_row
from web.visit import Visit

router: Final = APIRouter()

PATH: Final = "/soknader"
MINE: Final = Gate(roles=APPLICANTS)
OWN: Final = DraftGate(roles=WRITERS, own=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A draft in the list. ``closes_at`` is the first instant after its round's deadline."""

    draft: Draft
    title: str
    round_: Round
    partner: Partner | None
    is_own: bool

    @property
    def closes_at(self) -> datetime:
        return self.round_.closes_at


@router.get(PATH)
async def listed(visit: Annotated[Visit, Depends(MINE)]) -> Response:
    """List the municipality's drafts and the applications that are not decided."""
    async with visit.read() as conn:
        rows = await draft_rows(conn, visit.who.unit)
        cases = await cases_of(conn, visit.who.unit)
        members = await member_cases(conn, visit.who.unit)
        called = {one.case_no: await titles(conn, one) for one in members}
    return visit.page(
        "applications.html",
        section=PATH,
        own=[row for row in rows if row.is_own],
        asked=[row for row in rows if not row.is_own],
        cases=[case for case in cases if is_undecided(case)],
        members=[(case_of(one.state), called[one.case_no]) for one in members],
    )


def is_undecided(case: OwnCase) -> bool:
    """Say whether there is no decision on the application yet."""
    return case.stage in UNDECIDED


async def draft_rows(conn: AsyncConnection, org_number: str) -> list[Row]:
    """Return the drafts of applications that are a municipality's, or that it is asked to take part in."""
    found = [one for one in await drafts.drafts_of(conn, org_number) if one.kind == "application"]
    named = await drafts.titles(conn, [one.draft_id for one in found], "network.name")
    rows = []
    for one in found:
        round_ = None if one.round_id is None else await queries.round_by(conn, one.round_id)
        if round_ is not None:
            asked = await drafts.partners(conn, one.draft_id)
            rows.append(
                Row(
                    draft=one,
                    title=named.get(one.draft_id, ""),
                    round_=round_of(round_.state),
                    partner=next((each for each in asked if each.org_number == org_number), None),
                    is_own=one.host == org_number,
                )
            )
    return rows


@router.post(PATH)
async def start(visit: Annotated[Visit, Depends(MINE)]) -> Response:
    """Begin an application to a round that is open."""
    given = str((await visit.form()).get("round", ""))
    async with visit.house.engine.begin() as conn:
        row = await round_row(conn, given)
        host = await municipality_of(conn, visit.who.unit, visit.now)
        if row is None or host is None or not row.opens_at <= visit.now:
            return visit.to(CALLS)
        draft_id = await begin(conn, row, host, who=visit.who, language=visit.language, now=visit.now)
    return visit.to(f"{PATH}/{draft_id}")


@router.get(f"{PATH}/{{draft_id}}/slett")
async def ask_discard(visit: Annotated[DraftVisit, Depends(OWN)]) -> Response:
    """Ask whether the draft is to be deleted."""
    async with visit.read() as conn:
        named = await drafts.titles(conn, [visit.draft.draft_id], "network.name")
    return visit.page("discard.html", section=visit.section, title=named.get(visit.draft.draft_id, ""))


@router.post(f"{PATH}/{{draft_id}}/slett")
async def discard(visit: Annotated[DraftVisit, Depends(OWN)]) -> Response:
    """Delete the draft, once that is confirmed; one that is sent stays."""
    if (await visit.form()).get("sure") != "yes" or visit.draft.command_id is not None:
        return visit.to(f"{visit.address}/slett")
    async with visit.house.engine.begin() as conn:
        await drafts.discard(conn, visit.draft.draft_id)
    return visit.to(visit.section)
