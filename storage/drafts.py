"""What a municipality, or an office from paper, has begun and not sent: plain rows without a trail, deleted whole when their time is over.

Every field is a row of its own, kept as it was typed. Whoever saves says how each field looked when the page was made:
so what somebody else has changed since is neither lost nor overwritten, and only a field that both changed is asked about.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor, Role
from storage.tables import draft, draft_field, draft_partner, draft_presence

Row = TypeVar("Row")

#: More fields than any application has.
MOST_FIELDS: Final = 4_000

_MARK: Final = 8


class TooManyFieldsError(Exception):
    """A draft would get more fields than any application has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft, without what is written in it. Instants are case time (UTC).

    Args:
        host: The municipality that applies, by its organisation number.
        office: The office that registers it from paper; None where the municipality itself writes it.
    """

    draft_id: UUID
    kind: str
    host: str
    round_id: UUID | None
    case_id: UUID | None
    about: str | None
    revision: int
    begun_at: datetime
    changed_at: datetime
    keep_until: datetime
    command_id: UUID | None
    sent_at: datetime | None
    emptied_at: datetime | None
    office: str | None = None

    @property
    def owner(self) -> str:
        """The unit whose it is to write and send."""
        return self.office or self.host

    @property
    def manner(self) -> str:
        """How it is sent, in the names of words: its kind, or ``paper``."""
        return "paper" if self.office else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One field as it was typed, and by whom."""

    path: str
    value: str
    by: Actor
    changed_at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """A municipality that is asked to take part, and what its own login answered."""

    municipality: str
    org_number: str
    invited_at: datetime
    reminded_at: datetime | None
    answer: str | None
    answered_at: datetime | None
    anchored_by: str | None
    anchored_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that somebody else changed while it was being written in."""

    path: str
    mine: str
    theirs: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What came of a saving: the fields that were written, and those that must be asked about."""

    revision: int
    written: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Somebody who has the draft open."""

    who: Actor
    step: str
    seen_at: datetime


def mark(value: str) -> str:
    """Return a short mark of how a field looks, for recognising it again."""
    return hashlib.sha256(value.encode()).hexdigest()[:_MARK]


# --- drafts ---------------------------------------------------------------------------------------------------------


async def begin(conn: AsyncConnection, new: Draft) -> bool:
    """Begin a draft; False where one with its id is begun already."""
    row = pg_insert(draft).values({one.name: getattr(new, one.name) for one in fields(Draft)})
    return (await conn.execute(row.on_conflict_do_nothing())).rowcount == 1


async def draft_by(conn: AsyncConnection, draft_id: UUID, *, locked: bool = False) -> Draft | None:
    """Return the draft with this id, *locked* until the transaction ends, or None."""
    query = select(*_of(Draft, draft)).where(draft.c.draft_id == draft_id)
    return await _one(conn, query.with_for_update() if locked else query, Draft)


async def drafts_of(conn: AsyncConnection, org_number: str) -> list[Draft]:
    """Return the drafts that are a municipality's own, or that it is asked to take part in; the last changed first."""
    asked = exists().where(
        draft_partner.c.draft_id == draft.c.draft_id, draft_partner.c.org_number == org_number
    )
    query = select(*_of(Draft, draft)).where(
        or_(draft.c.host == org_number, asked), draft.c.office.is_(None), draft.c.emptied_at.is_(None)
    )
    return await _all(conn, query.order_by(draft.c.changed_at.desc(), draft.c.draft_id), Draft)


async def paper_drafts(conn: AsyncConnection, office: str, round_id: UUID) -> list[Draft]:
    """Return what an office has begun to register from paper in a round; the last changed first."""
    query = select(*_of(Draft, draft)).where(
        draft.c.office == office, draft.c.round_id == round_id, draft.c.emptied_at.is_(None)
    )
    return await _all(conn, query.order_by(draft.c.changed_at.desc(), draft.c.draft_id), Draft)


async def draft_about(conn: AsyncConnection, case_id: UUID, kind: str, about: str | None) -> Draft | None:
    """Return the draft of *kind* that is begun in a case, and not sent."""
    query = select(*_of(Draft, draft)).where(
        draft.c.case_id == case_id,
        draft.c.kind == kind,
        draft.c.about.is_not_distinct_from(about),
        draft.c.emptied_at.is_(None),
    )
    return await _one(conn, query.limit(1), Draft)


