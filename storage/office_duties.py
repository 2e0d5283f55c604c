"""Reads the office's own duties, which are packed with the program, and finds the rules that hold for an office."""

from functools import cache
from importlib.resources import files

from domain.officework.duties import OfficeDuties, parse_duties
from domain.ruleset import RuleSet
from storage.rulesets import load_rule_sets


@cache
def load_duties() -> OfficeDuties:
    """Return the office's duties.

    Raises:
        RuleSetError: when the packed file cannot be used.
    """
    return parse_duties((files("domain") / "officework" / "duties.toml").read_text("utf-8"))


def rules_in_force(office: str, year: int) -> RuleSet | None:
    """Return the rules a network of *office* is measured by in *year*: its own before the directorate's (Q1).

    Where the year has none, the newest before it still guide; before the first there is nothing to measure by.
    """
    mine = [
        one
        for one in load_rule_sets().values()
        if one.grant_year <= year and one.issuer in {"bufdir", office}
    ]
    return max(mine, key=lambda one: (one.grant_year, one.issuer == office), default=None)
