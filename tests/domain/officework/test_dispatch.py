"""What was given up on its way out: sent again, or said to have come there otherwise."""

from datetime import date
from typing import Any

import pytest

from domain.actors import Role
from domain.officework.dispatch import (
    GivenUp,
    NoteSentOtherwise,
    SendAgain,
    SentAgain,
    SentOtherwise,
    decide_dispatch,
    meant,
)
from tests.domain.lives import ACCOUNTANT, ATTESTOR, OFFICER, person, refused

TODAY = date(2026, 5, 20)
LETTER, COPY = GivenUp(row_id=1, seq=9, kind="message"), GivenUp(row_id=2, seq=9, kind="message")
LATER, ORDER = GivenUp(row_id=3, seq=12, kind="message"), GivenUp(row_id=4, seq=12, kind="payment_order")
ALL = (LETTER, COPY, LATER, ORDER)


def again() -> SendAgain:
    return SendAgain(office="SFIN", about="SFIN-2026-4")


def otherwise(**changes: Any) -> NoteSentOtherwise:
    sealed = {"ref": "note", "digest": "0" * 64}
    plain = {"office": "SFIN", "about": "SFIN-2026-4", "seq": 9, "sent_on": "2026-05-20", "note": sealed}
    return NoteSentOtherwise.model_validate(plain | changes)


def test_everything_of_the_case_is_sent_again() -> None:
    event = decide_dispatch(again(), OFFICER, ALL, TODAY)

    assert isinstance(event, SentAgain)
    assert (event.sendings, meant(again(), ALL)) == (4, list(ALL))


def test_the_messages_of_one_event_came_there_otherwise() -> None:
    event = decide_dispatch(otherwise(), OFFICER, ALL, TODAY)

    assert isinstance(event, SentOtherwise)
    assert (event.seq, event.sendings, event.sent_on) == (9, 2, TODAY)
    assert meant(otherwise(), ALL) == [LETTER, COPY]


def test_money_is_never_said_to_have_come_otherwise() -> None:
    assert meant(otherwise(seq=12), ALL) == [LATER]


def test_what_was_not_given_up_is_left_alone() -> None:
    with refused("nothing_given_up", "L-66", about="SFIN-2026-4"):
        decide_dispatch(again(), OFFICER, (), TODAY)
    with refused("nothing_given_up", "L-66"):
        decide_dispatch(otherwise(seq=8), OFFICER, ALL, TODAY)


def test_who_may_do_something_about_it() -> None:
    assert decide_dispatch(again(), ACCOUNTANT, ALL, TODAY) is not None
    with refused("role_not_allowed", "L-66", command="note_sent_otherwise"):
        decide_dispatch(otherwise(), ACCOUNTANT, ALL, TODAY)
    with refused("role_not_allowed", "L-66", command="send_again"):
        decide_dispatch(again(), ATTESTOR, ALL, TODAY)
    with refused("other_office", "R26-45"):
        decide_dispatch(again(), person(Role.LEADER, unit="SFVL"), ALL, TODAY)


def test_nothing_was_sent_on_a_day_to_come() -> None:
    with refused("day_ahead", "L-66"):
        decide_dispatch(otherwise(sent_on="2026-05-21"), OFFICER, ALL, TODAY)


@pytest.mark.parametrize("about", ["SFIN-2026-4", "SFIN-2026-R1"])
def test_a_case_or_a_round_is_meant_by_its_number(about: str) -> None:
    assert SendAgain(office="SFIN", about=about).about == about


@pytest.mark.parametrize("about", ["", "4", "SFIN-2026-4; drop", "sfin-2026-4"])
def test_nothing_else_is_a_number(about: str) -> None:
    with pytest.raises(ValueError, match="about"):
        SendAgain(office="SFIN", about=about)
