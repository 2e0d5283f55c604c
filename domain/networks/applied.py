"""A network as an application describes it: taken over into the register, so that nobody types it twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.application import Application, Member, RepresentativeRole
from domain.events import Event
from domain.networks import events as e
from domain.networks.evolving import evolve_network
from domain.networks.parts import Function, Network, from_then_on
from domain.organisations.directory import Directory


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """An application with what its case knows of it.

    Args:
        case_no: Number of the case.
        network_id: The network it names.
        office: The office it went to, which answers for the network (E24).
        received_on: Norwegian day it was received.
        application: The newest one of the case, with every private text sealed.
    """

    case_no: str
    network_id: str
    office: str
    received_on: date
    application: Application


def as_applied(applied: Applied, directory: Directory, by: str) -> list[Event]:
    """Return the events that register the network of *applied* with all that its application says."""
    registered = e.NetworkRegistered(
        network_id=applied.network_id,
        network_name=applied.application.network.name,
        office=applied.office,
        strand=applied.application.strand,
        from_day=applied.received_on,
        case_no=applied.case_no,
        by=by,
    )
    return [registered, *news_of(evolve_network(None, registered), applied, directory, by)]


def network_as_applied(applied: Applied, directory: Directory) -> Network:
    """Return the network as it stands in *applied*, where nobody has registered it."""
    network: Network | None = None
    for event in as_applied(applied, directory, ""):
        network = evolve_network(network, event)
    assert network is not None  # noqa: S101 - the first event makes one
    return network


def news_of(network: Network, applied: Applied, directory: Directory, by: str) -> list[Event]:
    """Return what *applied* says and *network* does not have; nobody is struck off by an application."""
    found = [*_members(network, applied, directory, by), *_services(network, applied, by)]
    return [
        *found,
        *_people(network, applied, by),
        *_partners(network, applied, by),
        *_steering(network, applied, by),
    ]


def _members(network: Network, applied: Applied, directory: Directory, by: str) -> Iterator[Event]:
    current = {one.municipality for one in from_then_on(network.members, applied.received_on)}
    for number in dict.fromkeys(member.municipality for member in applied.application.members):
        if number not in current:
            member = next(one for one in applied.application.members if one.municipality == number)
            yield _joined(member, applied, directory, by)


def _joined(member: Member, applied: Applied, directory: Directory, by: str) -> Event:
    known = directory.municipality(member.municipality)
    office = known.office if known else applied.office
    return e.MemberJoined(
        municipality=member.municipality,
        member_office=office,
        org_number=member.org_number,
        consented_on=member.consented_on,
        agreed=office == applied.office,
        from_day=applied.received_on,
        by=by,
    )


def _services(network: Network, applied: Applied, by: str) -> Iterator[Event]:
    known = {one.name.casefold() for one in from_then_on(network.services, applied.received_on)}
    news = [one for one in applied.application.services if one.name.casefold() not in known]
    for number, service in enumerate(news, len(network.services) + 1):
        yield e.ServiceJoined(
            number=number,
            service=service.name,
            service_kind=service.kind,
            municipalities=service.municipalities,
            project_id=None,
            from_day=applied.received_on,
            by=by,
        )


def _people(network: Network, applied: Applied, by: str) -> Iterator[Event]:
    """Name the leader and the representatives where the register has none; names cannot be compared."""
    day, number = applied.received_on, len(network.people)
    application = applied.application
    people = from_then_on(network.people, day)
    is_led = any(one.function is Function.LEADER for one in people)
    if application.network_leader is not None and not is_led:
        number += 1
        yield e.PersonNamed(
            number=number,
            function=Function.LEADER,
            person=application.network_leader,
            role=RepresentativeRole.OTHER,
            municipality=None,
            partner=None,
            from_day=day,
            by=by,
        )
    represented = {one.municipality for one in people if one.function is Function.REPRESENTATIVE}
    for member in application.members:
        if member.municipality in represented:
            continue
        for person in member.representatives:
            number += 1
            yield e.PersonNamed(
                number=number,
                function=Function.REPRESENTATIVE,
                person=person.name,
                role=person.role,
                municipality=member.municipality,
                partner=None,
                from_day=day,
                by=by,
            )


def _partners(network: Network, applied: Applied, by: str) -> Iterator[Event]:
    known = {(one.kind, one.name.casefold()) for one in from_then_on(network.partners, applied.received_on)}
    news = [one for one in applied.application.partners if (one.kind, one.name.casefold()) not in known]
    for number, partner in enumerate(news, len(network.partners) + 1):
        yield e.PartnerJoined(
            number=number,
            partner_kind=partner.kind,
            partner_name=partner.name,
            region=None,
            from_day=applied.received_on,
            by=by,
        )


def _steering(network: Network, applied: Applied, by: str) -> Iterator[Event]:
    management = applied.application.management_in_steering_group
    is_new = not network.steering_group or (management and not network.management_in_steering_group)
    if applied.application.steering_group and is_new:
        yield e.SteeringGroupStated(management=management, case_no=applied.case_no, by=by)
