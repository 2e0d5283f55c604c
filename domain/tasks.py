"""What waits for whom: the tasks of a case follow from its state, and vanish when their cause is gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.actors import Role
from domain.appeals import Appeal, AppealState
from domain.case import IN_USE, TERMINAL, Case
from domain.claims import ClaimState
from domain.clocks import RunningClock, reached, running_clocks
from domain.duties import DutyState
from domain.lifecycle import Stage
from domain.ruleset import Act, Clock, RuleSet
from domain.second_eye import lacks_second_eye

#: The task that each stage gives, with its role and rule.
_BY_STAGE: Final = {
    Stage.SUBMITTED: ("assign", Role.CASE_OFFICER, "T05"),
    Stage.IN_ASSESSMENT: ("assess", Role.CASE_OFFICER, "T10"),
    Stage.ASSESSED: ("recommend", Role.CASE_OFFICER, "T11"),
    Stage.AWAITING_APPROVAL: ("approve", Role.LEADER, "T13"),
    Stage.PAYMENT_ORDERED: ("register_voucher", Role.ACCOUNTANT, "T17"),
    Stage.REOPENED: ("follow_up_reopening", Role.CASE_OFFICER, "T42"),
}

_BY_CLAIM: Final = {
    ClaimState.PROPOSED: ("decide_claim", Role.LEADER, "T31"),
    ClaimState.DECIDED: ("invoice_claim", Role.ACCOUNTANT, "T32"),
}

#: Which steps of a ladder put a task on whose table; the last one reached says what it is.
_ESCALATES_TO: Final = {
    Role.CASE_OFFICER: frozenset({Act.TASK_OFFICER}),
    Role.LEADER: frozenset({Act.TASK_LEADER, Act.CHOICE_LEADER}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something one role at the office has to do.

    Args:
        name: Unique within the case.
        code: What it is, a key in the message catalogues.
        role: Whose it is.
        rule: Rule key or transition behind it.
        due: First instant after the last day to do it (UTC), where there is one.
        office: Code of the office, where it is another than the case's.
    """

    name: str
    code: str
    role: Role
    rule: str
    due: datetime | None = None
    office: str | None = None


def tasks(case: Case, rules: RuleSet) -> tuple[Task, ...]:
    """Return every task that is open in *case*, in a stable order."""
    if case.finished:
        return ()
    clocks = running_clocks(case, rules)
    due = {str(clock.clock): clock.deadline for clock in clocks}
    found = [
        *_of_stage(case, due),
        *_of_payment(case),
        *_of_duties(case, rules),
        *_of_money_back(case, rules),
    ]
    found += _of_hands(case)
    found += _of_disputes(case)
    found += _of_extension(case, rules)
    if case.open_change is not None:
        found.append(Task(name="decide_change", code="decide_change", role=Role.LEADER, rule="T41"))
    found += _of_early_end(case)
    found += _of_transfer(case)
    found += [task for clock in clocks for task in _escalations(case, clock, rules)]
    return tuple(sorted(found, key=lambda task: task.name))


def _of_stage(case: Case, due: dict[str, datetime]) -> Iterator[Task]:
    if case.stage in _BY_STAGE:
        code, role, rule = _BY_STAGE[case.stage]
        yield Task(name=code, code=code, role=role, rule=rule, due=due.get(code))
    if case.dismissal is not None:
        yield Task(name="decide_dismissal", code="decide_dismissal", role=Role.LEADER, rule="T09")
    elif case.late_undecided:
        yield Task(name="late_application", code="late_application", role=Role.LEADER, rule="E20")


#: Until the decision, somebody who may work on the case has it.
_NEED_AN_OFFICER: Final = frozenset({Stage.IN_ASSESSMENT, Stage.ASSESSED, Stage.AWAITING_APPROVAL})


