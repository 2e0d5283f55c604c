"""What somebody means who searches for a case: names are found in the small registers, then the cases by their ids."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Any, Final
from uuid import UUID
from weakref import WeakKeyDictionary

from sqlalchemy import ARRAY, ColumnElement, Text, Uuid, and_, any_, cast, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.identity import is_org_number
from domain.money import ORE_PER_KRONE
from storage.likeness import Names, alike_among
from storage.reference import municipalities
from storage.tables import case_head, network, register_head

#: ``2026/17``, as archives write it; ours is ``SFAG-2026-17``.
_ARCHIVE_NUMBER: Final = re.compile(r"(\d{4})/(\d+)")
_AMOUNT: Final = re.compile(r"(?:kr)?(\d{1,12})(?:[.,](\d{2}))?(?:kr)?")
_SPACING: Final = re.compile(r"[\s.\N{NO-BREAK SPACE}]+(?=\d{3})|\s")
_ORG_SPACING: Final = re.compile(r"\s")

_NETWORK: Final = "network"
#: Fewer signs stand somewhere in nearly every case: they must be a word.
_SHORTEST_PART: Final = 3
#: More than so many networks of one name say nothing.
_MOST_NETWORKS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a search text may mean; a case is found where one of it fits.

    Args:
        text: A part of the case number, of an organisation number, or of a title; lower case. A short one is a word.
        municipalities: Numbers of the municipalities with such a name: of the host, or of any member that applied.
        hosts: Their organisation numbers.
        networks: Networks with such a name.
        amount_ore: What was applied for or granted, in øre.
        found: The cases themselves, where they were looked up and are few enough to be kept.
        found_open: The open ones alone, where all of them are too many.
        is_looked_up: Whether they were looked up; with neither of the two above, they are too many.
    """

    text: str
    municipalities: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    networks: tuple[UUID, ...] = ()
    amount_ore: int | None = None
    found: tuple[UUID, ...] | None = None
    found_open: tuple[UUID, ...] | None = None
    is_looked_up: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it finds more cases than are kept."""
        return self.is_looked_up and self.found is None


async def sought(conn: AsyncConnection, text: str, office: str | None) -> Sought | None:
    """Return what *text* may mean among the cases of *office*, or of all; None where it says nothing."""
    said = " ".join(text.split()).casefold()
    if not said:
        return None
    number = _org_number(said)
    if number is not None:
        return Sought(text=number, hosts=(number,))
    found = alike_among(said, await _networks(conn, office), _municipalities())
    numbers = tuple(key for key in found if isinstance(key, str))
    named = [key for key in found if isinstance(key, UUID)][:_MOST_NETWORKS]
    hosts = (municipalities()[number].org_number for number in numbers)
    return Sought(
        text=_ARCHIVE_NUMBER.sub(r"-\1-\2", said),
        municipalities=numbers,
        hosts=tuple(host for host in hosts if host),
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


def is_sought(search: Sought, *, open_only: bool) -> ColumnElement[bool]:
    """Return what a case must meet to be what was searched for."""
    found = search.found_open if search.found is None and open_only else search.found
    if found is None:
        return or_(*_ways(search, walked=search.is_wide and open_only))
    return case_head.c.case_id == any_(literal(list(found), ARRAY(Uuid)))


def has_words(words: Sequence[str], text: Any = case_head.c.search) -> ColumnElement[bool]:
    """Return that a case has each of *words*, whole, among the words that it is searched by."""
    every = func.string_to_array(text, literal(" ", literal_execute=True))
    return every.op("@>", is_comparison=True)(cast(list(words), ARRAY(Text)))


def _ways(search: Sought, *, walked: bool) -> Iterator[ColumnElement[bool]]:
    """Return every way in which a case may be what was searched for; each has an index.

    Where so much is found that the few open cases are *walked* through one by one, the index of their texts is kept out
    of it: it would first name all that have ended.
    """
    head = case_head.c
    text = func.concat(head.search, "") if walked else head.search
    if len(search.text) < _SHORTEST_PART:
        yield has_words(search.text.split(), text)
    else:
        yield text.contains(search.text, autoescape=True)
    for number in search.municipalities:
        yield has_words([municipality_mark(number)], text)
    if search.hosts:
        yield head.host.in_(search.hosts)
    if search.networks:
        yield head.network_id.in_(search.networks)
    if search.amount_ore is not None:
        yield head.applied_ore == search.amount_ore
        # Written out: the index leaves out those that were granted nothing.
        yield and_(head.granted_ore == search.amount_ore, head.granted_ore > literal(0, literal_execute=True))


def _org_number(said: str) -> str | None:
    digits = _ORG_SPACING.sub("", said)
    return digits if is_org_number(digits) else None


def _amount(said: str) -> int | None:
    found = _AMOUNT.fullmatch(_SPACING.sub("", said))
    if found is None:
        return None
    return int(found[1]) * ORE_PER_KRONE + int(found[2] or 0)
