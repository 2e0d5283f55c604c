"""What lies on one person's desk: the tasks with what they are about, what is waited for, and how the cases are spread."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import false, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Role
from storage.tables import case_head, deadline, network, task

#: A longer list is worked off from its top.
MOST_TASKS: Final = 300
MOST_AWAITED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTask:
    """An open task with the case it is in. ``due`` is the first instant after the last day to do it."""

    case_id: UUID
    case_no: str
    host: str
    network: str
    officer: str | None
    task: str
    code: str
    opened_at: datetime
    due: datetime | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """What somebody else is to do in a case. ``due`` is the first instant after the last day; None where there is none."""

    case_no: str
    host: str
    network: str
    role: str
    task: str | None
    clock: str | None
    since: datetime | None
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """How many open cases of an officer stand at a stage, and which deadline comes first among them."""

    stage: str
    cases: int
    next_due: datetime | None


async def desk_tasks(
    conn: AsyncConnection, office: str, role: str, limit: int = MOST_TASKS
) -> list[DeskTask]:
    """Return the open tasks of one role at one office, the most pressing first."""
    query = (
        select(
            task.c.case_id,
            case_head.c.case_no,
            case_head.c.host,
            func.coalesce(network.c.name, "").label("network"),
            case_head.c.officer,
            task.c.task,
            task.c.code,
            task.c.opened_at,
            task.c.due,
            task.c.rule,
        )
        .join(case_head, case_head.c.case_id == task.c.case_id)
        .outerjoin(network, network.c.network_id == case_head.c.network_id)
        .where(task.c.office == office, task.c.role == role)
        .order_by(task.c.due.nulls_last(), task.c.case_id, task.c.task)
        .limit(limit)
    )
    return [DeskTask(**row) for row in (await conn.execute(query)).mappings()]


async def awaited(
    conn: AsyncConnection, office: str, officer: str, until: datetime, limit: int = MOST_AWAITED
) -> list[Awaited]:
    """Return what others are to do in the open cases of *officer* by *until* (case time), the earliest first."""
    mine = (case_head.c.office == office, case_head.c.officer == officer, case_head.c.finished == false())
    about = (
        case_head.c.case_no,
        case_head.c.host,
        func.coalesce(network.c.name, "").label("network"),
    )
    named = network.c.network_id == case_head.c.network_id
    at_colleagues = (
        select(*about, task.c.role, task.c.task, task.c.opened_at.label("since"), task.c.due)
        .join(case_head, case_head.c.case_id == task.c.case_id)
        .outerjoin(network, named)
        .where(*mine, task.c.role != Role.CASE_OFFICER.value)
        .order_by(task.c.due.nulls_last(), case_head.c.case_no)
        .limit(limit)
    )
    elsewhere = (
        select(*about, deadline.c.role, deadline.c.clock, deadline.c.due)
        .join(case_head, case_head.c.case_id == deadline.c.case_id)
        .outerjoin(network, named)
        .where(*mine, deadline.c.role == Role.APPLICANT_SIGNATORY.value, deadline.c.due <= until)
        .order_by(deadline.c.due, case_head.c.case_no)
        .limit(limit)
    )
    found = [Awaited(**row, clock=None) for row in (await conn.execute(at_colleagues)).mappings()]
    found += [Awaited(**row, task=None, since=None) for row in (await conn.execute(elsewhere)).mappings()]
    return sorted(found, key=lambda one: (one.due is None, one.due, one.case_no))[:limit]


async def stage_counts(conn: AsyncConnection, office: str, officer: str | None) -> list[StageCount]:
    """Return how the open cases of an office, or of one officer there, are spread over the stages."""
    query = (
        select(
            case_head.c.stage,
            func.count().label("cases"),
            func.min(case_head.c.first_due).label("next_due"),
        )
        .where(case_head.c.office == office, case_head.c.finished == false())
        .group_by(case_head.c.stage)
    )
    if officer is not None:
        query = query.where(case_head.c.officer == officer)
    return [StageCount(**row) for row in (await conn.execute(query)).mappings()]