def _of_hands(case: Case) -> Iterator[Task]:
    """Ask for another hand where one that was used, or is to be, is disqualified or has not declared (E40)."""
    if case.stage in _NEED_AN_OFFICER and case.officer in case.disqualified:
        yield Task(name="reassign", code="reassign", role=Role.LEADER, rule="E40")
    if case.stage is Stage.AWAITING_APPROVAL and case.disqualified_hand is not None:
        yield Task(name="prepare_anew", code="prepare_anew", role=Role.LEADER, rule="E40")
    elif case.stage is Stage.AWAITING_APPROVAL and not _may_decide(case):
        yield Task(name="impartiality_missing", code="impartiality_missing", role=Role.LEADER, rule="E40")


def _may_decide(case: Case) -> set[str]:
    """Return those who have declared that they are impartial and did not prepare what waits."""
    recommender = case.recommendation.by if case.recommendation else None
    assessor = case.assessment.by if case.assessment else None
    return set(case.impartial) - {recommender, assessor, case.officer}


def _of_payment(case: Case) -> Iterator[Task]:
    if case.stage is not Stage.GRANTED or case.reversal is not None:
        return
    if case.is_lapsed:
        # The authority of the budget year has lapsed; a person decides what becomes of the grant (E37).
        yield Task(name="lapsed", code="lapsed", role=Role.LEADER, rule="E37")
    elif case.payment_hold is not None:
        # The appeal has its own task; the money waits for its answer (T16).
        return
    elif case.open_payment is not None:
        yield Task(name="attest", code="attest", role=Role.ATTESTOR, rule="T16")
    elif case.open_conditions:
        yield Task(name="condition", code="condition", role=Role.CASE_OFFICER, rule="R26-17")
    elif case.awaits_acceptance:
        yield Task(name="acceptance", code="acceptance", role=Role.CASE_OFFICER, rule="T15")
    elif not case.account_confirmed:
        yield Task(name="account", code="account", role=Role.CASE_OFFICER, rule="E36")
    else:
        yield Task(name="order_payment", code="order_payment", role=Role.LEADER, rule="T16")


def _of_duties(case: Case, rules: RuleSet) -> Iterator[Task]:
    if case.duty_to_confirm:
        yield Task(name="confirm_duty", code="confirm_duty", role=Role.LEADER, rule="E7")
    for report in case.reports:
        if report.state is DutyState.DELIVERED:
            if lacks_second_eye(case, report, rules):
                name = f"second_report:{report.name}"
                yield Task(name=name, code="second_report", role=Role.CASE_OFFICER, rule="T23")
            yield Task(
                name=f"review_report:{report.name}", code="review_report", role=Role.CASE_OFFICER, rule="T23"
            )
    for audit in case.audits:
        if audit.state is not DutyState.DELIVERED:
            continue
        if case.audit_difference_ore(audit):
            name = f"audit_differs:{audit.name}"
            yield Task(name=name, code="audit_differs", role=Role.CASE_OFFICER, rule="E43")
        else:
            name = f"review_audit:{audit.name}"
            yield Task(name=name, code="review_audit", role=Role.CASE_OFFICER, rule="T25")


def _of_early_end(case: Case) -> Iterator[Task]:
    if case.audit_open is not None:
        yield Task(name="early_audit", code="early_audit", role=Role.LEADER, rule=case.audit_open)


def _of_transfer(case: Case) -> Iterator[Task]:
    if case.transfer_to is not None:
        yield Task(name="take_over", code="take_over", role=Role.LEADER, rule="T43", office=case.transfer_to)
    elif case.officer is None and case.stage is not Stage.SUBMITTED and case.stage not in TERMINAL:
        yield Task(name="give_officer", code="give_officer", role=Role.LEADER, rule="T43")


def _of_extension(case: Case, rules: RuleSet) -> Iterator[Task]:
    asked = case.open_extension
    if asked is None:
        return
    if asked.question_at is None:
        rule = rules.timers[Clock.DIRECTORATE].rule
        yield Task(name="ask_directorate", code="ask_directorate", role=Role.CASE_OFFICER, rule=rule)
    elif asked.allowed is not None:
        yield Task(name="decide_extension", code="decide_extension", role=Role.LEADER, rule="T41")


