"""Days, distances and numbers as the pages show them; money and plain days are the letters' own."""

from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any, Final

from babel.dates import format_date
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from domain.instants import OSLO, last_day, local_day
from domain.workdays import is_working_day
from letters import formats
from letters.formats import NBSP, Language
from storage.reference import municipalities
from web.words import say, sentence

#: Distances are told in weekdays up to here, in days after it.
_WEEK: Final = 7

NOTHING: Final = "–"


def clock(language: Language, instant: datetime) -> str:
    """Return the minute on the Norwegian clock: ``10.42``, in English ``10:42``."""
    local = instant.astimezone(OSLO)
    return f"{local:%H}{':' if language is Language.EN else '.'}{local:%M}"


def when(language: Language, instant: datetime) -> str:
    """Return day and minute: ``14.10.2026 kl. 13.02``."""
    day = formats.day(language, local_day(instant))
    return say(language, "format-when", {"day_shown": day, "clock_shown": clock(language, instant)})


def last_when(language: Language, deadline: datetime) -> str:
    """Return the last minute of a deadline, which is the first instant after it: ``01.06.2026 kl. 23.59``."""
    return when(language, deadline - timedelta(microseconds=1))


def long_day(language: Language, day: date) -> str:
    """Return ``Mandag 23. november 2026``."""
    pattern = "EEEE d MMMM y" if language is Language.EN else "EEEE d. MMMM y"
    shown = format_date(day, pattern, locale=language.value)
    return shown[:1].upper() + shown[1:]


def distance(language: Language, deadline: datetime, now: datetime) -> str:
    """Return how far the last day of a deadline is from *now*, in words: ``2 virkedager over``, ``I dag``, ``om 8 dager``."""
    return _distance(language, deadline, local_day(now), deadline <= now)


@lru_cache(maxsize=5_000)
def _distance(language: Language, deadline: datetime, today: date, over: bool) -> str:
    due = last_day(deadline)
    if over:
        days = sum(
            is_working_day(date.fromordinal(one)) for one in range(due.toordinal() + 1, today.toordinal() + 1)
        )
        return say(language, "distance-over", {"days": days})
    ahead = (due - today).days
    if ahead == 0:
        return say(language, "distance-today")
    if ahead < _WEEK:
        return format_date(due, "EEEE", locale=language.value)
    return say(language, "distance-days", {"days": ahead})


def account(number: str) -> str:
    """Return an account number in its usual groups, unbroken."""
    return NBSP.join((number[:4], number[4:6], number[6:])) if len(number) == 11 else number  # noqa: PLR2004


def kid(number: str) -> str:
    """Return a payment reference in groups of four."""
    return NBSP.join(number[start : start + 4] for start in range(0, len(number), 4))


def amount(language: Language, amount_ore: int) -> str:
    """Return an amount without its unit, for a column whose head has it."""
    return formats.money(language, amount_ore).replace(f"kr{NBSP}", "").replace(f"NOK{NBSP}", "")


def municipality_name(number: str) -> str:
    """Return the municipality with a municipality number, with its Sámi or Kven name where it has one."""
    found = municipalities().get(number)
    return number if found is None else found.official_name


def file_size(size: int) -> str:
    """Return how large a file is: ``640 kB``, ``12 MB``."""
    mega = 1_000_000
    return f"{round(size / mega)}{NBSP}MB" if size >= 10 * mega else f"{max(1, round(size / 1000))}{NBSP}kB"


def add_filters(env: Environment) -> None:
    """Give templates these, each in the language of its page."""

    def spoken(function: Any) -> Any:
        @pass_context
        def filtered(context: Context, value: Any, *more: Any) -> str:
            return NOTHING if value is None else str(function(context["lang"], value, *more))

        return filtered

    for name, function in {
        "money": formats.money,
        "amount": amount,
        "day": formats.day,
        "last_day": formats.last_day_of,
        "last_when": last_when,
        "clock": clock,
        "when": when,
        "long_day": long_day,
        "distance": distance,
        "iso_to_day": lambda language, text: formats.day(language, date.fromisoformat(text)),
        "today_day": lambda language, instant: long_day(language, local_day(instant)),
        "local_day": lambda language, instant: formats.day(language, local_day(instant)),
    }.items():
        env.filters[name] = spoken(function)
    env.filters["org"] = partial(formats.org_number)
    env.filters["account"] = account
    env.filters["kid"] = kid
    # A day as texts take it: they show it in their own language.
    env.filters["sentence"] = sentence
    env.filters["iso_instant"] = formats.as_instant
    env.filters["field_id"] = lambda name: f"f-{name.replace('.', '-')}"
    env.filters["filesize"] = file_size
    env.filters["municipality_name"] = municipality_name
    env.filters["iso_day"] = lambda instant: local_day(instant).isoformat()
