"""docs/edge-cases.md: what is done in each case the sources leave open, and the tests that bear its number.

The words are written by hand; the column of tests is made from the marks ``@pytest.mark.edge("E12")`` on them, so that no
number stands there without a test, and no test under a number that it does not bear.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

#: Every number there must be, in the order of the document: settled readings, contradictions, open cases.
NUMBERS: Final = tuple(
    f"{letter}{number}" for letter, last in (("Q", 12), ("C", 16), ("E", 47)) for number in range(1, last + 1)
)

_ROW: Final = re.compile(r"^\| (?P<number>[QCE]\d+) \| (?P<words>.+?) \|(?:.*\|)?$")
_NOT_YET: Final = "*Not yet:*"
_SKIPPED: Final = frozenset({"skip", "skipif", "xfail"})


class EdgeCaseError(Exception):
    """The document and the marks on the tests do not agree."""


def edge_cases(document: str, tests: Mapping[str, list[str]]) -> str:
    """Return *document* with the tests of each number in the last column of its row.

    Args:
        document: The Markdown text: one row ``| E12 | words | tests |`` for each number.
        tests: The tests that bear each number, as links.

    Raises:
        EdgeCaseError: A number is missing, stands elsewhere than in its place, or has no test; or a mark is no number.
    """
    lines = [_with_tests(line, tests) for line in document.splitlines()]
    found = tuple(row["number"] for line in lines if (row := _ROW.match(line)))
    if found != NUMBERS:
        wrong = sorted(set(NUMBERS) ^ set(found)) or ["their order"]
        raise EdgeCaseError(f"docs/edge-cases.md: look at {', '.join(wrong)}")
    kept = {
        row["number"] for line in lines if (row := _ROW.match(line)) and not row["words"].startswith(_NOT_YET)
    }
    untested, unknown = sorted(kept - set(tests)), sorted(set(tests) - kept)
    if untested or unknown:
        raise EdgeCaseError(
            f"docs/edge-cases.md: no test bears {untested}; tests bear what is not kept: {unknown}"
        )
    return "\n".join(lines) + "\n"


def marked_tests(root: Path) -> dict[str, list[str]]:
    """Return a link to each test under *root* by the numbers it is marked with, in the order of files and lines."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((root / "tests").rglob("test_*.py")):
        text = path.read_text("utf-8")
        if "mark.edge" not in text:
            continue
        for name, numbers in _marked(ast.parse(text)):
            for number in numbers:
                found[number].append(_link(path.relative_to(root), name))
    return dict(found)


def _marked(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            marks = [mark for decorator in node.decorator_list if (mark := _mark(decorator)) is not None]
            # What is skipped, or expected to fail, shows nothing.
            if not _SKIPPED.intersection(name for name, _ in marks):
                yield node.name, [number for name, given in marks if name == "edge" for number in given]


def _mark(decorator: ast.expr) -> tuple[str, list[str]] | None:
    """Return the name and the arguments of ``pytest.mark.NAME(...)``; None for any other decorator."""
    call = decorator if isinstance(decorator, ast.Call) else None
    function = call.func if call else decorator
    if not isinstance(function, ast.Attribute) or ast.unparse(function.value) != "pytest.mark":
        return None
    arguments = call.args if call else []
    return function.attr, [str(one.value) for one in arguments if isinstance(one, ast.Constant)]


def _link(path: Path, name: str) -> str:
    return f"[{name.removeprefix('test_').replace('_', ' ')}](../{path.as_posix()})"


def _with_tests(line: str, tests: Mapping[str, list[str]]) -> str:
    row = _ROW.match(line)
    if row is None:
        return line
    return f"| {row['number']} | {row['words']} | {'<br>'.join(tests.get(row['number'], []))} |"
