"""The few reads that only a terminal needs, beside those of ``storage.queries``."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from cli.errors import Phrase, UnusableError
from domain.problems import shown
from storage import queries
from storage.rows import Head, RoundRow
from storage.tables import outbox, trail

_OPEN_STREAMS: Final = text(
    "select (select count(*) from case_head where not finished) + (select count(*) from round where not finished)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A row of the outbox that has not left the house."""

    seq: int
    kind: str
    letter: str | None
    status: str
    attempts: int
    last_error: str | None


async def find_case(conn: AsyncConnection, given: str) -> Head:
    """Return the case with this number or id.

    Raises:
        UnusableError: There is none.
    """
    found = await queries.case_by(conn, given) if given.isprintable() else None
    if found is None:
        raise UnusableError(Phrase("no-such-case", {"text": shown(given)}))
    return found


async def find_round(conn: AsyncConnection, given: str) -> RoundRow:
    """Return the round with this number or id.

    Raises:
        UnusableError: There is none.
    """
    found = await queries.round_by(conn, given) if given.isprintable() else None
    if found is None:
        raise UnusableError(Phrase("no-such-round", {"text": shown(given)}))
    return found


async def unsent(conn: AsyncConnection, case_id: UUID) -> list[Unsent]:
    """Return what should have left the house for a case and has not, in order."""
    columns = [outbox.c[name] for name in ("seq", "kind", "status", "attempts", "last_error")]
    letter = outbox.c.payload["letter"].astext.label("letter")
    query = select(*columns, letter).where(outbox.c.stream == f"case:{case_id}", outbox.c.status != "done")
    return [Unsent(**row) for row in (await conn.execute(query.order_by(outbox.c.id))).mappings()]


async def open_streams(conn: AsyncConnection) -> int:
    """Return how many cases and rounds are open."""
    return int((await conn.execute(_OPEN_STREAMS)).scalar_one())


async def newest_event(conn: AsyncConnection) -> datetime | None:
    """Return the case time of the newest event; None while nothing has happened."""
    newest: datetime | None = await conn.scalar(select(func.max(trail.c.occurred_at)))
    return newest
