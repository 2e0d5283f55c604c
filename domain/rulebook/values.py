"""A rule set as one flat list of values, each with its rule: what is shown, compared and tightened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from domain.ruleset import Pot, Ruled, RuleSet, Strand, StrandRules, Timer

Plain: TypeAlias = str | int | bool | tuple[str, ...]

#: The lists of a strand that may be empty.
LISTS: Final = ("minimum_members", "criteria")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleValue:
    """One value of a rule set.

    Args:
        key: Where it stands: ``strands.learning.checks.plan``, ``reporting.threshold_kr``, ``pots.leader``.
        value: What it says; None where the source is silent.
        rule: The rule it comes from.
        quote: The source's words.
        note: A remark of ours.
    """

    key: str
    value: Plain | None
    rule: str
    quote: str = ""
    note: str = ""

    @property
    def silent(self) -> bool:
        """The source says nothing here."""
        return self.value is None


def values(rules: RuleSet) -> tuple[RuleValue, ...]:
    """Return every value of *rules* in the order a person reads them: strand by strand, then money, then clocks."""
    return tuple(_values(rules))


def silences(rules: RuleSet) -> tuple[RuleValue, ...]:
    """Return what the source of *rules* leaves silent."""
    return tuple(value for value in _values(rules) if value.silent)


def code_of(key: str) -> str:
    """Return what the value under *key* is called in the catalogues: ``plan``, ``reporting_threshold_kr``.

    The strand is left out, so that a check has one name in both.
    """
    section, _, rest = key.partition(".")
    if section == "strands":
        rest = rest.partition(".")[2].removeprefix("checks.").removeprefix("criteria.")
        return rest.replace(".", "_")
    return key.replace(".", "_")


def _values(rules: RuleSet) -> Iterator[RuleValue]:
    for pot in rules.pots:
        yield _pot(pot)
    for strand in Strand:
        if strand in rules.strands:
            yield from _of_strand(strand, rules.strands[strand])
    yield _ruled("paid_in_grant_year", rules.paid_in_grant_year)
    for name in ("use", "reporting", "audit"):
        yield from _of_part(name, getattr(rules, name))
    for name in ("unspent_repaid", "budget_item", "tightening", "prioritising", "review_from"):
        yield _ruled(name, getattr(rules, name))
    for key, sum_of_country in rules.national_kr.items():
        yield _ruled(f"national_kr.{key}", sum_of_country)
    for question in rules.report_questions:
        asked = f"report_questions.{question.key}"
        yield RuleValue(key=asked, value=True, rule=question.rule, quote=question.quote)
    for clock, timer in rules.timers.items():
        yield _timer(f"timers.{clock}", timer)


def _of_strand(strand: Strand, rules: StrandRules) -> Iterator[RuleValue]:
    at = f"strands.{strand}"
    for name, silence in sorted(rules.silent_lists.items()):
        yield RuleValue(
            key=f"{at}.{name}", value=None, rule=silence.rule, quote=silence.quote, note=silence.note
        )
    for minimum in rules.minimum_members:
        yield RuleValue(
            key=f"{at}.minimum_members.{minimum.count_of}",
            value=minimum.at_least,
            rule=minimum.rule,
            quote=minimum.quote,
        )
    for check, severity in rules.checks.items():
        yield _ruled(f"{at}.checks.{check}", severity)
    for criterion in rules.criteria:
        key = f"{at}.criteria.{criterion.key}"
        yield RuleValue(key=key, value=True, rule=criterion.rule, quote=criterion.quote)
    yield from _of_part(at, rules)


def _of_part(at: str, part: BaseModel) -> Iterator[RuleValue]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Ruled):
            yield _ruled(f"{at}.{name}", value)


def _ruled(key: str, ruled: Ruled[Any]) -> RuleValue:
    value = ruled.value
    plain = value if value is None or isinstance(value, int) else str(value)
    return RuleValue(key=key, value=plain, rule=ruled.rule, quote=ruled.quote, note=ruled.note)


def _pot(pot: Pot) -> RuleValue:
    of = (pot.strand.value, *([pot.project_type.value] if pot.project_type else []))
    value = (*of, "earmarked") if pot.earmarked else of
    return RuleValue(key=f"pots.{pot.key}", value=value, rule=pot.rule, quote=pot.quote)


def _timer(key: str, timer: Timer) -> RuleValue:
    steps = tuple(f"{step.at} {step.act}" for step in timer.steps)
    value = (timer.period, *steps) if timer.period else steps
    return RuleValue(key=key, value=value, rule=timer.rule)
