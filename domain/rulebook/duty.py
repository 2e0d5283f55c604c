"""What a project owes for its grants, tried without a case: the report, the audited accounts, and the rule for each answer.

The limits are tried by ``domain.threshold``, as when a leader approves; here the answer is put together for a person who
asks "what if". Where the source is silent the answer is ``unknown``, and a person must say (DOMAIN §2.5).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from domain.refusal import Param
from domain.ruleset import RuleSet, ThresholdBasis
from domain.threshold import (
    NEAR_PERCENT,
    Threshold,
    Verdict,
    audit_at_early_end,
    audit_threshold,
    reporting_threshold,
)


class ReportDutyKind(StrEnum):
    """Whether the grants are reported on."""

    STATUTORY = "statutory"
    DISCRETIONARY = "discretionary"
    NONE = "none"
    CHOICE = "choice"
    UNKNOWN = "unknown"


class AuditDutyKind(StrEnum):
    """Whether the accounts are audited: each year's, or all of them after the last."""

    REQUIRED = "required"
    COLLECTED = "collected"
    NONE = "none"
    CHOICE = "choice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: the rule, the words' code (``duty-<code>``) and what they show."""

    rule: str
    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What follows for the grants of one project.

    Args:
        basis_ore: The sum that was held against the reporting limit, in øre.
        reporting: Whether a report is owed.
        audit: Whether audited accounts are owed.
        reasons: First for the report, then for the audit, then what is near.
    """

    basis_ore: int
    reporting: ReportDutyKind
    audit: AuditDutyKind
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: the grants of one project in the order of decision (øre), and what became of it.

    Args:
        grants_ore: One grant a year, the newest last; at least one.
        ended_early: The project ends before its time.
        reporting_required: The letter asks for a report.
    """

    grants_ore: Sequence[int]
    ended_early: bool = False
    reporting_required: bool = False


#: From the strongest to the weakest, where each grant is tried by itself.
_STRENGTH: Final = (Verdict.EVERYONE, Verdict.STATUTORY, Verdict.CHOICE, Verdict.UNKNOWN, Verdict.NONE)


def duty(rules: RuleSet, question: Question) -> Duty:
    """Return what the grants of *question* bring under *rules*."""
    tried = _try_reporting(rules, question.grants_ore)
    reporting, why_report = _reporting(rules, tried, question)
    audit, why_audit = _audit(rules, tried, reporting, question)
    reasons = [why_report, why_audit]
    if tried.near:
        reasons.append(Reason(rule="E3", code="near", params=_sums(tried) | {"percent": NEAR_PERCENT}))
    return Duty(basis_ore=tried.basis_ore, reporting=reporting, audit=audit, reasons=tuple(reasons))


def _sums(tried: Threshold) -> dict[str, Param]:
    return {"basis_ore": tried.basis_ore, "limit_ore": tried.limit_ore}


def _try_reporting(rules: RuleSet, grants: Sequence[int]) -> Threshold:
    if rules.reporting.basis.value is not ThresholdBasis.SINGLE_GRANT:
        return reporting_threshold(rules, grants)
    return _strongest([reporting_threshold(rules, [grant]) for grant in grants])


def _try_audit(rules: RuleSet, grants: Sequence[int], reporting: Verdict) -> Threshold:
    if rules.audit.basis.value is not ThresholdBasis.SINGLE_GRANT:
        return audit_threshold(rules, grants, reporting=reporting)
    return _strongest([audit_threshold(rules, [grant], reporting=reporting) for grant in grants])


def _strongest(tried: Sequence[Threshold]) -> Threshold:
    return min(tried, key=lambda one: (_STRENGTH.index(one.verdict), -one.basis_ore))


def _reporting(rules: RuleSet, tried: Threshold, question: Question) -> tuple[ReportDutyKind, Reason]:
    if tried.verdict is Verdict.EVERYONE:
        return ReportDutyKind.STATUTORY, Reason(rule=tried.rule, code="report_everyone")
    if tried.verdict is Verdict.STATUTORY:
        return ReportDutyKind.STATUTORY, Reason(rule=tried.rule, code="report_over", params=_sums(tried))
    if question.reporting_required:
        return _asked_by_letter(rules, tried)
    kind = ReportDutyKind(tried.verdict)
    rule = rules.reporting.everyone.rule if kind is ReportDutyKind.NONE else tried.rule
    return kind, Reason(rule=rule, code=f"report_{kind}", params=_sums(tried))


