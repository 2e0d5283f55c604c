"""What happened in the cases, in one order for all, for programs that follow along: pulled from a cursor, or pushed.

Each event bears a position, given when it is written. Two that are written at once may be committed in the other order,
so that a number can be missing for a moment: the feed ends before it until it is there, or until whoever took it must
have given up. Then nothing is ever passed by, and no writer waits for a reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, Uuid, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import OFFICE_ROLES, READING_ROLES, Actor, Role
from domain.sight import DROPPED, OFFICES_OWN, told_to_grantee
from storage.queries import history
from storage.tables import case_head, trail

#: Whoever may follow along: those with cases of their own, and those who see all.
FOLLOWERS: Final = OFFICE_ROLES | {Role.APPLICANT_EDITOR, Role.APPLICANT_SIGNATORY, Role.STATE_AUDITOR}

#: No transaction of ours lives so long: the database ends a statement after seconds, and who says nothing after 30.
_SETTLED_AFTER: Final = timedelta(minutes=2)

#: So many of the newest positions are looked through for one that is missing; more where they are younger than that.
_TAIL: Final = 1_000

_CASE: Final = "case:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One event of a case.

    Args:
        position: Its place among all; the next page begins after it.
        case_id: The case.
        case_no: Its number.
        office: The office that has it.
        host: The municipality it is for.
        seq: Its number in the case.
        kind: What happened.
        occurred_at: When (case time).
        recorded_at: When it was written (real time).
    """

    position: int
    case_id: UUID
    case_no: str
    office: str
    host: str
    seq: int
    kind: str
    occurred_at: datetime
    recorded_at: datetime


async def settled_until(conn: AsyncConnection, real_now: datetime) -> int:
    """Return the last position before which nothing can be written any more; 0 before the first event."""
    size = _TAIL
    while True:
        tail = await _tail(conn, size)
        if not tail:
            return 0
        if len(tail) < size or tail[0][1] <= real_now - _SETTLED_AFTER:
            return _before_a_gap(
                tail, real_now - _SETTLED_AFTER, begins=1 if len(tail) < size else tail[0][0]
            )
        size *= 4


async def _tail(conn: AsyncConnection, size: int) -> Sequence[tuple[int, datetime]]:
    query = select(trail.c.position, trail.c.recorded_at).order_by(trail.c.position.desc()).limit(size)
    return [(row.position, row.recorded_at) for row in reversed((await conn.execute(query)).all())]


def _before_a_gap(tail: Sequence[tuple[int, datetime]], old: datetime, begins: int) -> int:
    """Return the last position before the first that is missing and may still come; *tail* is in order."""
    last = begins - 1
    for position, recorded_at in tail:
        if position != last + 1 and recorded_at > old:
            return last
        last = position
    return last


def happened_query(reader: Actor, after: int, until: int, limit: int) -> Select[Any]:
    """Return the statement behind ``happened``."""
    found = (
        select(
            trail.c.position,
            case_head.c.case_id,
            case_head.c.case_no,
            case_head.c.office,
            case_head.c.host,
            trail.c.seq,
            trail.c.kind,
            trail.c.occurred_at,
            trail.c.recorded_at,
        )
        .where(trail.c.position > after, trail.c.position <= until)
        .order_by(trail.c.position)
        .limit(limit)
    )
    if _sees_all(reader):
        # Along the positions: what an office has is a good part of all.
        of_case = cast(func.substr(trail.c.stream, len(_CASE) + 1), Uuid)
        found = found.join(case_head, case_head.c.case_id == of_case).where(trail.c.stream.like(f"{_CASE}%"))
        return found if reader.role in READING_ROLES else found.where(case_head.c.office == reader.unit)
    # By the cases: a municipality has few.
    stream = func.concat(_CASE, case_head.c.case_id)
    told = trail.c.kind.not_in(sorted(OFFICES_OWN))
    return found.join(case_head, stream == trail.c.stream).where(case_head.c.host == reader.unit, told)


async def happened(
    conn: AsyncConnection, reader: Actor, after: int, real_now: datetime, limit: int
) -> list[Happened]:
    """Return what happened after position *after* in the cases that are *reader*'s to see, in order.

    Args:
        conn: The database.
        reader: One of ``FOLLOWERS``: an office sees the cases it has, a municipality its own, an auditor all.
        after: Where the page before ended; 0 is the beginning.
        real_now: The present (UTC).
        limit: How many at most.
    """
    until, found = await settled_until(conn, real_now), list[Happened]()
    while True:
        asked = limit - len(found)
        rows = await conn.execute(happened_query(reader, after, until, asked))
        page = [Happened(**row) for row in rows.mappings()]
        found += page if _sees_all(reader) else await _told(conn, page)
        if len(page) < asked or len(found) == limit:
            return found
        after = page[-1].position


def _sees_all(reader: Actor) -> bool:
    return reader.role in READING_ROLES or reader.role in OFFICE_ROLES


async def _told(conn: AsyncConnection, page: Sequence[Happened]) -> list[Happened]:
    """Return those of *page* that a municipality was told of: of what was dropped, what happened before says it."""
    untold: set[tuple[UUID, int]] = set()
    for case_id in {one.case_id for one in page if one.kind in DROPPED}:
        entries = await history(conn, f"{_CASE}{case_id}")
        said = told_to_grantee((one.kind, one.body) for one in entries)
        untold |= {(case_id, one.seq) for one, told in zip(entries, said, strict=True) if not told}
    return [one for one in page if (one.case_id, one.seq) not in untold]
