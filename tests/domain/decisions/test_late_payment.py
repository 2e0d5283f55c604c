"""A grant that was not paid in its year: annulled, or paid on the directorate's word (E36, E37, I21-27)."""

import pytest

from domain import events as e
from domain.instants import last_day
from domain.lifecycle import Stage
from tests.domain.lives import (
    ATTESTOR,
    CONTROLS,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    Office,
    at,
    granted,
    paid,
    refused,
)

ALLOWED = {"reference": "Bufdir 2027/3"}


def lapsed() -> Life:
    """Return a grant of 2026 that is not paid on 5 January 2027, its account confirmed."""
    life = granted().do(SIGNATORY, "confirm_account", account="12345678903")
    life.office.move_to(at("2027-01-05T12:00"))
    return life


@pytest.mark.edge("E37")
def test_after_its_year_a_grant_is_paid_only_on_the_directorate_s_word() -> None:
    life = lapsed()
    assert (life.now.stage, life.tasks) == (Stage.GRANTED, ["lapsed"])
    with refused("authority_lapsed", "R26-02", year=2026):
        life.do(LEADER, "order_payment")

    life.do(LEADER, "allow_late_payment", **ALLOWED)

    assert life.tasks == ["order_payment"]
    life.do(LEADER, "order_payment").do(ATTESTOR, "attest_payment", **CONTROLS)
    assert life.now.stage is Stage.PAYMENT_ORDERED


@pytest.mark.edge("E15")
def test_money_that_is_paid_late_is_used_by_the_same_day() -> None:
    life = lapsed().do(LEADER, "allow_late_payment", **ALLOWED).paid()

    assert life.now.stage is Stage.DISBURSED
    assert life.now.decision is not None
    assert last_day(life.now.decision.use_deadline).isoformat() == "2027-12-31"
    life.office.move_to(at("2028-01-10T12:00"))
    assert life.only(e.UseDeadlinePassed).result == "ask"


@pytest.mark.edge("E37")
def test_the_word_is_registered_by_a_leader_once_and_only_when_the_year_is_over() -> None:
    in_time = granted()
    with refused("not_possible_now", "E37"):
        in_time.do(LEADER, "allow_late_payment", **ALLOWED)
    for life in (paid(), Office().submit()):
        with refused("not_possible_now", "E37"):
            life.do(LEADER, "allow_late_payment", **ALLOWED)

    life = lapsed()
    with refused("role_not_allowed", "E37"):
        life.do(OFFICER, "allow_late_payment", **ALLOWED)
    life.do(LEADER, "allow_late_payment", **ALLOWED)
    with refused("not_possible_now", "E37"):
        life.do(LEADER, "allow_late_payment", **ALLOWED)


def test_what_is_about_to_be_annulled_is_not_allowed_to_be_paid() -> None:
    life = lapsed().declared(OFFICER)
    life.do(OFFICER, "recommend_reversal", ground="other_law", amount_ore=0, reason="Bortfalt")

    with refused("reversal_waits", "T40"):
        life.do(LEADER, "allow_late_payment", **ALLOWED)


def test_no_more_is_granted_on_that_word() -> None:
    """It lets the grant be paid that stands: more money of a year that is over takes another frame."""
    life = lapsed().do(LEADER, "allow_late_payment", **ALLOWED).declared(OFFICER)
    life.office.lives[life.case_id] = life
    life.do(OFFICER, "recommend_reversal", ground="other_law", amount_ore=30_000_000, reason="Mindre")

    assert life.now.reversal is not None
    assert life.now.reversal.amount_ore == 30_000_000
