"""Municipalities come and go by their own choice, each on a day of its own (B21-14, R26-09)."""

from datetime import date

import pytest
from pydantic import ValidationError

from domain.actors import Role
from domain.networks import events as e
from domain.networks.parts import Function
from tests.domain.lives import person, refused
from tests.domain.networks.registers import (
    AGDER_LEADER,
    AGDER_OFFICER,
    HAMAR,
    LEADER,
    LOTEN,
    OFFICER,
    Book,
    hedmarken,
    kinds,
)

FROLAND = "4214"
MAY, JUNE = date(2026, 5, 31), date(2026, 6, 1)


def test_an_officer_or_leader_of_the_office_registers_a_network() -> None:
    with refused("role_not_allowed", "H18-10", role="attestor", command="register_network"):
        Book().register(person(Role.ATTESTOR))
    with refused("other_office", "R26-45", office="SFIN", unit="SFAG"):
        Book().register(AGDER_OFFICER)

    assert Book().register(LEADER).now.name == "Hedmarken"
    assert Book().register(OFFICER).now.exists_on(date(2031, 1, 1))


def test_a_network_is_not_registered_from_a_day_ahead() -> None:
    with refused("day_ahead", "H18-10", given_day="2026-03-02", today_day="2026-03-01"):
        Book().register(from_day="2026-03-02")

    assert Book().register(from_day="2026-03-01").now.first_day == date(2026, 3, 1)


def test_a_network_that_nobody_knows_cannot_change() -> None:
    with refused("no_such_network", "B21-05"):
        Book().do("rename_network", network_name="Nytt")


def test_a_municipality_is_a_member_from_its_day_to_its_last() -> None:
    book = Book().register().join(HAMAR)

    book.do("leave_network", municipality=HAMAR, last_day="2026-05-31")

    assert not book.now.municipalities_on(date(2026, 1, 31))
    assert book.now.municipalities_on(date(2026, 2, 1)) == {HAMAR}
    assert book.now.municipalities_on(MAY) == {HAMAR}
    assert not book.now.municipalities_on(JUNE)


def test_nobody_is_a_member_twice_and_whoever_left_may_come_back() -> None:
    book = Book().register().join(HAMAR)
    with refused("already_a_member", "R26-09", municipality=HAMAR):
        book.join(HAMAR)
    book.do("leave_network", municipality=HAMAR, last_day="2026-05-31")
    with refused("already_a_member", "R26-09"):
        book.join(HAMAR, from_day="2026-05-31")

    book.join(HAMAR, from_day="2026-06-01")

    assert book.now.municipalities_on(JUNE) == {HAMAR}
    assert len(book.now.members) == 2


def test_only_a_member_leaves() -> None:
    with refused("not_a_member", "R26-09", municipality=LOTEN, given_day="2026-05-31"):
        Book().register().join(HAMAR).do("leave_network", municipality=LOTEN, last_day="2026-05-31")


def test_leaving_is_asked_for_by_the_rule_of_its_year() -> None:
    book = Book(today=date(2021, 6, 1)).register(from_day="2021-01-15")

    with refused("not_a_member", "B21-14"):
        book.do("leave_network", municipality=HAMAR, last_day="2021-05-31")


def test_a_municipality_speaks_for_itself_alone() -> None:
    hamar, loten = (person(Role.APPLICANT_SIGNATORY, unit=unit) for unit in ("970540008", "964950679"))
    book = Book().register().join(HAMAR, consented_on=None)

    with refused("other_municipality", "R26-09", unit="964950679"):
        book.do("leave_network", loten, municipality=HAMAR, last_day="2026-05-31")
    with refused("role_not_allowed", "R26-09", role="applicant_signatory"):
        book.do("join_network", hamar, municipality=LOTEN, from_day="2026-03-01")

    book.do("consent_to_network", hamar, municipality=HAMAR, consented_on="2026-02-20")
    assert book.now.members[0].consented_on == date(2026, 2, 20)
    book.do("leave_network", hamar, municipality=HAMAR, last_day="2026-05-31", reason="Egne planer")
    assert not book.now.municipalities_on(JUNE)


def test_consent_is_not_given_ahead_nor_by_others_than_members() -> None:
    book = Book().register().join(HAMAR, consented_on=None)

    with refused("day_ahead", "R26-09"):
        book.do("consent_to_network", municipality=HAMAR, consented_on="2026-03-02")
    with refused("not_a_member", "R26-09"):
        book.do("consent_to_network", municipality=LOTEN, consented_on="2026-03-01")
    with refused("day_ahead", "R26-09"):
        book.join(LOTEN, consented_on="2026-03-02")


