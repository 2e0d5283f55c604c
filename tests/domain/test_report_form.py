"""What a report answers beside its figures, by the year and the kind of project."""

import pytest

from domain.report_form import report_form
from domain.ruleset import ProjectType
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets

RULES = {**load_rule_sets(), **load_incomplete_rule_sets()}
SELF, FOSTER = ProjectType.SELF_INITIATED, ProjectType.FOSTER_HOME

GOAL = ("B21-09", "goal_attainment", True)
INCREASE = ("B21-40", "activity_increase", True)
AGREEMENTS = ("B21-32", "cooperation_agreements", False)
MILIEUS = ("W23-18", "professional_milieus", False)


@pytest.mark.parametrize(
    ("key", "kind", "asked"),
    [
        ("2018-hordaland", None, []),
        ("2021-bufdir", SELF, [GOAL, AGREEMENTS]),
        ("2021-bufdir", FOSTER, [GOAL, INCREASE, AGREEMENTS]),
        ("2021-innlandet", SELF, [GOAL, AGREEMENTS]),
        ("2021-innlandet", FOSTER, [GOAL, INCREASE, AGREEMENTS]),
        ("2023-bufdir", SELF, [MILIEUS]),
        ("2023-bufdir", FOSTER, [MILIEUS]),
        ("2026-bufdir", None, []),
        ("2026-bufdir", FOSTER, []),
        ("2022-incomplete", SELF, []),
    ],
)
def test_a_report_answers_what_its_year_asks(
    key: str, kind: ProjectType | None, asked: list[tuple[str, str, bool]]
) -> None:
    form = report_form(RULES[key], kind)

    assert [(one.rule, one.question, one.required) for one in form] == asked
