"""The second half of ``case show``: deadlines, tasks, what can be done now, and what has not left the house."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from cli import tables
from cli.case_view import CaseView
from cli.session import Session
from letters import catalogue, formats


def waiting(session: Session, view: CaseView) -> Iterator[RenderableType]:
    """Return what waits for whom, for people."""
    yield from _deadlines(session, view)
    yield from _tasks(session, view)
    yield from _possible(session, view)
    yield from _leaving(session, view)
    yield from _documents(session, view)


def _deadlines(session: Session, view: CaseView) -> Iterator[RenderableType]:
    language, word = session.language, session.word
    if not view.deadlines:
        return
    yield tables.heading(word("deadlines"))
    table = tables.table(word("last-day"), word("about"), word("who"), word("rule-head"), wide=(1,))
    for row in view.deadlines:
        table.add_row(
            tables.due(language, row.due, view.now),
            tables.clock_name(language, row.clock),
            tables.role(language, row.role),
            row.rule,
        )
    yield table


def _tasks(session: Session, view: CaseView) -> Iterator[RenderableType]:
    language, word = session.language, session.word
    yield tables.heading(word("tasks"))
    if not view.tasks:
        yield word("case-finished" if view.head.finished else "case-waits")
        return
    table = tables.table(word("last-day"), word("task"), word("who"), word("rule-head"), wide=(1,))
    for row in view.tasks:
        table.add_row(
            tables.due(language, row.due, view.now),
            catalogue.text(language, f"task-{row.code}"),
            tables.role(language, row.role),
            row.rule,
        )
    yield table


def _possible(session: Session, view: CaseView) -> Iterator[RenderableType]:
    language, word = session.language, session.word
    if not view.possible:
        return
    yield tables.heading(word("possible"))
    table = tables.table(word("command"), word("what"), word("who"), wide=(1, 2))
    for one in view.possible:
        what = catalogue.text(language, f"command-{one.command}")
        about = "" if one.about is None else f" ({_about(session, one.about)})"
        roles = [tables.role(language, role.value) for role in one.roles]
        who = formats.listed(language, roles, choice=True)
        table.add_row(Text(one.command, style="cyan"), f"{what}{about}", who)
    yield table


def _about(session: Session, about: str) -> str:
    """Return what a duty, a condition or a claim is called inside a sentence."""
    keys = (f"{family}-{about}" for family in ("duty", "condition"))
    known = next((key for key in keys if catalogue.has(session.language, key)), None)
    return about if known is None else catalogue.text(session.language, known)


def _leaving(session: Session, view: CaseView) -> Iterator[RenderableType]:
    word = session.word
    if outstanding := view.case.letters_outstanding:
        named = [session.word_or(f"letter-{code}", code) for code in outstanding]
        yield tables.heading(word("letters"))
        yield word("letters-outstanding", letters=formats.listed(session.language, named))
    if not view.unsent:
        return
    yield tables.heading(word("unsent"))
    heads = (word("event"), word("what"), word("state"), word("attempts"), word("why"))
    table = tables.table(*heads, right=(0, 3), wide=(4,))
    for row in view.unsent:
        what = session.word_or(f"outbox-{row.kind}", row.kind, letter=row.letter)
        state = word(f"outbox-{row.status}")
        table.add_row(str(row.seq), what, state, str(row.attempts), tables.safe(row.last_error))
    yield table


def _documents(session: Session, view: CaseView) -> Iterator[RenderableType]:
    word = session.word
    if not view.documents:
        return
    yield tables.heading(word("documents"))
    table = tables.table(
        word("received"), word("document"), word("media-type"), word("size"), right=(3,), wide=(1,)
    )
    for one in view.documents:
        received = tables.clock(session.language, one.received_at)
        table.add_row(received, tables.safe(one.name), one.media_type, f"{-(-one.size // 1000)} kB")
    yield table
