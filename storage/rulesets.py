"""Reads the rule sets that are packed with the program."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from domain.ruleset import RuleSet, RuleSetError, parse_rule_set


@cache
def load_rule_sets() -> Mapping[str, RuleSet]:
    """Return every packed rule set by its key.

    Raises:
        RuleSetError: when one of them cannot be used, or its key is not its file's name.
    """
    return MappingProxyType({key: _read(key) for key in sorted(_names())})


@cache
def rule_set_text(key: str) -> str:
    """Return the TOML text of the rule set *key*, as it is shown to people and pinned to rounds.

    Raises:
        KeyError: when no packed rule set has that key.
    """
    if key not in _names():
        raise KeyError(key)
    return (_folder() / f"{key}.toml").read_text("utf-8")


def _read(key: str) -> RuleSet:
    try:
        rules = parse_rule_set(rule_set_text(key))
    except RuleSetError as error:
        raise RuleSetError(tuple(f"{key}.toml: {problem}" for problem in error.problems)) from error
    if rules.key != key:
        raise RuleSetError((f"{key}.toml: key: must be the file's name, not {rules.key}",))
    return rules


def _names() -> set[str]:
    return {file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")}


def _folder() -> Traversable:
    return files("domain") / "rulesets"
