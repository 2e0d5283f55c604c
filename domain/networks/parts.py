"""What a network is made of, each part with the days it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from domain.application import PartnerKind, RepresentativeRole, ServiceKind
from domain.periods import holds_on
from domain.private import Private
from domain.ruleset import Strand


class Function(StrEnum):
    """What a person does for a network."""

    LEADER = "leader"
    STEERING = "steering"
    REPRESENTATIVE = "representative"
    CONTACT = "contact"


class FollowUp(StrEnum):
    """What the office did for a network (H18-11, R26-62)."""

    CONTACT = "contact"
    MEETING = "meeting"
    NOTE = "note"


class Region(StrEnum):
    """The five regions of Bufetat."""

    OST = "ost"
    SOR = "sor"
    VEST = "vest"
    MIDT = "midt"
    NORD = "nord"


class Asker(StrEnum):
    """Who asked for help."""

    OFFICE = "office"
    MUNICIPALITY = "municipality"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A municipality in the network. ``office`` is its county governor; ``agreed`` says that office agrees (E24)."""

    municipality: str
    office: str
    org_number: str | None
    consented_on: date | None
    agreed: bool
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePart:
    """A municipal service; an intermunicipal one once, with all its municipalities. With a project: in that alone."""

    number: int
    name: str
    kind: ServiceKind
    municipalities: tuple[str, ...]
    project_id: str | None
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPart:
    """A person in a function, for a municipality or at a partner."""

    number: int
    function: Function
    person: Private
    role: RepresentativeRole
    municipality: str | None
    partner: int | None
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerPart:
    """An organisation the network works with."""

    number: int
    kind: PartnerKind
    name: str
    region: Region | None
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Help that was asked for, and given (H18-12, R26-65, R26-29)."""

    number: int
    kind: PartnerKind
    partner: int | None
    asked_by: Asker
    asked_on: date
    about: Private
    given_on: date | None = None
    given: Private | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """A line of the follow-up log."""

    entry: FollowUp
    held_on: date
    text: Private


class _Part(Protocol):
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date | None: ...


P = TypeVar("P", bound=_Part)


def on(parts: Iterable[P], day: date) -> tuple[P, ...]:
    """Return the *parts* that hold on *day*."""
    return tuple(part for part in parts if holds_on(day, part.first_day, part.last_day))


def from_then_on(parts: Iterable[P], day: date) -> tuple[P, ...]:
    """Return the *parts* that hold on *day* or begin later."""
    return tuple(part for part in parts if part.last_day is None or part.last_day >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network as it is registered.

    Args:
        network_id: Its id, which its projects and cases name.
        name: Its name.
        office: The office that answers for it: that of its host (E24).
        strand: Learning or leader network.
        first_day: Since when.
        last_day: The last day it exists; None while it does.
        case_no: The application it was taken from, where it was.
        steering_group: An application says there is one, without names.
        management_in_steering_group: An application says that municipal management sits in it.
        members: Memberships, also former ones; the same goes for the parts below.
        services: Services.
        people: Leader, steering group, representatives and contacts.
        partners: Partners.
        helps: Help asked and given.
        log: The follow-up log.
    """

    network_id: str
    name: str
    office: str
    strand: Strand
    first_day: date
    last_day: date | None = None
    case_no: str | None = None
    steering_group: bool = False
    management_in_steering_group: bool = False
    members: tuple[Membership, ...] = ()
    services: tuple[ServicePart, ...] = ()
    people: tuple[PersonPart, ...] = ()
    partners: tuple[PartnerPart, ...] = ()
    helps: tuple[Help, ...] = ()
    log: tuple[LogEntry, ...] = ()

    def exists_on(self, day: date) -> bool:
        """Say whether it has not ended by *day*."""
        return self.last_day is None or day <= self.last_day

    def municipalities_on(self, day: date) -> frozenset[str]:
        """Return the numbers of its members on *day*."""
        return frozenset(member.municipality for member in on(self.members, day))

    def member_on(self, municipality: str, day: date) -> Membership | None:
        """Return the membership of *municipality* on *day*."""
        held = (one for one in on(self.members, day) if one.municipality == municipality)
        return next(held, None)

    def people_on(self, function: Function, day: date) -> tuple[PersonPart, ...]:
        """Return those who hold *function* on *day*."""
        return tuple(one for one in on(self.people, day) if one.function is function)
