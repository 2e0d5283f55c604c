"""The overview of foster-home projects in every office, for the one office that coordinates them (R26-19 to R26-22, Q10).

It reads projects and never people: project, network, municipalities, office, year, amount and stage, and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.actors import OFFICE_ROLES, Actor, Role
from domain.offices import COORDINATOR
from domain.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedProject:
    """A project with a grant of one year, wherever it is; ``foster_home`` by its type or its tag (R26-04)."""

    project: str
    network: str
    municipalities: tuple[str, ...]
    office: str
    grant_year: int
    granted_ore: int
    stage: str
    foster_home: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewLine:
    """One line of the overview, money in øre."""

    rule: str
    project: str
    network: str
    municipalities: tuple[str, ...]
    office: str
    grant_year: int
    granted_ore: int
    stage: str


def foster_overview(actor: Actor, projects: Iterable[GrantedProject]) -> tuple[OverviewLine, ...]:
    """Return the foster-home projects among *projects*, whichever office they are at.

    Raises:
        Refused: ``not_the_coordinator`` for everybody but the office that has the function.
    """
    _check_coordinator(actor)
    return tuple(
        OverviewLine(
            rule="R26-21",
            project=one.project,
            network=one.network,
            municipalities=one.municipalities,
            office=one.office,
            grant_year=one.grant_year,
            granted_ore=one.granted_ore,
            stage=one.stage,
        )
        for one in projects
        if one.foster_home
    )


def check_publication(actor: Actor) -> None:
    """Refuse to hand the overview out for publication unless a leader of the coordinating office does it (R26-22).

    Raises:
        Refused: ``not_the_coordinator`` or ``publication_needs_leader``.
    """
    _check_coordinator(actor)
    if actor.role is not Role.LEADER:
        raise Refused("publication_needs_leader", "R26-22", role=actor.role.value)


def _check_coordinator(actor: Actor) -> None:
    of_office = actor.role in OFFICE_ROLES and actor.unit == COORDINATOR
    if not of_office and actor.role is not Role.COORDINATOR:
        raise Refused("not_the_coordinator", "R26-20", office=COORDINATOR, unit=actor.unit)
