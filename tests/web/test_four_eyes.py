"""Four eyes, attacked from every door: another hat, another tab, a program, all at once, and while the engine is away."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from activities.door import Door
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.actors import Role
from domain.officework.access import GiveRoleBack, WithdrawRole
from storage.verify import verify
from tests.api.conftest import Service, new_service
from tests.stage import LEADER, OFFICE, OFFICER, actor
from tests.web.people import person
from tests.web.second_hands import (
    DOORS,
    SECONDS,
    Attack,
    Second,
    by_program,
    case_at,
    code_of,
    recommendation,
    said,
)

EVERY_SECOND = pytest.mark.parametrize("second", SECONDS.values(), ids=SECONDS.keys())
EVERY_DOOR = pytest.mark.parametrize("attack", DOORS)

#: How often what happens at once is tried.
TIMES = 4


@pytest.fixture
async def site(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[Service]:
    """A web with its API; whatever was tried, the record is whole afterwards."""
    async with new_service(postgres, temporal_server) as made:
        yield made
        async with made.stage.database.engine.connect() as conn:
            assert await verify(conn) == []


@EVERY_DOOR
@EVERY_SECOND
async def test_the_same_person_under_another_hat_is_refused(
    site: Service, second: Second, attack: Attack
) -> None:
    case_id = await case_at(site, second)
    before = await site.stage.kinds(case_id)

    assert await attack(site, case_id, second) == second.code
    assert await site.stage.kinds(case_id) == before


@EVERY_SECOND
async def test_from_all_doors_at_once_none_lets_through(site: Service, second: Second) -> None:
    case_id = await case_at(site, second)
    before = await site.stage.kinds(case_id)

    codes = await asyncio.gather(*(attack(site, case_id, second) for attack in DOORS * 2))

    assert set(codes) == {second.code}
    assert await site.stage.kinds(case_id) == before


# --- at once --------------------------------------------------------------------------------------------------------


async def _to_be_granted(site: Service) -> UUID:
    """Return a case that a leader may approve, and does not want to be asked about impartiality any more."""
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 300_000)
    await site.stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    return case_id


async def _case_no(site: Service, case_id: UUID) -> str:
    return (await site.stage.case(case_id)).case_no


async def test_two_tabs_and_two_programs_that_approve_at_once_grant_once(site: Service) -> None:
    case_id = await _to_be_granted(site)
    case_no = await _case_no(site, case_id)
    tabs = [await site.browser(person(Role.LEADER)) for _ in range(2)]
    programs = [site.person(Role.LEADER) for _ in range(2)]

    await asyncio.gather(
        *(tab.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(uuid4())}) for tab in tabs),
        *(program.post(f"/cases/{case_no}/commands/grant") for program in programs),
    )

    assert (await site.stage.kinds(case_id)).count("Granted") == 1


async def test_the_same_command_from_page_and_program_at_once_is_one(site: Service) -> None:
    case_id, command_id = await _to_be_granted(site), uuid4()
    case_no = await _case_no(site, case_id)
    tab, program = await site.browser(person(Role.LEADER)), site.person(Role.LEADER)

    _, told = await asyncio.gather(
        tab.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(command_id)}),
        program.post(f"/cases/{case_no}/commands/grant", key=command_id),
    )

    assert told.json()["outcome"] == "done"
    assert (await site.stage.kinds(case_id)).count("Granted") == 1


@pytest.mark.parametrize("recommends", ["by program", "by page"])
async def test_whoever_recommends_by_one_door_and_approves_by_another_at_once_approves_nothing(
    site: Service, recommends: str
) -> None:
    """The two orders that they may come in: approved before anything is recommended, or by who has recommended it."""
    leader = actor(Role.LEADER, name=OFFICER.subject)
    for _ in range(TIMES):
        case_id, command_id = await site.stage.submit(), uuid4()
        await site.stage.assess(case_id, 300_000)
        case_no = await _case_no(site, case_id)
        first = f"/cases/{case_no}/commands/recommend", said(recommendation())
        if recommends == "by program":
            tab = await site.browser(person(Role.LEADER), subject=OFFICER.subject)
            one = site.person(Role.CASE_OFFICER).post(*first)
            other = tab.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(command_id)})
        else:
            tab = await site.browser(person(Role.CASE_OFFICER))
            one = tab.post(f"/saker/{case_no}/gjor/recommend", {"command_id": str(uuid4()), **TYPED})
            program = site.person(Role.LEADER, subject=OFFICER.subject)
            other = program.post(f"/cases/{case_no}/commands/grant", key=command_id)

        await asyncio.gather(one, other)

        kinds = await site.stage.kinds(case_id)
        assert kinds.count("Recommended") == 1
        assert "Granted" not in kinds
        assert await code_of(site.stage.door, case_id, command_id) in {
            "not_possible_now",
            "approver_is_recommender",
        }
        assert (await site.stage.ask(case_id, leader, c.Grant())).outcome == "refused"


async def test_whoever_orders_and_attests_at_once_attests_nothing(site: Service) -> None:
    """Ordered on the page as a leader, attested by a program as an attestor: the same person, at the same moment."""
    second = SECONDS["a payment attested by whoever ordered it"]
    before = SECONDS["a payment ordered by whoever recommended it"]
    both = actor(Role.LEADER, name=second.hand)
    for _ in range(TIMES):
        case_id = await case_at(site, before)
        await site.stage.do(case_id, both, c.DeclareImpartiality(impartial=True))
        case_no = await _case_no(site, case_id)
        tab = await site.browser(person(Role.LEADER), subject=second.hand)

        _, code = await asyncio.gather(
            tab.post(f"/saker/{case_no}/gjor/order_payment", {"command_id": str(uuid4())}),
            by_program(site, case_id, second),
        )

        assert code in {"no_payment_waits", second.code}
        kinds = await site.stage.kinds(case_id)
        assert kinds.count("PaymentOrdered") == 1
        assert "PaymentAttested" not in kinds


async def test_of_two_attestors_at_once_one_attests(site: Service) -> None:
    lawful = SECONDS["a payment attested by whoever ordered it"]
    case_id = await case_at(site, lawful)
    case_no = await _case_no(site, case_id)
    tab = await site.browser(person(Role.ATTESTOR))
    program = site.person(Role.ATTESTOR, subject="another attestor")

    await asyncio.gather(
        tab.post(f"/saker/{case_no}/gjor/attest_payment", {"command_id": str(uuid4()), **lawful.typed}),
        program.post(f"/cases/{case_no}/commands/attest_payment", said(lawful.body)),
    )

    assert (await site.stage.kinds(case_id)).count("PaymentAttested") == 1


# --- a substitute, and roles that change on the way -------------------------------------------------------------------


async def test_who_stands_in_for_a_colleague_is_still_only_one_person(site: Service) -> None:
    """The case goes to the substitute, who recommends; with the leader's hat on the substitute does not approve."""
    case_id = await site.stage.submit()
    await site.stage.assess(case_id, 300_000)
    substitute = actor(Role.CASE_OFFICER, name="the substitute")
    await site.stage.do(case_id, substitute, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, LEADER, c.Assign(officer=substitute.subject))
    await site.stage.do(case_id, substitute, recommendation())
    second = replace(SECONDS["a recommendation approved by whoever made it"], hand=substitute.subject)

    codes = await asyncio.gather(*(attack(site, case_id, second) for attack in DOORS))
    first_officer = await site.stage.ask(case_id, actor(Role.LEADER, name=OFFICER.subject), c.Grant())

    assert set(codes) == {"approver_is_recommender"}
    assert first_officer.detail["code"] == "approver_is_officer", "who assessed it does not approve it either"


