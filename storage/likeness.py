"""Finds names that are written from memory: without æøå or Sámi letters, a letter doubled, left out, changed or swapped."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, Generic, TypeVar

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


@lru_cache(maxsize=100_000)
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
    return alike_among(sought, Names(names))


def alike_among(sought: str, *known: "Names[T]") -> list[T]:
    """Return the same from several sets of names, in the order they are given."""
    words = [word for word in folded(sought) if word not in _COMMON]
    if not words:
        return []
    for fits in (_is, _has, near):
        found = [key for names in known for key in names.fitting(words, fits)]
        if found:
            return found
    return []


class Names(Generic[T]):
    """Names to be looked among again and again: thousands of names have some hundred words between them.

    Args:
        names: What is named, each with its name.
    """

    def __init__(self, names: Iterable[tuple[T, str]]) -> None:
        self._keys: list[T] = []
        self._with_word: dict[str, set[int]] = {}
        self._with_number: dict[str, set[int]] = {}
        self._written_as: dict[str, set[int]] = {}
        for place, (key, name) in enumerate(names):
            self._keys.append(key)
            parts = folded(name)
            self._written_as.setdefault("".join(parts), set()).add(place)
            for part in parts:
                known = self._with_number if part.isdecimal() else self._with_word
                known.setdefault(part, set()).add(place)

    def fitting(self, words: Sequence[str], fits: Callable[[str, str], bool]) -> list[T]:
        """Return what every one of *words* fits, or is written as they are together, in the order it was given."""
        every = set.intersection(*(self._with(word, fits) for word in words))
        whole = self._written_as.get("".join(words), set())
        return [self._keys[place] for place in sorted(every | whole)]

    def _with(self, word: str, fits: Callable[[str, str], bool]) -> set[int]:
        if word.isdecimal():
            # Of numbers, each one that is near another is another.
            return self._with_number.get(word, set())
        return set().union(*(places for part, places in self._with_word.items() if fits(word, part)))


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
    row = _distances(word, other, most)
    return (min(row) if is_long else row[-1]) <= most


def _distances(word: str, other: str, most: int) -> list[int]:
    """Return, for each beginning of *other*, how many letters of *word* are left out, put in, changed or swapped.

    Where it cannot be *most* any more, the rest of *word* is not looked at.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(word, 1):
        if min(row) > most and min(before) >= most:
            return row
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = before[j - 1] + (sign != wanted)
            if before[j] < cost:
                cost = before[j] + 1
            if row[j - 1] < cost:
                cost = row[j - 1] + 1
            if i > 1 and j > 1 and sign == other[j - 2] and word[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row
