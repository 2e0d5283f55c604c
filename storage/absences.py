"""Who is away and who stands in: the substitute sees the tasks among their own. It gives no authority, so it is no trail."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from storage.tables import absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A case officer is away on Norwegian days, both included; ``substitute`` sees the tasks meanwhile."""

    subject: str
    first_day: date
    last_day: date
    substitute: str


async def absences(conn: AsyncConnection, office: str, today: date) -> list[Absence]:
    """Return who of *office* is away on *today* or later, the earliest first."""
    query = (
        select(absence.c.subject, absence.c.first_day, absence.c.last_day, absence.c.substitute)
        .where(absence.c.office == office, absence.c.last_day >= today)
        .order_by(absence.c.first_day, absence.c.subject)
    )
    return [Absence(**row) for row in (await conn.execute(query)).mappings()]


async def keep(conn: AsyncConnection, by: Actor, away: Absence, now: datetime) -> None:
    """Note that somebody of the office of *by* is away; what begins on the same day is replaced. *now* is real time."""
    key = {"office": by.unit, "subject": away.subject, "first_day": away.first_day}
    said = {
        "last_day": away.last_day,
        "substitute": away.substitute,
        "by_subject": by.subject,
        "said_at": now,
    }
    row = insert(absence).values(**key, **said)
    await conn.execute(row.on_conflict_do_update(index_elements=list(key), set_=said))


async def drop(conn: AsyncConnection, office: str, subject: str, first_day: date) -> None:
    """Forget an absence."""
    key = (absence.c.office == office, absence.c.subject == subject, absence.c.first_day == first_day)
    await conn.execute(delete(absence).where(*key))


async def stood_in_for(conn: AsyncConnection, office: str, substitute: str, today: date) -> frozenset[str]:
    """Return for whom *substitute* stands in on *today*."""
    now = (absence.c.first_day <= today, absence.c.last_day >= today)
    query = select(absence.c.subject).where(
        absence.c.office == office, absence.c.substitute == substitute, *now
    )
    return frozenset(await conn.scalars(query))
