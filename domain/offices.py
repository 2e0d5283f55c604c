"""The ten county governors as they stand since 1 January 2024, and which counties belong to whom (DOMAIN §6.1).

The split of three counties in 2024 did not split their offices. Organisation numbers come from general knowledge: check
them against Enhetsregisteret before anything is paid or sent by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import AfterValidator

from domain.problems import MistakeError


class OwnLanguage(StrEnum):
    """Which written Norwegian a county governor uses in public documents of its own (språklova § 13, L-48)."""

    NB = "nb"
    NN = "nn"
    NEUTRAL = "neutral"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A county governor.

    Args:
        code: Stable code of ours, such as ``SFIN``.
        name_nb: Name in bokmål.
        name_nn: Name in nynorsk.
        parallel_names: Names in Sámi and Kven, where the office bears them.
        counties: County numbers and each county's own language; text, Oslo is 03.
        org_number: Organisation number.
    """

    code: str
    name_nb: str
    name_nn: str
    parallel_names: tuple[str, ...] = ()
    counties: Mapping[str, OwnLanguage]
    org_number: str

    @property
    def own_language(self) -> OwnLanguage:
        """The office's default; ``mixed`` where its counties differ."""
        languages = set(self.counties.values())
        return languages.pop() if len(languages) == 1 else OwnLanguage.MIXED


def _office(code: str, area: str, org_number: str, *parallel_names: str, **counties: OwnLanguage) -> Office:
    return Office(
        code=code,
        name_nb=f"Statsforvalteren i {area}",
        name_nn=f"Statsforvaltaren i {area}",
        parallel_names=parallel_names,
        counties=MappingProxyType({key.removeprefix("county_"): value for key, value in counties.items()}),
        org_number=org_number,
    )


_NB, _NN, _NEUTRAL = OwnLanguage.NB, OwnLanguage.NN, OwnLanguage.NEUTRAL

_ALL: Final = (
    _office(
        "SFOBOA",
        "Østfold, Buskerud, Oslo og Akershus",
        "974761319",
        county_03=_NB,
        county_31=_NB,
        county_32=_NB,
        county_33=_NB,
    ),
    _office("SFIN", "Innlandet", "974761645", county_34=_NEUTRAL),
    _office("SFVT", "Vestfold og Telemark", "974762501", county_39=_NEUTRAL, county_40=_NN),
    _office("SFAG", "Agder", "974762994", county_42=_NEUTRAL),
    _office("SFRO", "Rogaland", "974763230", county_11=_NEUTRAL),
    _office("SFVL", "Vestland", "974760665", county_46=_NN),
    _office("SFMR", "Møre og Romsdal", "974764067", county_15=_NN),
    _office("SFTL", "Trøndelag", "974764350", "Trööndelagen staatehaaltoje", county_50=_NEUTRAL),
    _office("SFNO", "Nordland", "974764687", county_18=_NEUTRAL),
    _office(
        "SFTF",
        "Troms og Finnmark",
        "967311014",
        "Romssa ja Finnmárkku stáhtahálddašeaddji",
        "Tromssan ja Finmarkun staatinhallittija",
        county_55=_NEUTRAL,
        county_56=_NB,
    ),
)

#: Every office by its code.
OFFICES: Final[Mapping[str, Office]] = MappingProxyType({office.code: office for office in _ALL})

#: The office that keeps the overview of foster-home projects since 2025 (R26-20).
COORDINATOR: Final = "SFVL"

_OF_COUNTY: Final = {county: office for office in _ALL for county in office.counties}


def office_of_county(county: str) -> Office:
    """Return the office of a county number (``"34"``).

    Raises:
        KeyError: when no such county exists since 2024.
    """
    return _OF_COUNTY[county]


def own_language_of_county(county: str) -> OwnLanguage:
    """Return the language the state uses in the area of a county number.

    Raises:
        KeyError: when no such county exists since 2024.
    """
    return office_of_county(county).counties[county]


def _known_office(code: str) -> str:
    if code not in OFFICES:
        known = sorted(OFFICES)
        raise MistakeError("one_of", f"must be one of {', '.join(known)}", expected=known)
    return code


OfficeCode = Annotated[str, AfterValidator(_known_office)]
"""The code of one of the ten offices, checked."""
