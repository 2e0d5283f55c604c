"""The overview of foster-home projects: for one office, about projects, and handed out by its leader."""

from dataclasses import asdict

import pytest

from domain.actors import Actor, Role
from domain.coordination import GrantedProject, check_publication, foster_overview
from tests.domain.lives import person, refused

VESTLAND = {role: person(role, unit="SFVL") for role in (Role.CASE_OFFICER, Role.LEADER)}
COORDINATOR = Actor(subject="coordinator", role=Role.COORDINATOR, unit="-")


def project(name: str, *, foster_home: bool = True, office: str = "SFIN") -> GrantedProject:
    return GrantedProject(
        project=name,
        network="Hedmarken",
        municipalities=("3403", "3412"),
        office=office,
        grant_year=2026,
        granted_ore=40_000_000,
        stage="granted",
        foster_home=foster_home,
    )


@pytest.mark.parametrize("actor", [*VESTLAND.values(), COORDINATOR], ids=lambda actor: actor.role)
def test_the_coordinator_sees_the_foster_home_projects_of_every_office_and_no_others(actor: Actor) -> None:
    found = foster_overview(
        actor, [project("Her"), project("Der", office="SFNO"), project("Annet", foster_home=False)]
    )

    assert [(one.project, one.office, one.rule) for one in found] == [
        ("Her", "SFIN", "R26-21"),
        ("Der", "SFNO", "R26-21"),
    ]


def test_without_a_foster_home_project_the_overview_is_empty() -> None:
    assert foster_overview(COORDINATOR, [project("Annet", foster_home=False)]) == ()


@pytest.mark.parametrize(
    "actor",
    [
        person(Role.LEADER, unit="SFIN"),
        person(Role.CASE_OFFICER, unit="SFNO"),
        person(Role.APPLICANT_SIGNATORY),
        Actor(subject="auditor", role=Role.STATE_AUDITOR, unit="-"),
        Actor(subject="clock", role=Role.SYSTEM, unit="SFVL"),
    ],
    ids=lambda actor: actor.role,
)
def test_nobody_else_does(actor: Actor) -> None:
    with refused("not_the_coordinator", "R26-20", office="SFVL"):
        foster_overview(actor, [])
    with refused("not_the_coordinator", "R26-20"):
        check_publication(actor)


def test_no_person_is_in_it() -> None:
    [line] = foster_overview(COORDINATOR, [project("Her")])

    assert asdict(line).keys() == {
        "rule",
        "project",
        "network",
        "municipalities",
        "office",
        "grant_year",
        "granted_ore",
        "stage",
    }


def test_it_is_handed_out_for_publication_by_a_leader_of_the_coordinating_office() -> None:
    for actor in (VESTLAND[Role.CASE_OFFICER], COORDINATOR):
        with refused("publication_needs_leader", "R26-22", role=actor.role.value):
            check_publication(actor)

    check_publication(VESTLAND[Role.LEADER])
