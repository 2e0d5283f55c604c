"""What a command asks for, field by field, as its model says it: nothing of a form is written by hand twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel

from domain.application import Application
from domain.commands import BODIES, Answer
from domain.private import Private


class Kind(StrEnum):
    """How a field is drawn and read."""

    TEXT = "text"
    LINE = "line"
    AMOUNT = "amount"
    DAY = "day"
    NUMBER = "number"
    YES_NO = "yes_no"
    TICK = "tick"
    CHOICE = "choice"
    SEVERAL = "several"
    ANSWERS = "answers"
    FILES = "files"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be chosen."""

    value: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form.

    Args:
        name: In the form and in the model; dots reach into a part (``terms.audit``).
        kind: How it is drawn and read.
        required: Whether the model wants it.
        codes: What a choice allows.
        family: The words of the codes: ``ground`` for ``ground-late``.
        options: What can be chosen, with its words; filled in by the page.
        proposed: What may be written, in words; shown and never filled in.
    """

    name: str
    kind: Kind
    required: bool
    codes: tuple[str, ...] = ()
    family: str = ""
    options: tuple[Option, ...] = field(default=())
    proposed: str = ""

    @property
    def last(self) -> str:
        """The name without the part it is in."""
        return self.name.rpartition(".")[2]

    @property
    def part(self) -> str:
        """The part it is in; empty at the top."""
        return self.name.rpartition(".")[0]

    def with_options(self, options: Sequence[Option]) -> "Field":
        """Return the field with what can be chosen."""
        return replace(self, options=tuple(options))


#: What holds the files that come with a command.
FILES: Final = "attachments"

#: Sealed texts of one line.
_LINES: Final = frozenset({"account", "auditor", "person"})

#: What the address says a command is about.
_ABOUT: Final = frozenset({"duty", "claim", "appeal", "condition", "payment"})

#: Controls that must be ticked one by one.
_TICKED: Final = frozenset({"attest_payment"})

#: The words of a field's codes, where they are not called after the field.
_FAMILIES: Final[Mapping[str, str]] = {
    "rejection_ground": "ground",
    "reporting": "reporting",
    "audit": "audit",
    "knowledge_environment": "blocks",
}

#: Commands whose content is a whole application: they have pages of their own.
OWN_PAGES: Final = frozenset(
    kind
    for kind, model in BODIES.items()
    if any(one.annotation is Application for one in model.model_fields.values())
)


def fields_of(command: str) -> tuple[Field, ...]:
    """Return what *command* asks for, in the order of its model; files, and what is in a part of its own, come last.

    Raises:
        KeyError: There is no such command.
    """
    found = _fields(command, BODIES[command], "")
    return tuple(sorted(found, key=lambda one: (one.part != "", one.kind is Kind.FILES)))


def _fields(command: str, model: type[BaseModel], part: str) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if name == "kind":
            continue
        kinds = tuple(_parts(info.annotation))
        inner = next((kind for kind in kinds if _is_part(kind)), None)
        if inner is not None:
            yield from _fields(command, inner, f"{part}{name}.")
        else:
            yield _field(command, f"{part}{name}", info.annotation, kinds, required=info.is_required())


def _field(command: str, name: str, annotation: Any, kinds: tuple[Any, ...], *, required: bool) -> Field:
    last = name.rpartition(".")[2]
    codes = _codes(annotation)
    if last in _ABOUT and not codes and "." not in name:
        return Field(name=name, kind=Kind.HIDDEN, required=required)
    if Answer in kinds:
        return Field(name=name, kind=Kind.ANSWERS, required=required)
    if codes:
        family = _FAMILIES.get(last, last)
        return Field(name=name, kind=Kind.CHOICE, required=required, codes=codes, family=family)
    return Field(name=name, kind=_kind(command, last, kinds), required=required)


#: What a page knows the choices of.
_CHOSEN_AMONG: Final = frozenset({"officer", "office", "receipt", "returned"})


def _kind(command: str, last: str, kinds: tuple[Any, ...]) -> Kind:
    if last in _CHOSEN_AMONG:
        return Kind.CHOICE
    if last == FILES:
        return Kind.FILES
    by_type = {
        tuple: Kind.SEVERAL,
        Private: Kind.LINE if last in _LINES else Kind.TEXT,
        bool: Kind.TICK if command in _TICKED else Kind.YES_NO,
        date: Kind.DAY,
        int: Kind.AMOUNT if last.endswith("_ore") else Kind.NUMBER,
    }
    return next((kind for type_, kind in by_type.items() if type_ in kinds), Kind.LINE)


def _codes(annotation: Any) -> tuple[str, ...]:
    for part in (annotation, *get_args(annotation)):
        if get_origin(part) is Literal:
            return tuple(str(code) for code in get_args(part))
        if isinstance(part, type) and issubclass(part, StrEnum):
            return tuple(member.value for member in part)
    return ()


def _is_part(kind: Any) -> bool:
    return (
        isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in {Private, Answer, Application}
    )


def _parts(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Literal or annotation is NoneType:
        return
    yield origin or annotation
    for part in get_args(annotation):
        if not isinstance(part, str):
            yield from _parts(part)
