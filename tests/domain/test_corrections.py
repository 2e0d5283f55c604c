"""How each thing that was entered is set right: by writing it anew until the decision is sent, by a new one afterwards."""

from collections.abc import Callable

import pytest

from domain import events as e
from domain.authority import MAY
from domain.codec import event_body
from domain.corrections import CORRECTS, SAID_ANEW, SET_RIGHT, Entered, corrected_by, corrections
from domain.possible import possible
from tests.domain.decisions.test_correcting import claimed
from tests.domain.lives import ACCOUNTANT, Life, Office, granted, paid
from tests.domain.whole_lives import WHOLE_LIVES


def entered(life: Life) -> list[Entered]:
    return [Entered.of(seq, one.kind, event_body(one.event)) for seq, one in enumerate(life.trail, start=1)]


def ways(life: Life) -> dict[str, list[str]]:
    """Return what sets each kind of entry right as the case stands."""
    found = corrections(life.now, entered(life))
    return {one.entered.kind: [way.command for way in one.ways] for one in found}


def test_only_events_and_commands_that_there_are_are_named() -> None:
    assert all(hasattr(e, kind) for kind in SET_RIGHT)
    assert {command for commands in SET_RIGHT.values() for command in commands} <= MAY.keys()
    assert set(SAID_ANEW.values()) <= MAY.keys()
    assert set(CORRECTS.values()) == SAID_ANEW.keys() <= SET_RIGHT.keys()


def test_before_a_decision_the_entry_itself_is_made_anew_and_afterwards_the_decision() -> None:
    before, after = ways(Office().submit().recommended()), ways(granted())

    assert (before["Assessed"], before["Recommended"]) == (["send_back"], ["send_back"])
    assert (after["Recommended"], after["Granted"]) == (["recommend_reversal"], ["recommend_reversal"])


def test_an_order_is_cancelled_until_the_money_is_paid_and_claimed_back_afterwards() -> None:
    assert ways(granted().ordered())["PaymentOrdered"] == ["cancel_payment"]
    assert ways(paid())["PaymentOrdered"] == ["propose_claim"]


def test_what_was_noted_is_said_anew_or_what_it_led_to_is_set_right() -> None:
    assert ways(paid())["Disbursed"] == ["correct_disbursement", "propose_claim"]


def test_each_entry_has_the_corrections_of_it_also_when_its_voucher_has_another_number_since() -> None:
    life = claimed()
    for voucher in ("R-1", "R-2"):
        part = {"claim": 1, "amount_ore": 100, "received_on": "2028-01-10", "voucher": voucher}
        life.do(ACCOUNTANT, "register_repayment", **part)
    first, second = len(life.trail) - 1, len(life.trail)
    life.do(ACCOUNTANT, "correct_repayment", claim=1, receipt="R-1", voucher="R-9", reason="Tastefeil")
    life.do(ACCOUNTANT, "correct_repayment", claim=1, receipt="R-9", posting="5309.29", reason="Manglet")
    life.do(ACCOUNTANT, "correct_repayment", claim=1, receipt="R-2", posting="5309.29", reason="Manglet")

    assert corrected_by(entered(life)) == {first: (second + 1, second + 2), second: (second + 3,)}


@pytest.mark.parametrize("whole", WHOLE_LIVES, ids=lambda one: one.__name__)
def test_whatever_is_offered_is_possible_at_the_end_of_every_life(whole: Callable[[], Life]) -> None:
    life = whole()

    found = corrections(life.now, entered(life))

    assert {way for one in found for way in one.ways} <= set(possible(life.now))
    assert found
