"""A municipality's own pages over all its cases: what must be done first, and the grants it has."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.codec import case_of
from storage import queries
from storage.applicants import cases_of, member_cases, open_cases
from storage.case_file import titles
from storage.rows import Head
from web.guard.gate import Gate
from web.guard.readers import APPLICANTS
from web.own.case import SOON
from web.own.owed import Owed, owed
from web.pages.drafts import draft_rows, is_undecided
from web.visit import Visit
from web.work import case_address

router: Final = APIRouter()
MINE: Final = Gate(roles=APPLICANTS)

OVERVIEW: Final = "/oversikt"
GRANTS: Final = "/tilskudd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do, and in which case or draft."""

    owed: Owed
    about: str
    href: str


@router.get(OVERVIEW)
async def overview(visit: Annotated[Visit, Depends(MINE)]) -> Response:
    """Show what the municipality must do, the nearest first."""
    async with visit.read() as conn:
        listed = [
            todo for head in await open_cases(conn, visit.who.unit) for todo in await _of(conn, visit, head)
        ]
        listed += await _drafts(conn, visit)
        asked = [await _member(conn, visit, head) for head in await member_cases(conn, visit.who.unit)]
        cases = await cases_of(conn, visit.who.unit)
    return visit.page(
        "own/overview.html",
        section=OVERVIEW,
        listed=sorted(listed, key=lambda one: one.owed.due),
        asked=[one for one in asked if one is not None],
        cases=[case for case in cases if not case.finished],
        soon=visit.now + SOON,
    )


@router.get(GRANTS)
async def grants(visit: Annotated[Visit, Depends(MINE)]) -> Response:
    """List what the municipality was granted, and what was refused."""
    async with visit.read() as conn:
        cases = await cases_of(conn, visit.who.unit)
    return visit.page(
        "own/grants.html", section=GRANTS, cases=[one for one in cases if not is_undecided(one)]
    )


async def _of(conn: AsyncConnection, visit: Visit, head: Head) -> list[Todo]:
    case = case_of(head.state)
    deadlines = await queries.deadlines_of(conn, head.case_id)
    called = await titles(conn, head)
    # What can be done at this moment is asked in the case itself.
    return [
        Todo(owed=one, about=f"{head.case_no} {called.network}", href=case_address(head.case_no))
        for one in owed(visit.language, case, deadlines, ())
    ]


async def _drafts(conn: AsyncConnection, visit: Visit) -> list[Todo]:
    """Return the applications that are begun, and the networks that ask, while their rounds are open."""
    found = []
    for row in await draft_rows(conn, visit.who.unit):
        unanswered = row.partner is not None and row.partner.answer is None and not row.is_own
        if row.closes_at <= visit.now or row.draft.command_id is not None or not (row.is_own or unanswered):
            continue
        key = "owed-draft" if row.is_own else "owed-partner"
        href = f"/soknader/{row.draft.draft_id}"
        one = Owed(
            due=row.closes_at,
            what=visit.say(key),
            why=visit.say(f"{key}.why"),
            link=None,
            href=href,
            verb=visit.say(f"{key}.do"),
        )
        found.append(Todo(owed=one, about=row.title or row.round_.title, href=href))
    return found


async def _member(conn: AsyncConnection, visit: Visit, head: Head) -> tuple[str, str] | None:
    """Return a sent application in which the municipality has not said that its management stands behind it."""
    case = case_of(head.state)
    number = case.members[visit.who.unit]
    if number not in case.unanchored or number in case.anchored_by_themselves:
        return None
    called = await titles(conn, head)
    return f"{head.case_no} {called.network}", f"{case_address(head.case_no)}/forankring"
