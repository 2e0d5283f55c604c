"""Services, people and partners: each once, from a day to a day."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain.networks.parts import Function, on
from tests.domain.lives import refused
from tests.domain.networks.registers import HAMAR, LOTEN, PROJECT_ID, Book, hedmarken, kinds

DAY = date(2026, 3, 1)
STANGE = "3413"


def test_an_intermunicipal_service_stands_once_with_all_its_municipalities() -> None:
    book = Book().register().join(HAMAR, LOTEN).serve("Barnevern Hamarregionen", LOTEN, HAMAR, LOTEN)

    [service] = book.now.services
    assert service.municipalities == (HAMAR, LOTEN)
    with refused("service_there_already", "C1", service="barnevern HAMARREGIONEN"):
        book.serve("barnevern HAMARREGIONEN", HAMAR)


def test_a_service_that_has_ended_may_begin_anew() -> None:
    book = Book().register().join(HAMAR).serve("Barnevern Hamar", HAMAR)
    book.do("end_service", number=1, last_day="2026-02-28")

    book.serve("Barnevern Hamar", HAMAR, from_day="2026-03-01")

    assert [one.number for one in on(book.now.services, DAY)] == [2]


def test_a_service_serves_a_member() -> None:
    book = Book().register().join(HAMAR)

    with refused("service_serves_no_member", "R26-11", service="Barnevern Løten"):
        book.serve("Barnevern Løten", LOTEN)
    with refused("municipality_unknown", "E23"):
        book.serve("Barnevern", HAMAR, "9999")


def test_a_service_may_take_part_in_one_project_alone() -> None:
    book = Book().register().join(HAMAR)
    with refused("no_such_project", "R26-11", project_id=PROJECT_ID.replace("2", "3")):
        book.serve("Skolen", HAMAR, kind="school", project_id=PROJECT_ID.replace("2", "3"))

    book.serve("Skolen", HAMAR, kind="school", project_id=PROJECT_ID)

    assert book.now.services[0].project_id == PROJECT_ID


def test_the_rule_of_a_service_in_one_project_is_that_of_its_year() -> None:
    book = (
        Book(today=date(2021, 3, 1))
        .register(from_day="2021-01-15")
        .join(HAMAR, from_day="2021-02-01", consented_on=None)
    )

    with refused("no_such_project", "B21-28"):
        book.serve("Skolen", HAMAR, kind="school", from_day="2021-02-01", project_id=PROJECT_ID[:-1] + "3")


def test_a_new_leader_follows_the_one_before() -> None:
    book = hedmarken().name("leader", from_day="2026-02-01")

    happened = book.do("name_person", function="leader", person="Ola", role="other", from_day="2026-04-01")

    assert kinds(happened) == ["PersonStoodDown", "PersonNamed"]
    assert [one.number for one in book.now.people_on(Function.LEADER, date(2026, 3, 31))] == [1]
    assert [one.number for one in book.now.people_on(Function.LEADER, date(2026, 4, 1))] == [2]


def test_two_leaders_do_not_begin_on_the_same_day_nor_one_before_the_other() -> None:
    book = hedmarken().name("leader", from_day="2026-02-01")

    for day in ("2026-02-01", "2026-01-20"):
        with refused("last_day_before_first", "R26-24"):
            book.name("leader", from_day=day)


def test_others_sit_beside_each_other() -> None:
    book = hedmarken().name("steering").name("steering").name("representative", municipality=HAMAR)

    assert len(book.now.people_on(Function.STEERING, DAY)) == 2
    assert len(book.now.people_on(Function.REPRESENTATIVE, DAY)) == 1


def test_a_representative_is_from_a_member() -> None:
    with pytest.raises(ValidationError, match="a representative is from one"):
        hedmarken().name("representative")
    with refused("not_a_member", "B21-17", municipality=STANGE):
        hedmarken().name("representative", municipality=STANGE)


def test_a_contact_belongs_to_a_partner() -> None:
    book = hedmarken()
    book.do(
        "add_partner",
        partner_kind="bufetat",
        partner_name="Bufetat",
        region="ost",
        from_day="2026-02-01",
    )
    with pytest.raises(ValidationError, match="a contact has one"):
        book.name("contact")
    with pytest.raises(ValidationError, match="nobody else"):
        book.name("leader", partner=1)
    with refused("no_such_number", "B21-52", number=2):
        book.name("contact", partner=2)

    assert book.name("contact", partner=1).now.people[0].partner == 1


def test_a_person_stands_down_once() -> None:
    book = hedmarken().name("steering")
    with refused("no_such_number", "R26-24", number=7):
        book.do("stand_down", number=7, last_day="2026-02-28")
    with refused("last_day_before_first", "R26-24"):
        book.do("stand_down", number=1, last_day="2026-01-31")
    book.do("stand_down", number=1, last_day="2026-02-28")

    with refused("ended_already", "R26-24", number=1, last_day="2026-02-28"):
        book.do("stand_down", number=1, last_day="2026-02-28")


def test_an_earlier_last_day_may_be_corrected() -> None:
    book = hedmarken().name("steering")
    book.do("stand_down", number=1, last_day="2026-12-31")

    book.do("stand_down", number=1, last_day="2026-06-30")

    assert book.now.people[0].last_day == date(2026, 6, 30)


def test_a_partner_stands_once_and_may_end() -> None:
    book = hedmarken()
    ks: dict[str, Any] = {"partner_kind": "ks", "partner_name": "KS Innlandet", "from_day": "2026-02-01"}
    book.do("add_partner", **ks)
    with refused("partner_there_already", "R26-27", partner_name="ks innlandet"):
        book.do("add_partner", **ks | {"partner_name": "ks innlandet"})

    book.do("end_partner", number=1, last_day="2026-02-28")
    book.do("add_partner", **ks | {"from_day": "2026-03-01"})

    assert [one.number for one in on(book.now.partners, DAY)] == [2]


def test_only_bufetat_has_regions() -> None:
    with pytest.raises(ValidationError, match="only Bufetat has regions"):
        hedmarken().do(
            "add_partner", partner_kind="ks", partner_name="KS", region="ost", from_day="2026-02-01"
        )
