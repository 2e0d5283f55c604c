"""The days that are proposed for a letter (E16)."""

from dataclasses import asdict
from datetime import date

import pytest

from domain.instants import FIRST_YEAR
from domain.letter_days import LetterDays, proposed_days
from domain.ruleset import RuleSet, Strand
from domain.workdays import is_working_day
from storage.rulesets import load_rule_sets
from tests.domain.lives import COLLECTED, Office, with_terms

RULE_SETS = load_rule_sets()


@pytest.mark.edge("E16")
def test_the_days_proposed_for_2026_lie_in_the_spring_after() -> None:
    assert proposed_days(RULE_SETS["2026-bufdir"], Strand.LEARNING, 2026) == LetterDays(
        report_last_day=date(2027, 4, 1),
        final_report_last_day=date(2028, 4, 3),
        audit_last_day=date(2028, 5, 2),
    )


@pytest.mark.edge("E16")
@pytest.mark.parametrize("rules", RULE_SETS.values(), ids=RULE_SETS.keys())
def test_what_is_proposed_can_be_kept_in_every_year(rules: RuleSet) -> None:
    for year in range(FIRST_YEAR, FIRST_YEAR + 60):
        days = proposed_days(rules, Strand.LEARNING, year)

        assert all(is_working_day(day) for day in asdict(days).values())
        assert date(year + 1, 1, 1) < days.report_last_day <= days.final_report_last_day < days.audit_last_day


@pytest.mark.edge("E16")
def test_a_letter_may_name_what_was_proposed_and_anything_else_in_time() -> None:
    office = Office()
    proposed = asdict(proposed_days(office.rules, Strand.LEARNING, 2026))

    for days in (proposed, proposed | {"report_last_day": date(2027, 1, 2)}):
        granted = office.submit().granted(100_000, with_terms(COLLECTED, reporting_reason="Nytt", **days))
        assert granted.now.decision
        assert granted.now.decision.terms.report_last_day == days["report_last_day"]
