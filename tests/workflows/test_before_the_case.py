"""The registers beside living cases: a network read from its application, a project over years, and who is paid."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain import commands as c
from domain.actors import Role
from domain.application import Application
from domain.networks import commands as n
from domain.networks.parts import Function
from domain.office_settings import SetOffice
from domain.organisations import commands as o
from domain.outreach import TickMunicipalities
from storage.networks import any_network, networks_of, projects
from storage.office_registers import office_task_rows
from storage.organisations import directory
from storage.reevolve import check_cases
from storage.verify import verify
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN, learning, member
from tests.stage import LEADER, OFFICE, OFFICER, SIGNATORY, START, Stage, actor

SUB_UNIT, COMPANY = "974760223", "986128433"
FROLAND, ORG_FROLAND = "4214", "946439045"
DAY = date(2026, 3, 1)


async def apply(stage: Stage, who: Any = SIGNATORY, **changes: Any) -> tuple[UUID, Any]:
    case_id = uuid4()
    application = Application.model_validate({**learning(), **changes})
    body = c.Submit(round_id=stage.round_id, application=application)
    return case_id, await stage.ask(case_id, who, body)


async def problems(stage: Stage) -> list[str]:
    async with stage.database.engine.connect() as conn:
        found = await verify(conn)
    async with stage.database.engine.connect() as conn:
        found += await check_cases(conn)
    return [f"{one.stream}: {one.detail}" for one in found]


async def codes(stage: Stage, as_of: datetime = START) -> list[str]:
    async with stage.database.engine.connect() as conn:
        return [task.code for task in await office_task_rows(conn, OFFICE, as_of)]


# --- networks --------------------------------------------------------------------------------------------------------


async def test_a_network_is_known_from_its_application_and_registered_by_its_first_change(
    stage: Stage,
) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    async with stage.database.engine.connect() as conn:
        [known] = await networks_of(conn, OFFICE, await directory(conn))
    assert (known.registered, known.open_cases) == (False, ("SFIN-2026-1",))
    assert known.network.municipalities_on(DAY) == {"3403", "3412"}
    network_id = UUID(known.network.network_id)

    body = n.LogFollowUp.model_validate({"entry": "contact", "held_on": "2026-03-01", "text": "Ringt"})
    answer = await stage.register.change_network(stage.envelope(OFFICER), network_id, body)

    assert answer["events"][0] == "NetworkRegistered"
    assert answer["events"][-1] == "FollowedUp"
    async with stage.database.engine.connect() as conn:
        found = await any_network(conn, network_id, await directory(conn))
    assert found is not None
    assert found.registered
    assert len(found.network.people_on(Function.REPRESENTATIVE, DAY)) == 4
    assert case_id == network_id
    assert await problems(stage) == []


async def test_what_an_applied_network_lacks_is_a_task_while_its_case_lives(stage: Stage) -> None:
    await stage.open_round()
    tick = TickMunicipalities.model_validate(
        {"office": OFFICE, "year": 2026, "tick": "invited", "everyone": True, "ticked_on": "2026-03-01"}
    )
    await stage.register.change_outreach(stage.envelope(OFFICER), tick)
    case_id = uuid4()
    one_service = learning()["services"][:1]
    application = Application.model_validate({**learning(), "services": one_service})
    by_hand = c.Submit(round_id=stage.round_id, application=application, by_hand=True)
    await stage.do(case_id, OFFICER, by_hand)
    assert await codes(stage) == ["membership_below_minimum"]

    await stage.do(case_id, SIGNATORY, c.Withdraw())

    assert await codes(stage) == []


@pytest.mark.edge("E5")
async def test_a_project_is_followed_over_the_years_whoever_is_its_host(stage: Stage) -> None:
    await stage.open_round()
    first = await stage.submit(applied_kr=400_000)
    await stage.grant(first, 400_000)
    network, project = {"id": str(first), "name": "Hedmarken"}, learning()["project"]
    again = {"network": network, "project": {**project, "id": str(first)}}
    _other, answer = await apply(stage, actor(Role.APPLICANT_SIGNATORY, ORG_LOTEN), host=ORG_LOTEN, **again)
    assert answer.outcome == "done", answer
    second_project = {"network": network, "project": {**project, "title": "Et annet prosjekt"}}
    _third, answer = await apply(stage, **second_project)
    assert answer.outcome == "done", answer

    async with stage.database.engine.connect() as conn:
        mine = await projects(conn, network_id=first)
        [one] = await projects(conn, project_id=first)
        assert len(await projects(conn, office=OFFICE)) == 2
        assert await projects(conn, office="SFVL") == []
    assert [found.title for found in mine] == ["Et annet prosjekt", "Tidlig innsats sammen"]
    assert one.hosts == (ORG_HAMAR, ORG_LOTEN)
    assert one.granted_ore == 40_000_000
    assert [case.case_no for case in one.cases] == ["SFIN-2026-1", "SFIN-2026-2"]


# --- who is paid (E46) -----------------------------------------------------------------------------------------------


@pytest.mark.edge("E46")
async def test_a_sub_unit_applies_for_its_municipality_which_is_paid(stage: Stage) -> None:
    await stage.open_round()
    members = [{**learning()["members"][0], "org_number": SUB_UNIT}, learning()["members"][1]]
    as_unit = {"host": SUB_UNIT, "members": members}
    _case, answer = await apply(stage, actor(Role.APPLICANT_SIGNATORY, SUB_UNIT), **as_unit)
    assert (answer.detail["code"], answer.detail["rule"]) == ("host_not_municipality", "E46")
    mapped = o.MapSubUnit.model_validate(
        {
            "office": OFFICE,
            "sub_unit": SUB_UNIT,
            "main_unit": ORG_HAMAR,
            "unit_name": "Barnevernet i Hamar",
            "from_day": "2026-01-01",
        }
    )
    await stage.register.change_organisations(stage.envelope(OFFICER), mapped)

    case_id, answer = await apply(stage, **as_unit)

    assert answer.outcome == "done", answer
    assert (await stage.case(case_id)).host == ORG_HAMAR
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    back = c.ReturnForSupplement.model_validate(
        {"deficiencies": ("plan_missing",), "explanation": "Planen mangler", "last_day": "2026-04-01"}
    )
    await stage.do(case_id, OFFICER, back)
    again = Application.model_validate({**learning(), **as_unit})
    await stage.do(case_id, SIGNATORY, c.Supplement(application=again))
    assert await problems(stage) == []


@pytest.mark.edge("E23")
async def test_a_host_that_ends_while_its_case_lives_is_a_task(stage: Stage) -> None:
    await stage.open_round()
    await stage.submit()
    assert "host_not_payable" not in await codes(stage)
    merged = o.ReorganiseMunicipalities.model_validate(
        {
            "office": OFFICE,
            "ended": ({"number": "3403"},),
            "begun": ({"number": "3411"},),
            "from_day": "2026-07-01",
        }
    )

    await stage.register.change_organisations(stage.envelope(OFFICER), merged)

    assert "host_not_payable" in await codes(stage, datetime(2026, 7, 1, 9, tzinfo=UTC))


@pytest.mark.edge("E46")
async def test_another_payee_applies_only_where_a_leader_allows_it(stage: Stage) -> None:
    await stage.open_round()
    company = actor(Role.APPLICANT_SIGNATORY, COMPANY)
    _case, answer = await apply(stage, company, host=COMPANY)
    assert (answer.detail["code"], answer.detail["rule"]) == ("host_not_municipality", "E46")
    allowed = o.AllowPayee.model_validate(
        {
            "office": OFFICE,
            "org_number": COMPANY,
            "payee_name": "Barnevern IKS",
            "form": "task_community",
            "from_day": "2026-01-01",
            "reason": "Oppgavefellesskapet er vertskap",
        }
    )
    await stage.register.change_organisations(stage.envelope(LEADER), allowed)

    case_id, answer = await apply(stage, company, host=COMPANY)

    assert answer.outcome == "done", answer
    assert (await stage.case(case_id)).host == COMPANY


async def test_a_setting_of_an_office_has_no_head_and_none_is_missed(stage: Stage) -> None:
    await stage.register.set_office(
        stage.envelope(LEADER), SetOffice(office=OFFICE, attestor_may_recommend=True)
    )

    assert await problems(stage) == []


@pytest.mark.edge("C13")
async def test_the_letter_is_a_task_until_it_is_registered(stage: Stage) -> None:
    january = datetime(2026, 1, 10, 9, tzinfo=UTC)
    assert "register_mandate" in await codes(stage, january)

    await stage.mandate()

    assert "register_mandate" not in await codes(stage, january)


# --- across the border of two offices (E24) ----------------------------------------------------------------------------


@pytest.mark.edge("E24")
async def test_a_host_applies_to_its_own_office(stage: Stage) -> None:
    await stage.open_round()
    froland = {"host": ORG_FROLAND, "members": [member(FROLAND, ORG_FROLAND), *learning()["members"]]}

    _case, answer = await apply(stage, actor(Role.APPLICANT_SIGNATORY, ORG_FROLAND), **froland)

    assert (answer.detail["code"], answer.detail["rule"]) == ("host_of_other_office", "E24")
    assert answer.detail["params"] == {"office": OFFICE, "host_office": "SFAG"}


@pytest.mark.edge("E24")
async def test_a_member_of_another_area_waits_for_its_own_office_before_the_grant(stage: Stage) -> None:
    await stage.open_round()
    members = [*learning()["members"], member(FROLAND, ORG_FROLAND)]
    case_id, _answer = await apply(stage, members=members)
    await stage.recommend(case_id, 400_000)
    await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))

    refused = await stage.ask(case_id, LEADER, c.Grant())
    network_id = UUID((await stage.case(case_id)).network_id)
    agreement = n.AgreeToMember(municipality=FROLAND)
    there = stage.envelope(actor(Role.LEADER, "SFAG"))
    await stage.register.change_network(there, network_id, agreement)
    granted = await stage.ask(case_id, LEADER, c.Grant())

    assert refused.detail["code"] == "other_office_has_not_agreed"
    assert refused.detail["params"] == {"municipalities": [FROLAND]}
    assert granted.outcome == "done"
    assert await problems(stage) == []


async def test_a_member_confirms_its_own_anchoring(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    word = {"position": "kommunedirektør", "person": "Kommunedirektør i Løten", "anchored_on": "2026-02-27"}

    await stage.do(
        case_id, actor(Role.APPLICANT_SIGNATORY, ORG_LOTEN), c.ConfirmAnchoring.model_validate(word)
    )

    assert (await stage.case(case_id)).anchored_by_themselves == ("3412",)
    assert await problems(stage) == []
