"""Mergers and splits, verified numbers, sub-units, and payees that a leader allows: who may say so, and when not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from domain.actors import Actor
from domain.events import Event
from domain.offices import OFFICES
from domain.organisations.commands import (
    AllowPayee,
    MapSubUnit,
    NamedMunicipality,
    OrganisationCommand,
    ReorganiseMunicipalities,
    SetLanguage,
    StopPayee,
    VerifyOrgNumber,
)
from domain.organisations.directory import Directory, MunicipalityPeriod, PayeeKind
from domain.organisations.events import (
    MunicipalitiesReorganised,
    MunicipalityLanguageSet,
    OrgNumberVerified,
    PayeeAllowed,
    PayeeStopped,
    SubUnitMapped,
)
from domain.refusal import Refused
from domain.registering import KEEPERS, LEADERS, check_keeper, check_order


def decide_organisations(command: OrganisationCommand, actor: Actor, directory: Directory) -> Event:
    """Return what *command* brings about.

    Raises:
        Refused: with the rule behind it.
    """
    roles = LEADERS if isinstance(command, AllowPayee | StopPayee) else KEEPERS
    check_keeper(command.kind, actor, command.office, _RULES.get(type(command), "E46"), roles)
    decide: Callable[[Any, str, Directory], Event] = _DECIDE[type(command)]
    return decide(command, actor.subject, directory)


def _reorganise(command: ReorganiseMunicipalities, by: str, directory: Directory) -> Event:
    last_day = command.from_day - timedelta(days=1)
    ended = [_ending(one, command, directory, last_day) for one in command.ended]
    begun = [_beginning(one, command, directory) for one in command.begun]
    if command.office not in {one.office for one in (*ended, *begun)}:
        raise Refused("other_office", "R26-45", office=(ended + begun)[0].office, unit=command.office)
    new = [one for one in begun if directory.municipality(one.number) is None]
    return MunicipalitiesReorganised(
        office=command.office,
        ended=tuple(one.number for one in ended),
        begun=tuple(one.number for one in begun),
        from_day=command.from_day,
        periods=(*ended, *new),
        by=by,
    )


def _ending(
    named: NamedMunicipality, command: ReorganiseMunicipalities, directory: Directory, last_day: date
) -> MunicipalityPeriod:
    became = tuple(one.number for one in command.begun)
    if named.number in became:
        raise Refused("municipality_ends_and_begins", "E23", municipality=named.number)
    known = directory.municipality(named.number)
    if known is None:
        # From before the packed list: today's office is that of what came after.
        office = _office_of(command.begun[0].number, directory)
        return _period(named, office, last_day=last_day, became=became)
    if not known.holds_on(last_day) or known.last_day is not None:
        raise Refused("municipality_ended", "E23", municipality=named.number, last_day=_iso(known.last_day))
    return replace(known, last_day=last_day, became=became)


def _beginning(
    named: NamedMunicipality, command: ReorganiseMunicipalities, directory: Directory
) -> MunicipalityPeriod:
    known = directory.municipality(named.number)
    if known is not None:
        if not known.holds_on(command.from_day):
            raise Refused(
                "municipality_ended", "E23", municipality=named.number, last_day=_iso(known.last_day)
            )
        return known
    return _period(named, _office_of(named.number, directory), first_day=command.from_day)


def _period(named: NamedMunicipality, office: str, **rest: Any) -> MunicipalityPeriod:
    if named.name is None:
        raise Refused("municipality_unknown", "E23", municipality=named.number)
    return MunicipalityPeriod(
        number=named.number, name=named.name, org_number=named.org_number, office=office, **rest
    )


def _office_of(number: str, directory: Directory) -> str:
    known = directory.municipality(number)
    if known is not None:
        return known.office
    found = next((one.code for one in OFFICES.values() if number[:2] in one.counties), None)
    if found is None:
        raise Refused("county_unknown", "E23", municipality=number)
    return found


def _check_own(number: str, office: str, directory: Directory) -> None:
    """Refuse what is said of a municipality that is not known, or is another office's."""
    known = directory.municipality(number)
    if known is None:
        raise Refused("municipality_unknown", "E23", municipality=number)
    if known.office != office:
        raise Refused("other_office", "R26-45", office=known.office, unit=office)


def _set_language(command: SetLanguage, by: str, directory: Directory) -> Event:
    _check_own(command.municipality, command.office, directory)
    return MunicipalityLanguageSet(
        office=command.office, municipality=command.municipality, adopted=command.language, by=by
    )


def _verify(command: VerifyOrgNumber, by: str, directory: Directory) -> Event:
    _check_own(command.municipality, command.office, directory)
    return OrgNumberVerified(
        office=command.office, municipality=command.municipality, org_number=command.org_number, by=by
    )


def _map(command: MapSubUnit, by: str, directory: Directory) -> Event:
    check_order(command.from_day, command.last_day, "E46")
    main = directory.with_org_number(command.main_unit, command.from_day)
    if main is None or command.sub_unit == command.main_unit:
        raise Refused("main_unit_not_municipality", "E46", org_number=command.main_unit)
    if main.office != command.office:
        raise Refused("other_office", "R26-45", office=main.office, unit=command.office)
    mapped = directory.main_unit(command.sub_unit, command.from_day)
    if mapped is not None or directory.with_org_number(command.sub_unit, command.from_day) is not None:
        raise Refused("payee_known", "E46", org_number=command.sub_unit, main_unit=mapped)
    return SubUnitMapped(**command.model_dump(exclude={"kind"}), by=by)


def _allow(command: AllowPayee, by: str, directory: Directory) -> Event:
    check_order(command.from_day, command.last_day, "E46")
    known = directory.payee(command.org_number, command.office, command.from_day)
    if known is not None:
        main_unit = known.org_number if known.kind is PayeeKind.SUB_UNIT else None
        raise Refused("payee_known", "E46", org_number=command.org_number, main_unit=main_unit)
    return PayeeAllowed(
        office=command.office,
        org_number=command.org_number,
        payee_name=command.payee_name,
        form=command.form.value,
        from_day=command.from_day,
        last_day=command.last_day,
        reason=command.reason,
        by=by,
    )


def _stop(command: StopPayee, by: str, directory: Directory) -> Event:
    found = directory.allowed(command.org_number, command.office, command.last_day)
    if found is None:
        raise Refused("payee_not_allowed", "E46", org_number=command.org_number)
    return PayeeStopped(
        office=command.office, org_number=command.org_number, last_day=command.last_day, by=by
    )


_DECIDE: Final[dict[type[OrganisationCommand], Callable[[Any, str, Directory], Event]]] = {
    ReorganiseMunicipalities: _reorganise,
    VerifyOrgNumber: _verify,
    SetLanguage: _set_language,
    MapSubUnit: _map,
    AllowPayee: _allow,
    StopPayee: _stop,
}


#: The rule behind each command; the others are about who is paid (E46).
_RULES: Final[dict[type[OrganisationCommand], str]] = {
    ReorganiseMunicipalities: "E23",
    VerifyOrgNumber: "E23",
    SetLanguage: "L-47",
}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
