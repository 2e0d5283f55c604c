"""Reversals: an officer recommends, the municipality is heard where it loses, another hand decides (T37, T40, L-27)."""

from datetime import datetime
from typing import Any, Final

from domain import commands as c
from domain import events as e
from domain.appeals import AppealState
from domain.authority import check_impartial, check_other_hand
from domain.case import Case, Decision
from domain.decisions import appealing
from domain.decisions.approval import after_earlier, check_frame, threshold_of
from domain.decisions.context import Context
from domain.decisions.letter_terms import check_terms
from domain.decisions.money_back import reduced
from domain.lifecycle import Stage
from domain.money import is_whole_kroner
from domain.refusal import Refused
from domain.reversals import Reversal, ReversalGround, is_detriment
from domain.terms import ReportingTerm, Terms
from domain.threshold import Verdict, reporting_threshold

_REFUSALS: Final = frozenset({Stage.REJECTED, Stage.DISMISSED})


def recommend_reversal(ctx: Context[c.RecommendReversal]) -> list[e.Event]:
    """Recommend a new decision instead of the one that stands (T40)."""
    _check_possible(ctx)
    check_impartial(ctx.case, ctx.actor, declared=True)
    if ctx.case.reversal is not None:
        raise Refused("reversal_waits", "T40")
    body = ctx.body
    if body.ground is ReversalGround.APPEAL_RULING and _ruled(ctx.case) is None:
        raise Refused("no_ruling", "T39")
    amount, terms, detriment = None, Terms(), False
    if ctx.case.stage in _REFUSALS:
        if body.amount_ore is not None or body.terms is not None:
            raise Refused("refusal_is_set_aside", "T40")
    else:
        decision = _decision(ctx)
        amount, terms = _amount(ctx), body.terms or decision.terms
        if (amount, terms) == (decision.granted_ore, decision.terms):
            raise Refused("reversal_changes_nothing", "T40")
        detriment = is_detriment(decision.granted_ore, decision.terms, amount, terms)
        if detriment and body.ground is ReversalGround.BENEFIT:
            raise Refused("detriment_needs_ground", "L-27")
    return [
        e.ReversalRecommended(
            number=ctx.case.reversals + 1,
            ground=body.ground,
            amount_ore=amount,
            terms=terms,
            detriment=detriment,
            reason=body.reason,
            by=ctx.by,
        )
    ]


def give_reversal_notice(ctx: Context[c.GiveReversalNotice]) -> list[e.Event]:
    """Tell the municipality what it may lose, and until when it may say something (fvl. § 16, L-22)."""
    reversal = _waiting(ctx)
    if not reversal.needs_notice or reversal.reply_day is not None:
        raise Refused("no_notice_waits", "L-22")
    ctx.need_future(ctx.body.last_day, "L-22")
    return [
        e.ReversalNoticeGiven(
            number=reversal.number,
            before_ore=ctx.case.granted_ore,
            amount_ore=reversal.amount_ore or 0,
            ground=reversal.ground,
            explanation=ctx.body.explanation,
            last_day=ctx.body.last_day,
            by=ctx.by,
        )
    ]


def drop_reversal(ctx: Context[c.DropReversal]) -> list[e.Event]:
    """Let the decision stand (T40)."""
    reversal = _waiting(ctx)
    check_impartial(ctx.case, ctx.actor, declared=True)
    return [e.ReversalDropped(number=reversal.number, reason=ctx.body.reason, by=ctx.by)]


def reverse(ctx: Context[c.Reverse]) -> list[e.Event]:
    """Reverse the decision as it was recommended, by another hand (T40)."""
    ruled = _ruled(ctx.case)
    by_ruling = ctx.case.reversal is not None and ctx.case.reversal.ground is ReversalGround.APPEAL_RULING
    if ruled is None or not by_ruling:
        return _reversed(ctx, None)
    concluded = e.AppealConcluded(number=ruled, note=None, by=ctx.by)
    return [*_reversed(ctx, ruled), concluded]


def uphold_appeal(ctx: Context[c.UpholdAppeal]) -> list[e.Event]:
    """Agree with the municipality: the reversal that was recommended to its benefit is made (T37)."""
    appeal = appealing.upheld(ctx)
    if appeal.claim is not None:
        less = reduced(ctx, appeal.claim, ctx.body.claim_amount_ore, appeal.number, None)
        return [e.AppealUpheld(number=appeal.number, by=ctx.by), less]
    if _waiting(ctx).detriment:
        raise Refused("not_to_benefit", "T37")
    return [e.AppealUpheld(number=appeal.number, by=ctx.by), *_reversed(ctx, appeal.number)]


def _reversed(ctx: Context[Any], appeal: int | None) -> list[e.Event]:
    reversal = _waiting(ctx)
    _check_possible(ctx)
    check_impartial(ctx.case, ctx.actor, declared=True)
    check_other_hand(ctx.actor, reversal.by, "reverser_is_recommender", "T40")
    _check_heard(ctx, reversal)
    decided_at = after_earlier(ctx)
    if reversal.amount_ore is None:
        return [
            e.RefusalSetAside(
                decision_no=ctx.case.decisions + 1,
                by=ctx.by,
                recommended_by=reversal.by,
                ground=reversal.ground,
                decided_at=decided_at,
                appeal=appeal,
            )
        ]
    return _grant_reversed(ctx, reversal, reversal.amount_ore, decided_at, appeal)


