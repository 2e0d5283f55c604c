"""The database goes away after a command is written down: nobody is told that nothing was received."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy.exc import SQLAlchemyError

from activities.door import Door
from domain import commands as c
from storage.engine import create_engine
from tests.faults.gate import Gate
from tests.stage import OFFICER, Stage


async def test_what_is_written_down_is_received_though_its_answer_cannot_be_read(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.open_round()
    case_id, command_id = await stage.submit(), uuid4()
    async with Gate(stage.database.service_dsn) as gate:
        engine = create_engine(gate.dsn)
        door = Door(engine, stage.client, stage.task_queue)
        send = door.send

        async def sent_and_then_away(*given: object) -> str | None:
            await send(*given)  # type: ignore[arg-type]
            await gate.shut()
            return None

        monkeypatch.setattr(door, "send", sent_and_then_away)
        said = c.DeclareImpartiality(impartial=True)
        answer = await door.ask(case_id, command_id, OFFICER, said, real_now=datetime.now(UTC))
        with pytest.raises((SQLAlchemyError, OSError)):
            await door.ask(case_id, uuid4(), OFFICER, said, real_now=datetime.now(UTC))
        await engine.dispose()

    assert answer.outcome == "received"
    assert (await stage.door.answer(case_id, command_id)).outcome == "done"