def _of_money_back(case: Case, rules: RuleSet) -> Iterator[Task]:
    for claim in case.claims:
        if claim.state is ClaimState.PROPOSED and case.needs_notice(claim):
            yield Task(
                name=f"give_claim_notice:{claim.number}",
                code="give_claim_notice",
                role=Role.CASE_OFFICER,
                rule="T30",
            )
        elif claim.state in _BY_CLAIM:
            code, role, rule = _BY_CLAIM[claim.state]
            yield Task(name=f"{code}:{claim.number}", code=code, role=role, rule=rule)
        elif claim.state is ClaimState.NOTICED and claim.replied:
            yield Task(name=f"decide_claim:{claim.number}", code="decide_claim", role=Role.LEADER, rule="T31")
        elif claim.overpaid_ore:
            yield Task(
                name=f"return_overpayment:{claim.number}",
                code="return_overpayment",
                role=Role.ACCOUNTANT,
                rule="T33",
            )
    repaid = rules.unspent_repaid
    if case.must_be_reopened and repaid.value:
        # A claim was lifted after the end, and what is unspent is still to be paid back.
        yield Task(name="reopen", code="reopen", role=Role.LEADER, rule="T42")
    elif case.unclaimed_ore and repaid.value:
        yield Task(name="propose_claim", code="propose_claim", role=Role.CASE_OFFICER, rule=repaid.rule)
    elif _may_be_closed(case):
        yield Task(name="close", code="close", role=Role.CASE_OFFICER, rule="T24")


def _may_be_closed(case: Case) -> bool:
    told = case.stage in IN_USE and case.use_is_over and not case.reports and case.unspent_ore is not None
    return (
        told
        and not case.is_disputed
        and case.audit_open is None
        and not any(claim.is_open for claim in case.claims)
    )


#: What each state of an appeal asks of whom.
_BY_APPEAL: Final = {
    AppealState.LATE: ("late_appeal", Role.LEADER, "L-23"),
    AppealState.RECEIVED: ("prepare_appeal", Role.CASE_OFFICER, "T36"),
    AppealState.UNDER_REVIEW: ("decide_appeal", Role.LEADER, "T37"),
    AppealState.RULED: ("carry_out_ruling", Role.CASE_OFFICER, "T39"),
}


def _of_disputes(case: Case) -> Iterator[Task]:
    for appeal in case.appeals:
        yield from _of_appeal(appeal)
    reversal = case.reversal
    if reversal is None:
        return
    if reversal.needs_notice and reversal.reply_day is None:
        yield Task(name="reversal_notice", code="reversal_notice", role=Role.CASE_OFFICER, rule="L-22")
    else:
        yield Task(name="decide_reversal", code="decide_reversal", role=Role.LEADER, rule="T40")


def _of_appeal(appeal: Appeal) -> Iterator[Task]:
    if appeal.state in _BY_APPEAL:
        code, role, rule = _BY_APPEAL[appeal.state]
        yield Task(name=f"{code}:{appeal.number}", code=code, role=role, rule=rule)


def _escalations(case: Case, clock: RunningClock, rules: RuleSet) -> Iterator[Task]:
    for role, acts in _ESCALATES_TO.items():
        step = reached(case, clock, acts, rules)
        if step is not None and clock.clock is not None:
            yield Task(
                name=f"overdue:{clock.name}:{role}",
                code=escalated(step.act, clock.clock),
                role=role,
                rule=step.rule,
                due=clock.deadline,
            )


def escalated(act: Act, clock: Clock) -> str:
    """Return the code of the task that *act* makes of *clock*."""
    return f"choose_{clock}" if act is Act.CHOICE_LEADER else f"overdue_{clock}"
