"""Private texts: read with the case, and erased when their time is over, while the trail stays whole."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import private_text

# A digest whose salt is known gives a short text away to whoever guesses: the command's salt goes with the text.
_FORGET_COMMAND: Final = text("""
    update inbox set content_salt = null
     where stream = any(:streams) and content_salt is not null
       and exists (select from unnest(cast(:refs as text[])) as r(ref)
                    where jsonb_path_exists(content, '$.** ? (@ == $ref)', jsonb_build_object('ref', r.ref)))
""")


async def texts(conn: AsyncConnection, refs: Sequence[UUID]) -> dict[UUID, str | None]:
    """Return the texts by their row's id: None for one that was erased; an unknown id is left out."""
    query = select(private_text.c.ref, private_text.c.text).where(private_text.c.ref.in_(refs))
    return {row.ref: row.text for row in await conn.execute(query)}


async def erase(conn: AsyncConnection, refs: Sequence[UUID], at: datetime) -> int:
    """Erase private texts for good, and return how many there were left to erase.

    The rows stay, empty: whoever reads the case sees that there was a text, and when it was erased.
    """
    gone = await conn.execute(
        update(private_text)
        .where(private_text.c.ref.in_(refs), private_text.c.text.is_not(None))
        .values(text=None, salt=None, erased_at=at)
        .returning(private_text.c.ref, private_text.c.stream)
    )
    erased = gone.all()
    if erased:
        found = {"streams": sorted({row.stream for row in erased}), "refs": [str(row.ref) for row in erased]}
        await conn.execute(_FORGET_COMMAND, found)
    return len(erased)
