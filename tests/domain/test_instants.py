from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.instants import (
    OSLO,
    end_of_day,
    end_of_minute,
    end_of_year,
    last_day,
    local_day,
    local_year,
    morning_of,
    start_of_day,
)
from tests.domain.lives import at

DAYS = st.dates(date(2017, 1, 1), date(2098, 12, 31))


def test_the_last_day_of_use_ends_at_midnight_in_norway() -> None:
    end = end_of_year(2027)

    assert end == at("2027-12-31T23:00:00")
    assert local_day(at("2027-12-31T22:59:59")) == date(2027, 12, 31) == last_day(end)
    assert local_year(at("2027-12-31T23:00:00")) == 2028


@pytest.mark.edge("E17")
@pytest.mark.parametrize(
    ("minute", "first_instant_after"),
    [
        ("2026-06-01T23:59", "2026-06-01T22:00:00"),  # summer time
        ("2019-11-01T23:00", "2019-11-01T22:01:00"),  # winter time, five days after the change
        ("2021-08-01T23:59:30", "2021-08-01T22:00:00"),
    ],
)
def test_a_deadline_holds_to_and_including_its_minute(minute: str, first_instant_after: str) -> None:
    assert end_of_minute(datetime.fromisoformat(minute)) == at(first_instant_after)


@pytest.mark.edge("E17", "E19")
@pytest.mark.parametrize(
    ("day", "hours"), [(date(2027, 3, 28), 23), (date(2027, 10, 31), 25), (date(2027, 11, 1), 24)]
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day: date, hours: int) -> None:
    assert end_of_day(day) - start_of_day(day) == timedelta(hours=hours)


@pytest.mark.edge("E17")
@pytest.mark.parametrize(
    ("day", "instant"),
    [
        (date(2027, 10, 30), "2027-10-30T06:00"),
        (date(2027, 10, 31), "2027-10-31T07:00"),
        (date(2027, 3, 27), "2027-03-27T07:00"),
        (date(2027, 3, 28), "2027-03-28T06:00"),
    ],
)
def test_reminders_leave_at_eight_also_when_the_clocks_change(day: date, instant: str) -> None:
    assert morning_of(day) == at(instant)


@given(DAYS)
def test_a_day_ends_where_the_next_begins_and_both_know_their_name(day: date) -> None:
    assert end_of_day(day) == start_of_day(day + timedelta(days=1))
    assert last_day(end_of_day(day)) == day == local_day(start_of_day(day)) == local_day(morning_of(day))


@given(st.timedeltas(timedelta(0), timedelta(days=29_000)).map(lambda since: at("2017-01-02T00:00") + since))
def test_every_instant_lies_in_the_day_it_is_said_to_lie_in(instant: datetime) -> None:
    day = local_day(instant)

    assert start_of_day(day) <= instant < end_of_day(day)
    assert instant.astimezone(OSLO).date() == day
