"""Finds names that are written from memory: without æøå or Sámi letters, a letter doubled, left out, changed or swapped."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

T = TypeVar("T")

#: What a keyboard without the letter writes instead is folded to the same.
_LETTERS: Final = str.maketrans({"æ": "a", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t"})
_DIGRAPHS: Final = re.compile(r"ae|oe")
_DOUBLED: Final = re.compile(r"(.)\1+")
_WORD: Final = re.compile(r"[a-z0-9]+")

#: Below so many letters a word must be spelled right; from there on one letter may be wrong, and from the second two.
_ONE_WRONG: Final = 4
_TWO_WRONG: Final = 7
#: So many letters say something wherever they stand in a word.
_TELLING: Final = 3


@lru_cache(maxsize=20_000)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of *text* in plain letters, each letter once however often it stands: ``Kárášjohka``, ``karasjohka``."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    undoubled = _DOUBLED.sub(_once, _DIGRAPHS.sub(lambda two: two.group()[0], letters))
    return tuple(_WORD.findall(undoubled))


def _once(doubled: re.Match[str]) -> str:
    # Numbers are not words: 3300 is not 30.
    return doubled.group() if doubled.group(1).isdecimal() else doubled.group(1)


#: Words that tell no name from another.
_COMMON: Final = frozenset(
    folded("kommune kommunen kommuner nettverk nettverket læringsnettverk barnevernsledernettverk og i")
)


def alike(sought: str, names: Iterable[tuple[T, str]]) -> list[T]:
    """Return what has a name like *sought*: those with its very words, else with words like these, else nearly so."""
    words = [word for word in folded(sought) if word not in _COMMON]
    if not words:
        return []
    known = [(key, folded(name)) for key, name in names]
    for fits in (_is, _has, near):
        found = [key for key, parts in known if _all(words, parts, fits)]
        if found:
            return found
    return []


def _all(words: Sequence[str], parts: tuple[str, ...], fits: Callable[[str, str], bool]) -> bool:
    return "".join(words) == "".join(parts) or all(any(fits(word, part) for part in parts) for word in words)


def _is(word: str, part: str) -> bool:
    return word == part


def _has(word: str, part: str) -> bool:
    return part.startswith(word) or (len(word) >= _TELLING and word in part)


def near(word: str, other: str) -> bool:
    """Say whether *word* is *other*, or a long word its beginning, but for as many wrong letters as its length allows."""
    is_long = len(word) >= _TWO_WRONG
    most = (len(word) >= _ONE_WRONG) + is_long
    if len(word) > len(other) + most or (not is_long and len(word) < len(other) - most):
        return False
    row = _distances(word, other)
    return (min(row) if is_long else row[-1]) <= most


def _distances(word: str, other: str) -> list[int]:
    """Return, for each beginning of *other*, how many letters of *word* are left out, put in, changed or swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != wanted))
            if i > 1 and j > 1 and sign == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row
