"""What a clock does when it falls due. Clocks remind, ask and put tasks on tables; people decide (DOMAIN §2.7).

Two of them are the checks the customer named: the use deadline and the reporting threshold. Each leaves its rule, its
input and its result in the trail.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain import events as e
from domain.case import Case, Decision
from domain.clocks import AT_DEADLINE, DueStep, steps
from domain.decisions.arising import duties_of
from domain.decisions.settle import settled
from domain.duties import Ground
from domain.evolve import BrokenTrailError
from domain.facts import Facts
from domain.instants import last_day
from domain.lifecycle import Stage
from domain.ruleset import Act, Clock, RuleSet, Step
from domain.threshold import Threshold, Verdict, reporting_threshold


def on_due(case: Case, due: DueStep, facts: Facts, rules: RuleSet, handled_at: datetime) -> list[e.Event]:
    """Return what *due* brings about. The events happen at ``due.instant``, whenever they are handled.

    Args:
        case: The case as it is.
        due: The step that fell due.
        facts: The project's grants in the order of decision, for the threshold.
        rules: The rule set that the case is pinned to.
        handled_at: The present (UTC); later than the deadline after an outage.
    """
    clock = due.running.clock
    if clock is None:
        return settled(case, enforce_threshold(case, facts, rules), due.instant)
    assert due.step is not None  # noqa: S101 - every clock with a ladder gives its step
    if clock is Clock.GRANT_YEAR_END and due.step.at == AT_DEADLINE:
        return settled(case, [grant_year_ended(case, due, rules, handled_at)], due.instant)
    if clock is Clock.USE and due.step.at == AT_DEADLINE:
        return settled(case, [use_deadline_passed(case, due, rules, handled_at)], due.instant)
    # Rungs are handled in order: whatever else is due on this ladder comes later.
    overtaken = any(
        other.running.name == due.running.name and other.instant <= handled_at and other.cause != due.cause
        for other in steps(case, rules)
    )
    return [
        e.LadderStepReached(
            clock=due.running.name,
            step=step.at,
            act=step.act,
            rule=step.rule,
            deadline=due.running.deadline,
            overtaken=overtaken,
            answer_day=_answer_day(step, due, rules),
            handled_at=handled_at,
        )
        # Two acts may stand at the same time: a reminder and a task, say.
        for step in rules.timers[clock].steps
        if step.at == due.step.at
    ]


def _answer_day(step: Step, due: DueStep, rules: RuleSet) -> date | None:
    """Return until when a reminder that comes after the deadline gives: to the day before the next rung."""
    clock = due.running.clock
    if clock is None or step.act is not Act.REMIND_GRANTEE or (step.days or 0) <= 0:
        return None
    later = [rung.days or 0 for rung in rules.timers[clock].steps if (rung.days or 0) > (step.days or 0)]
    return last_day(due.running.deadline) + timedelta(days=min(later) - 1) if later else None


def grant_year_ended(case: Case, due: DueStep, rules: RuleSet, handled_at: datetime) -> e.GrantYearEnded:
    """Carry left-over money to the next year, without an application (R26-31, R26-32, T19, E47)."""
    leftover = case.unspent_answer_ore
    if case.stage is not Stage.DISBURSED:
        result = "unpaid"
    elif leftover == 0:
        result = "all_used"
    else:
        result = "carried_over"
    return e.GrantYearEnded(
        rule=rules.use.within_grant_year.rule,
        rule_set=rules.key,
        deadline=due.running.deadline,
        paid_ore=case.paid_ore,
        leftover_ore=leftover,
        result=result,
        handled_at=handled_at,
    )


def use_deadline_passed(
    case: Case, due: DueStep, rules: RuleSet, handled_at: datetime
) -> e.UseDeadlinePassed:
    """End the use of the money; ask every payee what is left, unless it has been told (R26-32, R26-33, E28)."""
    ended = replace(case, use_ended=True, use_ended_at=due.running.deadline)
    unspent = ended.unspent_ore
    if unspent is None:
        result = "report_is_due" if ended.use_is_told else "ask"
    else:
        result = "unspent" if unspent else "all_used"
    return e.UseDeadlinePassed(
        rule=rules.use.years_after(case.strand).rule,
        rule_set=rules.key,
        deadline=due.running.deadline,
        paid_ore=case.paid_ore,
        unspent_ore=unspent,
        result=result,
        handled_at=handled_at,
    )


def enforce_threshold(case: Case, facts: Facts, rules: RuleSet) -> list[e.Event]:
    """Try the reporting limit on the grants it counts up to this one, and let the duties of the letter arise.

    The duty is the project's, or the network's, for its whole period: where this grant crossed the limit, the cases of
    the other grants are told, each to report on its own (R26-53, E3, Q7).
    """
    decision = _decision(case)
    grants = _grants_until(case, facts)
    threshold = reporting_threshold(rules, grants)
    crossed = _crossed(threshold, grants)
    others = {grant.case_id for grant in facts.beside(case.case_id)} if crossed else set()
    evaluated = e.ThresholdEvaluated(
        decision_no=decision.number,
        rule=threshold.rule,
        rule_set=rules.key,
        grants_ore=tuple(grants),
        basis_ore=threshold.basis_ore,
        network_basis_ore=facts.network_granted_ore,
        limit_ore=threshold.limit_ore,
        result=threshold.verdict.value,
        near_limit=threshold.near,
        crossed_by_this=crossed,
        other_cases=tuple(sorted(others)),
    )
    ground = {Verdict.STATUTORY: Ground.STATUTORY, Verdict.EVERYONE: Ground.EVERYONE}.get(
        threshold.verdict, Ground.DISCRETIONARY
    )
    rule = rules.reporting.discretionary.rule if ground is Ground.DISCRETIONARY else threshold.rule
    return [evaluated, *duties_of(case, decision.terms, rules, ground=ground, rule=rule)]


def _grants_until(case: Case, facts: Facts) -> list[int]:
    """Return the grants that the limit counts in the order of decision, up to and including this case's."""
    amounts: list[int] = []
    for grant in facts.counted_grants:
        amounts.append(grant.amount_ore)
        if grant.case_id == case.case_id:
            return amounts
    msg = f"{case.case_id}: its grant is not among the grants of its project"
    raise BrokenTrailError(msg)


def _crossed(threshold: Threshold, grants: list[int]) -> bool:
    limit = threshold.limit_ore
    return threshold.verdict is Verdict.STATUTORY and limit is not None and sum(grants[:-1]) <= limit


def _decision(case: Case) -> Decision:
    if case.decision is None:
        msg = f"{case.case_id}: a threshold without a decision"
        raise BrokenTrailError(msg)
    return case.decision
