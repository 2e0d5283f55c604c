"""What the engine's own lists show of a case, to people who watch the workflows."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import text

from domain import commands as c
from domain.engine import case_workflow_id
from tests.stage import LEADER, SIGNATORY, Stage

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)


async def test_the_stage_is_shown_with_the_answer(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.recommend(case_id, 400_000)
    await stage.do(case_id, LEADER, IMPARTIAL)

    await stage.do(case_id, LEADER, c.Grant())

    assert await _shown(stage, case_id, "CaseStage") == "granted"


async def test_the_next_deadline_is_shown_with_the_answer(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    before = await _next_due(stage, case_id)
    ended = c.EndEarly.model_validate({"end_day": "2026-03-01", "reason": "Prosjektet er gjennomført"})

    await stage.do(case_id, SIGNATORY, ended)

    due = await _next_due(stage, case_id)
    assert due != before
    assert await _shown(stage, case_id, "NextDeadline") == due


async def _shown(stage: Stage, case_id: UUID, name: str) -> object:
    described = await stage.client.get_workflow_handle(case_workflow_id(case_id)).describe()
    return described.search_attributes.get(name, [None])[0]


async def _next_due(stage: Stage, case_id: UUID) -> datetime:
    async with stage.database.engine.connect() as conn:
        due = await conn.scalar(text("SELECT next_due FROM case_head WHERE case_id = :id"), {"id": case_id})
    assert isinstance(due, datetime)
    return due
