"""E-mails beside the letters of a case: to an address, and not twice within a day."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.addressing import is_address, may_write_again

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize("text", ["post@revisjon.example", "ola.nordmann+barnevern@hamar.kommune.no"])
def test_an_address_is_written_to(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "revisjon", "post@", "@revisjon.example", "a@b.no, c@d.no", "a@b.no\r\nBcc: c@d.no"]
)
def test_what_is_no_single_address_is_not(text: str) -> None:
    assert not is_address(text)


def test_who_was_never_written_to_may_be() -> None:
    assert may_write_again(None, NOON)


def test_who_was_written_to_within_the_day_is_left_in_peace() -> None:
    assert not may_write_again(NOON, NOON + timedelta(days=1) - timedelta(microseconds=1))


def test_after_a_day_it_may_be_asked_again() -> None:
    assert may_write_again(NOON, NOON + timedelta(days=1))
