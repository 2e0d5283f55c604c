"""The measurement of a million cases runs from end to end on a few, and what it is measured on is whole."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from benchmarks.scale.filling import stages
from benchmarks.scale.place import Place
from benchmarks.scale.told import Pair
from storage.engine import create_engine
from storage.reevolve import check_cases
from storage.verify import verify

ROOT = Path(__file__).parents[2]
CASES = 60

#: What the limits are held to; the others only tell more.
LIMITS = {
    "worklist_open": "<= 20",
    "worklist_16": "<= 80",
    "case_500_events": "<= 50",
    "search_municipality": "<= 100",
    "file_rows_per_second": ">= 5,000",
    "file_memory": "<= 100",
    "year_figures": "<= 2,000",
    "sending_p50": "<= 390",
}


@pytest.mark.timeout(400)
async def test_a_quick_run_fills_a_database_that_is_whole_and_measures_every_page(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.scale", "--quick", "--cases", str(CASES)),
        *("--folder", str(tmp_path)),
        cwd=ROOT,
        env={**os.environ, "SAKSGANG_HOME": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()

    assert process.returncode == 0, said.decode()
    rows: list[dict[str, Any]] = json.loads((tmp_path / "scale.json").read_text())
    budgets = {row["name"]: row["budget"] for row in rows}
    assert {name: budgets[name] for name in LIMITS} == LIMITS
    assert "worklist_open_growth" in budgets
    async with Place(folder=tmp_path / "many").server() as server:
        engine = create_engine(server.dsn(driver="postgresql"), statement_timeout_ms=0)
        async with engine.connect() as conn:
            chain = await verify(conn)
        async with engine.connect() as conn:
            differences = await check_cases(conn)
            cases = await conn.scalar(text("SELECT count(*) FROM case_head"))
            unguarded = await conn.scalar(
                text("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'")
            )
        await engine.dispose()
    assert (chain, differences, cases, unguarded) == ([], [], CASES, 0)


@pytest.mark.parametrize("cases", [10, 1_000, 2_500, 1_000_000])
def test_the_stages_hold_every_case_once_and_no_more_open_ones_than_people_have(cases: int) -> None:
    found = stages(cases)

    assert [stage.first for stage in found] == [1, *(stage.last + 1 for stage in found[:-1])]
    assert found[-1].last == cases
    assert sum(stage.open for stage in found) <= min(10_000, cases * 0.6)


def test_what_is_counted_by_the_second_grows_the_other_way() -> None:
    slower = Pair(name="p", unit="ms", few=10, many=20, limit=None, compared=True)

    assert slower.growth == 2.0
