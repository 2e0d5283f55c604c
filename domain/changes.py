"""A change of what the money is used for: the municipality asks, a leader answers (T41)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A request for another use of the money, or another budget, that has no answer yet.

    Args:
        number: 1, 2, … within the case.
    """

    number: int
