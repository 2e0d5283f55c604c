"""The clocks of a case: which deadlines run now, and which step of which ladder comes next (DOMAIN §2.7).

Clocks are not stored and not armed: they follow from the state of the case and its rule set, so a clock ends by itself
when its cause is gone. What is stored is which steps were handled; each is handled once, also after an outage.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from domain.appeals import Appeal, AppealRegime, AppealState
from domain.case import IN_USE, UNDECIDED, Case
from domain.claims import Claim, ClaimState
from domain.duties import AuditDuty, DutyState, ReportDuty
from domain.instants import end_of_day, end_of_year, last_day, local_day, morning_of
from domain.lifecycle import Stage
from domain.ruleset import Act, Clock, RuleSet, Step

#: The evaluation that follows every grant at once; it has no ladder.
THRESHOLD: Final = "threshold"

#: The step that is the deadline itself.
AT_DEADLINE: Final = "0d"

#: The money is granted and not paid.
_UNPAID: Final = frozenset({Stage.GRANTED, Stage.PAYMENT_ORDERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClock:
    """One deadline that runs.

    Args:
        name: Unique within the life of the case, such as ``report:2026`` or ``supplement:2``.
        clock: Which ladder it climbs; None for the evaluation of the threshold.
        deadline: First instant after the last day (UTC).
        since: When it began to run (UTC). Reminders that lie before are passed over.
        rule: Rule key that asks for it.
    """

    name: str
    clock: Clock | None
    deadline: datetime
    since: datetime
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueStep:
    """One step of a running clock and the instant at which it falls due (UTC)."""

    running: RunningClock
    step: Step | None
    instant: datetime

    @property
    def cause(self) -> str:
        """The stable name of this step; unique in the trail of the case."""
        return f"{self.running.name}@{self.step.at if self.step else AT_DEADLINE}"


class _At:
    """A case as it stands under its rule set. Neither ever changes, so the very same two have the same clocks."""

    __slots__ = ("case", "rules")

    def __init__(self, case: Case, rules: RuleSet) -> None:
        self.case = case
        self.rules = rules

    def __hash__(self) -> int:
        return hash((id(self.case), id(self.rules)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _At) and self.case is other.case and self.rules is other.rules


def running_clocks(case: Case, rules: RuleSet) -> tuple[RunningClock, ...]:
    """Return every clock that runs in *case* now."""
    return _running(_At(case, rules))


def steps(case: Case, rules: RuleSet) -> tuple[DueStep, ...]:
    """Return every step that is still to come, the earliest first."""
    return _steps(_At(case, rules))


def next_step(case: Case, rules: RuleSet) -> DueStep | None:
    """Return the step that falls due first, or None when the case waits for no clock."""
    return next(iter(steps(case, rules)), None)


# Head, deadlines, tasks and the engine's timer each ask the same of the same state.
@lru_cache(maxsize=64)
def _running(at: _At) -> tuple[RunningClock, ...]:
    found = (_of_stage, _of_decision, _of_duties, _of_disputes)
    return tuple(clock for clocks in found for clock in clocks(at.case, at.rules))


@lru_cache(maxsize=64)
def _steps(at: _At) -> tuple[DueStep, ...]:
    found = [due for running in _running(at) for due in _ladder(at.case, running, at.rules)]
    # Rungs of one ladder stay in their order, also where several are due at once.
    return tuple(sorted(found, key=lambda due: (due.instant, due.running.name)))


def spread(case_id: str, window_seconds: int) -> timedelta:
    """Return how long after a deadline this case wakes, so that thousands do not wake in the same second.

    The deadline itself does not move: the event bears its time.
    """
    if window_seconds <= 0:
        return timedelta(0)
    number = int.from_bytes(hashlib.sha256(case_id.encode()).digest()[:8])
    return timedelta(milliseconds=number % (window_seconds * 1000))


def _ladder(case: Case, running: RunningClock, rules: RuleSet) -> Iterator[DueStep]:
    if running.clock is None:
        yield DueStep(running=running, step=None, instant=running.deadline)
        return
    for step in rules.timers[running.clock].steps:
        instant = _instant(step, running, case.grant_year)
        born_late = instant <= running.since and (step.days or 0) < 0
        # Nothing happens before its cause: what should have been earlier is due when the clock begins to run.
        due = DueStep(running=running, step=step, instant=max(instant, running.since))
        if due.cause not in case.steps_done and not born_late and not _needless(case, running, due):
            yield due


def _needless(case: Case, running: RunningClock, due: DueStep) -> bool:
    """Say whether a reminder to use the money was passed over because the municipality had told that none is left."""
    if running.clock is not Clock.USE or due.step is None or due.step.at == AT_DEADLINE:
        return False
    told = case.unspent_answered_at
    # What fell due before the newest answer and was not handled then is not made up for.
    return case.unspent_answer_ore == 0 or (told is not None and due.instant <= told)


def _instant(step: Step, running: RunningClock, grant_year: int) -> datetime:
    if step.at == AT_DEADLINE:
        return running.deadline
    return morning_of(step.on(last_day(running.deadline), grant_year))


def _of_stage(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    if case.stage is Stage.SUBMITTED:
        yield from _after(rules, Clock.ASSIGN, "assign", case.stage_since)
    if case.stage is Stage.IN_ASSESSMENT:
        # Back from the municipality, or set aside, it is assessed anew.
        name = f"assess:{case.path.count(Stage.IN_ASSESSMENT)}"
        yield from _after(rules, Clock.ASSESS, name, case.stage_since)
    if case.stage is Stage.RETURNED and case.supplement_last_day is not None:
        name = f"supplement:{case.supplements}"
        yield _until(rules, Clock.SUPPLEMENT, name, case.supplement_last_day, case.stage_since)
    if case.stage is Stage.AWAITING_APPROVAL and case.recommendation is not None:
        yield from _after(rules, Clock.APPROVE, f"approve:{case.recommendation.number}", case.stage_since)


def _until(rules: RuleSet, clock: Clock, name: str, day: date, since: datetime) -> RunningClock:
    rule = rules.timers[clock].rule
    return RunningClock(name=name, clock=clock, deadline=end_of_day(day), since=since, rule=rule)


def _of_decision(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    decision = case.decision
    if decision is None:
        return
    since = decision.decided_at
    if case.threshold is None and case.stage is not Stage.ANNULLED:
        rule = rules.reporting.threshold_kr.rule
        name = f"{THRESHOLD}:{decision.number}"
        yield RunningClock(name=name, clock=None, deadline=since, since=since, rule=rule)
    if case.awaits_acceptance and case.acceptance_last_day is not None and Clock.ACCEPTANCE in rules.timers:
        yield _until(rules, Clock.ACCEPTANCE, "acceptance", case.acceptance_last_day, since)
    if case.awaits_budget and case.budget_last_day is not None and Clock.BUDGET in rules.timers:
        yield _until(rules, Clock.BUDGET, "budget", case.budget_last_day, since)
    year_end = end_of_year(case.grant_year)
    if case.stage in _UNPAID and not case.grant_year_ended:
        rule = rules.timers[Clock.PAYMENT].rule
        yield RunningClock(name="payment", clock=Clock.PAYMENT, deadline=year_end, since=since, rule=rule)
    if case.stage in _UNPAID | {Stage.DISBURSED} and not case.grant_year_ended:
        rule = rules.timers[Clock.GRANT_YEAR_END].rule
        yield RunningClock(
            name="grant_year_end", clock=Clock.GRANT_YEAR_END, deadline=year_end, since=since, rule=rule
        )
    if case.stage in {Stage.DISBURSED, Stage.CARRY_OVER} and not case.use_ended:
        rule = rules.timers[Clock.USE].rule
        yield RunningClock(
            # Moved, it climbs its ladder anew (T41).
            name=_extended("use", case),
            clock=Clock.USE,
            deadline=decision.use_deadline,
            since=case.use_since or since,
            rule=rule,
        )
    yield from _use_question(case, rules)
    yield from _of_extension(case, rules)


def _extended(name: str, case: Case) -> str:
    return f"{name}:{case.use_extended}" if case.use_extended else name


def _of_extension(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    """Wait for the directorate's answer (R26-34)."""
    asked = case.open_extension
    if asked is None or asked.question_at is None or asked.allowed is not None:
        return
    yield from _after(rules, Clock.DIRECTORATE, f"directorate:{asked.number}", asked.question_at)


