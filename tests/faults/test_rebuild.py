"""Temporal's files are deleted: from the database alone everything goes on where it was."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from activities.door import Answer
from domain import commands as c
from domain.engine import case_workflow_id, round_workflow_id
from domain.refusal import Refused
from storage import queries
from storage.reevolve import check_cases
from storage.tables import outbox
from storage.verify import verify
from tests.faults.house import House, Part
from tests.stage import OFFICER, SIGNATORY, START, Stage

pytestmark = pytest.mark.timeout(180)

IMPARTIAL = c.DeclareImpartiality(impartial=True)


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """A house whose engine was emptied and filled again.

    Args:
        house: Up again.
        open_case: It waits to be assigned; a command in it was answered before.
        waiting: In which a command was received while there was no engine.
        finished: It needs nobody any more.
        round_id: The round of all three, open and about to close.
        closes_at: When it closes (case time).
        answered: What was answered before.
        received: The command that waited.
        streams: How many cases and rounds were given a workflow.
    """

    house: House
    open_case: UUID
    waiting: UUID
    finished: UUID
    round_id: str
    closes_at: datetime
    answered: Answer
    received: UUID
    streams: int

    async def kinds(self, case_id: UUID) -> list[str]:
        return await self.house.stage.kinds(case_id)


@pytest.fixture(scope="module")
async def rebuilt(house: House) -> Rebuilt:
    stage = house.stage
    now = await stage.now()
    closes_at = now + timedelta(days=10)
    # Other tests of the house have moved its clock on; a round opens while its rules hold.
    round_id = await stage.open_round(opens_at=START, closes_at=closes_at)
    open_case, waiting, finished = [await stage.submit() for _ in range(3)]
    answered = await stage.do(open_case, OFFICER, IMPARTIAL)
    await stage.do(finished, SIGNATORY, c.Withdraw())

    # What a killed worker has in its hands is sent again when its lease is over; a minute that is not waited for here.
    await _until_sent(house, open_case, waiting, finished)
    await house.kill(Part.WORKER)
    await house.lose_temporal()
    received = uuid4()
    await stage.door.receive(waiting, received, OFFICER, IMPARTIAL, real_now=datetime.now(UTC))
    await stage.set_clock(closes_at - timedelta(seconds=6))
    await house.restart()
    streams = await house.rebuild()
    return Rebuilt(
        house=house,
        open_case=open_case,
        waiting=waiting,
        finished=finished,
        round_id=round_id,
        closes_at=closes_at,
        answered=answered,
        received=received,
        streams=streams,
    )


async def test_every_open_case_and_round_has_one_workflow_again_and_no_other_has(rebuilt: Rebuilt) -> None:
    stage = rebuilt.house.stage
    # The engine's lists follow its workflows a moment later.
    async with asyncio.timeout(30):
        while not (running := await _running(stage)).keys() >= (open_now := await _open_now(stage)):
            await asyncio.sleep(0.2)

    assert rebuilt.streams >= len(open_now) >= 3
    assert set(running.values()) == {1}
    assert running.keys() >= {"outbox", "reconciler"}
    assert case_workflow_id(rebuilt.finished) not in running


async def _running(stage: Stage) -> Counter[str]:
    """Return how many workflows run under each id."""
    return Counter([found.id async for found in stage.client.list_workflows("ExecutionStatus = 'Running'")])


async def _open_now(stage: Stage) -> set[str]:
    """Return the workflow ids of the cases and rounds that are open in the database."""
    async with stage.database.engine.connect() as conn:
        return {stream.replace(":", "-") for stream in await queries.open_streams(conn)}


async def test_the_command_that_waited_was_carried_out(rebuilt: Rebuilt) -> None:
    answer = await rebuilt.house.stage.door.answer(rebuilt.waiting, rebuilt.received)

    assert answer.outcome == "done"
    assert "ImpartialityDeclared" in await rebuilt.kinds(rebuilt.waiting)


async def test_a_command_sent_again_after_the_rebuild_has_one_effect_and_the_same_answer(
    rebuilt: Rebuilt,
) -> None:
    stage, case_id, command_id = rebuilt.house.stage, rebuilt.open_case, rebuilt.answered.command_id

    again = await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)
    # The inbox would answer by itself; the engine is asked past it.
    assert await stage.door.send(case_id, command_id)
    with pytest.raises(Refused, match="command_id_reused"):
        await stage.ask(case_id, OFFICER, c.Assign(officer=OFFICER.subject), command_id)

    assert again == rebuilt.answered
    assert Counter(await rebuilt.kinds(case_id))["ImpartialityDeclared"] == 1


async def test_the_deadlines_of_case_and_round_are_handled_by_themselves(rebuilt: Rebuilt) -> None:
    stage = rebuilt.house.stage
    async with asyncio.timeout(40):
        while "RoundClosed" not in (kinds := await _round_kinds(rebuilt)):
            await asyncio.sleep(0.1)
    async with stage.database.engine.connect() as conn:
        unhandled = await queries.deadlines_unhandled(conn, rebuilt.closes_at, 100)

    assert Counter(kinds)["RoundClosed"] == 1
    assert unhandled == []
    assert Counter(await rebuilt.kinds(rebuilt.open_case))["LadderStepReached"] >= 1
    described = await stage.client.get_workflow_handle(round_workflow_id(rebuilt.round_id)).describe()
    assert described.close_time is not None


async def test_cases_go_on_and_the_outbox_sends(rebuilt: Rebuilt) -> None:
    stage, case_id = rebuilt.house.stage, rebuilt.open_case
    sent_before = (await _outbox(rebuilt.house, case_id))["done"]
    await stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    await stage.do(case_id, SIGNATORY, c.Withdraw())

    await _until_sent(rebuilt.house, case_id)

    assert (await _outbox(rebuilt.house, case_id))["done"] > sent_before


async def test_the_trail_and_the_read_tables_agree(rebuilt: Rebuilt) -> None:
    engine = rebuilt.house.stage.database.engine
    async with engine.connect() as conn:
        assert await verify(conn) == []
    async with engine.connect() as conn:
        assert await check_cases(conn) == []


async def _round_kinds(rebuilt: Rebuilt) -> list[str]:
    async with rebuilt.house.stage.database.engine.connect() as conn:
        return [entry.kind for entry in await queries.history(conn, f"round:{rebuilt.round_id}")]


async def _until_sent(house: House, *case_ids: UUID) -> None:
    async with asyncio.timeout(30):
        for case_id in case_ids:
            while (await _outbox(house, case_id))["pending"]:
                await asyncio.sleep(0.1)


async def _outbox(house: House, case_id: UUID) -> Counter[str]:
    """Return how many rows of the case's outbox are in which state."""
    async with house.stage.database.engine.connect() as conn:
        rows = await conn.scalars(select(outbox.c.status).where(outbox.c.stream == f"case:{case_id}"))
        return Counter(rows)
