"""Norwegian calendar days and the UTC instants at which they end.

A deadline is stored as the first instant *after* it: 31.12.2027 ends at 2027-12-31T23:00:00Z (E17). People are shown
the last day or the last minute. Days are added on the calendar, never as multiples of 24 hours (E19).
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

OSLO: Final = ZoneInfo("Europe/Oslo")

#: Reminders leave at this local hour. It exists exactly once on every day, also when the clocks change (E17).
MORNING: Final = time(8, 0)

#: The years in which a date can be meant; anything else is a typing error.
FIRST_YEAR: Final = 2017
LAST_YEAR: Final = 2099

_MONTHS: Final = 12


def start_of_day(day: date) -> datetime:
    """Return the UTC instant at which *day* begins in Norway."""
    return datetime.combine(day, time(0), OSLO).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Return the first UTC instant after *day* in Norway."""
    return start_of_day(day + timedelta(days=1))


def end_of_minute(local: datetime) -> datetime:
    """Return the first UTC instant after the Norwegian wall-clock minute *local* (naive).

    "To and including the minute": a call that ends 1 June 23:59 takes what arrives at 23:59:59.
    """
    return (local.replace(second=0, microsecond=0, tzinfo=OSLO).astimezone(UTC)) + timedelta(minutes=1)


def end_of_year(year: int) -> datetime:
    """Return the first UTC instant after 31 December of *year* in Norway."""
    return end_of_day(date(year, 12, 31))


def morning_of(day: date) -> datetime:
    """Return the UTC instant at which reminders leave on *day*."""
    return datetime.combine(day, MORNING, OSLO).astimezone(UTC)


def last_day(deadline: datetime) -> date:
    """Return the last Norwegian day on which *deadline* (a first instant after) is still kept."""
    return local_day(deadline - timedelta(microseconds=1))


def local_day(instant: datetime) -> date:
    """Return the Norwegian calendar day of a UTC *instant*."""
    return instant.astimezone(OSLO).date()


def local_year(instant: datetime) -> int:
    """Return the Norwegian calendar year of a UTC *instant*."""
    return local_day(instant).year


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a month that is too short for it (E19)."""
    whole = day.month - 1 + months
    year, month = day.year + whole // _MONTHS, whole % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
