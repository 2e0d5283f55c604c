"""Assessment and recommendation (T10–T12)."""

from typing import Final

from domain import commands as c
from domain import events as e
from domain.actors import Role
from domain.authority import check_impartial
from domain.decisions.context import Context
from domain.lifecycle import Move
from domain.money import is_whole_kroner
from domain.private import Private
from domain.ranking import PLACEABLE
from domain.refusal import Refused

#: A refusal on these grounds says that others go before: then it is known who they are.
_BY_RANK: Final = frozenset({"priority", "frame"})


def assess(ctx: Context[c.Assess]) -> list[e.Event]:
    """Finish the assessment: every criterion answered, and what the strand's rules ask beside them (T10)."""
    ctx.need(Move.ASSESS, "T10")
    check_impartial(ctx.case, ctx.actor, declared=True)
    _own_case(ctx)
    if ctx.case.late_undecided:
        raise Refused("late_not_decided", "E20")
    _check_criteria(ctx)
    strand = ctx.rules.of_strand(ctx.case.strand)
    body = ctx.body
    need, effect = strand.knowledge_environment_need, strand.leader_effect
    if need.value:
        _answered(
            body.knowledge_environment_needed,
            body.knowledge_environment_reason,
            "need_not_assessed",
            need.rule,
        )
    if effect.value:
        _answered(body.leader_effect, body.leader_effect_reason, "leader_effect_not_assessed", effect.rule)
    _check_whole(body.proposed_ore)
    if body.proposed_ore:
        ctx.need_nothing_lacking()
    answers = tuple(
        e.CriterionAnswer(criterion=answer.criterion, met=answer.met, reason=answer.reason)
        for answer in body.answers
    )
    return [
        e.Assessed(
            by=ctx.by,
            answers=answers,
            knowledge_environment_needed=body.knowledge_environment_needed,
            knowledge_environment_reason=body.knowledge_environment_reason,
            leader_effect=body.leader_effect,
            leader_effect_reason=body.leader_effect_reason,
            proposed_ore=body.proposed_ore,
        )
    ]


def rank(ctx: Context[c.Rank]) -> list[e.Event]:
    """Give an assessed application its place among those of its round (T11, B21-48, I21-25, R26-50)."""
    rule = ctx.rules.prioritising.rule
    if ctx.case.stage not in PLACEABLE:
        raise ctx.not_now(rule)
    check_impartial(ctx.case, ctx.actor, declared=True)
    return [e.Ranked(place=ctx.body.place, reason=ctx.body.reason, by=ctx.by)]


def recommend(ctx: Context[c.Recommend]) -> list[e.Event]:
    """Recommend a grant with its terms, or a refusal with its ground (T11)."""
    ctx.need(Move.RECOMMEND, "T11")
    check_impartial(ctx.case, ctx.actor, declared=True)
    _own_case(ctx)
    assessment = ctx.case.assessment
    if assessment is not None and assessment.by in ctx.case.disqualified:
        raise Refused("assessor_disqualified", "E40", officer=assessment.by)
    body = ctx.body
    if body.grant:
        _check_whole(body.amount_ore)
        if body.amount_ore == 0:
            raise Refused("amount_missing", "T11")
        _check_difference(ctx)
        ctx.need_nothing_lacking()
    elif body.rejection_ground is None:
        raise Refused("rejection_ground_missing", "T14")
    elif body.rejection_ground in _BY_RANK and ctx.case.place is None and ctx.rules.prioritising.value:
        raise Refused("not_ranked", ctx.rules.prioritising.rule)
    return [
        e.Recommended(
            number=ctx.case.recommendations + 1,
            by=ctx.by,
            grant=body.grant,
            amount_ore=body.amount_ore if body.grant else 0,
            terms=body.terms,
            reason=body.reason,
            rejection_ground=None if body.grant else body.rejection_ground,
            difference_reason=body.difference_reason if _differs(ctx) else None,
        )
    ]


def send_back(ctx: Context[c.SendBack]) -> list[e.Event]:
    """Send the recommendation back with a comment, or take one's own case back while nothing is decided (T12)."""
    ctx.need(Move.SEND_BACK, "T12")
    if ctx.actor.role is Role.CASE_OFFICER:
        _own_case(ctx)
    return [e.SentBack(by=ctx.by, comment=ctx.body.comment)]


def _own_case(ctx: Context[c.Body]) -> None:
    if ctx.case.officer != ctx.by:
        raise Refused("not_your_case", "T05", officer=ctx.case.officer)


def _check_criteria(ctx: Context[c.Assess]) -> None:
    asked = set(ctx.facts.round.criteria)
    given = [answer.criterion for answer in ctx.body.answers]
    missing, unknown = sorted(asked - set(given)), sorted(set(given) - asked)
    if missing:
        raise Refused("criteria_unanswered", _rule_of_criterion(ctx, missing[0]), criteria=missing)
    if unknown or len(given) != len(set(given)):
        raise Refused("criteria_unknown", "T10", criteria=unknown or sorted(given))


def _rule_of_criterion(ctx: Context[c.Assess], key: str) -> str:
    """Return the rule that asks for a criterion; the office's own, which no rule set has, are the assessment's matter."""
    criteria = ctx.rules.of_strand(ctx.case.strand).criteria
    return next((one.rule for one in criteria if one.key == key), "T10")


def _answered(answer: bool | None, reason: Private | None, code: str, rule: str) -> None:
    if answer is None or reason is None:
        raise Refused(code, rule)


def _check_whole(amount_ore: int) -> None:
    if not is_whole_kroner(amount_ore):
        raise Refused("not_whole_kroner", "E34", amount_ore=amount_ore)


def _differs(ctx: Context[c.Recommend]) -> bool:
    return ctx.body.grant and ctx.body.amount_ore != ctx.case.applied_ore


def _check_difference(ctx: Context[c.Recommend]) -> None:
    """Refuse another amount than was applied for without a word on why: the letter says what was cut, or added (T13)."""
    if not _differs(ctx) or ctx.body.difference_reason is not None:
        return
    amount, applied = ctx.body.amount_ore, ctx.case.applied_ore
    if amount > applied:
        raise Refused("more_without_reason", "T13", amount_ore=amount, applied_ore=applied)
    raise Refused("cut_without_reason", "T13", amount_ore=amount, applied_ore=applied)
