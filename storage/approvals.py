"""What waits for a leader's decision: every recommendation of an office, the most pressing first."""

from dataclasses import fields
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.lifecycle import Stage
from storage.rows import Head
from storage.tables import case_head, network

#: A longer queue is worked off from its top.
MOST_WAITING: Final = 100


def waiting_query(office: str, limit: int) -> Select[tuple[object, ...]]:
    """Return the statement behind ``waiting_for_approval``."""
    columns = [case_head.c[field.name] for field in fields(Head)]
    return (
        select(*columns, func.coalesce(network.c.name, "").label("network"))
        .outerjoin(network, network.c.network_id == case_head.c.network_id)
        .where(case_head.c.office == office, case_head.c.stage == Stage.AWAITING_APPROVAL.value)
        .order_by(case_head.c.first_due, case_head.c.case_id)
        .limit(limit)
    )


async def waiting_for_approval(conn: AsyncConnection, office: str) -> list[tuple[Head, str]]:
    """Return the cases whose recommendation waits, each with the name of its network."""
    found = []
    for row in (await conn.execute(waiting_query(office, MOST_WAITING))).mappings():
        values = dict(row)
        name = str(values.pop("network"))
        found.append((Head(**values), name))
    return found
