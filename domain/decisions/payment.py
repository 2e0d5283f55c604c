"""Money out: account, conditions, two hands, voucher (T16–T18, L-05, L-06)."""

from datetime import date
from typing import Final

from domain import commands as c
from domain import events as e
from domain.actors import Role
from domain.authority import check_impartial, check_other_hand
from domain.case import Decision, Payment, PaymentState
from domain.decisions.context import Context
from domain.instants import end_of_day, local_day
from domain.lifecycle import Move, Stage
from domain.refusal import Refused


def accept_terms(ctx: Context[c.AcceptTerms]) -> list[e.Event]:
    """Accept the terms of the letter; too late is better than never, and nothing lapses by itself (T15)."""
    decision, last_day = ctx.case.decision, ctx.case.acceptance_last_day
    if decision is None or last_day is None or not ctx.case.awaits_acceptance:
        raise ctx.not_now("T15")
    in_time = ctx.now < end_of_day(last_day)
    return [e.TermsAccepted(decision_no=decision.number, in_time=in_time, by=ctx.by)]


def deliver_budget(ctx: Context[c.DeliverBudget]) -> list[e.Event]:
    """Take the budget of what was granted; nothing waits for it but a reminder, and too late is better than never (T13)."""
    last_day = ctx.case.budget_last_day
    if last_day is None or not ctx.case.awaits_budget:
        raise ctx.not_now("T13")
    in_time = ctx.now < end_of_day(last_day)
    return [e.BudgetDelivered(text=ctx.body.text, in_time=in_time, received_at=ctx.now, by=ctx.by)]


def confirm_account(ctx: Context[c.ConfirmAccount]) -> list[e.Event]:
    """Confirm the account before an order is made (T16, E36)."""
    if ctx.case.stage is not Stage.GRANTED or ctx.case.open_payment is not None:
        raise ctx.not_now("T16")
    return [e.AccountConfirmed(account=ctx.body.account, by=ctx.by)]


def meet_condition(ctx: Context[c.MeetCondition]) -> list[e.Event]:
    """Note that a condition is met, such as the knowledge environment of R26-17."""
    open_names = [name for name, _blocks in ctx.case.open_conditions]
    if ctx.body.condition not in open_names:
        raise Refused("no_such_condition", "R26-17", condition=ctx.body.condition, open=open_names)
    return [e.ConditionMet(condition=ctx.body.condition, note=ctx.body.note, by=ctx.by)]


def allow_late_payment(ctx: Context[c.AllowLatePayment]) -> list[e.Event]:
    """Register that the directorate lets the grant be paid after its year; else it is annulled (E37, T40)."""
    if not ctx.case.is_lapsed:
        raise ctx.not_now("E37")
    if ctx.case.reversal is not None:
        raise Refused("reversal_waits", "T40")
    return [e.LatePaymentAllowed(reference=ctx.body.reference, by=ctx.by)]


def order_payment(ctx: Context[c.OrderPayment]) -> list[e.Event]:
    """Order the payment under budget authority: the first of two hands (T16)."""
    ctx.need(Move.ORDER_PAYMENT, "T16")
    check_impartial(ctx.case, ctx.actor, declared=True)
    decision = _decision(ctx)
    if ctx.case.open_payment is not None:
        raise Refused("payment_under_way", "T16", payment=ctx.case.open_payment.number)
    _need_authority(ctx)
    _need_no_dispute(ctx)
    if ctx.case.open_conditions:
        raise Refused("condition_not_met", "R26-17", condition=ctx.case.open_conditions[0][0])
    if ctx.case.awaits_acceptance:
        raise Refused("terms_not_accepted", "T15")
    if not ctx.case.account_confirmed:
        raise Refused("account_not_confirmed", "E36")
    check_other_hand(ctx.actor, decision.recommended_by, "orderer_is_recommender", "T16")
    return [
        e.PaymentOrdered(payment_no=len(ctx.case.payments) + 1, amount_ore=decision.granted_ore, by=ctx.by)
    ]


