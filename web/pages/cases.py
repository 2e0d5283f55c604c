"""«Saker»: every case that is one's own to see, searched and narrowed by the address; as a page, a file, or a saved view."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Annotated, Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from activities.names import short_name
from domain.actors import OFFICE_ROLES, READING_ROLES
from domain.codec import case_of
from domain.instants import last_day
from domain.lifecycle import Stage
from domain.offices import OFFICES
from domain.ruleset import Strand
from domain.sight import may_see
from letters.naming import office_name
from storage import case_list, queries, saved_views
from storage.case_list import ListedCase, cases_after, cases_before
from storage.list_order import MOST_COUNTED, ListCursor
from storage.looked_up import look_up
from storage.rows import Filters
from storage.saved_views import SavedView
from storage.searching import Sought, sought
from web.case_filters import Wanted
from web.excel import Cell, Ore, excel_stream
from web.guard.gate import Gate
from web.guard.rates import EXPORT
from web.guard.readers import CASE_LISTS
from web.leafing import PAGE, Leaf, leaf_of
from web.pages.bulk import HANDS
from web.people import called
from web.steps import colour
from web.visit import Visit
from web.work import case_address

router: Final = APIRouter()
READERS: Final = Gate(roles=CASE_LISTS)
EXPORTS: Final = Gate(roles=CASE_LISTS, cost=EXPORT)

PATH: Final = "/saker"

_PAGE: Final = PAGE
#: Nearly as many rows as Excel opens.
_MOST_EXPORTED: Final = 1_000_000
_BATCH: Final = 500
_LONGEST_NAME: Final = 60
_LONGEST_QUERY: Final = 400

_ARCHIVE_NUMBER: Final = re.compile(r"(\d{4})[/-](\d+)")
_DIGIT: Final = re.compile(r"\d")


@router.get(PATH)
async def cases(visit: Annotated[Visit, Depends(READERS)]) -> Response:
    """Show the list; a case number that is somebody's own leads straight to the case."""
    who, params = visit.who, visit.request.query_params
    wanted = Wanted.of(params).of_whom(who)
    async with visit.read() as conn:
        case_no = await _meant(conn, visit, wanted.text)
        if case_no is not None:
            return visit.to(case_address(case_no))
        office, search = wanted.place(who), await _search(conn, visit, wanted)
        leaf = await _leaf(conn, visit, office, wanted.filters(who, search, visit.now))
        kinds = {
            view: replace(wanted, view=view).filters(who, search, visit.now) for view in wanted.views(who)
        }
        beside = await case_list.beside(conn, office, kinds)
        views = await saved_views.saved_views(conn, who)
    return visit.page(
        "cases.html",
        section=PATH,
        own_search=True,
        wanted=wanted,
        leaf=leaf,
        chips=beside.counts,
        total=beside.counts[wanted.shown],
        most=MOST_COUNTED,
        officers=beside.officers if who.role in OFFICE_ROLES else [],
        years=beside.years,
        views=views,
        everywhere=who.role in READING_ROLES,
        hands=who.role in HANDS,
        offices={code: office_name(visit.language, code) for code in OFFICES},
        stages=tuple(Stage),
        strands=tuple(Strand),
        colour=colour,
    )


@router.get(f"{PATH}.csv")
async def export(visit: Annotated[Visit, Depends(EXPORTS)]) -> Response:
    """Give the whole list as a file for Excel."""
    wanted = Wanted.of(visit.request.query_params).of_whom(visit.who)
    async with visit.read() as conn:
        filters = wanted.filters(visit.who, await _search(conn, visit, wanted), visit.now)
    heads = [visit.say(f"cases-file-{name}") for name in _COLUMNS]
    return excel_stream(f"saker-{visit.now:%Y-%m-%d}", heads, _exported(visit, wanted, filters))


