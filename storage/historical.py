"""Old cases in their table: what is known of them, and the dates that are still waited for (E45)."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.historical import DateKind, HistoricalCaseImported, HistoricalDateMet
from domain.officework.desk import HistoricalDate
from storage.tables import historical_case

_DAYS = {
    DateKind.USE_UNTIL: "use_until_day",
    DateKind.REPORT_DUE: "report_due_day",
    DateKind.AUDIT_DUE: "audit_due_day",
}


def historical_row(event: HistoricalCaseImported) -> dict[str, Any]:
    """Return the row of an old case, but for the dates that are met."""
    case = event.case
    row = {name: getattr(case, name) for name in type(case).model_fields if name != "note"}
    note_ref = case.note.ref if case.note is not None else None
    return row | {
        "office": event.office,
        "strand": case.strand.value,
        "project_type": case.project_type.value if case.project_type else None,
        "decided": case.decided.value,
        "municipalities": list(case.municipalities),
        "network_id": UUID(case.network_id) if case.network_id else None,
        "project_id": UUID(case.project_id) if case.project_id else None,
        "note_ref": UUID(note_ref) if note_ref else None,
    }


async def write_imported(conn: AsyncConnection, events: Collection[HistoricalCaseImported]) -> None:
    """Write the rows of old cases."""
    await conn.execute(insert(historical_case), [historical_row(event) for event in events])


async def write_met(conn: AsyncConnection, event: HistoricalDateMet, grant_year: int) -> None:
    """Note that a date of an old case is met."""
    met = historical_case.c.met.op("||")({event.date_kind.value: event.met_on.isoformat()})
    await conn.execute(
        update(historical_case).where(*_one(event.office, grant_year, event.reference)).values(met=met)
    )


async def references(conn: AsyncConnection, office: str, grant_year: int) -> set[str]:
    """Return the references of an office and year that are in."""
    query = select(historical_case.c.reference).where(
        historical_case.c.office == office, historical_case.c.grant_year == grant_year
    )
    return set(await conn.scalars(query))


async def open_dates(
    conn: AsyncConnection, office: str, grant_year: int, reference: str
) -> set[DateKind] | None:
    """Return the dates of an old case that are not met; None where there is no such case."""
    query = select(historical_case).where(*_one(office, grant_year, reference))
    row = (await conn.execute(query)).mappings().one_or_none()
    return None if row is None else {one.kind for one in _waited(row)}


async def waited_dates(conn: AsyncConnection, office: str) -> tuple[HistoricalDate, ...]:
    """Return every date of an office's old cases that is not met."""
    rows = (await conn.execute(select(historical_case).where(historical_case.c.office == office))).mappings()
    return tuple(one for row in rows for one in _waited(row))


async def cases(
    conn: AsyncConnection, office: str | None = None, project_id: UUID | None = None
) -> list[dict[str, Any]]:
    """Return old cases, the newest year first: of an office, of a project, or all."""
    query = select(historical_case).order_by(
        historical_case.c.grant_year.desc(), historical_case.c.office, historical_case.c.reference
    )
    if office is not None:
        query = query.where(historical_case.c.office == office)
    if project_id is not None:
        query = query.where(historical_case.c.project_id == project_id)
    return [dict(row) for row in (await conn.execute(query)).mappings()]


def _one(office: str, grant_year: int, reference: str) -> tuple[Any, ...]:
    table = historical_case.c
    return (table.office == office, table.grant_year == grant_year, table.reference == reference)


def _waited(row: Any) -> list[HistoricalDate]:
    return [
        HistoricalDate(
            reference=row["reference"], grant_year=row["grant_year"], kind=kind, last_day=row[column]
        )
        for kind, column in _DAYS.items()
        if row[column] is not None and kind not in row["met"]
    ]
