"""The rules that are data: every value of a rule set, and every duty of an office, with the changes it is put to."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from pydantic import BaseModel

from domain.officework.duties import FromYear, Matter, OfficeDuties
from domain.ruleset import (
    Criterion,
    Note,
    Pot,
    ProjectType,
    RuleSet,
    Severity,
    Silence,
    Step,
    Timer,
)
from storage.office_duties import load_duties
from storage.rulesets import load_incomplete_rule_sets, load_rule_sets
from tests.rules.changes import Change, others

#: Parts that only tell something, and ask for nothing.
TELLING: Final = (Note, Silence)

#: What of a part is no value.
_FOR_PEOPLE: Final = frozenset({"key", "rule", "quote", "note"})

_PERIOD: Final = re.compile(r"([+-]?)([0-9]+)(w?d|m)")
_MONTH_DAY: Final = re.compile(r"[0-9]{2}-[0-9]{2}")

#: What the office's duties of a matter are, beside the rule: the days and the rhythm.
_RHYTHM: Final = {
    Matter.MANDATE: "mandate",
    Matter.FOLLOW_UP: "follow_up",
    Matter.OUTREACH: "outreach",
    Matter.HELP: "help",
    Matter.HELP_BUFETAT: "help",
}


def roots() -> Iterator[tuple[str, BaseModel]]:
    """Give everything that holds rules as data, with the name it is shown under."""
    for found in (load_rule_sets(), load_incomplete_rule_sets()):
        yield from found.items()
    yield "duties", load_duties()


def parts_of(root: BaseModel) -> Iterator[tuple[str, BaseModel]]:
    """Give each part of *root* that bears a rule, with its path."""
    yield from _parts("", root)


def _parts(path: str, value: Any) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(value, BaseModel):
        if "rule" in type(value).model_fields:
            yield path, value
        for name in type(value).model_fields:
            yield from _parts(f"{path}.{name}".strip("."), getattr(value, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _parts(f"{path}.{key}", inner)
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _parts(f"{path}.{_name_of(inner, index)}", inner)


def _name_of(part: Any, index: int) -> str:
    if isinstance(part, Step):
        return f"{part.at}-{part.act}"
    for name in ("key", "count_of", "from_year"):
        if hasattr(part, name):
            return str(getattr(part, name))
    return str(index)


def data_places() -> Iterator[tuple[str, str]]:
    """Give each rule that stands in the data with its place, also where it only tells something."""
    seen: set[int] = set()
    for name, root in roots():
        for path, part in parts_of(root):
            if id(part) not in seen:
                seen.add(id(part))
                yield part.rule, f"{name} {path}"  # type: ignore[attr-defined]


def data_changes() -> Iterator[Change]:
    """Give every change of every value, once: what two rule sets share is one value."""
    seen: set[int] = set()
    for name, root in roots():
        for path, part in parts_of(root):
            if id(part) not in seen and not isinstance(part, TELLING):
                seen.add(id(part))
                yield from _changes(f"{name} {path}", part, root)


def _changes(place: str, part: Any, root: BaseModel) -> Iterator[Change]:
    if isinstance(part, FromYear):
        assert isinstance(root, OfficeDuties)
        yield from _of_duty(place, part, root)
        return
    if isinstance(part, Criterion):
        assert isinstance(root, RuleSet)
        yield Change(rule=part.rule, place=place, words="not asked", make=_not_asked(root, part))
        return
    for field in _fields(part):
        for other in _others(field, getattr(part, field)):
            yield _put(part.rule, place, part, field, other)


def _fields(part: Any) -> tuple[str, ...]:
    """Name what makes up the value of *part*."""
    if isinstance(part, Pot):
        return ("earmarked", "project_type")
    if isinstance(part, Timer):
        return ("period",) if part.period is not None else ("steps",)
    return tuple(name for name in type(part).model_fields if name not in _FOR_PEOPLE)


def _others(field: str, value: Any) -> list[Any]:
    if field == "project_type":
        return [ProjectType.SELF_INITIATED if value is ProjectType.FOSTER_HOME else ProjectType.FOSTER_HOME]
    if isinstance(value, Severity):
        return _severities(value)
    if isinstance(value, date):
        return [value - timedelta(days=1), value + timedelta(days=1)]
    if isinstance(value, tuple):
        # A ladder whose deadline is set elsewhere is its rungs; without the last it ends too early.
        return [value[:-1]]
    return [_later(value)] if _is_time(value) else others(value)


def _severities(value: Severity) -> list[Severity]:
    """Say another thing, and say nothing."""
    if value is Severity.OFF:
        return [Severity.ERROR]
    return [Severity.WARNING if value is Severity.ERROR else Severity.ERROR, Severity.OFF]


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and bool(_PERIOD.fullmatch(value) or _MONTH_DAY.fullmatch(value))


def _later(text: str) -> str:
    """Return a period, a rung or a day of the year that is a day (or a month) later."""
    if found := _PERIOD.fullmatch(text):
        days = int(f"{found[1]}{found[2]}") + 1
        sign = "+" if days > 0 and found[1] else "+" if text == "0d" else ""
        return f"{sign}{days}{found[3]}"
    return (date.fromisoformat(f"2025-{text}") + timedelta(days=1)).strftime("%m-%d")


def _put(rule: str, place: str, part: BaseModel, field: str, value: Any) -> Change:
    old = getattr(part, field)

    def make() -> None:
        # A frozen model guards its fields against mistakes, and this is meant.
        part.__dict__[field] = value

    return Change(rule=rule, place=place, words=f"{field} {_said(old)} -> {_said(value)}", make=make)


def _said(value: Any) -> str:
    return f"{len(value)} rungs" if isinstance(value, tuple) else str(value)


def _not_asked(root: RuleSet, criterion: Criterion) -> Callable[[], None]:
    def make() -> None:
        for strand in root.strands.values():
            strand.__dict__["criteria"] = tuple(one for one in strand.criteria if one is not criterion)

    return make


def _of_duty(place: str, part: FromYear, duties: OfficeDuties) -> Iterator[Change]:
    matter = next(matter for matter, rules in duties.rules.items() if any(one is part for one in rules))
    if len(duties.rules[matter]) > 1:
        yield Change(rule=part.rule, place=place, words="not a rule", make=_without(duties, matter, part))
    if matter in _RHYTHM:
        yield from _of_rhythm(part.rule, _RHYTHM[matter], duties)


def _without(duties: OfficeDuties, matter: Matter, part: FromYear) -> Callable[[], None]:
    def make() -> None:
        duties.rules[matter] = tuple(one for one in duties.rules[matter] if one is not part)

    return make


def _of_rhythm(rule: str, section: str, duties: OfficeDuties) -> Iterator[Change]:
    part = getattr(duties, section)
    for field in type(part).model_fields:
        value = getattr(part, field)
        for other in _others(field, value):
            yield _put(rule, f"duties {section}", part, field, other)
