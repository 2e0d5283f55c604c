"""What was typed, as the command's model takes it; and what cannot be read, said at its field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.datastructures import FormData

from domain.commands import BODIES, Body
from web.forms.fields import Field, Kind
from web.typed import UnreadableError, day, ore


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of reading a form: the body, or the errors by field, each a code with words."""

    body: Body | None
    errors: Mapping[str, str]


def read(command: str, fields: Sequence[Field], form: FormData) -> Read:
    """Return the body of *command* in *form*, or what is wrong with it."""
    content: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for one in fields:
        try:
            value = _value(one, form, errors)
        except UnreadableError as error:
            errors[one.name] = str(error)
            continue
        if value is not None:
            _put(content, one.name, value)
    try:
        body = BODIES[command].model_validate(content)
    except ValidationError as error:
        for name, code in _problems(error):
            errors.setdefault(name, code)
        return Read(body=None, errors=errors)
    return Read(body=None if errors else body, errors=errors)


def _value(one: Field, form: FormData, errors: dict[str, str]) -> Any:
    if one.kind is Kind.FILES:
        # Which files came is not the form's to say.
        return None
    if one.kind is Kind.ANSWERS:
        return list(_answers(one, form, errors))
    if one.kind is Kind.SEVERAL:
        return [value for value in form.getlist(one.name) if isinstance(value, str)]
    if one.kind is Kind.TICK:
        return form.get(one.name) == "yes"
    text = form.get(one.name)
    if not isinstance(text, str) or not text.strip():
        return None
    return _typed(one.kind, text)


def _typed(kind: Kind, text: str) -> Any:
    if kind is Kind.AMOUNT:
        return ore(text)
    if kind is Kind.DAY:
        return day(text)
    if kind is Kind.YES_NO:
        return text == "yes"
    if kind in {Kind.NUMBER, Kind.HIDDEN} and text.strip().isdecimal() and len(text.strip()) < 4:  # noqa: PLR2004
        return int(text)
    return text.replace("\r\n", "\n").strip()


def _answers(one: Field, form: FormData, errors: dict[str, str]) -> Iterator[dict[str, Any]]:
    for option in one.options:
        met, reason = (
            form.get(f"{one.name}.{option.value}.met"),
            form.get(f"{one.name}.{option.value}.reason"),
        )
        if met not in {"yes", "no"}:
            errors[f"{one.name}.{option.value}.met"] = "missing"
        if not isinstance(reason, str) or not reason.strip():
            errors[f"{one.name}.{option.value}.reason"] = "missing"
        yield {"criterion": option.value, "met": met == "yes", "reason": str(reason or "").strip() or "-"}


def _put(content: dict[str, Any], name: str, value: Any) -> None:
    *parts, last = name.split(".")
    for part in parts:
        content = content.setdefault(part, {})
    content[last] = value


def _problems(error: ValidationError) -> Iterator[tuple[str, str]]:
    for found in error.errors(include_url=False, include_context=False):
        names = [str(part) for part in found["loc"] if not isinstance(part, int)]
        # A sealed text is said of by the name it has in the form.
        name = ".".join(part for part in names if part not in {"text", "function-after"})
        yield name, _code(found)


def _code(found: ErrorDetails) -> str:
    kind = found["type"]
    if kind in {"missing", "string_too_short", "too_short"} or found.get("input") in (None, ""):
        return "missing"
    if kind in {"string_too_long", "too_long"}:
        return "long"
    if kind in {"greater_than", "greater_than_equal"}:
        return "more"
    return "form"
