"""Worker, engine and database are killed at random moments while cases advance, and nothing is lost or doubled."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select, text

from storage import queries
from storage.reevolve import check_cases
from storage.tables import commitment, disbursement
from storage.verify import verify
from tests.domain.applications import learning
from tests.faults.contents import everything_in, spoken, strangers
from tests.faults.house import House, Part
from tests.faults.lives import Life, insist, new_life

pytestmark = pytest.mark.timeout(1500)

#: Cases, kills.
_SHORT: Final = (8, 4)
_LONG: Final = (50, 30)


class _Killer:
    """Kills one part after another, each when the clients have come so far."""

    def __init__(self, house: House, chance: random.Random, kills: int, acts: int) -> None:
        parts = list(Part) + chance.choices(list(Part), k=kills - len(Part))
        chance.shuffle(parts)
        self._plan = list(zip(sorted(chance.sample(range(2, acts - 2), kills)), parts, strict=True))
        self._house = house
        self._chance = chance
        self.killed: Counter[Part] = Counter()
        self.answered = 0

    async def run(self) -> None:
        for threshold, part in self._plan:
            while self.answered < threshold or not self._house.running(part):
                await asyncio.sleep(0.005)
            await asyncio.sleep(self._chance.uniform(0, 0.2))
            await self._house.kill(part)
            self.killed[part] += 1


async def test_what_was_answered_happened_once_whatever_was_killed(
    tmp_path: Path, chance: random.Random, long_form: bool
) -> None:
    cases, kills = _LONG if long_form else _SHORT
    async with House(tmp_path) as house:
        round_id = await house.stage.open_round()
        lives = [new_life(chance, number, round_id) for number in range(cases)]
        killer = _Killer(house, chance, kills, sum(len(life.acts) for life in lives))

        async with house.kept(), asyncio.TaskGroup() as group:
            group.create_task(killer.run())
            for number, life in enumerate(lives):
                own = random.Random(f"{chance.random()} {number}")  # noqa: S311 - repeatable for each case
                group.create_task(_live(house, life, own, killer))

        print(f"killed: {dict(killer.killed)}")  # noqa: T201 - shown with what failed
        assert sum(killer.killed.values()) == kills
        await _check_answers(house, lives)
        await _check_trails(house, lives)
        await _check_ledgers(house, lives)
        await _check_whole(house, lives)
        await _check_contents(house)


async def _live(house: House, life: Life, chance: random.Random, killer: _Killer) -> None:
    for act in life.acts:
        life.answers[act.command_id] = await insist(house.stage.door, life, act, chance)
        killer.answered += 1


async def _check_answers(house: House, lives: Sequence[Life]) -> None:
    """What each client was told is what its command should bring, and what is stored now."""
    for life in lives:
        for act in life.acts:
            told = life.answers[act.command_id]
            came_of_it = told.detail["code"] if told.outcome == "refused" else told.outcome
            assert came_of_it == act.outcome, (life.case_id, act)
            stored = await house.stage.door.answer(life.case_id, act.command_id)
            # The answer to a command names no events; who asks for what came of it reads them.
            assert told == (stored if stored.outcome == "refused" else replace(stored, detail={}))
            life.answers[act.command_id] = stored


async def _check_trails(house: House, lives: Sequence[Life]) -> None:
    """The trail holds the events of each carried-out command once, in the order they were sent, and no others."""
    for life in lives:
        async with house.stage.database.engine.connect() as conn:
            entries = await queries.history(conn, f"case:{life.case_id}")
        found = [(entry.command_id, entry.kind) for entry in entries if entry.command_id is not None]
        expected = [
            (act.command_id, kind)
            for act in life.acts
            for kind in life.answers[act.command_id].detail.get("events", ())
        ]
        assert found == expected
        causes = [entry.cause for entry in entries if entry.cause is not None]
        assert len(causes) == len(set(causes))
        case = await house.stage.case(life.case_id)
        assert (case.stage, case.seq) == (life.ends, len(entries))


async def _check_ledgers(house: House, lives: Sequence[Life]) -> None:
    """Money was committed and paid once for each paid case."""
    paid = {life.case_id for life in lives if life.ends == "disbursed"}
    async with house.stage.database.engine.connect() as conn:
        for ledger in (commitment, disbursement):
            rows = await conn.execute(select(ledger.c.case_id, ledger.c.amount_ore))
            assert sorted(tuple(row) for row in rows) == [(case_id, 9_000_000) for case_id in sorted(paid)]
        committed = await conn.scalar(text("SELECT sum(committed_ore) FROM frame"))
        assert committed == 9_000_000 * len(paid)
        unsettled = await conn.scalar(text("SELECT count(*) FROM inbox WHERE status = 'pending'"))
        assert unsettled == 0
        numbers = list(await conn.scalars(text("SELECT case_no FROM case_head")))
        assert len(set(numbers)) == len(numbers) == len(lives)


async def _check_whole(house: House, lives: Sequence[Life]) -> None:
    """Chain and read tables are right, and every workflow is awake and knows its head."""
    await house.reconcile()
    engine = house.stage.database.engine
    async with asyncio.timeout(60):
        while True:
            async with engine.connect() as conn:
                behind = await conn.scalar(text("SELECT count(*) FROM case_head WHERE adopted_seq < seq"))
            if not behind:
                break
            await asyncio.sleep(0.1)
    async with engine.connect() as conn:
        assert await verify(conn) == []
    async with engine.connect() as conn:
        assert await check_cases(conn) == []
    running = [
        workflow.id
        async for workflow in house.stage.client.list_workflows(
            "WorkflowType = 'GrantCase' AND ExecutionStatus = 'Running'"
        )
    ]
    assert sorted(running) == sorted(f"case-{life.case_id}" for life in lives if life.ends == "disbursed")


async def _check_contents(house: House) -> None:
    """Whatever failed on the way, the engine was told nothing of what is in the applications."""
    private = {*spoken(learning()), "Nettverket har kompetansen selv", "Godt prosjekt"} - {
        "2026-03-02",
        "2026-01-15",
    }
    found = [
        f"{workflow_id} {stranger}"
        async for workflow_id, message in everything_in(house.stage.client)
        for stranger in strangers(message, private)
    ]
    assert found == []
