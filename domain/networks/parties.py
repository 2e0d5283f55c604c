"""Services, people and partners of a network, each from a day and to a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar

from domain.events import Event
from domain.networks import commands as c
from domain.networks import events as e
from domain.networks.parts import Function, PersonPart, from_then_on
from domain.networks.within import Within
from domain.refusal import Refused


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date | None: ...


N = TypeVar("N", bound=_Numbered)


def add_service(within: Within, command: c.AddService) -> list[Event]:
    """Register a service once, however many municipalities it serves (C1)."""
    network = within.network
    for number in command.municipalities:
        within.need_municipality(number, command.from_day)
    if not network.municipalities_on(command.from_day).intersection(command.municipalities):
        raise Refused("service_serves_no_member", within.rule, service=command.service)
    names = {one.name.casefold() for one in from_then_on(network.services, command.from_day)}
    if command.service.casefold() in names:
        raise Refused("service_there_already", "C1", service=command.service)
    if command.project_id is not None and command.project_id not in within.projects:
        raise Refused("no_such_project", within.rule, project_id=command.project_id)
    return [
        e.ServiceJoined(
            number=len(network.services) + 1,
            service=command.service,
            service_kind=command.service_kind,
            municipalities=tuple(sorted(set(command.municipalities))),
            project_id=command.project_id,
            from_day=command.from_day,
            by=within.by,
        )
    ]


def end_service(within: Within, command: c.EndService) -> list[Event]:
    """Note the last day of a service."""
    service = _numbered(within, within.network.services, command.number, command.last_day)
    return [
        e.ServiceLeft(number=service.number, service=service.name, last_day=command.last_day, by=within.by)
    ]


def name_person(within: Within, command: c.NamePerson) -> list[Event]:
    """Register a person; a new leader follows the one before, who stands down the day before."""
    network = within.network
    if command.municipality is not None:
        within.need_member(command.municipality, command.from_day)
    if command.partner is not None and command.partner not in {one.number for one in network.partners}:
        raise Refused("no_such_number", within.rule, number=command.partner)
    events: list[Event] = []
    if command.function is Function.LEADER:
        eve = command.from_day - timedelta(days=1)
        for one in from_then_on(network.people, command.from_day):
            if one.function is Function.LEADER:
                # One who comes later does not make way for one who comes before.
                within.need_order(one.first_day, eve)
                events.append(_stood_down(within, one, eve))
    named = e.PersonNamed(
        number=len(network.people) + 1,
        function=command.function,
        person=command.person,
        role=command.role,
        municipality=command.municipality,
        partner=command.partner,
        from_day=command.from_day,
        by=within.by,
    )
    return [*events, named]


def stand_down(within: Within, command: c.StandDown) -> list[Event]:
    """Note the last day of a person in a function."""
    person = _numbered(within, within.network.people, command.number, command.last_day)
    return [_stood_down(within, person, command.last_day)]


def add_partner(within: Within, command: c.AddPartner) -> list[Event]:
    """Register a partner."""
    network = within.network
    known = {(one.kind, one.name.casefold()) for one in from_then_on(network.partners, command.from_day)}
    if (command.partner_kind, command.partner_name.casefold()) in known:
        raise Refused("partner_there_already", within.rule, partner_name=command.partner_name)
    return [
        e.PartnerJoined(
            number=len(network.partners) + 1,
            partner_kind=command.partner_kind,
            partner_name=command.partner_name,
            region=command.region,
            from_day=command.from_day,
            by=within.by,
        )
    ]


def end_partner(within: Within, command: c.EndPartner) -> list[Event]:
    """Note the last day of a partner."""
    partner = _numbered(within, within.network.partners, command.number, command.last_day)
    return [
        e.PartnerLeft(
            number=partner.number, partner_name=partner.name, last_day=command.last_day, by=within.by
        )
    ]


def _stood_down(within: Within, person: PersonPart, last_day: date) -> Event:
    return e.PersonStoodDown(
        number=person.number,
        function=person.function,
        municipality=person.municipality,
        last_day=last_day,
        by=within.by,
    )


def _numbered(within: Within, parts: Iterable[N], number: int, last_day: date) -> N:
    """Return the part with *number*, which must hold on its *last_day*."""
    found = next((one for one in parts if one.number == number), None)
    if found is None:
        raise Refused("no_such_number", within.rule, number=number)
    within.need_order(found.first_day, last_day)
    if found.last_day is not None and found.last_day <= last_day:
        raise Refused("ended_already", within.rule, number=number, last_day=found.last_day.isoformat())
    return found
