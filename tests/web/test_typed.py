"""Amounts and days are read the way people write them, and what is none is said to be none."""

from datetime import date

import pytest

from web.typed import UnreadableError, day, grouped, kroner, number, ore


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 250 000", 125_000_000),
        ("1\u00a0250\u202f000", 125_000_000),
        ("1.250.000", 125_000_000),
        ("kr 249 999,50", 24_999_950),
        ("249999.5 kr", 24_999_950),
        ("420 000,-", 42_000_000),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, found: int) -> None:
    assert ore(text) == found


@pytest.mark.parametrize("text", ["", "tusen", "-5", "1,234", "12 kr 5", "1e6"])
def test_what_is_no_amount_is_none(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"^amount$"):
        ore(text)


def test_more_than_the_scheme_is_a_mistake() -> None:
    with pytest.raises(UnreadableError, match="amount-large"):
        ore("99 999 999 999")


def test_a_grant_has_no_ore() -> None:
    assert kroner("1 000") == 1000
    with pytest.raises(UnreadableError, match="amount-whole"):
        kroner("1 000,50")


@pytest.mark.parametrize("text", ["31.12.2027", "31/12/2027", "31. 12. 2027", "2027-12-31"])
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert day(text) == date(2027, 12, 31)


@pytest.mark.parametrize("text", ["31.02.2027", "1.1.27", "i morgen", "01.01.1950"])
def test_what_is_no_day_is_none(text: str) -> None:
    with pytest.raises(UnreadableError, match="day"):
        day(text)


def test_a_number_is_a_whole_one() -> None:
    assert number("1 200") == 1200
    with pytest.raises(UnreadableError, match="number"):
        number("tolv")


def test_what_is_shown_in_a_field_is_read_back() -> None:
    assert kroner(grouped(1_250_000)) == 1_250_000
