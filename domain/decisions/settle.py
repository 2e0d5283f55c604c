"""What follows by itself: reported when every report is approved, audited, refunded or closed when nothing is open."""

from collections.abc import Iterator
from datetime import datetime

from domain import events as e
from domain.actors import CLOCK
from domain.case import IN_USE, Case
from domain.evolve import evolve
from domain.lifecycle import Stage


def settled(case: Case, events: list[e.Event], now: datetime) -> list[e.Event]:
    """Return *events* with everything that follows from them without anybody asking (T23, T25, T26, T34)."""
    found = list(events)
    for event in events:
        case = evolve(case, event, case_id=case.case_id, at=now)
    while (follows := next(_following(case), None)) is not None:
        found.append(follows)
        case = evolve(case, follows, case_id=case.case_id, at=now)
    return found


def _following(case: Case) -> Iterator[e.Event]:
    reports_done = bool(case.reports) and not any(report.is_open for report in case.reports)
    if case.stage in IN_USE and reports_done:
        yield e.ReportsCompleted()
    if case.stage is Stage.REPORTED and case.audits and not any(audit.is_open for audit in case.audits):
        yield e.AuditsCompleted()
    if _waits_for_nothing(case):
        if case.refunded_ore:
            yield e.Refunded(refunded_ore=case.refunded_ore)
        elif case.stage is Stage.REPORTED:
            yield e.Closed(outcome="reported", note=None, by=CLOCK.subject)
    if case.stage is Stage.REFUNDED and case.has_ended and not case.refunded_ore:
        # All that had come back was sent out again: the claim was reversed after it was paid.
        yield e.Closed(outcome="claim_lifted", note=None, by=CLOCK.subject)


def _waits_for_nothing(case: Case) -> bool:
    """Say whether every duty is done and every claim settled in a case whose use of the money is told."""
    if case.stage not in IN_USE | {Stage.REPORTED, Stage.AUDITED}:
        return False
    if case.stage in IN_USE and (not case.use_is_over or case.unspent_ore is None):
        return False
    if case.is_disputed:
        return False
    return (
        not case.duties_open and case.unclaimed_ore == 0 and not any(claim.is_open for claim in case.claims)
    )
