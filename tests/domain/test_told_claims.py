"""What the municipality knows of a claim."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.claims import Claim, ClaimGround, ClaimState

PROPOSED = Claim(number=1, ground=ClaimGround.UNUSED, amount_ore=10_000_00, proposed_by="case_officer@SFIN")
NOTIFIED = replace(PROPOSED, state=ClaimState.DROPPED, notice_at=datetime(2028, 2, 1, 9, tzinfo=UTC))


def test_a_proposal_stays_in_the_house() -> None:
    assert not PROPOSED.is_told


def test_what_was_dropped_before_anybody_was_told_stays_in_the_house() -> None:
    assert not replace(PROPOSED, state=ClaimState.DROPPED).is_told


def test_what_it_was_notified_of_is_told_though_it_was_dropped() -> None:
    assert NOTIFIED.is_told


@pytest.mark.parametrize("state", sorted(set(ClaimState) - {ClaimState.PROPOSED, ClaimState.DROPPED}))
def test_every_later_state_is_told(state: ClaimState) -> None:
    assert replace(PROPOSED, state=state).is_told
