"""Which rule sets there are for whoever asks at the command line, and how an answer about one is given."""

import json
from collections.abc import Mapping
from typing import Any

from rich.console import RenderableType

from cli.errors import UnusableError
from cli.session import Session
from cli.shapes import plain
from domain.ruleset import RuleSet
from letters import catalogue
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets


def all_rule_sets() -> Mapping[str, RuleSet]:
    """Return every rule set by its key: those with a source first, then those of the years between."""
    return {**load_rule_sets(), **load_incomplete_rule_sets()}


def rule_set(session: Session, key: str) -> RuleSet:
    """Return the rule set *key*.

    Raises:
        UnusableError: There is none.
    """
    known = all_rule_sets()
    if key not in known:
        raise UnusableError(said(session, "rules-unknown_key", rule_set=key, known=sorted(known)))
    return known[key]


def said(session: Session, key: str, **params: Any) -> str:
    """Return a text of the house's catalogues in the reader's language."""
    return catalogue.text(session.language, key, **params)


def answer(session: Session, shape: Any, *lines: RenderableType) -> None:
    """Answer: *shape*, an object or a list, to scripts; *lines* to people."""
    if session.as_json:
        session.out.file.write(f"{json.dumps(plain(shape), ensure_ascii=False, indent=2)}\n")
        return
    session.say({}, *lines)
