"""Every value of the rules that are data has a change."""

from datetime import date

import pytest

from domain.ruleset import Act, Ruled, Severity
from storage.rulesets import load_rows, load_rule_sets
from tests.rules.data import TELLING, _later, _others, data_changes, parts_of, roots


def test_everything_that_bears_a_rule_and_says_something_can_be_changed() -> None:
    changed = {change.place for change in data_changes()}
    said = {
        f"{name} {path}"
        for name, root in roots()
        for path, part in parts_of(root)
        if name in load_rule_sets()
        and part.rule in load_rows()  # type: ignore[attr-defined]
        and not isinstance(part, TELLING)
        and not (isinstance(part, Ruled) and part.value is None)
    }

    assert sorted(said - changed) == []


def test_a_change_has_one_name_of_its_own() -> None:
    names = [(change.rule, change.name) for change in data_changes()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("30d", "31d"),
        ("3wd", "4wd"),
        ("1m", "2m"),
        ("-1d", "0d"),
        ("0d", "+1d"),
        ("+7d", "+8d"),
        ("04-30", "05-01"),
    ],
)
def test_a_day_later(text: str, later: str) -> None:
    assert _later(text) == later


@pytest.mark.parametrize(
    ("value", "changed"),
    [
        (Severity.ERROR, [Severity.WARNING, Severity.OFF]),
        (Severity.HINT, [Severity.ERROR, Severity.OFF]),
        (Severity.OFF, [Severity.ERROR]),
        (True, [False]),
        (1_000_000, [999_999, 1_000_001]),
        (date(2026, 12, 1), [date(2026, 11, 30), date(2026, 12, 2)]),
        (Act.REMIND_GRANTEE, [Act.TASK_OFFICER]),
        (None, []),
    ],
)
def test_a_value_is_changed_to_its_neighbours(value: object, changed: list[object]) -> None:
    assert _others("value", value) == changed
