"""The run: every test is watched once, then each rule is changed in a process of its own and its tests are run on it."""

import hashlib
import inspect
import json
import os
import signal
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeVar

import pytest
from _pytest.runner import runtestprotocol
from rich.console import Console
from rich.progress import track

from deploy.generated import ROOT
from storage.rulesets import load_rows
from tests.rules.changes import Change
from tests.rules.code import PROGRAM, code_changes
from tests.rules.data import data_changes
from tests.rules.evidence import Evidence, load
from tests.rules.watching import Watch

T = TypeVar("T")

#: Tests that need no database and no engine.
PATHS: Final = ("tests/domain", "tests/letters")

#: Fixtures that start something; their tests cannot be run a thousand times.
_HEAVY: Final = frozenset({"postgres", "temporal_server"})

#: After so many seconds a change has made a test endless, and that is seen too.
_PATIENCE: Final = 60

#: What was found for each change so far, so that a run that is broken off goes on where it was.
JOURNAL: Final = ROOT / ".rules-coverage.jsonl"


def run(of: Collection[str] = ()) -> tuple[dict[str, Evidence], list[str]]:
    """Return the evidence of every row, and the tests that failed before any change.

    Args:
        of: Look at these rows alone, and leave the others as the last run found them.
    """
    plugin = _Plugin(of or load_rows().keys())
    options = ["-q", "-p", "no:cacheprovider", "--disable-warnings"]
    pytest.main([*options, *(str(ROOT / path) for path in PATHS)], plugins=[plugin])
    return load() | plugin.found, plugin.failed


def changes() -> dict[str, list[Change]]:
    """Return every change of every row that the program keeps, by row."""
    rows = load_rows()
    found: dict[str, list[Change]] = {rule: [] for rule in rows}
    for change in (*data_changes(), *code_changes(rows)):
        if change.rule in rows:
            found[change.rule].append(change)
    return found


class _Plugin:
    """The part of the run that pytest carries out in the place of its own."""

    def __init__(self, of: Collection[str]) -> None:
        self.of = of
        self.found: dict[str, Evidence] = {}
        self.failed: list[str] = []

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if _fits(item)]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        os.nice(10)
        watch = Watch(self.of)
        with watch.installed():
            self.failed = _watched(session.items, watch)
        if not self.failed:
            seen = _Seen(session.items, watch)
            self.found = {rule: seen.evidence_of(rule, them) for rule, them in _told(self.of)}
        return True


def _fits(item: pytest.Item) -> bool:
    """Say whether *item* gives the same answer each time, alone and at once."""
    if not isinstance(item, pytest.Function) or item.cls is not None:
        return False
    function = item.obj
    chance = getattr(function, "is_hypothesis_test", False)
    return not (chance or inspect.iscoroutinefunction(function) or _HEAVY.intersection(item.fixturenames))


def _watched(items: Sequence[pytest.Item], watch: Watch) -> list[str]:
    """Run every test once under *watch* and return those that failed."""
    failed = []
    for item, after in _bar(list(zip(items, [*items[1:], None], strict=True)), "Watching the tests"):
        watch.begin(item.nodeid)
        reports = runtestprotocol(item, log=False, nextitem=after)
        watch.end()
        if any(report.failed for report in reports):
            failed.append(item.nodeid)
    return failed


def _told(of: Collection[str]) -> Iterator[tuple[str, list[Change]]]:
    """Give each row of *of* with its changes, under a bar that counts the changes."""
    every = [(rule, them) for rule, them in changes().items() if rule in of]
    yield from _bar(every, "Changing the rules")


class _Seen:
    """What the watched tests saw, and what they see of a change."""

    def __init__(self, items: Sequence[pytest.Item], watch: Watch) -> None:
        self._items = {item.nodeid: item for item in items}
        self._fired, self._silent = watch.fired(), watch.silent()
        # The test that sees the fewest rules says the most about each of them.
        self._narrow = {test: (len(seen.fired), len(seen.read), test) for test, seen in watch.tests.items()}
        self._before = load()
        self._journal = _Journal()

    def evidence_of(self, rule: str, them: Sequence[Change]) -> Evidence:
        """Change *rule* in each way, and return what is known of it then."""
        before = self._before.get(rule, Evidence())
        fires = sorted(self._fired.get(rule, ()), key=self._narrow.__getitem__)
        silent = sorted(self._silent.get(rule, ()), key=self._narrow.__getitem__)
        seen: dict[str, str | None] = {}
        for change in them:
            # Who saw it the last time is likely to see it again.
            last = [test for test in (before.changes.get(change.name),) if test in self._items]
            order = dict.fromkeys([*last, *fires, *silent])
            seen[change.name] = self._journal.ask(rule, change, [self._items[test] for test in order])
        return Evidence(fires=_kept(before.fires, fires), silent=_kept(before.silent, silent), changes=seen)


def _kept(before: str | None, found: list[str]) -> str | None:
    """Return the test that was named before, while it still holds, so that only what is new looks new."""
    return before if before in found else next(iter(found), None)


def _try(change: Change, items: Sequence[pytest.Item]) -> str | None:
    """Make *change* in a process of its own and return the first of *items* that fails there."""
    if not items:
        return None
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            _fail_on(change, items, writing)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read().splitlines()
    os.waitpid(child, 0)
    # A child that was ended by its alarm has told what it had begun.
    return told[-1] if told and told[-1] else None


def _fail_on(change: Change, items: Sequence[pytest.Item], writing: int) -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    change.make()
    for item, after in zip(items, [*items[1:], None], strict=True):
        os.write(writing, f"{item.nodeid}\n".encode())
        signal.alarm(_PATIENCE)
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
            return
    os.write(writing, b"\n")


class _Journal:
    """What was found for each change, as long as neither the program nor a test has changed."""

    def __init__(self) -> None:
        self._digest = _digest()
        self._known: dict[str, str | None] = {}
        lines = JOURNAL.read_text("utf-8").splitlines() if JOURNAL.exists() else []
        if lines and lines[0] == self._digest:
            for line in lines[1:]:
                self._known |= json.loads(line)
        else:
            JOURNAL.write_text(f"{self._digest}\n", "utf-8")

    def ask(self, rule: str, change: Change, items: Sequence[pytest.Item]) -> str | None:
        """Return the first of *items* that fails on *change*; tried only when it is not known yet."""
        name = f"{rule} {change.name}"
        if name not in self._known:
            self._known[name] = _try(change, items)
            with JOURNAL.open("a", encoding="utf-8") as file:
                file.write(json.dumps({name: self._known[name]}) + "\n")
        return self._known[name]


def _digest() -> str:
    found = hashlib.sha256()
    for folder in (*PROGRAM, "tests", "locales"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".toml", ".csv", ".ftl", ".json"} and path.name != "evidence.json":
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _bar(things: Sequence[T], words: str) -> Iterable[T]:
    return track(things, words, console=Console(stderr=True), update_period=1)
