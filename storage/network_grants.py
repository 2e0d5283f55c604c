"""Every grant of an office, living and from before, as its overview counts them."""

from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.networks.counting import GrantOfNetwork
from storage.historical import cases

_GRANTS: Final = text(
    """
    SELECT h.network_id::text AS network, h.case_no, h.grant_year, h.state ->> 'pot' AS pot, h.granted_ore,
           h.state -> 'path' ? 'carry_over' AS carried_over,
           (h.state ->> 'unspent_answer_ore')::bigint AS unspent_ore, said.activities, said.members
      FROM case_head h
      LEFT JOIN LATERAL (
           SELECT content -> 'application' -> 'activities' AS activities,
                  content -> 'application' -> 'members' AS members FROM inbox
            WHERE stream = 'case:' || h.case_id AND kind IN ('submit', 'supplement') AND status = 'done'
            ORDER BY last_seq DESC LIMIT 1
           ) said ON true
     WHERE h.office = :office AND h.grant_year <= :year AND h.granted_ore > 0
     ORDER BY h.grant_year, h.case_no
    """
)


async def grants_of(conn: AsyncConnection, office: str, year: int) -> list[GrantOfNetwork]:
    """Return the grants of *office* up to *year*, those from before this system among them."""
    rows = (await conn.execute(_GRANTS, {"office": office, "year": year})).mappings()
    living = [_of_living(dict(row)) for row in rows]
    old = [_of_old(row) for row in await cases(conn, office) if row["grant_year"] <= year]
    return [*old, *living]


def _of_living(row: dict[str, Any]) -> GrantOfNetwork:
    members = {member["municipality"] for member in row.pop("members") or ()}
    activities = tuple(row.pop("activities") or ())
    return GrantOfNetwork(**row, municipalities=tuple(sorted(members)), activities=activities)


def _of_old(row: dict[str, Any]) -> GrantOfNetwork:
    return GrantOfNetwork(
        network=str(row["network_id"] or row["network_name"]),
        case_no=row["reference"],
        grant_year=row["grant_year"],
        pot=row["project_type"] or row["strand"],
        granted_ore=row["granted_ore"] or 0,
        municipalities=tuple(row["municipalities"]),
    )