def _use_question(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    """Wait for the answer to the one question that goes to every payee, also where a report is still to come (E28).

    The letter that confirms an early end asks it too.
    """
    asked = case.stage_since if case.stage is Stage.ENDED_EARLY else case.use_ended_at
    if case.stage not in IN_USE or asked is None or case.use_is_told:
        return
    day = rules.last_day(Clock.USE_QUESTION, last_day(asked))
    if day is not None:
        # Money that came later, or a last report that was sent back: from then on it is waited for.
        later = [report.since for report in case.reports if report.awaits_grantee]
        since = max([asked, case.use_since or asked, *later])
        yield _until(rules, Clock.USE_QUESTION, _extended("use_question", case), day, since)


def _of_duties(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    if not case.paid_ore:
        # Nobody is reminded to account for money that has not come, and may never come (E37).
        return
    paid_at = case.use_since
    for report in case.reports:
        yield from _of_duty(rules, Clock.REPORT, report, paid_at)
    for audit in case.audits:
        yield from _of_duty(rules, Clock.AUDIT, audit, paid_at)
    for claim in case.claims:
        if claim.state is ClaimState.NOTICED and not claim.replied:
            yield from _of_notice(rules, claim)
        elif claim.state is ClaimState.IN_COLLECTION and claim.collection_at is not None:
            yield from _after(rules, Clock.COLLECTION, f"collection:{claim.number}", claim.collection_at)
        elif claim.outstanding_ore and claim.due_day is not None:
            since = case.stage_since
            # Moved, it climbs its ladder anew (L-26).
            again = f":{claim.deferrals}" if claim.deferrals else ""
            yield _until(rules, Clock.CLAIM, f"claim:{claim.number}{again}", claim.due_day, since)


def _of_notice(rules: RuleSet, claim: Claim) -> Iterator[RunningClock]:
    if claim.notice_at is not None and claim.notice_last_day is not None:
        name = f"claim_notice:{claim.number}"
        yield _until(rules, Clock.CLAIM_NOTICE, name, claim.notice_last_day, claim.notice_at)


def _of_duty(
    rules: RuleSet, clock: Clock, duty: ReportDuty | AuditDuty, paid_at: datetime | None
) -> Iterator[RunningClock]:
    if duty.awaits_grantee:
        # What lapsed and arises again is another deadline than the first.
        again = f":d{duty.decision_no}" if duty.decision_no > 1 else ""
        suffix = f"{again}:{duty.returns}" if duty.returns else again
        since = max(duty.since, paid_at or duty.since)
        yield _until(rules, clock, f"{clock}:{duty.name}{suffix}", duty.last_day, since)
    elif duty.state is DutyState.DELIVERED and duty.delivered_at is not None:
        again = f":d{duty.decision_no}" if duty.decision_no > 1 else ""
        name = f"{clock}_review:{duty.name}{again}:{duty.returns}"
        yield from _after(rules, Clock.REPORT_REVIEW, name, duty.delivered_at)


def _of_disputes(case: Case, rules: RuleSet) -> Iterator[RunningClock]:
    formal = case.appeal_regime is AppealRegime.INDIVIDUAL_DECISION
    if formal and case.stage in UNDECIDED and not case.preliminary_reply_sent and not case.decisions:
        yield from _after(rules, Clock.PRELIMINARY_REPLY, "preliminary_reply", case.received_at)
    for appeal in case.appeals:
        yield from _of_appeal(appeal, rules)
    reversal = case.reversal
    if reversal is not None and reversal.needs_notice and reversal.reply_day is not None:
        name = f"reversal_notice:{reversal.number}"
        yield _until(rules, Clock.REVERSAL_NOTICE, name, reversal.reply_day, case.stage_since)


def _of_appeal(appeal: Appeal, rules: RuleSet) -> Iterator[RunningClock]:
    if appeal.is_with_us:
        name = f"appeal_review:{appeal.number}"
        yield from _after(rules, Clock.APPEAL_REVIEW, name, appeal.received_at)
        if appeal.regime is AppealRegime.INDIVIDUAL_DECISION and not appeal.replied:
            name = f"preliminary_reply:appeal:{appeal.number}"
            yield from _after(rules, Clock.PRELIMINARY_REPLY, name, appeal.received_at)
    if appeal.state is AppealState.FORWARDED and appeal.forwarded_at is not None:
        name = f"appeal_follow_up:{appeal.number}"
        yield from _after(rules, Clock.APPEAL_FOLLOW_UP, name, appeal.forwarded_at)


def _after(rules: RuleSet, clock: Clock, name: str, since: datetime) -> Iterator[RunningClock]:
    """Run *clock* for the period that the rule set gives it, from *since*."""
    day = rules.last_day(clock, local_day(since))
    if day is not None:
        yield _until(rules, clock, name, day, since)


def reached(case: Case, running: RunningClock, acts: Collection[Act], rules: RuleSet) -> Step | None:
    """Return the last handled step of *running* that asks for one of *acts*, if any."""
    if running.clock is None:
        return None
    done = [
        step
        for step in rules.timers[running.clock].steps
        if step.act in acts and f"{running.name}@{step.at}" in case.steps_done
    ]
    return done[-1] if done else None
