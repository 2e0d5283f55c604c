"""What differs between two rule sets, value by value, and with which one a rule set is compared when nobody says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.rulebook.values import RuleValue, values
from domain.ruleset import RuleSet

BUFDIR: Final = "bufdir"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value that two rule sets do not share; None where one of them has no such value."""

    key: str
    before: RuleValue | None
    after: RuleValue | None


def differences(before: RuleSet, after: RuleSet) -> tuple[Difference, ...]:
    """Return what *after* says otherwise than *before*. The same value under another rule is no difference."""
    old = {value.key: value for value in values(before)}
    new = {value.key: value for value in values(after)}
    found = (
        Difference(key=key, before=old.get(key), after=new.get(key))
        for key in [*new, *(key for key in old if key not in new)]
    )
    return tuple(one for one in found if _said(one.before) != _said(one.after))


def predecessor(rules: RuleSet, known: Iterable[RuleSet]) -> RuleSet | None:
    """Return what *rules* is read beside: the directorate's of the same year for an office's own, else the year before.

    "The year before" is the newest earlier year that *known* has, the directorate's rules before an office's.
    """
    others = [other for other in known if other.key != rules.key]
    if rules.issuer != BUFDIR:
        base = [one for one in others if one.grant_year == rules.grant_year and one.issuer == BUFDIR]
        if base:
            return max(base, key=lambda one: one.valid_from)
    earlier = [one for one in others if one.grant_year < rules.grant_year]
    return max(earlier, key=lambda one: (one.grant_year, one.issuer == BUFDIR, one.valid_from), default=None)


def _said(value: RuleValue | None) -> tuple[bool, object]:
    return value is not None, value.value if value else None
