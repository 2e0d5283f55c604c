"""The office's own tasks year by year: by which rule, from which day, and until which."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.instants import end_of_day
from domain.lifecycle import Stage
from domain.officework.desk import KnownNetwork, KnownRound, OfficeTask
from domain.outreach import Outreach, Reached
from domain.ruleset import Strand
from storage.rulesets import load_rule_sets
from tests.domain.networks.registers import HAMAR, LOTEN, Book
from tests.domain.officework.test_tasks import tasks


def found(code: str, day: date, **registers: Any) -> list[OfficeTask]:
    return [task for task in tasks(day, **registers) if task.code == code]


def of_year(year: int) -> Book:
    """Return a network of two municipalities since January of *year*."""
    book = Book(today=date(year, 6, 1)).register(from_day=f"{year}-01-15")
    return book.join(HAMAR, LOTEN, from_day=f"{year}-02-01", consented_on=f"{year}-01-20")


@pytest.mark.parametrize(
    ("year", "rule"),
    [
        (2018, "H18-01"),
        (2020, "H18-01"),
        (2021, "B21-46"),
        (2023, "W23-13"),
        (2025, "W23-13"),
        (2026, "R26-64"),
    ],
)
def test_municipalities_in_no_network_are_written_to_in_march_and_april(year: int, rule: str) -> None:
    quiet: dict[str, Any] = {"outside": ("3413",), "outreach": None}

    assert found("reach_out", date(year, 2, 28), **quiet) == []
    [task] = found("reach_out", date(year, 3, 1), **quiet)
    assert (task.rule, task.due) == (rule, end_of_day(date(year, 4, 30)))


@pytest.mark.parametrize(
    ("kind", "year", "rule"),
    [
        ("knowledge_environment", 2018, "H18-12"),
        ("knowledge_environment", 2021, "B21-49"),
        ("knowledge_environment", 2026, "R26-65"),
        ("bufetat", 2018, "B21-38"),
        ("bufetat", 2021, "B21-38"),
        ("bufetat", 2026, "R26-29"),
    ],
)
def test_help_that_was_asked_for_is_given_within_thirty_days(kind: str, year: int, rule: str) -> None:
    book = of_year(year)
    book.do(
        "ask_help", partner_kind=kind, asked_by="network", asked_on=f"{year}-03-10", about="Hvem kan hjelpe?"
    )

    [task] = found("answer_help", date(year, 6, 1), networks=(KnownNetwork(network=book.now),))
    assert (task.rule, task.due) == (rule, end_of_day(date(year, 4, 9)))

    book.do("give_help", number=1, given_on=f"{year}-03-20", given="Møte")
    assert found("answer_help", date(year, 6, 1), networks=(KnownNetwork(network=book.now),)) == []


@pytest.mark.parametrize(
    ("year", "rule"), [(2018, "H18-11"), (2021, "B21-44"), (2023, "B21-44"), (2026, "R26-62")]
)
def test_a_network_is_followed_up_once_a_year_with_a_month_s_notice(year: int, rule: str) -> None:
    book = of_year(year)
    book.do("log_follow_up", entry="contact", held_on=f"{year}-01-31", text="Ringt")
    book.do("log_follow_up", entry="note", held_on=f"{year}-05-31", text="Et notat er ingen oppfølging")
    last = date(year + 1, 1, 31)
    here = {"networks": (KnownNetwork(network=book.now),)}

    assert found("follow_up_network", last - timedelta(days=31), **here) == []
    # A day of January belongs to the next year, whose rule may be another; the last of December to this one.
    [task] = found("follow_up_network", last - timedelta(days=30), **here)
    assert task.due == end_of_day(last)

    old = {"networks": (KnownNetwork(network=of_year(year - 1).now),)} if year > 2018 else here
    assert {task.rule for task in found("follow_up_network", date(year, 12, 31), **old)} <= {rule}


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("2018-hordaland", "T10"),
        ("2021-bufdir", "B21-48"),
        ("2021-innlandet", "I21-25"),
        ("2023-bufdir", "T10"),
        ("2026-bufdir", "R26-50"),
    ],
)
def test_the_applications_of_a_round_are_ranked_by_the_rule_of_its_rule_set(key: str, rule: str) -> None:
    round_ = KnownRound(
        round_no="R1",
        grant_year=2021,
        strand=Strand.LEARNING,
        closed=True,
        stages={Stage.ASSESSED: 5},
        rules=load_rule_sets()[key],
    )

    [task] = found("ranking_ready", date(2021, 8, 2), rounds=(round_,))
    assert task.rule == rule


@pytest.mark.parametrize(
    ("key", "rule"), [("2021-bufdir", "B21-48"), ("2021-innlandet", "I21-25"), ("2026-bufdir", "R26-50")]
)
def test_nothing_is_ranked_while_an_application_is_still_assessed(key: str, rule: str) -> None:
    stages = {Stage.ASSESSED: 5, Stage.IN_ASSESSMENT: 1}
    round_ = KnownRound(
        round_no="R1",
        grant_year=2021,
        strand=Strand.LEARNING,
        closed=True,
        stages=stages,
        rules=load_rule_sets()[key],
    )

    assert round_.ranked_by == rule
    assert found("ranking_ready", date(2021, 8, 2), rounds=(round_,)) == []


def invited(year: int, **also: str) -> Outreach:
    ticks = {"invited": date(year, 3, 1)} | {name: date.fromisoformat(day) for name, day in also.items()}
    return Outreach(
        office="SFIN", year=year, reached={HAMAR: Reached(ticks=ticks), LOTEN: Reached(attention=True)}
    )


def test_in_2018_those_who_were_invited_answer_by_1_may_which_is_not_moved() -> None:
    assert found("await_answers", date(2018, 4, 16), outreach=invited(2018)) == []
    [task] = found("await_answers", date(2018, 4, 17), outreach=invited(2018))

    assert (task.rule, task.due, task.params) == (
        "H18-14",
        end_of_day(date(2018, 5, 1)),
        {"year": 2018, "waiting": 1},
    )
    # Nothing ends with the date: who answers later has answered.
    assert found("await_answers", date(2018, 5, 2), outreach=invited(2018)) == [task]


def test_who_answered_or_joined_is_waited_for_no_longer() -> None:
    answered, joined = invited(2018, answered="2018-04-20"), invited(2018, joined="2018-04-20")

    assert found("await_answers", date(2018, 4, 30), outreach=answered) == []
    assert found("await_answers", date(2018, 4, 30), outreach=joined) == []
    assert found("await_answers", date(2018, 4, 30), outreach=None) == []


@pytest.mark.parametrize("year", [2017, 2019, 2026])
def test_no_other_year_asks_for_answers_by_a_date(year: int) -> None:
    assert found("await_answers", date(year, 4, 30), outreach=invited(year)) == []


@pytest.mark.parametrize("year", [2018, 2021, 2026])
def test_the_letter_is_waited_for_from_new_year_s_day_on(year: int) -> None:
    waiting: dict[str, Any] = {"mandate_years": (year - 1,), "rounds": ()}

    assert found("register_mandate", date(year - 1, 12, 31), **waiting) == []
    assert [task.rule for task in found("register_mandate", date(year, 1, 1), **waiting)] == ["I21-06"]


@pytest.mark.parametrize(("year", "made"), [(2024, False), (2025, True), (2026, True)])
def test_vestland_makes_the_overview_of_foster_home_projects_from_2025_on(year: int, *, made: bool) -> None:
    waiting: dict[str, Any] = {"mandate_years": (year,), "done": {}}

    tasks_there = found("coordinator_overview", date(year, 8, 1), office="SFVL", **waiting)
    assert [task.rule for task in tasks_there] == (["R26-21"] if made else [])
    assert found("coordinator_overview", date(year, 7, 31), office="SFVL", **waiting) == []
    assert found("coordinator_overview", date(year, 8, 1), office="SFIN", **waiting) == []
