"""What lies in one case's file: what it is called, its documents and letters, and the application as it was sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import private_texts
from storage.rows import Head
from storage.tables import document, inbox, network, outbox, project


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """What the network and the project of a case are called."""

    network: str
    project: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A document of a case, without its content; one that is erased has no name either."""

    document_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    received_at: datetime
    erased_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLetter:
    """A message of a case: written when an event asked for it, and gone when ``done_at`` says so (real time)."""

    id: int
    seq: int
    payload: dict[str, Any]
    status: str
    created_at: datetime
    done_at: datetime | None


async def titles(conn: AsyncConnection, head: Head) -> Titles:
    """Return what the case's network and project are called."""
    named = select(network.c.name).where(network.c.network_id == head.network_id).scalar_subquery()
    titled = select(project.c.title).where(project.c.project_id == head.project_id).scalar_subquery()
    row = (await conn.execute(select(named, titled))).one()
    return Titles(network=row[0] or "", project=row[1] or "")


async def attached(conn: AsyncConnection, case_id: UUID) -> list[Attached]:
    """Return the documents of a case, the first received first."""
    columns = [document.c[name] for name in Attached.__dataclass_fields__]
    query = select(*columns).where(document.c.stream == f"case:{case_id}")
    rows = await conn.execute(query.order_by(document.c.received_at, document.c.name))
    return [Attached(**row) for row in rows.mappings()]


async def content_of(
    conn: AsyncConnection, case_id: UUID, document_id: UUID
) -> tuple[Attached, bytes] | None:
    """Return a document of a case with its content; None where the case has none with that id, or it is erased."""
    columns = [document.c[name] for name in Attached.__dataclass_fields__]
    query = select(*columns, document.c.content).where(
        document.c.document_id == document_id,
        document.c.stream == f"case:{case_id}",
        document.c.erased_at.is_(None),
    )
    row = (await conn.execute(query)).mappings().one_or_none()
    if row is None:
        return None
    found = dict(row)
    content: bytes = found.pop("content")
    return Attached(**found), content


async def sent_letters(conn: AsyncConnection, case_id: UUID) -> list[SentLetter]:
    """Return the messages of a case, the first written first."""
    columns = [outbox.c[name] for name in SentLetter.__dataclass_fields__]
    query = select(*columns).where(outbox.c.stream == f"case:{case_id}", outbox.c.kind == "message")
    rows = await conn.execute(query.order_by(outbox.c.id))
    return [SentLetter(**row) for row in rows.mappings()]


async def application_of(conn: AsyncConnection, case_id: UUID) -> dict[str, Any] | None:
    """Return the newest application of a case as it was sent, with its sealed texts opened; None where there is none."""
    return next(iter(await applications_of(conn, case_id, 1)), None)


async def applications_of(conn: AsyncConnection, case_id: UUID, most: int) -> list[dict[str, Any]]:
    """Return the applications of a case as they were sent, the newest first, with their sealed texts opened."""
    query = (
        select(inbox.c.content["application"])
        .where(
            inbox.c.stream == f"case:{case_id}",
            inbox.c.kind.in_(("submit", "supplement")),
            inbox.c.status == "done",
        )
        .order_by(inbox.c.last_seq.desc())
        .limit(most)
    )
    sealed: list[dict[str, Any]] = list(await conn.scalars(query))
    refs = list(dict.fromkeys(ref for one in sealed for ref in _refs(one)))
    texts = await private_texts.texts(conn, refs) if refs else {}
    return [_opened(one, texts) for one in sealed]


def _refs(value: Any) -> Iterable[UUID]:
    if isinstance(value, dict):
        if value.keys() == {"ref", "digest"}:
            yield UUID(value["ref"])
            return
        for inner in value.values():
            yield from _refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _refs(inner)


def _opened(value: Any, texts: dict[UUID, str | None]) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"ref", "digest"}:
            return texts.get(UUID(value["ref"]))
        return {key: _opened(inner, texts) for key, inner in value.items()}
    if isinstance(value, list):
        return [_opened(inner, texts) for inner in value]
    return value
