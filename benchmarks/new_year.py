"""New Year's Eve: thousands of cases whose use deadline passes in the same second, and people who come in meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from statistics import quantiles
from time import perf_counter
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.door import Door, Outcome
from benchmarks.figures import Budget, Figure, Measured
from benchmarks.herd import USE_DEADLINE, seed
from benchmarks.house import House, database, engine_of, set_clock
from benchmarks.life import signatory
from domain import commands as c
from domain.clocks import spread
from storage.verify import verify
from worker import compose

CASES: Final = 2_000

#: Seconds over which the cases are spread by a hash of their id. An installation's default is 600: this is denser.
SPREAD: Final = 60

#: Seconds between two people who come in.
_EVERY: Final = 0.25

_PERSON_P99: Final = Budget(limit=2_000)
_STARTS_AT_ONCE: Final = 50
#: Twice what it takes a quiet machine to start a workflow that loads its head.
_SECONDS_TO_START: Final = 0.03
_PATIENCE: Final = 300.0

_LOADED: Final = text("SELECT count(*) FROM case_head WHERE adopted_seq > 0")
_PASSED: Final = text("SELECT count(DISTINCT stream) FROM trail WHERE kind = 'UseDeadlinePassed'")
_HANDLED: Final = text(
    """
    SELECT stream, count(*) = 1 AND min(occurred_at) = :deadline AND min(recorded_at) >= :midnight AS once,
           min(recorded_at) AS handled_at, bool_or(command_id IS NULL) AS by_clock
      FROM trail WHERE kind = 'UseDeadlinePassed' GROUP BY stream
    """
)


async def measure(house: House, progress: Callable[[str], None], *, quick: bool) -> list[Measured]:
    """Let the year end for all cases in the same second, and look in the trail for what was done about it."""
    cases, window = (20, 2) if quick else (CASES, SPREAD)
    async with database(house, "new_year") as engine, engine_of(house, "new_year") as workers_engine:
        progress(f"{cases} cases are made …")
        case_ids = await seed(engine, cases)
        queue = f"new-year-{uuid4()}"
        door = Door(engine, house.client, queue)
        midnight = datetime.now(UTC) + timedelta(seconds=5 + cases * _SECONDS_TO_START)
        await set_clock(engine, USE_DEADLINE - (midnight - datetime.now(UTC)), window)
        async with compose(house.client, workers_engine, {"SAKSGANG_HOME": str(house.folder)}, queue):
            progress(f"{cases} workflows are started; the year ends at {midnight:%H:%M:%S} …")
            await _at_once(case_ids, door.start_case)
            await _until(engine, _LOADED, cases)
            await asyncio.sleep((midnight - datetime.now(UTC)).total_seconds())
            progress(f"{cases} deadlines pass, spread over {window} s; people come in meanwhile …")
            waited = await _people(door, case_ids, window)
            await _until(engine, _PASSED, cases)
        return await _figures(engine, case_ids, midnight, window, waited)


async def _people(door: Door, case_ids: Sequence[UUID], seconds: int) -> list[float]:
    """Let people answer the use question of some of the very cases, at fixed instants; return how many ms each waited."""
    visits = int(seconds / _EVERY)
    chosen = case_ids[:: max(1, len(case_ids) // visits)][:visits]
    waited: list[float] = []

    async def person(case_id: UUID) -> None:
        began = perf_counter()
        body = c.AnswerUse(unspent_ore=0)
        answer = await door.ask(case_id, uuid4(), signatory(), body, real_now=datetime.now(UTC))
        waited.append((perf_counter() - began) * 1000)
        if answer.outcome is Outcome.REFUSED:
            raise RuntimeError(f"not carried out: {answer}")

    async with asyncio.TaskGroup() as group:
        for case_id in chosen:
            group.create_task(person(case_id))
            await asyncio.sleep(_EVERY)
    return waited


async def _figures(
    engine: AsyncEngine, case_ids: Sequence[UUID], midnight: datetime, window: int, waited: list[float]
) -> list[Measured]:
    async with engine.connect() as conn:
        given = {"deadline": USE_DEADLINE, "midnight": midnight - timedelta(milliseconds=50)}
        rows = (await conn.execute(_HANDLED, given)).all()
    once = sum(row.once for row in rows)
    late = [
        (row.handled_at - midnight - spread(row.stream.partition(":")[2], window)).total_seconds()
        for row in rows
        if row.by_clock
    ]
    async with engine.connect() as conn:
        problems = await verify(conn)
    cases = len(case_ids)
    return [
        Figure(
            name="new_year_handled_once",
            value=once,
            unit=f"of {cases} cases",
            budget=Budget(limit=cases, at_least=True),
        ),
        Figure(name="new_year_trail_problems", value=len(problems), unit="problems", budget=Budget(limit=0)),
        Figure(name="new_year_person_p99", value=_p99(waited), unit="ms", budget=_PERSON_P99),
        Figure(name="new_year_people", value=len(waited), unit="commands"),
        Figure(name="new_year_spread", value=window, unit="s (default 600)"),
        Figure(name="new_year_clock_late_p99", value=_p99(late), unit="s"),
    ]


def _p99(numbers: list[float]) -> float:
    return quantiles(numbers, n=100)[98]


async def _at_once(case_ids: Iterable[UUID], work: Callable[[UUID], Awaitable[bool]]) -> None:
    waiting = iter(case_ids)

    async def one_after_another() -> None:
        for case_id in waiting:
            await work(case_id)

    async with asyncio.TaskGroup() as group:
        for _ in range(_STARTS_AT_ONCE):
            group.create_task(one_after_another())


async def _until(engine: AsyncEngine, count: TextClause, cases: int) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            async with engine.connect() as conn:
                if await conn.scalar(count) >= cases:
                    return
            await asyncio.sleep(0.5)
