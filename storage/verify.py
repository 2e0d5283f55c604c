"""Checks the whole trail: that nothing was changed, removed or cut, whoever did it and with whatever rights."""

from collections.abc import Callable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import Final
from uuid import UUID

from pydantic_core import from_json
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.heads import SignedHeads, check_heads
from storage.trail import Problem, ProblemCode, entry_hash, genesis, instant_text

BATCH: Final = 5_000

#: stream, seq, kind, occurred_at, recorded_at, command_id, cause, envelope, hash
Row = tuple[str, int, str, datetime, datetime, UUID | None, str | None, str, bytes]

_EVENTS: Final = """
    select stream, seq, kind, occurred_at, recorded_at, command_id, cause, envelope, hash
      from trail {where} order by stream, seq
"""
_ALL_EVENTS: Final = text(_EVENTS.format(where=""))
_EVENTS_OF_ONE: Final = text(_EVENTS.format(where="where stream = :stream"))

# Mandates, settings of offices, what was sent otherwise and what was erased have no head: signed heads alone guard their last event.
_DIFFERENCES: Final = """
    with last as (
        select distinct on (stream) stream, seq, hash from trail
         where {of_one}
           and stream not like 'mandate:%' and stream not like 'office:%' and stream not like 'dispatch:%'
           and stream not like 'erasure:%'
         order by stream, seq desc
    ), head as (
        select 'case:' || case_id as stream, seq, hash from case_head where {of_case}
        union all
        select 'round:' || round_id, seq, hash from round where {of_round}
        union all
        select stream, seq, hash from register_head where {of_one}
    )
    select coalesce(last.stream, head.stream) as stream, last.seq as last_seq, head.seq as head_seq
      from last full join head on head.stream = last.stream
     where (last.seq, last.hash) is distinct from (head.seq, head.hash)
     order by 1
"""
_HEADS_THAT_DIFFER: Final = text(_DIFFERENCES.format(of_one="true", of_case="true", of_round="true"))
# By their keys: one stream must not cost what all of them do.
_HEAD_THAT_DIFFERS: Final = text(
    _DIFFERENCES.format(
        of_one="stream = :stream",
        of_case="case_id = cast(:case_id as uuid)",
        of_round="round_id = cast(:round_id as uuid)",
    )
)


async def verify(
    conn: AsyncConnection,
    stream: str | None = None,
    progress: Callable[[int], None] | None = None,
    *,
    heads: SignedHeads | None = None,
) -> list[Problem]:
    """Check the trail, and return what is wrong with it; an empty list when all is well.

    Everything is read from one snapshot, so work may go on meanwhile.

    Args:
        conn: A connection on which nothing was read yet.
        stream: One stream only; all when left out.
        progress: Called now and then with the number of events checked so far.
        heads: Compare with the signed heads too.
    """
    await conn.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    async with conn.begin():
        problems = await _check_chains(conn, stream, progress)
        problems += await _check_last_events(conn, stream)
        if heads is not None:
            problems += await check_heads(conn, heads, stream)
    return problems


async def _check_chains(
    conn: AsyncConnection, stream: str | None, progress: Callable[[int], None] | None
) -> list[Problem]:
    query, parameters = (_ALL_EVENTS, {}) if stream is None else (_EVENTS_OF_ONE, {"stream": stream})
    problems: list[Problem] = []
    chain = _Chain()
    checked = 0
    async with conn.stream(query, parameters, execution_options={"yield_per": BATCH}) as rows:
        async for batch in rows.partitions():
            for row in batch:
                problems += chain.follow(row)
            checked += len(batch)
            if progress is not None:
                progress(checked)
    return problems


class _Chain:
    """Follows the events in order, and remembers the one before."""

    def __init__(self) -> None:
        self._stream: str | None = None
        self._seq = 0
        self._hash: bytes | None = None

    def follow(self, row: Row) -> list[Problem]:
        stream, seq, *_, envelope, stored = row
        if stream != self._stream:
            self._stream, self._seq, self._hash = stream, 0, genesis(stream)
        problems = []
        if seq != self._seq + 1:
            detail = f"events {self._seq + 1} to {seq - 1} are missing"
            problems.append(
                Problem(stream=stream, seq=self._seq + 1, code=ProblemCode.MISSING, detail=detail)
            )
            self._hash = None
        # After a hole the hash before is not known; what follows is checked against what is stored.
        if self._hash is not None and entry_hash(self._hash, envelope) != stored:
            detail = "the hash does not fit this event and the one before it"
            problems.append(Problem(stream=stream, seq=seq, code=ProblemCode.CHANGED, detail=detail))
        problems += _columns(row)
        self._seq, self._hash = seq, stored
        return problems


#: What the columns beside an event repeat of it.
_COLUMNS: Final = ("stream", "seq", "kind", "occurred_at", "recorded_at", "command_id", "cause")
_REPEATED: Final = itemgetter(*_COLUMNS)


def _columns(row: Row) -> Iterator[Problem]:
    stream, seq, kind, occurred_at, recorded_at, command_id, cause, envelope, _ = row
    id_text = None if command_id is None else str(command_id)
    columns = (stream, seq, kind, instant_text(occurred_at), instant_text(recorded_at), id_text, cause)
    try:
        said = _REPEATED(from_json(envelope))
        if said == columns:
            return
        wrong = [name for name, column, value in zip(_COLUMNS, columns, said, strict=True) if column != value]
    except (ValueError, KeyError, TypeError):
        wrong = ["envelope"]
    detail = f"these say something else than the event: {', '.join(wrong)}"
    yield Problem(stream=stream, seq=seq, code=ProblemCode.COLUMNS, detail=detail)


async def _check_last_events(conn: AsyncConnection, stream: str | None) -> list[Problem]:
    problems = []
    query, asked = _HEADS_THAT_DIFFER, {}
    if stream is not None:
        kind, _, key = stream.partition(":")
        query = _HEAD_THAT_DIFFERS
        asked = {
            "stream": stream,
            "case_id": key if kind == "case" else None,
            "round_id": key if kind == "round" else None,
        }
    for name, last_seq, head_seq in await conn.execute(query, asked):
        if last_seq is None:
            detail = f"the head stands at {head_seq}, and there is no event"
        elif head_seq is None:
            detail = f"there are events up to {last_seq}, and no head"
        else:
            detail = f"the head stands at {head_seq} and the last event is {last_seq}, or their hashes differ"
        seq = min(last_seq or 0, head_seq or 0) + 1
        problems.append(Problem(stream=name, seq=seq, code=ProblemCode.HEAD, detail=detail))
    return problems
