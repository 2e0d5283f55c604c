"""No refusal without a test: every code and rule that stands in the decisions is named by a test that saw it fire."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from domain.ruleset import _RULE

ROOT: Final = Path(__file__).parents[2]
DECIDING: Final = (
    *sorted((ROOT / "domain" / "decisions").glob("*.py")),
    *(ROOT / "domain" / f"{name}.py" for name in ("authority", "rounds", "mandates", "office_settings")),
)

#: Functions that raise a refusal whose code, and rule, they are given: the place of the code among their arguments.
CODE_AT: Final = {"Refused": 0, "refused": 0, "check_other_hand": 2, "_answered": 2}


def named(path: Path, functions: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    """Return each code that *path* names in a call of *functions*, with its rule where that is written out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions:
            found = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
            code, rule = [*found, None, None][CODE_AT[node.func.id] :][:2]
            if isinstance(code, str):
                yield code, rule if isinstance(rule, str) else None


def raised() -> set[tuple[str, str | None]]:
    functions = ("Refused", "check_other_hand", "_answered")
    return {pair for path in DECIDING for pair in named(path, functions)}


def seen() -> set[tuple[str, str | None]]:
    return {
        pair for path in (ROOT / "tests" / "domain").rglob("test_*.py") for pair in named(path, ("refused",))
    }


def test_every_refusal_is_seen_by_a_test_with_its_rule() -> None:
    codes, pairs = {code for code, _rule in seen()}, seen()

    unseen = {
        (code, rule)
        for code, rule in raised()
        if (code not in codes if rule is None else (code, rule) not in pairs)
    }

    assert sorted(unseen, key=str) == []


def test_every_refusal_names_a_rule_of_the_book() -> None:
    assert [pair for pair in raised() if pair[1] is not None and not _RULE.fullmatch(pair[1])] == []


def test_the_search_finds_what_it_is_meant_to_find() -> None:
    assert {
        ("frame_exceeded", None),
        ("attestor_is_orderer", "L-05"),
        ("need_not_assessed", None),
        ("approver_is_recommender", None),
    } <= raised()
