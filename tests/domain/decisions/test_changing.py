"""Another use of the money than was applied for: the municipality asks, a leader answers (T41)."""

from domain import events as e
from domain.actors import Role
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, Life, at, granted, paid, person, refused

CHANGE = {"change": "To samlinger i stedet for fire"}


def asked() -> Life:
    return paid().do(SIGNATORY, "ask_change", **CHANGE)


def test_a_request_waits_for_a_leader() -> None:
    life = asked()

    assert (life.only(e.ChangeAsked).number, life.tasks) == (1, ["decide_change"])
    with refused("role_not_allowed", "T41"):
        life.do(OFFICER, "approve_change")
    with refused("not_possible_now", "T41"):
        life.do(SIGNATORY, "ask_change", **CHANGE)


def test_an_approved_change_is_told_and_changes_neither_amount_nor_terms() -> None:
    life = asked()
    before = life.now.decision

    life.do(LEADER, "approve_change")

    assert (life.now.decision, life.tasks) == (before, [])
    assert (life.letters[-1], life.now.letters_outstanding[-1]) == ("change_approved", "L18")


def test_a_declined_change_is_told_with_its_reason_and_may_be_asked_for_anew() -> None:
    life = asked().do(LEADER, "decline_change", reason="For vagt")
    assert life.letters[-1] == "change_declined"

    assert life.do(SIGNATORY, "ask_change", **CHANGE).now.changes == 2


def test_there_must_be_a_request_and_an_impartial_leader() -> None:
    with refused("no_change_asked", "T41"):
        paid().do(LEADER, "approve_change")
    with refused("no_change_asked", "T41"):
        paid().do(LEADER, "decline_change", reason="Nei")
    with refused("impartiality_not_declared", "E40"):
        asked().do(person(Role.LEADER, "another leader"), "approve_change")


def test_nothing_is_changed_after_the_use_is_over_or_before_the_decision() -> None:
    over = paid()
    over.office.move_to(at("2028-01-10T12:00"))
    ended = paid().do(SIGNATORY, "end_early", end_day="2026-03-01", reason="Ferdig")
    lapsed = granted()
    lapsed.office.move_to(at("2027-01-05T12:00"))

    for life in (over, ended, lapsed):
        with refused("not_possible_now", "T41"):
            life.do(SIGNATORY, "ask_change", **CHANGE)
    assert granted().do(SIGNATORY, "ask_change", **CHANGE).now.open_change is not None


def test_a_request_ends_with_the_use_of_the_money() -> None:
    life = asked()
    life.office.move_to(at("2028-01-10T12:00"))

    assert (life.now.open_change, "decide_change" in life.tasks) == (None, False)
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
