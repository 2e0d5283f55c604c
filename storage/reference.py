"""Reads the reference data that is packed with the program: the municipalities (© Kartverket, CC BY 4.0)."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from domain.offices import office_of_county


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality as it stands since 1 January 2024.

    Args:
        number: Municipality number, text: Oslo is ``0301``.
        name: Norwegian name; not unique (Herøy, Våler), so show the county with it.
        official_name: Name with its Sámi or Kven parallel.
        county: County number, text.
        county_name: The county's name.
        org_number: Organisation number as of 2023, not verified; None for the two municipalities of 2024.
        office: Code of the county governor.
    """

    number: str
    name: str
    official_name: str
    county: str
    county_name: str
    org_number: str | None
    office: str


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Return every municipality by its number."""
    text = (files("storage") / "data" / "kommuner_2024.csv").read_text("utf-8")
    return MappingProxyType(
        {row["kommunenr"]: _municipality(row) for row in csv.DictReader(text.splitlines())}
    )


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        number=row["kommunenr"],
        name=row["navn_norsk"],
        official_name=row["navn_offisielt"],
        county=row["fylkesnr"],
        county_name=row["fylke"],
        org_number=row["orgnr_2023_uverifisert"] or None,
        office=office_of_county(row["fylkesnr"]).code,
    )


@cache
def municipality_org_numbers() -> frozenset[str]:
    """Return the organisation numbers that belong to a municipality, as far as the list knows them (E46)."""
    return frozenset(found.org_number for found in municipalities().values() if found.org_number)


@cache
def _offices() -> Mapping[str, str]:
    return {found.org_number: found.office for found in municipalities().values() if found.org_number}


def office_of(org_number: str) -> str | None:
    """Return the code of the county governor of a municipality, as far as the list knows its organisation number."""
    return _offices().get(org_number)
