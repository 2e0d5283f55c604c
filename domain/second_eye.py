"""When one pair of eyes is not enough for a report: it may bring a claim, or the grant is above a limit (T23)."""

from domain.case import Case
from domain.duties import ReportDuty
from domain.money import kroner
from domain.ruleset import RuleSet


def lacks_second_eye(case: Case, duty: ReportDuty, rules: RuleSet) -> bool:
    """Say whether another person must read the report of *duty* before it is approved.

    A reader who is disqualified since has not read it (E40).
    """
    read = duty.seconded_by is not None and duty.seconded_by not in case.disqualified
    return not read and (_claim_at_stake(case, duty) or _above_a_limit(case, rules))


def _claim_at_stake(case: Case, duty: ReportDuty) -> bool:
    return (duty.final and bool(duty.unused_ore)) or any(claim.is_open for claim in case.claims)


def _above_a_limit(case: Case, rules: RuleSet) -> bool:
    """Try the sum that the decision was held against on the limit for reports, and the audit's own where it has one."""
    limits = (rules.reporting.threshold_kr.value, rules.audit.threshold_kr.value)
    return any(limit is not None and case.threshold_basis_ore > kroner(limit) for limit in limits)
