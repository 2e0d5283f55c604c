"""What a report answers beside its figures: the questions of the year's rules, and what the letter adds (B21-09, R26-57)."""

from dataclasses import dataclass

from domain.ruleset import ProjectType, RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedInReport:
    """One question of a report.

    Args:
        rule: The rule that asks.
        question: Its key; its words are ``report_question-<key>``.
        required: Whether every report answers it, or only one that has something to tell.
    """

    rule: str
    question: str
    required: bool


def report_form(rules: RuleSet, project_type: ProjectType | None) -> tuple[AskedInReport, ...]:
    """Return what a report on a project of *project_type* answers under *rules*, in the order of the form."""
    return tuple(
        AskedInReport(rule=one.rule, question=one.key, required=one.required)
        for one in rules.report_questions
        if one.project_type in {None, project_type}
    )
