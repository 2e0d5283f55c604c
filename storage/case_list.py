"""The list of all cases as people leaf through it: by the earliest deadline, then those without one, then the finished.

A page is kept by the key of its first or last row (``ListCursor``), so that pages neither skip nor repeat rows while
others write, and the hundredth costs what the first does. Counts stop at ``MOST_COUNTED``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, Self
from uuid import UUID

from sqlalchemy import Integer, ScalarSelect, Select, false, func, null, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.instants import FIRST_YEAR, LAST_YEAR
from storage.queries import conditions
from storage.rows import Filters
from storage.searching import FoundCase, has_words
from storage.shapes import place, shaped, with_places
from storage.tables import case_head, network, round_

MOST_COUNTED: Final = 1000


class Segment(StrEnum):
    """The list's three parts, in their order: each is sorted in its own way, and walks an index of its own."""

    DATED = "dated"
    UNDATED = "undated"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCursor:
    """A row that a page begins or ends with."""

    first_due: datetime | None
    finished: bool
    changed_at: datetime
    case_id: UUID

    @property
    def segment(self) -> Segment:
        if self.finished:
            return Segment.FINISHED
        return Segment.UNDATED if self.first_due is None else Segment.DATED

    def __str__(self) -> str:
        place = self.changed_at if self.first_due is None else self.first_due
        return f"{self.segment}/{place.isoformat()}/{self.case_id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the cursor that *text* stands for.

        Raises:
            ValueError: It stands for none.
        """
        segment, place, case_id = text.split("/")
        at = datetime.fromisoformat(place)
        if at.tzinfo is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise ValueError("no instant of a case")
        return cls(
            first_due=at if Segment(segment) is Segment.DATED else None,
            finished=segment == Segment.FINISHED,
            changed_at=at,
            case_id=UUID(case_id),
        )


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
            ids = _kept_page(kept, filters, segment, cursor, left, backwards=backwards)
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


async def look_up(conn: AsyncConnection, office: str | None, filters: Filters) -> Filters:
    """Return *filters* with what their search finds, so that each list and count need not search anew."""
    if filters.search is None:
        return filters
    parts = [replace(filters, finished=one) for one in (False, True) if filters.finished in {None, one}]
    search, many = filters.search, set[bool | None]()
    if search.has_parts:
        # Whole words are found at once: where they are many, nothing else needs to be looked for.
        counts = (await conn.execute(select(*(_words_query(office, part) for part in parts)))).one()
        many = {part.finished for part, count in zip(parts, counts, strict=True) if count > MOST_COUNTED}
    search = replace(search, by_words=bool(many), is_looked_up=True)
    found = {
        part.finished: None
        if part.finished in many
        else await _found(conn, office, replace(part, search=replace(search, is_looked_up=False)))
        for part in parts
    }
    return replace(filters, search=replace(search, open=found.get(False), ended=found.get(True)))


def _words_query(office: str | None, filters: Filters) -> ScalarSelect[Any]:
    """Return the count of the cases that have the very words that are searched for."""
    assert filters.search is not None  # noqa: S101 - something is searched for
    words = has_words(filters.search.text.split(), office, finished=filters.finished)
    every = conditions(office, replace(filters, search=None))
    return _counted(select(case_head.c.case_id).where(*every, words)).scalar_subquery()


async def _found(conn: AsyncConnection, office: str | None, filters: Filters) -> tuple[FoundCase, ...] | None:
    """Return what is found; None where it is too much to be kept."""
    columns = (case_head.c[name] for name in FoundCase._fields)
    query = select(*columns).where(*conditions(office, filters)).limit(MOST_COUNTED + 1)
    found = (await conn.execute(query)).all()
    return None if len(found) > MOST_COUNTED else tuple(FoundCase(*row) for row in found)


def _kept_page(
    found: Sequence[FoundCase],
    filters: Filters,
    segment: Segment,
    cursor: ListCursor | None,
    limit: int,
    *,
    backwards: bool,
) -> list[UUID]:
    """Return the ids of a page of what was found, as the list itself would have it."""
    is_dated = segment is Segment.DATED
    mine = [one for one in found if _fits(one, filters)]
    if segment is not Segment.FINISHED:
        mine = [one for one in mine if (one.first_due is not None) is is_dated]
    keys = sorted((one.first_due if is_dated else one.changed_at, one.case_id) for one in mine)
    ascending = is_dated is not backwards
    if cursor is not None:
        place = (cursor.first_due if is_dated else cursor.changed_at, cursor.case_id)
        keys = [key for key in keys if (key > place if ascending else key < place)]
    return [case_id for _, case_id in (keys if ascending else keys[::-1])[:limit]]


def _kept_count(filters: Filters) -> int | None:
    """Return how many of what was found *filters* let through; None where the database must count."""
    search = filters.search
    if search is None or not search.is_looked_up:
        return None
    total = 0
    for finished in (False, True):
        if filters.finished in {None, finished}:
            found = search.found(finished=finished)
            if found is not None:
                total += sum(_fits(one, filters) for one in found)
            elif filters.officer is not None or filters.overdue_at is not None:
                return None
            else:
                # More than are counted: else they had been kept.
                return MOST_COUNTED + 1
    return min(total, MOST_COUNTED + 1)


def _fits(one: FoundCase, filters: Filters) -> bool:
    """Say whether a case that was found is let through by what views ask beside the search."""
    late = filters.overdue_at is None or (one.first_due is not None and one.first_due <= filters.overdue_at)
    return late and filters.officer in {None, one.officer}


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
    counted = {name: _kept_count(filters) for name, filters in kinds.items()}
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
        *(count_query(office, kind).scalar_subquery().label(name) for name, kind in kinds.items()),
        (null() if office is None else officers.scalar_subquery()).label("officers"),
        years.scalar_subquery().label("years"),
    )


async def officer_loads(conn: AsyncConnection, office: str) -> dict[str, int]:
    """Return how many open cases each case officer of *office* has, by subject."""
    head = case_head.c
    query = (
        select(head.officer, func.count().label("cases"))
        .where(head.office == office, head.finished == false(), head.officer.is_not(None))
        .group_by(head.officer)
        .order_by(head.officer)
    )
    return {row.officer: row.cases for row in await conn.execute(query)}


def count_query(office: str | None, filters: Filters) -> Select[Any]:
    """Return the statement behind a count, which goes no further than one above ``MOST_COUNTED``."""
    if filters.finished is None:
        # Each of the two has indexes of its own.
        parts = (count_query(office, replace(filters, finished=one)) for one in (False, True))
        open_, ended = (part.scalar_subquery() for part in parts)
        return select(func.least(open_ + ended, MOST_COUNTED + 1))
    head = case_head.c
    some = select(head.case_id).where(*conditions(office, filters))
    if filters.search is None:
        # In the list's own order: then the database walks the list's index, and does not try its luck in the table.
        some = some.order_by(head.changed_at if filters.finished else head.first_due, head.case_id)
    return _counted(some)


def _counted(some: Select[Any]) -> Select[Any]:
    return select(func.count()).select_from(some.limit(MOST_COUNTED + 1).subquery())


def _columns() -> Select[Any]:
    columns = [case_head.c[name] for name in ListedCase.__dataclass_fields__ if name != "network"]
    named = network.c.network_id == case_head.c.network_id
    return select(*columns, func.coalesce(network.c.name, "").label("network")).outerjoin(network, named)