def _grant_reversed(
    ctx: Context[Any], reversal: Reversal, amount: int, decided_at: datetime, appeal: int | None
) -> list[e.Event]:
    case, decision = ctx.case, _decision(ctx)
    more = amount - decision.granted_ore
    mandate = None
    if more > 0:
        ctx.need_budget_year()
        mandate = check_frame(ctx, more)
    if amount:
        threshold, grants = threshold_of(ctx, amount)
        check_terms(reversal.terms, threshold, ctx, grants)
        _check_discretion(ctx, reversal, threshold.verdict)
        if reversal.terms.reporting is ReportingTerm.REQUIRED:
            for day in (reversal.terms.report_last_day, reversal.terms.audit_last_day):
                if day is not None:
                    ctx.need_future(day, "E16")
    released = _is_released(ctx, amount)
    others = ctx.facts.beside(case.case_id) if released else ()
    return [
        *_lapsed(case),
        *(_own_release(ctx, case.duty_carried_by) if released else ()),
        e.Reversed(
            decision_no=case.decisions + 1,
            reversed_no=decision.number,
            by=ctx.by,
            recommended_by=reversal.by,
            ground=reversal.ground,
            detriment=reversal.detriment,
            before_ore=decision.granted_ore,
            amount_ore=amount,
            pot=case.pot,
            terms=reversal.terms,
            decided_at=decided_at,
            mandate=mandate,
            appeal=appeal,
            released_cases=tuple(sorted(grant.case_id for grant in others)),
        ),
    ]


def _check_discretion(ctx: Context[Any], reversal: Reversal, verdict: Verdict) -> None:
    """Refuse to let an appeal body's ruling set or undo a report that is the office's own to ask for (R26-67)."""
    own = ctx.rules.reporting.own_discretion
    by_ruling = reversal.ground is ReversalGround.APPEAL_RULING
    changed = reversal.terms.reporting is not _decision(ctx).terms.reporting
    if own.value and by_ruling and changed and verdict is Verdict.NONE:
        raise Refused("discretion_is_the_office_s", own.rule)


def _lapsed(case: Case) -> list[e.Event]:
    """Let every duty of the old letter lapse; what the new one asks for arises with the new evaluation (E7)."""
    reports = [e.DutyLapsed(kind="report", name=duty.name, rule="E7") for duty in case.reports]
    return [*reports, *(e.DutyLapsed(kind="audit", name=duty.name, rule="E7") for duty in case.audits)]


def _is_released(ctx: Context[Any], amount: int) -> bool:
    """Say whether the grants counted together were above the limit, and are no longer (E7)."""
    beside = [grant.amount_ore for grant in ctx.facts.beside(ctx.case.case_id)]
    before, after = (
        reporting_threshold(ctx.rules, [*beside, own]).verdict for own in (ctx.case.granted_ore, amount)
    )
    return before is Verdict.STATUTORY and after is not Verdict.STATUTORY


def _own_release(ctx: Context[Any], carried_by_no: str | None) -> list[e.Event]:
    """Return that the duty which another grant brought on this case is gone too, where there was one."""
    if carried_by_no is None:
        return []
    return [
        e.ProjectDutyLapsed(
            carried_by=ctx.case.case_id, carried_by_no=carried_by_no, rule="E7", own_stands=False
        )
    ]


def _check_heard(ctx: Context[Any], reversal: Reversal) -> None:
    if not reversal.needs_notice:
        return
    if reversal.reply_day is None:
        raise Refused("notice_missing", "L-22")
    if ctx.today <= reversal.reply_day:
        raise Refused("notice_runs", "L-22", last_day=reversal.reply_day.isoformat())


def _check_possible(ctx: Context[Any]) -> None:
    """Refuse unless the decision can still be reversed: a refusal, or a grant whose money is not used (T40, E7)."""
    case = ctx.case
    if case.may_be_reversed:
        return
    if case.open_payment is not None:
        raise Refused("payment_under_way", "T16", payment=case.open_payment.number)
    if case.delivered and not case.use_is_over:
        raise Refused("already_reported", "E7")
    raise ctx.not_now("T40")


def _amount(ctx: Context[c.RecommendReversal]) -> int:
    amount, case = ctx.body.amount_ore, ctx.case
    if amount is None:
        raise Refused("amount_missing", "T40")
    if not is_whole_kroner(amount):
        raise Refused("not_whole_kroner", "E34", amount_ore=amount)
    if amount > max(case.applied_ore, case.granted_ore):
        raise Refused("more_than_applied", "T13", amount_ore=amount, applied_ore=case.applied_ore)
    if case.paid_ore and amount != case.paid_ore:
        raise Refused("paid_amount_stays", "E8", amount_ore=amount, paid_ore=case.paid_ore)
    return amount


def _ruled(case: Case) -> int | None:
    """Return the number of the appeal whose ruling waits to be carried out, if any."""
    return next((appeal.number for appeal in case.appeals if appeal.state is AppealState.RULED), None)


def _waiting(ctx: Context[Any]) -> Reversal:
    if ctx.case.reversal is None:
        raise Refused("no_reversal_waits", "T40")
    return ctx.case.reversal


def _decision(ctx: Context[Any]) -> Decision:
    if ctx.case.decision is None:
        raise ctx.not_now("T40")
    return ctx.case.decision
