"""Amounts, days and instants look as they do in Norwegian letters."""

from datetime import UTC, date, datetime

import pytest

from letters import formats
from letters.formats import Language


@pytest.mark.parametrize(
    ("ore", "shown"),
    [
        (125_000_000, "kr 1 250 000"),
        (24_999_950, "kr 249 999,50"),
        (5, "kr 0,05"),
        (0, "kr 0"),
        (-4_000_000, "− kr 40 000"),
    ],
)
@pytest.mark.parametrize("language", [Language.NB, Language.NN])
def test_amounts_are_shown_whole_and_unbroken(language: Language, ore: int, shown: str) -> None:
    assert formats.money(language, ore) == shown.replace(" ", "\xa0")


def test_amounts_in_english() -> None:
    assert formats.money(Language.EN, 24_999_950) == "NOK\xa0249,999.50"


def test_a_day_has_two_digits_for_day_and_month() -> None:
    assert formats.day(Language.NN, date(2026, 6, 1)) == "01.06.2026"
    assert formats.day(Language.EN, date(2026, 6, 1)) == "1 June 2026"


def test_an_instant_is_shown_on_the_norwegian_clock() -> None:
    assert formats.instant(Language.NB, datetime(2026, 6, 1, 21, 59, tzinfo=UTC)) == "1. juni 2026 kl. 23.59"
    assert (
        formats.instant(Language.NN, datetime(2026, 1, 1, 21, 59, tzinfo=UTC)) == "1. januar 2026 kl. 22.59"
    )
    assert formats.instant(Language.EN, datetime(2026, 6, 1, 21, 59, tzinfo=UTC)) == "1 June 2026 at 23:59"


def test_a_deadline_is_shown_by_its_last_minute_and_day() -> None:
    closes = datetime(2026, 6, 1, 22, 0, tzinfo=UTC)

    assert formats.last_minute(Language.NB, closes) == "1. juni 2026 kl. 23.59"
    assert formats.last_day_of(Language.NB, datetime(2027, 12, 31, 23, tzinfo=UTC)) == "31.12.2027"


def test_words_are_listed_without_a_comma_before_the_last() -> None:
    assert formats.listed(Language.NB, ["a", "b", "c"]) == "a, b og c"
    assert formats.listed(Language.NN, ["a", "b", "c"], choice=True) == "a, b eller c"
    assert formats.listed(Language.EN, ["a", "b"]) == "a and b"


def test_text_without_an_offset_is_utc() -> None:
    assert formats.as_instant("2026-06-01T21:59:00") == datetime(2026, 6, 1, 21, 59, tzinfo=UTC)
