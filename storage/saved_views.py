"""Lists that somebody wants to see again: an address's filters under a name of one's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from storage.tables import saved_view

#: More than that nobody finds again.
MOST_VIEWS: Final = 30

#: Whose a view is.
_KEY: Final = ("subject", "role", "unit")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A list under a name; ``query`` is what stands after the question mark of its address."""

    name: str
    query: str


#: Every page of the list asks it: it is made once.
_SAVED: Final = (
    select(saved_view.c.name, saved_view.c.query)
    .where(*(saved_view.c[name] == bindparam(name) for name in _KEY))
    .order_by(saved_view.c.saved_at)
    .limit(MOST_VIEWS)
)


async def saved_views(conn: AsyncConnection, who: Actor) -> list[SavedView]:
    """Return what *who* has saved in this role, the first saved first."""
    rows = await conn.execute(_SAVED, {name: str(getattr(who, name)) for name in _KEY})
    return [SavedView(**row) for row in rows.mappings()]


async def save(conn: AsyncConnection, who: Actor, view: SavedView, now: datetime) -> None:
    """Keep *view* for *who* at *now* (real time); what had its name before is replaced."""
    key = {"subject": who.subject, "role": who.role.value, "unit": who.unit, "name": view.name}
    row = insert(saved_view).values(**key, query=view.query, saved_at=now)
    await conn.execute(row.on_conflict_do_update(index_elements=list(key), set_={"query": view.query}))


async def forget(conn: AsyncConnection, who: Actor, name: str) -> None:
    """Drop the view of *who* called *name*, where there is one."""
    await conn.execute(delete(saved_view).where(*_of(who), saved_view.c.name == name))


def _of(who: Actor) -> tuple[ColumnElement[bool], ...]:
    row = saved_view.c
    return (row.subject == who.subject, row.role == who.role.value, row.unit == who.unit)
