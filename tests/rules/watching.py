"""Sees, while tests run, where a rule's key comes out, and where it was asked for and did not.

A key comes out when the program makes something that says it: a refusal, a finding, a task, a reason, a deadline, an event
of the trail. What a test makes itself, and what is read back from a stored trail, says nothing.

A key is asked for when the program reads a value that bears it, or enters a function that keeps it, or one that reads such
a value and is given a rule set that has it. A rule that speaks of everything under its own rule set, as "everyone reports"
does, is asked for where such a function is given another one. Showing, comparing and writing rule sets asks for nothing.
"""

import dataclasses
import importlib
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any, Final

from pydantic import BaseModel

import domain
from deploy.generated import ROOT
from domain.decisions.context import Context
from domain.refusal import Refused
from domain.ruleset import RuleSet, StrandRules
from tests.rules.code import PROGRAM, Kept, kept_in_code, live_function
from tests.rules.data import data_places, parts_of, roots

#: Dataclasses that bear a rule and say nothing by themselves: lists of what the rules are, and what is kept of a case.
NOTHING_SAID: Final = frozenset(
    {"Row", "RuleValue", "Within", "ReportDuty", "AuditDuty", "ProjectDutyNoted", "ProjectDutyLapsed"}
)

#: Modules that read stored things back, and modules that show rules to people.
READING_BACK: Final = ("domain.codec", "domain.evolve", "domain.networks.evolving")
SHOWING: Final = tuple(f"domain.rulebook.{name}" for name in ("values", "writing", "comparing", "years"))

#: Modules through which others read the rules; the reader is who called them.
_THROUGH: Final = ("domain.ruleset", "domain.officework.duties", "dataclasses")
_INNER: Final = frozenset({"<genexpr>", "<listcomp>", "<dictcomp>", "<setcomp>", "<lambda>", "rule"})

#: What functions call the rules they are given.
_GIVEN: Final = frozenset({"ctx", "rules", "strand"})

#: What of a part of the rules is its value; its quote and its note are for people.
_VALUES: Final = frozenset(
    {"value", "rule", "at_least", "count_of", "earmarked", "project_type", "period", "steps", "at", "act"}
    | {"from_year", "last_day"}
)


@dataclass(slots=True)
class Seen:
    """What one test saw.

    Args:
        fired: Keys that came out.
        read: Keys whose values the program read.
        entered: Functions that were entered, each with the rule set (or strand) it was given.
    """

    fired: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    entered: set[tuple[CodeType, int]] = field(default_factory=set)


