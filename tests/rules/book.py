"""``docs/rules.md``: every row with its kind, its place and its proof; and whether it still says what the program is."""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from deploy.generated import ROOT
from domain.rulebook.rows import SOURCES, Row
from storage.rulesets import load_rows
from tests.rules.code import kept_in_code
from tests.rules.data import data_places
from tests.rules.evidence import Evidence
from tests.rules.running import changes

DOCUMENT: Final = ROOT / "docs" / "rules.md"
ELSEWHERE: Final = Path(__file__).with_name("elsewhere.toml")

#: What a row can be to the program.
PROVEN, ELSEWHERE_KEPT, TOLD, OPEN = "proven", "elsewhere", "told", "open"

_INTRO: Final = """# Every rule, where it is kept, and what proves it

The 194 rows of the five sources (`domain/rulebook/rows.csv`; the words are the sources' own, `saksgang rules show` prints them).
Made by `make rules-coverage`, which watches the tests while they run and then changes each rule to see that a test fails;
`python -m tests.rules --check` says whether it is still true. How: [tests/rules](../tests/rules/README.md).

A row is **proven** when, at run time, a test saw its key come out (in a refusal, a finding, a task, a deadline, a reason or an
event), another test asked for it and it did not come out, and each deliberate change of the rule makes a test fail that saw
the key: a limit one krone or one person up or down, a date a day off, a check harder or off, a guard that never or always
bites. **elsewhere**: a letter's text or a web page keeps it; why is said below. **told**: the row informs, and nothing is asked.

Places: a rule set's value (`2026-bufdir reporting.threshold_kr`), an office's duty (`duties …`), or a function. Tests: without
`tests/`.
"""


@cache
def elsewhere() -> Mapping[str, Mapping[str, str]]:
    """Return the rows that letters and web pages keep, each with ``where`` and ``why``."""
    return tomllib.loads(ELSEWHERE.read_text("utf-8"))


def asks(row: Row) -> bool:
    """Say whether *row* asks for something, beyond the words of a letter."""
    return row.kind not in {"info", "letter text"}


def standing(row: Row, found: Evidence) -> str:
    """Return what *row* is to the program."""
    if found.proven:
        return PROVEN
    if row.kind == "info":
        return TOLD
    return ELSEWHERE_KEPT if row.rule in elsewhere() else OPEN


def rendered(evidence: Mapping[str, Evidence]) -> str:
    """Return the text of ``docs/rules.md``."""
    return "\n".join(_lines(load_rows(), evidence)) + "\n"


def _lines(rows: Mapping[str, Row], evidence: Mapping[str, Evidence]) -> Iterator[str]:
    places = _places()
    yield _INTRO
    yield from _sums(rows, evidence)
    for key, source in SOURCES.items():
        yield f"\n## {source.year}: {source.title} ({source.issuer})\n"
        yield "| Rule | Kind | Meaning | | Kept in | Fires in | Silent in | Changes seen |"
        yield "|---|---|---|---|---|---|---|---|"
        for row in rows.values():
            if row.rule.startswith(key):
                yield _line(row, places.get(row.rule, []), evidence.get(row.rule, Evidence()))
    yield "\n## Kept by letters and web pages\n"
    yield "| Rule | Must | Where it will be kept | Why not here |\n|---|---|---|---|"
    for rule, said in elsewhere().items():
        yield f"| {rule} | {_cell(rows[rule].must)} | {said['where']} | {said['why']} |"


def _sums(rows: Mapping[str, Row], evidence: Mapping[str, Evidence]) -> Iterator[str]:
    yield f"| Kind | Rows | {PROVEN} | {ELSEWHERE_KEPT} | {TOLD} | {OPEN} |\n|---|--:|--:|--:|--:|--:|"
    kinds = sorted({row.kind for row in rows.values()})
    for kind in [*kinds, None]:
        found = [
            standing(row, evidence.get(row.rule, Evidence()))
            for row in rows.values()
            if kind in (None, row.kind)
        ]
        counts = " | ".join(str(found.count(one)) for one in (PROVEN, ELSEWHERE_KEPT, TOLD, OPEN))
        yield f"| {kind or '**all**'} | {len(found)} | {counts} |"


