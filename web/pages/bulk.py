"""One command to many cases: which cases, the form they share, and what came of it case by case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import FormData, QueryParams

from domain import commands as c
from domain.actors import OFFICE_ROLES, Role
from storage import bulk, colleagues
from storage.bulk import Chosen
from web.bulk import Wish, declaring, start, undeclared
from web.guard.gate import Gate, NotYoursError
from web.mending import in_words
from web.steps import colour
from web.visit import Visit

router: Final = APIRouter()
#: The page asks by itself until all is answered.
RESULTS: Final = Gate(roles=OFFICE_ROLES, quiet=True)
#: Whose work goes on in many cases.
HANDS: Final = frozenset({Role.CASE_OFFICER, Role.LEADER})
MANY: Final = Gate(roles=HANDS)

PATH: Final = "/samlet"

#: What can be asked of many cases at once.
KINDS: Final = ("assign", "remind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What stands in the form: the command, the cases by number, and to whom they go.

    Args:
        kind: The command.
        numbers: The cases; None where all of *colleague* are meant.
        colleague: Whose cases they are, where they are taken over.
        officer: Who is to have them.
        impartial: Whether the person at the screen says to be impartial in all of them.
    """

    kind: str
    numbers: tuple[str, ...] | None
    colleague: str | None
    officer: str | None
    impartial: bool

    @classmethod
    def of(cls, given: QueryParams | FormData) -> "Asked":
        """Return what an address or a form asks for."""
        kind = str(given.get("gjor", ""))
        numbers = tuple(one for one in given.getlist("sak") if isinstance(one, str) and one.isprintable())
        colleague = _subject(given.get("fra"))
        return cls(
            kind=kind if kind in KINDS else KINDS[0],
            numbers=numbers if numbers or colleague is None else None,
            colleague=colleague,
            officer=_subject(given.get("saksbehandler")),
            impartial=given.get("habil") == "yes",
        )


def _subject(given: object) -> str | None:
    return given if isinstance(given, str) and given and given.isprintable() else None


@router.get(PATH)
async def choose(visit: Annotated[Visit, Depends(MANY)]) -> Response:
    """Show the chosen cases and what they all need."""
    return await _page(visit, Asked.of(visit.request.query_params))


@router.post(PATH)
async def begin(visit: Annotated[Visit, Depends(MANY)]) -> Response:
    """Ask it of every chosen case; go to where the answers come."""
    form = await visit.form()
    asked = Asked.of(form)
    async with visit.read() as conn:
        cases = await bulk.chosen(conn, visit.who.unit, asked.numbers or ())
        known = await _officers(conn, visit)
    if not cases:
        return await _page(visit, asked, error="none", status=422)
    if asked.kind == "assign" and asked.officer not in known:
        return await _page(visit, asked, error="officer", status=422)
    run_id = _id(form.get("run_id"))
    await start(visit, asked.kind, [_wish(visit, asked, one) for one in cases], run_id)
    return visit.to(f"{PATH}/{run_id}")


@router.get(f"{PATH}/{{run_id}}")
async def results(run_id: UUID, visit: Annotated[Visit, Depends(RESULTS)]) -> Response:
    """Show how far a run has come; the page asks again until all is answered."""
    async with visit.read() as conn:
        run = await bulk.run_of(conn, run_id, visit.who)
    if run is None:
        raise NotYoursError(visit)
    refusals = {
        item.case_no: in_words(
            visit.language, item.answer["code"], item.answer["rule"], item.answer["params"]
        )
        for item in run.items
        if item.status == "refused"
    }
    return visit.page("bulk.html", section="/saker", run=run, refusals=refusals)


async def _page(visit: Visit, asked: Asked, *, error: str = "", status: int = 200) -> Response:
    async with visit.read() as conn:
        colleague = asked.colleague if asked.numbers is None else None
        cases = await bulk.chosen(conn, visit.who.unit, asked.numbers or (), colleague)
        officers = await _officers(conn, visit)
    return visit.page(
        "bulk_choose.html",
        status=status,
        section="/saker",
        asked=asked,
        cases=cases,
        officers=officers,
        mine=visit.who.subject if visit.who.role is Role.CASE_OFFICER else None,
        undeclared=undeclared(visit, (one.head for one in cases)),
        error=error,
        most=bulk.MOST_AT_ONCE,
        colour=colour,
        run_id=uuid4(),
    )


async def _officers(conn: AsyncConnection, visit: Visit) -> Mapping[str, int]:
    """Return who can have cases, with how many they have: a case officer oneself first."""
    loads = await colleagues.officer_loads(conn, visit.who.unit)
    mine = {visit.who.subject: 0} if visit.who.role is Role.CASE_OFFICER else {}
    return mine | loads


def _wish(visit: Visit, asked: Asked, one: Chosen) -> Wish:
    if asked.kind == "remind":
        return Wish(head=one.head, bodies=(c.Remind(),))
    assert asked.officer is not None  # noqa: S101 - it was looked up
    says_so = asked.impartial and asked.officer == visit.who.subject
    declared = declaring(visit, one.head, says_so=says_so)
    return Wish(head=one.head, bodies=(*declared, c.Assign(officer=asked.officer)))


def _id(given: object) -> UUID:
    try:
        return UUID(str(given))
    except ValueError:
        return uuid4()
