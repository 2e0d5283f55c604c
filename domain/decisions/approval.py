"""The leader's decision: a grant within its frame, on complete terms, by another hand; or a refusal (T13, T14)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from domain import commands as c
from domain import events as e
from domain.authority import check_impartial, check_other_hand
from domain.case import Recommendation
from domain.decisions.context import Context
from domain.decisions.letter_terms import check_terms
from domain.instants import end_of_year
from domain.lifecycle import Move
from domain.refusal import Refused
from domain.ruleset import Clock
from domain.terms import ConditionBlocks
from domain.threshold import Threshold, Verdict, reporting_threshold


def grant(ctx: Context[c.Grant]) -> list[e.Event]:
    """Approve the recommended grant. The frame, the terms and the threshold are tried under locks (T13)."""
    recommendation = _recommended(ctx, Move.GRANT, "T13")
    if not recommendation.grant:
        raise Refused("recommended_otherwise", "T13", recommended="reject")
    ctx.need_budget_year()
    ctx.need_nothing_lacking()
    if ctx.facts.not_agreed:
        raise Refused("other_office_has_not_agreed", "E24", municipalities=list(ctx.facts.not_agreed))
    amount = recommendation.amount_ore
    mandate = check_frame(ctx, amount)
    _check_conditions(ctx)
    threshold, grants = threshold_of(ctx, amount)
    check_terms(recommendation.terms, threshold, ctx, grants)
    years = ctx.rules.use.years_after(ctx.case.strand)
    if years.value is None:
        raise Refused("rule_set_silent", years.rule, what="use_deadline")
    return [
        e.Granted(
            decision_no=ctx.case.decisions + 1,
            by=ctx.by,
            recommended_by=recommendation.by,
            amount_ore=amount,
            applied_ore=ctx.case.applied_ore,
            pot=ctx.case.pot,
            terms=recommendation.terms,
            decided_at=after_earlier(ctx),
            use_deadline=end_of_year(ctx.case.grant_year + years.value),
            mandate=mandate,
            acceptance_last_day=_acceptance_last_day(ctx),
            budget_last_day=_budget_last_day(ctx, amount),
        )
    ]


def _acceptance_last_day(ctx: Context[Any]) -> date | None:
    """Return until when the terms are to be accepted, where the round asks for it (T15)."""
    asked = ctx.facts.round.acceptance_required
    return ctx.rules.last_day(Clock.ACCEPTANCE, ctx.today) if asked else None


def _budget_last_day(ctx: Context[Any], amount_ore: int) -> date | None:
    """Return until when a budget of the granted amount is to come, where it is less than was applied for (T13)."""
    return ctx.rules.last_day(Clock.BUDGET, ctx.today) if amount_ore < ctx.case.applied_ore else None


def after_earlier(ctx: Context[Any]) -> datetime:
    """Return now, or just after the network's latest grant where the clocks of two workers disagree."""
    after = [grant.decided_at + timedelta(microseconds=1) for grant in ctx.facts.network_grants]
    return max([ctx.now, *after])


def reject(ctx: Context[c.Reject]) -> list[e.Event]:
    """Approve the recommended refusal (T14)."""
    recommendation = _recommended(ctx, Move.REJECT, "T14")
    if recommendation.grant or recommendation.rejection_ground is None:
        raise Refused("recommended_otherwise", "T14", recommended="grant")
    return [
        e.Rejected(
            decision_no=ctx.case.decisions + 1,
            by=ctx.by,
            recommended_by=recommendation.by,
            ground=recommendation.rejection_ground,
            reason=ctx.body.reason,
            decided_at=ctx.now,
        )
    ]


def threshold_of(ctx: Context[Any], amount_ore: int) -> tuple[Threshold, list[int]]:
    """Try the reporting limit on the other grants it counts and *amount_ore* for this case; also return those amounts.

    The network's sum may call for a choice (Q7). What this case was granted before is not counted beside the new amount.
    """
    grants = [*(grant.amount_ore for grant in ctx.facts.beside(ctx.case.case_id)), amount_ore]
    threshold = reporting_threshold(ctx.rules, grants)
    network = ctx.facts.network_granted_ore - ctx.case.granted_ore + amount_ore
    below = threshold.verdict is Verdict.NONE and threshold.limit_ore is not None
    if below and network > (threshold.limit_ore or 0):
        return replace(threshold, verdict=Verdict.CHOICE, rule="Q7"), grants
    return threshold, grants


def _recommended(ctx: Context[c.Body], move: Move, rule: str) -> Recommendation:
    ctx.need(move, rule)
    check_impartial(ctx.case, ctx.actor, declared=True)
    recommendation = ctx.case.recommendation
    if recommendation is None:
        raise ctx.not_now(rule)
    _check_hands(ctx, recommendation, rule)
    return recommendation


def _check_hands(ctx: Context[Any], recommendation: Recommendation, rule: str) -> None:
    """Refuse what was prepared by one who is disqualified, or by the very person who is to approve it (E40)."""
    case = ctx.case
    if case.disqualified_hand is not None:
        raise Refused("prepared_by_disqualified", "E40", officer=case.disqualified_hand)
    check_other_hand(ctx.actor, recommendation.by, "approver_is_recommender", rule)
    for earlier in (case.assessment.by if case.assessment else None, case.officer):
        check_other_hand(ctx.actor, earlier, "approver_is_officer", rule)


def check_frame(ctx: Context[Any], amount_ore: int) -> str:
    """Return the reference of the mandate that covers *amount_ore*."""
    frame = ctx.facts.frame
    if frame is None or frame.mandate is None:
        raise Refused(
            "no_mandate", "I21-03", office=ctx.case.office, year=ctx.case.grant_year, pot=ctx.case.pot
        )
    over = frame.committed_ore + amount_ore - frame.amount_ore
    if over > 0:
        raise Refused(
            "frame_exceeded",
            ctx.rules.rule_of_pot(ctx.case.pot),
            over_ore=over,
            frame_ore=frame.amount_ore,
            committed_ore=frame.committed_ore,
            amount_ore=amount_ore,
            pot=ctx.case.pot,
        )
    return frame.mandate


def _check_conditions(ctx: Context[c.Grant]) -> None:
    for condition, blocks in ctx.case.open_conditions:
        if blocks is ConditionBlocks.GRANT:
            raise Refused("condition_not_met", "R26-17", condition=condition)
