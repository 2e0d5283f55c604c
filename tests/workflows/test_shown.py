"""What the engine's own lists show of a case, to people who watch the workflows."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import text
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle

from domain import commands as c
from domain.engine import case_workflow_id
from tests.stage import LEADER, OFFICER, SIGNATORY, Stage

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)


async def test_a_new_case_is_shown_with_the_answer(stage: Stage) -> None:
    await stage.open_round()

    case_id = await stage.submit(applied_kr=400_000)

    assert await _shown(stage, case_id, "CaseStage") == "submitted"


async def test_a_burst_of_commands_is_shown_once_a_moment_after_its_answers(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    at_first = await _times_shown(stage, case_id)
    await stage.recommend(case_id, 400_000)
    await stage.do(case_id, LEADER, IMPARTIAL)
    await stage.do(case_id, LEADER, c.Grant())

    await stage.a_moment_passes(case_id)

    assert await _shown(stage, case_id, "CaseStage") == "granted"
    assert await _times_shown(stage, case_id) == at_first + 1


async def test_what_comes_after_a_burst_is_shown_too(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.recommend(case_id, 400_000)
    await stage.a_moment_passes(case_id)
    await stage.do(case_id, LEADER, IMPARTIAL)
    await stage.do(case_id, LEADER, c.Grant())

    await stage.a_moment_passes(case_id)

    assert await _shown(stage, case_id, "CaseStage") == "granted"


async def test_the_next_deadline_is_shown_a_moment_after_the_answer(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    before = await _next_due(stage, case_id)
    ended = c.EndEarly.model_validate({"end_day": "2026-03-01", "reason": "Prosjektet er gjennomført"})
    await stage.do(case_id, SIGNATORY, ended)

    await stage.a_moment_passes(case_id)

    due = await _next_due(stage, case_id)
    assert due != before
    assert await _shown(stage, case_id, "NextDeadline") == due


async def test_a_case_that_ends_before_the_moment_has_passed_is_shown_as_it_ended(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.do(case_id, OFFICER, IMPARTIAL)

    await stage.do(case_id, SIGNATORY, c.Withdraw())

    await _handle(stage, case_id).result()
    assert await _shown(stage, case_id, "CaseStage") == "withdrawn"


def _handle(stage: Stage, case_id: UUID) -> WorkflowHandle[object, object]:
    return stage.client.get_workflow_handle(case_workflow_id(case_id))


async def _shown(stage: Stage, case_id: UUID, name: str) -> object:
    described = await _handle(stage, case_id).describe()
    return described.search_attributes.get(name, [None])[0]


async def _times_shown(stage: Stage, case_id: UUID) -> int:
    upsert = EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES
    events = [
        event async for event in _handle(stage, case_id).fetch_history_events() if event.event_type == upsert
    ]
    return sum(
        "CaseStage"
        in event.upsert_workflow_search_attributes_event_attributes.search_attributes.indexed_fields
        for event in events
    )


async def _next_due(stage: Stage, case_id: UUID) -> datetime:
    async with stage.database.engine.connect() as conn:
        due = await conn.scalar(text("SELECT next_due FROM case_head WHERE case_id = :id"), {"id": case_id})
    assert isinstance(due, datetime)
    return due
