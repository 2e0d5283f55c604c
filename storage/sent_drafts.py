"""What becomes of a draft: it is sent under one command id, its files go to the case, and then it is emptied.

A draft that is sent keeps what is written in it until the command is carried out: a refused one goes on being written.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import document, draft, draft_field, draft_file, draft_partner, draft_presence, inbox

_PARTS: Final = (draft_field, draft_partner, draft_presence, draft_file)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file in a draft, without its content. ``scan`` says whether anybody looked for malware."""

    sha256: str
    name: str
    media_type: str
    size: int
    scan: str
    received_at: datetime


async def files(conn: AsyncConnection, draft_id: UUID) -> list[File]:
    """Return the files of a draft, the first received first."""
    columns = [draft_file.c[name] for name in File.__dataclass_fields__]
    query = select(*columns).where(draft_file.c.draft_id == draft_id)
    rows = await conn.execute(query.order_by(draft_file.c.received_at, draft_file.c.name))
    return [File(**row) for row in rows.mappings()]


async def keep_file(conn: AsyncConnection, draft_id: UUID, file: File, content: bytes) -> None:
    """Keep a file with a draft, once however often it is sent."""
    values = {name: getattr(file, name) for name in File.__dataclass_fields__}
    row = pg_insert(draft_file).values(draft_id=draft_id, content=content, **values)
    await conn.execute(row.on_conflict_do_nothing())


async def file_content(conn: AsyncConnection, draft_id: UUID, sha256: str) -> tuple[File, bytes] | None:
    """Return a file of a draft with its content, or None."""
    columns = [draft_file.c[name] for name in File.__dataclass_fields__]
    query = select(*columns, draft_file.c.content).where(
        draft_file.c.draft_id == draft_id, draft_file.c.sha256 == sha256
    )
    row = (await conn.execute(query)).mappings().one_or_none()
    if row is None:
        return None
    found = dict(row)
    content: bytes = found.pop("content")
    return File(**found), content


async def drop_file(conn: AsyncConnection, draft_id: UUID, sha256: str) -> None:
    """Delete a file from a draft."""
    await conn.execute(
        delete(draft_file).where(draft_file.c.draft_id == draft_id, draft_file.c.sha256 == sha256)
    )


async def sending(
    conn: AsyncConnection, draft_id: UUID, command_id: UUID, case_id: UUID, at: datetime
) -> None:
    """Note under which command a draft is sent, and to which case; before anything is received."""
    await conn.execute(
        update(draft)
        .where(draft.c.draft_id == draft_id)
        .values(command_id=command_id, case_id=case_id, sent_at=at)
    )


async def take_back(conn: AsyncConnection, draft_id: UUID) -> None:
    """Let a draft whose command was refused be written in again."""
    values = {"command_id": None, "sent_at": None}
    await conn.execute(update(draft).where(draft.c.draft_id == draft_id).values(values))


async def empty_sent(conn: AsyncConnection, at: datetime, draft_id: UUID | None = None) -> int:
    """Empty the drafts whose command is carried out, all or one: their files go to the case. Return how many."""
    query = (
        select(draft.c.draft_id, draft.c.command_id, draft.c.case_id, inbox.c.received_at)
        .join(inbox, inbox.c.command_id == draft.c.command_id)
        .where(draft.c.emptied_at.is_(None), inbox.c.status == "done")
        .with_for_update(of=draft)
    )
    if draft_id is not None:
        query = query.where(draft.c.draft_id == draft_id)
    done = (await conn.execute(query)).all()
    for row in done:
        for file in await files(conn, row.draft_id):
            await _to_case(
                conn,
                row.draft_id,
                file,
                command_id=row.command_id,
                case_id=row.case_id,
                at=row.received_at,
            )
        for part in _PARTS:
            await conn.execute(delete(part).where(part.c.draft_id == row.draft_id))
        emptied = update(draft).where(draft.c.draft_id == row.draft_id)
        await conn.execute(emptied.values(emptied_at=at))
    return len(done)


async def _to_case(
    conn: AsyncConnection, draft_id: UUID, file: File, *, command_id: UUID, case_id: UUID, at: datetime
) -> None:
    columns = ["document_id", "stream", "name", "media_type", "sha256", "size", "content", "received_at"]
    source = select(
        # From the command's id: the same file sent again is the same document.
        literal(uuid5(command_id, file.sha256)),
        literal(f"case:{case_id}"),
        draft_file.c.name,
        draft_file.c.media_type,
        draft_file.c.sha256,
        draft_file.c.size,
        draft_file.c.content,
        literal(at),
    ).where(draft_file.c.draft_id == draft_id, draft_file.c.sha256 == file.sha256)
    await conn.execute(pg_insert(document).from_select(columns, source).on_conflict_do_nothing())


async def purge(conn: AsyncConnection, as_of: datetime) -> int:
    """Delete the drafts whose time is over at *as_of* (case time), and return how many.

    One that was sent and waits for the engine is not among them: it is all there is of the files.
    """
    waiting = select(inbox.c.command_id).where(inbox.c.status == "pending")
    gone = delete(draft).where(
        draft.c.keep_until <= as_of,
        draft.c.command_id.is_(None) | draft.c.command_id.not_in(waiting),
    )
    result = await conn.execute(gone)
    return result.rowcount


async def file_bytes(conn: AsyncConnection, draft_id: UUID) -> int:
    """Return how much the files of a draft take."""
    total = func.coalesce(func.sum(draft_file.c.size), 0)
    return int(await conn.scalar(select(total).where(draft_file.c.draft_id == draft_id)) or 0)
