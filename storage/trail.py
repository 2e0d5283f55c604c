"""The trail: what happened, numbered and chained, in a form that can be hashed again in a hundred years.

An event is stored as canonical text (RFC 8785), and the hash is over that text and the hash before it. The columns beside
it repeat a few of its values for lists and keys; ``storage.verify`` checks that they agree.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import rfc8785

from domain.actors import Actor, Role

_NOTHING: Final = bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event as it is written to the trail.

    Args:
        stream: ``case:<uuid>``, ``round:<uuid>`` or ``mandate:<office>-<year>``.
        seq: Its number in the stream, from 1 without holes.
        kind: Which event it is.
        schema: The version of the event's form, for those who read it later.
        occurred_at: Case time: for a deadline, the deadline itself.
        recorded_at: Real time.
        actor: Who did it.
        command_id: The command behind it; None when a clock caused it.
        cause: The deadline and step behind it (``use:0d``); each happens once in a stream.
        body: The event's own values, JSON only; ids and digests in place of private texts.
    """

    stream: str
    seq: int
    kind: str
    schema: int
    occurred_at: datetime
    recorded_at: datetime
    actor: Actor
    command_id: UUID | None = None
    cause: str | None = None
    body: Mapping[str, Any]

    def envelope(self) -> dict[str, Any]:
        """Return the event as the JSON object that is stored."""
        return {
            "stream": self.stream,
            "seq": self.seq,
            "kind": self.kind,
            "schema": self.schema,
            "occurred_at": instant_text(self.occurred_at),
            "recorded_at": instant_text(self.recorded_at),
            "actor": asdict(self.actor),
            "command_id": None if self.command_id is None else str(self.command_id),
            "cause": self.cause,
            "body": dict(self.body),
        }

    def row(self, prev: bytes) -> dict[str, Any]:
        """Return the row for the table ``trail``, chained to the hash *prev* before it."""
        envelope = canonical(self.envelope())
        return {
            "stream": self.stream,
            "seq": self.seq,
            "kind": self.kind,
            "occurred_at": self.occurred_at,
            "recorded_at": self.recorded_at,
            "command_id": self.command_id,
            "cause": self.cause,
            "envelope": envelope,
            "hash": entry_hash(prev, envelope),
        }


def parse(envelope: str) -> Entry:
    """Return the event stored as *envelope*."""
    read = json.loads(envelope)
    actor = read["actor"]
    return Entry(
        stream=read["stream"],
        seq=read["seq"],
        kind=read["kind"],
        schema=read["schema"],
        occurred_at=datetime.fromisoformat(read["occurred_at"]),
        recorded_at=datetime.fromisoformat(read["recorded_at"]),
        actor=Actor(**{**actor, "role": Role(actor["role"])}),
        command_id=None if read["command_id"] is None else UUID(read["command_id"]),
        cause=read["cause"],
        body=read["body"],
    )


def canonical(envelope: Mapping[str, Any]) -> str:
    """Return *envelope* as canonical JSON (RFC 8785).

    Raises:
        rfc8785.CanonicalizationError: It holds what JSON has no exact form for.
    """
    return rfc8785.dumps(dict(envelope)).decode()


def genesis(stream: str) -> bytes:
    """Return the hash before the first event of *stream*: two streams never share a chain."""
    return hashlib.sha256(_NOTHING + stream.encode()).digest()


def entry_hash(prev: bytes, envelope: str) -> bytes:
    """Return the hash of the event stored as *envelope*, which follows the one with hash *prev*."""
    return hashlib.sha256(prev + envelope.encode()).digest()


def instant_text(instant: datetime) -> str:
    """Return an aware *instant* in UTC to the microsecond, ending in Z: the same length always."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


class ProblemCode(StrEnum):
    """What can be wrong with the trail."""

    MISSING = "missing"  # numbers in the middle of a stream that are not there
    CHANGED = "changed"  # an event that is not the one its hash was made for
    COLUMNS = "columns"  # columns beside an event that say something else than the event
    HEAD = "head"  # a case or round whose head is not the last event
    CUT = "cut"  # an event that was signed and is not there any more
    REWRITTEN = "rewritten"  # an event that is not the one that was signed
    SIGNATURE = "signature"  # a file of signed heads that is not as it was signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with the trail.

    Args:
        stream: Where; the name of the file when the file of signed heads is wrong.
        seq: The first number that is concerned; 0 when it is the stream as a whole.
        code: What is wrong.
        detail: More about it, in English, for whoever looks into it.
    """

    stream: str
    seq: int
    code: ProblemCode
    detail: str
