"""Checks an application without handing it in: its findings in words, by the rules of its strand and years."""

from dataclasses import dataclass
from typing import Any

from activities.names import names
from domain.application import Application
from domain.checks import Finding, formal_findings, let_pass
from domain.refusal import Refused
from domain.rulebook.choosing import rules_for_application
from domain.ruleset import RuleSet, Severity
from letters import catalogue
from letters.formats import Language
from storage.reference import municipalities
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One application under one rule set."""

    rule_set: str
    findings: tuple[dict[str, str], ...]
    allowed: tuple[dict[str, str], ...] = ()
    """What other years ask for and these rules let pass in so many words."""

    @property
    def acceptable(self) -> bool:
        """No finding is an error."""
        return all(one["severity"] != Severity.ERROR for one in self.findings)

    @property
    def shape(self) -> dict[str, Any]:
        """What programs are given."""
        found = {"ruleset": self.rule_set, "acceptable": self.acceptable, "findings": self.findings}
        return found | {"allowed": self.allowed}


def checked(language: Language, application: Application, rules: RuleSet) -> Checked:
    """Return what *application* lacks under *rules*."""
    try:
        found, allowed = formal_findings(application, rules), let_pass(application, rules)
    except Refused as refused:
        words = catalogue.refusal(language, refused.code, refused.rule, refused.params)
        severity = Severity.ERROR.value
        refusal = _finding(severity, refused.rule, "strand", words.reason, words.mend)
        return Checked(rule_set=rules.key, findings=(refusal,))
    return Checked(
        rule_set=rules.key,
        findings=tuple(_worded(language, one) for one in found),
        allowed=tuple(_without_mend(_worded(language, one)) for one in allowed),
    )


def rules_for(application: Application) -> RuleSet | None:
    """Return the newest rules for the strand and years of *application*; None where there are none."""
    office = _office(application)
    for known in (load_rule_sets(), load_incomplete_rule_sets()):
        found = rules_for_application(application, office, known.values())
        if found is not None:
            return found
    return None


def _worded(language: Language, found: Finding) -> dict[str, str]:
    words = catalogue.finding(language, found, names(language))
    return _finding(found.severity.value, found.rule, found.field, words.reason, words.mend)


def _finding(severity: str, rule: str, field: str, message: str, mend: str) -> dict[str, str]:
    return {"severity": severity, "rule": rule, "field": field, "message": message, "mend": mend}


def _without_mend(found: dict[str, str]) -> dict[str, str]:
    # What is let pass needs no mending, and is no matter of severity.
    return {name: found[name] for name in ("rule", "field", "message")}


def _office(application: Application) -> str | None:
    """Return the county governor of the host, by its membership or else by its organisation number."""
    known = municipalities()
    of_host = [one.municipality for one in application.members if one.org_number == application.host]
    of_host += [one.number for one in known.values() if one.org_number == application.host]
    found = next((known[number] for number in of_host if number in known), None)
    return found.office if found else None
