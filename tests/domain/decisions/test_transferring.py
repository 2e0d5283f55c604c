"""Another officer, another office, another host (T43, E23, E24)."""

import pytest

from domain import events as e
from domain.actors import Actor, Role
from domain.lifecycle import Stage
from domain.sight import may_see
from domain.tasks import tasks
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN
from tests.domain.lives import (
    COLLECTED,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    person,
    refused,
    report,
)

THERE = person(Role.LEADER, unit="SFAG")
ASK = {"office": "SFAG", "reason": "Vertskommunen flytter"}
HOST = {"org_number": ORG_LOTEN, "contact": "post@loten.example", "reason": "Sammenslåing"}
NEW_SIGNATORY = person(Role.APPLICANT_SIGNATORY, unit=ORG_LOTEN)


def asked() -> Life:
    return paid(1_200_000, COLLECTED).do(LEADER, "ask_transfer", **ASK)


# --- officer -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("life", [granted, paid], ids=["granted", "paid"])
def test_a_case_changes_officer_after_its_decision_too(life: object) -> None:
    other = person(Role.CASE_OFFICER, "another officer")
    found: Life = life().declared(other)  # type: ignore[operator]
    stage = found.now.stage

    found.do(LEADER, "assign", officer=other.subject)

    assert (found.now.officer, found.now.stage) == (other.subject, stage)


# --- office --------------------------------------------------------------------------------------------------------------


def test_a_case_goes_over_when_both_offices_have_said_so() -> None:
    life = asked()
    assert (life.now.office, life.now.transfer_to) == ("SFIN", "SFAG")
    (waits,) = tasks(life.now, life.office.rules)
    assert (waits.code, waits.role, waits.office) == ("take_over", Role.LEADER, "SFAG")
    with refused("other_office", "R26-45", office="SFAG", unit="SFIN"):
        life.do(LEADER, "accept_transfer")

    life.do(THERE, "accept_transfer")

    assert (life.now.office, life.now.officer, life.now.transfer_to) == ("SFAG", None, None)
    assert (life.letters[-1], life.tasks) == ("office_changed", ["give_officer"])


def test_the_asked_office_sees_the_case_and_the_granting_one_goes_on_seeing_it() -> None:
    before, asked_for, over = paid().now, asked().now, asked().do(THERE, "accept_transfer").now

    assert [may_see(THERE, case) for case in (before, asked_for, over)] == [False, True, True]
    assert may_see(LEADER, over)
    assert not may_see(
        LEADER, Office().submit().do(LEADER, "ask_transfer", **ASK).do(THERE, "accept_transfer").now
    )


def test_with_the_case_its_borders_move() -> None:
    life = asked().do(THERE, "accept_transfer")
    life.office.move_to(at("2027-03-10T12:00"))
    life.do(SIGNATORY, "deliver_report", **report(1_200_000))

    with refused("other_office", "R26-45", office="SFAG", unit="SFIN"):
        life.do(OFFICER, "return_report", duty="2026", reason="Nei", last_day="2027-05-01")
    there = person(Role.CASE_OFFICER, unit="SFAG")
    life.do(there, "return_report", duty="2026", reason="Nei", last_day="2027-05-01")


def test_what_was_granted_stays_in_the_frame_it_was_taken_from() -> None:
    """The ledger's lines bear the office that granted: nothing is moved with the case."""
    life = asked()
    lines = list(life.office.grants)

    life.do(THERE, "accept_transfer")

    assert life.office.grants == lines
    assert (life.now.case_no, life.now.granted_ore) == ("SFIN-2026-1", 120_000_000)
    assert (life.now.office, life.now.frame_office) == ("SFAG", "SFIN")


def test_what_is_granted_after_the_transfer_is_taken_from_the_new_office_s_frame() -> None:
    life = Office().submit().do(LEADER, "ask_transfer", **ASK).do(THERE, "accept_transfer")

    assert life.now.frame_office == "SFAG"


@pytest.mark.parametrize("who", [LEADER, THERE])
def test_either_office_says_no(who: Actor) -> None:
    life = asked().do(who, "decline_transfer", reason="Ikke nå")

    assert (life.now.office, life.now.transfer_to) == ("SFIN", None)
    with refused("no_transfer_asked", "T43"):
        life.do(LEADER, "decline_transfer", reason="Igjen")


