"""``case list``: which cases there are, the next deadline first."""

from datetime import datetime
from uuid import UUID

from rich.table import Table
from rich.text import Text

from cli import tables
from cli.errors import Phrase, Status, UnusableError
from cli.names import short_name
from cli.session import Session
from storage import queries
from storage.rows import Filters, WorklistCursor, WorklistRow


async def show_cases(
    session: Session, office: str | None, filters: Filters, after: str | None, limit: int
) -> Status:
    """Answer with one page of cases."""
    cursor = None if after is None else _cursor(after)
    async with session.record() as record:
        now = session.now(record)
        async with record.engine.connect() as conn:
            rows = await queries.worklist(conn, office, filters, cursor, limit + 1)
    more = len(rows) > limit
    rows = rows[:limit]
    following = _token(rows[-1]) if more else None
    shape = {"cases": rows, "next": following}
    if not rows:
        session.say(shape, session.word("no-cases-filtered" if filters != Filters() else "no-cases"))
        return Status.DONE
    lines = [_table(session, rows, now)]
    session.say(shape, *lines, *([session.word("more", token=following)] if following else []))
    return Status.DONE


def _table(session: Session, rows: list[WorklistRow], now: datetime) -> Table:
    language, word = session.language, session.word
    table = tables.table(
        word("case"),
        word("host"),
        word("stage"),
        word("applied"),
        word("granted"),
        word("next-step"),
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


def _deadline(session: Session, row: WorklistRow, now: datetime) -> Text:
    """Say what the case waits for next, and in red that something is late already."""
    if row.next_due is None:
        said = Text(tables.NOTHING)
    else:
        about = tables.clock_name(session.language, (row.next_cause or "").partition("@")[0])
        said = tables.due(session.language, row.next_due, now) + Text(f" {about}")
    return said + Text(f" ({session.word('late')})", style=tables.LATE) if row.overdue else said


def _token(row: WorklistRow) -> str:
    due = "" if row.next_due is None else row.next_due.isoformat()
    return f"{due}/{row.case_id}"


def _cursor(token: str) -> WorklistCursor:
    due, _, case_id = token.rpartition("/")
    try:
        return WorklistCursor(next_due=datetime.fromisoformat(due) if due else None, case_id=UUID(case_id))
    except ValueError:
        raise UnusableError(Phrase("token-unusable", {"option": "--after"})) from None
