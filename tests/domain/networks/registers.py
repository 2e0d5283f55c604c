"""A network in a register of its own, for tests that ask one thing of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from domain.actors import Actor, Role
from domain.application import Application
from domain.events import Event
from domain.networks import commands as c
from domain.networks.applied import Applied
from domain.networks.deciding import NetworkFacts, decide_network, register_network
from domain.networks.evolving import evolve_network
from domain.networks.parts import Network
from domain.organisations.directory import Directory
from storage.office_duties import load_duties
from storage.organisations import packed_municipalities
from tests.domain.applications import HAMAR, LOTEN, application, learning
from tests.domain.lives import LEADER, OFFICER, person

NETWORK_ID: Final = "11111111-1111-5111-8111-111111111111"
PROJECT_ID: Final = "22222222-2222-5222-8222-222222222222"
TODAY: Final = date(2026, 3, 1)
AGDER_LEADER: Final = person(Role.LEADER, unit="SFAG")
AGDER_OFFICER: Final = person(Role.CASE_OFFICER, unit="SFAG")
DIRECTORY: Final = Directory(packed=packed_municipalities())

__all__ = ["AGDER_LEADER", "AGDER_OFFICER", "HAMAR", "LEADER", "LOTEN", "NETWORK_ID", "OFFICER", "PROJECT_ID"]


def facts(
    today: date = TODAY, applied: Applied | None = None, directory: Directory = DIRECTORY
) -> NetworkFacts:
    return NetworkFacts(
        today=today,
        directory=directory,
        duties=load_duties(),
        projects=frozenset({PROJECT_ID}),
        applied=applied,
    )


def applied(**changes: Any) -> Applied:
    """Return the usual application, with *changes* to it, as its case knows it."""
    made: Application = application(learning(), **changes)
    return Applied(
        case_no="SFIN-2026-1",
        network_id=NETWORK_ID,
        office="SFIN",
        received_on=date(2026, 3, 1),
        application=made,
    )


@dataclass(kw_only=True)
class Book:
    """One network's page in the register."""

    network: Network | None = None
    events: list[Event] = field(default_factory=list)
    today: date = TODAY
    directory: Directory = DIRECTORY

    def do(self, kind: str, who: Actor = OFFICER, applied: Applied | None = None, **body: Any) -> list[Event]:
        """Ask for *kind*, let it happen, and return what did."""
        command = COMMANDS[kind].model_validate({"kind": kind, **body})
        found = decide_network(self.network, command, who, facts(self.today, applied, self.directory))
        return self._happen(found)

    def register(self, who: Actor = OFFICER, **changes: Any) -> "Book":
        """Register the network."""
        plain = {
            "office": "SFIN",
            "network_name": "Hedmarken",
            "strand": "learning",
            "from_day": "2026-01-15",
        }
        command = c.RegisterNetwork.model_validate(plain | changes)
        self._happen([register_network(command, who, NETWORK_ID, facts(self.today, None, self.directory))])
        return self

    def join(self, *numbers: str, **changes: Any) -> "Book":
        """Let municipalities join with their consent."""
        for number in numbers:
            day = {"from_day": "2026-02-01", "consented_on": "2026-01-20"}
            self.do("join_network", municipality=number, **day | changes)
        return self

    def serve(self, name: str, *numbers: str, kind: str = "barnevern", **changes: Any) -> "Book":
        """Register a service."""
        body = {"service": name, "service_kind": kind, "municipalities": numbers, "from_day": "2026-02-01"}
        self.do("add_service", **body | changes)
        return self

    def name(self, function: str, role: str = "other", **changes: Any) -> "Book":
        """Name a person."""
        body = {"function": function, "person": "Kari", "role": role, "from_day": "2026-02-01"}
        self.do("name_person", **body | changes)
        return self

    @property
    def now(self) -> Network:
        assert self.network is not None
        return self.network

    def _happen(self, found: Iterable[Event]) -> list[Event]:
        happened = list(found)
        for event in happened:
            self.network = evolve_network(self.network, event)
        self.events += happened
        return happened


def hedmarken() -> Book:
    """Return a network of two municipalities with a service each."""
    book = Book().register().join(HAMAR, LOTEN)
    return book.serve("Barnevern Hamar", HAMAR).serve("Barnevern Løten", LOTEN)


def kinds(events: Iterable[Event]) -> list[str]:
    return [type(event).__name__ for event in events]


COMMANDS: Final[dict[str, type[Any]]] = {
    cls.model_fields["kind"].default: cls
    for cls in (
        c.TakeApplication,
        c.RenameNetwork,
        c.EndNetwork,
        c.JoinNetwork,
        c.ConsentToNetwork,
        c.LeaveNetwork,
        c.AgreeToMember,
        c.AddService,
        c.EndService,
        c.NamePerson,
        c.StandDown,
        c.AddPartner,
        c.EndPartner,
        c.AskHelp,
        c.GiveHelp,
        c.LogFollowUp,
    )
}
