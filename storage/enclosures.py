"""Files that come with a command: held under its id from before it is received, and with the case once it is carried out.

They are a draft of their own kind: what is never sent, or refused, is deleted when its time is over.
"""

from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import drafts
from storage.drafts import Draft
from storage.sent_drafts import File
from storage.tables import draft_file

KIND: Final = "files"


def draft_id(command_id: UUID) -> UUID:
    """Return the id of the draft that holds the files of a command."""
    return uuid5(command_id, KIND)


async def move(conn: AsyncConnection, held: Draft, command_id: UUID) -> None:
    """Hold the files under another command's id: the first was refused, and the sender tries again."""
    moved = replace(held, draft_id=draft_id(command_id), command_id=command_id)
    await drafts.begin(conn, moved)
    columns = [*File.__dataclass_fields__, "content"]
    source = select(literal(moved.draft_id), *(draft_file.c[name] for name in columns))
    kept = insert(draft_file).from_select(
        ["draft_id", *columns], source.where(draft_file.c.draft_id == held.draft_id)
    )
    await conn.execute(kept)
    await drafts.discard(conn, held.draft_id)
