"""The days that a letter names for reports and statements: no source gives them, so some are proposed, and none forced (E16)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.ruleset import RuleSet, Strand
from domain.workdays import on_or_after

#: Accounts are closed in the first months of a year; the auditor has a month more. As (month, day).
_REPORT: Final = (4, 1)
_AUDIT: Final = (5, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDays:
    """Last Norwegian days, each a working day, called as the terms are."""

    report_last_day: date
    final_report_last_day: date
    audit_last_day: date


def proposed_days(rules: RuleSet, strand: Strand, grant_year: int) -> LetterDays:
    """Return days in the spring after what is accounted for: the grant year, and the last year of use."""
    year = grant_year + 1
    after_use = year + (rules.use.years_after(strand).value or 0)
    return LetterDays(
        report_last_day=on_or_after(date(year, *_REPORT)),
        final_report_last_day=on_or_after(date(after_use, *_REPORT)),
        audit_last_day=on_or_after(date(after_use, *_AUDIT)),
    )
