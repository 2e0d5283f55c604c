"""The list of all cases as people leaf through it: by the earliest deadline, then those without one, then the finished.

A page is kept by the key of its first or last row (``ListCursor``), so that pages neither skip nor repeat rows while
others write, and the hundredth costs what the first does. Counts stop at ``MOST_COUNTED``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, ScalarSelect, Select, false, func, null, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import list_order
from storage.ended_words import ended_page
from storage.list_order import ListCursor, Segment, counted
from storage.looked_up import kept_count, kept_page
from storage.queries import conditions
from storage.rows import Filters
from storage.searching import Sought
from storage.shapes import place, shaped, with_places
from storage.tables import case_head, network, round_


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """A case in the list. Money in øre; ``first_due`` is the first instant after its earliest deadline, ``changed_at`` is real time."""

    case_id: UUID
    case_no: str
    office: str
    network: str
    host: str
    stage: str
    strand: str
    grant_year: int
    officer: str | None
    applied_ore: int
    granted_ore: int
    paid_ore: int
    refunded_ore: int
    first_due: datetime | None
    first_clock: str | None
    finished: bool
    changed_at: datetime

    @property
    def cursor(self) -> ListCursor:
        return ListCursor(
            first_due=self.first_due,
            finished=self.finished,
            changed_at=self.changed_at,
            case_id=self.case_id,
        )


def page_query(
    office: str | None,
    filters: Filters,
    segment: Segment,
    cursor: ListCursor | None,
    limit: int,
    *,
    backwards: bool = False,
) -> Select[Any]:
    """Return the statement for a page of one segment: what follows *cursor*, or *backwards* what leads up to it."""
    head = case_head.c
    is_dated = segment is Segment.DATED
    sorted_by = head.first_due if is_dated else head.changed_at
    wanted = replace(filters, finished=segment is Segment.FINISHED)
    query = _columns().where(*conditions(office, wanted))
    if segment is not Segment.FINISHED:
        query = query.where(head.first_due.is_not(None) if is_dated else head.first_due.is_(None))
    ascending = is_dated is not backwards
    if cursor is not None:
        key = tuple_(sorted_by, head.case_id)
        place = tuple_(cursor.first_due if is_dated else cursor.changed_at, cursor.case_id)
        query = query.where(key > place if ascending else key < place)
    order = (sorted_by, head.case_id) if ascending else (sorted_by.desc(), head.case_id.desc())
    return query.order_by(*order).limit(limit)


async def cases_after(
    conn: AsyncConnection, office: str | None, filters: Filters, cursor: ListCursor | None, limit: int
) -> list[ListedCase]:
    """Return the page that follows *cursor*, or the first."""
    return await _leaf(conn, office, filters, cursor, limit, backwards=False)


async def cases_before(
    conn: AsyncConnection, office: str | None, filters: Filters, cursor: ListCursor, limit: int
) -> list[ListedCase]:
    """Return the page that ends before *cursor*, in the list's own order."""
    return (await _leaf(conn, office, filters, cursor, limit, backwards=True))[::-1]


async def _leaf(
    conn: AsyncConnection,
    office: str | None,
    filters: Filters,
    cursor: ListCursor | None,
    limit: int,
    *,
    backwards: bool,
) -> list[ListedCase]:
    segments = [one for one in Segment if filters.finished in {None, one is Segment.FINISHED}]
    if backwards:
        segments.reverse()
    found: list[ListedCase] = []
    for segment in segments:
        if cursor is not None and cursor.segment is not segment:
            continue
        left = limit - len(found)
        search, is_ended = filters.search, segment is Segment.FINISHED
        kept = None if search is None else search.found(finished=is_ended)
        if kept is not None:
            ids = kept_page(kept, filters, segment, cursor, left, backwards=backwards)
            found += await _listed(conn, ids)
        elif search is not None and search.walked is not None and is_ended and filters.is_wide:
            ids = await ended_page(conn, office, search.walked, cursor, left, backwards=backwards)
            found += await _listed(conn, ids)
        else:
            asked = _page_asked(office, filters, segment, cursor, left, backwards=backwards)
            found += [ListedCase(**row) for row in (await conn.execute(*asked)).mappings()]
        if len(found) == limit:
            break
        cursor = None
    return found


async def _listed(conn: AsyncConnection, ids: Sequence[UUID]) -> list[ListedCase]:
    """Return the cases *ids* in their order."""
    if not ids:
        return []
    head = case_head.c
    rows = (await conn.execute(_columns().where(head.case_id.in_(ids)))).mappings()
    by_id = {row["case_id"]: ListedCase(**row) for row in rows}
    return [by_id[one] for one in ids if one in by_id]


def _page_asked(
    office: str | None,
    filters: Filters,
    segment: Segment,
    cursor: ListCursor | None,
    limit: int,
    *,
    backwards: bool,
) -> tuple[Select[Any], dict[str, Any]]:
    """Return a page's statement, and the values that it is asked with."""
    if filters.search is not None:
        return page_query(office, filters, segment, cursor, limit, backwards=backwards), {}
    shape, values = shaped(filters)
    values |= {"most": limit}
    if office is not None:
        values |= {"office": office}
    if cursor is not None:
        at = cursor.first_due if segment is Segment.DATED else cursor.changed_at
        values |= {"at": at, "case_id": cursor.case_id}
    return _page_of(shape, segment, office is None, cursor is None, backwards), values


