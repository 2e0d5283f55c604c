"""Two that change one case in the same instant, past the workflow that would let one wait for the other."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import text

from activities.record import Recorder
from domain import commands as c
from domain.actors import Actor, Role
from domain.engine import Recorded, RecordInput
from tests.stage import OFFICER, SIGNATORY, Stage, actor


async def test_of_two_different_acts_both_happen_one_after_the_other(stage: Stage) -> None:
    case_id = await _submitted(stage)
    readers = [actor(Role.CASE_OFFICER, name=f"officer-{number}") for number in range(4)]

    answers = await asyncio.gather(
        *(_recorded(stage, case_id, who, c.DeclareImpartiality(impartial=True)) for who in readers)
    )

    assert [_said(answer) for answer in answers] == ["done"] * 4
    assert await _kinds(stage, case_id) == ["Submitted", *["ImpartialityDeclared"] * 4]


async def test_of_two_acts_of_which_only_one_is_possible_one_is_refused(stage: Stage) -> None:
    case_id = await _submitted(stage)
    withdrawn = c.Withdraw.model_validate({"reason": "Vi venter et år"})

    answers = await asyncio.gather(*(_recorded(stage, case_id, SIGNATORY, withdrawn) for _ in range(2)))

    assert sorted(_said(answer) for answer in answers) == ["done", "refused"]
    assert await _kinds(stage, case_id) == ["Submitted", "Withdrawn"]


async def test_the_same_command_carried_out_twice_at_once_happens_once(stage: Stage) -> None:
    case_id, command_id = await _submitted(stage), uuid4()
    said = c.DeclareImpartiality(impartial=True)
    await stage.door.receive(case_id, command_id, OFFICER, said, real_now=datetime.now(UTC))

    answers = await asyncio.gather(*(_carried_out(stage, case_id, command_id) for _ in range(4)))

    assert [_said(answer) for answer in answers] == ["done"] * 4
    assert await _kinds(stage, case_id) == ["Submitted", "ImpartialityDeclared"]


def _said(answer: Recorded) -> str:
    """Return the outcome without what proves it."""
    return answer.outcome.partition(":")[0]


async def _submitted(stage: Stage) -> UUID:
    now = await stage.now()
    await stage.open_round(opens_at=now, closes_at=now.replace(month=6))
    return await stage.submit()


async def _recorded(stage: Stage, case_id: UUID, who: Actor, said: c.Body) -> Recorded:
    command_id = uuid4()
    await stage.door.receive(case_id, command_id, who, said, real_now=datetime.now(UTC))
    return await _carried_out(stage, case_id, command_id)


async def _carried_out(stage: Stage, case_id: UUID, command_id: UUID) -> Recorded:
    given = RecordInput(
        case_id=str(case_id), command_id=str(command_id), adopted_seq=0, engine_now=datetime.now(UTC)
    )
    return await Recorder(stage.database.engine).record(given)


async def _kinds(stage: Stage, case_id: UUID) -> list[str]:
    async with stage.database.engine.connect() as conn:
        query = text("SELECT kind FROM trail WHERE stream = :stream ORDER BY seq")
        return list(await conn.scalars(query, {"stream": f"case:{case_id}"}))
