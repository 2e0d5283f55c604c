"""A command's content from ``--set`` and ``--file``: typed as its model asks, and refused by the name of the field.

``--set terms.audit_last_day=2028-05-01`` reaches into a table, ``--set proposed_kr=400000`` gives an ``_ore`` field in
kroner, ``--set answers.purpose="Ja, treffer formålet"`` answers one criterion, and a list is given with commas.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel

from cli.errors import Phrase, UnusableError
from cli.reading import read_bytes, read_json
from cli.wall_clock import day
from domain.actors import Role
from domain.application import ApplicationError, parse_application
from domain.authority import MAY
from domain.bodies import read_body
from domain.commands import BODIES, Body, Supplement
from domain.money import ORE_PER_KRONE
from domain.problems import MistakeError, Problem, ProblemsError, shown

#: An application is sent by ``saksgang submit``; what only the house itself sends cannot be sent by hand.
_NOT_HERE: Final = frozenset(
    {"submit", *(kind for kind, (roles, _) in MAY.items() if roles == {Role.SYSTEM})}
)

COMMANDS: Final = tuple(sorted(BODIES.keys() - _NOT_HERE))

_KRONER: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]{1,2})?")
_GROUPS: Final = re.compile(r"(?<=[0-9])[ _\u00a0](?=[0-9]{3}(?![0-9]))")
_TRUTH: Final = {"true": True, "ja": True, "yes": True, "false": False, "nei": False, "no": False}
_MOST_DIGITS: Final = 10
_ANSWERS: Final = "answers"


def body_of(kind: str, file: Path | None, settings: Sequence[str]) -> Body:
    """Return the body of command *kind*.

    Args:
        kind: Name of the command.
        file: JSON with the whole content, or what ``settings`` adds to; for ``supplement`` an application.
        settings: ``KEY=VALUE`` each.

    Raises:
        UnusableError: naming each field that cannot be used.
    """
    if kind not in COMMANDS:
        raise UnusableError(Phrase("no-such-command", {"text": shown(kind), "codes": ", ".join(COMMANDS)}))
    model = BODIES[kind]
    if model is Supplement and file is not None and not settings:
        return Supplement(application=application_in(file))
    content = _table(file) if file is not None else {}
    aliases: dict[str, str] = {}
    keys = [setting.partition("=")[0].strip() for setting in settings]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise UnusableError(*(Problem(shown(key), "twice", "is given twice") for key in twice))
    for setting in settings:
        _put(content, model, setting, aliases)
    return _validated(kind, content, aliases)


def application_in(file: Path) -> Any:
    """Return the application in *file*.

    Raises:
        UnusableError: with every problem found, each with its field.
    """
    try:
        return parse_application(read_bytes(file))
    except ApplicationError as error:
        raise UnusableError(*error.problems) from error


def _table(file: Path) -> dict[str, Any]:
    content = read_json(file)
    if not isinstance(content, dict):
        raise UnusableError(Problem(shown(str(file)), "table", "must be a table of keys"))
    return content


def _validated(kind: str, content: dict[str, Any], aliases: Mapping[str, str]) -> Body:
    try:
        return read_body(kind, content)
    except ProblemsError as error:
        raise UnusableError(*(_as_typed(one, aliases) for one in error.problems)) from error


def _as_typed(problem: Problem, aliases: Mapping[str, str]) -> Problem:
    """Name the field as the person did, who wrote kroner where the model has øre."""
    return problem.about(aliases.get(problem.field, problem.field))


def _put(content: dict[str, Any], model: type[BaseModel], setting: str, aliases: dict[str, str]) -> None:
    """Put one ``KEY=VALUE`` into *content*."""
    key, equals, text = setting.partition("=")
    names = key.strip().split(".")
    if not equals or not all(names):
        raise UnusableError(Phrase("set-form", {"text": shown(setting)}))
    if names[0] == _ANSWERS and _ANSWERS in model.model_fields:
        content.setdefault(_ANSWERS, []).append(_answer(key, names[1:], text))
        return
    table, field = content, names[-1]
    for name in names[:-1]:
        inner = table.setdefault(name, {})
        if not isinstance(inner, dict):
            raise UnusableError(
                Problem(shown(key), "no_table", f"{shown(name)} is no table", {"named": shown(name)})
            )
        table = inner
        model = _inner(model, name) or model
    in_ore = _ore_name(model, field)
    if in_ore is not None:
        aliases[".".join([*names[:-1], in_ore])] = key.strip()
        table[in_ore] = _kroner(key, text)
    else:
        table[field] = _typed(key, _annotation(model, field), text)


def _answer(key: str, names: Sequence[str], text: str) -> dict[str, Any]:
    """Read ``Ja, treffer formålet``: whether a criterion is met, and why."""
    met, _, reason = text.partition(",")
    truth = _TRUTH.get(met.strip().lower())
    if len(names) != 1 or truth is None or not reason.strip():
        raise UnusableError(Phrase("answer-form", {"text": shown(key)}))
    return {"criterion": names[0], "met": truth, "reason": reason.strip()}


def _ore_name(model: type[BaseModel], field: str) -> str | None:
    """Return the ``_ore`` field that *field* gives in kroner, if it does."""
    if not field.endswith("_kr") or field in model.model_fields:
        return None
    name = f"{field.removesuffix('_kr')}_ore"
    return name if name in model.model_fields else None


def _kroner(key: str, text: str) -> int:
    plain = _GROUPS.sub("", text.strip())
    if not _KRONER.fullmatch(plain):
        raise UnusableError(Problem(shown(key), "kroner", "must be kroner, such as 400000 or 249999,50"))
    if plain.startswith("-"):
        raise UnusableError(Problem(shown(key), "below_zero", "must not be below zero"))
    whole, _, part = plain.replace(".", ",").partition(",")
    if len(whole.lstrip("0")) > _MOST_DIGITS:
        raise UnusableError(Problem(shown(key), "ten_digits", "has more than ten digits"))
    return int(whole) * ORE_PER_KRONE + int(part.ljust(2, "0"))


def _typed(key: str, annotation: Any, text: str) -> Any:
    """Return *text* as the field's type asks; what it cannot be is left for the model to refuse."""
    kinds = set(_leaves(annotation))
    if tuple in kinds and str in kinds and not any(_is_model(kind) for kind in kinds):
        return [part.strip() for part in text.split(",")]
    if date in kinds:
        return _day(key, text)
    if bool in kinds:
        return _TRUTH.get(text.strip().lower(), text)
    if int in kinds and str not in kinds:
        try:
            return int(_GROUPS.sub("", text.strip()))
        except ValueError:
            raise UnusableError(Problem(shown(key), "whole_number", "must be a whole number")) from None
    return text


def _day(key: str, text: str) -> str:
    try:
        return day(text.strip()).isoformat()
    except MistakeError as error:
        raise UnusableError(Problem.of(shown(key), error)) from None


def _annotation(model: type[BaseModel], field: str) -> Any:
    found = model.model_fields.get(field)
    return found.annotation if found is not None else str


def _inner(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    return next((kind for kind in _leaves(_annotation(model, name)) if _is_model(kind)), None)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _leaves(annotation: Any) -> Iterator[Any]:
    """Return every type that *annotation* is made of, containers included."""
    origin = get_origin(annotation)
    yield origin or annotation
    for part in get_args(annotation):
        yield from _leaves(part)
