"""Which words the rule book needs: a name for every value and note of every rule set, and what its commands say."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from domain.rulebook.duty import AuditDutyKind, ReportDutyKind
from domain.rulebook.values import code_of, values
from domain.ruleset import CountOf, Severity, ThresholdBasis
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets, load_years_between
from tests.letters.catalogues import ROOT

#: Named by families of their own.
ELSEWHERE = ("pots.", "timers.", "report_questions.")

SPOKEN = re.compile(r"(?:rules|check|duty)-[a-z_]+")


def settings() -> set[str]:
    sets = [*load_rule_sets().values(), *load_incomplete_rule_sets().values()]
    keys = {value.key for rules in sets for value in values(rules)}
    codes = {code_of(key) for key in keys if not key.startswith(ELSEWHERE) and ".criteria." not in key}
    return codes | {f"minimum_members_{kind}" for kind in CountOf}


def notes() -> set[str]:
    of_sets = {note.key for rules in load_rule_sets().values() for note in rules.notes}
    heard = {one.about for year in load_years_between().values() for one in year.known}
    return of_sets | (heard - settings())


def spoken(*paths: Path) -> set[str]:
    """Return the texts that are constants in *paths*."""
    trees = (ast.parse(path.read_text()) for path in paths)
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in constants if isinstance(text, str) and SPOKEN.fullmatch(text)}


def reasons() -> set[str]:
    """Return the codes that a duty is given with; two of them end with what it comes to."""
    tree = ast.parse((ROOT / "domain" / "rulebook" / "duty.py").read_text())
    codes = {
        str(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"(?:report|audit|early)_[a-z_]+|near", node.value)
    }
    open_reports = ReportDutyKind.NONE, ReportDutyKind.CHOICE, ReportDutyKind.UNKNOWN
    return codes | {f"report_{kind}" for kind in open_reports} | {"audit_choice", "audit_unknown"}


def rule_words() -> set[str]:
    """Return every key of ``rules.ftl`` but those of refusals."""
    values_of = {*Severity, "true", "false", *ThresholdBasis, "earmarked", "silent", "absent"}
    families: dict[str, Iterable[str]] = {
        "setting": settings(),
        "value": values_of,
        "severity": {kind for kind in Severity if kind is not Severity.OFF},
        "note": notes(),
        "report_question": {one.key for rules in load_rule_sets().values() for one in rules.report_questions},
        "duty": reasons(),
        "report_duty": ReportDutyKind,
        "audit_duty": AuditDutyKind,
    }
    words = {f"{family}-{code}" for family, codes in families.items() for code in codes}
    told = (*sorted((ROOT / "cli").glob("rule*.py")), ROOT / "cli" / "checking.py")
    return words | spoken(*told, ROOT / "letters" / "rule_values.py")
