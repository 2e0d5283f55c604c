"""Where the round asks for it, the municipality accepts the terms before anything is paid (T15)."""

import pytest

from domain import events as e
from tests.domain.lives import LEADER, OFFICER, SIGNATORY, Life, Office, at, refused


def asked(**office: object) -> Life:
    """Return a grant of 1 March 2026 whose terms are to be accepted by the 22nd."""
    life = Office(acceptance_required=True, **office).submit().granted()  # type: ignore[arg-type]
    return life.do(SIGNATORY, "confirm_account", account="12345678903")


def test_a_round_that_does_not_ask_waits_for_no_acceptance() -> None:
    life = Office().submit().granted()

    with refused("not_possible_now", "T15", command="accept_terms"):
        life.do(SIGNATORY, "accept_terms")
    assert "acceptance" not in life.clocks
    assert life.sent[-1].payload["params"]["acceptance_day"] is None
    assert life.ordered().now.open_payment is not None


def test_the_letter_says_until_when_the_terms_are_accepted_and_the_payment_waits_for_it() -> None:
    life = asked()
    letter = next(item for item in life.sent if item.payload.get("letter") == "L05")
    assert letter.payload["params"]["acceptance_day"] == "2026-03-22"
    with refused("terms_not_accepted", "T15"):
        life.do(LEADER, "order_payment")

    life.do(SIGNATORY, "accept_terms")

    assert life.only(e.TermsAccepted).decision_no == 1
    assert life.do(LEADER, "order_payment").now.open_payment is not None


@pytest.mark.parametrize(
    ("received", "in_time"), [("2026-03-22T22:59:59", True), ("2026-03-22T23:00:00", False)]
)
def test_an_acceptance_counts_from_when_it_arrived(received: str, in_time: bool) -> None:
    life = asked()
    life.office.sleep_until(at("2026-04-01T12:00"))

    life.do(SIGNATORY, "accept_terms", received_at=at(received))

    assert life.only(e.TermsAccepted).in_time is in_time


def test_terms_are_accepted_once_and_by_the_signatory() -> None:
    life = asked()
    with refused("role_not_allowed", "T15", role="case_officer"):
        life.do(OFFICER, "accept_terms")

    life.do(SIGNATORY, "accept_terms")

    with refused("not_possible_now", "T15", command="accept_terms"):
        life.do(SIGNATORY, "accept_terms")


def test_the_municipality_is_reminded_and_then_the_officer_and_the_leader_are_told() -> None:
    life = asked()
    assert "acceptance" in life.tasks

    life.office.move_to(at("2026-03-16T12:00"))
    assert life.letters[-1] == "acceptance_reminder"
    life.office.move_to(at("2026-03-23T12:00"))
    assert "overdue:acceptance:case_officer" in life.tasks
    life.office.move_to(at("2026-04-06T12:00"))
    assert "overdue:acceptance:leader" in life.tasks

    life.do(SIGNATORY, "accept_terms")
    assert not [task for task in life.tasks if "acceptance" in task]
    assert "acceptance" not in life.clocks


def test_no_acceptance_is_waited_for_when_the_money_has_lapsed() -> None:
    life = asked()

    life.office.move_to(at("2027-01-02T12:00"))

    with refused("not_possible_now", "T15", command="accept_terms"):
        life.do(SIGNATORY, "accept_terms")
    assert "acceptance" not in life.clocks
