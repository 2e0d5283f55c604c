"""The rules that are code: every row's key that stands in the program, with the guard before it set to never and to always.

A key counts where it is a text of its own in a function or a table; in a comment or a docstring it is none. In a function
the nearest guard is changed: the ``if`` around the key, or the early way out before it. In a table what stands beside the
key is changed.
"""

import ast
import functools
import importlib
import inspect
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final, TypeAlias

from deploy.generated import ROOT
from tests.rules.changes import Change, others

#: Where the program is; the demonstration and the tests keep no rule.
PROGRAM: Final = ("activities", "domain", "letters", "storage", "workflows")

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_Comprehension: TypeAlias = ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp
_COMPREHENSIONS: Final = (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
_WAYS_OUT: Final = (ast.Return, ast.Raise, ast.Continue, ast.Break)
NO_RULE: Final = "Z99-99"


@dataclass(frozen=True, slots=True)
class Kept:
    """One place of the program where a row's key stands.

    Args:
        rule: The key.
        path: The file, under the repository's root.
        name: The function (``Class.method``), or the table.
        index: The number of the key among the nodes of the file.
    """

    rule: str
    path: str
    name: str
    index: int

    @property
    def place(self) -> str:
        """How it is shown."""
        return f"{self.path} {self.name}"

    @property
    def module(self) -> str:
        """Its module's name."""
        return self.path.removesuffix(".py").replace("/", ".")


def kept_in_code(rules: Collection[str]) -> list[Kept]:
    """Return every place of the program where one of *rules* stands."""
    files = (path for folder in PROGRAM for path in sorted((ROOT / folder).rglob("*.py")))
    return [kept for path in files for kept in kept_in(path.read_text("utf-8"), _relative(path), rules)]


def kept_in(source: str, path: str, rules: Collection[str]) -> Iterator[Kept]:
    """Give every place in *source* where one of *rules* stands."""
    if not any(rule in source for rule in rules):
        return
    tree = ast.parse(source)
    above = _parents(tree)
    for index, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in rules:
            yield Kept(node.value, path, _name(node, above), index)


def code_changes(rules: Collection[str]) -> Iterator[Change]:
    """Give every change of every place where the program itself keeps one of *rules*, once."""
    seen: set[tuple[str, str]] = set()
    for kept in kept_in_code(rules):
        for change in _of_table(kept) if _in_table(kept) else _of_function(kept):
            if (change.rule, change.name) not in seen:
                seen.add((change.rule, change.name))
                yield change


# --- in a function -------------------------------------------------------------------------------------------------


def _of_function(kept: Kept) -> Iterator[Change]:
    for way in (False, True):
        tree, node = _found(kept)
        words = _turn(node, _parents(tree), way=way)
        make = functools.partial(_run_instead, kept, ast.fix_missing_locations(tree))
        yield Change(rule=kept.rule, place=kept.place, words=words, make=make)


def _run_instead(kept: Kept, tree: ast.Module) -> None:
    live = live_function(kept)
    live.__code__ = _code_of(tree, kept, live.__code__)


def _turn(node: ast.AST, above: dict[ast.AST, ast.AST], *, way: bool) -> str:
    """Let the nearest guard of *node* always be *way*, in place, and say what was done."""
    statement = node
    while not isinstance(statement, _Function):
        parent = above[statement]
        if isinstance(parent, ast.IfExp) and statement is not parent.test:
            return _set(parent, way=way)
        if isinstance(parent, _COMPREHENSIONS) and (words := _set_first(parent, way=way)):
            return words
        if isinstance(statement, ast.stmt):
            for earlier in reversed(_before(statement, parent)):
                if isinstance(earlier, ast.If) and isinstance(earlier.body[-1], _WAYS_OUT):
                    return _set(earlier, way=way)
            if isinstance(parent, ast.If):
                return _set(parent, way=way)
            if isinstance(parent, ast.For):
                words = f"nothing in ({ast.unparse(parent.iter)})"
                parent.iter = ast.copy_location(ast.Tuple(elts=[], ctx=ast.Load()), parent.iter)
                return words
        statement = parent
    return _unguarded(node, above)


def _set(guarded: ast.If | ast.IfExp, *, way: bool) -> str:
    words = f"{'always' if way else 'never'} ({ast.unparse(guarded.test)})"
    guarded.test = ast.copy_location(ast.Constant(value=way), guarded.test)
    return words


def _set_first(parent: _Comprehension, *, way: bool) -> str | None:
    """Let the first condition of a comprehension always be *way*, where it has any."""
    for part in parent.generators:
        if part.ifs:
            words = f"{'always' if way else 'never'} ({ast.unparse(part.ifs[0])})"
            part.ifs[0] = ast.copy_location(ast.Constant(value=way), part.ifs[0])
            return words
    return None


def _unguarded(node: ast.AST, above: dict[ast.AST, ast.AST]) -> str:
    """Leave out the call that the key is given to, or, where something is made of it, let another key come out."""
    statement = node
    while not isinstance(statement, ast.stmt):
        statement = above[statement]
    words = ast.unparse(statement)
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        statement.value = ast.copy_location(ast.Constant(value=None), statement.value)
        return f"without {words}"
    assert isinstance(node, ast.Constant)
    node.value = NO_RULE
    return f"another rule in {words}"


def _before(statement: ast.stmt, parent: ast.AST) -> list[ast.stmt]:
    """Return what stands before *statement* in its block."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(parent, name, None)
        if isinstance(block, list) and any(one is statement for one in block):
            return block[: next(index for index, one in enumerate(block) if one is statement)]
    return []


def _code_of(tree: ast.Module, kept: Kept, like: CodeType) -> CodeType:
    """Return the changed code of the function, found in the compiled module by its name and line."""
    waiting = [compile(tree, like.co_filename, "exec", dont_inherit=True)]
    while waiting:
        code = waiting.pop()
        if (code.co_qualname, code.co_firstlineno) == (like.co_qualname, like.co_firstlineno):
            return code
        waiting += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
    msg = f"{kept.place}: its code is not found"
    raise LookupError(msg)


def live_function(kept: Kept) -> FunctionType:
    """Return the function of *kept* as it runs in this process."""
    found: Any = importlib.import_module(kept.module)
    for name in kept.name.split("."):
        found = vars(found)[name] if isinstance(found, type) else getattr(found, name)
    found = getattr(found, "fget", found)
    live = inspect.unwrap(getattr(found, "__func__", found))
    assert isinstance(live, FunctionType), kept.place
    return live


# --- in a table ----------------------------------------------------------------------------------------------------


def _in_table(kept: Kept) -> bool:
    return kept.name.isupper()


def _of_table(kept: Kept) -> Iterator[Change]:
    module = importlib.import_module(kept.module)
    table = getattr(module, kept.name)
    if isinstance(table, str):
        change = functools.partial(setattr, module, kept.name, NO_RULE)
        yield Change(rule=kept.rule, place=kept.place, words="another rule", make=change)
        return
    for key, entry in table.items():
        if isinstance(entry, tuple) and kept.rule in entry:
            beside = next(index for index, value in enumerate(entry) if value != kept.rule)
            other = others(entry[beside])[0]
            changed = (*entry[:beside], other, *entry[beside + 1 :])
            yield Change(
                rule=kept.rule,
                place=f"{kept.place}[{_said(key)}]",
                words=f"{_said(entry[beside])} -> others",
                make=functools.partial(table.__setitem__, key, changed),
            )


def _said(value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(_said(one) for one in value))
    return str(value.value) if isinstance(value, Enum) else str(value)


# --- where a node stands -------------------------------------------------------------------------------------------


def _found(kept: Kept) -> tuple[ast.Module, ast.AST]:
    """Return the file of *kept* read anew, and the node of the key in it."""
    tree = ast.parse((ROOT / kept.path).read_text("utf-8"))
    return tree, list(ast.walk(tree))[kept.index]


def _parents(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}


def _outermost(node: ast.AST, above: dict[ast.AST, ast.AST]) -> _Function | None:
    found = None
    while node in above:
        node = above[node]
        if isinstance(node, _Function):
            found = node
    return found


def _name(node: ast.AST, above: dict[ast.AST, ast.AST]) -> str:
    """Return the name of the outermost function around *node*, with its class, or of the table it stands in."""
    function = _outermost(node, above)
    if function is None:
        while not isinstance(above[node], ast.Module):
            node = above[node]
        assert isinstance(node, ast.Assign | ast.AnnAssign), ast.unparse(node)
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        return ast.unparse(target)
    outer = above[function]
    return f"{outer.name}.{function.name}" if isinstance(outer, ast.ClassDef) else function.name


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
