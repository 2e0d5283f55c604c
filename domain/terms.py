"""The terms of a grant letter: what the municipality must do for the money, said also when it is nothing (R26-51)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.private import Private
from domain.problems import MistakeError


def _known_year(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        english = f"the year must be from {FIRST_YEAR} to {LAST_YEAR}"
        raise MistakeError("year", english, first=FIRST_YEAR, last=LAST_YEAR)
    return day


Day = Annotated[date, AfterValidator(_known_year)]
"""A Norwegian calendar day in a year that can be meant."""


class ReportingTerm(StrEnum):
    """What the letter says of reporting. There is no third value: silence cannot be approved."""

    NONE = "none"
    REQUIRED = "required"


class AuditTerm(StrEnum):
    """What the letter says of audit."""

    NONE = "none"
    REQUIRED = "required"
    COLLECTED = "collected"


class ConditionBlocks(StrEnum):
    """What waits until a condition is met (R26-17)."""

    GRANT = "grant"
    PAYMENT = "payment"


#: What is for the office alone, and never in the letter.
INTERNAL: Final = frozenset({"reporting_reason", "audit_reason", "added_questions_reason"})


class Terms(BaseModel):
    """The terms of one letter. Every missing value is named before a leader can approve (T13).

    ``None`` means *not said yet*; "no duty" is said with ``none``. Days are the last Norwegian day in time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reporting: ReportingTerm | None = None
    reporting_reason: Private | None = None
    """Why the person chose so, where the rules leave it to a person: internal, never in the letter (R26-56, E1)."""
    report_last_day: Day | None = None
    final_report_last_day: Day | None = None
    audit: AuditTerm | None = None
    audit_reason: Private | None = None
    audit_last_day: Day | None = None
    interest_and_vat: StrictBool = Field(default=False, exclude_if=lambda asked: asked is False)
    """Whether each report also says what interest the grant earned, and what value added tax was compensated (E31)."""
    cost_from: Day | None = None
    """First day of eligible cost (E35); the start of the grant year where nothing is said."""
    knowledge_environment: ConditionBlocks | None = None
    """Set where the office makes a knowledge environment a condition (R26-17)."""
    added_questions: Private | None = Field(default=None, exclude_if=lambda text: text is None)
    """What the report answers beside the fixed form; it stands in the letter (R26-57)."""
    added_questions_reason: Private | None = Field(default=None, exclude_if=lambda text: text is None)
    """Why more is asked than the form asks: internal, never in the letter (R26-57)."""

    @property
    def asks_more(self) -> bool:
        """Say whether the report answers more than its form: what the letter adds, or interest and value added tax."""
        return self.added_questions is not None or self.interest_and_vat
