"""Money that comes back, on the real engine and the real database."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from domain import commands as c
from domain.claims import ClaimGround
from domain.money import kroner
from tests.domain.lives import KID
from tests.stage import ACCOUNTANT, LEADER, OFFICER, SIGNATORY, Stage


@pytest.mark.edge("Q11")
async def test_money_that_came_back_does_not_go_into_the_frame_again(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=kroner(100_000)))

    claim = {"ground": ClaimGround.UNUSED, "amount_ore": kroner(100_000), "reason": "Ubrukt"}
    await stage.do(case_id, OFFICER, c.ProposeClaim.model_validate(claim))
    await stage.do(case_id, LEADER, c.DecideClaim(claim=1, due_day=date(2028, 3, 1)))
    await stage.do(case_id, ACCOUNTANT, c.InvoiceClaim(claim=1, kid=KID))
    money = c.RegisterRepayment(
        claim=1, amount_ore=kroner(100_000), received_on=date(2028, 1, 1), voucher="R-1"
    )
    await stage.do(case_id, ACCOUNTANT, money)

    async with stage.database.engine.connect() as conn:
        committed = (await conn.execute(text("SELECT sum(committed_ore) FROM frame"))).scalar_one()
    assert (await stage.case(case_id)).refunded_ore == kroner(100_000)
    assert committed == kroner(400_000)
