"""Second hands that must be another person's than the first, and every door that they may try."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

from activities.door import Door
from domain import commands as c
from domain.actors import Actor, Role
from tests.api.conftest import Service
from tests.stage import LEADER, OFFICER, SIGNATORY, Stage, actor
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

#: Sends the second hand's command; returns the code of the refusal, None where it was done.
Attack = Callable[[Service, UUID, Second], Awaitable[str | None]]


async def by_page(site: Service, case_id: UUID, second: Second) -> str | None:
    """Post the form straight, as a second tab with the other hat would, whatever the page offers."""
    browser = await site.browser(person(second.role), subject=second.hand)
    command_id = uuid4()
    case_no = (await site.stage.case(case_id)).case_no
    content = {"command_id": str(command_id), **second.typed}
    await browser.post(f"/saker/{case_no}/gjor/{second.command}", content)
    return await code_of(site.stage.door, case_id, command_id)


async def by_program(site: Service, case_id: UUID, second: Second) -> str | None:
    """Send it through the API, with the token of the same person's other hat."""
    program = site.person(second.role, subject=second.hand)
    command_id = uuid4()
    case_no = (await site.stage.case(case_id)).case_no
    await program.post(f"/cases/{case_no}/commands/{second.command}", said(second.body), command_id)
    return await code_of(site.stage.door, case_id, command_id)


async def by_door(site: Service, case_id: UUID, second: Second) -> str | None:
    """Come past the pages, as the command line does."""
    answer = await site.stage.ask(case_id, second.who, second.body)
    return str(answer.detail["code"]) if answer.outcome == "refused" else None


def said(body: c.Body) -> dict[str, Any]:
    """Return what a program sends of *body*: its kind stands in the address."""
    return body.model_dump(mode="json", exclude={"kind"})


async def code_of(door: Door, case_id: UUID, command_id: UUID) -> str | None:
    """Return why a command was refused; None where it was done."""
    answer = await door.answer(case_id, command_id)
    return str(answer.detail["code"]) if answer.outcome == "refused" else None


async def case_at(site: Service, second: Second) -> UUID:
    """Return a case that has come as far as where *second* could be done."""
    case_id = await site.stage.submit()
    await second.until(site.stage, case_id)
    return case_id


#: Every way in.
DOORS: Final[tuple[Attack, ...]] = (by_page, by_program, by_door)


def recommendation() -> c.Body:
    """Return what an officer recommends."""
    told: dict[str, Any] = {
        "kind": "recommend",
        "grant": True,
        "amount_ore": 30_000_000,
        "difference_reason": "Rammen rekker ikke til alt",
        "terms": {"reporting": "none", "audit": "none"},
        "reason": "Godt prosjekt",
    }
    return c.parse_body(told)