class Watch:
    """Watches every test of a run.

    Args:
        rules: The keys that are looked for.
    """

    def __init__(self, rules: Collection[str]) -> None:
        self.rules = rules
        self.tests: dict[str, Seen] = {}
        self._now = Seen()
        self._keepers: dict[CodeType, set[str]] = defaultdict(set)
        self._readers: dict[CodeType, set[str]] = defaultdict(set)
        self._given: dict[int, tuple[object, frozenset[str]]] = {0: (None, frozenset())}
        self._program = tuple(str(ROOT / folder) for folder in PROGRAM)
        self._of_duties = {rule for rule, place in data_places() if place.startswith("duties ")}
        for kept in kept_in_code(rules):
            for code in _codes_of(kept):
                self._keepers[code].add(kept.rule)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """See what the program makes and reads, as long as this lasts."""
        with ExitStack() as undone:
            for cls in speaking():
                undone.callback(setattr, cls, "__init__", cls.__init__)  # type: ignore[misc]
                _after_making(cls, self._said)
            for part in {type(part) for _, root in roots() for _, part in parts_of(root)}:
                undone.callback(delattr, part, "__getattribute__")
                _at_reading(part, self._was_read)
            yield

    def begin(self, test: str) -> None:
        """Note what happens from now on as seen by *test*."""
        self._now = self.tests[test] = Seen()
        sys.setprofile(self._profile)

    def end(self) -> None:
        """Stop noting."""
        sys.setprofile(None)
        self._now = Seen()

    def fired(self) -> Mapping[str, list[str]]:
        """Return the tests that saw each key come out."""
        return _by_key((test, key) for test, seen in self.tests.items() for key in seen.fired)

    def silent(self) -> Mapping[str, list[str]]:
        """Return the tests in which each key was asked for and never came out."""
        of_its_year = self._unsaid(self._asked)
        return {**self._unsaid(self._asked_in_any_year), **of_its_year}

    def _unsaid(self, asked: Callable[[Seen], set[str]]) -> Mapping[str, list[str]]:
        return _by_key((test, key) for test, seen in self.tests.items() for key in asked(seen) - seen.fired)

    def _asked(self, seen: Seen) -> set[str]:
        found = set(seen.read)
        for code, given in seen.entered:
            found |= self._keepers.get(code, set())
            of_rules = self._given[given][1]
            found |= {key for key in self._readers.get(code, ()) if key in of_rules or key in self._of_duties}
        return found & set(self.rules)

    def _asked_in_any_year(self, seen: Seen) -> set[str]:
        given = [self._readers.get(code, set()) for code, rules in seen.entered if rules]
        return set().union(*given) & set(self.rules)

    # --- what happens --------------------------------------------------------------------------------------------

    def _said(self, rule: str, frame: FrameType | None) -> None:
        module = _module(_caller(frame, ("dataclasses",), frozenset()))
        if rule in self.rules and module.startswith(PROGRAM) and not module.startswith(READING_BACK):
            self._now.fired.add(rule)

    def _was_read(self, part: Any, frame: FrameType | None) -> None:
        reader = _caller(frame, _THROUGH, _INNER)
        module = _module(reader)
        if reader is not None and module.startswith(PROGRAM) and not module.startswith(SHOWING):
            rule = part.__dict__["rule"]
            self._now.read.add(rule)
            self._readers[reader.f_code].add(rule)

    def _profile(self, frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(self._program):
            self._now.entered.add((code, self._rules_given(frame)))

    def _rules_given(self, frame: FrameType) -> int:
        """Return the number of the rule set, or of the strand's rules, that a function is given; 0 without one."""
        code = frame.f_code
        for name in _GIVEN.intersection(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]):
            given = frame.f_locals[name]
            rules = given.rules if isinstance(given, Context) else given
            if isinstance(rules, RuleSet | StrandRules):
                if id(rules) not in self._given:
                    keys = frozenset(part.rule for _, part in parts_of(rules))  # type: ignore[attr-defined]
                    self._given[id(rules)] = (rules, keys)
                return id(rules)
        return 0


def speaking() -> list[type]:
    """Return every class of the domain whose things say a rule to somebody."""
    found: list[type] = [Refused]
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        for cls in vars(importlib.import_module(module.name)).values():
            if isinstance(cls, type) and cls.__module__ == module.name and dataclasses.is_dataclass(cls):
                names = {one.name for one in dataclasses.fields(cls)}
                if "rule" in names and cls.__name__ not in NOTHING_SAID:
                    found.append(cls)
    return found


def _after_making(cls: type, then: Callable[[str, FrameType | None], None]) -> None:
    made = cls.__init__  # type: ignore[misc]

    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        made(self, *args, **kwargs)
        then(self.rule, sys._getframe(1))

    cls.__init__ = init  # type: ignore[misc]


def _at_reading(cls: type[BaseModel], then: Callable[[Any, FrameType | None], None]) -> None:
    def getattribute(self: Any, name: str) -> Any:
        if name in _VALUES:
            then(self, sys._getframe(1))
        return object.__getattribute__(self, name)

    cls.__getattribute__ = getattribute  # type: ignore[method-assign]


def _caller(frame: FrameType | None, through: tuple[str, ...], inner: Collection[str]) -> FrameType | None:
    """Return the first frame that is neither of the modules *through* nor a function called one of *inner*."""
    while frame is not None and (_module(frame).startswith(through) or frame.f_code.co_name in inner):
        frame = frame.f_back
    return frame


def _module(frame: FrameType | None) -> str:
    return "" if frame is None else str(frame.f_globals.get("__name__", ""))


def _codes_of(kept: Kept) -> Iterator[CodeType]:
    """Give the code that keeps a key: the function it stands in, or those that use the table it stands in."""
    module = importlib.import_module(kept.module)
    if callable(getattr(module, kept.name.partition(".")[0])):
        yield live_function(kept).__code__
        return
    for found in vars(module).values():
        code = getattr(found, "__code__", None)
        if isinstance(code, CodeType) and kept.name in code.co_names:
            yield code


def _by_key(pairs: Iterator[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for test, key in pairs:
        found[key].append(test)
    return found
