"""Days and minutes as people in Norway write them, and the instants they stand for."""

import re
from datetime import date, datetime, time
from typing import Any, Final

from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.problems import MistakeError
from domain.wall_clock import instant_of

_MINUTE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def minute(value: Any, *, of_day: time) -> datetime:
    """Return the wall-clock minute (naive) in *value*: ``2026-06-01T23:59``, or a day alone.

    Args:
        value: Text, or what TOML makes of it.
        of_day: The minute that a day alone stands for.

    Raises:
        MistakeError: It is neither, or no such minute is on the Norwegian clock.
    """
    found = _naive(value, of_day)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise MistakeError(
            "year",
            f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    instant_of(found)
    return found


def day(text: str) -> date:
    """Return the day in *text*.

    Raises:
        MistakeError: It is none.
    """
    if not _DAY.fullmatch(text):
        raise MistakeError("day", "not a day (such as 2026-03-31)")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MistakeError("no_such_day", "there is no such day") from None


def _naive(value: Any, of_day: time) -> datetime:
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise MistakeError("no_zone", "give the Norwegian wall clock, without a zone")
        return value.replace(second=0, microsecond=0)
    if isinstance(value, date):
        return datetime.combine(value, of_day)
    text = value.strip() if isinstance(value, str) else ""
    if _DAY.fullmatch(text):
        return datetime.combine(day(text), of_day)
    if not _MINUTE.fullmatch(text):
        raise MistakeError(
            "minute", "not a minute (such as 2026-06-01T23:59) and not a day (such as 2026-06-01)"
        )
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise MistakeError("no_such_minute", "there is no such minute") from None
