"""What an application says of its network is taken over, once, and nobody is struck off by it."""

from datetime import date

import pytest

from domain.networks.applied import network_as_applied
from domain.networks.parts import Function
from tests.domain.applications import member
from tests.domain.lives import LEADER, refused
from tests.domain.networks.registers import (
    DIRECTORY,
    HAMAR,
    LOTEN,
    NETWORK_ID,
    Book,
    applied,
    hedmarken,
    kinds,
)

DAY = date(2026, 3, 1)
STANGE = member("3413", "942024118")


def test_a_network_is_read_from_its_application() -> None:
    network = network_as_applied(applied(), DIRECTORY)

    assert (network.network_id, network.name, network.case_no) == (
        NETWORK_ID,
        "Læringsnettverk Hedmarken",
        "SFIN-2026-1",
    )
    assert network.municipalities_on(DAY) == {HAMAR, LOTEN}
    assert [one.consented_on for one in network.members] == [date(2026, 3, 2)] * 2
    assert [one.name for one in network.services] == [
        "Barneverntjenesten i Hamar",
        "Barneverntjenesten i Løten",
    ]
    assert [one.function for one in network.people] == [Function.LEADER, *4 * [Function.REPRESENTATIVE]]
    assert [one.name for one in network.partners] == ["Høgskolen i Eksempel"]
    assert network.management_in_steering_group


def test_the_first_change_of_an_applied_network_registers_it_as_applied() -> None:
    book = Book()

    happened = book.do(
        "log_follow_up", applied=applied(), entry="contact", held_on="2026-03-01", text="Ringt"
    )

    assert kinds(happened)[0] == "NetworkRegistered"
    assert kinds(happened)[-1] == "FollowedUp"
    assert book.now.municipalities_on(DAY) == {HAMAR, LOTEN}


def test_an_application_is_taken_over_as_it_is() -> None:
    book = Book()

    book.do("take_application", applied=applied(), case_no="SFIN-2026-1")

    assert book.now == network_as_applied(applied(), DIRECTORY)
    with refused("nothing_new_in_application", "H18-10", case_no="SFIN-2026-1"):
        book.do("take_application", applied=applied(), case_no="SFIN-2026-1")


def test_a_later_application_brings_what_is_new_and_strikes_nobody_off() -> None:
    book = Book()
    book.do("take_application", applied=applied(), case_no="SFIN-2026-1")
    later = applied(members=[member(HAMAR, "970540008"), STANGE])

    happened = book.do("take_application", LEADER, applied=later, case_no="SFIN-2026-1")

    assert kinds(happened) == ["MemberJoined", "PersonNamed", "PersonNamed"]
    assert book.now.municipalities_on(DAY) == {HAMAR, LOTEN, "3413"}


def test_a_network_without_leader_or_steering_group_gets_them_from_the_application() -> None:
    book = hedmarken()

    happened = kinds(book.do("take_application", applied=applied(), case_no="SFIN-2026-1"))

    assert happened.count("PersonNamed") == 5
    assert "SteeringGroupStated" in happened
    assert "MemberJoined" not in happened


def test_only_an_application_of_this_network_is_taken_over() -> None:
    with refused("no_such_application", "H18-10", case_no="SFIN-2026-9"):
        hedmarken().do("take_application", case_no="SFIN-2026-9")
    with refused("no_such_application", "H18-10"):
        hedmarken().do("take_application", applied=applied(), case_no="SFIN-2026-9")
    book = hedmarken()
    assert book.network is not None
    from dataclasses import replace

    book.network = replace(book.network, network_id=NETWORK_ID.replace("1", "4"))
    with refused("application_of_other_network", "H18-10", case_no="SFIN-2026-1"):
        book.do("take_application", applied=applied(), case_no="SFIN-2026-1")


@pytest.mark.edge("E24")
def test_a_member_of_another_area_waits_for_its_office_also_when_applied() -> None:
    network = network_as_applied(
        applied(members=[member(HAMAR, "970540008"), member("4214", "946439045")]), DIRECTORY
    )

    assert {one.municipality: one.agreed for one in network.members} == {HAMAR: True, "4214": False}


def test_a_municipality_the_directory_does_not_know_belongs_to_the_office_applied_to() -> None:
    network = network_as_applied(applied(members=[member("1201", "970540008")]), DIRECTORY)

    assert [one.office for one in network.members] == ["SFIN"]
