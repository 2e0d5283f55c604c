"""How each thing that was entered is set right: by writing it anew until the decision is sent, by a new one afterwards."""

from collections.abc import Callable

import pytest

from domain import events as e
from domain.authority import MAY
from domain.corrections import SET_RIGHT, Entered, corrections
from domain.possible import possible
from tests.domain.lives import Life, Office, granted, paid
from tests.domain.whole_lives import WHOLE_LIVES


def ways(life: Life) -> dict[str, str | None]:
    """Return what sets each kind of entry right as the case stands."""
    entered = [Entered.of(seq, one.kind, vars_of(one.event)) for seq, one in enumerate(life.trail, start=1)]
    found = corrections(life.now, entered)
    return {one.entered.kind: one.by.command if one.by else None for one in found}


def vars_of(event: e.Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in ("number", "duty", "subject") if hasattr(event, name)}


def test_only_events_and_commands_that_there_are_are_named() -> None:
    assert all(hasattr(e, kind) for kind in SET_RIGHT)
    assert {command for commands in SET_RIGHT.values() for command in commands} <= MAY.keys()


def test_before_a_decision_the_entry_itself_is_made_anew_and_afterwards_the_decision() -> None:
    before, after = ways(Office().submit().recommended()), ways(granted())

    assert (before["Assessed"], before["Recommended"]) == ("send_back", "send_back")
    assert (after["Recommended"], after["Granted"]) == ("recommend_reversal", "recommend_reversal")


def test_an_order_is_cancelled_until_the_money_is_paid_and_claimed_back_afterwards() -> None:
    assert ways(granted().ordered())["PaymentOrdered"] == "cancel_payment"
    assert ways(paid())["PaymentOrdered"] == "propose_claim"


@pytest.mark.parametrize("whole", WHOLE_LIVES, ids=lambda one: one.__name__)
def test_whatever_is_offered_is_possible_at_the_end_of_every_life(whole: Callable[[], Life]) -> None:
    life = whole()
    entered = [Entered.of(seq, one.kind, vars_of(one.event)) for seq, one in enumerate(life.trail, start=1)]

    found = corrections(life.now, entered)

    assert {one.by for one in found if one.by} <= set(possible(life.now))
    assert found
