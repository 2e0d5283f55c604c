"""Reads how everything ended and holds it against the plan: from the database, as anybody could."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from cli.demonstration.house import House
from cli.demonstration.language import LEADER, Life, Script
from cli.demonstration.performance import Lived, Performance, case_id_of
from cli.demonstration.record import Delivered, Ending, Overdue, Record, Trail
from domain.case import Case
from domain.codec import case_of
from domain.instants import local_day
from domain.money import kroner
from storage import queries
from storage.reevolve import check_cases
from storage.tables import outbox, round_, trail
from storage.trail import Entry, Problem
from storage.verify import verify

#: The conductor stops at every deadline; one that was handled later than this, in case time, was jumped over.
_AT_ONCE: Final = timedelta(minutes=1)


async def record_of(
    house: House, script: Script, performance: Performance, must_be_overdue: frozenset[str] = frozenset()
) -> Record:
    """Return what came of *script*: every ending, the frames, the trail, and what left the house.

    Args:
        house: Where it was performed.
        script: The plan.
        performance: What was noted meanwhile.
        must_be_overdue: Keys of the lives that the overdue list must show, on the leader's table.
    """
    async with house.engine.connect() as conn:
        endings = tuple(
            [await ending_of(conn, life, performance.lived.get(life.key, Lived())) for life in script.lives]
        )
        problems = await rounds_problems(conn)
        frames = await queries.frames(conn)
        deadlines = int(await conn.scalar(select(func.count(trail.c.cause))) or 0)
    overdue, sent = performance.overdue, await delivered(house)
    problems += overdue_problems(overdue, endings, must_be_overdue)
    return Record(
        endings=endings,
        overdue=overdue,
        frames=tuple(frames),
        trail=await trail_checked(house.engine),
        delivered=sent,
        commands=performance.acts,
        deadlines=deadlines,
        problems=(*problems, *delivery_problems(sent)),
    )


async def ending_of(conn: AsyncConnection, life: Life, lived: Lived) -> Ending:
    """Return how *life* ended, with everything that is not as planned."""
    head = await queries.case_by(conn, case_id_of(life))
    if head is None:
        return Ending(life=life, problems=(*lived.problems, "no case came about"))
    case = case_of(head.state)
    history = await queries.history(conn, f"case:{head.case_id}")
    problems = [*lived.problems]
    # What stopped half way ended elsewhere and lacks its later events: that need not be said again.
    if not problems:
        sent = await _letters(conn, f"case:{head.case_id}")
        problems += [*_stage_problems(life, case), *_trace_problems(life, history, sent), *_jumped(history)]
    return Ending(
        life=life,
        case_no=case.case_no,
        stage=case.stage,
        path=case.path,
        granted_ore=case.granted_ore,
        days=(local_day(case.stage_since) - local_day(case.received_at)).days,
        refusals=tuple(lived.refusals),
        problems=tuple(problems),
    )


def _stage_problems(life: Life, case: Case) -> list[str]:
    problems = []
    if case.path != life.path:
        problems.append(f"went {' → '.join(case.path)}, planned was {' → '.join(life.path)}")
    if not case.finished:
        problems.append(f"is not finished: {case.stage}")
    if case.granted_ore != kroner(life.granted_kr):
        problems.append(f"was granted {case.granted_ore} øre, planned were {kroner(life.granted_kr)}")
    return problems


def _trace_problems(life: Life, history: list[Entry], sent: frozenset[str]) -> list[str]:
    there = {entry.kind for entry in history} | {entry.cause for entry in history}
    problems = [f"its trail lacks {wanted}" for wanted in life.leaves if wanted not in there]
    return problems + [f"letter {wanted} did not leave" for wanted in life.letters if wanted not in sent]


def _jumped(history: list[Entry]) -> list[str]:
    late = [entry for entry in history if _handled_after(entry) > _AT_ONCE]
    return [f"{entry.cause} was handled {_handled_after(entry)} after it was due" for entry in late]


def _handled_after(entry: Entry) -> timedelta:
    handled = entry.body.get("handled_at")
    return datetime.fromisoformat(handled) - entry.occurred_at if handled else timedelta(0)


async def _letters(conn: AsyncConnection, stream: str) -> frozenset[str]:
    letter = outbox.c.payload["letter"].astext
    query = select(letter).where(
        outbox.c.stream == stream, outbox.c.kind == "message", outbox.c.status == "done"
    )
    return frozenset(await conn.scalars(query))


def overdue_problems(overdue: Overdue, endings: tuple[Ending, ...], wanted: frozenset[str]) -> list[str]:
    """Return which of the *wanted* lives the list does not show on the leader's table."""
    climbed = {row.case_no for row in overdue.rows if LEADER in overdue.tasks[row.case_no]}
    missing = [
        ending.life.key for ending in endings if ending.life.key in wanted and ending.case_no not in climbed
    ]
    return [f"{key} is not on the leader's table on {overdue.as_of}" for key in missing]


async def rounds_problems(conn: AsyncConnection) -> list[str]:
    """Return what is wrong with the rounds: each must be closed, and each step of its ladder at its time."""
    problems = []
    for row in (await conn.execute(select(round_.c.round_id, round_.c.round_no, round_.c.finished))).all():
        if not row.finished:
            problems.append(f"round {row.round_no}: not closed")
        history = await queries.history(conn, f"round:{row.round_id}")
        problems += [f"round {row.round_no}: {jumped}" for jumped in _jumped(history)]
    return problems


async def trail_checked(engine: AsyncEngine) -> Trail:
    """Check the whole trail: its chains, and that the read tables follow from it."""
    async with engine.connect() as conn:
        found: list[Problem] = await verify(conn)
    async with engine.connect() as conn:
        found += await check_cases(conn)
        counted = select(func.count(), func.count(trail.c.stream.distinct())).select_from(trail)
        events, streams = (await conn.execute(counted)).one()
    problems = tuple(f"{one.stream} {one.seq} {one.code}: {one.detail}" for one in found)
    return Trail(events=events, streams=streams, problems=problems)


async def delivered(house: House) -> Delivered:
    """Return what left the house: the rows of the outbox, and the files that lie in the folders."""
    query = select(outbox.c.kind, outbox.c.status, func.count().label("rows")).group_by(
        outbox.c.kind, outbox.c.status
    )
    rows: Counter[str] = Counter()
    async with house.engine.connect() as conn:
        for row in await conn.execute(query):
            rows[row.kind if row.status == "done" else "undelivered"] += row.rows
    return Delivered(
        messages=rows["message"],
        message_files=_files(house.home.folder / "spool", "*.eml"),
        payment_orders=rows["payment_order"],
        payment_order_files=_files(house.home.folder / "payments", "*.json"),
        commands=rows["command"],
        undelivered=rows["undelivered"],
    )


def delivery_problems(found: Delivered) -> list[str]:
    """Return what is wrong with what left: rows that did not, or files that are not there."""
    problems = []
    if found.undelivered:
        problems.append(f"{found.undelivered} rows of the outbox did not leave")
    if found.messages != found.message_files:
        problems.append(f"{found.messages} messages left, and {found.message_files} files are there")
    if found.payment_orders != found.payment_order_files:
        problems.append(
            f"{found.payment_orders} payment orders left, and {found.payment_order_files} files are there"
        )
    return problems


def _files(folder: Path, pattern: str) -> int:
    return sum(1 for _ in folder.glob(pattern))
