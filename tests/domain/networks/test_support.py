"""Help asked and given, and the follow-up log."""

from datetime import date
from typing import Any

from tests.domain.lives import refused
from tests.domain.networks.registers import Book, hedmarken

ASKED: dict[str, Any] = {
    "partner_kind": "knowledge_environment",
    "asked_by": "municipality",
    "asked_on": "2026-02-10",
}


def test_help_is_asked_for_and_given_once() -> None:
    book = hedmarken()
    book.do("ask_help", **ASKED, about="Finne et kunnskapsmiljø")
    with refused("no_such_number", "R26-65", number=2):
        book.do("give_help", number=2, given_on="2026-02-20", given="Møte")
    with refused("last_day_before_first", "R26-65"):
        book.do("give_help", number=1, given_on="2026-02-09", given="Møte")
    with refused("day_ahead", "R26-65"):
        book.do("give_help", number=1, given_on="2026-03-02", given="Møte")
    book.do("give_help", number=1, given_on="2026-02-20", given="Møte med høgskolen")

    assert book.now.helps[0].given_on == date(2026, 2, 20)
    with refused("ended_already", "R26-65", number=1, last_day="2026-02-20"):
        book.do("give_help", number=1, given_on="2026-02-21", given="Igjen")


def test_help_is_not_asked_for_ahead_nor_of_a_partner_that_is_not_there() -> None:
    book = hedmarken()
    with refused("day_ahead", "R26-65"):
        book.do("ask_help", **ASKED | {"asked_on": "2026-03-02"}, about="Hjelp")
    with refused("no_such_number", "R26-65", number=1):
        book.do("ask_help", **ASKED, partner=1, about="Hjelp")


def test_bufetat_is_asked_by_a_rule_of_its_own() -> None:
    with refused("day_ahead", "R26-29"):
        hedmarken().do(
            "ask_help", **ASKED | {"partner_kind": "bufetat", "asked_on": "2026-03-02"}, about="Hjelp"
        )
    with refused("day_ahead", "B21-38"):
        Book(today=date(2021, 3, 1)).register(from_day="2021-01-15").do(
            "ask_help", **ASKED | {"partner_kind": "bufetat"}, about="Hjelp"
        )


def test_the_log_keeps_what_was_done_and_not_what_is_planned() -> None:
    book = hedmarken()
    with refused("day_ahead", "R26-62", given_day="2026-03-02"):
        book.do("log_follow_up", entry="meeting", held_on="2026-03-02", text="Planlagt møte")

    book.do("log_follow_up", entry="meeting", held_on="2026-03-01", text="Oppstartsmøte")

    assert [(one.entry, one.held_on) for one in book.now.log] == [("meeting", date(2026, 3, 1))]


def test_the_rule_of_following_up_is_that_of_the_year() -> None:
    book = Book(today=date(2018, 6, 8)).register(from_day="2018-06-07")

    with refused("day_ahead", "H18-11"):
        book.do("log_follow_up", entry="contact", held_on="2018-06-09", text="Telefon")
