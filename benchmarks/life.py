"""One whole life of a grant case: what each person says, from the application to the closed case."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final
from uuid import uuid4

from activities.register import Envelope, Register
from domain import commands as c
from domain.actors import Actor, Role
from domain.application import Application
from domain.mandates import Frame, SetMandate
from domain.money import kroner
from domain.rounds import OpenRound, RoundCriterion
from domain.ruleset import Strand
from domain.terms import Terms

OFFICE: Final = "SFIN"
YEAR: Final = 2026

#: The day on which the lives are lived (case time); the round is open.
LIVED_AT: Final = datetime(2026, 4, 15, 9, 0, tzinfo=UTC)

_OPENS_AT: Final = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
_CLOSES_AT: Final = datetime(2026, 6, 1, 22, 0, tzinfo=UTC)
_GRANTED: Final = kroner(400_000)
_FRAME: Final = kroner(9_000_000_000)
_CRITERIA: Final = ("purpose", "good_for_all_members", "participation_and_diversity")
_APPLICATION: Final = Path(__file__).parents[1] / "examples" / "application-2026-hedmarken.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one person says in a case."""

    who: Actor
    body: c.Body


@cache
def application() -> Application:
    """Return one of the examples: a learning network of four municipalities."""
    return Application.model_validate(json.loads(_APPLICATION.read_text(encoding="utf-8")))


def office(role: Role) -> Actor:
    """Return the one person at the office who has *role*."""
    return Actor(subject=f"{role.value}@{OFFICE}", role=role, unit=OFFICE)


def signatory() -> Actor:
    """Return the person who signs for the host municipality."""
    host = application().host
    return Actor(subject=f"signatory@{host}", role=Role.APPLICANT_SIGNATORY, unit=host)


def paid_life(round_id: str, voucher: str, on: date) -> Iterator[Said]:
    """Give what is said from the application until the money is paid: eleven commands.

    Args:
        round_id: The round that is applied to.
        voucher: The number of the payment's voucher; each is used once.
        on: The day of the payment.
    """
    officer, leader = office(Role.CASE_OFFICER), office(Role.LEADER)
    yield Said(who=signatory(), body=c.Submit(round_id=round_id, application=application()))
    yield Said(who=officer, body=c.DeclareImpartiality(impartial=True))
    yield Said(who=officer, body=c.Assign(officer=officer.subject))
    yield Said(who=officer, body=_assessed())
    yield Said(who=officer, body=_recommended())
    yield Said(who=leader, body=c.DeclareImpartiality(impartial=True))
    yield Said(who=leader, body=c.Grant())
    yield Said(who=signatory(), body=c.ConfirmAccount.model_validate({"account": "12345678903"}))
    yield Said(who=leader, body=c.OrderPayment())
    yield Said(who=office(Role.ATTESTOR), body=_attested())
    yield Said(who=office(Role.ACCOUNTANT), body=_paid(voucher, on))


def whole_life(round_id: str, voucher: str, on: date) -> list[Said]:
    """Return everything said in a life: granted, paid, ended early with nothing left, closed. No clock is waited for."""
    ended = {"end_day": on.isoformat(), "reason": "Prosjektet er gjennomført"}
    return [
        *paid_life(round_id, voucher, on),
        Said(who=signatory(), body=c.EndEarly.model_validate(ended)),
        Said(who=signatory(), body=c.AnswerUse(unspent_ore=0)),
        Said(who=office(Role.CASE_OFFICER), body=c.Close()),
    ]


async def open_round(register: Register, real_now: datetime) -> str:
    """Register a frame that is never empty and announce the round; return the round's id."""
    leader = office(Role.LEADER)
    frame = Frame(pot="learning", amount_ore=_FRAME)
    mandate = SetMandate(office=OFFICE, grant_year=YEAR, reference="26/1", frames=(frame,))
    await register.set_mandate(Envelope(command_id=uuid4(), actor=leader, real_now=real_now), mandate)
    announced = OpenRound(
        office=OFFICE,
        grant_year=YEAR,
        strand=Strand.LEARNING,
        rule_set="2026-bufdir",
        title="Læringsnettverk 2026",
        form_version="2026-1",
        criteria=tuple(RoundCriterion(key=key, nb="Kriterium", nn="Kriterium") for key in _CRITERIA),
        opens_at=_OPENS_AT,
        closes_at=_CLOSES_AT,
    )
    answer = await register.open_round(
        Envelope(command_id=uuid4(), actor=leader, real_now=real_now), announced
    )
    return str(answer["round_id"])


def shift_to(instant: datetime, real_now: datetime) -> int:
    """Return the clock shift, in microseconds, with which case time is *instant* at *real_now*."""
    return (instant - real_now) // timedelta(microseconds=1)


def _assessed() -> c.Assess:
    answers = [
        {"criterion": key, "met": True, "reason": "Prosjektet svarer på formålet"} for key in _CRITERIA
    ]
    return c.Assess.model_validate(
        {
            "answers": answers,
            "knowledge_environment_needed": False,
            "knowledge_environment_reason": "Nettverket har kompetansen selv",
            "proposed_ore": _GRANTED,
        }
    )


def _recommended() -> c.Recommend:
    terms = Terms.model_validate({"reporting": "none", "audit": "none"})
    said = {
        "grant": True,
        "amount_ore": _GRANTED,
        "difference_reason": "Rammen rekker ikke til mer",
        "terms": terms,
        "reason": "Godt prosjekt",
    }
    return c.Recommend.model_validate(said)


def _attested() -> c.AttestPayment:
    return c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True)


def _paid(voucher: str, on: date) -> c.RegisterDisbursement:
    return c.RegisterDisbursement(
        amount_ore=_GRANTED, org_number=application().host, voucher=voucher, paid_on=on
    )