async def _exported(visit: Visit, wanted: Wanted, filters: Filters) -> AsyncIterator[list[list[Cell]]]:
    """Give the rows of the file, some at a time; between them the connection is free for others."""
    last, shown, office = None, 0, wanted.place(visit.who)
    while shown < _MOST_EXPORTED:
        async with visit.read() as conn:
            page = await cases_after(conn, office, filters, last, _BATCH)
        if not page:
            return
        yield [_cells(visit, row) for row in page]
        last, shown = page[-1].cursor, shown + len(page)
    yield [[visit.say("cases-file-cut", rows_shown=str(shown))]]


@router.post("/visninger")
async def save_view(visit: Annotated[Visit, Depends(READERS)]) -> Response:
    """Keep the list that is shown under a name, and show it again."""
    form = await visit.form()
    name, query = str(form.get("navn", "")).strip(), str(form.get("liste", ""))[:_LONGEST_QUERY]
    if name and name.isprintable():
        async with visit.house.engine.begin() as conn:
            view = SavedView(name=name[:_LONGEST_NAME], query=_own(query))
            await saved_views.save(conn, visit.who, view, visit.house.now())
    return visit.to(f"{PATH}?{_own(query)}")


@router.post("/visninger/slett")
async def forget_view(visit: Annotated[Visit, Depends(READERS)]) -> Response:
    """Drop a saved view."""
    form = await visit.form()
    name = str(form.get("navn", ""))
    if name.isprintable():
        async with visit.house.engine.begin() as conn:
            await saved_views.forget(conn, visit.who, name)
    return visit.to(PATH)


def _own(query: str) -> str:
    """Return of *query* what the list itself understands."""
    return Wanted.of(dict(parse_qsl(query))).query()


async def _search(conn: AsyncConnection, visit: Visit, wanted: Wanted) -> Sought | None:
    office = wanted.place(visit.who)
    search = await sought(conn, wanted.text, office)
    every = replace(wanted, view="all").filters(visit.who, search, visit.now)
    return (await look_up(conn, office, every)).search


async def _meant(conn: AsyncConnection, visit: Visit, text: str) -> str | None:
    """Return the number of the one case that *text* is the number of, where the visitor may see it."""
    if not _DIGIT.search(text):
        return None
    short = _ARCHIVE_NUMBER.fullmatch(text)
    given = f"{visit.who.unit}-{short[1]}-{short[2]}" if short else text
    head = await queries.case_by(conn, given)
    return head.case_no if head is not None and may_see(visit.who, case_of(head.state)) else None


async def _leaf(
    conn: AsyncConnection, visit: Visit, office: str | None, filters: Filters
) -> Leaf[ListedCase]:
    return await leaf_of(
        visit.request.query_params,
        ListCursor.parse,
        partial(cases_after, conn, office, filters),
        partial(cases_before, conn, office, filters),
        _PAGE,
    )


_COLUMNS: Final = (
    "case_no",
    "office",
    "network",
    "host",
    "org_number",
    "stage",
    "strand",
    "year",
    "applied",
    "granted",
    "paid",
    "refunded",
    "due",
    "clock",
    "officer",
    "state",
)


def _cells(visit: Visit, row: ListedCase) -> list[Cell]:
    clock = visit.say(f"clock-{row.first_clock.partition(':')[0]}") if row.first_clock else ""
    late = row.first_due is not None and row.first_due <= visit.now
    state = "finished" if row.finished else "over" if late else "open"
    return [
        row.case_no,
        row.office,
        row.network,
        short_name(row.host),
        row.host,
        visit.say(f"stage-{row.stage}"),
        visit.say(f"strand-{row.strand}"),
        row.grant_year,
        Ore(row.applied_ore),
        Ore(row.granted_ore),
        Ore(row.paid_ore),
        Ore(row.refunded_ore),
        None if row.first_due is None else last_day(row.first_due),
        clock,
        called(visit.language, row.officer) if row.officer else "",
        visit.say(f"cases-state-{state}"),
    ]