@lru_cache(maxsize=1_000)
def _page_of(
    shape: Filters, segment: Segment, is_anywhere: bool, is_first: bool, backwards: bool
) -> Select[Any]:
    at = place("at", case_head.c.changed_at)
    cursor = ListCursor(
        first_due=at if segment is Segment.DATED else None,
        finished=segment is Segment.FINISHED,
        changed_at=at,
        case_id=place("case_id", case_head.c.case_id),
    )
    return page_query(
        None if is_anywhere else place("office", case_head.c.office),
        with_places(shape),
        segment,
        None if is_first else cursor,
        place("most", Integer()),
        backwards=backwards,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a list: how many cases each kind lets through, and what it may be narrowed to.

    Args:
        counts: By kind, none counted further than one above ``MOST_COUNTED``.
        officers: The case officers of the office who have open cases, by subject; none where it is all offices.
        years: Those that there have been rounds for, the newest first.
    """

    counts: dict[str, int]
    officers: list[str]
    years: list[int]


async def beside(conn: AsyncConnection, office: str | None, kinds: Mapping[str, Filters]) -> Beside:
    """Return what stands beside the list of *office*, or of all, in one question."""
    counted = {name: kept_count(filters) for name, filters in kinds.items()}
    kept = {name: count for name, count in counted.items() if count is not None}
    asked = {name: filters for name, filters in kinds.items() if name not in kept}
    if any(filters.search is not None for filters in asked.values()):
        query, values = _beside_query(office, asked), {}
    else:
        shapes = {name: shaped(filters, f"{name}_") for name, filters in asked.items()}
        query = _beside_of(tuple((name, shape) for name, (shape, _) in shapes.items()), office is None)
        values = {} if office is None else {"office": office}
        for _, given in shapes.values():
            values |= given
    found = dict((await conn.execute(query, values)).mappings().one())
    officers, years = found.pop("officers") or [], found.pop("years") or []
    counts = {name: (found | kept)[name] for name in kinds}
    return Beside(counts=counts, officers=sorted(officers), years=sorted(years, reverse=True))


@lru_cache(maxsize=1_000)
def _beside_of(shapes: tuple[tuple[str, Filters], ...], is_anywhere: bool) -> Select[Any]:
    office = None if is_anywhere else place("office", case_head.c.office)
    return _beside_query(office, {name: with_places(shape) for name, shape in shapes})


def _beside_query(office: str | None, kinds: Mapping[str, Filters]) -> Select[Any]:
    head = case_head.c
    officers = select(func.array_agg(head.officer.distinct())).where(
        head.office == office, head.finished == false(), head.officer.is_not(None)
    )
    years = select(func.array_agg(round_.c.grant_year.distinct()))
    years = years if office is None else years.where(round_.c.office == office)
    return select(
        *(count_query(office, kind).label(name) for name, kind in kinds.items()),
        (null() if office is None else officers.scalar_subquery()).label("officers"),
        years.scalar_subquery().label("years"),
    )


def count_query(office: str | None, filters: Filters) -> ScalarSelect[Any]:
    """Return the statement behind a count, which goes no further than one above ``MOST_COUNTED``."""
    if filters.finished is None:
        # Each of the two has indexes of its own.
        open_, ended = (count_query(office, replace(filters, finished=one)) for one in (False, True))
        return select(func.least(open_ + ended, list_order.MOST_COUNTED + 1)).scalar_subquery()
    head = case_head.c
    if filters.search is not None and not filters.finished:
        return _open_found(office, filters, filters.search)
    some = select(head.case_id).where(*conditions(office, filters))
    if filters.search is None:
        # In the list's own order: then the database walks the list's index, and does not try its luck in the table.
        some = some.order_by(head.changed_at if filters.finished else head.first_due, head.case_id)
    return counted(some)


def _open_found(office: str | None, filters: Filters, search: Sought) -> ScalarSelect[Any]:
    """Return the count of open cases that are found: by the index of what they are found by, in any order.

    Which are late is asked of what was found (hence OFFSET), else the database would walk all that are late.
    """
    head = case_head.c
    wanted = replace(filters, overdue_at=None, search=replace(search, is_looked_up=False))
    found = select(head.first_due).where(*conditions(office, wanted)).offset(0).subquery()
    some = select(found)
    return counted(
        some if filters.overdue_at is None else some.where(found.c.first_due <= filters.overdue_at)
    )


def _columns() -> Select[Any]:
    columns = [case_head.c[name] for name in ListedCase.__dataclass_fields__ if name != "network"]
    named = network.c.network_id == case_head.c.network_id
    return select(*columns, func.coalesce(network.c.name, "").label("network")).outerjoin(network, named)
