"""What is noticed about a network's applications of a year, by which rule, and what is not."""

from typing import Any

import pytest

from domain.lifecycle import Stage
from domain.networks.noticing import NOTICE_CODES, AppliedFor, Notice, notices
from storage.office_duties import load_duties


def applied(number: int, **changes: Any) -> AppliedFor:
    plain: dict[str, Any] = {
        "project_id": f"project {number}",
        "case_no": f"SFIN-2021-{number}",
        "pot": "self_initiated",
        "stage": Stage.IN_ASSESSMENT,
        "granted_ore": 0,
    }
    return AppliedFor(**(plain | changes))


def noticed(*cases: AppliedFor, year: int = 2021) -> list[tuple[str, str]]:
    found = notices(cases, load_duties(), year)
    assert {one.code for one in found} <= set(NOTICE_CODES)
    return [(one.rule, one.code) for one in found]


@pytest.mark.edge("C12", "E21")
@pytest.mark.parametrize(
    ("year", "rule"), [(2018, "B21-04"), (2021, "B21-04"), (2025, "B21-04"), (2026, "R26-15")]
)
def test_a_network_may_have_several_projects_in_a_year_and_it_is_noticed(year: int, rule: str) -> None:
    assert noticed(applied(1), applied(2), year=year) == [(rule, "several_projects")]


@pytest.mark.parametrize("year", [2021, 2026])
def test_about_one_project_with_one_application_there_is_nothing_to_notice(year: int) -> None:
    assert noticed(applied(1), year=year) == []
    assert noticed(year=year) == []


def test_a_project_applies_once_a_year() -> None:
    twice = (applied(1), applied(1, case_no="SFIN-2021-9"))

    assert notices(twice, load_duties(), 2021) == (
        Notice(rule="B21-34", code="project_applied_twice", params={"cases": ["SFIN-2021-1", "SFIN-2021-9"]}),
    )


@pytest.mark.parametrize("stage", [Stage.DISMISSED, Stage.WITHDRAWN, Stage.REJECTED, Stage.ANNULLED])
def test_what_asks_for_nothing_any_more_is_not_noticed(stage: Stage) -> None:
    assert noticed(applied(1), applied(1, case_no="SFIN-2021-9", stage=stage)) == []


@pytest.mark.edge("C6")
def test_a_network_may_seek_both_kinds_of_project() -> None:
    sought = (applied(1), applied(2, pot="foster_home"))

    assert noticed(*sought) == [("B21-04", "several_projects"), ("B21-25", "both_kinds_sought")]


def test_a_network_may_be_granted_money_from_both_pots_at_once() -> None:
    granted = {"stage": Stage.GRANTED, "granted_ore": 100}
    both = (applied(1, **granted), applied(2, pot="foster_home", **granted))
    one = (applied(1, **granted), applied(2, **granted))

    assert ("B21-35", "both_pots_granted") in noticed(*both)
    assert noticed(*one) == [("B21-04", "several_projects")]
