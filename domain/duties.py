"""Report duties and audit duties: small machines that run beside the stages of a case (T20–T25).

A duty belongs to the project and is carried by the case that crossed the limit (R26-52, R26-53, C14).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache

from statemachine import State

from domain.lifecycle import StrictChart, step


class DutyState(StrEnum):
    """How far a duty has come."""

    EXPECTED = "expected"
    DELIVERED = "delivered"
    RETURNED = "returned"
    APPROVED = "approved"


class DutyMove(StrEnum):
    """What happens to a duty."""

    DELIVER = "deliver"
    SEND_BACK = "send_back"
    APPROVE = "approve"


class DutyChart(StrictChart):
    """A report or an auditor's statement: delivered, sent back until it is right, approved."""

    expected = State(initial=True, value=DutyState.EXPECTED)
    delivered = State(value=DutyState.DELIVERED)
    returned = State(value=DutyState.RETURNED)
    approved = State(value=DutyState.APPROVED, final=True)

    deliver = expected.to(delivered) | returned.to(delivered)
    send_back = delivered.to(returned)
    approve = delivered.to(approved)


@cache
def duty_after(state: DutyState, move: DutyMove) -> DutyState | None:
    """Return the state that *move* leads to, or None where the machine has no such way."""
    found = step(DutyChart, state, move)
    return None if found is None else DutyState(found)


class Ground(StrEnum):
    """Why a report is asked for."""

    STATUTORY = "statutory"
    DISCRETIONARY = "discretionary"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDuty:
    """One report that is owed for one calendar year of use (R26-58, E14).

    Args:
        name: The year as text; unique within the case.
        year: Calendar year the report is about.
        ground: Why it is owed.
        rule: Rule key behind it.
        last_day: Last Norwegian day on which it is in time; a term of the letter (E16).
        available_ore: What the report must account for, in øre.
        since: When it was asked for, or asked for again (UTC).
        state: How far it has come.
        spent_ore: Spent according to the report, in øre.
        unused_ore: Left over according to the report, in øre.
        delivered_at: When the last version came in (UTC).
        final: True when nothing more is to be spent after this report.
        returns: How many times it was sent back.
        decision_no: The decision whose letter asks for it.
        seconded_by: Who read the delivered version as a second pair of eyes.
    """

    name: str
    year: int
    ground: Ground
    rule: str
    last_day: date
    available_ore: int
    since: datetime
    state: DutyState = DutyState.EXPECTED
    spent_ore: int | None = None
    unused_ore: int | None = None
    delivered_at: datetime | None = None
    final: bool = False
    returns: int = 0
    decision_no: int = 1
    seconded_by: str | None = None

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to do something about it."""
        return self.state is not DutyState.APPROVED

    @property
    def awaits_grantee(self) -> bool:
        """Say whether the municipality is the one to act."""
        return self.state in {DutyState.EXPECTED, DutyState.RETURNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditDuty:
    """One auditor's statement that is owed (R26-59 to R26-61, I21-30).

    Args:
        name: Unique within the case.
        rule: Rule key behind it.
        last_day: Last Norwegian day on which it is in time.
        collected: True when one statement covers several years (R26-59).
        since: When it was asked for, or asked for again (UTC).
        state: How far it has come.
        amount_ore: The amount the auditor attests as spent, in øre.
        delivered_at: When the last version came in (UTC).
        returns: How many times it was sent back.
        decision_no: The decision whose letter asks for it.
    """

    name: str
    rule: str
    last_day: date
    collected: bool
    since: datetime
    state: DutyState = DutyState.EXPECTED
    amount_ore: int | None = None
    delivered_at: datetime | None = None
    returns: int = 0
    decision_no: int = 1

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to do something about it."""
        return self.state is not DutyState.APPROVED

    @property
    def awaits_grantee(self) -> bool:
        """Say whether the municipality or its auditor is the one to act."""
        return self.state in {DutyState.EXPECTED, DutyState.RETURNED}
