"""``case list``: which cases there are, the next deadline first."""

from dataclasses import dataclass, replace
from datetime import datetime

from rich.table import Table
from rich.text import Text

from cli import tables
from cli.errors import Phrase, Status, UnusableError
from cli.names import short_name
from cli.session import Session
from storage.case_list import ListedCase, cases_after
from storage.list_order import ListCursor
from storage.rows import Filters
from storage.searching import sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases are asked for: *filters*, and what only the database can say: a search *text*, and what is *late*."""

    office: str | None
    filters: Filters
    text: str
    late: bool


async def show_cases(session: Session, wanted: Wanted, after: str | None, limit: int) -> Status:
    """Answer with one page of cases."""
    cursor = None if after is None else _cursor(after)
    async with session.record() as record:
        now = session.now(record)
        async with record.engine.connect() as conn:
            filters = replace(
                wanted.filters,
                search=await sought(conn, wanted.text, wanted.office),
                overdue_at=now if wanted.late else None,
            )
            rows = await cases_after(conn, wanted.office, filters, cursor, limit + 1)
    more = len(rows) > limit
    rows = rows[:limit]
    following = str(rows[-1].cursor) if more else None
    shape = {"cases": rows, "next": following}
    if not rows:
        session.say(shape, session.word("no-cases-filtered" if filters != Filters() else "no-cases"))
        return Status.DONE
    lines = [_table(session, rows, now)]
    session.say(shape, *lines, *([session.word("more", token=following)] if following else []))
    return Status.DONE


def _table(session: Session, rows: list[ListedCase], now: datetime) -> Table:
    language, word = session.language, session.word
    table = tables.table(
        word("case"),
        word("host"),
        word("stage"),
        word("applied"),
        word("granted"),
        word("due"),
        word("officer"),
        right=(3, 4),
        wide=(5,),
    )
    for row in rows:
        table.add_row(
            Text(row.case_no, style="bold"),
            short_name(row.host),
            tables.stage(language, row.stage),
            tables.money(language, row.applied_ore),
            tables.money(language, row.granted_ore),
            _deadline(session, row, now),
            tables.safe(row.officer),
        )
    return table


def _deadline(session: Session, row: ListedCase, now: datetime) -> Text:
    """Say which deadline comes first, and in red that it has passed."""
    if row.first_due is None or row.first_clock is None:
        return Text(tables.NOTHING)
    about = tables.clock_name(session.language, row.first_clock)
    said = tables.due(session.language, row.first_due, now) + Text(f" {about}")
    late = row.first_due <= now
    return said + Text(f" ({session.word('late')})", style=tables.LATE) if late else said


def _cursor(token: str) -> ListCursor:
    try:
        return ListCursor.parse(token)
    except ValueError:
        raise UnusableError(Phrase("token-unusable", {"option": "--after"})) from None
