"""Files that a program has uploaded and not sent with anything yet: an organisation's own, each recognised by its content.

Each is a draft of its own without a command, deleted when its time is over; sent with a command it is copied to the command's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid5

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import OFFICE_ROLES, Actor
from storage import drafts, enclosures, sent_drafts
from storage.drafts import Draft
from storage.sent_drafts import File
from storage.tables import draft, draft_file

#: So much may wait at once for one organisation: several commands with all the files that each may bring.
MOST: Final = 100
MOST_BYTES: Final = 300_000_000

_SPACE: Final = UUID("6f1d9a0e-3f5b-5b0a-9f0e-2a51b1d9f7c4")

_COLUMNS: Final = (*(draft_file.c[name] for name in File.__dataclass_fields__), draft.c.keep_until)


class NoRoomError(Exception):
    """So much waits already that nothing more is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload(File):
    """A file that waits, until when."""

    keep_until: datetime


async def keep(conn: AsyncConnection, who: Actor, file: File, content: bytes, now: datetime) -> bool:
    """Keep a file for the organisation of *who*; False where it waits there already, and nothing is changed.

    Raises:
        NoRoomError: Too much waits.
    """
    begun = await drafts.begin(conn, _draft(who, file.sha256, now))
    if not begun:
        return False
    waiting = select(func.count(), func.coalesce(func.sum(draft_file.c.size), 0)).select_from(_HELD)
    count, size = (await conn.execute(_own(waiting, who))).one()
    if count >= MOST or size + file.size > MOST_BYTES:
        raise NoRoomError
    await sent_drafts.keep_file(conn, _id(who, file.sha256), file, content)
    return True


async def of(conn: AsyncConnection, who: Actor) -> list[Upload]:
    """Return what waits for the organisation of *who*, the first received first."""
    query = _own(select(*_COLUMNS).select_from(_HELD), who)
    rows = await conn.execute(query.order_by(draft_file.c.received_at, draft_file.c.name))
    return [Upload(**row) for row in rows.mappings()]


async def one_of(conn: AsyncConnection, who: Actor, sha256: str) -> Upload | None:
    """Return one that waits for the organisation of *who*, or None."""
    query = select(*_COLUMNS).select_from(_HELD).where(draft.c.draft_id == _id(who, sha256))
    row = (await conn.execute(query)).mappings().one_or_none()
    return None if row is None else Upload(**row)


async def drop(conn: AsyncConnection, who: Actor, sha256s: Sequence[str]) -> None:
    """Delete what waits, by its SHA-256."""
    for sha256 in sha256s:
        await drafts.discard(conn, _id(who, sha256))


async def named(conn: AsyncConnection, who: Actor, sha256s: Sequence[str]) -> list[Upload]:
    """Return those of *sha256s* that wait for the organisation of *who*, held until the transaction ends."""
    query = _own(select(*_COLUMNS).select_from(_HELD), who).where(draft_file.c.sha256.in_(sha256s))
    rows = await conn.execute(query.with_for_update(of=draft, read=True))
    return [Upload(**row) for row in rows.mappings()]


async def enclose(conn: AsyncConnection, who: Actor, sha256s: Sequence[str], under: Draft) -> None:
    """Hold files that wait in the draft *under* too, which is begun with them."""
    # What an earlier try left, before anything was received, is not what is sent now.
    await drafts.discard(conn, under.draft_id)
    await drafts.begin(conn, under)
    await enclosures.copy(conn, [_id(who, sha256) for sha256 in sha256s], under.draft_id)


_HELD: Final = draft.join(draft_file, draft_file.c.draft_id == draft.c.draft_id)


def _own(query: Select[Any], who: Actor) -> Select[Any]:
    return query.where(
        draft.c.host == who.unit,
        draft.c.kind == enclosures.KIND,
        draft.c.command_id.is_(None),
    )


def _id(who: Actor, sha256: str) -> UUID:
    return uuid5(_SPACE, f"{who.unit}/{sha256}")


def _draft(who: Actor, sha256: str, now: datetime) -> Draft:
    return Draft(
        draft_id=_id(who, sha256),
        kind=enclosures.KIND,
        host=who.unit,
        office=who.unit if who.role in OFFICE_ROLES else None,
        round_id=None,
        case_id=None,
        about=None,
        revision=0,
        begun_at=now,
        changed_at=now,
        keep_until=now + enclosures.KEPT,
        command_id=None,
        sent_at=None,
        emptied_at=None,
    )
