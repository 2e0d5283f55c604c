"""The report and the auditor's statement that the terms of a letter ask for first (R26-51, R26-52, R26-58, R26-59)."""

from datetime import date

from domain import events as e
from domain.case import Case
from domain.duties import Ground
from domain.evolve import BrokenTrailError
from domain.ruleset import RuleSet
from domain.terms import AuditTerm, ReportingTerm, Terms


def duties_of(
    case: Case, terms: Terms, rules: RuleSet, *, ground: Ground, rule: str
) -> list[e.ReportDutyArose | e.AuditDutyArose]:
    """Return the duties of the first year of use, on the case's own grant; later years follow from the report before.

    Args:
        case: The case whose grant it is.
        terms: What is asked; complete, as ``check_terms`` leaves it.
        rules: The rule set of the case.
        ground: Why a report is asked for.
        rule: Rule key behind it.
    """
    if terms.reporting is not ReportingTerm.REQUIRED:
        return []
    name = str(case.grant_year)
    report = e.ReportDutyArose(
        name=name,
        year=case.grant_year,
        ground=ground,
        rule=rule,
        last_day=_day(terms.report_last_day),
        available_ore=case.granted_ore,
    )
    if terms.audit not in {AuditTerm.REQUIRED, AuditTerm.COLLECTED}:
        return [report]
    collected = terms.audit is AuditTerm.COLLECTED
    own_limit = rules.audit.threshold_kr
    audit = e.AuditDutyArose(
        name="collected" if collected else name,
        rule=own_limit.rule if own_limit.value is not None else rules.audit.follows_reporting.rule,
        last_day=_day(terms.audit_last_day),
        collected=collected,
    )
    return [report, audit]


def _day(day: date | None) -> date:
    if day is None:
        msg = "a decision without the days that check_terms asks for"
        raise BrokenTrailError(msg)
    return day
