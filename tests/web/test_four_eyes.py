"""Four eyes, attacked from every door: another hat, another tab, both at once, and while the engine is away."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import pytest

from activities.door import Door
from domain import commands as c
from domain.actors import Actor, Role
from domain.codec import case_of
from storage import queries
from tests.stage import LEADER, OFFICER, SIGNATORY, Stage, actor
from tests.web.conftest import Site
from tests.web.people import person

CONTROLS: Final = {"legal_ground": "yes", "budget_cover": "yes", "soundness": "yes", "recipient": "yes"}


@dataclass(frozen=True, kw_only=True)
class Second:
    """A second hand that must be another person's than the first.

    Args:
        command: What is attempted.
        role: The hat that is put on for it.
        hand: Whose hand it is: the person who has acted before.
        code: Why it is refused.
        until: Brings a submitted case to where it could be done.
        typed: The fields of the form.
    """

    command: str
    role: Role
    hand: str
    code: str
    until: Callable[[Stage, UUID], Awaitable[None]]
    typed: dict[str, str]

    @property
    def who(self) -> Actor:
        return actor(self.role, name=self.hand)

    @property
    def body(self) -> c.Body:
        given = {name: value == "yes" for name, value in self.typed.items()}
        return c.parse_body({"kind": self.command, **given})


async def _recommended(stage: Stage, case_id: UUID) -> None:
    await stage.recommend(case_id, 300_000)


async def _account_confirmed(stage: Stage, case_id: UUID) -> None:
    await stage.grant(case_id, 300_000)
    await stage.do(case_id, SIGNATORY, c.ConfirmAccount.model_validate({"account": "12345678903"}))


async def _ordered(stage: Stage, case_id: UUID) -> None:
    """Granted by one leader, and the payment ordered by another."""
    await _account_confirmed(stage, case_id)
    other = actor(Role.LEADER, name="another leader")
    await stage.do(case_id, other, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, other, c.OrderPayment())


SECONDS: Final = {
    "a recommendation approved by whoever made it": Second(
        command="grant",
        role=Role.LEADER,
        hand=OFFICER.subject,
        code="approver_is_recommender",
        until=_recommended,
        typed={},
    ),
    "a payment ordered by whoever recommended it": Second(
        command="order_payment",
        role=Role.LEADER,
        hand=OFFICER.subject,
        code="orderer_is_recommender",
        until=_account_confirmed,
        typed={},
    ),
    "a payment attested by whoever ordered it": Second(
        command="attest_payment",
        role=Role.ATTESTOR,
        hand="another leader",
        code="attestor_is_orderer",
        until=_ordered,
        typed=CONTROLS,
    ),
    "a payment attested by whoever approved it": Second(
        command="attest_payment",
        role=Role.ATTESTOR,
        hand=LEADER.subject,
        code="attestor_is_approver",
        until=_ordered,
        typed=CONTROLS,
    ),
    "a payment attested by whoever recommended it": Second(
        command="attest_payment",
        role=Role.ATTESTOR,
        hand=OFFICER.subject,
        code="attestor_is_recommender",
        until=_ordered,
        typed=CONTROLS,
    ),
}

EVERY_SECOND = pytest.mark.parametrize("second", SECONDS.values(), ids=SECONDS.keys())

#: Sends the second hand's command; returns the code of the refusal, None where it was done.
Attack = Callable[[Site, UUID, Second], Awaitable[str | None]]


async def by_page(site: Site, case_id: UUID, second: Second) -> str | None:
    """Post the form straight, as a second tab with the other hat would, whatever the page offers."""
    browser = await site.browser(person(second.role), subject=second.hand)
    command_id = uuid4()
    case_no = (await site.stage.case(case_id)).case_no
    content = {"command_id": str(command_id), **second.typed}
    await browser.post(f"/saker/{case_no}/gjor/{second.command}", content)
    return await _code(site.stage.door, case_id, command_id)


async def by_door(site: Site, case_id: UUID, second: Second) -> str | None:
    """Come past the pages, as the command line does."""
    answer = await site.stage.ask(case_id, second.who, second.body)
    return str(answer.detail["code"]) if answer.outcome == "refused" else None


DOORS = pytest.mark.parametrize("attack", [by_page, by_door])


async def _code(door: Door, case_id: UUID, command_id: UUID) -> str | None:
    answer = await door.answer(case_id, command_id)
    return str(answer.detail["code"]) if answer.outcome == "refused" else None


async def _at(site: Site, second: Second) -> UUID:
    case_id = await site.stage.submit()
    await second.until(site.stage, case_id)
    return case_id


@DOORS
@EVERY_SECOND
async def test_the_same_person_under_another_hat_is_refused(
    site: Site, second: Second, attack: Attack
) -> None:
    case_id = await _at(site, second)
    before = await site.stage.kinds(case_id)

    assert await attack(site, case_id, second) == second.code
    assert await site.stage.kinds(case_id) == before


async def test_from_both_doors_at_once_neither_lets_through(site: Site) -> None:
    second = SECONDS["a recommendation approved by whoever made it"]
    case_id = await _at(site, second)

    codes = await asyncio.gather(*(attack(site, case_id, second) for attack in (by_page, by_door) * 3))

    assert set(codes) == {second.code}


async def test_two_tabs_that_approve_at_once_grant_once(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 300_000)
    await site.stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    case_no = (await site.stage.case(case_id)).case_no
    tabs = [await site.browser(person(Role.LEADER)) for _ in range(4)]

    await asyncio.gather(
        *(tab.post(f"/saker/{case_no}/gjor/grant", {"command_id": str(uuid4())}) for tab in tabs)
    )

    assert (await site.stage.kinds(case_id)).count("Granted") == 1


async def test_a_hat_changed_while_the_engine_is_away_changes_nothing(site: Site) -> None:
    """Recommended as an officer and approved as a leader while nothing is carried out: the second is refused later."""
    case_id = await site.stage.submit()
    await site.stage.assess(case_id, 300_000)
    away = Door(site.stage.database.engine, None)
    person_of_two_hats = actor(Role.LEADER, name=OFFICER.subject)
    recommended, granted = uuid4(), uuid4()
    for command_id, who, body in (
        (recommended, OFFICER, _recommendation()),
        (granted, person_of_two_hats, c.Grant()),
    ):
        answer = await away.ask(case_id, command_id, who, body, real_now=site.house.now())
        assert answer.outcome == "received"

    for command_id in (recommended, granted):
        await site.stage.door.send(case_id, command_id)

    assert await _code(site.stage.door, case_id, recommended) is None
    assert await _code(site.stage.door, case_id, granted) == "approver_is_recommender"


async def test_who_stands_in_for_a_colleague_is_still_only_one_person(site: Site) -> None:
    """The case goes to the substitute, who recommends; with the leader's hat on the substitute does not approve."""
    case_id = await site.stage.submit()
    await site.stage.assess(case_id, 300_000)
    substitute = actor(Role.CASE_OFFICER, name="the substitute")
    await site.stage.do(case_id, substitute, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, LEADER, c.Assign(officer=substitute.subject))
    await site.stage.do(case_id, substitute, _recommendation())
    second = Second(
        command="grant", role=Role.LEADER, hand=substitute.subject, code="", until=_recommended, typed={}
    )

    codes = [await attack(site, case_id, second) for attack in (by_page, by_door)]
    first_officer = await site.stage.ask(case_id, actor(Role.LEADER, name=OFFICER.subject), c.Grant())

    assert set(codes) == {"approver_is_recommender"}
    assert first_officer.detail["code"] == "approver_is_officer", "who assessed it does not approve it either"


async def test_a_role_withdrawn_after_the_page_was_opened_decides_nothing(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 300_000)
    await site.stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    opened = await site.browser(person(Role.LEADER))
    other = await site.browser(person(Role.LEADER), subject="another leader")
    asked = {"gjor": "withdraw_role", "hvem": LEADER.subject, "rolle": "leader", "command_id": str(uuid4())}
    assert (await other.post("/kolleger/tilgang", asked)).status_code == 303

    async with site.stage.database.engine.connect() as conn:
        head = await queries.case_by(conn, case_id)
    assert head is not None
    await opened.post(f"/saker/{case_of(head.state).case_no}/gjor/grant", {"command_id": str(uuid4())})

    assert "Granted" not in await site.stage.kinds(case_id)


def _recommendation() -> c.Body:
    said: dict[str, Any] = {
        "kind": "recommend",
        "grant": True,
        "amount_ore": 30_000_000,
        "difference_reason": "Rammen rekker ikke til alt",
        "terms": {"reporting": "none", "audit": "none"},
        "reason": "Godt prosjekt",
    }
    return c.parse_body(said)
