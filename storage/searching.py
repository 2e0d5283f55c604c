"""What somebody means who searches for a case: names are found in the small registers, then the cases by their ids."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.identity import is_org_number
from domain.money import ORE_PER_KRONE
from storage.likeness import alike
from storage.reference import municipalities
from storage.tables import network, register_head

#: ``2026/17``, as archives write it; ours is ``SFAG-2026-17``.
_ARCHIVE_NUMBER: Final = re.compile(r"(\d{4})/(\d+)")
_AMOUNT: Final = re.compile(r"(?:kr)?(\d{1,12})(?:[.,](\d{2}))?(?:kr)?")
_SPACING: Final = re.compile(r"[\s.\N{NO-BREAK SPACE}]+(?=\d{3})|\s")
_ORG_SPACING: Final = re.compile(r"\s")

_NETWORK: Final = "network"
#: More than so many networks of one name say nothing.
_MOST_NETWORKS: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a search text may mean; a case is found where one of it fits.

    Args:
        text: A part of the case number, of an organisation number, or of a title; lower case.
        municipalities: Numbers of the municipalities with such a name: of the host, or of any member that applied.
        hosts: Their organisation numbers.
        networks: Networks with such a name.
        amount_ore: What was applied for or granted, in øre.
    """

    text: str
    municipalities: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    networks: tuple[UUID, ...] = ()
    amount_ore: int | None = None


async def sought(conn: AsyncConnection, text: str, office: str | None) -> Sought | None:
    """Return what *text* may mean among the cases of *office*, or of all; None where it says nothing."""
    said = " ".join(text.split()).casefold()
    if not said:
        return None
    number = _org_number(said)
    if number is not None:
        return Sought(text=number, hosts=(number,))
    query = select(network.c.network_id, network.c.name)
    rows = await conn.execute(query if office is None else query.where(network.c.office == office))
    names: list[tuple[str | UUID, str]] = [(row.network_id, row.name) for row in rows]
    names += [(one.number, one.official_name) for one in municipalities().values()]
    found = alike(said, names)
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


def _org_number(said: str) -> str | None:
    digits = _ORG_SPACING.sub("", said)
    return digits if is_org_number(digits) else None


def _amount(said: str) -> int | None:
    found = _AMOUNT.fullmatch(_SPACING.sub("", said))
    if found is None:
        return None
    return int(found[1]) * ORE_PER_KRONE + int(found[2] or 0)
