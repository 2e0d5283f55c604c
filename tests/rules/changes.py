"""What a change to a rule is: the row, the place that keeps it, what is done to it there."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A deliberate change of one rule, in this process.

    Args:
        rule: The row whose rule is changed.
        place: What keeps it: ``2026-bufdir reporting.threshold_kr``, ``domain/decisions/use.py answer_use``.
        words: What is changed there: ``1000000 -> 1000001``, ``not (body.spent_until > last)``.
        make: Makes the change. It is not taken back: the process that makes it ends.
    """

    rule: str
    place: str
    words: str
    make: Callable[[], None]

    @property
    def name(self) -> str:
        """What it is known by from run to run; it says both the place and the guard or value that stood there."""
        return f"{self.place}: {self.words}"


def others(value: Any) -> list[Any]:
    """Return what *value* is changed to: its neighbours, or the other thing that it could have been."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, Enum):
        members = list(type(value))
        return [members[(members.index(value) + 1) % len(members)]]
    if isinstance(value, int):
        return [value - 1, value + 1]
    if isinstance(value, frozenset):
        return [frozenset(other for one in value for other in type(one)) - value]
    return [f"{value}-changed"] if isinstance(value, str) else []
