"""Documents of cases, erased when their time is over, while the trail stays whole."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import document


async def erase(conn: AsyncConnection, ids: Sequence[UUID], at: datetime) -> int:
    """Erase documents for good, their names with them, and return how many there were left to erase.

    The rows stay, empty, with the SHA-256 that the events name: whoever reads the case sees that there was a document.
    """
    gone = update(document).where(document.c.document_id.in_(ids), document.c.erased_at.is_(None))
    return (await conn.execute(gone.values(name="", content=b"", erased_at=at))).rowcount
