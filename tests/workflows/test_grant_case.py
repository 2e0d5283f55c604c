"""A case lives its whole life on the real engine and the real database."""

from datetime import UTC, datetime

from domain import commands as c
from tests.stage import LEADER, OFFICER, SIGNATORY, Stage


async def test_a_small_grant_without_duties_closes_after_the_use_question(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    await stage.move_to(datetime(2027, 1, 2, tzinfo=UTC), [case_id])
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=0))
    await stage.do(case_id, OFFICER, c.Close())

    case = await stage.case(case_id)

    assert case.finished
    assert case.path == (
        "submitted",
        "in_assessment",
        "assessed",
        "awaiting_approval",
        "granted",
        "payment_ordered",
        "disbursed",
        "carry_over",
        "closed",
    )


async def test_the_approver_cannot_be_the_recommender(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.recommend(case_id, 400_000)

    answer = await stage.ask(case_id, OFFICER, c.Grant())

    assert (answer.outcome, answer.detail["code"]) == ("refused", "role_not_allowed")
    assert LEADER.subject not in (await stage.case(case_id)).impartial
