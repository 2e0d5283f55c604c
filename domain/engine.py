"""The words in which the engine speaks of a case: ids, stages and instants, and nothing else.

Whatever reaches Temporal is made of these types. Names, texts, account numbers and commands never do.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

#: Workflow types, updates, signals and activities by name, for callers that do not import the workflows.
GRANT_CASE: Final = "GrantCase"
ROUND: Final = "Round"
OUTBOX: Final = "Outbox"
RECONCILER: Final = "Reconciler"
ANNOUNCER: Final = "Announcer"
CARRY_OUT: Final = "carry_out"
NUDGE: Final = "nudge"
LOAD_HEAD: Final = "load_head"
RECORD: Final = "record"
RECORD_DUE: Final = "record_due"
ENFORCE_USE_DEADLINE: Final = "enforce_use_deadline"
ENFORCE_THRESHOLD: Final = "enforce_reporting_threshold"
LOAD_ROUND: Final = "load_round"
RECORD_ROUND_DUE: Final = "record_round_due"
DELIVER: Final = "deliver"
RECONCILE: Final = "reconcile"
ANNOUNCE: Final = "announce"

#: The type of the failure that no second try mends.
RECORD_FAILED: Final = "record_failed"

TASK_QUEUE: Final = "saksgang"

#: Our search attributes and their types, as the server registers them.
SEARCH_ATTRIBUTES: Final = {
    "CaseStage": "Keyword",
    "CaseOffice": "Keyword",
    "GrantYear": "Int",
    "NextDeadline": "Datetime",
    "Overdue": "Bool",
}


def case_workflow_id(case_id: str | UUID) -> str:
    """Return the id of the workflow that carries a case."""
    return f"case-{case_id}"


def round_workflow_id(round_id: str | UUID) -> str:
    """Return the id of the workflow that carries a round."""
    return f"round-{round_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How a case, or a round, stands: all that its workflow knows.

    Args:
        seq: Number of the newest event.
        stage: Where it is.
        office: Code of the office.
        grant_year: The grant year.
        label: Case number or round number.
        due_at: Case time of the next deadline; None when it waits for no clock.
        wake_at: Real time at which to handle it; already shifted and spread.
        cause: Name of the step that is due then.
        overdue: A deadline that somebody must keep has passed.
        finished: It needs nobody and no clock any more.
    """

    seq: int
    stage: str
    office: str
    grant_year: int
    label: str
    due_at: datetime | None = None
    wake_at: datetime | None = None
    cause: str | None = None
    overdue: bool = False
    finished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInput:
    """What ``record`` needs: which case and command, what the workflow has adopted, and its time."""

    case_id: str
    command_id: str
    adopted_seq: int
    engine_now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueInput:
    """What handling a deadline, or loading a head, needs."""

    id: str
    adopted_seq: int
    engine_now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What came of a command: ``done`` with its proof, ``refused`` or ``unknown``, and how the case stands.

    The words of the answer stay in the inbox. ``head`` is None when there is still no case (a refused application).
    """

    outcome: str
    head: Head | None
