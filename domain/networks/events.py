"""Everything that can happen to a network. Names of persons and free text are sealed."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.application import PartnerKind, RepresentativeRole, ServiceKind
from domain.events import Event
from domain.networks.parts import Asker, FollowUp, Function, Region
from domain.private import Private
from domain.ruleset import Strand


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRegistered(Event):
    """A network was registered, by itself or from the application ``case_no``."""

    network_id: str
    network_name: str
    office: str
    strand: Strand
    from_day: date
    case_no: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRenamed(Event):
    """The network has another name."""

    network_name: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEnded(Event):
    """The network ceases to exist after ``last_day``."""

    last_day: date
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberJoined(Event):
    """A municipality became a member. ``member_office`` is its county governor."""

    municipality: str
    member_office: str
    org_number: str | None
    consented_on: date | None
    agreed: bool
    from_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberConsented(Event):
    """The consent of a member was registered."""

    municipality: str
    consented_on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLeft(Event):
    """A municipality left the network after ``last_day``."""

    municipality: str
    last_day: date
    reason: Private | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipAgreed(Event):
    """The office of a member from another office's area agreed (E24)."""

    municipality: str
    member_office: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceJoined(Event):
    """A service takes part."""

    number: int
    service: str
    service_kind: ServiceKind
    municipalities: tuple[str, ...]
    project_id: str | None
    from_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLeft(Event):
    """A service takes part no longer."""

    number: int
    service: str
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNamed(Event):
    """A person has a function in the network."""

    number: int
    function: Function
    person: Private
    role: RepresentativeRole
    municipality: str | None
    partner: int | None
    from_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStoodDown(Event):
    """A person has the function no longer."""

    number: int
    function: Function
    municipality: str | None
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SteeringGroupStated(Event):
    """An application says that there is a steering group, and whether management sits in it; it gives no names."""

    management: bool
    case_no: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerJoined(Event):
    """The network works with an organisation."""

    number: int
    partner_kind: PartnerKind
    partner_name: str
    region: Region | None
    from_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLeft(Event):
    """The network works with an organisation no longer."""

    number: int
    partner_name: str
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked(Event):
    """Help was asked for."""

    number: int
    partner_kind: PartnerKind
    partner: int | None
    asked_by: Asker
    asked_on: date
    about: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGiven(Event):
    """Help was given."""

    number: int
    given_on: date
    given: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp(Event):
    """The office followed the network up."""

    entry: FollowUp
    held_on: date
    text: Private
    by: str


NETWORK_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls
    for cls in (
        NetworkRegistered,
        NetworkRenamed,
        NetworkEnded,
        MemberJoined,
        MemberConsented,
        MemberLeft,
        MembershipAgreed,
        ServiceJoined,
        ServiceLeft,
        PersonNamed,
        PersonStoodDown,
        SteeringGroupStated,
        PartnerJoined,
        PartnerLeft,
        HelpAsked,
        HelpGiven,
        FollowedUp,
    )
}
