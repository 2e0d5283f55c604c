"""``tasks`` and ``overdue``: what waits for whom, from the database alone, so it is right also when the engine is down.

For one office its own tasks stand among those of its cases: they follow from the registers and the day.
"""

from datetime import date, datetime
from typing import Any

from rich.table import Table
from rich.text import Text

from cli import tables
from cli.errors import Status, UnusableError
from cli.names import short_name
from cli.session import Session
from cli.wall_clock import day
from domain.instants import local_day, start_of_day
from domain.offices import OFFICES
from domain.problems import MistakeError, Problem
from letters import catalogue, formats
from letters.formats import Language
from storage import queries
from storage.office_registers import office_overdue_rows, office_task_rows
from storage.rows import OverdueRow, TaskRow


async def show_tasks(session: Session, office: str | None, role: str | None, limit: int) -> Status:
    """Answer with the open tasks of one office and its cases, or of the cases of all."""
    offices = sorted(OFFICES) if office is None else [office]
    rows: list[TaskRow] = []
    async with session.record() as record:
        now = session.now(record)
        async with record.engine.connect() as conn:
            for code in offices:
                rows += await queries.tasks(conn, code, role, limit + 1 - len(rows))
                if len(rows) > limit:
                    break
            if office is not None:
                rows += await office_task_rows(conn, office, now, role)
                rows.sort(key=lambda row: (row.due is None, row.due or now))
    more, rows = len(rows) > limit, rows[:limit]
    shape = {"tasks": [_task(row, now) for row in rows], "more": more}
    if not rows:
        session.say(shape, session.word("no-tasks"))
        return Status.DONE
    language, word = session.language, session.word
    table = tables.table(
        word("due"), word("case"), word("task"), word("who"), word("host"), word("rule-head"), wide=(2,)
    )
    for row in rows:
        table.add_row(
            tables.due(language, row.due, now),
            Text(row.case_no, style="bold"),
            catalogue.text(language, f"task-{row.code}"),
            tables.role(language, row.role),
            _host(row),
            row.rule,
        )
    session.say(shape, table, *([word("more-limit", limit=limit)] if more else []))
    return Status.DONE


async def show_overdue(session: Session, office: str | None, as_of: str | None, limit: int) -> Status:
    """Answer with every open deadline whose last day lies before a day: today, or the one asked for."""
    chosen = None if as_of is None else _day(as_of)
    async with session.record() as record:
        now = session.now(record)
        at = now if chosen is None else start_of_day(chosen)
        async with record.engine.connect() as conn:
            rows = await queries.overdue(conn, at, office, limit + 1)
            if office is not None:
                rows += await office_overdue_rows(conn, office, at)
                rows.sort(key=lambda row: row.due)
    today = chosen or local_day(now)
    more, rows = len(rows) > limit, rows[:limit]
    shape = {"as_of": today, "overdue": [_overdue(row, today) for row in rows], "more": more}
    if not rows:
        session.say(shape, session.word("nothing-overdue", day=formats.day(session.language, today)))
        return Status.DONE
    word = session.word
    title = Text(word("overdue-title", day=formats.day(session.language, today)), style="bold")
    session.say(
        shape,
        title,
        _overdue_table(session, rows, today),
        *([word("more-limit", limit=limit)] if more else []),
    )
    return Status.DONE


def _overdue_table(session: Session, rows: list[OverdueRow], today: date) -> Table:
    language, word = session.language, session.word
    table = tables.table(
        word("last-day"),
        word("days-over"),
        word("case"),
        word("about"),
        word("who"),
        word("host"),
        word("stage"),
        word("rule-head"),
        right=(1,),
        wide=(3,),
    )
    for row in rows:
        table.add_row(
            Text(formats.day(language, row.last_day), style=tables.LATE),
            str(tables.days_over(row.due, today)),
            Text(row.case_no, style="bold"),
            _awaited(language, row),
            tables.role(language, row.role),
            _host(row),
            tables.stage(language, row.stage) if row.of_case else tables.NOTHING,
            row.rule,
        )
    return table


def _host(row: TaskRow | OverdueRow) -> str:
    return short_name(row.host) if row.of_case else tables.NOTHING


def _awaited(language: Language, row: OverdueRow) -> str:
    if row.of_case:
        return tables.clock_name(language, row.clock)
    return catalogue.text(language, f"task-{row.about}")


def _task(row: TaskRow, now: datetime) -> dict[str, Any]:
    return {
        "case_id": row.case_id if row.of_case else None,
        "case_no": row.case_no,
        "office": row.office,
        "host": row.host,
        "stage": row.stage,
        "task": row.task,
        "code": row.code,
        "role": row.role,
        "rule": row.rule,
        "params": row.params,
        "opened_at": row.opened_at,
        "due": row.due,
        "late": row.due is not None and row.due <= now,
    }


def _overdue(row: OverdueRow, today: date) -> dict[str, Any]:
    return {
        "case_id": row.case_id if row.of_case else None,
        "case_no": row.case_no,
        "office": row.office,
        "host": row.host,
        "stage": row.stage,
        "clock": row.clock,
        "about": row.about,
        "last_day": row.last_day,
        "days_over": tables.days_over(row.due, today),
        "role": row.role,
        "rule": row.rule,
        "rung": row.overdue_rung,
    }


def _day(text: str) -> date:
    try:
        return day(text)
    except MistakeError as error:
        raise UnusableError(Problem.of("--as-of", error)) from None
