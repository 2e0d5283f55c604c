"""Reads all that Temporal keeps of a workflow, and says what of it is neither an id, nor a stage, nor an instant."""

import json
import re
from collections.abc import AsyncIterator, Collection, Iterator
from dataclasses import fields
from typing import Any, Final

from google.protobuf.message import Message
from temporalio.api.common.v1 import Payload
from temporalio.client import Client

from domain.engine import (
    ENFORCE_THRESHOLD,
    ENFORCE_USE_DEADLINE,
    LOAD_HEAD,
    LOAD_ROUND,
    RECORD,
    RECORD_DUE,
    RECORD_ROUND_DUE,
    SEARCH_ATTRIBUTES,
    DueInput,
    Head,
    Recorded,
    RecordInput,
)
from domain.lifecycle import Stage
from domain.offices import OFFICES
from domain.ruleset import Clock

_OURS: Final = {field.name for cls in (DueInput, Head, Recorded, RecordInput) for field in fields(cls)}

#: What the SDK notes about a local activity that has ended, and about a change of the workflow's code.
_OF_THE_SDK: Final = {
    "deprecated",
    "seq",
    "attempt",
    "activity_id",
    "activity_type",
    "complete_time",
    "backoff",
    "original_schedule_time",
    "activation_index",
    "seconds",
    "nanos",
}

#: Search attributes that the server sets by itself.
_OF_THE_SERVER: Final = {
    "BuildIds",
    "TemporalChangeVersion",
    "TemporalReportedProblems",
    "TemporalUsedWorkerDeploymentVersions",
    "TemporalWorkerDeployment",
    "TemporalWorkerDeploymentVersion",
    "TemporalWorkflowVersioningBehavior",
}

_STAGES: Final = "|".join([*Stage, "announced", "open"])
_CAUSE: Final = rf"({'|'.join([*Clock, 'threshold', 'audit_review'])})(:[a-z0-9-]+)*@[-+a-z0-9]+"
_NUMBER: Final = rf"({'|'.join(OFFICES)})-20\d\d-R?\d+"
_LINES: Final = (
    "GrantCase",
    "Round",
    "carry out a command",
    "deadline of the round",
    "announcer",
    "deliver what waits",
    "grant case",
    "load the head",
    "load the round",
    "outbox",
    "reconciler",
    "rest after a failure of the program",
    "send and nudge what is behind",
    "show how the case stands",
    "shows-afterwards",
    "shows-afterwards-1",
    "tell other programs",
    "until the next look",
)
_LOCAL_ACTIVITIES: Final = (
    ENFORCE_THRESHOLD,
    ENFORCE_USE_DEADLINE,
    LOAD_HEAD,
    LOAD_ROUND,
    RECORD,
    RECORD_DUE,
    RECORD_ROUND_DUE,
)

#: What the server counts by itself: as good as chance, and none of it ours.
_COUNTED: Final = {"history_size_bytes", "task_id"}

_UUID: Final = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_ID: Final = re.compile(rf"{_UUID}|\b[0-9a-f]{{32}}\b")
_ALLOWED: Final = re.compile(
    "|".join(
        (
            _UUID,  # an id
            r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)",  # an instant
            _STAGES,
            "done(:[0-9a-f]{32})?|refused|unknown",  # with what proves to the door that the database said so
            "|".join(OFFICES),
            _NUMBER,
            _CAUSE,
            rf"deadline: ({_CAUSE})",
            rf"\*\*{_NUMBER}\*\*: ({_STAGES})",
            "|".join(_LINES),
            "|".join(_LOCAL_ACTIVITIES),  # in the SDK's note, as is its number
            r"\d{1,4}",
            r"unversioned(:[0-9a-f]{32})?",  # the build that worked on it, in the server's words
        )
    )
)


def spoken(value: Any) -> Iterator[str]:
    """Return what an application says in words or numbers of its own: names, texts, addresses, accounts, amounts."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from spoken(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spoken(inner)
    elif isinstance(value, int) and not isinstance(value, bool) and value > 9_999:
        yield from (str(value), str(100 * value))
    elif isinstance(value, str) and (" " in value or "@" in value or len(value) > 8) and "_" not in value:
        yield value


async def everything_in(client: Client, query: str = "") -> AsyncIterator[tuple[str, Message]]:
    """Give, with its workflow id, every event and every description that the engine holds of the workflows found."""
    async for found in client.list_workflows(query):
        handle = client.get_workflow_handle(found.id, run_id=found.run_id)
        yield found.id, (await handle.describe()).raw_description
        async for event in handle.fetch_history_events():
            yield found.id, event


def strangers(message: Message, private: Collection[str]) -> Iterator[str]:
    """Return what in *message* has no business in the engine.

    Args:
        message: An event or a description.
        private: Texts, names, numbers and amounts that are known to be in the case.
    """
    for name, payload in _payloads(message):
        if payload.metadata["encoding"] == b"binary/null":
            continue
        if payload.metadata["encoding"] != b"json/plain":
            yield f"{name}: {payload.metadata['encoding']!r}"
            continue
        yield from (f"{name}: {word}" for word in _unknown(json.loads(payload.data)))
    yield from (f"search attribute {name}" for name in _attributes(message) - _KNOWN_ATTRIBUTES)
    # Among so many ids some hold any number of five digits.
    whole = _ID.sub("", "\n".join(_texts(message)))
    yield from (f"{type(message).__name__}: {word}" for word in private if _is_in(whole, word))


def _is_in(whole: str, word: str) -> bool:
    # A number must stand by itself: fractions of seconds hold every other number.
    return bool(re.search(rf"(?<![\d.]){word}(?!\d)", whole)) if word.isdigit() else word in whole


_KNOWN_ATTRIBUTES: Final = SEARCH_ATTRIBUTES.keys() | _OF_THE_SERVER


def _texts(message: Message) -> Iterator[str]:
    """Return all that is said in *message*, text and numbers, but what the server counts for itself."""
    for name, value in _values(message):
        if isinstance(value, Message):
            yield from _texts(value)
        elif name not in _COUNTED:
            yield value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def _unknown(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"key {key}" for key in value.keys() - _OURS - _OF_THE_SDK)
        for inner in value.values():
            yield from _unknown(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _unknown(inner)
    elif isinstance(value, str) and not _ALLOWED.fullmatch(value):
        yield repr(value)


def _payloads(message: Message, path: str = "") -> Iterator[tuple[str, Payload]]:
    for name, inner in _parts(message):
        where = f"{path}.{name}"
        if isinstance(inner, Payload):
            yield where, inner
        else:
            yield from _payloads(inner, where)


def _attributes(message: Message) -> set[str]:
    found: set[str] = set()
    for descriptor, value in message.ListFields():
        if descriptor.name == "indexed_fields":
            found |= set(value)
    for _, inner in _parts(message):
        found |= _attributes(inner)
    return found


def _parts(message: Message) -> Iterator[tuple[str, Message]]:
    """Return the messages that stand in *message*, whether alone, in a list or in a map."""
    return ((name, value) for name, value in _values(message) if isinstance(value, Message))


def _values(message: Message) -> Iterator[tuple[str, Any]]:
    """Return everything that stands in *message*, with its field's name: of a list and of a map each one, keys too."""
    for descriptor, value in message.ListFields():
        of_map = descriptor.message_type is not None and descriptor.message_type.GetOptions().map_entry
        if of_map:
            found = [*value.keys(), *value.values()]
        else:
            found = list(value) if descriptor.is_repeated else [value]
        yield from ((descriptor.name, one) for one in found)
