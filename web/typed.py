"""What people type, read the way they mean it: amounts with spaces, days with full stops. What cannot be read has a code.

The codes have words (``field-error-amount`` …), and nothing typed is changed: a field that cannot be read keeps its text.
"""

import re
from datetime import date, time
from typing import Final

from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.money import MAX_ORE, ORE_PER_KRONE

_KRONER: Final = re.compile(r"[0-9]+(?:,[0-9]{1,2})?")
_UNIT: Final = re.compile(r"^(?:kr|nok)\.?|(?:kr|nok)\.?$|,-$")
_SPACES: Final = re.compile(r"[\s\u00a0\u202f_]")
#: A full stop or an apostrophe between groups of three is what some write for a space.
_GROUPING: Final = re.compile(r"(?<=[0-9])[.'](?=[0-9]{3}(?![0-9]))")
_NORWEGIAN_DAY: Final = re.compile(r"([0-9]{1,2})[./ -]\s?([0-9]{1,2})[./ -]\s?([0-9]{4})")
_CLOCK: Final = re.compile(r"(?:kl\.?\s*)?([0-9]{1,2})[:.]([0-9]{2})")
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class UnreadableError(Exception):
    """A text is not what its field asks for; its text is the code."""


def ore(text: str) -> int:
    """Return the øre of an amount as people write it: ``1 250 000``, ``kr 249 999,50``, ``1.250.000``.

    Raises:
        UnreadableError: ``amount`` when it is none, ``amount-large`` when no grant is as large.
    """
    plain = _UNIT.sub("", _SPACES.sub("", text.lower()))
    plain = _GROUPING.sub("", plain).replace(".", ",")
    if not _KRONER.fullmatch(plain):
        raise UnreadableError("amount")
    whole, _, part = plain.partition(",")
    found = int(whole) * ORE_PER_KRONE + int(part.ljust(2, "0") or 0)
    if found > MAX_ORE:
        raise UnreadableError("amount-large")
    return found


def kroner(text: str) -> int:
    """Return an amount in whole kroner (E34).

    Raises:
        UnreadableError: As for ``ore``; ``amount-whole`` when it has øre.
    """
    found, rest = divmod(ore(text), ORE_PER_KRONE)
    if rest:
        raise UnreadableError("amount-whole")
    return found


def day(text: str) -> date:
    """Return the day in ``31.12.2027`` or ``2027-12-31``.

    Raises:
        UnreadableError: ``day`` when it is none, or none that can be meant.
    """
    plain = text.strip()
    try:
        if _ISO_DAY.fullmatch(plain):
            found = date.fromisoformat(plain)
        elif parts := _NORWEGIAN_DAY.fullmatch(plain):
            number, month, year = (int(part) for part in parts.groups())
            found = date(year, month, number)
        else:
            raise UnreadableError("day")
    except ValueError:
        raise UnreadableError("day") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UnreadableError("day")
    return found


def clock(text: str) -> time:
    """Return the minute of a day in ``14:05`` or ``kl. 14.05``.

    Raises:
        UnreadableError: ``clock`` when it is none.
    """
    parts = _CLOCK.fullmatch(text.strip().lower())
    if parts is None:
        raise UnreadableError("clock")
    try:
        return time(int(parts[1]), int(parts[2]))
    except ValueError:
        raise UnreadableError("clock") from None


def number(text: str) -> int:
    """Return a whole number.

    Raises:
        UnreadableError: ``number`` when it is none, or larger than anything counted here.
    """
    plain = _SPACES.sub("", text)
    if not plain.isdecimal() or len(plain) > 6:  # noqa: PLR2004 - fewer than a million of anything
        raise UnreadableError("number")
    return int(plain)


def grouped(amount_kr: int) -> str:
    """Return an amount as a field shows it: ``1 250 000``, unbroken."""
    return f"{amount_kr:,}".replace(",", "\u00a0")
