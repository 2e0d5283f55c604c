"""What waits for whom: tasks and what is overdue, of the office's cases and of the office itself."""

from datetime import date, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES, Role
from domain.instants import FIRST_YEAR, LAST_YEAR, start_of_day
from storage import queries
from storage.office_registers import office_overdue_rows, office_task_rows
from storage.rows import OverdueCursor, OverdueRow, TaskCursor, TaskRow
from web.api.describing import answers
from web.api.gate import ApiGate
from web.api.models.base import given
from web.api.models.registers import OverdueLine, OverduePage, TaskLine, TaskPage
from web.api.paging import After, Limit, cursor_text, link, next_address, no_cursor
from web.visit import Visit

router: Final = APIRouter(tags=["work"])

OFFICE: Final = ApiGate(roles=OFFICE_ROLES)

_BETWEEN: Final = "|"


@router.get("/tasks", responses=answers(OFFICE), response_model=TaskPage)
async def tasks(
    visit: Annotated[Visit, Depends(OFFICE)],
    role: Annotated[Role | None, Query(description="Only those of one role.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """List the open tasks of the office, the most pressing first."""
    office, named = visit.who.unit, None if role is None else role.value
    async with visit.read() as conn:
        rows = await queries.tasks(conn, office, named, limit + 1, _task_cursor(after))
        own = [] if after else await office_task_rows(conn, office, visit.now, named)
    shown = rows[:limit]
    following = next_address(visit.request, _task_key(shown[-1].cursor)) if len(rows) > limit else None
    page = TaskPage(items=[_task(row) for row in shown], office=[_task(row) for row in own], next=following)
    return given(page, headers=link(following))


@router.get("/overdue", responses=answers(OFFICE), response_model=OverduePage)
async def overdue(
    visit: Annotated[Visit, Depends(OFFICE)],
    as_of: Annotated[
        date | None,
        Query(
            ge=date(2000, 1, 1),
            le=date(2099, 12, 31),
            description="Deadlines before this day; today where left out.",
        ),
    ] = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """List the open deadlines of the office's cases that have passed, the oldest first."""
    office, at = visit.who.unit, visit.now if as_of is None else start_of_day(as_of)
    async with visit.read() as conn:
        rows = await queries.overdue(conn, at, office, limit + 1, _overdue_cursor(after))
        own = [] if after else await office_overdue_rows(conn, office, at)
    shown = rows[:limit]
    following = None
    if len(rows) > limit:
        last = shown[-1].cursor
        key = _BETWEEN.join((last.due.isoformat(), str(last.case_id), last.clock))
        following = next_address(visit.request, key)
    page = OverduePage(
        as_of=at,
        items=[_overdue(row) for row in shown],
        office=[_overdue(row) for row in own],
        next=following,
    )
    return given(page, headers=link(following))


def _task(row: TaskRow) -> TaskLine:
    return TaskLine.model_validate(_about(row) | {"opened_at": row.opened_at})


def _overdue(row: OverdueRow) -> OverdueLine:
    return OverdueLine.model_validate(_about(row) | {"rung": row.overdue_rung})


def _about(row: TaskRow | OverdueRow) -> dict[str, Any]:
    """Return the row's values; what belongs to no case has none of a case's."""
    values = {name: getattr(row, name) for name in type(row).__dataclass_fields__}
    values["about"] = row.case_no
    return values if row.of_case else values | {"case_id": None, "host": None, "stage": None}


def _task_key(cursor: TaskCursor) -> str:
    due = "" if cursor.due is None else cursor.due.isoformat()
    return _BETWEEN.join((due, str(cursor.case_id), cursor.task))


def _task_cursor(after: str | None) -> TaskCursor | None:
    parts = _parts(after)
    if parts is None:
        return None
    due, case_id, task = parts
    return TaskCursor(due=_instant(due) if due else None, case_id=_id(case_id), task=task)


def _overdue_cursor(after: str | None) -> OverdueCursor | None:
    parts = _parts(after)
    if parts is None:
        return None
    due, case_id, clock = parts
    return OverdueCursor(due=_instant(due), case_id=_id(case_id), clock=clock)


def _parts(after: str | None) -> tuple[str, str, str] | None:
    text = cursor_text(after)
    if text is None:
        return None
    parts = text.split(_BETWEEN, 2)
    if len(parts) != 3 or not text.isprintable():  # noqa: PLR2004 - the three of a key
        raise no_cursor()
    return parts[0], parts[1], parts[2]


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise no_cursor() from error
    if found.tzinfo is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise no_cursor()
    return found


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise no_cursor() from error
