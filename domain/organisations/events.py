"""What happens to municipalities and to those who can be paid, and what is registered after it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.events import Event
from domain.organisations.directory import AllowedPayee, MunicipalityPeriod, Organisations, SubUnit
from domain.private import Private


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalitiesReorganised(Event):
    """Municipalities ended, and others took their place, from one day on."""

    office: str
    ended: tuple[str, ...]
    begun: tuple[str, ...]
    from_day: date
    periods: tuple[MunicipalityPeriod, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgNumberVerified(Event):
    """The organisation number of a municipality was looked up in Enhetsregisteret."""

    office: str
    municipality: str
    org_number: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityLanguageSet(Event):
    """An office registered which language a municipality is written to in (L-47)."""

    office: str
    municipality: str
    adopted: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubUnitMapped(Event):
    """A sub-unit was mapped to its main unit."""

    office: str
    sub_unit: str
    main_unit: str
    unit_name: str
    from_day: date
    last_day: date | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayeeAllowed(Event):
    """A leader lets a payee be paid that is no municipality."""

    office: str
    org_number: str
    payee_name: str
    form: str
    from_day: date
    last_day: date | None
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayeeStopped(Event):
    """The permission of a payee ended."""

    office: str
    org_number: str
    last_day: date
    by: str


ORGANISATION_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls
    for cls in (
        MunicipalitiesReorganised,
        OrgNumberVerified,
        MunicipalityLanguageSet,
        SubUnitMapped,
        PayeeAllowed,
        PayeeStopped,
    )
}


def evolve_organisations(state: Organisations | None, event: Event) -> Organisations:
    """Return what is registered after *event*."""
    now = state or Organisations()
    if isinstance(event, MunicipalitiesReorganised):
        return replace(
            now, municipalities={**now.municipalities, **{one.number: one for one in event.periods}}
        )
    if isinstance(event, OrgNumberVerified):
        return replace(now, org_numbers={**now.org_numbers, event.municipality: event.org_number})
    if isinstance(event, MunicipalityLanguageSet):
        return replace(now, languages={**now.languages, event.municipality: event.adopted})
    if isinstance(event, SubUnitMapped):
        mapped = SubUnit(
            sub_unit=event.sub_unit,
            main_unit=event.main_unit,
            name=event.unit_name,
            first_day=event.from_day,
            last_day=event.last_day,
        )
        return replace(now, sub_units=(*now.sub_units, mapped))
    if isinstance(event, PayeeAllowed):
        return replace(now, payees=(*now.payees, _allowed(event)))
    if isinstance(event, PayeeStopped):
        return replace(now, payees=tuple(_stopped(one, event) for one in now.payees))
    msg = f"organisations: {type(event).__name__} does not belong here"
    raise ValueError(msg)


def _allowed(event: PayeeAllowed) -> AllowedPayee:
    return AllowedPayee(
        office=event.office,
        org_number=event.org_number,
        name=event.payee_name,
        form=event.form,
        first_day=event.from_day,
        last_day=event.last_day,
        by=event.by,
    )


def _stopped(payee: AllowedPayee, event: PayeeStopped) -> AllowedPayee:
    is_meant = (payee.office, payee.org_number) == (event.office, event.org_number)
    still = payee.first_day <= event.last_day and (payee.last_day is None or payee.last_day >= event.last_day)
    return replace(payee, last_day=event.last_day) if is_meant and still else payee