def test_a_third_office_has_no_say() -> None:
    third = person(Role.LEADER, unit="SFVL")

    for kind, fields in (("accept_transfer", {}), ("decline_transfer", {"reason": "Nei"})):
        with refused("other_office", "R26-45", unit="SFVL"):
            asked().do(third, kind, **fields)


def test_a_case_does_not_go_over_in_the_middle_of_a_decision_or_with_money_to_pay() -> None:
    for life in (Office().submit().recommended(), granted(), granted().attested()):
        with refused("not_possible_now", "T43", command="ask_transfer"):
            life.do(LEADER, "ask_transfer", **ASK)
    life = Office().submit().do(LEADER, "ask_transfer", **ASK).recommended()
    with refused("not_possible_now", "T43", command="accept_transfer"):
        life.do(THERE, "accept_transfer")


def test_a_case_is_asked_over_to_one_other_office_at_a_time() -> None:
    with refused("already_there", "T43", office="SFIN"):
        paid().do(LEADER, "ask_transfer", office="SFIN", reason="Nei")
    with refused("not_possible_now", "T43"):
        asked().do(LEADER, "ask_transfer", office="SFVL", reason="Nei")
    with refused("no_transfer_asked", "T43"):
        paid().do(LEADER, "accept_transfer")


# --- host ----------------------------------------------------------------------------------------------------------------


@pytest.mark.edge("E23")
def test_a_new_host_confirms_its_account_before_anything_is_paid() -> None:
    life = granted().do(SIGNATORY, "confirm_account", account="12345678903")

    life.do(LEADER, "change_host", **HOST)

    assert (life.now.host, life.now.account_confirmed, life.now.account) == (ORG_LOTEN, False, None)
    assert (life.letters[-1], life.now.letters_outstanding[-1], life.tasks) == (
        "host_changed",
        "L18",
        ["account"],
    )
    with refused("account_not_confirmed", "E36"):
        life.do(LEADER, "order_payment")
    with refused("other_municipality", "T16", unit=ORG_HAMAR):
        life.do(SIGNATORY, "confirm_account", account="12345678903")
    life.do(NEW_SIGNATORY, "confirm_account", account="12345678903").do(LEADER, "order_payment")


@pytest.mark.edge("E23")
def test_the_duties_go_over_to_the_new_host() -> None:
    life = paid(1_200_000, COLLECTED).do(LEADER, "change_host", **HOST)
    life.office.move_to(at("2027-03-10T12:00"))

    with refused("other_municipality", "T21", unit=ORG_HAMAR):
        life.do(SIGNATORY, "deliver_report", **report(1_200_000))
    life.do(NEW_SIGNATORY, "deliver_report", **report(1_200_000))
    assert life.now.stage is Stage.CARRY_OVER


@pytest.mark.edge("E46")
def test_the_new_host_is_one_that_may_be_paid_and_another_than_before() -> None:
    life = paid()
    with refused("already_host", "T43", org_number=ORG_HAMAR):
        life.do(LEADER, "change_host", **(HOST | {"org_number": ORG_HAMAR}))
    life.office.host_is_municipality = False
    with refused("host_not_municipality", "E46", org_number=ORG_LOTEN):
        life.do(LEADER, "change_host", **HOST)


def test_the_host_is_not_changed_under_a_payment_or_after_the_end() -> None:
    with refused("payment_under_way", "T16", payment=1):
        granted().ordered().do(LEADER, "change_host", **HOST)
    closed = paid()
    closed.office.move_to(at("2028-01-10T12:00"))
    closed.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")
    with refused("not_possible_now", "T43"):
        closed.do(LEADER, "change_host", **HOST)


def test_a_change_of_host_is_in_the_trail_with_both() -> None:
    changed = paid().do(LEADER, "change_host", **HOST).only(e.HostChanged)

    assert (changed.before, changed.host, changed.by) == (ORG_HAMAR, ORG_LOTEN, LEADER.subject)
