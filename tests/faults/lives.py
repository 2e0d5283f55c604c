"""What people do in a case, written down beforehand, so that a test knows where each case must end."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import asyncpg
from sqlalchemy.exc import SQLAlchemyError

from activities.door import Answer, Door
from domain import commands as c
from domain.actors import Actor
from domain.application import Application
from domain.money import kroner
from tests.domain.applications import ORG_HAMAR, learning
from tests.stage import ACCOUNTANT, ATTESTOR, CRITERIA, LEADER, NO_DUTY, OFFICER, SIGNATORY

#: What a client meets while PostgreSQL is away or comes back: it cannot know whether it was heard, and asks again.
UNHEARD: Final = (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)

AMOUNT_KR: Final = 90_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command, and what must come of it: ``done``, or the code of a refusal."""

    who: Actor
    body: c.Body
    command_id: UUID
    outcome: str = "done"


@dataclass(slots=True, kw_only=True)
class Life:
    """One case: what is done in it, in order, and the stage in which that leaves it."""

    case_id: UUID
    acts: list[Act]
    ends: str
    answers: dict[UUID, Answer] = field(default_factory=dict)


def new_life(chance: random.Random, number: int, round_id: str) -> Life:
    """Return the life of case *number*: most are paid, some are withdrawn or rejected, some meet refusals."""
    application = Application.model_validate(learning())
    wishes: list[tuple[Actor, c.Body, str]] = [
        (SIGNATORY, c.Submit(round_id=round_id, application=application), "done"),
        (OFFICER, c.DeclareImpartiality(impartial=True), "done"),
        (OFFICER, c.Assign(officer=OFFICER.subject), "done"),
        (OFFICER, assessment(), "done"),
    ]
    shape = ("paid", "paid", "rejected", "withdrawn")[number % 4]
    if shape == "withdrawn":
        wishes += [
            (SIGNATORY, c.Withdraw(), "done"),
            (OFFICER, _recommendation(grant=True), "not_possible_now"),
        ]
    else:
        wishes += [
            (OFFICER, _recommendation(grant=shape == "paid"), "done"),
            (OFFICER, c.Grant(), "role_not_allowed"),
            (LEADER, c.DeclareImpartiality(impartial=True), "done"),
        ]
    if shape == "rejected":
        wishes += [(LEADER, _reject(), "done"), (LEADER, c.Grant(), "not_possible_now")]
    if shape == "paid":
        wishes += _payment(number)
    ends = {"paid": "disbursed"}.get(shape, shape)
    return Life(case_id=_uuid(chance), acts=[_act(chance, *wish) for wish in wishes], ends=ends)


async def insist(door: Door, life: Life, act: Act, chance: random.Random) -> Answer:
    """Send *act* until it is answered, now and then twice at once, as a nervous browser would."""
    while True:
        twice = chance.random() < 0.2
        sent = [_ask(door, life, act) for _ in range(2 if twice else 1)]
        for answer in await asyncio.gather(*sent):
            if answer is not None and answer.outcome != "received":
                return answer
        await asyncio.sleep(chance.uniform(0.05, 0.3))


async def _ask(door: Door, life: Life, act: Act) -> Answer | None:
    try:
        return await door.ask(life.case_id, act.command_id, act.who, act.body, real_now=datetime.now(UTC))
    except UNHEARD:
        return None


def _act(chance: random.Random, who: Actor, body: c.Body, outcome: str) -> Act:
    return Act(who=who, body=body, command_id=_uuid(chance), outcome=outcome)


def _uuid(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def assessment(amount_kr: int = AMOUNT_KR) -> c.Assess:
    """Return an assessment that answers everything."""
    answers: Sequence[dict[str, Any]] = [{"criterion": key, "met": True, "reason": "Ja"} for key in CRITERIA]
    return c.Assess.model_validate(
        {
            "answers": answers,
            "knowledge_environment_needed": False,
            "knowledge_environment_reason": "Nettverket har kompetansen selv",
            "proposed_ore": kroner(amount_kr),
        }
    )


def _recommendation(*, grant: bool) -> c.Recommend:
    return c.Recommend.model_validate(
        {
            "grant": grant,
            "amount_ore": kroner(AMOUNT_KR) if grant else 0,
            "terms": NO_DUTY,
            "difference_reason": "Rammen rekker ikke til alt",
            "reason": "Godt prosjekt" if grant else "Andre går foran",
            "rejection_ground": None if grant else "criteria",
        }
    )


def _reject() -> c.Reject:
    return c.Reject.model_validate({"reason": "Andre går foran"})


def _payment(number: int) -> list[tuple[Actor, c.Body, str]]:
    paid = c.RegisterDisbursement.model_validate(
        {
            "amount_ore": kroner(AMOUNT_KR),
            "org_number": ORG_HAMAR,
            "voucher": f"V-{number}",
            "paid_on": "2026-03-01",
        }
    )
    return [
        (LEADER, c.Grant(), "done"),
        (SIGNATORY, c.ConfirmAccount.model_validate({"account": "12345678903"}), "done"),
        (LEADER, c.OrderPayment(), "done"),
        (LEADER, _attested(), "role_not_allowed"),
        (ATTESTOR, _attested(), "done"),
        (ACCOUNTANT, paid, "done"),
    ]


def _attested() -> c.AttestPayment:
    return c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True)