def _line(row: Row, places: list[str], found: Evidence) -> str:
    seen = len(found.changes) - len(found.survived)
    cells = (
        row.rule,
        row.kind,
        _cell(row.meaning),
        _standing_words(row, found),
        "<br>".join(f"`{place}`" for place in places),
        _test(found.fires),
        _test(found.silent),
        f"{seen} of {len(found.changes)}" if found.changes else "",
    )
    return f"| {' | '.join(cells)} |"


def _standing_words(row: Row, found: Evidence) -> str:
    stands = standing(row, found)
    return f"**{stands}**" if stands == OPEN else stands


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _test(name: str | None) -> str:
    return f"`{name.removeprefix('tests/')}`".replace("|", "\\|") if name else ""


def _places() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for rule, place in (*data_places(), *((kept.rule, kept.place) for kept in kept_in_code(load_rows()))):
        if place not in found.setdefault(rule, []):
            found[rule].append(place)
    return found


# --- whether it is still true --------------------------------------------------------------------------------------


def problems(evidence: Mapping[str, Evidence]) -> list[str]:
    """Return what is not, or no longer, as the evidence and the page say; a line each."""
    rows = load_rows()
    found = [
        *_of_rows(rows, evidence),
        *_of_changes(evidence),
        *_of_tests(evidence),
        *_of_elsewhere(rows, evidence),
    ]
    if not DOCUMENT.exists() or DOCUMENT.read_text("utf-8") != rendered(evidence):
        found.append("docs/rules.md is not what the evidence and the program make it")
    return found


def _of_rows(rows: Mapping[str, Row], evidence: Mapping[str, Evidence]) -> Iterator[str]:
    yield from (f"{rule}: no run has looked at it" for rule in rows if rule not in evidence)
    yield from (f"{rule}: is no row" for rule in evidence if rule not in rows)
    for rule, row in rows.items():
        if standing(row, evidence.get(rule, Evidence())) == OPEN:
            yield f"{rule} ({row.kind}): {'; '.join(lacking(evidence.get(rule, Evidence())))}"


def lacking(found: Evidence) -> list[str]:
    """Return what keeps a row from being proven."""
    if not found.changes:
        return ["nothing in the program keeps it, or nothing of it can be changed"]
    return [
        *([] if found.fires else ["no test saw it come out"]),
        *([] if found.silent else ["no test asked for it without its coming out"]),
        *(f"no test fails on: {name}" for name in found.survived),
    ]


def _of_changes(evidence: Mapping[str, Evidence]) -> Iterator[str]:
    """Compare the guards and values that stand in the program with those that the evidence was made from."""
    for rule, them in changes().items():
        now, then = {change.name for change in them}, set(evidence.get(rule, Evidence()).changes)
        yield from (f"{rule}: not looked at yet: {name}" for name in sorted(now - then))
        yield from (f"{rule}: no longer there: {name}" for name in sorted(then - now))


def _of_tests(evidence: Mapping[str, Evidence]) -> Iterator[str]:
    for rule, found in evidence.items():
        for test in sorted(found.tests):
            path, _, name = test.partition("::")
            if name.partition("[")[0] not in _tests_in(path):
                yield f"{rule}: there is no test {test}"


@cache
def _tests_in(path: str) -> frozenset[str]:
    if not (ROOT / path).is_file():
        return frozenset()
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def _of_elsewhere(rows: Mapping[str, Row], evidence: Mapping[str, Evidence]) -> Iterable[str]:
    for rule in elsewhere():
        if rule not in rows or asks(rows[rule]):
            yield f"{rule}: only the words of a letter may be kept elsewhere"
        elif evidence.get(rule, Evidence()).proven:
            yield f"{rule}: is proven here, and needs no line in elsewhere.toml"
