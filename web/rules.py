"""What a rule is called where a page cites it, and where it can be read as it stood."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from domain.rulebook.rows import source_of
from domain.ruleset import RuleSet
from letters.formats import NBSP, Language
from storage.rulesets import load_incomplete_rule_sets, load_rows, load_rule_sets
from web.words import has, say


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLink:
    """A rule as a page cites it.

    Args:
        key: ``R26-52``; shown to the office and to auditors.
        name: ``Retningslinjer 2026 punkt 3``; empty where the rule is Saksgang's own.
        about: ``reglene om utbetaling``; what such a rule is called, where the key is shown too.
        href: Where it can be read.
    """

    key: str
    name: str
    about: str
    href: str


#: A key is not broken over two lines.
_HYPHEN: Final = "\N{NON-BREAKING HYPHEN}"


_KEY: Final = re.compile(
    r"[A-Z][0-9]{2}-[0-9]{2}|[TEQL]-?[0-9]{1,2}|§ ?[0-9]+(\.[0-9]+|[a-z])?|ARCHITECTURE|fvl[. §0-9a-z]*"
)


def is_rule_key(text: str) -> bool:
    """Say whether *text* looks like the key of a rule."""
    return _KEY.fullmatch(text) is not None


def rule_link(language: Language, key: str | None) -> RuleLink | None:
    """Return how *key* is cited; None where there is no rule."""
    if not key:
        return None
    name = _name(language, key)
    return RuleLink(
        key=key.replace("-", _HYPHEN).replace(" ", NBSP),
        name=name,
        about="" if name else _about(language, key),
        href=f"/regler/{quote(key, safe='')}",
    )


def rule_set_of(key: str) -> RuleSet | None:
    """Return the rule set *key* as it is packed; None where there is none."""
    return load_rule_sets().get(key) or load_incomplete_rule_sets().get(key)


def rule_set_title(key: str) -> str | None:
    """Return what the rule set *key* is called; None where none is packed."""
    found = rule_set_of(key)
    return found.title if found else None


def _name(language: Language, key: str) -> str:
    row, source = load_rows().get(key), source_of(key)
    if row is not None and source is not None:
        section = row.section.replace(" ", NBSP)
        about = {"source": source.key, "year_shown": str(source.year), "section": section}
        return say(language, "rule-numbered" if section[:1].isdigit() else "rule-headed", about)
    law = f"law-{key}" if "-" in key else ""
    return say(language, law) if law and has(language, law) else ""


def _about(language: Language, key: str) -> str:
    """Return what a rule of Saksgang's own is about: a step of the case's course, a reading, an edge case."""
    own = f"own-{key.replace('§', 'part-').replace('.', '-').replace(' ', '')}"
    return say(language, "rule-about", {"topic": say(language, own)}) if has(language, own) else ""
