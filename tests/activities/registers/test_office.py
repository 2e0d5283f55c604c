"""The office's own work on a real database: yearly duties, rounds, and what did not leave the house."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from domain.officework.dispatch import NoteSentOtherwise, SendAgain
from domain.officework.yearly import DoYearlyDuty, UndoYearlyDuty
from domain.refusal import Refused
from storage.office_registers import stopped_of
from tests.activities.registers.doors import LEADER, OFFICER, TODAY, House

NEXT_YEAR = datetime(2027, 1, 20, 9, 0, tzinfo=UTC)
DUTY: dict[str, Any] = {"office": "SFIN", "year": 2026, "duty": "report_to_directorate"}

_ROW = """
    INSERT INTO outbox (stream, seq, part, kind, payload, created_at, status, next_attempt_at, last_error)
    VALUES ('case:4f0c8a53-8c2f-4a6e-9a55-0f6f1f1f5a11', :seq, 0, :kind,
            '{"case_no": "SFIN-2026-4", "office": "SFIN"}', :at, :status, :at, 'no_address')
    RETURNING id
"""


async def row(house: House, status: str, seq: int = 9, kind: str = "message", days: int = 0) -> int:
    """Leave a row in the outbox that was written so many days ago; return its id."""
    at = datetime.now(UTC) - timedelta(days=days)
    async with house.database.engine.begin() as conn:
        found = await conn.execute(text(_ROW), {"seq": seq, "kind": kind, "status": status, "at": at})
        return int(found.scalar_one())


async def status(house: House, row_id: int) -> str:
    [found] = await house.rows("SELECT status FROM outbox WHERE id = :id", id=row_id)
    return str(found.status)


# --- once a year -----------------------------------------------------------------------------------------------------


async def test_the_yearly_report_is_a_task_until_it_is_done_and_again_when_that_was_a_mistake(
    house: House,
) -> None:
    await house.mandate(learning=1)
    await house.set_clock(NEXT_YEAR)
    assert "report_to_directorate" in await house.codes(NEXT_YEAR)

    done = DoYearlyDuty.model_validate(DUTY | {"done_on": "2027-01-20", "reference": "27/114"})
    await house.register.change_yearly(house.envelope(LEADER), done)
    assert "report_to_directorate" not in await house.codes(NEXT_YEAR)

    await house.register.change_yearly(house.envelope(LEADER), UndoYearlyDuty.model_validate(DUTY))
    assert "report_to_directorate" in await house.codes(NEXT_YEAR)
    assert await house.trail("yearly:SFIN-2026") == ["YearlyDutyDone", "YearlyDutyUndone"]
    assert await house.problems() == []


async def test_what_is_not_due_cannot_be_done(house: House) -> None:
    done = DoYearlyDuty.model_validate(DUTY | {"done_on": "2026-03-01"})

    with pytest.raises(Refused, match="yearly_duty_too_early"):
        await house.register.change_yearly(house.envelope(LEADER), done)

    assert await house.trail("yearly:SFIN-2026") == []


# --- rounds ----------------------------------------------------------------------------------------------------------


async def test_each_strand_of_the_mandate_wants_a_round(house: House) -> None:
    assert "open_round" in await house.codes()

    await house.mandate(learning=1_000_000, leader=200_000)

    asked = [one for one in await house.tasks() if one.code == "open_round"]
    assert [one.params["strand"] for one in asked] == ["leader", "learning"]


# --- what did not leave the house ------------------------------------------------------------------------------------


async def test_what_was_given_up_is_a_task_until_it_is_sent_again(house: House) -> None:
    row_id = await row(house, "parked")
    [task] = [one for one in await house.tasks() if one.code.startswith("dispatch")]
    assert (task.code, task.case_no, task.role, task.params) == (
        "dispatch_failed",
        "SFIN-2026-4",
        "case_officer",
        {"messages": 1},
    )

    await house.register.change_dispatch(
        house.envelope(OFFICER), SendAgain(office="SFIN", about="SFIN-2026-4")
    )

    assert "dispatch_failed" not in await house.codes()
    assert await status(house, row_id) == "pending"


async def test_what_came_there_otherwise_is_settled_and_the_how_is_sealed(house: House) -> None:
    row_id, other = await row(house, "parked"), await row(house, "parked", seq=12)
    said = NoteSentOtherwise.model_validate(
        {"office": "SFIN", "about": "SFIN-2026-4", "seq": 9, "sent_on": "2026-03-01", "note": "Rekommandert"}
    )

    await house.register.change_dispatch(house.envelope(OFFICER), said)

    assert (await status(house, row_id), await status(house, other)) == ("done", "parked")
    assert await house.trail("dispatch:SFIN") == ["SentOtherwise"]
    [found] = await house.rows("SELECT envelope FROM trail WHERE stream = 'dispatch:SFIN'")
    assert "Rekommandert" not in found.envelope
    assert await house.problems() == []


async def test_what_waits_is_a_task_after_a_week_in_real_time(house: House) -> None:
    await row(house, "pending", seq=9)
    assert "dispatch_waiting" not in await house.codes(TODAY)

    await row(house, "pending", seq=12, days=8)

    assert "dispatch_waiting" in await house.codes(TODAY)


async def test_what_was_sent_and_what_is_another_office_s_is_no_task(house: House) -> None:
    row_id = await row(house, "parked", days=30)
    async with house.database.engine.connect() as conn:
        assert await stopped_of(conn, "SFVL") == ()
        assert len(await stopped_of(conn, "SFIN")) == 1

    with pytest.raises(Refused, match="nothing_given_up"):
        await house.register.change_dispatch(
            house.envelope(OFFICER), SendAgain(office="SFIN", about="SFIN-2026-5")
        )

    assert await status(house, row_id) == "parked"
