"""A finished case is reopened: its workflow runs again, carries the claim, and ends once more (T42, E44)."""

from datetime import UTC, date, datetime

from domain import commands as c
from domain.claims import ClaimGround
from domain.engine import case_workflow_id
from domain.money import kroner
from tests.domain.lives import KID
from tests.stage import ACCOUNTANT, LEADER, OFFICER, SIGNATORY, Stage


async def test_a_reopened_case_lives_on_and_ends_again(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    await stage.move_to(datetime(2027, 1, 2, tzinfo=UTC), [case_id])
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=0))
    await stage.do(case_id, OFFICER, c.Close())
    handle = stage.client.get_workflow_handle(case_workflow_id(case_id))
    await handle.result()

    found = {"reason": "Revisor fant ubrukte midler", "source": "RR 2028/14"}
    await stage.do(case_id, LEADER, c.Reopen.model_validate(found))
    reopened = await stage.case(case_id)
    running = await stage.client.get_workflow_handle(case_workflow_id(case_id)).describe()

    assert (reopened.stage, reopened.finished) == ("reopened", False)
    assert running.status is not None
    assert running.status.name == "RUNNING"

    claim = {"ground": ClaimGround.UNUSED, "amount_ore": kroner(9_000), "reason": "Funn"}
    await stage.do(case_id, OFFICER, c.ProposeClaim.model_validate(claim))
    await stage.do(case_id, OFFICER, c.GiveClaimNotice(claim=1))
    await stage.do(case_id, SIGNATORY, c.ReplyToClaim.model_validate({"claim": 1, "text": "Det stemmer"}))
    await stage.do(case_id, LEADER, c.DecideClaim(claim=1, due_day=date(2028, 3, 1)))
    await stage.do(case_id, ACCOUNTANT, c.InvoiceClaim(claim=1, kid=KID))
    # The reminder of the claim comes from the workflow that was started anew.
    await stage.move_to(datetime(2028, 3, 16, tzinfo=UTC), [case_id])
    assert "claim:1@+14d" in (await stage.case(case_id)).steps_done
    money = c.RegisterRepayment(
        claim=1, amount_ore=kroner(9_000), received_on=date(2028, 3, 1), voucher="R-1"
    )
    await stage.do(case_id, ACCOUNTANT, money)
    await stage.do(case_id, OFFICER, c.Close())

    case = await stage.case(case_id)
    assert (case.stage, case.finished, case.refunded_ore) == ("refunded", True, kroner(9_000))
    await stage.client.get_workflow_handle(case_workflow_id(case_id)).result()
