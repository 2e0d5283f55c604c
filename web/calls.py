"""What a call asks for, in words: the round's rules told before anybody has written anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.offices import OFFICES
from domain.ruleset import Check, RuleSet, Severity, Strand
from letters.formats import Language
from storage.reference import municipalities
from web.rules import RuleLink, rule_link
from web.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that an application must have, or should have, and the rule that says so."""

    text: str
    must: bool
    link: RuleLink | None


def asked(language: Language, strand: Strand, rules: RuleSet) -> list[Asked]:
    """Return what the round asks of an application, what it must have first."""
    return sorted(_asked(language, strand, rules), key=lambda one: not one.must)


def _asked(language: Language, strand: Strand, rules: RuleSet) -> Iterator[Asked]:
    of_strand = rules.of_strand(strand)
    for minimum in of_strand.minimum_members:
        text = say(language, f"asked-least-{minimum.count_of}", {"at_least": minimum.at_least})
        yield Asked(text=text, must=True, link=rule_link(language, minimum.rule))
    for check in Check:
        ruled = of_strand.asked(check)
        if ruled.value not in {None, Severity.OFF, Severity.HINT}:
            must = ruled.value is Severity.ERROR
            yield Asked(text=say(language, f"asked-{check}"), must=must, link=rule_link(language, ruled.rule))


def counties_of(office: str) -> list[str]:
    """Return the counties whose municipalities may apply to *office*, by name."""
    numbers = OFFICES[office].counties
    return sorted({one.county_name for one in municipalities().values() if one.county in numbers})
