"""What a search finds, once: kept where it is few enough, then leafed through and counted without asking again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Select, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import list_order
from storage.ended_words import common_ways
from storage.list_order import ListCursor, Segment, counted
from storage.queries import conditions
from storage.rows import Filters
from storage.searching import FoundCase, Sought, Ways, has_words, is_sought, numbered_from, ways_of
from storage.tables import case_head


async def look_up(conn: AsyncConnection, office: str | None, filters: Filters) -> Filters:
    """Return *filters* with what their search finds, so that each list and count need not search anew."""
    if filters.search is None:
        return filters
    parts = [replace(filters, finished=one) for one in (False, True) if filters.finished in {None, one}]
    ways = None
    if filters.is_wide and filters.finished is not False:
        ways = await common_ways(conn, office, ways_of(filters.search, office))
    many = await _many(conn, office, filters.search, parts, ways)
    search = replace(
        filters.search,
        by_words=bool(many) and filters.search.has_parts,
        walked=ways if True in many else None,
        is_looked_up=True,
    )
    found = {
        part.finished: None
        if part.finished in many
        else await _found(conn, office, replace(part, search=replace(search, is_looked_up=False)))
        for part in parts
    }
    return replace(filters, search=replace(search, open=found.get(False), ended=found.get(True)))


async def _many(
    conn: AsyncConnection, office: str | None, search: Sought, parts: Sequence[Filters], ways: Ways | None
) -> set[bool | None]:
    """Return in which *parts* one way alone finds more than is kept: then nothing else needs to be looked for.

    Whole words are found at once, and of a stretch of numbers the first thousand are enough. What *ways* say of the
    ended ones is not asked again.
    """
    numbered = search.number is not None
    # The open ones are few: their numbers are looked at one by one.
    asked = [part for part in parts if search.has_parts or (numbered and part.finished)]
    many: set[bool | None] = set()
    if ways is not None and (ways.is_common or not ways.has_common_words):
        asked = [part for part in asked if not part.finished]
        many = {True} if ways.is_common else set()
    if not asked:
        return many
    counts = (await conn.execute(select(*(counted(_one_way(office, part)) for part in asked)))).one()
    return many | {
        part.finished for part, count in zip(asked, counts, strict=True) if count > list_order.MOST_COUNTED
    }


def _one_way(office: str | None, filters: Filters) -> Select[Any] | CompoundSelect[Any]:
    """Return the cases that have the very words that are searched for, or a number that begins so."""
    search, every = filters.search, conditions(None, replace(filters, search=None))
    assert search is not None  # noqa: S101 - something is searched for
    if search.number is None:
        every.append(has_words(search.text.split(), office))
        return select(case_head.c.case_id).where(*every)
    stretches = numbered_from(search.number, office)
    return union_all(*(select(case_head.c.case_id).where(*every, stretch) for stretch in stretches))


async def _found(conn: AsyncConnection, office: str | None, filters: Filters) -> tuple[FoundCase, ...] | None:
    """Return what is found; None where it is too much to be kept."""
    assert filters.search is not None  # noqa: S101 - something is searched for
    numbered = filters.search.number is not None
    every = conditions(office if numbered else None, replace(filters, search=None))
    every.append(is_sought(filters.search, office, finished=filters.finished))
    if office is not None and not numbered:
        # Out of sight of the indexes: the words say which office, and all its cases would be named as well.
        every.append(func.concat(case_head.c.office, "") == office)
    columns = (case_head.c[name] for name in FoundCase._fields)
    found = select(*columns).where(*every).limit(list_order.MOST_COUNTED + 1).cte("found")
    size = select(func.count().label("total")).select_from(found).subquery()
    # Too many are not brought here to be thrown away.
    few = size.outerjoin(found, size.c.total <= list_order.MOST_COUNTED)
    rows = (await conn.execute(select(size, *found.c).select_from(few))).all()
    total = rows[0].total
    if total > list_order.MOST_COUNTED:
        return None
    return tuple(FoundCase(*row[1:]) for row in rows) if total else ()


def kept_page(
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


def kept_count(filters: Filters) -> int | None:
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
                return list_order.MOST_COUNTED + 1
    return min(total, list_order.MOST_COUNTED + 1)


def _fits(one: FoundCase, filters: Filters) -> bool:
    """Say whether a case that was found is let through by what views ask beside the search."""
    late = filters.overdue_at is None or (one.first_due is not None and one.first_due <= filters.overdue_at)
    return late and filters.officer in {None, one.officer}
