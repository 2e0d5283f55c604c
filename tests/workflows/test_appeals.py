"""Appeals and reversals on the real engine and the real database: ledger, frame, threshold, a finished case that wakes."""

from datetime import UTC, date, datetime

from sqlalchemy import text

from domain import commands as c
from domain.appeals import AppealRegime
from domain.lifecycle import Stage as CaseStage
from domain.money import kroner
from tests.domain.applications import learning
from tests.stage import FULL_DUTY, LEADER, NO_DUTY, OFFICER, SIGNATORY, Stage


async def committed(stage: Stage) -> int:
    async with stage.database.engine.connect() as conn:
        return int((await conn.execute(text("SELECT sum(committed_ore) FROM frame"))).scalar_one())


async def test_a_reversed_grant_frees_the_frame_and_its_threshold_is_tried_anew(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(
        applied_kr=1_200_000, budget=[{"kind": "salaries", "amount_kr": 1_200_000 + _own()}]
    )
    await stage.grant(case_id, 1_200_000, FULL_DUTY)
    assert (await stage.case(case_id)).threshold in {None, "statutory"}
    assert await committed(stage) == kroner(1_200_000)

    lower = {
        "ground": "other_law",
        "amount_ore": kroner(900_000),
        "terms": NO_DUTY,
        "reason": "Rammen er kuttet",
    }
    await stage.do(case_id, OFFICER, c.RecommendReversal.model_validate(lower))
    notice = {"explanation": "Rammen er kuttet", "last_day": date(2026, 3, 22)}
    await stage.do(case_id, OFFICER, c.GiveReversalNotice.model_validate(notice))
    await stage.move_to(datetime(2026, 3, 24, 9, 0, tzinfo=UTC), [case_id])
    await stage.do(case_id, LEADER, c.Reverse())
    await stage.move_to(datetime(2026, 3, 24, 10, 0, tzinfo=UTC), [case_id])

    case = await stage.case(case_id)
    assert await committed(stage) == kroner(900_000)
    assert (case.granted_ore, case.threshold, case.reports) == (kroner(900_000), "none", ())
    assert (await stage.kinds(case_id))[-4:] == ["DutyLapsed", "DutyLapsed", "Reversed", "ThresholdEvaluated"]
    await stage.pay(case_id)
    assert (await stage.case(case_id)).paid_ore == kroner(900_000)


async def test_an_appeal_wakes_a_refused_case_and_a_request_upheld_judges_it_anew(stage: Stage) -> None:
    await stage.open_round(appeal_regime=AppealRegime.INDIVIDUAL_DECISION)
    case_id = await stage.submit(applied_kr=400_000)
    await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    outside = {"ground": "not_eligible", "reason": "Utenfor"}
    await stage.do(case_id, OFFICER, c.RecommendDismissal.model_validate(outside))
    await stage.do(case_id, LEADER, c.Dismiss.model_validate(outside))
    assert (await stage.case(case_id)).finished

    await stage.do(case_id, SIGNATORY, c.FileAppeal.model_validate({"text": "Vi er innenfor"}))
    assert not (await stage.case(case_id)).finished
    view = {"appeal": 1, "view": "uphold", "assessment": "De har rett"}
    await stage.do(case_id, OFFICER, c.PrepareAppeal.model_validate(view))
    anew = {"ground": "benefit", "reason": "De har rett"}
    await stage.do(case_id, OFFICER, c.RecommendReversal.model_validate(anew))
    await stage.do(case_id, LEADER, c.UpholdAppeal(appeal=1))

    case = await stage.case(case_id)
    assert (case.stage, case.appeals[0].state) == (CaseStage.IN_ASSESSMENT, "upheld")


def _own() -> int:
    base = learning()
    return int(base["own_funding_kr"] + base["other_support"]["lines"][0]["amount_kr"])
