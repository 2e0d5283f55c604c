from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.workdays import add_working_days, easter_sunday, holidays, is_working_day, on_or_after

#: Easter Sundays as almanacs print them, with the earliest and the latest of the century.
EASTER = [
    "2017-04-16",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
    "2031-04-13",
    "2032-03-28",
    "2033-04-17",
    "2034-04-09",
    "2035-03-25",
    "2036-04-13",
    "2037-04-05",
    "2038-04-25",
    "2049-04-18",
    "2076-04-19",
    "2099-04-12",
]

#: Every public holiday as the package ``holidays`` (0.109, Norway without Sundays) gives it: another's arithmetic.
HOLIDAYS = {
    2018: "01-01 03-29 03-30 04-01 04-02 05-01 05-10 05-17 05-20 05-21 12-25 12-26",
    2019: "01-01 04-18 04-19 04-21 04-22 05-01 05-17 05-30 06-09 06-10 12-25 12-26",
    2020: "01-01 04-09 04-10 04-12 04-13 05-01 05-17 05-21 05-31 06-01 12-25 12-26",
    2021: "01-01 04-01 04-02 04-04 04-05 05-01 05-13 05-17 05-23 05-24 12-25 12-26",
    2022: "01-01 04-14 04-15 04-17 04-18 05-01 05-17 05-26 06-05 06-06 12-25 12-26",
    2023: "01-01 04-06 04-07 04-09 04-10 05-01 05-17 05-18 05-28 05-29 12-25 12-26",
    2024: "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26",
    2025: "01-01 04-17 04-18 04-20 04-21 05-01 05-17 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26",
    2027: "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26",
    2028: "01-01 04-13 04-14 04-16 04-17 05-01 05-17 05-25 06-04 06-05 12-25 12-26",
    2029: "01-01 03-29 03-30 04-01 04-02 05-01 05-10 05-17 05-20 05-21 12-25 12-26",
    2030: "01-01 04-18 04-19 04-21 04-22 05-01 05-17 05-30 06-09 06-10 12-25 12-26",
    2031: "01-01 04-10 04-11 04-13 04-14 05-01 05-17 05-22 06-01 06-02 12-25 12-26",
    2032: "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26",
    2033: "01-01 04-14 04-15 04-17 04-18 05-01 05-17 05-26 06-05 06-06 12-25 12-26",
    2034: "01-01 04-06 04-07 04-09 04-10 05-01 05-17 05-18 05-28 05-29 12-25 12-26",
    2035: "01-01 03-22 03-23 03-25 03-26 05-01 05-03 05-13 05-14 05-17 12-25 12-26",
}

DAYS = st.dates(date(2017, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize("day", EASTER)
def test_easter_falls_where_almanacs_print_it(day: str) -> None:
    assert easter_sunday(int(day[:4])).isoformat() == day


def test_the_holidays_of_2026_are_those_of_the_calendar() -> None:
    assert sorted(day.isoformat() for day in holidays(2026)) == [
        "2026-01-01",
        "2026-04-02",
        "2026-04-03",
        "2026-04-05",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-17",
        "2026-05-24",
        "2026-05-25",
        "2026-12-25",
        "2026-12-26",
    ]


@pytest.mark.parametrize("year", HOLIDAYS)
def test_every_holiday_of_eighteen_years_is_where_another_calendar_has_it(year: int) -> None:
    assert " ".join(f"{day:%m-%d}" for day in sorted(holidays(year))) == HOLIDAYS[year]


@pytest.mark.parametrize("year", HOLIDAYS)
def test_a_day_of_eighteen_years_is_worked_unless_it_is_weekend_or_in_the_other_calendar(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]

    worked = {day for day in days if day.year == year and is_working_day(day)}

    free = {day for day in days if day.isoweekday() > 5 or f"{day:%m-%d}" in HOLIDAYS[year].split()}
    assert worked == {day for day in days if day.year == year} - free


def test_two_holidays_may_fall_on_one_day() -> None:
    # 1 May 2008 was Ascension Day too; in our years Whit Monday and 17 May meet in 2027.
    assert date(2027, 5, 17) in holidays(2027)
    assert easter_sunday(2027) + timedelta(days=50) == date(2027, 5, 17)
    assert len(holidays(2027)) == 11


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-04-01", True),  # the Wednesday before Easter is a whole day
        ("2026-04-02", False),
        ("2026-04-07", True),
        ("2026-05-16", False),  # Saturday
        ("2026-05-17", False),
        ("2026-12-24", True),  # Christmas Eve is no public holiday
        ("2026-12-31", True),
        ("2028-02-29", True),
    ],
)
def test_a_working_day_is_neither_weekend_nor_holiday(day: str, working: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is working


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-02", "2026-11-23"),
        ("2026-12-04", "2026-12-28"),
        ("2026-12-05", "2026-12-28"),
        ("2026-12-11", "2027-01-04"),
        ("2026-03-12", "2026-04-07"),
        ("2027-04-26", "2027-05-18"),
    ],
)
def test_three_weeks_end_on_the_next_working_day(received: str, due: str) -> None:
    assert on_or_after(date.fromisoformat(received) + timedelta(weeks=3)).isoformat() == due


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-03-31", 1, "2026-04-01"),
        ("2026-04-01", 1, "2026-04-07"),
        ("2026-04-30", 5, "2026-05-08"),
        ("2026-12-23", 3, "2026-12-29"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2026-03-02", 0, "2026-03-02"),
    ],
)
def test_working_days_are_counted_over_weekends_and_holidays(day: str, count: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(day), count).isoformat() == expected


@given(DAYS, st.integers(1, 40))
def test_a_count_of_working_days_passes_exactly_so_many(day: date, count: int) -> None:
    end = add_working_days(day, count)

    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(is_working_day(one) for one in between) == count
    assert is_working_day(end)


@given(DAYS)
def test_the_next_working_day_is_never_far_and_never_before(day: date) -> None:
    found = on_or_after(day)

    assert timedelta(0) <= found - day <= timedelta(days=5)
    assert is_working_day(found)
    assert found == day or not is_working_day(day)
