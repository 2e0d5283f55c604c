"""Where other programs want to be told what happens, and how far each has been told.

A claim is a lease, as in the outbox: it moves the next attempt forward, so that what a killed teller had in its hands comes
up again by itself. What was told twice bears the same id.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor, Role
from storage.tables import webhook

#: Longer than a batch takes.
LEASE: Final = timedelta(minutes=5)

#: One organisation needs few, and each costs a request for every event.
MOST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """One of them.

    Args:
        webhook_id: Made by whoever asked for it.
        subject, role, unit: In whose name it follows along.
        url: Where it is told.
        secret: By which it knows that we tell it.
        position: How far it has been told.
        paused: It is not told any more until somebody resumes it.
        attempts: How often the next event could not be told.
        last_error: Why not.
        next_attempt_at: When it is told on (real time).
        made_at: When it was asked for (real time).
    """

    webhook_id: UUID
    subject: str
    role: str
    unit: str
    url: str
    secret: bytes = field(repr=False)
    position: int
    paused: bool
    attempts: int
    last_error: str | None
    next_attempt_at: datetime
    made_at: datetime

    @property
    def reader(self) -> Actor:
        """In whose name it follows along."""
        return Actor(subject=self.subject, role=Role(self.role), unit=self.unit)


_COLUMNS: Final = [webhook.c[name] for name in Webhook.__dataclass_fields__]


async def add(conn: AsyncConnection, one: Webhook) -> bool:
    """Keep *one*; False where its owner has as many as may be."""
    mine = (webhook.c.unit == one.unit, webhook.c.role == one.role)
    if (await conn.scalar(select(func.count()).where(*mine)) or 0) >= MOST:
        return False
    await conn.execute(
        insert(webhook).values({column.name: getattr(one, column.name) for column in _COLUMNS})
    )
    return True


async def of(conn: AsyncConnection, owner: Actor) -> list[Webhook]:
    """Return those of *owner*'s role at its office or municipality, the oldest first."""
    query = select(*_COLUMNS).where(*_owned(owner)).order_by(webhook.c.made_at, webhook.c.webhook_id)
    return [Webhook(**row) for row in (await conn.execute(query)).mappings()]


async def one_of(conn: AsyncConnection, owner: Actor, webhook_id: UUID) -> Webhook | None:
    """Return one of *owner*'s; None where it is nobody's, or another's."""
    query = select(*_COLUMNS).where(webhook.c.webhook_id == webhook_id, *_owned(owner))
    row = (await conn.execute(query)).mappings().one_or_none()
    return None if row is None else Webhook(**row)


async def exists(conn: AsyncConnection, webhook_id: UUID) -> bool:
    """Say whether an id is taken, by whomever."""
    return (
        await conn.scalar(select(webhook.c.webhook_id).where(webhook.c.webhook_id == webhook_id)) is not None
    )


async def drop(conn: AsyncConnection, owner: Actor, webhook_id: UUID) -> bool:
    """Forget one of *owner*'s; False where there is none."""
    gone = delete(webhook).where(webhook.c.webhook_id == webhook_id, *_owned(owner))
    return (await conn.execute(gone)).rowcount == 1


async def go_on(
    conn: AsyncConnection, owner: Actor, webhook_id: UUID, now: datetime, position: int | None = None
) -> bool:
    """Let one of *owner*'s be told on, again from *position* where it is given; False where there is none."""
    values: dict[str, Any] = {"paused": False, "attempts": 0, "next_attempt_at": now, "last_error": None}
    if position is not None:
        values["position"] = position
    change = update(webhook).where(webhook.c.webhook_id == webhook_id, *_owned(owner)).values(values)
    return (await conn.execute(change)).rowcount == 1


async def claim(conn: AsyncConnection, limit: int, now: datetime) -> Sequence[Webhook]:
    """Take up to *limit* that are to be told at *now* (real time); nobody else gets them until the lease is over."""
    ready = (
        select(webhook.c.webhook_id)
        .where(webhook.c.paused.is_(False), webhook.c.next_attempt_at <= now)
        .order_by(webhook.c.next_attempt_at, webhook.c.webhook_id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).scalar_subquery()
    taken = update(webhook).where(webhook.c.webhook_id.in_(ready)).values(next_attempt_at=now + LEASE)
    return [Webhook(**row) for row in (await conn.execute(taken.returning(*_COLUMNS))).mappings()]


async def told(conn: AsyncConnection, one: Webhook, position: int, next_at: datetime) -> None:
    """Note how far *one* has been told, and when it is told on; nothing where it was set elsewhere meanwhile."""
    change = {"position": position, "attempts": 0, "last_error": None, "next_attempt_at": next_at}
    await _change(conn, one, **change)


async def failed(conn: AsyncConnection, one: Webhook, error: str, retry_at: datetime | None) -> None:
    """Note that it could not be told, and when it is tried again; None pauses it."""
    change: dict[str, Any] = {"attempts": one.attempts + 1, "last_error": error}
    change |= {"paused": True} if retry_at is None else {"next_attempt_at": retry_at}
    await _change(conn, one, **change)


async def _change(conn: AsyncConnection, one: Webhook, **values: Any) -> None:
    unmoved = (webhook.c.webhook_id == one.webhook_id, webhook.c.position == one.position)
    await conn.execute(update(webhook).where(*unmoved).values(**values))


def _owned(owner: Actor) -> tuple[Any, ...]:
    return webhook.c.unit == owner.unit, webhook.c.role == owner.role.value
