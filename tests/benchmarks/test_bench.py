"""The benchmarks run and say what they say they say. Time is never asserted: the machine has other guests."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.figures import Budget, Comparison, Figure, broken, write_json
from benchmarks.herd import EVENTS_A_CASE, USE_DEADLINE, seed
from deploy.local.postgres import EmbeddedPostgres
from storage import queries
from storage.reevolve import check_cases
from storage.verify import verify
from tests.databases import new_database

ROOT = Path(__file__).parents[2]

#: With these budgets; what comes after reads the JSON by these names.
BUDGETS = {
    "crowd_lives_ratio": ">= 0.55",
    "alone_p50_ratio": "<= 1.7",
    "crowd_p95_ratio": "<= 2",
    "new_year_handled_once": ">= 20",
    "new_year_trail_problems": "<= 0",
    "new_year_person_p99": "<= 2,000",
    "trail_events": ">= 1,000",
    "trail_problems": "<= 0",
    "trail_verified": "<= 2,000",
    "overdue_all": "<= 20",
    "overdue_office": "<= 20",
    "worklist_first_page": "<= 20",
    "worklist_later_page": "<= 20",
    "check_one": "<= 20",
    "check_bar": ">= 100",
    "check_bulk": ">= 10,000",
}

#: What must be right on the slowest machine.
NOT_TIME = ("new_year_handled_once", "new_year_trail_problems", "trail_events", "trail_problems", "check_bar")


@pytest.mark.timeout(180)
async def test_a_quick_run_measures_every_part(tmp_path: Path) -> None:
    stored = tmp_path / "bench.json"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks", "--quick", "--json", str(stored)),
        cwd=ROOT,
        env={**os.environ, "SAKSGANG_HOME": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()

    assert process.returncode == 0, said.decode()
    rows: list[dict[str, Any]] = json.loads(stored.read_text())
    assert all(row.keys() == {"name", "value", "unit", "budget", "holds"} for row in rows)
    assert {row["name"]: row["budget"] for row in rows if row["budget"]} == BUDGETS
    assert [row["holds"] for row in rows if row["name"] in NOT_TIME] == [True] * len(NOT_TIME)
    assert "crowd_lives_ours" in {row["name"] for row in rows}


async def test_the_copies_of_a_case_are_cases(postgres: EmbeddedPostgres) -> None:
    async with new_database(postgres) as database:
        ids = await seed(database.engine, 3)
        async with database.engine.connect() as conn:
            chain = await verify(conn)
        async with database.engine.connect() as conn:
            differences = await check_cases(conn)
            due = {head.next_due for head in [await queries.case_by(conn, one) for one in ids] if head}
            events = [len(await queries.history(conn, f"case:{one}")) for one in ids]

    assert (chain, differences) == ([], [])
    assert due == {USE_DEADLINE}
    assert events == [EVENTS_A_CASE] * 3


def test_a_budget_that_does_not_hold_is_named() -> None:
    slow = Comparison(name="p50", unit="ms", ours=40, bare=20, budget=Budget(limit=1.7))
    few = Figure(name="handled", value=9, unit="cases", budget=Budget(limit=10, at_least=True))
    fine = Figure(name="p99", value=5, unit="ms", budget=Budget(limit=10))

    assert [figure.name for figure in broken([slow, few, fine])] == ["p50_ratio", "handled"]


def test_figures_are_stored_by_name_value_unit_budget_and_whether_it_holds(tmp_path: Path) -> None:
    stored = tmp_path / "deeper" / "bench.json"
    write_json(stored, [Figure(name="p99", value=5, unit="ms", budget=Budget(limit=10))])

    assert json.loads(stored.read_text()) == [
        {"name": "p99", "value": 5, "unit": "ms", "budget": "<= 10", "holds": True}
    ]
