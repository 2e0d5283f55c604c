"""The reporting threshold and the audit threshold, as one function of amounts and a rule set (DOMAIN §2.5).

``decide`` uses it when a leader approves a grant, and the clock uses it for the evaluation that follows every grant:
the same function, so no grant passes it by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain.money import kroner
from domain.ruleset import Ruled, RuleSet, ThresholdBasis

#: From this share of the limit on, the municipality is told that the next grant may bring a duty (E3).
NEAR_PERCENT: Final = 80


class Verdict(StrEnum):
    """What the rule set says of a duty."""

    STATUTORY = "statutory"
    EVERYONE = "everyone"
    NONE = "none"
    CHOICE = "choice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """The result of trying a limit, with what went in.

    Args:
        verdict: What follows.
        rule: Rule key that gives this verdict.
        basis_ore: The sum that was held against the limit, in øre.
        limit_ore: The limit in øre; None where the source is silent.
        near: True at or above 80 % of the limit without reaching it.
    """

    verdict: Verdict
    rule: str
    basis_ore: int
    limit_ore: int | None
    near: bool


def reporting_threshold(rules: RuleSet, grants_ore: Sequence[int]) -> Threshold:
    """Try the reporting limit on the grants of one project, in the order they were decided, the newest last.

    More than the limit is a statutory duty; exactly the limit is unregulated and a person chooses (E1); less is none.
    """
    reporting = rules.reporting
    basis = grants_ore[-1] if reporting.basis.value is ThresholdBasis.SINGLE_GRANT else sum(grants_ore)
    limit = None if reporting.threshold_kr.value is None else kroner(reporting.threshold_kr.value)
    if reporting.everyone.value:
        return _result(Verdict.EVERYONE, reporting.everyone.rule, basis, limit)
    if limit is None:
        return _result(Verdict.UNKNOWN, reporting.threshold_kr.rule, basis, limit)
    if basis > limit:
        return _result(Verdict.STATUTORY, reporting.threshold_kr.rule, basis, limit)
    if basis == limit:
        return _result(Verdict.CHOICE, "E1", basis, limit)
    return _result(Verdict.NONE, reporting.threshold_kr.rule, basis, limit)


def audit_threshold(rules: RuleSet, grants_ore: Sequence[int], *, reporting: Verdict) -> Threshold:
    """Try the rule set's own audit limit (I21-30: more than 200 000), or let audit follow reporting (E11).

    Where it is not known whether there is to be a report, or a person chooses, the same holds for the audit.
    """
    audit = rules.audit
    limit = None if audit.threshold_kr.value is None else kroner(audit.threshold_kr.value)
    basis = grants_ore[-1] if audit.basis.value is ThresholdBasis.SINGLE_GRANT else sum(grants_ore)
    if limit is not None:
        verdict = Verdict.STATUTORY if basis > limit else Verdict.NONE
        return _result(verdict, audit.threshold_kr.rule, basis, limit)
    if audit.follows_reporting.value:
        verdict = Verdict.STATUTORY if reporting is Verdict.EVERYONE else reporting
        return _result(verdict, audit.follows_reporting.rule, basis, limit)
    return _result(Verdict.UNKNOWN, audit.threshold_kr.rule, basis, limit)


def audit_at_early_end(rules: RuleSet, basis_ore: int, *, reporting: bool | None) -> Threshold:
    """Try what asks for audited accounts when a project ends early: the limit, or the letter (R26-60, R26-61, E12, E13).

    Args:
        rules: The rule set.
        basis_ore: What the project was granted, in øre.
        reporting: Whether the letter asked for a report; None where that is not known.

    Returns:
        ``STATUTORY`` or ``NONE``; ``UNKNOWN`` where the source is silent, and a person must say.
    """
    early, required = rules.audit.early_end, rules.audit.early_end_when_required
    given = rules.audit.early_end_threshold_kr
    limit = None if given.value is None else kroner(given.value)
    if early.value and limit is not None and basis_ore > limit:
        return _result(Verdict.STATUTORY, early.rule, basis_ore, limit)
    if required.value and reporting:
        return _result(Verdict.STATUTORY, required.rule, basis_ore, limit)
    matters: tuple[tuple[Ruled[Any], bool], ...] = (
        (early, True),
        (required, reporting is not False),
        (given, bool(early.value)),
    )
    silent = next((ruled.rule for ruled, asked in matters if asked and ruled.value is None), None)
    if silent is not None:
        return _result(Verdict.UNKNOWN, silent, basis_ore, limit)
    return Threshold(verdict=Verdict.NONE, rule=early.rule, basis_ore=basis_ore, limit_ore=limit, near=False)


def _result(verdict: Verdict, rule: str, basis: int, limit: int | None) -> Threshold:
    near = verdict is Verdict.NONE and limit is not None and basis * 100 >= limit * NEAR_PERCENT
    return Threshold(verdict=verdict, rule=rule, basis_ore=basis, limit_ore=limit, near=near)
