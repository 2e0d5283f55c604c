"""Dates that follow from a rule set or a statute, against the vectors of DOMAIN §7.1 and §6.4."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.appeals_calendar import appeal_due
from domain.instants import end_of_year
from domain.rulebook.dates import year_dates
from domain.rulebook.renewal import awaited_rules
from domain.workdays import is_working_day
from storage.rulesets import load_rule_sets

SETS = load_rule_sets()
BUFDIR, INNLANDET = SETS["2026-bufdir"], SETS["2021-innlandet"]


def test_money_of_2026_is_used_in_2026_and_what_is_left_to_the_last_second_of_2027() -> None:
    dates = year_dates(BUFDIR, 2026)

    assert dates.paid_by == dates.use_within == datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC)
    assert dates.use_deadline == datetime(2027, 12, 31, 22, 59, 59, tzinfo=UTC)
    assert dates.use_deadline < end_of_year(2027) == datetime(2027, 12, 31, 23, 0, 0, tzinfo=UTC)
    assert dates.reminders == (date(2027, 10, 2), date(2027, 12, 1), date(2027, 12, 24), date(2027, 12, 31))


def test_money_of_innlandet_2021_is_paid_and_meant_for_2021() -> None:
    dates = year_dates(INNLANDET, 2021)

    assert dates.paid_by == dates.use_within == datetime(2021, 12, 31, 22, 59, 59, tzinfo=UTC)


@pytest.mark.edge("E18")
def test_money_of_innlandet_2021_is_used_by_the_end_of_2022_a_saturday_that_is_not_moved() -> None:
    deadline = year_dates(INNLANDET, 2021).use_deadline

    assert deadline == datetime(2022, 12, 31, 22, 59, 59, tzinfo=UTC)


#: Weekdays of the use deadline by grant year (§6.4); Monday is 0.
WEEKDAYS = dict(zip(range(2018, 2029), (1, 3, 4, 5, 6, 1, 2, 3, 4, 6, 0), strict=True))


@pytest.mark.parametrize(("year", "weekday"), WEEKDAYS.items())
def test_the_use_deadline_falls_on_the_weekday_the_calendar_says(year: int, weekday: int) -> None:
    deadline = year_dates(BUFDIR, year).use_deadline

    assert deadline is not None
    assert (deadline.date(), deadline.weekday()) == (date(year + 1, 12, 31), weekday)


@pytest.mark.parametrize("key", ["2018-hordaland", "2021-bufdir", "2023-bufdir"])
def test_where_the_source_is_silent_there_is_no_date(key: str) -> None:
    dates = year_dates(SETS[key], SETS[key].grant_year)

    assert (dates.paid_by, dates.use_within, dates.use_deadline, dates.reminders) == (None, None, None, ())


@pytest.mark.edge("E18")
@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-02", "2026-11-23"),
        ("2026-12-04", "2026-12-28"),
        ("2026-12-05", "2026-12-28"),
        ("2026-12-11", "2027-01-04"),
        ("2026-03-12", "2026-04-07"),
        ("2027-04-26", "2027-05-18"),
        ("2026-04-10", "2026-05-04"),  # 1 May is a Friday
        ("2026-04-23", "2026-05-15"),  # Ascension Day
        ("2026-05-04", "2026-05-26"),  # Whit Monday
    ],
)
def test_an_appeal_is_due_after_three_weeks_on_a_working_day(received: str, due: str) -> None:
    assert appeal_due(date.fromisoformat(received)) == date.fromisoformat(due)


@given(st.dates(date(2018, 1, 1), date(2098, 12, 1)))
def test_an_appeal_is_never_due_early_nor_on_a_day_off_nor_more_than_five_days_late(received: date) -> None:
    due = appeal_due(received)

    assert is_working_day(due)
    assert timedelta(0) <= due - (received + timedelta(weeks=3)) <= timedelta(days=5)


def test_from_1_december_the_rules_of_the_next_year_are_awaited() -> None:
    assert awaited_rules(SETS.values(), date(2026, 11, 30)) == ()
    (awaited,) = awaited_rules(SETS.values(), date(2026, 12, 1))

    assert (awaited.year, awaited.rule_set, awaited.rule) == (2027, "2026-bufdir", "R26-66")
    assert awaited.since == date(2026, 12, 1)


def test_rules_that_have_a_successor_are_awaited_no_longer() -> None:
    successor = BUFDIR.model_copy(update={"key": "2027-bufdir", "grant_year": 2027})
    without_review = successor.model_copy(
        update={"review_from": BUFDIR.review_from.model_copy(update={"value": None})}
    )

    assert awaited_rules([*SETS.values(), without_review], date(2026, 12, 1)) == ()


def test_in_february_2022_the_rules_of_2021_were_awaited() -> None:
    then = [SETS["2018-hordaland"], SETS["2021-bufdir"]]

    assert [one.rule for one in awaited_rules(then, date(2022, 2, 1))] == ["B21-57"]
    assert awaited_rules(then, date(2022, 1, 31)) == ()


@pytest.mark.parametrize(
    ("key", "rule", "first"),
    [
        ("2021-bufdir", "B21-57", date(2022, 2, 1)),
        ("2021-innlandet", "B21-57", date(2022, 2, 1)),
        ("2026-bufdir", "R26-66", date(2026, 12, 1)),
    ],
)
def test_rules_are_under_review_from_their_own_day_on(key: str, rule: str, first: date) -> None:
    assert awaited_rules([SETS[key]], first - timedelta(days=1)) == ()
    assert [(one.rule, one.since) for one in awaited_rules([SETS[key]], first)] == [(rule, first)]


def test_the_day_before_nobody_waits_for_the_rules_of_2022() -> None:
    assert awaited_rules([SETS["2021-bufdir"]], date(2022, 1, 31)) == ()
