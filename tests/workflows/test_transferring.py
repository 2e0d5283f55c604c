"""A case goes over to another office or gets another host, on the real engine and the real database (T43, E23)."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import text

from domain import commands as c
from domain.actors import Role
from domain.engine import case_workflow_id
from domain.money import kroner
from storage import queries
from storage.reevolve import check_cases
from storage.verify import verify
from tests.domain.applications import ORG_LOTEN
from tests.stage import LEADER, OFFICE, SIGNATORY, Stage, actor

ELSEWHERE = "SFAG"
THEIR_LEADER = actor(Role.LEADER, ELSEWHERE)
THEIR_OFFICER = actor(Role.CASE_OFFICER, ELSEWHERE)
ASK = c.AskTransfer.model_validate({"office": ELSEWHERE, "reason": "Vertskommunen har byttet fylke"})
NEW_HOST = c.ChangeHost.model_validate(
    {"org_number": ORG_LOTEN, "contact": "post@loten.example", "reason": "Løten overtar prosjektet"}
)


async def tables_are_of(stage: Stage, case_id: UUID) -> list[tuple[str, str]]:
    """Return whose task each is, after the trail and the read tables were found to agree."""
    async with stage.database.engine.connect() as conn:
        assert [*await verify(conn), *await check_cases(conn)] == []
        return [(task.code, task.office) for task in await queries.tasks_of(conn, case_id)]


async def frames(stage: Stage) -> dict[str, int]:
    query = "SELECT office, sum(committed_ore) AS ore FROM frame GROUP BY office"
    async with stage.database.engine.connect() as conn:
        return {row.office: int(row.ore) for row in await conn.execute(text(query))}


async def shown_office(stage: Stage, case_id: UUID) -> object:
    """Return whose case the engine's own pages say it is, a moment later."""
    await stage.a_moment_passes(case_id)
    handle = stage.client.get_workflow_handle(case_workflow_id(case_id))
    return (await handle.describe()).search_attributes["CaseOffice"][0]


async def test_a_case_lives_on_in_another_office_and_its_money_stays_in_the_frame_it_came_from(
    stage: Stage,
) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    await stage.pay(case_id)
    await stage.do(case_id, LEADER, ASK)
    assert await tables_are_of(stage, case_id) == [("take_over", ELSEWHERE)]

    await stage.do(case_id, THEIR_LEADER, c.AcceptTransfer())

    assert await tables_are_of(stage, case_id) == [("give_officer", ELSEWHERE)]
    assert await shown_office(stage, case_id) == ELSEWHERE
    assert await frames(stage) == {OFFICE: kroner(400_000)}
    refused = await stage.ask(case_id, LEADER, ASK)
    assert (refused.detail["code"], refused.detail["rule"]) == ("other_office", "R26-45")

    await stage.do(case_id, THEIR_OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, THEIR_LEADER, c.Assign(officer=THEIR_OFFICER.subject))
    await stage.move_to(datetime(2028, 1, 2, tzinfo=UTC), [case_id])
    await stage.do(case_id, SIGNATORY, c.AnswerUse(unspent_ore=0))
    await stage.do(case_id, THEIR_OFFICER, c.Close())

    assert (await stage.case(case_id)).finished
    assert await tables_are_of(stage, case_id) == []
    await stage.client.get_workflow_handle(case_workflow_id(case_id)).result()


@pytest.mark.edge("E23")
async def test_another_host_is_paid_when_it_has_confirmed_its_own_account(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit(applied_kr=400_000)
    await stage.grant(case_id, 400_000)
    account = c.ConfirmAccount.model_validate({"account": "12345678903"})
    await stage.do(case_id, SIGNATORY, account)

    await stage.do(case_id, LEADER, NEW_HOST)

    early = await stage.ask(case_id, LEADER, c.OrderPayment())
    theirs = await stage.ask(case_id, SIGNATORY, account)
    assert [answer.detail["code"] for answer in (early, theirs)] == [
        "account_not_confirmed",
        "other_municipality",
    ]
    await stage.pay(case_id, who=actor(Role.APPLICANT_SIGNATORY, ORG_LOTEN))
    case = await stage.case(case_id)
    assert (case.stage, case.host, case.paid_ore) == ("disbursed", ORG_LOTEN, kroner(400_000))
    assert await tables_are_of(stage, case_id) == []
    async with stage.database.engine.connect() as conn:
        paid_to = (await conn.execute(text("SELECT host FROM case_head"))).scalar_one()
    assert paid_to == ORG_LOTEN


async def test_a_company_is_no_host_without_a_leader_s_permission(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()

    refused = await stage.ask(
        case_id, LEADER, c.ChangeHost.model_validate(NEW_HOST.model_dump() | {"org_number": "986128433"})
    )

    assert (refused.detail["code"], refused.detail["rule"]) == ("host_not_municipality", "E46")
