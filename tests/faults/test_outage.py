"""Worker and engine are down over midnight, when a round closes, a report is due and the use of money ends."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from activities.door import Answer
from domain import commands as c
from domain.actors import Actor
from domain.application import Application
from domain.case import Case
from domain.engine import case_workflow_id, round_workflow_id
from domain.money import kroner
from domain.terms import Terms
from storage import queries
from storage.trail import Entry
from tests.domain.applications import learning
from tests.faults.house import House, Part
from tests.stage import SIGNATORY

pytestmark = pytest.mark.timeout(180)

#: First instant after 31.12.2027: the grants of 2026 may be used no more.
MIDNIGHT: Final = datetime(2027, 12, 31, 23, 0, tzinfo=UTC)

#: The house's clock may have been moved before, but not so far that nothing of 2026 can be granted.
LAST_GRANTS: Final = datetime(2026, 12, 1, tzinfo=UTC)

#: Time to kill and to hand in before midnight.
BEFORE: Final = timedelta(seconds=4)

REPORT_DUE_THEN: Final = Terms.model_validate(
    {
        "reporting": "required",
        "reporting_reason": "Vi vil følge prosjektet",
        "report_last_day": "2027-12-31",
        "final_report_last_day": "2027-12-31",
        "audit": "none",
    }
)


@dataclass(frozen=True, kw_only=True)
class Night:
    """What was done in the night, and what was answered at the time.

    Args:
        house: Up again.
        used: A paid case whose use deadline passed, with the answer to the use question waiting.
        owing: A paid case whose report was handed in just before the last day ended.
        owing_later: The same, with the report handed in just after.
        applied: An application handed in just before the round closed.
        too_late: The same, just after.
        said: What each sender was told in the night.
        up_at: When the engine was started again (case time).
    """

    house: House
    used: UUID
    owing: UUID
    owing_later: UUID
    applied: UUID
    too_late: UUID
    round_id: str
    said: dict[UUID, Answer]
    up_at: datetime

    async def entries(self, stream_of: UUID | str, kind: str = "case") -> list[Entry]:
        async with self.house.stage.database.engine.connect() as conn:
            return await queries.history(conn, f"{kind}:{stream_of}")

    async def case(self, case_id: UUID) -> Case:
        return await self.house.stage.case(case_id)


@pytest.fixture(scope="module")
async def night(house: House) -> Night:
    stage = house.stage
    assert await stage.now() < LAST_GRANTS, "the house was left in another time"
    await stage.open_round(closes_at=MIDNIGHT)
    used, owing, owing_later = [await stage.submit() for _ in range(3)]
    for number, case_id in enumerate((used, owing, owing_later)):
        terms = {} if case_id == used else {"terms": REPORT_DUE_THEN}
        await stage.grant(case_id, 400_000, **terms)
        await stage.pay(case_id, f"N-{number}")
    await house.move_to(MIDNIGHT - BEFORE - timedelta(minutes=5))
    await stage.set_clock(MIDNIGHT - BEFORE)
    for workflow_id in (
        *map(case_workflow_id, (used, owing, owing_later)),
        round_workflow_id(stage.round_id),
    ):
        await stage.door.nudge(workflow_id)
    await house.kill(Part.WORKER, Part.TEMPORAL)

    applied, too_late = uuid4(), uuid4()
    application = c.Submit(round_id=stage.round_id, application=Application.model_validate(learning()))
    in_time: list[tuple[UUID, Actor, c.Body]] = [
        (applied, SIGNATORY, application),
        (owing, SIGNATORY, _report()),
    ]
    late: list[tuple[UUID, Actor, c.Body]] = [
        (used, SIGNATORY, c.AnswerUse(unspent_ore=0)),
        (owing_later, SIGNATORY, _report()),
        (too_late, SIGNATORY, application),
    ]
    ids = {case_id: uuid4() for case_id, _, _ in in_time + late}
    asking = [asyncio.create_task(stage.ask(*act, command_id=ids[act[0]])) for act in in_time]
    assert await stage.now() < MIDNIGHT
    await asyncio.sleep((MIDNIGHT - await stage.now()).total_seconds() + 1)
    asking += [asyncio.create_task(stage.ask(*act, command_id=ids[act[0]])) for act in late]
    said = {answer.case_id: answer for answer in await asyncio.gather(*asking)}

    up_at = await stage.now()
    await house.restart()
    async with asyncio.timeout(60):
        # Nobody comes back to ask: the reconciler finds what waits. Its minute is not waited for here.
        while await house.reconcile() and await _unsettled(house):
            await asyncio.sleep(0.5)
    return Night(
        house=house,
        used=used,
        owing=owing,
        owing_later=owing_later,
        applied=applied,
        too_late=too_late,
        round_id=stage.round_id,
        said=said,
        up_at=up_at,
    )


def _report() -> c.DeliverReport:
    return c.DeliverReport.model_validate(
        {
            "duty": "2026",
            "spent_ore": kroner(400_000),
            "unused_ore": 0,
            "final": True,
            "spent_until": date(2027, 12, 30),
            "text": "Alt er brukt som planlagt.",
        }
    )


async def _unsettled(house: House) -> int:
    return await _count(house, "SELECT count(*) FROM inbox WHERE status = 'pending'")


async def _count(house: House, query: str) -> int:
    async with house.stage.database.engine.connect() as conn:
        return int(await conn.scalar(text(query)) or 0)


def _of(entries: list[Entry], kind: str) -> Entry:
    found = [entry for entry in entries if entry.kind == kind]
    assert len(found) == 1, [entry.kind for entry in entries]
    return found[0]


async def test_whoever_wrote_in_the_night_was_told_that_it_was_received(night: Night) -> None:
    assert {answer.outcome for answer in night.said.values()} == {"received"}


async def test_the_use_deadline_comes_first_and_then_the_command_that_waited(night: Night) -> None:
    entries = await night.entries(night.used)
    ended, answered = _of(entries, "UseDeadlinePassed"), _of(entries, "UseAnswered")

    assert (ended.occurred_at, ended.cause) == (MIDNIGHT, "use@0d")
    assert datetime.fromisoformat(ended.body["handled_at"]) >= night.up_at
    assert answered.seq == ended.seq + 1
    assert answered.occurred_at > MIDNIGHT


async def test_an_application_counts_from_its_receipt_although_the_round_had_closed(night: Night) -> None:
    applied, too_late = await night.case(night.applied), await night.case(night.too_late)
    submitted = _of(await night.entries(night.applied), "Submitted")

    assert not applied.late
    assert applied.received_at == submitted.occurred_at < MIDNIGHT
    assert submitted.recorded_at - submitted.occurred_at != timedelta(0)
    assert too_late.late
    assert too_late.received_at > MIDNIGHT


async def test_a_report_counts_from_its_receipt_and_nobody_is_reminded_of_it(night: Night) -> None:
    entries = await night.entries(night.owing)
    delivered = _of(entries, "ReportDelivered")

    assert delivered.body["in_time"]
    assert delivered.occurred_at < MIDNIGHT
    assert not [entry.cause for entry in entries if entry.cause == "report:2026@0d"]


async def test_a_report_after_the_last_day_is_late(night: Night) -> None:
    entries = await night.entries(night.owing_later)
    delivered = _of(entries, "ReportDelivered")

    assert not delivered.body["in_time"]
    assert [entry.seq < delivered.seq for entry in entries if entry.cause == "report:2026@0d"] == [True]


async def test_the_round_closed_once_at_its_minute_and_says_when_that_was_done(night: Night) -> None:
    closed = _of(await night.entries(night.round_id, "round"), "RoundClosed")

    assert closed.occurred_at == MIDNIGHT
    assert datetime.fromisoformat(closed.body["handled_at"]) >= night.up_at
