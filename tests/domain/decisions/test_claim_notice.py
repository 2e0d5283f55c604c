"""Who is to pay for a breach is heard first; what came in too much goes back; a part may be given up (T30–T35)."""

from datetime import date

import pytest

from domain import events as e
from domain.claims import ClaimState
from domain.lifecycle import Stage
from domain.money import kroner
from domain.possible import possible
from tests.domain.lives import (
    ACCOUNTANT,
    LEADER,
    OFFICER,
    SIGNATORY,
    Life,
    at,
    paid,
    refused,
)

DECIDE = {"claim": 1, "due_day": "2028-06-01"}


def told(unspent_kr: int = 0) -> Life:
    life = paid(400_000)
    life.office.move_to(at("2028-01-10T12:00"))
    return life.do(SIGNATORY, "answer_use", unspent_ore=kroner(unspent_kr))


def proposed(ground: str = "breach", kr: int = 100_000) -> Life:
    life = told(0 if ground == "breach" else kr)
    return life.do(OFFICER, "propose_claim", ground=ground, amount_ore=kroner(kr), reason="Til annet formål")


def noticed() -> Life:
    return proposed().do(OFFICER, "give_claim_notice", claim=1)


# --- notice and reply (T30, T31, E29) -------------------------------------------------------------------------------------


@pytest.mark.edge("E29")
def test_a_breach_is_not_decided_without_notice() -> None:
    life = proposed()
    assert life.tasks == ["give_claim_notice:1"]

    with refused("claim_notice_missing", "T30", claim=1):
        life.do(LEADER, "decide_claim", **DECIDE)


def test_the_notice_gives_three_weeks_and_quotes_the_reason() -> None:
    life = noticed()

    event = life.only(e.ClaimNoticeGiven)
    assert (event.last_day, event.rule) == (date(2028, 1, 31), "T30")
    assert life.clocks == ["claim_notice:1"]
    assert life.letters[-1] == "claim_notice"
    assert life.sent[-1].payload["params"]["reason_ref"] is not None
    assert life.tasks == []


def test_it_is_not_decided_while_the_municipality_may_reply() -> None:
    life = noticed()

    with refused("claim_reply_awaited", "T31", claim=1, last_day="2028-01-31"):
        life.do(LEADER, "decide_claim", **DECIDE)
    life.office.move_to(at("2028-01-31T22:30"))
    with refused("claim_reply_awaited", "T31"):
        life.do(LEADER, "decide_claim", **DECIDE)


@pytest.mark.edge("E29")
def test_after_the_term_the_leader_gets_the_task_and_decides() -> None:
    life = noticed()
    life.office.move_to(at("2028-02-01T08:00"))

    assert life.tasks == ["overdue:claim_notice:1:leader"]
    assert life.do(LEADER, "decide_claim", **DECIDE).now.claims[0].state is ClaimState.DECIDED


def test_after_a_reply_it_is_decided_at_once() -> None:
    life = noticed().do(SIGNATORY, "reply_to_claim", claim=1, text="Brukt etter planen")

    assert life.only(e.ClaimReplied).in_time
    assert (life.clocks, life.tasks) == ([], ["decide_claim:1"])
    assert life.do(LEADER, "decide_claim", **DECIDE).now.claims[0].state is ClaimState.DECIDED


def test_a_late_reply_is_read_as_long_as_nothing_is_decided() -> None:
    life = noticed()
    life.office.move_to(at("2028-02-05T08:00"))

    assert not life.do(SIGNATORY, "reply_to_claim", claim=1, text="Unnskyld").only(e.ClaimReplied).in_time
    life.do(LEADER, "decide_claim", **DECIDE)
    with refused("claim_not_ready", "T30", state="decided"):
        life.do(SIGNATORY, "reply_to_claim", claim=1, text="En gang til")


@pytest.mark.edge("E29")
def test_unused_money_that_was_told_needs_no_notice() -> None:
    life = proposed("unused")
    assert life.tasks == ["decide_claim:1"]

    assert life.do(LEADER, "decide_claim", **DECIDE).now.claims[0].state is ClaimState.DECIDED


def test_what_may_be_disputed_is_noticed_and_then_the_reply_is_awaited() -> None:
    life = proposed("unused").do(OFFICER, "give_claim_notice", claim=1)

    with refused("claim_reply_awaited", "T31", claim=1):
        life.do(LEADER, "decide_claim", **DECIDE)
    life.do(SIGNATORY, "reply_to_claim", claim=1, text="Vi er enige")
    assert life.do(LEADER, "decide_claim", **DECIDE).now.claims[0].state is ClaimState.DECIDED


