"""Reads a page of documentation: its requests in order, each with the answer that it shows; and compares answers.

In an answer ``…`` stands for anything: a value, the end of a value, the rest of a list, the other keys of an object.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ANYTHING = "…"

_STEP = re.compile(r"```http\n(?P<http>.*?)```|<!-- meanwhile: (?P<meanwhile>.*?) -->", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Message:
    """A request or an answer as HTTP writes it."""

    first: str
    headers: Mapping[str, str]
    body: str

    @classmethod
    def of(cls, text: str) -> "Message":
        head, _, body = text.partition("\n\n")
        first, *lines = head.strip().split("\n")
        pairs = (line.partition(": ") for line in lines)
        return cls(first=first, headers={name: value for name, _, value in pairs}, body=body.strip())


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request and the answer that is shown."""

    request: Message
    answer: Message


def steps(page: Path) -> Iterator[Exchange | str]:
    """Return the page's requests with their answers, and what happens meanwhile."""
    request: Message | None = None
    for found in _STEP.finditer(page.read_text("utf-8")):
        if found["meanwhile"]:
            yield found["meanwhile"]
        elif request is None:
            request = Message.of(found["http"])
        else:
            yield Exchange(request=request, answer=Message.of(found["http"]))
            request = None
    assert request is None, "a request without an answer"


def body_of(message: Message) -> Any:
    """Return the JSON of *message*, with what is in the files that it names with ``@``."""
    return _read(json.loads(message.body)) if message.body else None


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _read(inner) for name, inner in value.items()}
    if isinstance(value, str) and value.startswith("@"):
        return json.loads((ROOT / value[1:]).read_text("utf-8"))
    return value


def differences(shown: Any, given: Any, where: str = "") -> Iterator[str]:
    """Return where an answer is not what the page shows."""
    if isinstance(shown, dict) and isinstance(given, dict):
        rest = shown.get(ANYTHING) == ANYTHING
        for name in shown.keys() - {ANYTHING} | (set() if rest else given.keys()):
            yield from differences(
                shown.get(name, "(not shown)"), given.get(name, "(not given)"), f"{where}.{name}"
            )
    elif isinstance(shown, list) and isinstance(given, list):
        rest = bool(shown) and shown[-1] == ANYTHING
        if rest:
            shown, given = shown[:-1], given[: len(shown) - 1]
        if len(shown) != len(given):
            yield f"{where}: {len(given)} of {len(shown)}"
        for number, (one, other) in enumerate(zip(shown, given, strict=False)):
            yield from differences(one, other, f"{where}[{number}]")
    elif not _is_like(shown, given):
        yield f"{where}: {given!r}, and not {shown!r}"


def _is_like(shown: Any, given: Any) -> bool:
    if isinstance(shown, str) and shown.endswith(ANYTHING):
        return str(given).startswith(shown.removesuffix(ANYTHING))
    return bool(shown == given)
