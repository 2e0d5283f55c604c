"""What the tests of the catalogues share: the codes the program can say, and the variables a text asks for."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from domain import outgoing
from letters import bundles
from letters.formats import Language

ROOT = Path(__file__).parents[2]

#: The rooms that refuse.
ROOMS = ("domain", "storage", "activities")


@cache
def nodes(room: str) -> tuple[ast.AST, ...]:
    """Return all that is written in *room*."""
    trees = (ast.parse(path.read_text()) for path in sorted((ROOT / room).rglob("*.py")))
    return tuple(node for tree in trees for node in ast.walk(tree))


def calls(room: str) -> Iterator[ast.Call]:
    return (node for node in nodes(room) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def refusals() -> dict[str, list[frozenset[str]]]:
    """Return the parameters of every place that refuses, by code."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    positions = dict(_passers_on())
    for room in ROOMS:
        for call in calls(room):
            position = 0 if name_of(call) == "Refused" else positions.get(name_of(call))
            if position is None or not call.args:
                continue
            code = call.args[position]
            if isinstance(code, ast.Constant):
                names = {word.arg for word in call.keywords if word.arg} if position == 0 else set()
                found[str(code.value)].append(frozenset(names))
    return found


def _passers_on() -> Iterator[tuple[str, int]]:
    """Find the functions that refuse with a code they are given, and where among their arguments it stands."""
    for room in ROOMS:
        for node in nodes(room):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names = [argument.arg for argument in node.args.args]
                if "code" in names and any(_refuses_with_code(inner) for inner in ast.walk(node)):
                    yield node.name, names.index("code")


def _refuses_with_code(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and name_of(node) == "Refused"
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id == "code"
    )


def letters() -> dict[str, set[str]]:
    """Return the parameters that each letter is sent with, by its key."""
    found: dict[str, set[str]] = {}
    tree = ast.parse((ROOT / "domain" / "outgoing.py").read_text())
    for call in (
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) == "_message"
    ):
        words = {word.arg for word in call.keywords if word.arg}
        for key in _letter_keys(call.args[0]):
            found[key] = found[key] & words if key in found else words
    return found | _round_letters() | _web_letters()


def _web_letters() -> dict[str, set[str]]:
    """Return what the web sends: each letter, and the parameters of its payload."""
    modules = (("applying", "reminding.py"), ("own", "inviting.py"))
    return dict(_sent_by(ROOT.joinpath("web", *module)) for module in modules)


def _sent_by(module: Path) -> tuple[str, set[str]]:
    tree = ast.parse(module.read_text())
    said = {
        key.value: value
        for table in ast.walk(tree)
        if isinstance(table, ast.Dict)
        for key, value in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant)
    }
    letter, params = said["letter"], said["params"]
    assert isinstance(letter, ast.Constant)
    assert isinstance(params, ast.Dict)
    return str(letter.value), {str(key.value) for key in params.keys if isinstance(key, ast.Constant)}


def _round_letters() -> dict[str, set[str]]:
    """Return what a round sends: the letters in the table by event, and the parameters of their one payload."""
    tree = ast.parse((ROOT / "domain" / "rounds.py").read_text())
    [sends] = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "round_outgoing"
    ]
    tables = [node for node in ast.walk(sends) if isinstance(node, ast.Dict)]
    keys = {str(value.value) for value in tables[0].values if isinstance(value, ast.Constant)}
    [params] = [
        value
        for table in tables
        for key, value in zip(table.keys, table.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "params" and isinstance(value, ast.Dict)
    ]
    return {
        letter: {str(key.value) for key in params.keys if isinstance(key, ast.Constant)} for letter in keys
    }


def _letter_keys(letter: ast.expr) -> set[str]:
    if isinstance(letter, ast.Subscript):
        return set(outgoing._REMINDERS.values())
    branches = [letter.body, letter.orelse] if isinstance(letter, ast.IfExp) else [letter]
    return {str(branch.value) for branch in branches if isinstance(branch, ast.Constant)}


def entries(language: Language) -> dict[str, ftl.Pattern]:
    """Return every text of *language* by its full key, attributes included."""
    found: dict[str, ftl.Pattern] = {}
    for resource in bundles.resources(language).values():
        for entry in resource.body:
            if isinstance(entry, ftl.Message):
                if entry.value is not None:
                    found[entry.id.name] = entry.value
                found |= {f"{entry.id.name}.{one.id.name}": one.value for one in entry.attributes}
    return found


def variables(language: Language, pattern: ftl.Pattern) -> set[str]:
    """Return what *pattern* asks for, also through the texts it quotes."""
    collector = _Collector()
    collector.visit(pattern)
    quoted = (variables(language, entries(language)[key]) for key in collector.quoted)
    return collector.names.union(*quoted)


class _Collector(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.quoted: set[str] = set()

    def visit_VariableReference(  # noqa: N802 - the library calls it so
        self, node: ftl.VariableReference
    ) -> None:
        self.names.add(node.id.name)

    def visit_MessageReference(  # noqa: N802 - the library calls it so
        self, node: ftl.MessageReference
    ) -> None:
        self.quoted.add(node.id.name)
