"""The attestor who recommended: refused by default, allowed where the office has set it."""

from uuid import UUID

from domain import commands as c
from domain.actors import Actor, Role
from domain.office_settings import SetOffice
from storage import record_sql as sql
from tests.stage import LEADER, OFFICE, OFFICER, SIGNATORY, Stage

BOTH_HATS = Actor(subject=OFFICER.subject, role=Role.ATTESTOR, unit=OFFICE)
ATTEST = c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True)


async def _ordered(stage: Stage) -> UUID:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.do(case_id, SIGNATORY, c.ConfirmAccount.model_validate({"account": "12345678903"}))
    await stage.do(case_id, LEADER, c.OrderPayment())
    return case_id


async def test_the_recommender_cannot_attest_by_default(stage: Stage) -> None:
    case_id = await _ordered(stage)

    answer = await stage.ask(case_id, BOTH_HATS, ATTEST)

    assert answer.detail["code"] == "attestor_is_recommender"


async def test_the_recommender_attests_where_the_office_has_set_it(stage: Stage) -> None:
    case_id = await _ordered(stage)
    await stage.register.set_office(
        stage.envelope(LEADER), SetOffice(office=OFFICE, attestor_may_recommend=True)
    )

    answer = await stage.ask(case_id, BOTH_HATS, ATTEST)

    assert answer.outcome == "done"


async def test_a_setting_that_is_not_given_stays_as_it_is(stage: Stage) -> None:
    await stage.register.set_office(
        stage.envelope(LEADER), SetOffice(office=OFFICE, attestor_may_recommend=True)
    )

    answer = await stage.register.set_office(
        stage.envelope(LEADER), SetOffice(office=OFFICE, write_off_limit_ore=1_000_000)
    )

    assert answer["write_off_limit_ore"] == 1_000_000
    async with stage.database.engine.connect() as conn:
        assert await sql.office_settings(conn, OFFICE) == {
            "attestor_may_recommend": True,
            "write_off_limit_ore": 1_000_000,
        }
        assert await sql.office_settings(conn, "SFAG") == {
            "attestor_may_recommend": False,
            "write_off_limit_ore": None,
        }
