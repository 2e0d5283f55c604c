"""A request for more time: longer than the guidelines allow only with the directorate's answer (T41, E27, R26-34)."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A request that is not decided yet.

    Args:
        number: 1, 2, … within the case.
        wanted_day: Last Norwegian day on which the municipality wants to use the money.
        question_at: When the directorate was asked (UTC); None while it was not.
        allowed: What the directorate answered; None while it has not.
        reference: Reference of its answer.
    """

    number: int
    wanted_day: date
    question_at: datetime | None = None
    allowed: bool | None = None
    reference: str | None = None
