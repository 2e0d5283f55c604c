"""The people of an office as the database has seen them: what each has to do, who has acted in which role, who is disqualified."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, false, func, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import case_head, inbox

_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many open cases an officer has, and in how many of them a deadline has passed."""

    subject: str
    cases: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody who has acted in a role at the office, and when last (case time)."""

    subject: str
    role: str
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqualified:
    """Somebody who is disqualified in an open case."""

    subject: str
    case_no: str
    host: str


async def loads(conn: AsyncConnection, office: str, as_of: datetime) -> list[Load]:
    """Return what each case officer of *office* has open at *as_of*."""
    head = case_head.c
    query = (
        select(
            head.officer.label("subject"),
            func.count().label("cases"),
            func.count().filter(head.first_due <= as_of).label("late"),
        )
        .where(head.office == office, head.finished == false(), head.officer.is_not(None))
        .group_by(head.officer)
        .order_by(head.officer)
    )
    return [Load(**row) for row in (await conn.execute(query)).mappings()]


async def seen(conn: AsyncConnection, office: str) -> list[Seen]:
    """Return who has asked for anything at *office*, and in which role."""
    return [Seen(**row) for row in (await conn.execute(seen_query(office))).mappings()]


def seen_query(office: str) -> Select[Any]:
    """Return the query for who has acted at *office*: from one person to the next in the index, never command by command."""
    unit, role, subject = (inbox.c.actor[name].astext for name in ("unit", "role", "subject"))
    first = select(role.label("role"), subject.label("subject")).where(unit == office)
    people = first.order_by(role, subject).limit(1).cte("people", recursive=True)
    after = tuple_(role, subject) > tuple_(people.c.role, people.c.subject)
    following = first.where(after).order_by(role, subject).limit(1).lateral()
    people = people.union_all(
        select(following.c.role, following.c.subject).select_from(people).join(following, true())
    )
    last_at = (
        select(inbox.c.received_at)
        .where(unit == office, role == people.c.role, subject == people.c.subject)
        .order_by(inbox.c.received_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    return select(people.c.subject, people.c.role, last_at.label("last_at")).limit(_MOST)


async def disqualified(conn: AsyncConnection, office: str) -> list[Disqualified]:
    """Return who is disqualified in which open case of *office*."""
    head = case_head.c
    who = func.jsonb_array_elements_text(head.state["disqualified"]).table_valued("value")
    query = (
        select(who.c.value.label("subject"), head.case_no, head.host)
        .select_from(case_head)
        .join(who, true())
        .where(head.office == office, head.finished == false())
        .order_by(head.case_no)
        .limit(_MOST)
    )
    return [Disqualified(**row) for row in (await conn.execute(query)).mappings()]


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
