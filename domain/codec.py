"""Events and cases as JSON, and old events lifted to today's shape when they are read.

Bodies hold only texts, whole numbers, booleans, nulls, lists and objects, so that RFC 8785 gives every body one form.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter

from domain.case import Case
from domain.events import EVENTS, Event

Json: TypeAlias = dict[str, Any]

#: For each kind, how a body of schema n becomes one of schema n + 1. Old events live on; they are never rewritten.
UPCASTS: Final[Mapping[str, Mapping[int, Callable[[Json], Json]]]] = {}

_CASE: Final[TypeAdapter[Case]] = TypeAdapter(Case)


class UnknownEventError(Exception):
    """The trail holds an event of a kind or schema that this build does not know: it was written by a newer one."""


@cache
def _adapter(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(EVENTS[kind])


def event_body(event: Event) -> Json:
    """Return the body of *event* as plain JSON values."""
    body: Json = _adapter(type(event).__name__).dump_python(event, mode="json")
    return body


def event_of(kind: str, schema: int, body: Json) -> Event:
    """Return the event that was stored as *kind* with *schema* and *body*.

    Raises:
        UnknownEventError: when this build does not know the kind, or knows only older schemas.
    """
    if kind not in EVENTS or schema > EVENTS[kind].schema:
        msg = f"{kind} with schema {schema}"
        raise UnknownEventError(msg)
    for version in range(schema, EVENTS[kind].schema):
        body = UPCASTS[kind][version](body)
    return _adapter(kind).validate_python(body, strict=False)


def case_state(case: Case) -> Json:
    """Return *case* as plain JSON values, as it is stored beside its trail."""
    state: Json = _CASE.dump_python(case, mode="json")
    return state


def case_of(state: Json) -> Case:
    """Return the case stored as *state*."""
    return _CASE.validate_python(state)
