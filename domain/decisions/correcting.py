"""What was noted wrongly is said anew, with a reason (DOMAIN §4.5; ADR 0019).

Only what was written is corrected here, never what it led to: no decision and no letter is changed, and each entry
stays in the trail with its correction after it. What a decision or a payment has been built on is set right by another
decision (forvaltningsloven § 35) or by a claim.
"""

from typing import TypeVar

from domain import commands as c
from domain import events as e
from domain.appeals import Appeal, AppealOutcome, AppealState
from domain.case import TERMINAL, Payment, PaymentState
from domain.claims import Claim
from domain.decisions.appealing import need_possible_ruling
from domain.decisions.context import Context
from domain.decisions.money_back import need_after_payment
from domain.decisions.payment import need_possible_payday
from domain.refusal import Refused
from domain.terms import ConditionBlocks

T = TypeVar("T")


def reopen_condition(ctx: Context[c.ReopenCondition]) -> list[e.Event]:
    """Note that a condition is not met after all, as long as nothing was granted or paid because it was (R26-17).

    Afterwards the note has had its effect: that is a reversal (T40), or a claim for a breach (T30).
    """
    case, name = ctx.case, ctx.body.condition
    if name not in case.conditions_met:
        raise Refused("condition_not_noted", "R26-17", condition=name)
    if case.open_payment is not None:
        raise Refused("payment_under_way", "T16", payment=case.open_payment.number)
    blocks = case.decision.terms.knowledge_environment if case.decision else None
    if case.paid_ore or blocks is ConditionBlocks.GRANT:
        raise Refused("condition_relied_on", "T40", condition=name, paid=case.paid_ore > 0)
    if case.stage in TERMINAL:
        raise ctx.not_now("R26-17")
    return [e.ConditionReopened(condition=name, reason=ctx.body.reason, by=ctx.by)]


def correct_disbursement(ctx: Context[c.CorrectDisbursement]) -> list[e.Event]:
    """Correct voucher and day of a payment: the accounts' own note, so theirs to correct; the amount is attested (T17)."""
    body = ctx.body
    payment = _paid(ctx)
    voucher, paid_on = _other(body.voucher, payment.voucher), _other(body.paid_on, payment.paid_on)
    _need_something(voucher, paid_on, rule="T17")
    if paid_on is not None:
        need_possible_payday(ctx, paid_on)
    if voucher is not None and ctx.facts.voucher_taken:
        raise Refused("voucher_taken", "T17", voucher=voucher)
    return [
        e.DisbursementCorrected(
            payment_no=payment.number, voucher=voucher, paid_on=paid_on, reason=body.reason, by=ctx.by
        )
    ]


