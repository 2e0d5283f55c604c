"""What came of a demonstration: facts alone, so that showing and judging them need no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cli.demonstration.language import Life
from domain.lifecycle import Stage
from storage.rows import FrameRow, OverdueRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How one life ended, and what is not as planned.

    Args:
        life: The plan.
        case_no: Its number; None where no case came about.
        stage: Where it stands.
        path: The stages it passed.
        granted_ore: What it was granted.
        days: Days of case time from application to its last stage.
        refusals: Planned refusals that came, by code.
        problems: Everything that is not as planned, one line each.
    """

    life: Life
    case_no: str | None = None
    stage: Stage | None = None
    path: tuple[Stage, ...] = ()
    granted_ore: int = 0
    days: int = 0
    refusals: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def as_planned(self) -> bool:
        """Say whether everything came as planned."""
        return not self.problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """What was overdue at noon of a day, as the database said on that day of the run."""

    as_of: date
    rows: tuple[OverdueRow, ...]
    tasks: Mapping[str, tuple[str, ...]]
    """By case number: for whom the clock has put it on a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The trail, checked."""

    events: int
    streams: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What left the house, as the outbox says and as the folders show."""

    messages: int = 0
    message_files: int = 0
    payment_orders: int = 0
    payment_order_files: int = 0
    commands: int = 0
    undelivered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A whole demonstration."""

    endings: tuple[Ending, ...]
    overdue: Overdue
    frames: tuple[FrameRow, ...]
    trail: Trail
    delivered: Delivered
    commands: int
    deadlines: int
    problems: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def all_problems(self) -> tuple[str, ...]:
        """Everything that is not as it should be, one line each."""
        found = [f"{ending.life.key}: {problem}" for ending in self.endings for problem in ending.problems]
        found += [f"trail: {problem}" for problem in self.trail.problems]
        return (*found, *self.problems)

    @property
    def holds(self) -> bool:
        """Say whether everything ended where it should, was refused as planned, left the house, and verifies."""
        return not self.all_problems
