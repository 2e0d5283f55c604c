"""Norwegian working days: weekends and public holidays, with Easter (domstolloven § 149, L-29)."""

from datetime import date, timedelta
from functools import cache
from typing import Final

#: Days from Easter Sunday: Maundy Thursday, Good Friday, both Easter days, Ascension, both Whit days.
_EASTER_OFFSETS: Final = (-3, -2, 0, 1, 39, 49, 50)

#: New Year, Labour Day, Constitution Day and both Christmas days, as (month, day).
_FIXED: Final = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))

_SATURDAY: Final = 5


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of *year* in the Gregorian calendar (Meeus, Jones, Butcher)."""
    golden = year % 19
    century, within = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    quarter, odd = divmod(within, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - odd) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of *year*."""
    easter = easter_sunday(year)
    moving = (easter + timedelta(days=offset) for offset in _EASTER_OFFSETS)
    return frozenset((*moving, *(date(year, month, day) for month, day in _FIXED)))


def is_working_day(day: date) -> bool:
    """Say whether *day* is neither a Saturday, a Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def on_or_after(day: date) -> date:
    """Return *day*, or the next working day where it is none (domstolloven § 149)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """Return the day *count* working days after *day*."""
    for _ in range(count):
        day = on_or_after(day + timedelta(days=1))
    return day
