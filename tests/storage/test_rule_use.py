"""What is open under a year's rules is counted, so that a person sees what a changed file leaves alone."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from domain.rulebook.tightening import RoundOverride, Setting
from storage import tables
from storage.rule_use import Pinned, pinned, tightened_rounds
from tests.databases import Database
from tests.storage.trails import AT, head

ZERO = bytes(32)


def a_round(number: int, **changed: Any) -> dict[str, Any]:
    return {
        "round_id": UUID(int=number),
        "round_no": f"SFIN-2026-R{number}",
        "office": "SFIN",
        "grant_year": 2026,
        "strand": "learning",
        "rule_set": "2026-bufdir",
        "rule_set_sha256": "0" * 64,
        "title": "Læringsnettverk",
        "state": {},
        "seq": 1,
        "hash": ZERO,
        "stage": "open",
        "opens_at": AT,
        "closes_at": AT + timedelta(days=30),
        "changed_at": AT,
        **changed,
    }


async def add(database: Database, table: Any, *rows: dict[str, Any]) -> None:
    async with database.engine.begin() as conn:
        for row in rows:
            await conn.execute(insert(table).values(row))


async def count(database: Database, year: int) -> Pinned:
    async with database.engine.connect() as conn:
        return await pinned(conn, year)


async def test_nothing_is_open_in_an_empty_installation(database: Database) -> None:
    assert await count(database, 2026) == Pinned(rounds=0, cases=0)


async def test_what_is_open_is_counted_by_its_year_and_what_is_over_is_not(database: Database) -> None:
    await add(
        database,
        tables.round_,
        a_round(1),
        a_round(2, finished=True),
        a_round(3, grant_year=2021, round_no="SFIN-2021-R1"),
    )
    await add(database, tables.case_head, head(1, 1, ZERO), head(2, 1, ZERO), head(3, 1, ZERO, finished=True))

    assert await count(database, 2026) == Pinned(rounds=1, cases=2)
    assert await count(database, 2021) == Pinned(rounds=1, cases=0)


async def test_what_offices_asked_for_beside_the_rules_is_found_by_the_years_of_their_rounds(
    database: Database,
) -> None:
    own = RoundOverride(
        document="Utlysing 2026",
        settings=(Setting(key="strands.learning.checks.plan", value="error", reason="Erfaring"),),
    )
    state = {"override": own.model_dump(mode="json")}
    await add(
        database,
        tables.round_,
        a_round(1, state={"override": None}),
        a_round(2, state=state, finished=True),
        a_round(3, state=state, grant_year=2024, round_no="SFIN-2024-R1"),
    )

    async with database.engine.connect() as conn:
        assert await tightened_rounds(conn, 2026, 2027) == {"SFIN-2026-R2": own}
        assert await tightened_rounds(conn, 2027, 2027) == {}
