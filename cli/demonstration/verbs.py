"""Short names for what people do, and for the stretches of road that most cases go. Amounts in whole kroner."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from cli.demonstration.language import (
    ACCOUNTANT,
    ATTESTOR,
    AUDITOR,
    HOST,
    LEADER,
    OFFICER,
    Act,
    Call,
    Life,
    Refusal,
    on,
    refused,
)
from domain import commands as c
from domain.application import Application
from domain.lifecycle import Stage
from domain.money import kroner
from domain.private import Private
from domain.ruleset import Strand
from domain.terms import Terms

#: The stages up to the leader's table, and up to the money.
TO_APPROVAL: Final = (Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.ASSESSED, Stage.AWAITING_APPROVAL)
TO_MONEY: Final = (*TO_APPROVAL, Stage.GRANTED, Stage.PAYMENT_ORDERED, Stage.DISBURSED)
#: The same, with the recommendation sent back once.
AT_SECOND_TRY: Final = (*TO_APPROVAL, *TO_MONEY[2:])

NO_DUTY: Final = Terms.model_validate({"reporting": "none", "audit": "none"})


#: Neither, where the rules are silent: a person chooses, and writes why.
CHOSEN: Final = Terms.model_validate(
    NO_DUTY.model_dump()
    | {
        "reporting_reason": "Reglene for året er ikke kjent; embetets brev krevde ikke rapport.",
        "audit_reason": "Som for rapporten.",
    }
)


def duties(year: int, **changes: Any) -> Terms:
    """Return a letter that asks for a report in April after the grant year, and for audited accounts in June."""
    return Terms.model_validate(
        {
            "reporting": "required",
            "report_last_day": date(year + 1, 4, 1),
            "final_report_last_day": date(year + 2, 4, 1),
            "audit": "required",
            "audit_last_day": date(year + 1, 6, 1),
        }
        | changes
    )


# --- single acts ----------------------------------------------------------------------------------------------------


def hand_in(form: Application, *, by_hand: bool = False) -> c.Body:
    """Hand in an application; its round is filled in when the round has an id."""
    return c.Submit(round_id="", application=form, by_hand=by_hand)


def not_acceptable(*findings: str) -> Refusal:
    """Return that a form is refused for exactly *findings*, each as ``code|rule|field``."""
    return refused("application_not_acceptable", findings=list(findings))


def impartial() -> c.Body:
    """Declare to be impartial in the case."""
    return c.DeclareImpartiality(impartial=True)


def assess(call: Call, kr: int, *, met: bool = True) -> c.Body:
    """Answer every criterion, and what the strand's rules ask beside them."""
    answer: dict[str, Any] = {"met": met, "reason": "Godt begrunnet." if met else "Begrunnelsen er for tynn."}
    leader = call.round.strand is Strand.LEADER
    own: dict[str, Any] = (
        {"leader_effect": True, "leader_effect_reason": "Faste møter om ledelse i alle kommunene."}
        if leader
        else {
            "knowledge_environment_needed": False,
            "knowledge_environment_reason": "Avtalen som finnes, dekker behovet.",
        }
    )
    return c.Assess.model_validate(
        {"answers": [{"criterion": key} | answer for key in call.criteria], "proposed_ore": kroner(kr)} | own
    )


def recommend(kr: int, terms: Terms) -> c.Body:
    """Recommend a grant on *terms*."""
    text = Private(text="Treffer formålet og er gjennomførbart.")
    # It stands in the letter where the amount is another than was applied for.
    cut = Private(text="Rammen rekker ikke til hele beløpet.")
    return c.Recommend(grant=True, amount_ore=kroner(kr), difference_reason=cut, terms=terms, reason=text)


def send_back(comment: str) -> c.Body:
    """Send a recommendation back to the case officer."""
    return c.SendBack(comment=Private(text=comment))


def used(*, unspent_kr: int = 0) -> c.Body:
    """Answer the one question: how much is left."""
    return c.AnswerUse(unspent_ore=kroner(unspent_kr))


def report(duty: str, *, spent_kr: int, unused_kr: int = 0, until: str, final: bool = True) -> c.Body:
    """Deliver the report of one year."""
    return c.DeliverReport(
        duty=duty,
        spent_ore=kroner(spent_kr),
        unused_ore=kroner(unused_kr),
        final=final,
        spent_until=date.fromisoformat(until),
        text=Private(text="Tiltakene er gjennomført som planlagt."),
    )


def statement(duty: str, kr: int, *, signed: str) -> c.Body:
    """Deliver the auditor's statement."""
    who = Private(text="Kommunerevisjonen")
    return c.DeliverAudit(duty=duty, amount_ore=kroner(kr), auditor=who, signed_on=date.fromisoformat(signed))


def propose(kr: int, ground: str, reason: str) -> c.Body:
    """Propose to claim money back."""
    return c.ProposeClaim.model_validate({"ground": ground, "amount_ore": kroner(kr), "reason": reason})


