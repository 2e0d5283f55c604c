"""The outbox: what must leave the house, sent on in order for each case, by as many hands as there are.

A row waits for the earlier rows of its stream until they are done or a person has parked them. A claim is a lease: it
moves the row's next attempt forward, so that the sender may commit and take its time, and what a killed sender had in its
hands comes up again by itself. Sending must therefore be safe to repeat.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, literal, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.officework.dispatch import GivenUp
from storage.tables import outbox

#: Longer than any one sending takes.
LEASE: Final = timedelta(seconds=60)

# The lock is taken on the inner rows and checked again after it was waited for: of two claimers each row has one. A row
# that another claimer has locked is still pending to us, so the later rows of its stream stay where they are.
_CLAIM: Final = text("""
    with ready as (
        select o.id from outbox o
         where o.status = 'pending' and o.next_attempt_at <= :now
           and not exists (select from outbox e
                            where e.stream = o.stream and e.status = 'pending' and e.id < o.id)
         order by o.next_attempt_at, o.id
         limit :limit
           for update skip locked
    )
    update outbox o set attempts = o.attempts + 1, next_attempt_at = :until
      from ready where o.id = ready.id
    returning o.id, o.stream, o.seq, o.part, o.kind, o.payload, o.created_at, o.attempts
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A row to send now.

    Args:
        id: Of the row, for ``done``, ``failed`` and ``park``.
        stream: The case or round it belongs to.
        seq: The event it follows from.
        part: Which of the event's rows it is; stream, seq and part never change: a stable name for what is sent.
        kind: What to do.
        payload: What it takes.
        created_at: When it was written.
        attempts: How often it was claimed, this time included.
    """

    id: int
    stream: str
    seq: int
    part: int
    kind: str
    payload: dict[str, Any]
    created_at: datetime
    attempts: int


async def put(conn: AsyncConnection, stream: str, seq: int, payload: dict[str, Any], at: datetime) -> None:
    """Put a message in the outbox that follows from no event of a case or round: *seq* is new in *stream*, *at* real."""
    row = {"stream": stream, "seq": seq, "kind": "message", "payload": payload}
    await conn.execute(outbox.insert().values(row | {"created_at": at, "next_attempt_at": at}))


async def sent_in(conn: AsyncConnection, stream: str) -> tuple[int, datetime | None]:
    """Return how many rows *stream* has, and when the newest was put there (real time)."""
    query = select(func.count(), func.max(outbox.c.created_at)).where(outbox.c.stream == stream)
    number, last_at = (await conn.execute(query)).one()
    return number, last_at


async def claim(conn: AsyncConnection, limit: int, now: datetime, lease: timedelta = LEASE) -> list[Sending]:
    """Take up to *limit* rows that are due at *now* (case time), at most one of a stream, the longest waiting first.

    Nobody else is given them until *lease* is over, or until the caller says how it went.
    """
    rows = await conn.execute(_CLAIM, {"now": now, "limit": limit, "until": now + lease})
    return sorted((Sending(**row) for row in rows.mappings()), key=lambda sending: sending.id)


async def done(conn: AsyncConnection, row_id: int, at: datetime) -> None:
    """Note that the row was sent; the next of its stream may follow."""
    await _change(conn, row_id, status="done", done_at=at, last_error=None)


async def failed(conn: AsyncConnection, row_id: int, error: str, retry_at: datetime) -> None:
    """Note that sending failed, and when to try again; the later rows of its stream wait."""
    await _change(conn, row_id, last_error=error, next_attempt_at=retry_at)


async def park(conn: AsyncConnection, row_id: int, reason: str | None = None) -> bool:
    """Put a pending row aside, so that the later ones of its stream may pass; False when it was not pending."""
    error = {} if reason is None else {"last_error": reason}
    return await _change(conn, row_id, status="parked", **error)


async def unpark(conn: AsyncConnection, row_id: int, now: datetime) -> bool:
    """Let a parked row be sent after all, from *now*; False when it was not parked."""
    return await _change(conn, row_id, "parked", status="pending", next_attempt_at=now)


async def settle(conn: AsyncConnection, row_id: int, at: datetime) -> bool:
    """Note that what a parked row holds came there otherwise; False when it was not parked."""
    return await _change(conn, row_id, "parked", status="done", done_at=at)


async def hurry(conn: AsyncConnection, stream: str, now: datetime) -> None:
    """Let what waits in *stream* be tried at once instead of at its next turn."""
    waiting = (outbox.c.stream == stream, outbox.c.status == literal("pending", literal_execute=True))
    await conn.execute(update(outbox).where(*waiting).values(next_attempt_at=now))


async def given_up(conn: AsyncConnection, office: str, about: str) -> list[GivenUp]:
    """Return the parked rows of the case or round *about* of *office*, and let nobody else change them meanwhile."""
    query = (
        select(outbox.c.id, outbox.c.seq, outbox.c.kind)
        # Written out, not as parameters: only then may the planner use the partial index.
        .where(outbox.c.status != literal("done", literal_execute=True))
        .where(outbox.c.status == literal("parked", literal_execute=True))
        .where(outbox.c.payload["office"].astext == office, outbox.c.payload["case_no"].astext == about)
        .order_by(outbox.c.id)
        .with_for_update()
    )
    return [GivenUp(row_id=row.id, seq=row.seq, kind=row.kind) for row in await conn.execute(query)]


async def _change(conn: AsyncConnection, row_id: int, only: str = "pending", **values: Any) -> bool:
    # What was done stays done: a late word from a sender that lost its lease changes nothing.
    change = update(outbox).where(outbox.c.id == row_id, outbox.c.status == only).values(**values)
    return (await conn.execute(change)).rowcount == 1