def test_those_who_sat_for_a_municipality_stand_down_with_it() -> None:
    book = hedmarken()
    book.name("representative", municipality=HAMAR).name("representative", municipality=LOTEN)
    book.name("steering", "municipal_management", municipality=HAMAR).name("leader", municipality=HAMAR)

    left = book.do("leave_network", municipality=HAMAR, last_day="2026-05-31")

    assert kinds(left) == ["MemberLeft"] + 3 * ["PersonStoodDown"]
    assert [one.number for one in book.now.people if one.last_day is None] == [2]


def test_who_was_to_sit_for_it_later_never_does() -> None:
    book = hedmarken().name("representative", municipality=HAMAR, from_day="2026-08-01")

    book.do("leave_network", municipality=HAMAR, last_day="2026-05-31")

    assert not book.now.people_on(Function.REPRESENTATIVE, date(2026, 8, 1))


def test_a_municipality_that_is_not_there_cannot_join() -> None:
    with refused("municipality_unknown", "E23", municipality="9999"):
        Book().register().join("9999")
    with refused("municipality_ended", "E23", municipality="3001", last_day="2023-12-31"):
        Book().register().join("3001")
    with refused("municipality_ended", "E23", municipality="3101", last_day=None):
        Book(today=date(2023, 3, 1)).register(from_day="2023-01-15").join(
            "3101", from_day="2023-02-01", consented_on=None
        )

    assert Book(today=date(2023, 3, 1)).register(from_day="2023-01-15").join(
        "3001", from_day="2023-02-01", consented_on=None
    ).now.municipalities_on(date(2023, 3, 1)) == {"3001"}


@pytest.mark.edge("E24")
def test_a_member_of_another_area_waits_for_its_own_office() -> None:
    book = Book().register().join(HAMAR, FROLAND)
    assert [member.agreed for member in book.now.members] == [True, False]

    for who in (LEADER, person(Role.ATTESTOR, unit="SFAG")):
        with pytest.raises(Exception, match=r"role_not_allowed|other_office"):
            book.do("agree_to_member", who, municipality=FROLAND)
    assert kinds(book.do("agree_to_member", AGDER_LEADER, municipality=FROLAND)) == ["MembershipAgreed"]

    assert all(member.agreed for member in book.now.members)
    with refused("nothing_to_agree_to", "E24", municipality=FROLAND):
        book.do("agree_to_member", AGDER_LEADER, municipality=FROLAND)
    with refused("not_a_member", "E24"):
        book.do("agree_to_member", municipality=LOTEN)


def test_what_has_ended_changes_no_more_but_for_what_was_done() -> None:
    book = hedmarken()
    with refused("last_day_before_first", "R26-09", first_day="2026-01-15", last_day="2026-01-14"):
        book.do("end_network", last_day="2026-01-14", reason="Slutt")
    book.do("end_network", last_day="2026-02-28", reason="Slutt")

    with refused("network_ended", "R26-09", last_day="2026-02-28"):
        book.join("3413")
    book.do("log_follow_up", entry="note", held_on="2026-03-01", text="Avsluttet i møte")
    assert book.now.log


def test_a_network_that_ends_later_still_takes_members() -> None:
    book = hedmarken()
    book.do("end_network", last_day="2026-12-31", reason="Prosjektene er ferdige")

    assert book.join("3413").now.municipalities_on(date(2026, 3, 1)) == {HAMAR, LOTEN, "3413"}


def test_a_network_gets_another_name() -> None:
    book = hedmarken()

    book.do("rename_network", network_name="Hedmarken og Sør-Østerdal")

    assert book.now.name == "Hedmarken og Sør-Østerdal"


def test_an_event_of_another_stream_does_not_happen_to_a_network() -> None:
    network = hedmarken().now
    from domain.networks.evolving import evolve_network
    from domain.office_settings import OfficeSettingChanged

    with pytest.raises(ValueError, match="cannot happen to a network"):
        evolve_network(
            network,
            OfficeSettingChanged(
                office="SFIN", attestor_may_recommend=True, write_off_limit_ore=None, by="p"
            ),
        )
    with pytest.raises(ValueError, match="cannot happen to no network"):
        evolve_network(None, e.NetworkRenamed(network_name="x", by="p"))


def test_a_command_names_its_municipality_by_four_digits() -> None:
    with pytest.raises(ValidationError, match="four digits"):
        Book().register().join("34")