def _asked_by_letter(rules: RuleSet, tried: Threshold) -> tuple[ReportDutyKind, Reason]:
    """Say what a letter's demand is worth: allowed with reasons, a choice that was made, or against the rules."""
    ruled = rules.reporting.discretionary
    if tried.verdict is not Verdict.NONE:
        return ReportDutyKind.DISCRETIONARY, Reason(rule=tried.rule, code="report_chosen")
    if ruled.value is None:
        return ReportDutyKind.UNKNOWN, Reason(rule=ruled.rule, code="report_unknown", params=_sums(tried))
    if not ruled.value:
        return ReportDutyKind.NONE, Reason(rule=ruled.rule, code="report_not_allowed")
    return ReportDutyKind.DISCRETIONARY, Reason(rule=ruled.rule, code="report_discretionary")


def _audit(
    rules: RuleSet, tried: Threshold, reporting: ReportDutyKind, question: Question
) -> tuple[AuditDutyKind, Reason]:
    audit = _try_audit(rules, question.grants_ore, tried.verdict)
    if question.ended_early:
        return _at_early_end(rules, audit, reporting, question)
    if audit.verdict is Verdict.STATUTORY:
        if len(question.grants_ore) > 1 and rules.audit.collected.value:
            return AuditDutyKind.COLLECTED, Reason(rule=rules.audit.collected.rule, code="audit_collected")
        return AuditDutyKind.REQUIRED, _why_required(audit)
    if rules.audit.follows_reporting.value and audit.limit_ore is None:
        return _following(reporting, tried.rule, audit.rule)
    if audit.verdict is Verdict.UNKNOWN:
        return AuditDutyKind.UNKNOWN, Reason(rule=audit.rule, code="audit_unknown")
    return AuditDutyKind.NONE, Reason(rule=audit.rule, code="audit_under", params=_sums(audit))


def _following(reporting: ReportDutyKind, open_by: str, rule: str) -> tuple[AuditDutyKind, Reason]:
    """Say what follows for the audit where no limit of its own and no statutory report asks for one (E11)."""
    if reporting in {ReportDutyKind.CHOICE, ReportDutyKind.UNKNOWN}:
        # It follows the report, and whether there is to be one is not yet said.
        return AuditDutyKind(reporting.value), Reason(rule=open_by, code=f"audit_{reporting}")
    return AuditDutyKind.NONE, Reason(rule=rule, code="audit_none")


def _why_required(audit: Threshold) -> Reason:
    code = "audit_over" if audit.limit_ore is not None else "audit_follows"
    return Reason(rule=audit.rule, code=code, params=_sums(audit))


def _at_early_end(
    rules: RuleSet, audit: Threshold, reporting: ReportDutyKind, question: Question
) -> tuple[AuditDutyKind, Reason]:
    """Audited accounts at an early end: above the limit, or where the letter asked for a report (R26-60, R26-61)."""
    no_report = reporting in {ReportDutyKind.NONE, ReportDutyKind.CHOICE}
    asked = True if question.reporting_required else False if no_report else None
    early = audit_at_early_end(rules, audit.basis_ore, reporting=asked)
    if early.verdict is Verdict.STATUTORY and early.rule == rules.audit.early_end.rule:
        return AuditDutyKind.REQUIRED, Reason(rule=early.rule, code="early_over", params=_sums(early))
    if early.verdict is Verdict.STATUTORY:
        return AuditDutyKind.REQUIRED, Reason(rule=early.rule, code="early_required")
    if audit.verdict is Verdict.STATUTORY:
        return AuditDutyKind.REQUIRED, _why_required(audit)
    if early.verdict is Verdict.UNKNOWN:
        return AuditDutyKind.UNKNOWN, Reason(rule=early.rule, code="early_unknown")
    return AuditDutyKind.NONE, Reason(rule=early.rule, code="early_none")
