"""A refusal in words, with the rule as a link and the place that mends it where there is one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from activities.names import names
from letters import catalogue
from letters.formats import Language
from web.people import called
from web.rules import RuleLink, rule_link
from web.words import say

#: Refusal -> the command that mends it, where that is a command in the same case.
MENDED_BY: Final[Mapping[str, str]] = {
    "account_not_confirmed": "confirm_account",
    "amount_missing": "recommend",
    "audit_required": "send_back",
    "choice_needs_reason": "send_back",
    "condition_not_met": "meet_condition",
    "criteria_unanswered": "assess",
    "impartiality_not_declared": "declare_impartiality",
    "internal_justification_missing": "send_back",
    "not_your_case": "assign",
    "officer_has_not_declared": "declare_impartiality",
    "recommended_otherwise": "send_back",
    "reporting_required": "send_back",
    "terms_incomplete": "send_back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a person reads.

    Args:
        reason: Why.
        mend: What mends it.
        link: The rule.
        command: The command that mends it; None where it is mended elsewhere.
        findings: What is wrong with an application, one line each.
    """

    reason: str
    mend: str
    link: RuleLink | None
    command: str | None
    findings: tuple[str, ...] = ()


def in_words(
    language: Language,
    code: str,
    rule: str,
    params: Mapping[str, Any],
    known: Mapping[str, str] | None = None,
) -> Refusal:
    """Return a refusal in words; *known* is what the round calls its own criteria."""
    shown = {**names(language), **(known or {})}
    officer = params.get("officer")
    if isinstance(officer, str):
        shown[officer] = called(language, officer)
    text = catalogue.refusal(language, code, rule, params, shown)
    listed = params.get("findings")
    findings = tuple(_finding(language, one) for one in listed) if isinstance(listed, list) else ()
    return Refusal(
        reason=say(language, "refusal-findings") if findings else text.reason,
        mend=text.mend,
        link=rule_link(language, rule),
        command=MENDED_BY.get(code),
        findings=findings,
    )


def _finding(language: Language, listed: str) -> str:
    code, _rule, _field = listed.split("|")
    return say(language, f"finding-{code}.short")
