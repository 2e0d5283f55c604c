"""Which municipalities there are on a day, whose they are, and who can be paid: the packed list and what offices add.

The state of the stream ``organisations`` is an ``Organisations``; with the packed list it makes a ``Directory``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.periods import holds_on


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityPeriod:
    """A municipality under one number, for as long as it has it.

    Args:
        number: Municipality number, text.
        name: Norwegian name.
        org_number: Organisation number, where it is known.
        office: Code of its county governor today.
        first_day: None where it is older than what is known.
        last_day: The last day under this number; None while it exists.
        became: The numbers that follow it.
    """

    number: str
    name: str
    org_number: str | None
    office: str
    first_day: date | None = None
    last_day: date | None = None
    became: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Say whether it existed under this number on *day*."""
        return holds_on(day, self.first_day, self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubUnit:
    """A unit of a municipality with an organisation number of its own; the municipality is who is paid (E46)."""

    sub_unit: str
    main_unit: str
    name: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedPayee:
    """A payee that is no municipality, which a leader allows at one office (E46)."""

    office: str
    org_number: str
    name: str
    form: str
    first_day: date
    last_day: date | None
    by: str


class PayeeKind(StrEnum):
    """As what an organisation number may be paid."""

    MUNICIPALITY = "municipality"
    SUB_UNIT = "sub_unit"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """Who is paid when *given* applies: the main unit where it is a sub-unit."""

    given: str
    org_number: str
    kind: PayeeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisations:
    """What offices have registered of organisations, beside the packed list.

    Args:
        municipalities: New and former ones, by number; a number here goes before the packed list.
        org_numbers: Verified organisation numbers, by municipality number.
        languages: What municipalities have adopted (``nb``, ``nn`` or ``neutral``), by municipality number.
        sub_units: Mapped sub-units.
        payees: Other payees that a leader allows.
    """

    municipalities: dict[str, MunicipalityPeriod] = field(default_factory=dict)
    org_numbers: dict[str, str] = field(default_factory=dict)
    sub_units: tuple[SubUnit, ...] = ()
    payees: tuple[AllowedPayee, ...] = ()
    languages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Directory:
    """The packed list and what offices have registered, as one.

    Args:
        packed: The packed list, by number.
        registered: What offices have added.
    """

    packed: Mapping[str, MunicipalityPeriod]
    registered: Organisations = Organisations()

    def municipality(self, number: str) -> MunicipalityPeriod | None:
        """Return the municipality with *number*, whether or not it still exists."""
        found = self.registered.municipalities.get(number) or self.packed.get(number)
        org_number = self.registered.org_numbers.get(number)
        if found is None or org_number is None:
            return found
        return MunicipalityPeriod(
            number=found.number,
            name=found.name,
            org_number=org_number,
            office=found.office,
            first_day=found.first_day,
            last_day=found.last_day,
            became=found.became,
        )

    def of_office(self, office: str, day: date) -> tuple[MunicipalityPeriod, ...]:
        """Return the municipalities of an office on *day*, by number."""
        return tuple(one for one in self._all() if one.office == office and one.holds_on(day))

    def name_of(self, number: str) -> str:
        """Return what a municipality is called, or its number."""
        found = self.municipality(number)
        return found.name if found else number

    def with_org_number(self, org_number: str, day: date) -> MunicipalityPeriod | None:
        """Return the municipality that has *org_number* on *day*."""
        return next((one for one in self._all() if one.org_number == org_number and one.holds_on(day)), None)

    def language_of(self, org_number: str, day: date) -> str | None:
        """Return ``nb`` or ``nn`` where the municipality with *org_number* has adopted it; a neutral one has not (L-47)."""
        municipality = self.with_org_number(org_number, day)
        adopted = None if municipality is None else self.registered.languages.get(municipality.number)
        return adopted if adopted in {"nb", "nn"} else None

    def payee(self, org_number: str, office: str, day: date) -> Payee | None:
        """Return who is paid by *office* when *org_number* applies on *day*; None where nobody may be (E46)."""
        if self.with_org_number(org_number, day) is not None:
            return Payee(given=org_number, org_number=org_number, kind=PayeeKind.MUNICIPALITY)
        main_unit = self.main_unit(org_number, day)
        if main_unit is not None and self.with_org_number(main_unit, day) is not None:
            return Payee(given=org_number, org_number=main_unit, kind=PayeeKind.SUB_UNIT)
        if self.allowed(org_number, office, day) is not None:
            return Payee(given=org_number, org_number=org_number, kind=PayeeKind.ALLOWED)
        return None

    def main_unit(self, sub_unit: str, day: date) -> str | None:
        """Return the organisation number that *sub_unit* is mapped to on *day*."""
        mapped = (
            one.main_unit
            for one in self.registered.sub_units
            if one.sub_unit == sub_unit and holds_on(day, one.first_day, one.last_day)
        )
        return next(mapped, None)

    def allowed(self, org_number: str, office: str, day: date) -> AllowedPayee | None:
        """Return the leader's permission for *org_number* at *office* on *day*."""
        allowed = (
            one
            for one in self.registered.payees
            if (one.org_number, one.office) == (org_number, office)
            and holds_on(day, one.first_day, one.last_day)
        )
        return next(allowed, None)

    def _all(self) -> Iterator[MunicipalityPeriod]:
        for number in sorted(self.packed.keys() | self.registered.municipalities.keys()):
            found = self.municipality(number)
            if found is not None:
                yield found
