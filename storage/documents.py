"""Documents of cases, erased when their time is over, while the trail stays whole."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import document


async def names(conn: AsyncConnection, stream: str, digests: Sequence[str]) -> dict[str, str]:
    """Return what files of a case are called, by their SHA-256; those that are erased are left out."""
    query = select(document.c.sha256, document.c.name).where(
        document.c.stream == stream, document.c.sha256.in_(digests), document.c.erased_at.is_(None)
    )
    return {row.sha256: row.name for row in await conn.execute(query)}


async def erase(conn: AsyncConnection, ids: Sequence[UUID], at: datetime) -> int:
    """Erase documents for good, their names with them, and return how many there were left to erase.

    The rows stay, empty, with the SHA-256 that the events name: whoever reads the case sees that there was a document.
    """
    gone = update(document).where(document.c.document_id.in_(ids), document.c.erased_at.is_(None))
    return (await conn.execute(gone.values(name="", content=b"", erased_at=at))).rowcount
