"""Content made of a schema of the description: whole in its form, with somebody's text wherever a text is free."""

import copy
from collections.abc import Iterator, Mapping
from typing import Any, Final

#: What has a form of its own, by the name of the form.
_FORMS: Final = {
    "date": "2026-06-15",
    "date-time": "2026-06-15T12:00:00Z",
    "uuid": "3f0c8a53-8c2f-4a6e-9a55-0f6f1f1f5a11",
    "uri": "https://receiver.example/",
}

Path = tuple[str | int, ...]


def filled(schema: Mapping[str, Any], models: Mapping[str, Any], text: str) -> Any:
    """Return content for *schema*, every field given; *models* are the schemas it may refer to."""
    plain = _plain(schema, models)
    if "enum" in plain:
        return plain["enum"][0]
    match plain.get("type"):
        case "object":
            fields = plain.get("properties", {})
            return {name: filled(one, models, text) for name, one in fields.items()}
        case "array":
            return [filled(plain["items"], models, text)] if plain.get("items") else []
        case kind if kind in _SIMPLE:
            return plain.get("minimum", _SIMPLE[kind])
    return _FORMS.get(plain.get("format", ""), text[: plain.get("maxLength", len(text))])


#: What is no text.
_SIMPLE: Final = {"integer": 1, "number": 1, "boolean": True, "null": None}


def _plain(schema: Mapping[str, Any], models: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what *schema* refers to, the first of what it lets one choose, and a constant as its only choice."""
    if "$ref" in schema:
        return _plain(models[schema["$ref"].rpartition("/")[2]], models)
    choices = next((schema[name] for name in ("anyOf", "oneOf", "allOf") if name in schema), None)
    if choices is not None:
        return _plain(choices[0], models)
    return {"enum": [schema["const"]]} if "const" in schema else schema


def each_replaced(content: Any, text: str) -> Iterator[tuple[Path, Any]]:
    """Return *content* again and again, each time with one other value replaced by *text*; and once with a field of that name."""
    for path in _places(content):
        changed = copy.deepcopy(content)
        at = changed
        for name in path[:-1]:
            at = at[name]
        at[path[-1]] = text
        # Where it stands already, that would only be the same once more.
        if changed != content:
            yield path, changed
    if isinstance(content, dict):
        yield (text,), content | {text: text}


def _places(value: Any, at: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        inside: Iterator[tuple[str | int, Any]] = iter(value.items())
    elif isinstance(value, list):
        inside = iter(enumerate(value))
    else:
        return
    for name, inner in inside:
        yield (*at, name)
        yield from _places(inner, (*at, name))
