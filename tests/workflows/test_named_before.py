"""Cases of an older build: what their events named, their state names after the upgrade."""

import importlib
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text

from domain import commands as c
from domain.claims import ClaimGround
from domain.money import kroner
from storage.reevolve import check_cases
from tests.domain.lives import KID
from tests.stage import ACCOUNTANT, LEADER, OFFICER, SIGNATORY, Stage

_FORGET = """
update case_head set state = jsonb_set(jsonb_set(state, '{appeals,0}', (state #> '{appeals,0}') - 'attachments'),
                                       '{claims,0}', (state #> '{claims,0}') - 'returns' - 'sums')
"""


async def appealed_and_paid_back_too_much(stage: Stage) -> UUID:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    appeal = {"text": "Vi er uenige", "attachments": ["ab" * 32, "0c" * 32]}
    await stage.do(case_id, SIGNATORY, c.FileAppeal.model_validate(appeal))
    await stage.do(case_id, SIGNATORY, c.WithdrawAppeal(appeal=1))
    await stage.pay(case_id)
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=kroner(100_000)))
    claim = {"ground": ClaimGround.UNUSED, "amount_ore": kroner(100_000), "reason": "Ubrukt"}
    await stage.do(case_id, OFFICER, c.ProposeClaim.model_validate(claim))
    await stage.do(case_id, LEADER, c.DecideClaim(claim=1, due_day=date(2028, 3, 1)))
    await stage.do(case_id, ACCOUNTANT, c.InvoiceClaim(claim=1, kid=KID))
    day = date(2028, 1, 1)
    money: dict[str, Any] = {"claim": 1, "amount_ore": kroner(110_000), "received_on": day, "voucher": "R-1"}
    await stage.do(case_id, ACCOUNTANT, c.RegisterRepayment(**money))
    await stage.do(case_id, ACCOUNTANT, c.ReturnOverpayment(claim=1, returned_on=day, voucher="R-2"))
    return case_id


async def test_what_an_older_case_s_events_named_its_state_names_after_the_upgrade(stage: Stage) -> None:
    case_id = await appealed_and_paid_back_too_much(stage)
    named = importlib.import_module("storage.migrations.versions.0022_named_before")
    noted = importlib.import_module("storage.migrations.versions.0023_sums_noted")
    async with stage.database.engine.begin() as conn:
        await conn.execute(text(_FORGET))
    before = await stage.case(case_id)

    async with stage.database.engine.begin() as conn:
        for statement in (named.APPEALS, named.RETURNS, noted.SUMS):
            await conn.execute(text(statement))

    after = await stage.case(case_id)
    assert (before.appeals[0].attachments, before.claims[0].returns, before.claims[0].sums) == ((), (), ())
    assert (after.appeals[0].attachments, after.claims[0].returns) == (("ab" * 32, "0c" * 32), ("R-2",))
    assert after.claims[0].sums == (kroner(110_000),)
    async with stage.database.engine.connect() as conn:
        assert await check_cases(conn) == []
