"""What people and the reconciler read: every list by an index, page by page, and never by the database's own clock.

A page ends in a cursor, the sort key of its last row, and the next page begins after it: pages neither skip nor repeat
rows while others write, and the hundredth costs what the first does. Reconciler's questions are at the end.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, or_, select, true, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.expression import Executable

from storage.rows import (
    DeadlineRow,
    Filters,
    FrameRow,
    Head,
    OverdueCursor,
    OverdueRow,
    RoundRow,
    TaskCursor,
    TaskRow,
    Unadopted,
    Unhandled,
)
from storage.searching import is_sought
from storage.tables import (
    FOSTER_HOME_CASE,
    case_head,
    deadline,
    frame,
    inbox,
    mandate,
    outbox,
    round_,
    task,
    trail,
)
from storage.trail import Entry, parse

Row = TypeVar("Row")

PAGE: Final = 50


# --- lists ----------------------------------------------------------------------------------------------------------


def overdue_query(
    as_of: datetime, office: str | None, limit: int, after: OverdueCursor | None
) -> Select[Any]:
    """Return the statement behind ``overdue``."""
    found = (
        select(*_of(OverdueRow, deadline))
        .join(case_head, case_head.c.case_id == deadline.c.case_id)
        .where(deadline.c.due <= as_of)
        .order_by(deadline.c.due, deadline.c.case_id, deadline.c.clock)
        .limit(limit)
    )
    if office is not None:
        found = found.where(case_head.c.office == office)
    if after is not None:
        key = tuple_(deadline.c.due, deadline.c.case_id, deadline.c.clock)
        found = found.where(key > tuple_(after.due, after.case_id, after.clock))
    return found


async def overdue(
    conn: AsyncConnection,
    as_of: datetime,
    office: str | None = None,
    limit: int = PAGE,
    after: OverdueCursor | None = None,
) -> list[OverdueRow]:
    """Return a page of the open deadlines that have passed at *as_of* (case time), the oldest first."""
    return await _rows(conn, overdue_query(as_of, office, limit, after), OverdueRow)


def tasks_query(office: str, role: str | None, limit: int, after: TaskCursor | None) -> Select[Any]:
    """Return the statement behind ``tasks``."""
    key = (task.c.case_id, task.c.task)
    found = (
        select(*_of(TaskRow, task))
        .join(case_head, case_head.c.case_id == task.c.case_id)
        .where(task.c.office == office)
        .order_by(task.c.due.nulls_last(), *key)
        .limit(limit)
    )
    if role is not None:
        found = found.where(task.c.role == role)
    if after is None:
        return found
    later = tuple_(*key) > tuple_(after.case_id, after.task)
    if after.due is None:
        return found.where(task.c.due.is_(None), later)
    return found.where(
        or_(task.c.due > after.due, and_(task.c.due == after.due, later), task.c.due.is_(None))
    )


async def tasks(
    conn: AsyncConnection,
    office: str,
    role: str | None = None,
    limit: int = PAGE,
    after: TaskCursor | None = None,
) -> list[TaskRow]:
    """Return a page of the open tasks of an office, or of one role there, the most pressing first."""
    return await _rows(conn, tasks_query(office, role, limit, after), TaskRow)


# --- one thing ------------------------------------------------------------------------------------------------------


async def case_by(conn: AsyncConnection, id_or_case_no: UUID | str) -> Head | None:
    """Return the case with this id or case number, or None."""
    query = select(*_of(Head)).where(_identified(id_or_case_no, case_head.c.case_id, case_head.c.case_no))
    return next(iter(await _rows(conn, query, Head)), None)


async def tasks_of(conn: AsyncConnection, case_id: UUID) -> list[TaskRow]:
    """Return the open tasks of one case, by name."""
    query = (
        select(*_of(TaskRow, task))
        .join(case_head, case_head.c.case_id == task.c.case_id)
        .where(task.c.case_id == case_id)
        .order_by(task.c.task)
    )
    return await _rows(conn, query, TaskRow)


async def deadlines_of(conn: AsyncConnection, case_id: UUID) -> list[DeadlineRow]:
    """Return the open deadlines of one case, the next first."""
    query = select(*_of(DeadlineRow, deadline)).where(deadline.c.case_id == case_id)
    return await _rows(conn, query.order_by(deadline.c.due, deadline.c.clock), DeadlineRow)


async def round_by(conn: AsyncConnection, id_or_round_no: UUID | str) -> RoundRow | None:
    """Return the round with this id or number, or None."""
    query = select(*_of(RoundRow, round_)).where(
        _identified(id_or_round_no, round_.c.round_id, round_.c.round_no)
    )
    return next(iter(await _rows(conn, query, RoundRow)), None)


async def rounds(conn: AsyncConnection, office: str | None = None) -> list[RoundRow]:
    """Return the rounds of an office, or all of them, the newest year first. An office has a few a year."""
    query = select(*_of(RoundRow, round_)).order_by(
        round_.c.grant_year.desc(), round_.c.office, round_.c.round_no
    )
    return await _rows(conn, query if office is None else query.where(round_.c.office == office), RoundRow)


async def cases_of_round(conn: AsyncConnection, round_id: UUID) -> list[dict[str, Any]]:
    """Return the state of every case of a round."""
    query = select(case_head.c.state).where(case_head.c.round_id == round_id)
    return list((await conn.scalars(query)).all())


async def frames(
    conn: AsyncConnection, office: str | None = None, grant_year: int | None = None
) -> list[FrameRow]:
    """Return the frames of an office and year, or of all."""
    query = (
        select(*_of(FrameRow, frame, mandate))
        .join(mandate, and_(mandate.c.office == frame.c.office, mandate.c.grant_year == frame.c.grant_year))
        .where(true() if office is None else frame.c.office == office)
        .where(true() if grant_year is None else frame.c.grant_year == grant_year)
        .order_by(frame.c.office, frame.c.grant_year, frame.c.pot)
    )
    return await _rows(conn, query, FrameRow)


async def history(
    conn: AsyncConnection, stream: str, after_seq: int = 0, limit: int | None = None
) -> list[Entry]:
    """Return the events of a stream in order, those after *after_seq*."""
    query = (
        select(trail.c.envelope)
        .where(trail.c.stream == stream, trail.c.seq > after_seq)
        .order_by(trail.c.seq)
        .limit(limit)
    )
    return [parse(envelope) for envelope in await conn.scalars(query)]


# --- what the reconciler asks ---------------------------------------------------------------------------------------

_CASE_STREAM: Final = func.concat("case:", case_head.c.case_id).label("stream")
_ROUND_STREAM: Final = func.concat("round:", round_.c.round_id).label("stream")


async def open_heads_unadopted(
    conn: AsyncConnection, changed_before: datetime, limit: int
) -> list[Unadopted]:
    """Return cases and rounds changed before *changed_before* (real time) that their workflow has not adopted."""
    branches = [
        select(stream, table.c.seq, table.c.adopted_seq, table.c.changed_at)
        .where(table.c.adopted_seq < table.c.seq, table.c.changed_at < changed_before)
        .order_by(table.c.changed_at)
        .limit(limit)
        for stream, table in ((_CASE_STREAM, case_head), (_ROUND_STREAM, round_))
    ]
    both = union_all(*branches)
    return await _rows(conn, both.order_by(both.selected_columns.changed_at).limit(limit), Unadopted)


async def deadlines_unhandled(conn: AsyncConnection, as_of: datetime, limit: int) -> list[Unhandled]:
    """Return open cases and rounds whose next deadline passed by *as_of* (case time), the oldest first.

    What falls due at once is handled spread over a window: ask with an *as_of* that lies so much back.
    """
    branches = [
        select(stream, table.c.next_due.label("due"), table.c.next_cause.label("cause"))
        .where(table.c.finished == false(), table.c.next_due <= as_of)
        .order_by(table.c.next_due)
        .limit(limit)
        for stream, table in ((_CASE_STREAM, case_head), (_ROUND_STREAM, round_))
    ]
    both = union_all(*branches)
    return await _rows(conn, both.order_by(both.selected_columns.due).limit(limit), Unhandled)


async def open_streams(conn: AsyncConnection, after: str = "", limit: int = 1_000) -> list[str]:
    """Return the streams of open cases and rounds in order, those after *after*: each has a workflow."""
    streams: list[str] = []
    for prefix, table, key in (
        ("case:", case_head, case_head.c.case_id),
        ("round:", round_, round_.c.round_id),
    ):
        query = select(key).where(table.c.finished == false()).order_by(key).limit(limit - len(streams))
        if after.startswith(prefix):
            query = query.where(key > UUID(after.removeprefix(prefix)))
        elif after > prefix:
            continue
        streams += [f"{prefix}{found}" for found in await conn.scalars(query)]
    return streams


async def next_due_min(conn: AsyncConnection) -> datetime | None:
    """Return the earliest deadline (case time) that some open case or round waits for."""
    earliest = [
        select(func.min(table.c.next_due)).where(table.c.finished == false()).scalar_subquery()
        for table in (case_head, round_)
    ]
    due: datetime | None = await conn.scalar(select(func.least(*earliest)))
    return due


async def inbox_pending_oldest(conn: AsyncConnection) -> datetime | None:
    """Return when the oldest command that is not settled was received (case time)."""
    pending = inbox.c.status == literal("pending", literal_execute=True)
    oldest: datetime | None = await conn.scalar(select(func.min(inbox.c.received_at)).where(pending))
    return oldest


async def outbox_oldest(conn: AsyncConnection) -> datetime | None:
    """Return when the oldest row that is still to be sent was written; parked rows are not counted."""
    pending = outbox.c.status == literal("pending", literal_execute=True)
    oldest: datetime | None = await conn.scalar(select(func.min(outbox.c.created_at)).where(pending))
    return oldest


# --- how they are made ----------------------------------------------------------------------------------------------


def _of(row: type[Any], *tables: Any) -> list[ColumnElement[Any]]:
    """Return the columns that *row* has fields for: from the first table that has them, the case's head last."""
    return [next(t.c[f.name] for t in (*tables, case_head) if f.name in t.c) for f in fields(row)]


