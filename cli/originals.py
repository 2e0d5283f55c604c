"""The original of an application that came on paper or by e-mail: kept as it is, with its digest, beside the case."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from cli.errors import UnusableError
from cli.reading import read_bytes
from domain.problems import Problem, shown
from storage.media_types import media_type
from storage.tables import document

MAX_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it came."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its digest in hex."""
        return hashlib.sha256(self.content).hexdigest()


def read_original(path: Path) -> Original:
    """Return the file at *path*.

    Raises:
        UnusableError: It cannot be read, is empty, or is larger than ``MAX_BYTES``.
    """
    content = read_bytes(path, MAX_BYTES)
    if not content:
        raise UnusableError(Problem("--original", "empty", "is empty"))
    return Original(name=shown(path.name), media_type=media_type(content), content=content)


async def keep(
    conn: AsyncConnection, original: Original, *, case_id: UUID, command_id: UUID, received_at: datetime
) -> UUID:
    """Store *original* with the case that *command_id* is about, once however often it is sent; return its id."""
    document_id = uuid5(command_id, "original")
    row = insert(document).values(
        document_id=document_id,
        stream=f"case:{case_id}",
        name=original.name,
        media_type=original.media_type,
        sha256=original.sha256,
        size=len(original.content),
        content=original.content,
        received_at=received_at,
    )
    await conn.execute(row.on_conflict_do_nothing())
    return document_id
