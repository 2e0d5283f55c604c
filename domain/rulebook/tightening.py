"""What an office asks for in a round of its own: more than the guidelines, or what they leave silent; never less (Q1, R26-47).

In TOML, beside the round it is for::

    [override]
    document = "Utlysing 2026, sak 2026/17"

    [[override.settings]]
    key = "strands.learning.checks.plan"
    value = "error"
    reason = "Søknadene lot seg ikke vurdere uten plan."

A check may only speak harder, a minimum only rise, a limit only fall. What the guidelines settle for both sides, such as
the use deadline or the reporting limit, is not the office's: an exception is made in the letter, case by case (R26-55).
"""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr, ValidationError

from domain.problems import Problem, problems
from domain.refusal import Refused
from domain.rulebook.values import LISTS, RuleValue, code_of, values
from domain.ruleset import CountOf, RuleSet, RuleSetError, Severity, Strand

#: Values that a higher one of is stricter, and those that a lower one of is. Of others, only a silence can be filled.
_UP: Final = ("checks", "minimum_members", "knowledge_environment_need", "leader_effect")
_DOWN: Final = ("participants_limit", "simple_form", "audit.threshold_kr")

#: Parts of a rule set that no round changes, silent or not.
_NOT_OF_A_ROUND: Final = frozenset(
    {"pots", "timers", "budget_item", "tightening", "national_kr", "report_questions"}
)

_SEVERITIES: Final = (Severity.OFF, Severity.HINT, Severity.WARNING, Severity.ERROR)


class Setting(BaseModel):
    """One value of an office's own.

    Args:
        key: Which one, as in ``saksgang rules show``.
        value: What it is to be.
        reason: Why, in words that every applicant may read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+){0,3}$", max_length=120)]
    value: StrictBool | StrictInt | StrictStr
    reason: Annotated[str, Field(min_length=3, max_length=500)]


class RoundOverride(BaseModel):
    """What one round asks for beside its rule set, and the office's document in which applicants can read it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    document: Annotated[str, Field(min_length=3, max_length=200)]
    settings: Annotated[tuple[Setting, ...], Field(min_length=1, max_length=100)]


def tighten(rules: RuleSet, override: RoundOverride) -> RuleSet:
    """Return *rules* with the settings of *override* in their places, each under the rule that lets an office set it.

    Raises:
        Refused: ``may_only_tighten`` for the first value that would be loosened, ``not_of_a_round`` for the first that
            is not the office's to set (where the guidelines leave a round nothing, every value), ``set_twice``.
        RuleSetError: A key is unknown, or a value is of the wrong kind.
    """
    given = {value.key: value for value in values(rules)}
    data = rules.model_dump()
    seen: set[str] = set()
    for setting in override.settings:
        if setting.key in seen:
            raise Refused("set_twice", rules.tightening.rule, key=setting.key, setting=code_of(setting.key))
        seen.add(setting.key)
        _check(setting, given.get(setting.key), rules)
        _put(data, setting, rules.tightening.rule, override.document)
    try:
        return RuleSet.model_validate(data)
    except ValidationError as error:
        raise RuleSetError(tuple(line.within("override") for line in problems(error))) from error


def may_set(key: str, value: RuleValue | None) -> bool:
    """Say whether an office may set *key* at all, where the rule set says *value* (None: it has no such minimum)."""
    if key.partition(".")[0] in _NOT_OF_A_ROUND or ".criteria" in key:
        return False
    return value is None or value.silent or _direction(key) != 0


def _check(setting: Setting, given: RuleValue | None, rules: RuleSet) -> None:
    _check_known(setting.key, given, rules)
    if not rules.tightening.value or not may_set(setting.key, given):
        rule = given.rule if given else rules.tightening.rule
        raise Refused("not_of_a_round", rule, key=setting.key, setting=code_of(setting.key))
    if given is None or given.value is None:
        return
    old, new = _rank(given.value), _rank(setting.value)
    if old is not None and new is not None and (new - old) * _direction(setting.key) < 0:
        raise Refused(
            "may_only_tighten",
            rules.tightening.rule,
            key=setting.key,
            setting=code_of(setting.key),
            in_force=_plain(given.value),
            asked=_plain(setting.value),
            value_rule=given.rule,
        )


def _check_known(key: str, given: RuleValue | None, rules: RuleSet) -> None:
    """Refuse a key that no value stands under; a further kind of minimum may be new."""
    if given is not None and key.rpartition(".")[2] not in LISTS:
        return
    of_strands = {f"strands.{strand}.minimum_members.{kind}" for strand in rules.strands for kind in CountOf}
    if key not in of_strands:
        raise RuleSetError((Problem(f"override: {key}", "unknown_key", "unknown key"),))


def _direction(key: str) -> int:
    """Return 1 where more is stricter, -1 where less is, 0 where the value is not the office's to change."""
    parts = key.split(".")
    if key in _DOWN or parts[-1] in _DOWN:
        return -1
    return 1 if set(parts).intersection(_UP) else 0


def _rank(value: object) -> int | None:
    """Return *value* as a number that grows with it, or None where it is of another kind than such values are."""
    if isinstance(value, int):
        return int(value)
    ranks: Iterator[int] = (rank for rank, severity in enumerate(_SEVERITIES) if severity.value == value)
    return next(ranks, None)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _put(data: dict[str, Any], setting: Setting, rule: str, document: str) -> None:
    """Write *setting* into *data*, a dumped rule set."""
    parts = setting.key.split(".")
    if "minimum_members" in parts:
        _put_minimum(data["strands"][Strand(parts[1])], CountOf(parts[-1]), setting, rule)
        return
    target = data
    for part in parts:
        target = target[part]
    target |= {"value": setting.value, "rule": rule, "quote": "", "note": f"{document}: {setting.reason}"}


def _put_minimum(strand: dict[str, Any], kind: CountOf, setting: Setting, rule: str) -> None:
    kept = [one for one in strand["minimum_members"] if one["count_of"] != kind]
    strand["minimum_members"] = [*kept, {"count_of": kind, "at_least": setting.value, "rule": rule}]
    strand["silent_lists"].pop("minimum_members", None)
