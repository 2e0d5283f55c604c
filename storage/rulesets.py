"""Reads the rule sets that are packed with the program, the years between them, and the rows they quote."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from domain.problems import Problem
from domain.rulebook.comparing import predecessor
from domain.rulebook.rows import Row, parse_rows
from domain.rulebook.writing import as_toml
from domain.rulebook.years import YearBetween, parse_years, rules_of
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


@cache
def load_years_between() -> Mapping[int, YearBetween]:
    """Return what is known of each year that no source gives rules for, by its number."""
    return parse_years((_book() / "years.toml").read_text("utf-8"))


@cache
def load_incomplete_rule_sets() -> Mapping[str, RuleSet]:
    """Return the rule set of each year without a source, by its key (``2022-incomplete``); nearly all of it is silent."""
    return MappingProxyType({one.key: _incomplete(one) for one in load_years_between().values()})


@cache
def load_rows() -> Mapping[str, Row]:
    """Return the rows of the rule book by their keys, such as ``R26-52``."""
    return parse_rows((_book() / "rows.csv").read_text("utf-8"))


def text_to_pin(rules: RuleSet) -> str:
    """Return the text under which *rules* are pinned: the packed file's own, or what is written of a tightened one."""
    packed = load_rule_sets().get(rules.key)
    return rule_set_text(rules.key) if packed == rules else as_toml(rules)


def _incomplete(year: YearBetween) -> RuleSet:
    newest = max(load_rule_sets().values(), key=lambda rules: rules.grant_year)
    bare = rules_of(year, newest.timers)
    # The ladders are those of the year before, which a round of this year would have gone by.
    before = predecessor(bare, load_rule_sets().values())
    return rules_of(year, before.timers) if before else bare


def _read(key: str) -> RuleSet:
    try:
        rules = parse_rule_set(rule_set_text(key))
    except RuleSetError as error:
        raise RuleSetError(tuple(problem.within(f"{key}.toml") for problem in error.problems)) from error
    if rules.key != key:
        english = f"must be the file's name, not {rules.key}"
        raise RuleSetError((Problem(f"{key}.toml: key", "file_name", english, {"named": rules.key}),))
    return rules


def _names() -> set[str]:
    return {file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")}


def _folder() -> Traversable:
    return files("domain") / "rulesets"


def _book() -> Traversable:
    return files("domain") / "rulebook"