async def discard(conn: AsyncConnection, draft_id: UUID) -> None:
    """Delete a draft with all that is in it."""
    await conn.execute(delete(draft).where(draft.c.draft_id == draft_id))


# --- what is written in them ----------------------------------------------------------------------------------------


async def written(conn: AsyncConnection, draft_id: UUID) -> dict[str, Written]:
    """Return every field of a draft by its path."""
    query = select(draft_field).where(draft_field.c.draft_id == draft_id).order_by(draft_field.c.path)
    return {row["path"]: _written(dict(row)) for row in (await conn.execute(query)).mappings()}


async def titles(conn: AsyncConnection, ids: Iterable[UUID], path: str) -> dict[UUID, str]:
    """Return one field of several drafts, those where something is written in it."""
    query = select(draft_field.c.draft_id, draft_field.c.value).where(
        draft_field.c.draft_id.in_(list(ids)), draft_field.c.path == path, draft_field.c.value != ""
    )
    return {row.draft_id: row.value for row in await conn.execute(query)}


async def save(
    conn: AsyncConnection,
    draft_id: UUID,
    typed: Mapping[str, str],
    *,
    seen: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> Saved:
    """Write what was typed into a draft that the caller's transaction has locked.

    Args:
        conn: The connection, with the draft locked.
        draft_id: The draft.
        typed: Value by path, as it stands in the form.
        seen: Mark of each field as it was when the form was made; a field without one is written whatever it was.
        by: Who writes.
        at: When (case time).

    Raises:
        TooManyFieldsError: Nobody types so many.
    """
    before = await written(conn, draft_id)
    changed: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for path, value in typed.items():
        old = before[path].value if path in before else ""
        if value == old or seen.get(path) == mark(value):
            continue
        theirs = path in before and before[path].by.subject != by.subject
        if theirs and path in seen and seen[path] != mark(old):
            conflicts.append(Conflict(path=path, mine=value, theirs=before[path]))
            continue
        changed[path] = value
    if len(before.keys() | changed.keys()) > MOST_FIELDS:
        raise TooManyFieldsError
    revision = await _write(conn, draft_id, changed, by, at)
    return Saved(revision=revision, written=tuple(changed), conflicts=tuple(conflicts))


async def put(
    conn: AsyncConnection, draft_id: UUID, values: Mapping[str, str], by: Actor, at: datetime
) -> int:
    """Write *values* whatever stood there, and return the new revision; the caller has locked the draft."""
    return await _write(conn, draft_id, values, by, at)


async def remove(conn: AsyncConnection, draft_id: UUID, prefix: str, at: datetime) -> None:
    """Delete every field whose path begins with *prefix*."""
    gone = delete(draft_field).where(
        draft_field.c.draft_id == draft_id, draft_field.c.path.startswith(prefix, autoescape=True)
    )
    await conn.execute(gone)
    await _count(conn, draft_id, at)


async def _write(
    conn: AsyncConnection, draft_id: UUID, values: Mapping[str, str], by: Actor, at: datetime
) -> int:
    if not values:
        found = await conn.scalar(select(draft.c.revision).where(draft.c.draft_id == draft_id))
        return int(found or 0)
    revision = await _count(conn, draft_id, at)
    rows = [
        {
            "draft_id": draft_id,
            "path": path,
            "value": value,
            "by_subject": by.subject,
            "by_role": by.role.value,
            "by_unit": by.unit,
            "changed_at": at,
            "revision": revision,
        }
        for path, value in values.items()
    ]
    new = pg_insert(draft_field)
    await conn.execute(
        new.on_conflict_do_update(
            index_elements=["draft_id", "path"],
            set_={name: new.excluded[name] for name in rows[0] if name not in {"draft_id", "path"}},
        ),
        rows,
    )
    return revision


async def _count(conn: AsyncConnection, draft_id: UUID, at: datetime) -> int:
    counted = (
        update(draft)
        .where(draft.c.draft_id == draft_id)
        .values(revision=draft.c.revision + 1, changed_at=at)
        .returning(draft.c.revision)
    )
    return int((await conn.execute(counted)).scalar_one())


# --- who takes part -------------------------------------------------------------------------------------------------


async def partners(conn: AsyncConnection, draft_id: UUID) -> list[Partner]:
    """Return the municipalities of a draft in the order they were asked."""
    query = select(*_of(Partner, draft_partner)).where(draft_partner.c.draft_id == draft_id)
    return await _all(conn, query.order_by(draft_partner.c.invited_at, draft_partner.c.municipality), Partner)


async def invite(
    conn: AsyncConnection, draft_id: UUID, municipality: str, org_number: str, at: datetime
) -> None:
    """Ask a municipality to take part; one that is asked already stays as it is."""
    row = pg_insert(draft_partner).values(
        draft_id=draft_id, municipality=municipality, org_number=org_number, invited_at=at
    )
    await conn.execute(row.on_conflict_do_nothing())
    await _count(conn, draft_id, at)


async def remind(conn: AsyncConnection, draft_id: UUID, municipality: str, at: datetime) -> int:
    """Note that a municipality that has not answered is reminded; return the draft's new revision."""
    await conn.execute(
        update(draft_partner)
        .where(*_partner(draft_id, municipality), draft_partner.c.answer.is_(None))
        .values(reminded_at=at)
    )
    return await _count(conn, draft_id, at)


async def strike(conn: AsyncConnection, draft_id: UUID, municipality: str, at: datetime) -> None:
    """Take a municipality out."""
    await conn.execute(delete(draft_partner).where(*_partner(draft_id, municipality)))
    await _count(conn, draft_id, at)


async def answer(
    conn: AsyncConnection,
    draft_id: UUID,
    municipality: str,
    *,
    confirmed: bool,
    anchored_by: str | None,
    anchored_as: str | None,
    at: datetime,
) -> None:
    """Note what a municipality's own login answered."""
    values = {
        "answer": "confirmed" if confirmed else "declined",
        "answered_at": at,
        "anchored_by": anchored_by,
        "anchored_as": anchored_as,
    }
    await conn.execute(update(draft_partner).where(*_partner(draft_id, municipality)).values(values))
    await _count(conn, draft_id, at)


def _partner(draft_id: UUID, municipality: str) -> tuple[Any, ...]:
    return draft_partner.c.draft_id == draft_id, draft_partner.c.municipality == municipality


async def be_present(conn: AsyncConnection, draft_id: UUID, who: Actor, step: str, at: datetime) -> None:
    """Note that somebody has a step of a draft open."""
    values = {"role": who.role.value, "unit": who.unit, "step": step, "seen_at": at}
    row = pg_insert(draft_presence).values(draft_id=draft_id, subject=who.subject, **values)
    await conn.execute(row.on_conflict_do_update(index_elements=["draft_id", "subject"], set_=values))


async def others(conn: AsyncConnection, draft_id: UUID, me: str, since: datetime) -> list[Present]:
    """Return who else has had a draft open since *since*."""
    query = select(draft_presence).where(
        draft_presence.c.draft_id == draft_id,
        draft_presence.c.subject != me,
        draft_presence.c.seen_at >= since,
    )
    return [
        Present(
            who=Actor(subject=row.subject, role=Role(row.role), unit=row.unit),
            step=row.step,
            seen_at=row.seen_at,
        )
        for row in await conn.execute(query.order_by(draft_presence.c.subject))
    ]


# --- how rows are read ----------------------------------------------------------------------------------------------


def _written(row: Mapping[str, Any]) -> Written:
    by = Actor(subject=row["by_subject"], role=Role(row["by_role"]), unit=row["by_unit"])
    return Written(
        path=row["path"], value=row["value"], by=by, changed_at=row["changed_at"], revision=row["revision"]
    )


def _of(row: type[Any], table: Any) -> list[Any]:
    return [table.c[one.name] for one in fields(row)]


async def _all(conn: AsyncConnection, query: Any, row: type[Row]) -> list[Row]:
    return [row(**found) for found in (await conn.execute(query)).mappings()]


async def _one(conn: AsyncConnection, query: Any, row: type[Row]) -> Row | None:
    return next(iter(await _all(conn, query, row)), None)
