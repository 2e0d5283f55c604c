"""Whether the terms of a letter are complete and say what the thresholds ask (R26-51 to R26-57, E1, E9, E11, E16)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.decisions.context import Context
from domain.instants import end_of_year, last_day
from domain.refusal import Refused
from domain.terms import AuditTerm, ReportingTerm, Terms
from domain.threshold import Threshold, Verdict, audit_threshold

#: Verdicts on which the letter must ask for a report.
_MUST_REPORT = frozenset({Verdict.STATUTORY, Verdict.EVERYONE})


def check_terms(terms: Terms, threshold: Threshold, ctx: Context[Any], grants_ore: Sequence[int]) -> None:
    """Refuse terms that are silent, too early, or other than the rule set allows.

    Args:
        terms: What the letter says.
        threshold: What the reporting limit came to.
        ctx: The decision.
        grants_ore: The project's grants that the audit limit is tried on, this one last.

    Raises:
        Refused: naming everything that is missing at once, so that one round mends it.
    """
    _check_complete(terms)
    _check_days(terms, ctx)
    _check_reporting(terms, threshold, ctx)
    _check_audit(terms, threshold, ctx, grants_ore)


def _check_complete(terms: Terms) -> None:
    missing = [name for name in ("reporting", "audit") if getattr(terms, name) is None]
    if terms.reporting is ReportingTerm.REQUIRED:
        missing += _unsaid(terms, ("report_last_day", "final_report_last_day"))
    if terms.audit in {AuditTerm.REQUIRED, AuditTerm.COLLECTED}:
        missing += _unsaid(terms, ("audit_last_day",))
    if missing:
        raise Refused("terms_incomplete", "R26-51", missing=missing)
    if terms.asks_more and terms.reporting is not ReportingTerm.REQUIRED:
        raise Refused("questions_without_report", "R26-51")


def _unsaid(terms: Terms, names: Sequence[str]) -> list[str]:
    return [name for name in names if getattr(terms, name) is None]


def _check_days(terms: Terms, ctx: Context[Any]) -> None:
    year = ctx.case.grant_year
    use_years = ctx.rules.use.years_after(ctx.case.strand).value or 0
    after_grant_year, end_of_use = date(year + 1, 1, 1), last_day(end_of_year(year + use_years))
    # One statement for all years comes after the last of them (R26-59).
    of_audit = end_of_use if terms.audit is AuditTerm.COLLECTED else after_grant_year
    _not_before(terms.report_last_day, after_grant_year, "report_last_day")
    _not_before(terms.final_report_last_day, end_of_use, "final_report_last_day")
    _not_before(terms.audit_last_day, of_audit, "audit_last_day")


def _not_before(day: date | None, earliest: date, term: str) -> None:
    if day is not None and day < earliest:
        raise Refused(
            "term_too_early", "E16", term=term, given_day=day.isoformat(), earliest_day=earliest.isoformat()
        )


def _check_reporting(terms: Terms, threshold: Threshold, ctx: Context[Any]) -> None:
    required = terms.reporting is ReportingTerm.REQUIRED
    verdict = threshold.verdict
    if verdict in _MUST_REPORT and not required:
        raise Refused(
            "reporting_required", threshold.rule, basis_ore=threshold.basis_ore, limit_ore=threshold.limit_ore
        )
    if verdict in {Verdict.CHOICE, Verdict.UNKNOWN} and terms.reporting_reason is None:
        raise Refused(
            "choice_needs_reason",
            threshold.rule,
            basis_ore=threshold.basis_ore,
            limit_ore=threshold.limit_ore,
        )
    if verdict is Verdict.NONE and required:
        if not ctx.rules.reporting.discretionary.value:
            raise Refused("discretionary_not_allowed", ctx.rules.reporting.discretionary.rule)
        justification = ctx.rules.reporting.internal_justification
        if justification.value and terms.reporting_reason is None:
            raise Refused("internal_justification_missing", justification.rule)
        needed = ctx.rules.reporting.only_what_is_needed
        if needed.value and terms.asks_more and terms.added_questions_reason is None:
            raise Refused("added_questions_need_reason", needed.rule)


def _check_audit(terms: Terms, threshold: Threshold, ctx: Context[Any], grants_ore: Sequence[int]) -> None:
    audit = audit_threshold(ctx.rules, grants_ore, reporting=threshold.verdict)
    wanted = terms.audit is not AuditTerm.NONE
    own_limit = audit.limit_ore is not None
    if audit.verdict is Verdict.STATUTORY and not wanted and (own_limit or terms.audit_reason is None):
        raise Refused("audit_required", audit.rule, basis_ore=audit.basis_ore, limit_ore=audit.limit_ore)
    # Where the audit follows the report, the reason for the one is the reason for the other.
    reasons = (
        terms.audit_reason,
        terms.reporting_reason if ctx.rules.audit.follows_reporting.value else None,
    )
    if audit.verdict in {Verdict.UNKNOWN, Verdict.CHOICE} and not any(reasons):
        raise Refused("choice_needs_reason", audit.rule, basis_ore=audit.basis_ore, limit_ore=audit.limit_ore)
    if wanted and terms.reporting is ReportingTerm.NONE:
        raise Refused("audit_without_report", "E11")
    if terms.audit is AuditTerm.COLLECTED and not ctx.rules.audit.collected.value:
        raise Refused("collected_audit_not_allowed", ctx.rules.audit.collected.rule)
