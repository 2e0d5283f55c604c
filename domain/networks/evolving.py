"""What a network is after each event."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain.events import Event
from domain.networks import events as e
from domain.networks.parts import (
    Help,
    LogEntry,
    Membership,
    Network,
    PartnerPart,
    PersonPart,
    ServicePart,
)
from domain.periods import holds_on


def evolve_network(network: Network | None, event: Event) -> Network:
    """Return *network* after *event*; the first event is ``NetworkRegistered``."""
    if isinstance(event, e.NetworkRegistered):
        return Network(
            network_id=event.network_id,
            name=event.network_name,
            office=event.office,
            strand=event.strand,
            first_day=event.from_day,
            case_no=event.case_no,
        )
    if network is None or type(event) not in _EVOLVE:
        msg = f"{type(event).__name__} cannot happen to {'a network' if network else 'no network'}"
        raise ValueError(msg)
    return _EVOLVE[type(event)](network, event)


def _joined(network: Network, event: e.MemberJoined) -> Network:
    member = Membership(
        municipality=event.municipality,
        office=event.member_office,
        org_number=event.org_number,
        consented_on=event.consented_on,
        agreed=event.agreed,
        first_day=event.from_day,
    )
    return replace(network, members=(*network.members, member))


def _consented(network: Network, event: e.MemberConsented) -> Network:
    return _members(network, event.municipality, None, consented_on=event.consented_on)


def _left(network: Network, event: e.MemberLeft) -> Network:
    return _members(network, event.municipality, event.last_day, last_day=event.last_day)


def _agreed(network: Network, event: e.MembershipAgreed) -> Network:
    return _members(network, event.municipality, None, agreed=True)


def _members(network: Network, municipality: str, day: date | None, **changes: Any) -> Network:
    """Change the membership of *municipality* that holds on *day*; its latest one where no day is given."""
    mine = [one for one in network.members if one.municipality == municipality]
    held = [one for one in mine if day is None or holds_on(day, one.first_day, one.last_day)]
    changed = held[-1]
    members = tuple(replace(one, **changes) if one is changed else one for one in network.members)
    return replace(network, members=members)


def _service_joined(network: Network, event: e.ServiceJoined) -> Network:
    service = ServicePart(
        number=event.number,
        name=event.service,
        kind=event.service_kind,
        municipalities=event.municipalities,
        project_id=event.project_id,
        first_day=event.from_day,
    )
    return replace(network, services=(*network.services, service))


def _service_left(network: Network, event: e.ServiceLeft) -> Network:
    services = tuple(
        replace(one, last_day=event.last_day) if one.number == event.number else one
        for one in network.services
    )
    return replace(network, services=services)


def _named(network: Network, event: e.PersonNamed) -> Network:
    person = PersonPart(
        number=event.number,
        function=event.function,
        person=event.person,
        role=event.role,
        municipality=event.municipality,
        partner=event.partner,
        first_day=event.from_day,
    )
    return replace(network, people=(*network.people, person))


def _stood_down(network: Network, event: e.PersonStoodDown) -> Network:
    people = tuple(
        replace(one, last_day=event.last_day) if one.number == event.number else one for one in network.people
    )
    return replace(network, people=people)


def _stated(network: Network, event: e.SteeringGroupStated) -> Network:
    return replace(network, steering_group=True, management_in_steering_group=event.management)


def _partner_joined(network: Network, event: e.PartnerJoined) -> Network:
    partner = PartnerPart(
        number=event.number,
        kind=event.partner_kind,
        name=event.partner_name,
        region=event.region,
        first_day=event.from_day,
    )
    return replace(network, partners=(*network.partners, partner))


def _partner_left(network: Network, event: e.PartnerLeft) -> Network:
    partners = tuple(
        replace(one, last_day=event.last_day) if one.number == event.number else one
        for one in network.partners
    )
    return replace(network, partners=partners)


def _asked(network: Network, event: e.HelpAsked) -> Network:
    asked = Help(
        number=event.number,
        kind=event.partner_kind,
        partner=event.partner,
        asked_by=event.asked_by,
        asked_on=event.asked_on,
        about=event.about,
    )
    return replace(network, helps=(*network.helps, asked))


def _given(network: Network, event: e.HelpGiven) -> Network:
    helps = tuple(
        replace(one, given_on=event.given_on, given=event.given) if one.number == event.number else one
        for one in network.helps
    )
    return replace(network, helps=helps)


def _followed_up(network: Network, event: e.FollowedUp) -> Network:
    line = LogEntry(entry=event.entry, held_on=event.held_on, text=event.text)
    return replace(network, log=(*network.log, line))


_EVOLVE: Final[Mapping[type[Event], Callable[[Network, Any], Network]]] = {
    e.NetworkRenamed: lambda network, event: replace(network, name=event.network_name),
    e.NetworkEnded: lambda network, event: replace(network, last_day=event.last_day),
    e.MemberJoined: _joined,
    e.MemberConsented: _consented,
    e.MemberLeft: _left,
    e.MembershipAgreed: _agreed,
    e.ServiceJoined: _service_joined,
    e.ServiceLeft: _service_left,
    e.PersonNamed: _named,
    e.PersonStoodDown: _stood_down,
    e.SteeringGroupStated: _stated,
    e.PartnerJoined: _partner_joined,
    e.PartnerLeft: _partner_left,
    e.HelpAsked: _asked,
    e.HelpGiven: _given,
    e.FollowedUp: _followed_up,
}
