"""The networks of an office as people leaf through them: by name, page by page, and those of one municipality.

Who answers for a network is the office that registered it; for one that nobody has registered, the office that has a
case of it that is still meant.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    exists,
    false,
    func,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.officework.desk import KnownNetwork
from domain.organisations.directory import Directory
from storage.keys import NameCursor
from storage.networks import TAKEN_BACK, known_networks, registered_networks
from storage.searching import has_words, municipality_mark
from storage.tables import case_head, network, register_head

MOST_COUNTED: Final = 1000

_STREAM: Final = "network:"
_NAME: Final = func.lower(network.c.name)
_OWN_STREAM: Final = _STREAM + cast(network.c.network_id, Text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNetwork:
    """A network in the list, and where it stands there."""

    known: KnownNetwork
    cursor: NameCursor


def network_page_query(
    office: str, cursor: NameCursor | None, limit: int, *, backwards: bool = False
) -> Select[Any]:
    """Return the statement for a page: what follows *cursor*, or *backwards* what leads up to it."""
    key = (_NAME, network.c.network_id)
    order = [one.desc() for one in key] if backwards else list(key)
    parts = []
    for which in _parts(office):
        part = select(_NAME.label("name"), network.c.network_id).where(which, _is_here(office))
        if cursor is not None:
            place = tuple_(cursor.name, cursor.id)
            part = part.where(tuple_(*key) < place if backwards else tuple_(*key) > place)
        parts.append(part.order_by(*order).limit(limit))
    both = union_all(*parts).subquery()
    sorted_by = [both.c.name, both.c.network_id]
    return select(both).order_by(*(one.desc() if backwards else one for one in sorted_by)).limit(limit)


async def networks_after(
    conn: AsyncConnection, office: str, directory: Directory, cursor: NameCursor | None, limit: int
) -> list[ListedNetwork]:
    """Return the page that follows *cursor*, or the first."""
    return await _listed(conn, office, directory, network_page_query(office, cursor, limit))


async def networks_before(
    conn: AsyncConnection, office: str, directory: Directory, cursor: NameCursor, limit: int
) -> list[ListedNetwork]:
    """Return the page that ends before *cursor*, in the list's own order."""
    query = network_page_query(office, cursor, limit, backwards=True)
    return (await _listed(conn, office, directory, query))[::-1]


async def _listed(
    conn: AsyncConnection, office: str, directory: Directory, query: Select[Any]
) -> list[ListedNetwork]:
    rows = (await conn.execute(query)).all()
    known = await known_networks(conn, office, directory, [row.network_id for row in rows])
    return [
        ListedNetwork(known=known[row.network_id], cursor=NameCursor(name=row.name, id=row.network_id))
        for row in rows
        if row.network_id in known
    ]


async def count(conn: AsyncConnection, office: str) -> int:
    """Return how many networks there are, counted no further than one above ``MOST_COUNTED``."""
    parts = (
        select(network.c.network_id).where(which, _is_here(office)).limit(MOST_COUNTED + 1)
        for which in _parts(office)
    )
    some = union_all(*parts).subquery()
    found: int = (
        await conn.execute(select(func.least(func.count(), MOST_COUNTED + 1)).select_from(some))
    ).scalar_one()
    return found


def _parts(office: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the two parts of the list: what the office was the first to hear of, and what another was."""
    head, kept = case_head.c, register_head.c
    applied = select(head.network_id).where(head.office == office, head.finished == false())
    registered = select(cast(func.substr(kept.stream, len(_STREAM) + 1), network.c.network_id.type)).where(
        kept.kind == "network", kept.office == office
    )
    others = network.c.network_id.in_(union_all(applied, registered))
    return network.c.office == office, and_(network.c.office != office, others)


def _is_here(office: str) -> ColumnElement[bool]:
    """Return that *office* answers for a network."""
    head, kept = case_head.c, register_head.c
    registered = exists().where(kept.stream == _OWN_STREAM)
    # One of them is enough: asked for with EXISTS, all cases of the office would be read for it.
    meant = (
        select(true())
        .where(head.network_id == network.c.network_id, head.office == office, head.stage.not_in(TAKEN_BACK))
        .limit(1)
        .scalar_subquery()
    )
    return or_(registered.where(kept.office == office), and_(~registered, meant))


_MARK: Final = municipality_mark("")


async def members_by_municipality(conn: AsyncConnection, office: str, today: date) -> Counter[str]:
    """Return how many networks of *office* each municipality is in on *today*, by its number.

    A network that nobody has registered counts while it has an open case.
    """
    head = case_head.c
    word = func.unnest(func.string_to_array(head.search, " ")).column_valued("word", joins_implicitly=True)
    query = (
        select(func.substr(word, len(_MARK) + 1).label("number"), func.count(head.network_id.distinct()))
        .select_from(case_head)
        .where(*_living(office), word.startswith(_MARK))
        .group_by(word)
    )
    found = Counter({row.number: row.count for row in await conn.execute(query)})
    for one in await registered_networks(conn, office):
        found.update(one.municipalities_on(today))
    return found


async def networks_with(
    conn: AsyncConnection, office: str, municipality: str, today: date
) -> list[tuple[UUID, str]]:
    """Return id and name of the networks of *office* that *municipality* is in on *today*, by name.

    A network that nobody has registered is among them while it has an open case.
    """
    named = [
        (UUID(one.network_id), one.name)
        for one in await registered_networks(conn, office)
        if one.member_on(municipality, today) is not None
    ]
    query = (
        select(network.c.network_id, network.c.name)
        .join(case_head, case_head.c.network_id == network.c.network_id)
        .where(*_living(office), has_words([municipality_mark(municipality)], office))
        .distinct()
    )
    named += [(row.network_id, row.name) for row in await conn.execute(query)]
    return sorted(named, key=lambda one: (one[1].casefold(), one[0]))


def _living(office: str) -> tuple[ColumnElement[bool], ...]:
    """Return that a case is an open one of a network that nobody has registered."""
    head = case_head.c
    registered = exists().where(register_head.c.stream == _STREAM + cast(head.network_id, Text))
    return (head.office == office, head.finished == false(), head.stage.not_in(TAKEN_BACK), ~registered)
