"""The dates that a rule set gives the money of one grant year, as the last second inside (E15, E17)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.instants import end_of_year, last_day
from domain.ruleset import Clock, RuleSet

_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearDates:
    """Until when the money of a grant year is paid and used. None: the source is silent, or sets no such date.

    Args:
        paid_by: Last second in which it can be paid out (UTC).
        use_within: Last second of ordinary use; what is left then is carried over (R26-31, E47).
        use_deadline: Last second in which what is left may be used (R26-32). It is never moved (E18).
        reminders: The days on which the municipality is reminded of it.
    """

    paid_by: datetime | None
    use_within: datetime | None
    use_deadline: datetime | None
    reminders: tuple[date, ...]


def year_dates(rules: RuleSet, grant_year: int) -> YearDates:
    """Return the dates that *rules* give the money of *grant_year*."""
    years = rules.use.deadline_years_after.value
    year_end = end_of_year(grant_year)
    deadline = None if years is None else end_of_year(grant_year + years)
    return YearDates(
        paid_by=year_end - _SECOND if rules.paid_in_grant_year.value else None,
        use_within=year_end - _SECOND if rules.use.within_grant_year.value else None,
        use_deadline=None if deadline is None else deadline - _SECOND,
        reminders=() if deadline is None else _reminders(rules, deadline, grant_year),
    )


def _reminders(rules: RuleSet, deadline: datetime, grant_year: int) -> tuple[date, ...]:
    last = last_day(deadline)
    return tuple(step.on(last, grant_year) for step in rules.timers[Clock.USE].steps)
