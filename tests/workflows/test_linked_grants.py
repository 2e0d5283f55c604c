"""A network that is counted as one, on the real database: its projects are decided one after the other (Q7, R26-53)."""

import asyncio

import pytest
from sqlalchemy import text

from domain import commands as c
from domain.money import kroner
from tests.domain.applications import learning
from tests.stage import FULL_DUTY, LEADER, NO_DUTY, OFFICER, Stage


@pytest.mark.edge("E4")
async def test_two_grants_at_once_do_not_both_stay_below_the_limit_of_their_network(stage: Stage) -> None:
    await stage.open_round(threshold_per_network=True)
    one = await stage.submit(applied_kr=600_000, budget=[])
    network = learning()["network"] | {"id": (await stage.case(one)).network_id}
    other = await stage.submit(applied_kr=600_000, budget=[], network=network)
    for case_id in (one, other):
        await stage.recommend(case_id, 600_000, NO_DUTY)
        await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))

    answers = await asyncio.gather(*(stage.ask(case_id, LEADER, c.Grant()) for case_id in (one, other)))

    assert sorted(answer.outcome for answer in answers) == ["done", "refused"]
    first, last = sorted(answers, key=lambda answer: answer.outcome)
    assert (last.detail["code"], last.detail["params"]["basis_ore"]) == (
        "reporting_required",
        kroner(1_200_000),
    )

    await stage.do(last.case_id, LEADER, c.SendBack.model_validate({"comment": "Plikt"}))
    again = {
        "grant": True,
        "amount_ore": kroner(600_000),
        "difference_reason": "Mer enn søkt",
        "terms": FULL_DUTY,
        "reason": "Godt prosjekt",
    }
    await stage.do(last.case_id, OFFICER, c.Recommend.model_validate(again))
    await stage.do(last.case_id, LEADER, c.Grant())
    # Any act lets the evaluation be done first, which is due at once.
    await stage.do(last.case_id, OFFICER, c.DeclareImpartiality(impartial=True))

    assert (await stage.case(last.case_id)).reports[0].available_ore == kroner(600_000)
    async with stage.database.engine.connect() as conn:
        found = await conn.execute(text("SELECT payload FROM outbox WHERE kind = 'command'"))
        (payload,) = found.scalars()
    assert payload["case_id"] == str(first.case_id)
    assert payload["body"]["terms"]["audit"] == "collected"
