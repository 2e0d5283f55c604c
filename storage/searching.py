"""What somebody means who searches for a case: names are found in the small registers, then the cases by their ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from time import monotonic
from typing import Any, Final, NamedTuple
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, any_, cast, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.identity import is_org_number
from domain.money import ORE_PER_KRONE
from domain.offices import OFFICES
from storage.likeness import Names, alike_among
from storage.reference import municipalities
from storage.tables import CASE_WORDS, case_head, network, register_head

#: What a case number begins with, with its office or without it: ``SFAG-2026``, ``2026-1``; archives write ``2026/17``.
_NUMBER: Final = re.compile(r"(?:[a-z]{4,6}-)?(20\d\d)(?:[-/]\d*)?")
_AMOUNT: Final = re.compile(r"(?:kr)?(\d{1,12})(?:[.,](\d{2}))?(?:kr)?")
_SPACING: Final = re.compile(r"[\s.\N{NO-BREAK SPACE}]+(?=\d{3})|\s")
_ORG_SPACING: Final = re.compile(r"\s")

_NETWORK: Final = "network"
#: Fewer signs stand somewhere in nearly every case: they must be a word.
_SHORTEST_PART: Final = 3
#: More than so many networks of one name say nothing.
_MOST_NETWORKS: Final = 500


class FoundCase(NamedTuple):
    """A case that was found, with what tells where it stands in the list and who works on it."""

    case_id: UUID
    officer: str | None
    first_due: datetime | None
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What an ended case may be found by, as it stands in ``ended_word``.

    Args:
        ways: By each of these; a case has no more than one of a way's marks.
        phrase: Or by all of these words at once, where they are several.
        is_common: Whether one of the ways alone finds more than are counted.
        has_common_words: Whether each word of the phrase is in more than are counted.
    """

    ways: tuple[tuple[str, ...], ...]
    phrase: tuple[str, ...] = ()
    is_common: bool = False
    has_common_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a search text may mean; a case is found where one of it fits.

    Args:
        text: Words of a case, in any order, or a part of its text; lower case. A short one is a word.
        number: What a case number may begin with, with its office or without it.
        year: The year in such a number, which is the case's own.
        municipalities: Numbers of the municipalities with such a name: of the host, or of any member that applied.
        networks: Networks with such a name.
        amount_ore: What was applied for or granted, in øre.
        by_words: Whether so many are found by something whole that parts of words are not looked for.
        walked: By what the ended cases are found, where they are too many to be kept and are read word by word.
        open: The open cases themselves, where they were looked up and are few enough to be kept.
        ended: Those that have ended, likewise.
        is_looked_up: Whether they were looked up; those that are not there all the same are too many.
    """

    text: str
    number: str | None = None
    year: int | None = None
    municipalities: tuple[str, ...] = ()
    networks: tuple[UUID, ...] = ()
    amount_ore: int | None = None
    by_words: bool = False
    walked: Ways | None = None
    open: tuple[FoundCase, ...] | None = None
    ended: tuple[FoundCase, ...] | None = None
    is_looked_up: bool = False

    @property
    def has_parts(self) -> bool:
        """Whether the text may be a part of words."""
        return self.number is None and not self.by_words and len(self.text) >= _SHORTEST_PART

    def found(self, *, finished: bool) -> tuple[FoundCase, ...] | None:
        """Return the cases that were found and are kept."""
        return self.ended if finished else self.open


async def sought(conn: AsyncConnection, text: str, office: str | None) -> Sought | None:
    """Return what *text* may mean among the cases of *office*, or of all; None where it says nothing."""
    said = " ".join(text.split()).casefold()
    if not said:
        return None
    org_number = _org_number(said)
    if org_number is not None:
        # It stands among the words of each case that has to do with the organisation.
        return Sought(text=org_number)
    number = _NUMBER.fullmatch(said)
    if number is not None:
        begins = number[0].replace("/", "-").upper()
        return Sought(text=said, number=begins, year=int(number[1]), amount_ore=_amount(said))
    found = alike_among(said, await _networks(conn, office), _municipalities())
    numbers = tuple(key for key in found if isinstance(key, str))
    named = [key for key in found if isinstance(key, UUID)][:_MOST_NETWORKS]
    return Sought(
        text=said,
        municipalities=numbers,
        networks=tuple({*named, *await _networks_with(conn, numbers)}),
        amount_ore=_amount(said),
    )


#: A network that is this new is found by the cases that name it, if not yet by a name that is only like its own.
_KNOWN_FOR_SECONDS: Final = 60.0

#: By the database's pool of connections, then by office: until when they are known, and the names.
_known: Final[WeakKeyDictionary[Any, dict[str | None, tuple[float, Names[UUID | str]]]]] = WeakKeyDictionary()


async def _networks(conn: AsyncConnection, office: str | None) -> Names[UUID | str]:
    """Return the names of the networks of *office*, or of all, as they were within the last minute."""
    known = _known.setdefault(conn.sync_engine.pool, {})
    until, names = known.get(office, (0.0, None))
    if names is None or until < monotonic():
        query = select(network.c.network_id, network.c.name)
        rows = await conn.execute(query if office is None else query.where(network.c.office == office))
        names = Names((row.network_id, row.name) for row in rows)
        known[office] = monotonic() + _KNOWN_FOR_SECONDS, names
    return names


@cache
def _municipalities() -> Names[UUID | str]:
    return Names((one.number, one.official_name) for one in municipalities().values())


async def _networks_with(conn: AsyncConnection, numbers: Sequence[str]) -> list[UUID]:
    """Return the registered networks that have, or have had, one of the municipalities as a member."""
    if not numbers:
        return []
    members = register_head.c.state["members"]
    query = select(register_head.c.stream).where(
        register_head.c.kind == _NETWORK,
        or_(*(members.contains([{"municipality": number}]) for number in numbers)),
    )
    return [UUID(stream.partition(":")[2]) for stream in await conn.scalars(query.limit(_MOST_NETWORKS))]


def municipality_mark(number: str) -> str:
    """Return how a municipality stands among the words that a case is searched by."""
    return f"kommune:{number}"


def network_mark(network_id: UUID) -> str:
    """Return how a network stands there; no word of a text has capitals."""
    return f"NET{network_id}"


def amount_mark(ore: int) -> str:
    """Return how an amount stands there, applied for or granted."""
    return f"ORE{ore}"


def is_sought(search: Sought, office: str | None, *, finished: bool | None) -> ColumnElement[bool]:
    """Return what a case must meet to be what was searched for: one of *office*, or of any, that has *finished* or not."""
    is_wide = search.is_looked_up and finished is not None and search.found(finished=finished) is None
    if is_wide and not finished:
        return or_(*_walked_ways(search, office))
    # Where very many are found, the list's own index names the office; said twice, the database would expect few.
    marks = [] if is_wide else _marks(office)
    return or_(*_ways(search, office, marks, finished=finished))


def has_words(words: Sequence[str], office: str | None) -> ColumnElement[bool]:
    """Return that a case of *office*, or of any, has each of *words*, whole, among the words that it is found by.

    What asks says too whether the case has ended: the open ones have an index of their own.
    """
    return _has([*_marks(office), *words])


def _has(words: Sequence[str]) -> ColumnElement[bool]:
    return CASE_WORDS.op("@>", is_comparison=True)(cast(list(words), ARRAY(Text)))


def _marks(office: str | None) -> list[str]:
    """Return the words that every case of *office*, or of any, has."""
    return [] if office is None else [office]


def _ways(
    search: Sought, office: str | None, marks: Sequence[str], *, finished: bool | None
) -> Iterator[ColumnElement[bool]]:
    """Return every way in which a case with *marks* may be what was searched for; each has an index."""
    head = case_head.c
    if search.number is not None:
        yield _is_numbered(search, office, finished=finished)
    if search.has_parts:
        part = head.search.contains(search.text, autoescape=True)
        yield and_(part, _has(marks)) if marks else part
    words = search.text.split()
    # Where the list of ended ones is walked instead, this is what is asked of each row first, since it costs least.
    costs_least = [] if finished is False else [func.strpos(head.search, word) > 0 for word in words]
    yield and_(*costs_least, _has([*marks, *words]))
    for number in search.municipalities:
        yield _has([*marks, municipality_mark(number)])
    if search.networks:
        # Among the open ones alone: the networks' own index would first name all that have ended.
        yield _is_of(search.networks) if finished is not False else _has_networks(search.networks, marks)
    if search.amount_ore:
        yield _has([*marks, amount_mark(search.amount_ore)])


def _walked_ways(search: Sought, office: str | None) -> Iterator[ColumnElement[bool]]:
    """Return the same, to be asked of the few open cases one by one: an index would first name all that have ended."""
    head = case_head.c
    if search.number is not None:
        yield or_(*numbered_from(search.number, office))
    if search.has_parts:
        yield func.strpos(head.search, search.text) > 0
    words = func.concat(" ", head.search, " ")
    yield and_(*(func.strpos(words, f" {word} ") > 0 for word in search.text.split()))
    for number in search.municipalities:
        yield func.strpos(words, f" {municipality_mark(number)} ") > 0
    if search.networks:
        yield _is_of(search.networks)
    if search.amount_ore:
        yield or_(head.applied_ore == search.amount_ore, head.granted_ore == search.amount_ore)


def _is_of(networks: Sequence[UUID]) -> ColumnElement[bool]:
    return case_head.c.network_id == any_(cast(list(networks), ARRAY(Uuid)))


def _has_networks(networks: Sequence[UUID], marks: Sequence[str]) -> ColumnElement[bool]:
    any_of_them = cast([network_mark(one) for one in networks], ARRAY(Text))
    has_one = CASE_WORDS.op("&&", is_comparison=True)(any_of_them)
    return and_(has_one, _has(marks)) if marks else has_one


def _is_numbered(search: Sought, office: str | None, *, finished: bool | None) -> ColumnElement[bool]:
    assert search.number is not None  # noqa: S101 - a number is searched for
    if finished is not False:
        return or_(*numbered_from(search.number, office))
    # A stretch of the numbers would first name all that have ended: the open ones are found by their year.
    case_no = func.concat(case_head.c.case_no, "")
    return and_(case_head.c.grant_year == search.year, or_(*numbered_from(search.number, office, case_no)))


def numbered_from(
    number: str, office: str | None, case_no: Any = case_head.c.case_no
) -> list[ColumnElement[bool]]:
    """Return each way in which a case number of *office*, or of any, may begin with *number*: a stretch of their index."""
    starts = _starts(number, office)
    return [case_no.startswith(one, autoescape=True) for one in starts] or [false()]


def _starts(number: str, office: str | None) -> list[str]:
    offices = list(OFFICES) if office is None else [office]
    if number[0].isalpha():
        return [number] if number.partition("-")[0] in offices else []
    return [f"{code}-{number}" for code in offices]


def ways_of(search: Sought, office: str | None) -> Ways:
    """Return by what the ended cases of *office*, or of any, are found, but for parts of words."""
    words = tuple(dict.fromkeys(search.text.split()))
    ways: list[tuple[str, ...]] = [words] if len(words) == 1 else []
    ways += [(municipality_mark(number),) for number in search.municipalities]
    if search.networks:
        ways.append(tuple(network_mark(one) for one in search.networks))
    if search.amount_ore:
        ways.append((amount_mark(search.amount_ore),))
    if search.number is not None:
        ways.append(tuple(f"NO{start.rstrip('-')}" for start in _starts(search.number, office)))
    return Ways(ways=tuple(ways), phrase=words if len(words) > 1 else ())


def _org_number(said: str) -> str | None:
    digits = _ORG_SPACING.sub("", said)
    return digits if is_org_number(digits) else None


def _amount(said: str) -> int | None:
    found = _AMOUNT.fullmatch(_SPACING.sub("", said))
    if found is None:
        return None
    return int(found[1]) * ORE_PER_KRONE + int(found[2] or 0)