async def test_a_hat_changed_while_the_engine_is_away_changes_nothing(site: Service) -> None:
    """Recommended as an officer and approved as a leader while nothing is carried out: the second is refused later."""
    case_id = await site.stage.submit()
    await site.stage.assess(case_id, 300_000)
    away = Door(site.stage.database.engine, None)
    person_of_two_hats = actor(Role.LEADER, name=OFFICER.subject)
    recommended, granted = uuid4(), uuid4()
    for command_id, who, body in (
        (recommended, OFFICER, recommendation()),
        (granted, person_of_two_hats, c.Grant()),
    ):
        answer = await away.ask(case_id, command_id, who, body, real_now=site.house.now())
        assert answer.outcome == "received"

    for command_id in (recommended, granted):
        await site.stage.door.send(case_id, command_id)

    assert await code_of(site.stage.door, case_id, recommended) is None
    assert await code_of(site.stage.door, case_id, granted) == "approver_is_recommender"


OTHER = actor(Role.LEADER, name="another leader")
LEADERSHIP = WithdrawRole(office=OFFICE, subject=LEADER.subject, role=Role.LEADER)


async def _withdraw(site: Service) -> None:
    """Let another leader withdraw the leader's role."""
    await site.stage.register.change_access(site.stage.envelope(OTHER), LEADERSHIP)


