"""Which year's rules are awaited: from the day its review begins, until the next year's guidelines are a file (R26-66)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.ruleset import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """Rules that are not there yet.

    Args:
        year: The year that no round can open for.
        rule_set: The rule set that is under review.
        rule: The rule that says so.
        since: First day on which a task says so.
    """

    year: int
    rule_set: str
    rule: str
    since: date


def awaited_rules(known: Iterable[RuleSet], today: date) -> tuple[Awaited, ...]:
    """Return the rules that are under review on *today* (Norwegian day) and have no successor.

    An office's own rules of a past year are not awaited: whether it makes new ones is its own matter.
    """
    sets = list(known)
    newest = max(rules.grant_year for rules in sets)
    return tuple(
        Awaited(
            year=rules.grant_year + 1,
            rule_set=rules.key,
            rule=rules.review_from.rule,
            since=rules.review_from.value,
        )
        for rules in sets
        if rules.grant_year == newest
        and rules.review_from.value is not None
        and rules.review_from.value <= today
    )
