"""Money back to the Treasury, and the end of a case (T24, T30–T35)."""

from datetime import date
from typing import Any

from domain import commands as c
from domain import events as e
from domain.appeals import AppealState
from domain.authority import check_impartial, check_other_hand
from domain.case import IN_USE
from domain.claims import Claim, ClaimGround, ClaimMove, ClaimState, WriteOffGround, claim_after
from domain.decisions.context import Context
from domain.identity import is_kid
from domain.instants import end_of_day
from domain.lifecycle import Move, Stage
from domain.private import Private
from domain.refusal import Refused
from domain.ruleset import Act, Clock


def propose_claim(ctx: Context[c.ProposeClaim]) -> list[e.Event]:
    """Propose a claim on money that was paid and not claimed before (T30, R26-33, E30)."""
    body, case = ctx.body, ctx.case
    # A case that ended without open money takes a new claim only when it is reopened (T42).
    if not case.paid_ore or case.stage in {Stage.CLOSED, Stage.REFUNDED}:
        raise ctx.not_now("T30")
    # After a reopening the finding stands in the place of what the municipality said was left (E44).
    told = body.ground is ClaimGround.UNUSED and case.stage is not Stage.REOPENED
    most = case.unclaimed_ore if told else case.paid_ore - case.claimed_ore
    if body.amount_ore > most:
        rule = ctx.rules.unspent_repaid.rule if body.ground is ClaimGround.UNUSED else "T30"
        raise Refused("more_than_can_be_claimed", rule, given_ore=body.amount_ore, most_ore=most)
    return [
        e.ClaimProposed(
            number=len(case.claims) + 1,
            ground=body.ground,
            amount_ore=body.amount_ore,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def give_claim_notice(ctx: Context[c.GiveClaimNotice]) -> list[e.Event]:
    """Tell the municipality of a claim that is considered, so that it can reply before it is decided (T30, E29).

    A breach, and what the municipality did not tell itself, takes one; what may be disputed may have one.
    """
    claim = _claim(ctx, ctx.body.claim, ClaimMove.GIVE_NOTICE, "T30")
    timer = ctx.rules.timers[Clock.CLAIM_NOTICE]
    day = timer.last_day(ctx.today)
    if day is None:
        raise ctx.not_now("T30")
    notice = e.ClaimNoticeGiven(
        number=claim.number, amount_ore=claim.amount_ore, last_day=day, rule=timer.rule, by=ctx.by
    )
    return [notice]


def reply_to_claim(ctx: Context[c.ReplyToClaim]) -> list[e.Event]:
    """Take the municipality's reply; a late one is read too, as long as nothing is decided (T30)."""
    claim = ctx.case.claim(ctx.body.claim)
    if claim is None:
        raise Refused("no_such_claim", "T30", claim=ctx.body.claim)
    if claim.state is not ClaimState.NOTICED or claim.notice_last_day is None:
        raise Refused("claim_not_ready", "T30", claim=claim.number, state=claim.state.value)
    return [
        e.ClaimReplied(
            number=claim.number,
            text=ctx.body.text,
            in_time=ctx.now < end_of_day(claim.notice_last_day),
            received_at=ctx.now,
            attachments=ctx.body.attachments,
            by=ctx.by,
        )
    ]


def _need_notice(ctx: Context[c.DecideClaim], claim: Claim) -> None:
    """Refuse to decide what the municipality must be heard on first; what it reported itself needs no notice (D)."""
    if claim.notice_last_day is None:
        if ctx.case.needs_notice(claim):
            raise Refused("claim_notice_missing", "T30", claim=claim.number)
        return
    if not claim.replied and ctx.now < end_of_day(claim.notice_last_day):
        raise Refused(
            "claim_reply_awaited", "T31", claim=claim.number, last_day=claim.notice_last_day.isoformat()
        )


def decide_claim(ctx: Context[c.DecideClaim]) -> list[e.Event]:
    """Decide a claim as another person than the one who proposed it (T31)."""
    claim = _claim(ctx, ctx.body.claim, ClaimMove.DECIDE, "T31")
    _need_notice(ctx, claim)
    check_other_hand(ctx.actor, claim.proposed_by, "decider_is_proposer", "T31")
    ctx.need_future(ctx.body.due_day, "T31")
    return [
        e.ClaimDecided(number=claim.number, amount_ore=claim.amount_ore, due_day=ctx.body.due_day, by=ctx.by),
    ]


def drop_claim(ctx: Context[c.DropClaim]) -> list[e.Event]:
    """Decide not to follow a proposal (T31)."""
    claim = _claim(ctx, ctx.body.claim, ClaimMove.DROP, "T31")
    check_other_hand(ctx.actor, claim.proposed_by, "decider_is_proposer", "T31")
    return [e.ClaimDropped(number=claim.number, reason=ctx.body.reason, by=ctx.by)]


def defer_claim(ctx: Context[c.DeferClaim]) -> list[e.Event]:
    """Move the last day of payment: an appeal alone does not, it is a leader's choice (fvl. § 42, L-26)."""
    claim = _decided(ctx, ctx.body.claim, "L-26")
    if claim.due_day is None or not claim.outstanding_ore or claim.state is ClaimState.IN_COLLECTION:
        raise Refused("claim_not_ready", "L-26", claim=claim.number, state=claim.state.value)
    ctx.need_future(ctx.body.due_day, "L-26")
    if ctx.body.due_day <= claim.due_day:
        raise Refused(
            "deferral_not_longer",
            "L-26",
            given_day=ctx.body.due_day.isoformat(),
            due_day=claim.due_day.isoformat(),
        )
    return [
        e.ClaimDeferred(
            number=claim.number,
            before_day=claim.due_day,
            due_day=ctx.body.due_day,
            reason=ctx.body.reason,
            by=ctx.by,
        )
    ]


def reduce_claim(ctx: Context[c.ReduceClaim]) -> list[e.Event]:
    """Reverse the decision on a claim to the municipality's benefit, also because the appeal body ruled so (T40, L-27)."""
    body = ctx.body
    appeal = ctx.case.open_appeal(body.claim)
    if appeal is None:
        return [reduced(ctx, body.claim, body.amount_ore, None, body.reason)]
    if appeal.state is not AppealState.RULED:
        raise Refused("appeal_open", "T36", appeal=appeal.number)
    concluded = e.AppealConcluded(number=appeal.number, note=None, by=ctx.by)
    return [reduced(ctx, body.claim, body.amount_ore, appeal.number, body.reason), concluded]


def reduced(
    ctx: Context[Any], number: int, amount_ore: int | None, appeal: int | None, reason: Private | None
) -> e.ClaimReduced:
    """Return the reversal of the decision on claim *number* to what is still claimed.

    Raises:
        Refused: unless it was decided by another's proposal, and less is claimed now.
    """
    claim = _decided(ctx, number, "T40")
    check_impartial(ctx.case, ctx.actor, declared=True)
    check_other_hand(ctx.actor, claim.proposed_by, "decider_is_proposer", "T40")
    if amount_ore is None or amount_ore >= claim.amount_ore:
        raise Refused("claim_not_lower", "L-27", amount_ore=amount_ore, claimed_ore=claim.amount_ore)
    return e.ClaimReduced(
        number=number,
        before_ore=claim.amount_ore,
        amount_ore=amount_ore,
        appeal=appeal,
        reason=reason,
        by=ctx.by,
    )


def invoice_claim(ctx: Context[c.InvoiceClaim]) -> list[e.Event]:
    """Note the invoice and its payment reference, which must be a valid KID (T32, L-15)."""
    claim = _claim(ctx, ctx.body.claim, ClaimMove.INVOICE, "T32")
    if not is_kid(ctx.body.kid):
        raise Refused("kid_invalid", "L-15", kid=ctx.body.kid)
    if ctx.facts.kid_taken:
        raise Refused("kid_taken", "L-15", kid=ctx.body.kid)
    return [e.ClaimInvoiced(number=claim.number, kid=ctx.body.kid, by=ctx.by)]


def register_repayment(ctx: Context[c.RegisterRepayment]) -> list[e.Event]:
    """Register money on a claim, in parts or whole; what is too much is shown, and goes back (T33)."""
    body = ctx.body
    claim = _claim(ctx, body.claim, ClaimMove.RECEIVE_REST, "T33")
    need_after_payment(ctx, body.received_on)
    if body.voucher in claim.vouchers:
        raise Refused("repayment_registered", "T33", voucher=body.voucher)
    return [
        e.RepaymentReceived(
            number=claim.number,
            amount_ore=body.amount_ore,
            received_on=body.received_on,
            voucher=body.voucher,
            posting=body.posting,
            by=ctx.by,
        )
    ]


def need_after_payment(ctx: Context[c.Body], day: date) -> None:
    """Refuse a day on which no money can have come back: before it was paid, or ahead."""
    paid = [payment.paid_on for payment in ctx.case.payments if payment.paid_on is not None]
    if not min(paid) <= day <= ctx.today:
        raise Refused(
            "repaid_day_impossible", "T33", given_day=day.isoformat(), paid_day=min(paid).isoformat()
        )


def send_claim_to_collection(ctx: Context[c.SendClaimToCollection]) -> list[e.Event]:
    """Hand over what the reminder did not bring in; a leader's act, never a clock's (T32, L-10)."""
    claim = _claim(ctx, ctx.body.claim, ClaimMove.SEND_TO_COLLECTION, "T32")
    check_other_hand(ctx.actor, claim.proposed_by, "decider_is_proposer", "T32")
    reminded = _reminder_day(ctx, claim)
    if ctx.today <= reminded:
        raise Refused("reminder_first", "T32", claim=claim.number, reminder_day=reminded.isoformat())
    return [
        e.ClaimSentToCollection(
            number=claim.number, outstanding_ore=claim.outstanding_ore, reason=ctx.body.reason, by=ctx.by
        )
    ]


def _reminder_day(ctx: Context[c.Body], claim: Claim) -> date:
    """Return the day on which the municipality is reminded of a claim that is overdue, or else its last day."""
    due = claim.due_day
    assert due is not None  # noqa: S101 - a claim that was decided has a last day
    rungs = ctx.rules.timers[Clock.CLAIM].steps
    days = [rung.on(due, ctx.case.grant_year) for rung in rungs if rung.act is Act.REMIND_GRANTEE]
    return max([due, *days])


def return_overpayment(ctx: Context[c.ReturnOverpayment]) -> list[e.Event]:
    """Register that what came in beyond the claim went back to the municipality, whole (T33)."""
    body = ctx.body
    claim = ctx.case.claim(body.claim)
    if claim is None:
        raise Refused("no_such_claim", "T33", claim=body.claim)
    if not claim.overpaid_ore:
        raise Refused("nothing_overpaid", "T33", claim=claim.number)
    need_after_payment(ctx, body.returned_on)
    if body.voucher in claim.returns:
        raise Refused("return_registered", "T33", voucher=body.voucher)
    return [
        e.OverpaymentReturned(
            number=claim.number,
            amount_ore=claim.overpaid_ore,
            returned_on=body.returned_on,
            voucher=body.voucher,
            by=ctx.by,
        )
    ]


def write_off_claim(ctx: Context[c.WriteOffClaim]) -> list[e.Event]:
    """Give up what is outstanding, or a part of it, with a reason and within the leader's authority (T35, E30).

    What cannot be had is written off after it was tried; what is waived is a choice to the municipality's benefit.
    """
    body = ctx.body
    claim = _claim(ctx, body.claim, ClaimMove.WRITE_OFF, "T35")
    check_other_hand(ctx.actor, claim.proposed_by, "decider_is_proposer", "T35")
    amount = body.amount_ore or claim.outstanding_ore
    if amount > claim.outstanding_ore:
        raise Refused("more_than_outstanding", "T35", given_ore=amount, outstanding_ore=claim.outstanding_ore)
    if body.ground is WriteOffGround.UNCOLLECTIBLE and claim.state is not ClaimState.IN_COLLECTION:
        raise Refused("collection_first", "T35", claim=claim.number)
    limit, whole = ctx.facts.write_off_limit_ore, claim.written_off_ore + amount
    if body.reference is None and (limit is None or whole > limit):
        raise Refused("beyond_write_off_authority", "T35", amount_ore=whole, limit_ore=limit)
    return [
        e.ClaimWrittenOff(
            number=claim.number,
            amount_ore=amount,
            ground=body.ground,
            reference=body.reference,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def close(ctx: Context[c.Close]) -> list[e.Event]:
    """Close a case that owes no report, once the use is over and the question is answered (T24)."""
    ctx.need(Move.CLOSE, "T24")
    case = ctx.case
    if case.stage is Stage.REFUNDED:
        # Only a claim that is lifted takes a case from there, by itself.
        raise ctx.not_now("T24")
    if case.duties_open:
        open_duties = [report.name for report in case.reports if report.is_open]
        open_duties += [audit.name for audit in case.audits if audit.is_open]
        raise Refused("duties_open", "T24", duties=open_duties)
    # A reported case without duties closes by itself: what holds it is a claim.
    if case.stage in IN_USE and not case.use_is_over:
        raise Refused("use_not_over", "T24", use_deadline_at=_use_deadline(ctx))
    reopened = case.stage is Stage.REOPENED
    if case.unspent_ore is None and ctx.body.note is None and not reopened:
        raise Refused("use_unanswered", "E28")
    if case.open_extension is not None:
        raise Refused("extension_open", "T41")
    repaid = ctx.rules.unspent_repaid
    if (case.unclaimed_ore and repaid.value) or any(claim.is_open for claim in case.claims):
        raise Refused("claim_open", repaid.rule, unclaimed_ore=case.unclaimed_ore)
    if case.is_disputed:
        raise Refused("dispute_open", "T27")
    if case.refunded_ore:
        # Closed on a note, without an answer, after money for a breach came back.
        return [e.Refunded(refunded_ore=case.refunded_ore)]
    if reopened:
        return [e.Closed(outcome="reopening_settled", note=ctx.body.note, by=ctx.by)]
    return [e.Closed(outcome="not_required", note=ctx.body.note, by=ctx.by)]


def _use_deadline(ctx: Context[c.Close]) -> str | None:
    return ctx.case.decision.use_deadline.isoformat() if ctx.case.decision else None


def _decided(ctx: Context[Any], number: int, rule: str) -> Claim:
    """Return claim *number*, which must have been decided."""
    return _claim(ctx, number, ClaimMove.REDUCE, rule)


def _claim(ctx: Context[c.Body], number: int, move: ClaimMove, rule: str) -> Claim:
    claim = ctx.case.claim(number)
    if claim is None:
        raise Refused("no_such_claim", rule, claim=number)
    if claim_after(claim.state, move) is None:
        raise Refused("claim_not_ready", rule, claim=number, state=claim.state.value)
    return claim