async def _rows(conn: AsyncConnection, query: Executable, row: type[Row]) -> list[Row]:
    return [row(**found) for found in (await conn.execute(query)).mappings()]


def _identified(
    given: UUID | str, key: ColumnElement[UUID], number: ColumnElement[str]
) -> ColumnElement[bool]:
    if isinstance(given, UUID):
        return key == given
    try:
        return key == UUID(given)
    except ValueError:
        return number == given.strip().upper()


def conditions(office: str | None, filters: Filters) -> list[ColumnElement[bool]]:
    """Return what a case of *office*, or of any, must meet to be in a list narrowed to *filters*."""
    head = case_head.c
    found: list[ColumnElement[bool]] = []
    if filters.finished is not None:
        # Written out, not as a parameter: only then may the planner use the partial indexes.
        found.append(head.finished == (true() if filters.finished else false()))
    if office is not None:
        found.append(head.office == office)
    for name in ("stage", "officer", "host", "strand", "grant_year"):
        wanted = getattr(filters, name)
        if wanted is not None:
            found.append(head[name] == wanted)
    if filters.overdue_at is not None:
        found.append(head.first_due <= filters.overdue_at)
    if filters.foster_home:
        found.append(FOSTER_HOME_CASE)
    if filters.audited:
        found.append(func.jsonb_array_length(head.state["audits"]) > 0)
    if filters.search is not None:
        found.append(is_sought(filters.search, office, finished=filters.finished))
    return found
