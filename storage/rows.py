"""What the queries take and give: one frozen type for each list, and the cursors between its pages."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.rounds import stage_at
from storage.searching import Sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a list of cases is narrowed to; None narrows nothing.

    Args:
        finished: Finished cases instead of open ones; None is both.
        stage: Stage on the main axis.
        officer: Subject of the case officer.
        host: Organisation number of the municipality.
        strand: Learning or leader network.
        grant_year: The year of the money.
        overdue_at: Only those with a deadline that has passed by then (case time).
        foster_home: Only foster-home projects, which is what a coordinator reads.
        audited: Only those that an auditor's statement is asked for in, which is what a municipality's auditor reads.
        search: What was searched for.
    """

    finished: bool | None = False
    stage: str | None = None
    officer: str | None = None
    host: str | None = None
    strand: str | None = None
    grant_year: int | None = None
    overdue_at: datetime | None = None
    foster_home: bool = False
    audited: bool = False
    search: Sought | None = None

    @property
    def is_wide(self) -> bool:
        """Whether nothing is asked for beside what is searched for, and whether it has ended."""
        return replace(self, finished=False, search=None) == Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueCursor:
    """The last row of a page of what is overdue."""

    due: datetime
    case_id: UUID
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRow:
    """An open deadline that has passed. ``due`` is the first instant after ``last_day``."""

    case_id: UUID
    case_no: str
    office: str
    host: str
    stage: str
    clock: str
    due: datetime
    last_day: date
    about: str
    rule: str
    role: str
    overdue_rung: int

    @property
    def cursor(self) -> OverdueCursor:
        return OverdueCursor(due=self.due, case_id=self.case_id, clock=self.clock)

    @property
    def of_case(self) -> bool:
        """Say whether it belongs to a case; else it is the office's own, and ``case_no`` says what it is about."""
        return bool(self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCursor:
    """The last row of a page of tasks."""

    due: datetime | None
    case_id: UUID
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """An open task. ``due`` is the first instant after the last day to do it."""

    case_id: UUID
    case_no: str
    stage: str
    host: str
    task: str
    code: str
    role: str
    office: str
    opened_at: datetime
    due: datetime | None
    rule: str
    params: dict[str, Any]

    @property
    def cursor(self) -> TaskCursor:
        return TaskCursor(due=self.due, case_id=self.case_id, task=self.task)

    @property
    def of_case(self) -> bool:
        """Say whether it belongs to a case; else it is the office's own, and ``case_no`` says what it is about."""
        return bool(self.stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """An open deadline of one case. ``due`` is the first instant after ``last_day``."""

    clock: str
    due: datetime
    last_day: date
    about: str
    rule: str
    role: str
    overdue_rung: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A case as it stands: the columns of ``case_head``, without the key of the search field."""

    case_id: UUID
    case_no: str
    office: str
    round_id: UUID
    project_id: UUID
    network_id: UUID
    rule_set: str
    rule_set_sha256: str
    strand: str
    grant_year: int
    host: str
    seq: int
    hash: bytes
    stage: str
    state: dict[str, Any]
    applied_ore: int
    granted_ore: int
    paid_ore: int
    refunded_ore: int
    officer: str | None
    next_due: datetime | None
    next_cause: str | None
    first_due: datetime | None
    first_clock: str | None
    overdue: bool
    finished: bool
    adopted_seq: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A round as it stands: the columns of ``round``."""

    round_id: UUID
    round_no: str
    office: str
    grant_year: int
    strand: str
    rule_set: str
    rule_set_sha256: str
    title: str
    state: dict[str, Any]
    seq: int
    hash: bytes
    stage: str
    opens_at: datetime
    closes_at: datetime
    next_due: datetime | None
    next_cause: str | None
    adopted_seq: int
    changed_at: datetime
    finished: bool

    def stage_at(self, now: datetime) -> str:
        """Return what the round is at *now* (case time)."""
        return stage_at(self.opens_at, self.closes_at, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """The money of one pot of one office's year, in øre, and the letter that gave it."""

    office: str
    grant_year: int
    pot: str
    reference: str
    amount_ore: int
    committed_ore: int
    paid_ore: int
    earmarked: bool

    @property
    def free_ore(self) -> int:
        return self.amount_ore - self.committed_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Unadopted:
    """A case or round that has moved on without its workflow's knowledge."""

    stream: str
    seq: int
    adopted_seq: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Unhandled:
    """A case or round whose next deadline has passed and is not handled."""

    stream: str
    due: datetime
    cause: str | None
