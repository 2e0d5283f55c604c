"""Keys are found where they stand in the program, and the guard before them is the one that is changed."""

import ast

import pytest

from storage.rulesets import load_rows
from tests.rules.code import _parents, _turn, code_changes, kept_in, kept_in_code, live_function

SOURCE = '''
"""R26-52 in a docstring is none."""
TABLE = {"grant": (1, "R26-51")}


class Thing:
    @property
    def inner(self):
        return "R26-52"  # R26-53 in a comment is none


def function(a, b):
    """R26-54."""
    if a:
        return None
    for one in b:
        if one > 3:
            yield Refused("code", "R26-55")
    raise Refused("code", "R26-56")
'''
ROWS = {f"R26-{number}" for number in range(50, 60)}


def test_a_key_counts_in_a_function_and_in_a_table_and_not_in_words() -> None:
    found = {(kept.rule, kept.name) for kept in kept_in(SOURCE, "domain/some.py", ROWS)}

    assert found == {
        ("R26-51", "TABLE"),
        ("R26-52", "Thing.inner"),
        ("R26-55", "function"),
        ("R26-56", "function"),
    }


@pytest.mark.parametrize(
    ("body", "words", "changed"),
    [
        ("if a:\n  raise R('K')", "never (a)", "if False:\n    raise R('K')"),
        ("if a:\n  b\nelse:\n  raise R('K')", "never (a)", "if False:\n    b\nelse:\n    raise R('K')"),
        ("if a:\n  return 1\nb\nraise R('K')", "never (a)", "if False:\n    return 1\nb\nraise R('K')"),
        ("if a:\n  b\nraise R('K')", "another rule in raise R('K')", "if a:\n    b\nraise R('Z99-99')"),
        ("return 'K' if a else b", "never (a)", "return 'K' if False else b"),
        ("for x in a:\n  yield R('K')", "nothing in (a)", "for x in ():\n    yield R('K')"),
        ("return [R('K') for x in a if b if c]", "never (b)", "return [R('K') for x in a if False if c]"),
        ("need(a, 'K')\nb", "without need(a, 'K')", "None\nb"),
        (
            "if a:\n  if b:\n    c\n  raise R('K')",
            "never (a)",
            "if False:\n    if b:\n        c\n    raise R('K')",
        ),
    ],
)
def test_the_nearest_guard_is_changed(body: str, words: str, changed: str) -> None:
    tree = ast.parse("def f():\n" + "\n".join(f"  {line}" for line in body.splitlines()))
    key = next(node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value == "K")

    assert _turn(key, _parents(tree), way=False) == words
    assert isinstance(tree.body[0], ast.FunctionDef)
    assert "\n".join(ast.unparse(statement) for statement in tree.body[0].body) == changed


def test_every_place_in_the_program_has_its_changes_and_its_function() -> None:
    kept = kept_in_code(load_rows())
    places = {change.place.partition("[")[0] for change in code_changes(load_rows())}

    assert {one.place for one in kept} == places
    assert [one for one in kept if not one.name.isupper() and not callable(live_function(one))] == []
