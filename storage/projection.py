"""How a case is laid out in the read tables: the head, the deadlines that run, the tasks that are open.

Pure functions of the case and its rule set. ``record`` writes what changed; ``trail verify`` builds them anew from the
trail and compares.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from domain.actors import Role
from domain.case import Case
from domain.clocks import RunningClock, next_step, running_clocks
from domain.codec import case_state
from domain.instants import last_day
from domain.ruleset import Clock, RuleSet
from domain.tasks import tasks

Row = dict[str, Any]

#: Who is to act before each deadline. Clocks that are nobody's duty are not listed here, nor in the overdue list.
_RESPONSIBLE: Final[Mapping[Clock, Role]] = {
    Clock.ASSIGN: Role.CASE_OFFICER,
    Clock.ASSESS: Role.CASE_OFFICER,
    Clock.SUPPLEMENT: Role.APPLICANT_SIGNATORY,
    Clock.APPROVE: Role.LEADER,
    Clock.PAYMENT: Role.LEADER,
    Clock.USE: Role.APPLICANT_SIGNATORY,
    Clock.USE_QUESTION: Role.APPLICANT_SIGNATORY,
    Clock.REPORT: Role.APPLICANT_SIGNATORY,
    Clock.REPORT_REVIEW: Role.CASE_OFFICER,
    Clock.AUDIT: Role.APPLICANT_SIGNATORY,
    Clock.DIRECTORATE: Role.CASE_OFFICER,
    Clock.CLAIM_NOTICE: Role.APPLICANT_SIGNATORY,
    Clock.CLAIM: Role.APPLICANT_SIGNATORY,
    Clock.COLLECTION: Role.CASE_OFFICER,
    Clock.PRELIMINARY_REPLY: Role.CASE_OFFICER,
    Clock.APPEAL_REVIEW: Role.LEADER,
    Clock.REVERSAL_NOTICE: Role.APPLICANT_SIGNATORY,
}


def head_row(case: Case, rules: RuleSet, now: datetime) -> Row:
    """Return what the table ``case_head`` holds of *case* beside its hash and the rows that never change."""
    due = None if case.finished else next_step(case, rules)
    listed = _listed(case, rules)
    first = None if case.finished else min(listed, key=lambda clock: clock.deadline, default=None)
    return {
        "case_id": case.case_id,
        "case_no": case.case_no,
        "office": case.office,
        "round_id": case.round_id,
        "project_id": case.project_id,
        "network_id": case.network_id,
        "rule_set": case.rule_set,
        "strand": case.strand.value,
        "grant_year": case.grant_year,
        "host": case.host,
        "seq": case.seq,
        "stage": case.stage.value,
        "state": case_state(case),
        "applied_ore": case.applied_ore,
        "granted_ore": case.granted_ore,
        "paid_ore": case.paid_ore,
        "refunded_ore": case.refunded_ore,
        "officer": case.officer,
        "next_due": due.instant.isoformat() if due else None,
        "next_cause": due.cause if due else None,
        "first_due": first.deadline.isoformat() if first else None,
        "first_clock": first.name if first else None,
        "overdue": any(clock.deadline <= now for clock in listed),
        "finished": case.finished,
    }


def is_overdue(case: Case, rules: RuleSet, now: datetime) -> bool:
    """Say whether a deadline that is somebody's to keep has passed at *now* (UTC)."""
    return any(clock.deadline <= now for clock in _listed(case, rules))


def deadline_rows(case: Case | None, rules: RuleSet) -> dict[str, Row]:
    """Return the rows of the table ``deadline`` by clock."""
    if case is None or case.finished:
        return {}
    return {clock.name: _deadline_row(case, clock, rules) for clock in _listed(case, rules)}


def task_rows(case: Case | None, rules: RuleSet) -> dict[str, Row]:
    """Return the rows of the table ``task`` by name, without the instant they were opened."""
    if case is None:
        return {}
    return {
        task.name: {
            "task": task.name,
            "code": task.code,
            "role": task.role.value,
            "office": task.office or case.office,
            "due": task.due.isoformat() if task.due else None,
            "rule": task.rule,
        }
        for task in tasks(case, rules)
    }


def _listed(case: Case, rules: RuleSet) -> list[RunningClock]:
    return [clock for clock in running_clocks(case, rules) if clock.clock in _RESPONSIBLE]


def _deadline_row(case: Case, clock: RunningClock, rules: RuleSet) -> Row:
    assert clock.clock is not None  # noqa: S101 - the threshold is not listed
    climbed = {
        step.at
        for step in rules.timers[clock.clock].steps
        if f"{clock.name}@{step.at}" in case.steps_done and not step.at.startswith("-")
    }
    return {
        "clock": clock.name,
        "due": clock.deadline.isoformat(),
        "last_day": last_day(clock.deadline).isoformat(),
        "about": clock.clock.value,
        "rule": clock.rule,
        "role": _RESPONSIBLE[clock.clock].value,
        "overdue_rung": len(climbed),
    }