def repay(claim: int, kr: int, *, voucher: str, received: str) -> c.Body:
    """Register money that came back."""
    return c.RegisterRepayment(
        claim=claim, amount_ore=kroner(kr), voucher=voucher, received_on=date.fromisoformat(received)
    )


# --- stretches of road ----------------------------------------------------------------------------------------------


def received(call: Call, form: Application, applied: str) -> tuple[Act, ...]:
    """The municipality applies (``2026-04-13 09:20``), and a case officer takes the case."""
    day, hour = applied.split()
    return (
        *on(day, HOST, hand_in(form), hour=hour),
        *on(call.days.assign, OFFICER, impartial(), take(call)),
    )


def recommended(call: Call, kr: int, terms: Terms) -> tuple[Act, ...]:
    """The case officer assesses and recommends."""
    return (
        *on(call.days.assess, OFFICER, assess(call, kr)),
        *on(call.days.recommend, OFFICER, recommend(kr, terms)),
    )


def approved(call: Call) -> tuple[Act, ...]:
    """The leader approves."""
    return on(call.days.decide, LEADER, impartial(), c.Grant())


def paid(call: Call, form: Application, kr: int, *, voucher: str) -> tuple[Act, ...]:
    """The account is confirmed, the payment ordered by one hand and attested by another, the voucher registered."""
    days = call.days
    account = form.account
    assert account is not None  # noqa: S101 - every form here has one
    controls = c.AttestPayment(legal_ground=True, budget_cover=True, soundness=True, recipient=True)
    disbursed = c.RegisterDisbursement(
        amount_ore=kroner(kr),
        org_number=form.host,
        voucher=voucher,
        paid_on=date.fromisoformat(days.pay),
    )
    return (
        *on(days.confirm, HOST, c.ConfirmAccount(account=account)),
        *on(days.order, LEADER, c.OrderPayment()),
        *on(days.order, ATTESTOR, controls, hour="13:00"),
        *on(days.pay, ACCOUNTANT, disbursed),
    )


def granted_and_paid(
    call: Call, form: Application, kr: int, terms: Terms, *, applied: str, voucher: str
) -> tuple[Act, ...]:
    """The straight road from application to money."""
    return (
        *received(call, form, applied),
        *recommended(call, kr, terms),
        *approved(call),
        *paid(call, form, kr, voucher=voucher),
    )


def reported(
    duty: str, *, delivered: str, approved_on: str, spent_kr: int, until: str, **more: Any
) -> tuple[Act, ...]:
    """A report is delivered, read by a second reader and approved."""
    return (
        *on(delivered, HOST, report(duty, spent_kr=spent_kr, until=until, **more)),
        *on(approved_on, LEADER, c.SecondReport(duty=duty)),
        *on(approved_on, OFFICER, c.ApproveReport(duty=duty), hour="13:00"),
    )


def audited(duty: str, kr: int, *, delivered: str, accepted: str) -> tuple[Act, ...]:
    """An auditor's statement is delivered and accepted."""
    return (
        *on(delivered, AUDITOR, statement(duty, kr, signed=delivered)),
        *on(
            accepted, OFFICER, c.AcceptAudit(duty=duty, names_grant=True, names_period=True, own_auditor=True)
        ),
    )


def claimed(kr: int, *, proposed: str, decided: str, invoiced: str, due: str, kid: str) -> tuple[Act, ...]:
    """Unspent money is claimed: proposed by one hand, decided by another, invoiced."""
    return (
        *on(proposed, OFFICER, propose(kr, "unused", "Oppgitt som ubrukt.")),
        *on(decided, LEADER, c.DecideClaim(claim=1, due_day=date.fromisoformat(due))),
        *on(invoiced, ACCOUNTANT, c.InvoiceClaim(claim=1, kid=kid)),
    )


def closed(day: str) -> tuple[Act, ...]:
    """The case officer closes a case that owes nothing."""
    return on(day, OFFICER, c.Close())


def life(
    key: str,
    title: str,
    call: Call,
    form: Application,
    *stretches: tuple[Act, ...],
    path: tuple[Stage, ...],
    granted_kr: int = 0,
    leaves: tuple[str, ...] = (),
    letters: tuple[str, ...] = (),
    shows: tuple[str, ...] = (),
) -> Life:
    """Return a life made of *stretches*; see `Life` for the rest."""
    acts = (act for stretch in stretches for act in stretch)
    return Life(
        key=key,
        title=title,
        call=call,
        form=form,
        acts=tuple(replace(act, step=step) for step, act in enumerate(acts, 1)),
        path=path,
        granted_kr=granted_kr,
        leaves=leaves,
        letters=letters,
        shows=shows,
    )


def take(call: Call) -> c.Body:
    """Give the case to the office's officer."""
    return c.Assign(officer=f"{OFFICER.value}@{call.round.office}")
