"""The municipalities through the years: the packed list with its numbers before 2024, and what offices have registered."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.organisations.directory import Directory, MunicipalityPeriod, Organisations
from domain.register_states import ORGANISATIONS
from storage.reference import municipalities
from storage.register_heads import state_of

#: The day from which the packed list holds; the numbers before it were those of 2020 to 2023.
_SINCE: Final = date(2024, 1, 1)
_UNTIL: Final = date(2023, 12, 31)


@cache
def packed_municipalities() -> Mapping[str, MunicipalityPeriod]:
    """Return every municipality of the packed list by its number, and those that ended with 2023 (E23)."""
    found: dict[str, MunicipalityPeriod] = {}
    before: dict[str, list[str]] = {}
    for number, old_number in _numbers():
        now = municipalities()[number]
        renumbered = old_number != number
        found[number] = MunicipalityPeriod(
            number=number,
            name=now.name,
            org_number=now.org_number,
            office=now.office,
            first_day=_SINCE if renumbered else None,
        )
        # Two of 2024 have no number before: they came of a split, which their office registers.
        if renumbered and old_number:
            before.setdefault(old_number, []).append(number)
    for old_number, became in before.items():
        follower = found[became[0]]
        found[old_number] = MunicipalityPeriod(
            number=old_number,
            name=follower.name,
            # One that was split gave its number to neither.
            org_number=follower.org_number if len(became) == 1 else None,
            office=follower.office,
            last_day=_UNTIL,
            became=tuple(became),
        )
    return MappingProxyType(found)


def _numbers() -> list[tuple[str, str]]:
    text = (files("storage") / "data" / "kommuner_2024.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return [(row["kommunenr"], row["gammelt_nr_2020_2023"]) for row in rows]


async def directory(conn: AsyncConnection) -> Directory:
    """Return the packed list with what offices have registered."""
    state = await state_of(conn, ORGANISATIONS)
    registered = state if isinstance(state, Organisations) else Organisations()
    return Directory(packed=packed_municipalities(), registered=registered)
