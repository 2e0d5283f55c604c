"""A person reminds the municipality of the nearest deadline, once a day, and only where something is awaited from it."""

from domain import events as e
from tests.domain.lives import COLLECTED, LEADER, OFFICER, SIGNATORY, Life, Office, at, refused


def returned() -> Life:
    """Return an application that waits for a supplement."""
    life = Office().submit().assigned()
    lacks = {"deficiencies": ["plan_missing"], "explanation": "Planen mangler", "last_day": "2026-04-01"}
    return life.do(OFFICER, "return_for_supplement", **lacks)


def test_before_the_day_it_is_the_reminder_of_what_is_awaited() -> None:
    life = returned().do(OFFICER, "remind")

    assert life.letters[-1] == "supplement_reminder"
    assert life.only(e.Reminded).clock == "supplement:1"


def test_after_the_day_it_says_that_it_is_late() -> None:
    life = returned()
    life.office.move_to(at("2026-04-03T12:00"))

    assert life.do(LEADER, "remind").letters[-1] == "L11"


def test_once_a_day_is_enough() -> None:
    life = returned().do(OFFICER, "remind")
    with refused("reminded_today", "T20"):
        life.do(LEADER, "remind")
    life.office.move_to(at("2026-03-20T12:00"))

    assert life.do(LEADER, "remind").letters[-1] == "supplement_reminder"


def test_where_nothing_is_awaited_nobody_is_reminded() -> None:
    with refused("nothing_to_remind_of", "T20"):
        Office().submit().do(OFFICER, "remind")


def test_of_several_the_nearest_is_meant() -> None:
    life = Office().submit().granted(1_200_000, COLLECTED).paid()

    assert life.do(OFFICER, "remind").only(e.Reminded).clock == "report:2026"


def test_a_municipality_does_not_remind_itself() -> None:
    with refused("role_not_allowed", "T20"):
        returned().do(SIGNATORY, "remind")
