"""A hundred thousand events verified, and the lists that people open over a hundred thousand cases."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql.expression import SelectBase

from benchmarks.figures import Budget, Figure, Measured
from benchmarks.herd import EVENTS_A_CASE, seed
from benchmarks.house import House, database
from deploy.local.credentials import OWNER_ROLE
from storage import queries
from storage.case_list import page_query
from storage.list_order import ListCursor, Segment
from storage.rows import Filters
from storage.verify import verify

EVENTS: Final = 100_000
CASES: Final = 100_000

_VERIFIED: Final = Budget(limit=2_000)
_LISTED: Final = Budget(limit=20)
_TIMES: Final = 5

_FIRST_DUE: Final = datetime(2026, 1, 1, tzinfo=UTC)
_AS_OF: Final = datetime(2026, 1, 20, tzinfo=UTC)
_OFFICE: Final = "O1"

#: Heads as wide as a real one, since they are copies of it; ten offices, twelve stages, two years of deadlines.
_HEADS: Final = text(
    """
    INSERT INTO case_head
    SELECT (jsonb_populate_record(h, jsonb_build_object(
             'case_id', md5(n::text)::uuid, 'case_no', 'SFIN-2026-' || 1000000 + n, 'office', 'O' || n % 10,
             'project_id', md5('p' || n)::uuid, 'host', (940000000 + n % 350)::text, 'stage', 'stage' || n % 12,
             'next_due', due, 'first_due', due,
             'finished', n % 4 = 0, 'search', 'sfin-2026-' || n || ' kommune ' || md5(n::text)))).*
      FROM case_head h, generate_series(1, :cases) n, LATERAL (
           SELECT case when n % 20 > 0 then CAST(:first AS timestamptz) + n % 700 * interval '1 day' end AS due) d
    """
)
_DEADLINES: Final = text(
    """
    INSERT INTO deadline (case_id, clock, due, last_day, about, rule, role)
    SELECT case_id, 'report', next_due, next_due::date, 'report', 'R26-52', 'case_officer'
      FROM case_head WHERE next_due IS NOT NULL AND NOT finished AND office LIKE 'O%'
    """
)


async def measure(house: House, progress: Callable[[str], None], *, quick: bool) -> list[Measured]:
    """Verify a long trail, then open the lists over many cases."""
    events, cases = (1_000, 1_000) if quick else (EVENTS, CASES)
    async with database(house, "trail") as engine:
        progress(f"{events} events are made and verified …")
        found = await _verified(engine, events)
    async with database(house, "lists", OWNER_ROLE) as engine:
        progress(f"The lists over {cases} cases …")
        await _many_heads(engine, cases)
        return [*found, *await _lists(engine)]


async def _verified(engine: AsyncEngine, events: int) -> list[Measured]:
    await seed(engine, -(-events // EVENTS_A_CASE))
    took, problems = [], 0
    for _ in range(_TIMES):
        async with engine.connect() as conn:
            began = perf_counter()
            problems += len(await verify(conn))
            took.append((perf_counter() - began) * 1000)
    async with engine.connect() as conn:
        there = (await conn.execute(text("SELECT count(*) FROM trail"))).scalar_one()
    return [
        Figure(name="trail_events", value=there, unit="events", budget=Budget(limit=events, at_least=True)),
        Figure(name="trail_problems", value=problems, unit="problems", budget=Budget(limit=0)),
        Figure(name="trail_verified", value=median(took), unit="ms", budget=_VERIFIED),
    ]


async def _many_heads(engine: AsyncEngine, cases: int) -> None:
    await seed(engine, 1)
    async with engine.begin() as conn:
        await conn.execute(_HEADS, {"first": _FIRST_DUE, "cases": cases})
        await conn.execute(_DEADLINES)
        await conn.execute(text("ANALYZE case_head, deadline"))


async def _lists(engine: AsyncEngine) -> list[Measured]:
    middle = ListCursor(first_due=_AS_OF, finished=False, changed_at=_AS_OF, case_id=UUID(int=1 << 127))
    pages = {
        "overdue_all": queries.overdue_query(_AS_OF, None, queries.PAGE, None),
        "overdue_office": queries.overdue_query(_AS_OF, _OFFICE, queries.PAGE, None),
        "worklist_first_page": page_query(_OFFICE, Filters(), Segment.DATED, None, queries.PAGE),
        "worklist_later_page": page_query(None, Filters(), Segment.DATED, middle, queries.PAGE),
    }
    async with engine.connect() as conn:
        return [
            Figure(name=name, value=await _execution_ms(conn, page), unit="ms", budget=_LISTED)
            for name, page in pages.items()
        ]


async def _execution_ms(conn: AsyncConnection, query: SelectBase) -> float:
    """Return the database's own figure, the median of several; what the network and Python cost is not in it."""
    compiled = query.compile(dialect=conn.dialect, compile_kwargs={"literal_binds": True})
    took: list[float] = []
    for _ in range(_TIMES):
        found = await conn.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {compiled}")
        said = found.scalar_one()
        plan = (json.loads(said) if isinstance(said, str) else said)[0]
        if not plan["Plan"]["Actual Rows"]:
            raise RuntimeError(f"an empty page, which is found at once, is no measure: {compiled}")
        took.append(plan["Execution Time"])
    return median(took)
