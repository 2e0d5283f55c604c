"""What of a case can be erased: its private texts and its documents, as far as they are kept."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.officework.erasing import Kept
from storage import queries
from storage.case_file import Attached, attached
from storage.tables import private_text

#: Where an application, or who confirms it, says where the money goes.
_ACCOUNT: Final = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """A private text of a case. ``field`` is where in its command it stood."""

    ref: UUID
    field: str
    text: str
    created_at: datetime

    @property
    def is_account(self) -> bool:
        """Whether it says where the money goes."""
        return self.field.rpartition(".")[2] == _ACCOUNT


async def kept_texts(conn: AsyncConnection, case_id: UUID) -> list[KeptText]:
    """Return the private texts of a case that are not erased, the oldest first."""
    columns = [private_text.c[name] for name in KeptText.__dataclass_fields__]
    query = select(*columns).where(
        private_text.c.stream == f"case:{case_id}", private_text.c.erased_at.is_(None)
    )
    rows = await conn.execute(query.order_by(private_text.c.created_at, private_text.c.field))
    return [KeptText(**row) for row in rows.mappings()]


async def kept_documents(conn: AsyncConnection, case_id: UUID) -> list[Attached]:
    """Return the documents of a case that are not erased."""
    return [one for one in await attached(conn, case_id) if one.erased_at is None]


async def kept(conn: AsyncConnection, case_no: str) -> Kept | None:
    """Return the same by their ids; None where there is no such case."""
    head = await queries.case_by(conn, case_no)
    if head is None:
        return None
    texts = await kept_texts(conn, head.case_id)
    return Kept(
        office=head.office,
        texts=frozenset(one.ref for one in texts),
        documents=frozenset(one.document_id for one in await kept_documents(conn, head.case_id)),
        needed=frozenset(one.ref for one in texts if one.is_account and not head.finished),
    )