def test_a_noticed_claim_may_be_dropped() -> None:
    life = noticed().do(LEADER, "drop_claim", claim=1, reason="Kommunen har rett")

    assert life.now.claims[0].state is ClaimState.DROPPED


def test_there_must_be_such_a_claim() -> None:
    with refused("no_such_claim", "T30", claim=7):
        proposed().do(OFFICER, "give_claim_notice", claim=7)
    with refused("no_such_claim", "T30", claim=7):
        proposed().do(SIGNATORY, "reply_to_claim", claim=7, text="Nei")
    with refused("no_such_claim", "T33", claim=7):
        proposed().do(ACCOUNTANT, "return_overpayment", claim=7, returned_on="2028-01-10", voucher="R-1")


def test_a_claim_without_notice_takes_no_reply() -> None:
    with refused("claim_not_ready", "T30", state="proposed"):
        proposed().do(SIGNATORY, "reply_to_claim", claim=1, text="Nei")


def test_what_can_be_done_follows_the_ground() -> None:
    def commands(life: Life) -> set[str]:
        # Of claim 1; the payment has the same number.
        of_payment = {"correct_disbursement"}
        return {one.command for one in possible(life.now) if one.about == "1"} - of_payment

    assert commands(proposed()) == {"give_claim_notice", "drop_claim"}
    assert commands(noticed()) == {"reply_to_claim", "decide_claim", "drop_claim"}
    assert commands(proposed("unused")) == {"give_claim_notice", "decide_claim", "drop_claim"}


# --- too much came in (T33) -----------------------------------------------------------------------------------------------


def overpaid() -> Life:
    return told(100_000).claimed(kroner(100_000)).repaid(kroner(100_250))


def test_what_is_too_much_is_shown_and_holds_the_case_until_it_went_back() -> None:
    life = overpaid()

    [claim] = life.now.claims
    assert (claim.state, claim.overpaid_ore, claim.kept_ore) == (ClaimState.PAID, 25_000, kroner(100_000))
    assert life.now.refunded_ore == kroner(100_000)
    assert not life.now.finished
    assert (life.tasks, life.clocks) == (["return_overpayment:1"], [])

    life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-2")

    assert life.only(e.OverpaymentReturned).amount_ore == 25_000
    assert (life.now.stage, life.now.finished) == (Stage.REFUNDED, True)
    assert life.only(e.Refunded).refunded_ore == kroner(100_000)
    assert "overpayment_returned" in life.letters


def test_nothing_goes_back_where_nothing_was_too_much() -> None:
    life = told(100_000).claimed(kroner(100_000)).repaid(kroner(40_000))

    with refused("nothing_overpaid", "T33", claim=1):
        life.do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-10", voucher="R-2")


def test_it_does_not_go_back_in_the_future() -> None:
    with refused("repaid_day_impossible", "T33", given_day="2028-01-11"):
        overpaid().do(ACCOUNTANT, "return_overpayment", claim=1, returned_on="2028-01-11", voucher="R-2")


# --- a part is given up (T35, E30) ----------------------------------------------------------------------------------------


def test_a_part_is_written_off_and_the_rest_is_still_owed() -> None:
    life = told(100_000).claimed(kroner(100_000))
    life.do(LEADER, "write_off_claim", claim=1, amount_ore=kroner(30_000), reason="Forlik")
    life.do(LEADER, "write_off_claim", claim=1, amount_ore=kroner(10_000), reason="Forlik")

    [claim] = life.now.claims
    assert (claim.state, claim.outstanding_ore) == (ClaimState.INVOICED, kroner(60_000))
    assert life.clocks == ["claim:1"]

    life.repaid(kroner(60_000))
    assert (life.now.claims[0].state, life.now.claims[0].overpaid_ore) == (ClaimState.PAID, 0)
    assert (life.now.stage, life.now.refunded_ore) == (Stage.REFUNDED, kroner(60_000))


def test_the_whole_rest_ends_the_claim_and_no_more_than_that_is_written_off() -> None:
    life = told(100_000).claimed(kroner(100_000)).repaid(kroner(40_000))

    with refused("more_than_outstanding", "T35", given_ore=6_000_001, outstanding_ore=6_000_000):
        life.do(LEADER, "write_off_claim", claim=1, amount_ore=6_000_001, reason="Feil")
    life.do(LEADER, "write_off_claim", claim=1, amount_ore=6_000_000, reason="Lar seg ikke innkreve")

    assert life.now.claims[0].state is ClaimState.WRITTEN_OFF
    assert life.now.stage is Stage.REFUNDED