def correct_repayment(ctx: Context[c.CorrectRepayment]) -> list[e.Event]:
    """Correct amount, day, voucher and posting of money that came in; that it settled the claim, or did not, stands (T33)."""
    body = ctx.body
    claim = ctx.case.claim(body.claim)
    if claim is None:
        raise Refused("no_such_claim", "T33", claim=body.claim)
    if body.receipt not in claim.vouchers:
        raise Refused("no_such_receipt", "T33", claim=claim.number, voucher=body.receipt)
    voucher, noted = _other(body.voucher, body.receipt), claim.sum_of(body.receipt)
    amount = _other(body.amount_ore, noted)
    _need_something(amount, body.received_on, voucher, body.posting, rule="T33")
    if amount is not None:
        _need_unsettled(claim, (noted or 0) - amount)
    if voucher in claim.vouchers:
        raise Refused("repayment_registered", "T33", voucher=voucher)
    if body.received_on is not None:
        need_after_payment(ctx, body.received_on)
    return [
        e.RepaymentCorrected(
            number=claim.number,
            receipt=body.receipt,
            amount_ore=amount,
            noted_ore=None if amount is None else noted,
            received_on=body.received_on,
            voucher=voucher,
            posting=body.posting,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def correct_overpayment(ctx: Context[c.CorrectOverpayment]) -> list[e.Event]:
    """Correct day and voucher of what went back; it is all that had come in beyond the claim, whatever its day (T33)."""
    body = ctx.body
    claim = ctx.case.claim(body.claim)
    if claim is None:
        raise Refused("no_such_claim", "T33", claim=body.claim)
    if body.returned not in claim.returns:
        raise Refused("no_such_return", "T33", claim=claim.number, voucher=body.returned)
    voucher = _other(body.voucher, body.returned)
    _need_something(body.returned_on, voucher, rule="T33")
    if voucher in claim.returns:
        raise Refused("return_registered", "T33", voucher=voucher)
    if body.returned_on is not None:
        need_after_payment(ctx, body.returned_on)
    return [
        e.OverpaymentCorrected(
            number=claim.number,
            returned=body.returned,
            returned_on=body.returned_on,
            voucher=voucher,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def correct_appeal_outcome(ctx: Context[c.CorrectAppealOutcome]) -> list[e.Event]:
    """Correct what was registered of the appeal body's answer; its outcome only until it was carried out (T39)."""
    body = ctx.body
    appeal = ctx.case.appeal(body.appeal)
    if appeal is None:
        raise Refused("no_such_appeal", "T39", appeal=body.appeal)
    if appeal.outcome is None:
        raise Refused("appeal_not_ready", "T39", appeal=appeal.number, state=appeal.state.value)
    outcome = _other(body.outcome, appeal.outcome)
    _need_something(outcome, body.decided_on, body.reference, rule="T39")
    if outcome is not None:
        _need_not_carried_out(ctx, appeal)
    if body.decided_on is not None:
        need_possible_ruling(ctx, appeal, body.decided_on)
    return [
        e.AppealOutcomeCorrected(
            number=appeal.number,
            outcome=outcome,
            decided_on=body.decided_on,
            reference=body.reference,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def correct_directorate_answer(ctx: Context[c.CorrectDirectorateAnswer]) -> list[e.Event]:
    """Correct what was registered of the directorate's answer, until the request for more time is answered (R26-34)."""
    asked, body = ctx.case.open_extension, ctx.body
    if asked is None or asked.allowed is None:
        raise ctx.not_now("R26-34")
    allowed, reference = _other(body.allowed, asked.allowed), _other(body.reference, asked.reference)
    _need_something(allowed, reference, rule="R26-34")
    return [
        e.DirectorateAnswerCorrected(
            number=asked.number, allowed=allowed, reference=reference, reason=body.reason, by=ctx.by
        )
    ]


def _other(said: T | None, noted: T | None) -> T | None:
    """Return what is said, where it is another than what is noted."""
    return None if said == noted else said


def _need_something(*said: object, rule: str) -> None:
    if all(one is None for one in said):
        raise Refused("nothing_corrected", rule)


def _need_unsettled(claim: Claim, less_ore: int) -> None:
    """Refuse another amount where the claim was settled by the one that was noted, or would be by the right one."""
    if not claim.outstanding_ore or claim.outstanding_ore + less_ore <= 0:
        raise Refused("repayment_settles", "T33", claim=claim.number)


def _paid(ctx: Context[c.CorrectDisbursement]) -> Payment:
    number = ctx.body.payment
    paid = (one for one in ctx.case.payments if one.state is PaymentState.PAID and one.number == number)
    payment = next(paid, None)
    if payment is None:
        raise Refused("no_such_payment", "T17", payment=number)
    return payment


def _need_not_carried_out(ctx: Context[c.CorrectAppealOutcome], appeal: Appeal) -> None:
    """Refuse another outcome where something was made of the one that was registered, or waits to be.

    Raises:
        Refused: ``appeal_carried_out``, ``reversal_waits`` or ``appeal_open``.
    """
    stood = appeal.outcome is AppealOutcome.UPHELD
    if appeal.state is AppealState.CONCLUDED and not stood:
        raise Refused("appeal_carried_out", "T39", appeal=appeal.number)
    if ctx.case.reversal is not None:
        raise Refused("reversal_waits", "T40")
    newer = ctx.case.open_appeal(appeal.claim)
    if newer is not None and newer is not appeal:
        raise Refused("appeal_open", "T36", appeal=newer.number)
