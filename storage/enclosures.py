"""Files that come with a command: held under its id from before it is received, and with the case once it is carried out.

They are a draft of their own kind: what is never sent, or refused, is deleted when its time is over.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import OFFICE_ROLES, Actor
from storage import drafts
from storage.drafts import Draft
from storage.sent_drafts import File
from storage.tables import draft_file

KIND: Final = "files"

#: What is never sent is deleted after so long.
KEPT: Final = timedelta(days=7)


def draft_id(command_id: UUID) -> UUID:
    """Return the id of the draft that holds the files of a command."""
    return uuid5(command_id, KIND)


def draft_for(who: Actor, command_id: UUID, case_id: UUID, about: str, *, host: str, now: datetime) -> Draft:
    """Return the draft, not begun yet, for the files that *who* sends with a command.

    Args:
        who: The sender; it is of the office or the municipality.
        command_id: The command.
        case_id: Its case.
        about: Its kind.
        host: The municipality that the case is of.
        now: Case time (UTC).
    """
    return Draft(
        draft_id=draft_id(command_id),
        kind=KIND,
        host=host,
        office=who.unit if who.role in OFFICE_ROLES else None,
        round_id=None,
        case_id=case_id,
        about=about,
        revision=0,
        begun_at=now,
        changed_at=now,
        keep_until=now + KEPT,
        command_id=command_id,
        sent_at=now,
        emptied_at=None,
    )


async def move(conn: AsyncConnection, held: Draft, command_id: UUID) -> None:
    """Hold the files under another command's id: the first was refused, and the sender tries again."""
    moved = replace(held, draft_id=draft_id(command_id), command_id=command_id)
    await drafts.begin(conn, moved)
    await copy(conn, [held.draft_id], moved.draft_id)
    await drafts.discard(conn, held.draft_id)


async def copy(conn: AsyncConnection, sources: Collection[UUID], target: UUID) -> int:
    """Hold the files of several drafts in another too, and return how many there were."""
    columns = [*File.__dataclass_fields__, "content"]
    held = select(literal(target), *(draft_file.c[name] for name in columns))
    kept = insert(draft_file).from_select(
        ["draft_id", *columns], held.where(draft_file.c.draft_id.in_(sources))
    )
    return (await conn.execute(kept)).rowcount
