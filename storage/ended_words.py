"""Ended cases by what is found in very many of them: read in the list's own order, no further than is shown or counted.

An ended case is written there word by word when it ends (``ended_word``). Only where the list is narrowed to nothing but
an office are they read here: else what does not fit would have to be passed over, one case after the other.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.offices import OFFICES
from storage import list_order
from storage.list_order import ListCursor
from storage.searching import Ways

_COUNTS: Final = text(
    """
    SELECT (SELECT count(*) FROM (
              SELECT FROM unnest(CAST(:marks AS text[]), CAST(:ways AS int[])) AS k(mark, way)
               CROSS JOIN unnest(CAST(:offices AS text[])) AS o(office)
               CROSS JOIN LATERAL (SELECT FROM ended_word e WHERE e.word = k.mark AND e.office = o.office
                                    LIMIT :most) found
               WHERE k.way = w.way LIMIT :most) counted)
      FROM generate_series(0, :last) AS w(way) ORDER BY w.way
    """
)

#: Those of each mark and office in their order, no more than a page of each: then of all these a page.
_PAGE: Final = """
    SELECT DISTINCT changed_at, case_id FROM (
      SELECT found.* FROM unnest(CAST(:marks AS text[])) AS k(mark)
       CROSS JOIN unnest(CAST(:offices AS text[])) AS o(office)
       CROSS JOIN LATERAL (SELECT e.changed_at, e.case_id FROM ended_word e
                            WHERE e.word = k.mark AND e.office = o.office AND (e.changed_at, e.case_id) {after} (:at, :case_id)
                            ORDER BY e.changed_at {order}, e.case_id {order} LIMIT :most) found
      UNION ALL
      SELECT found.* FROM unnest(CAST(:offices AS text[])) AS o(office)
       CROSS JOIN LATERAL (SELECT e.changed_at, e.case_id FROM ended_word e
                            WHERE e.word = :rarest AND e.office = o.office AND (e.changed_at, e.case_id) {after} (:at, :case_id)
                              AND (SELECT count(*) FROM ended_word f
                                    WHERE f.word = ANY(CAST(:others AS text[])) AND f.office = e.office
                                      AND f.changed_at = e.changed_at AND f.case_id = e.case_id) = :as_many
                            ORDER BY e.changed_at {order}, e.case_id {order} LIMIT :most) found
      ) both_ways
     ORDER BY changed_at {order}, case_id {order} LIMIT :most
    """
_FORTH: Final = text(_PAGE.format(after="<", order="DESC"))
_BACK: Final = text(_PAGE.format(after=">", order="ASC"))

_LAST: Final = datetime(9999, 12, 31, tzinfo=UTC)
_HIGHEST: Final = UUID(int=(1 << 128) - 1)


async def common_ways(conn: AsyncConnection, office: str | None, ways: Ways) -> Ways:
    """Return *ways* with what is known of them among the ended cases of *office*, or of all, its words rarest first."""
    counts = list(await conn.scalars(*counts_asked(office, ways)))
    whole, words = counts[: len(ways.ways)], dict(zip(ways.phrase, counts[len(ways.ways) :], strict=True))
    return replace(
        ways,
        phrase=tuple(sorted(words, key=words.__getitem__)),
        is_common=max(whole, default=0) > list_order.MOST_COUNTED,
        has_common_words=min(words.values(), default=0) > list_order.MOST_COUNTED,
    )


async def ended_page(
    conn: AsyncConnection,
    office: str | None,
    ways: Ways,
    cursor: ListCursor | None,
    limit: int,
    *,
    backwards: bool,
) -> list[UUID]:
    """Return the ids of a page of what is found by *ways*: what follows *cursor*, or *backwards* what leads up to it."""
    asked = page_asked(office, ways, cursor, limit, backwards=backwards)
    return [row.case_id for row in await conn.execute(*asked)]


def counts_asked(office: str | None, ways: Ways) -> tuple[TextClause, dict[str, Any]]:
    """Return the statement that counts what each way finds, then each word of the phrase, and its values."""
    each = [*ways.ways, *((word,) for word in ways.phrase)]
    pairs = [(mark, place) for place, marks in enumerate(each) for mark in marks]
    return _COUNTS, {
        "marks": [mark for mark, _ in pairs],
        "ways": [place for _, place in pairs],
        "offices": _offices(office),
        "most": list_order.MOST_COUNTED + 1,
        "last": len(each) - 1,
    }


def page_asked(
    office: str | None, ways: Ways, cursor: ListCursor | None, limit: int, *, backwards: bool
) -> tuple[TextClause, dict[str, Any]]:
    """Return a page's statement, and its values."""
    rarest, *others = ways.phrase or ("",)
    return _BACK if backwards else _FORTH, {
        "marks": [mark for marks in ways.ways for mark in marks],
        "rarest": rarest,
        "others": others,
        "as_many": len(others),
        "offices": _offices(office),
        "at": _LAST if cursor is None else cursor.changed_at,
        "case_id": _HIGHEST if cursor is None else cursor.case_id,
        "most": limit,
    }


def _offices(office: str | None) -> list[str]:
    return list(OFFICES) if office is None else [office]
