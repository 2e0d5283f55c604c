"""``trail``: is the record whole, and does what people see follow from it; and the signed heads that bear witness."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text
from sqlalchemy import func, select

from cli import tables
from cli.errors import AwayError, Phrase, Status
from cli.reading import reason_of
from cli.reads import find_case
from cli.session import Record, Session
from storage.heads import (
    FOLDER,
    KEY,
    HeadsDoNotHoldError,
    generate_key,
    public_key_of,
    sign_heads,
    signed_under,
)
from storage.reevolve import check_cases
from storage.tables import trail
from storage.trail import Problem
from storage.verify import verify

#: A list of problems longer than this is a flood; the first ones tell what happened.
_MOST: Final = 50


async def check(session: Session, given: str | None) -> Status:
    """Answer whether the trail is whole and the read tables follow from it, for all or for one case."""
    async with session.record(patient=True) as record:
        async with record.engine.connect() as conn:
            case_id = None if given is None else (await find_case(conn, given)).case_id
        stream = None if case_id is None else f"case:{case_id}"
        heads = signed_under(session.environment.home.folder)
        with _progress(session, "checking-chain") as told:
            async with record.engine.connect() as conn:
                problems = await verify(conn, stream, told, heads=heads)
        with _progress(session, "checking-cases") as told:
            async with record.engine.connect() as conn:
                problems += await check_cases(conn, case_id, told)
        counted = await _counts(record, stream)
    newest = None if heads is None else heads.newest()
    shape = {
        "outcome": "whole" if not problems else "broken",
        **counted,
        "signed_heads": None if newest is None else newest.name,
        "problems": problems,
    }
    if not problems:
        said = session.word("trail-whole", events=counted["events"], streams=counted["streams"])
        signed = session.word("heads-compared", path=newest.name) if newest else session.word("heads-none")
        session.say(shape, Text(f"✓ {said}", style="bold"), signed)
        return Status.DONE
    session.say(shape)
    _complain(session, problems)
    return Status.REFUSED


async def sign(session: Session) -> Status:
    """Sign the newest event of every stream into a file outside the database; the key is made the first time."""
    home = session.environment.home
    key = home.folder / KEY
    made = not key.exists()
    if made:
        generate_key(key)
    async with session.record(patient=True) as record:
        try:
            async with record.engine.connect() as conn:
                file = await sign_heads(conn, key, home.folder / FOLDER, session.environment.now())
        except HeadsDoNotHoldError as broken:
            shape = {"outcome": "broken", "signed_heads": None, "problems": broken.problems}
            session.say(shape)
            _complain(session, broken.problems)
            return Status.REFUSED
        except OSError as error:
            raise AwayError(
                Phrase("file-unreadable", {"path": str(home.folder), "reason": reason_of(error)})
            ) from error
    lines: list[Any] = [Text(f"✓ {session.word('signed', path=str(file))}", style="bold")]
    if made:
        lines.append(session.word("key-made", path=str(key), public=str(public_key_of(key))))
    session.say({"outcome": "done", "file": str(file), "public_key": str(public_key_of(key))}, *lines)
    return Status.DONE


def _complain(session: Session, problems: list[Problem]) -> None:
    if session.as_json:
        return
    session.complain(session.word("trail-broken", problems=len(problems)))
    table = tables.table(
        session.word("stream"), "#", session.word("code"), session.word("what"), wide=(3,), right=(1,)
    )
    for problem in problems[:_MOST]:
        table.add_row(problem.stream, str(problem.seq), problem.code.value, problem.detail)
    session.err.print(table)
    if len(problems) > _MOST:
        session.err.print(session.word("more-problems", number=len(problems) - _MOST))


@contextmanager
def _progress(session: Session, key: str) -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many are checked so far."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,.0f}"))
    hidden = session.as_json or not session.err.is_terminal
    with Progress(*columns, console=session.err, transient=True, disable=hidden) as bar:
        task = bar.add_task(session.word(key), total=None)
        yield lambda done: bar.update(task, completed=done)


async def _counts(record: Record, stream: str | None) -> dict[str, int]:
    counts = select(func.count(), func.count(trail.c.stream.distinct())).select_from(trail)
    async with record.engine.connect() as conn:
        row = (await conn.execute(counts if stream is None else counts.where(trail.c.stream == stream))).one()
    return {"events": row[0], "streams": row[1]}
