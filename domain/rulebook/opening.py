"""Under which rules a round opens: those of its year, tightened by its office; no round without rules (R26-66).

A year that no source gives rules for opens when a person has filled in what a case cannot do without. A year that is
still to come does not open at all.
"""

from collections.abc import Mapping
from typing import Final

from domain.refusal import Refused
from domain.rulebook.tightening import RoundOverride, tighten
from domain.rulebook.values import code_of, silences
from domain.ruleset import RuleSet

#: Without these no grant can be decided and no leftover claimed. Other silences are settled case by case, with a reason.
MUST_BE_SETTLED: Final = ("use.deadline_years_after", "unspent_repaid")


def rules_for_round(
    key: str,
    grant_year: int,
    packed: Mapping[str, RuleSet],
    between: Mapping[str, RuleSet],
    override: RoundOverride | None = None,
) -> RuleSet:
    """Return the rules that a round of *grant_year* is pinned to.

    Args:
        key: The rule set that was asked for.
        grant_year: The round's year.
        packed: The rule sets that have a source, by their keys.
        between: Those of the years without a source, by their keys.
        override: What the office asks for beside it.

    Raises:
        Refused: ``rule_set_missing_for_year`` where the year has no rules or too few, ``rule_set_unsettled`` where a
            source of the year leaves open what must be known, ``no_such_rule_set``, or as ``tighten``.
        RuleSetError: as ``tighten``.
    """
    known = {**packed, **between}
    if not any(rules.grant_year == grant_year for rules in known.values()):
        raise Refused("rule_set_missing_for_year", "R26-66", year=grant_year, silent=[], needed=[])
    if key not in known:
        raise Refused("no_such_rule_set", "T01", rule_set=key, known=sorted(known))
    rules = known[key] if override is None else tighten(known[key], override)
    if needed := unsettled(rules):
        raise _too_little(rules, needed, has_source=key in packed)
    return rules


def unsettled(rules: RuleSet) -> tuple[str, ...]:
    """Return the keys of what *rules* leave silent and a round cannot open without."""
    return tuple(value.key for value in silences(rules) if value.key in MUST_BE_SETTLED)


def _too_little(rules: RuleSet, needed: tuple[str, ...], *, has_source: bool) -> Refused:
    missing = [code_of(key) for key in needed]
    if has_source:
        rule = next(value.rule for value in silences(rules) if value.key in needed)
        return Refused("rule_set_unsettled", rule, rule_set=rules.key, needed=missing)
    silent = sorted({code_of(value.key) for value in silences(rules)})
    return Refused("rule_set_missing_for_year", "§1b", year=rules.grant_year, silent=silent, needed=missing)
