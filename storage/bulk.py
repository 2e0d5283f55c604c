"""The same command to many cases at once: which cases and commands belong together, and how far each has come."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, false, func, select, true
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from domain.decisions.reminding import ASKED
from storage.rows import Head
from storage.tables import bulk_run, case_head, deadline, inbox, network

#: More than that at once nobody looks through.
MOST_AT_ONCE: Final = 200

#: How long the answers of a run are found together.
_KEPT: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A case that is to be one of many: with its network's name, and what the municipality is awaited for, if anything."""

    head: Head
    network: str
    clock: str | None
    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRun:
    """What is asked for: the command, and in each case (by number) its id; ``made_at`` is real time."""

    run_id: UUID
    kind: str
    made_at: datetime
    items: tuple[tuple[str, UUID], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkItem:
    """One case of a run, and its command. ``status`` is the inbox's; ``answer`` is what came of it."""

    case_no: str
    command_id: UUID
    status: str
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkRun:
    """One run: the command, when it was asked for (real time), and its cases in their order."""

    kind: str
    made_at: datetime
    items: tuple[BulkItem, ...]

    @property
    def waiting(self) -> int:
        return sum(item.status == "pending" for item in self.items)

    @property
    def refused(self) -> int:
        return sum(item.status == "refused" for item in self.items)


async def chosen(
    conn: AsyncConnection, office: str, numbers: Collection[str] = (), officer: str | None = None
) -> list[Chosen]:
    """Return the unfinished cases of *office* with one of *numbers*, or all that *officer* has; at most ``MOST_AT_ONCE``."""
    mine = (case_head.c.office == office, case_head.c.finished == false())
    which = case_head.c.case_no.in_(numbers) if officer is None else case_head.c.officer == officer
    return [_chosen(dict(row)) for row in (await conn.execute(_CHOSEN.where(*mine, which))).mappings()]


def _next_of_municipality() -> Select[Any]:
    theirs = func.split_part(deadline.c.clock, ":", 1).in_(sorted(ASKED))
    return (
        select(deadline.c.case_id, deadline.c.clock, deadline.c.due)
        .where(theirs)
        .where(deadline.c.case_id == case_head.c.case_id)
        .order_by(deadline.c.due, deadline.c.clock)
        .limit(1)
    )


_THEIRS: Final = _next_of_municipality().lateral("theirs")
_SHOWN: Final[list[ColumnElement[Any]]] = [
    *(case_head.c[field.name] for field in fields(Head)),
    func.coalesce(network.c.name, "").label("network"),
    _THEIRS.c.clock,
    _THEIRS.c.due,
]
_CHOSEN: Final = (
    select(*_SHOWN)
    .outerjoin(network, network.c.network_id == case_head.c.network_id)
    .outerjoin(_THEIRS, true())
    .order_by(func.length(case_head.c.case_no), case_head.c.case_no)
    .limit(MOST_AT_ONCE)
)


def _chosen(row: dict[str, Any]) -> Chosen:
    beside = {name: row.pop(name) for name in ("network", "clock", "due")}
    return Chosen(head=Head(**row), **beside)


async def keep(conn: AsyncConnection, who: Actor, run: NewRun) -> bool:
    """Note what *who* asked for, so that each answer is found again; False where it was noted before."""
    row = {"subject": who.subject, "role": who.role.value, "unit": who.unit}
    listed = [{"case_no": case_no, "command_id": str(command_id)} for case_no, command_id in run.items]
    values = {"run_id": run.run_id, "kind": run.kind, "made_at": run.made_at, "commands": listed}
    noted = insert(bulk_run).values(**row, **values).on_conflict_do_nothing()
    return (await conn.execute(noted.returning(bulk_run.c.run_id))).one_or_none() is not None


async def forget(conn: AsyncConnection, real_now: datetime) -> int:
    """Delete the runs that nobody looks at any more, and return how many; what was done stands in the cases."""
    gone = await conn.execute(delete(bulk_run).where(bulk_run.c.made_at < real_now - _KEPT))
    return gone.rowcount


async def run_of(conn: AsyncConnection, run_id: UUID, who: Actor) -> BulkRun | None:
    """Return a run as it stands; None where *who* asked for none with that id."""
    query = select(bulk_run.c.kind, bulk_run.c.made_at, bulk_run.c.commands).where(
        bulk_run.c.run_id == run_id,
        bulk_run.c.subject == who.subject,
        bulk_run.c.role == who.role.value,
        bulk_run.c.unit == who.unit,
    )
    row = (await conn.execute(query)).one_or_none()
    if row is None:
        return None
    ids = [UUID(item["command_id"]) for item in row.commands]
    settled = {
        found.command_id: found
        for found in await conn.execute(
            select(inbox.c.command_id, inbox.c.status, inbox.c.answer).where(inbox.c.command_id.in_(ids))
        )
    }
    items = tuple(
        BulkItem(
            case_no=item["case_no"],
            command_id=key,
            status=settled[key].status if key in settled else "pending",
            answer=(settled[key].answer if key in settled else None) or {},
        )
        for item, key in zip(row.commands, ids, strict=True)
    )
    return BulkRun(kind=row.kind, made_at=row.made_at, items=items)
