"""Amounts, days and instants the way people here read them, so that every text shows them alike.

Norwegian: ``kr 1 250 000``, ``kr 249 999,50``, ``31.12.2027``, ``1. juni 2026 kl. 23.59``. English: ``NOK 1,250,000``,
``NOK 249,999.50``, ``31 December 2027``, ``1 June 2026 at 23:59``. Amounts never break over two lines.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from domain.instants import OSLO, last_day
from domain.money import ORE_PER_KRONE, is_whole_kroner

NBSP: Final = "\N{NO-BREAK SPACE}"

_MINUS: Final = "\N{MINUS SIGN}"

#: Nothing that is stored is finer; a deadline's last instant lies this long before the first one after it.
_TICK: Final = timedelta(microseconds=1)


class Language(StrEnum):
    """A language that every text exists in: bokmål, nynorsk, English."""

    NB = "nb"
    NN = "nn"
    EN = "en"


@lru_cache(maxsize=10_000)
def money(language: Language, amount_ore: int) -> str:
    """Return *amount_ore* (øre) in kroner: no decimals where it is whole kroner, two where it is not."""
    kroner, ore = divmod(abs(amount_ore), ORE_PER_KRONE)
    number = format_decimal(kroner, format="#,##0", locale=language.value).replace(
        "\N{NARROW NO-BREAK SPACE}", NBSP
    )
    if not is_whole_kroner(amount_ore):
        number += f"{'.' if language is Language.EN else ','}{ore:02d}"
    shown = f"{'NOK' if language is Language.EN else 'kr'}{NBSP}{number}"
    return f"{_MINUS}{NBSP}{shown}" if amount_ore < 0 else shown


@lru_cache(maxsize=10_000)
def day(language: Language, value: date) -> str:
    """Return a calendar day: ``31.12.2027``, or ``31 December 2027`` in English."""
    if language is Language.EN:
        return format_date(value, "d MMMM y", locale="en")
    return format_date(value, "dd.MM.y", locale="nb")


def day_of_every_year(language: Language, month: int, day_of_month: int) -> str:
    """Return a day without its year: ``15. november``, or ``15 November`` in English."""
    pattern = "d MMMM" if language is Language.EN else "d. MMMM"
    # Any leap year will do: it has every day.
    return format_date(date(2000, month, day_of_month), pattern, locale=language.value)


def instant(language: Language, value: datetime) -> str:
    """Return an instant (aware) to the minute on the Norwegian clock."""
    local = value.astimezone(OSLO)
    if language is Language.EN:
        return format_datetime(local, "d MMMM y 'at' HH:mm", locale="en")
    return format_datetime(local, "d. MMMM y 'kl'. HH.mm", locale=language.value)


def last_minute(language: Language, first_after: datetime) -> str:
    """Return the last minute of a deadline that is stored as the first instant after it."""
    return instant(language, first_after - _TICK)


@lru_cache(maxsize=10_000)
def last_day_of(language: Language, first_after: datetime) -> str:
    """Return the last Norwegian day of a deadline that is stored as the first instant after it."""
    return day(language, last_day(first_after))


def listed(language: Language, words: Sequence[str], *, choice: bool = False) -> str:
    """Return *words* as one enumeration: ``a, b og c``, or ``a, b eller c`` where one of them is chosen."""
    return format_list(list(words), style="or" if choice else "standard", locale=language.value)


def org_number(number: str) -> str:
    """Return an organisation number in groups of three, unbroken."""
    return NBSP.join((number[:3], number[3:6], number[6:]))


def as_instant(text: str) -> datetime:
    """Return the instant in ISO text; without an offset it is UTC."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
