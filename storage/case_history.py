"""One case's past, for whoever looks back: every event with its hash, how the case was after it, and what was refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.actors import Actor, Role
from domain.case import Case
from domain.codec import event_of
from domain.evolve import evolve_all
from storage.heads import SignedHeads
from storage.reevolve import check_cases
from storage.tables import document, inbox, trail
from storage.trail import Entry, Problem, parse
from storage.verify import verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An event of the chain: what was written, the very text of it, and the hash over it and the one before."""

    entry: Entry
    envelope: str
    hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedCommand:
    """Something that was asked for and refused; nothing in the case was changed by it. ``received_at`` is case time."""

    command_id: UUID
    kind: str
    actor: Actor
    received_at: datetime
    code: str
    rule: str
    params: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wholeness:
    """Whether one case's record is as it was written.

    Args:
        problems: What is wrong with the chain, the signed heads, or what is shown of the case; nothing when it is whole.
        documents: How many documents the case has, erased ones aside.
        documents_whole: How many of them are what their checksum was made for.
    """

    problems: list[Problem]
    documents: int
    documents_whole: int

    @property
    def is_whole(self) -> bool:
        return not self.problems and self.documents == self.documents_whole


async def chain_of(conn: AsyncConnection, case_id: UUID) -> list[Link]:
    """Return every event of a case in order."""
    query = select(trail.c.envelope, trail.c.hash).where(trail.c.stream == f"case:{case_id}")
    rows = await conn.execute(query.order_by(trail.c.seq))
    return [Link(entry=parse(row.envelope), envelope=row.envelope, hash=row.hash) for row in rows]


def case_after(entries: Sequence[Entry], seq: int) -> Case:
    """Return the case as it was after event *seq*, evolved anew from what was written.

    Raises:
        domain.evolve.BrokenTrailError: The events do not make a case.
        ValueError: There is no event up to *seq*.
    """
    told = [
        (event_of(one.kind, one.schema, dict(one.body)), one.occurred_at) for one in entries if one.seq <= seq
    ]
    case = evolve_all(entries[0].stream.partition(":")[2], told) if told else None
    if case is None:
        raise ValueError(f"there is no event up to {seq}")
    return case


def seq_before(entries: Sequence[Entry], instant: datetime) -> int:
    """Return the number of the last event that had happened before *instant*; 0 where none had."""
    seq = 0
    for entry in entries:
        if entry.occurred_at >= instant:
            break
        seq = entry.seq
    return seq


async def refused_commands(conn: AsyncConnection, case_id: UUID) -> list[RefusedCommand]:
    """Return what was asked for in a case and refused, the first first."""
    query = (
        select(inbox.c.command_id, inbox.c.kind, inbox.c.actor, inbox.c.received_at, inbox.c.answer)
        .where(inbox.c.stream == f"case:{case_id}", inbox.c.status == "refused")
        .order_by(inbox.c.received_at, inbox.c.command_id)
    )
    return [
        RefusedCommand(
            command_id=row.command_id,
            kind=row.kind,
            actor=Actor(**{**row.actor, "role": Role(row.actor["role"])}),
            received_at=row.received_at,
            code=row.answer["code"],
            rule=row.answer["rule"],
            params=row.answer["params"],
        )
        for row in await conn.execute(query)
    ]


async def command_kinds(conn: AsyncConnection, case_id: UUID) -> dict[UUID, str]:
    """Return which command stands behind each command id of a case."""
    query = select(inbox.c.command_id, inbox.c.kind).where(inbox.c.stream == f"case:{case_id}")
    return {row.command_id: row.kind for row in await conn.execute(query)}


async def wholeness(engine: AsyncEngine, case_id: UUID, heads: SignedHeads | None) -> Wholeness:
    """Check the record of one case: the chain, what was signed of it, what is shown of it, and its documents."""
    async with engine.connect() as conn:
        problems = await verify(conn, f"case:{case_id}", heads=heads)
    async with engine.connect() as conn:
        problems += await check_cases(conn, case_id)
        digest = func.encode(func.sha256(document.c.content), "hex")
        query = select(func.count(), func.count().filter(digest == document.c.sha256)).where(
            document.c.stream == f"case:{case_id}", document.c.erased_at.is_(None)
        )
        documents, whole = (await conn.execute(query)).one()
    return Wholeness(problems=problems, documents=documents, documents_whole=whole)