async def test_a_role_withdrawn_after_the_page_was_opened_decides_nothing(site: Service) -> None:
    """Nor by a program, whose token has minutes left."""
    case_id = await _to_be_granted(site)
    case_no = await _case_no(site, case_id)
    opened, program = await site.browser(person(Role.LEADER)), site.person(Role.LEADER)
    assert (await opened.get(f"/saker/{case_no}/gjor/grant")).status_code == 200
    await _withdraw(site)

    await opened.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(uuid4())})
    told = await program.post(f"/cases/{case_no}/commands/grant")

    assert told.json()["code"] == "right_missing"
    assert "Granted" not in await site.stage.kinds(case_id)


async def test_a_role_withdrawn_after_a_command_was_received_decides_nothing(site: Service) -> None:
    """The engine is away when it comes; before it is carried out another leader withdraws the role."""
    case_id = await _to_be_granted(site)
    case_no, command_id = await _case_no(site, case_id), uuid4()
    program = site.person(Role.LEADER)
    with site.without_engine():
        received = await program.post(f"/cases/{case_no}/commands/grant", key=command_id)
    assert received.status_code == 202
    await _withdraw(site)

    await site.stage.door.send(case_id, command_id)

    assert await code_of(site.stage.door, case_id, command_id) == "role_withdrawn"
    assert "Granted" not in await site.stage.kinds(case_id)


async def test_a_role_that_is_withdrawn_while_it_decides_has_decided_wholly_or_not_at_all(
    site: Service,
) -> None:
    for _ in range(TIMES):
        case_id, command_id = await _to_be_granted(site), uuid4()
        case_no = await _case_no(site, case_id)
        tab, program = await site.browser(person(Role.LEADER)), site.person(Role.LEADER)

        await asyncio.gather(
            program.post(f"/cases/{case_no}/commands/grant", key=command_id),
            _withdraw(site),
            tab.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(uuid4())}),
        )

        granted = (await site.stage.kinds(case_id)).count("Granted")
        assert granted <= 1
        assert (await site.stage.case(case_id)).granted_ore == granted * 30_000_000
        back = GiveRoleBack(office=OFFICE, subject=LEADER.subject, role=Role.LEADER)
        await site.stage.register.change_access(site.stage.envelope(OTHER), back)


#: The form of a recommendation, filled in.
TYPED = {
    "grant": "yes",
    "amount_ore": "300 000",
    "difference_reason": "Rammen rekker ikke til alt",
    "terms.reporting": "none",
    "terms.audit": "none",
    "reason": "Godt prosjekt",
}
