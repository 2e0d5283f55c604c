"""The office's own duties as data: read strictly, and asked by year."""

import re
from datetime import date
from pathlib import Path

import pytest

from domain.instants import months_after
from domain.officework.duties import (
    Matter,
    day_of_year,
    end_of_month,
    parse_duties,
)
from domain.ruleset import RuleSetError
from storage.office_duties import load_duties, rules_in_force
from storage.rulesets import load_rows

TEXT = (Path(__file__).parents[3] / "domain" / "officework" / "duties.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("matter", "year", "rule"),
    [
        (Matter.MEMBERSHIP, 2021, "B21-14"),
        (Matter.MEMBERSHIP, 2025, "B21-14"),
        (Matter.MEMBERSHIP, 2026, "R26-09"),
        (Matter.FOLLOW_UP, 2018, "H18-11"),
        (Matter.FOLLOW_UP, 2027, "R26-62"),
        (Matter.HELP, 2017, "H18-12"),
        (Matter.MANDATE, 2026, "I21-06"),
    ],
)
def test_each_matter_goes_by_the_newest_rule_of_its_year(matter: Matter, year: int, rule: str) -> None:
    assert load_duties().rule(matter, year) == rule


def test_every_rule_is_a_row_of_the_book() -> None:
    rules = {one.rule for found in load_duties().rules.values() for one in found}

    assert sorted(rules - load_rows().keys()) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"R26-09"', '"R26-9"', "rules.membership"),
        ('from_year = 2026, rule = "R26-09"', 'from_year = 2018, rule = "R26-09"', "the years must rise"),
        ('opens = "03-01"', 'opens = "3-1"', "outreach.opens"),
        ("due_month = 2", "due_month = 13", "mandate.due_month"),
        ("[help]", "[helped]", "help: missing key"),
        (re.compile(r"^network = .*$", re.MULTILINE), "", "missing keys: network"),
        ("[yearly.accounts_closing]", "[yearly.accounts]", "yearly.accounts"),
        (re.compile(r"\n# Renewed.*?(?=\n# )", re.DOTALL), "", "missing keys: impartiality_list"),
        ("[rules]", "[rules", "not TOML"),
    ],
)
def test_a_file_with_a_mistake_is_refused_by_its_path(
    before: str | re.Pattern[str], after: str, said: str
) -> None:
    text = TEXT.replace(before, after) if isinstance(before, str) else before.sub(after, TEXT)
    assert text != TEXT

    with pytest.raises(RuleSetError, match=re.escape(said)):
        parse_duties(text)


def test_days_are_counted_on_the_calendar() -> None:
    assert end_of_month(2027, 2) == date(2027, 2, 28)
    assert end_of_month(2028, 2) == date(2028, 2, 29)
    assert day_of_year(2027, "02-29") == date(2027, 2, 28)
    assert day_of_year(2028, "02-29") == date(2028, 2, 29)
    assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2026, 1, 15), 12) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("office", "year", "key"),
    [
        ("SFIN", 2021, "2021-innlandet"),
        ("SFVL", 2021, "2021-bufdir"),
        ("SFIN", 2022, "2021-innlandet"),
        ("SFIN", 2026, "2026-bufdir"),
        ("SFIN", 2028, "2026-bufdir"),
        ("SFVL", 2018, "2018-hordaland"),
    ],
)
def test_a_network_is_measured_by_the_newest_rules_there_are(office: str, year: int, key: str) -> None:
    found = rules_in_force(office, year)

    assert found is not None
    assert found.key == key


def test_before_the_first_rules_nothing_is_measured() -> None:
    assert rules_in_force("SFIN", 2018) is None