def attest_payment(ctx: Context[c.AttestPayment]) -> list[e.Event]:
    """Attest the order as another person, after the four controls (T16, L-05, L-06).

    That the attestor is not the holder of the budget authority is law; that the attestor is not the recommender is
    the office's setting, strict by default.
    """
    ctx.need(Move.ORDER_PAYMENT, "T16")
    check_impartial(ctx.case, ctx.actor)
    decision, payment = _decision(ctx), _payment(ctx, PaymentState.ORDERED)
    _need_authority(ctx)
    _need_no_dispute(ctx)
    check_other_hand(ctx.actor, payment.ordered_by, "attestor_is_orderer", "L-05")
    check_other_hand(ctx.actor, decision.by, "attestor_is_approver", "L-05")
    if not ctx.facts.attestor_may_recommend:
        check_other_hand(ctx.actor, decision.recommended_by, "attestor_is_recommender", "T16")
    controls = ("legal_ground", "budget_cover", "soundness", "recipient")
    undone = [control for control in controls if not getattr(ctx.body, control)]
    if undone:
        raise Refused("controls_not_done", "L-06", controls=undone)
    if ctx.case.account is None:
        raise Refused("account_not_confirmed", "E36")
    return [
        e.PaymentAttested(
            payment_no=payment.number, amount_ore=payment.amount_ore, by=ctx.by, account=ctx.case.account
        )
    ]


#: In whose hands an order is, and so who may take it back: it is the accounts' once it has left the house.
_IN_HANDS_OF: Final = {
    PaymentState.ORDERED: frozenset({Role.LEADER, Role.ATTESTOR}),
    PaymentState.ATTESTED: frozenset({Role.ACCOUNTANT}),
}


def cancel_payment(ctx: Context[c.CancelPayment]) -> list[e.Event]:
    """Take an order back that nobody will attest, or that the accounts hold back; it can be ordered again (T16, L-06)."""
    payment = ctx.case.open_payment
    if payment is None:
        raise Refused("no_payment_waits", "T16", state=PaymentState.ORDERED.value)
    hands = _IN_HANDS_OF[payment.state]
    if ctx.actor.role not in hands:
        allowed = sorted(role.value for role in hands)
        raise Refused("payment_in_other_hands", "T16", state=payment.state.value, allowed=allowed)
    attested = payment.state is PaymentState.ATTESTED
    return [
        e.PaymentCancelled(payment_no=payment.number, attested=attested, reason=ctx.body.reason, by=ctx.by)
    ]


def register_disbursement(ctx: Context[c.RegisterDisbursement]) -> list[e.Event]:
    """Register the voucher; amount and payee must be those of the order (T17)."""
    ctx.need(Move.DISBURSE, "T17")
    payment, body = _payment(ctx, PaymentState.ATTESTED), ctx.body
    if body.amount_ore != payment.amount_ore:
        raise Refused("amount_differs", "T17", given_ore=body.amount_ore, ordered_ore=payment.amount_ore)
    if body.org_number != ctx.case.host:
        raise Refused("payee_differs", "T17", given=body.org_number, payee=ctx.case.host)
    need_possible_payday(ctx, body.paid_on)
    if ctx.facts.voucher_taken:
        raise Refused("voucher_taken", "T17", voucher=body.voucher)
    return [
        e.Disbursed(
            payment_no=payment.number,
            amount_ore=body.amount_ore,
            voucher=body.voucher,
            paid_on=body.paid_on,
            by=ctx.by,
        )
    ]


def need_possible_payday(ctx: Context[c.Body], day: date) -> None:
    """Refuse a day on which the grant cannot have been paid: before it was decided, or ahead (T17)."""
    if not local_day(_decision(ctx).decided_at) <= day <= ctx.today:
        raise Refused("paid_day_impossible", "T17", given_day=day.isoformat())


def register_payment_fault(ctx: Context[c.RegisterPaymentFault]) -> list[e.Event]:
    """Register that the order came back; the account is confirmed anew before the next (T18, E38)."""
    ctx.need(Move.FAIL_PAYMENT, "T18")
    payment = _payment(ctx, PaymentState.ATTESTED)
    return [e.PaymentFailed(payment_no=payment.number, fault=ctx.body.fault, by=ctx.by)]


def _need_authority(ctx: Context[c.Body]) -> None:
    """Refuse to pay after the grant year, unless the directorate has said so (R26-02, I21-27, E37)."""
    if ctx.case.late_payment is None:
        ctx.need_budget_year()


def _need_no_dispute(ctx: Context[c.Body]) -> None:
    """Refuse to pay what an appeal or a reversal may change (T16, L-24)."""
    held = ctx.case.payment_hold
    if held is not None:
        raise Refused("appeal_hold", "T16", appeal=held.number)
    if ctx.case.reversal is not None:
        raise Refused("reversal_waits", "T40")


def _decision(ctx: Context[c.Body]) -> Decision:
    if ctx.case.decision is None:
        raise ctx.not_now("T16")
    return ctx.case.decision


def _payment(ctx: Context[c.Body], state: PaymentState) -> Payment:
    payment = ctx.case.open_payment
    if payment is None or payment.state is not state:
        raise Refused("no_payment_waits", "T16", state=state.value)
    return payment
