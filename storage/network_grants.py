"""The grants of an office, living and from before, as its overview of a year counts them.

Of a grant is read what its year asks for and no more: an office has a hundred thousand of them after some years.
"""

from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.networks.counting import GrantOfNetwork
from storage.historical import cases

_OF_THE_YEAR: Final = text(
    """
    SELECT h.network_id::text AS network, h.case_no, h.grant_year, h.state ->> 'pot' AS pot, h.granted_ore,
           h.state -> 'path' ? 'carry_over' AS carried_over,
           (h.state ->> 'unspent_answer_ore')::bigint AS unspent_ore,
           ARRAY(SELECT jsonb_array_elements_text(said.form -> 'activities')) AS activities,
           ARRAY(SELECT DISTINCT member ->> 'municipality' FROM jsonb_array_elements(said.form -> 'members') member
                  ORDER BY 1) AS municipalities
      FROM case_head h
      LEFT JOIN LATERAL (
           SELECT content -> 'application' AS form FROM inbox
            WHERE stream = 'case:' || h.case_id AND kind IN ('submit', 'supplement') AND status = 'done'
            ORDER BY last_seq DESC LIMIT 1
           ) said ON true
     WHERE h.office = :office AND h.grant_year = :year AND h.granted_ore > 0
     ORDER BY h.case_no
    """
)

_CARRIED_OVER: Final = text(
    """
    SELECT network_id::text AS network, case_no, grant_year, state ->> 'pot' AS pot, granted_ore,
           true AS carried_over, (state ->> 'unspent_answer_ore')::bigint AS unspent_ore
      FROM case_head
     WHERE office = :office AND grant_year = :year - 1 AND granted_ore > 0 AND state -> 'path' ? 'carry_over'
     ORDER BY case_no
    """
)

#: One grant of each network in each year.
_BEFORE: Final = text(
    """
    SELECT network_id::text AS network, '' AS case_no, grant_year, '' AS pot, max(granted_ore) AS granted_ore
      FROM case_head
     WHERE office = :office AND grant_year < :year AND granted_ore > 0
     GROUP BY network_id, grant_year
    """
)


async def grants_of(conn: AsyncConnection, office: str, year: int) -> list[GrantOfNetwork]:
    """Return the grants of *office* that its overview of *year* counts, those from before this system among them.

    These are the grants of the year, those of the year before that were carried over, and of the years before one for
    each network and year: they only tell which networks are not new.
    """
    asked = {"office": office, "year": year}
    living = [
        _of_living(row)
        for query in (_BEFORE, _CARRIED_OVER, _OF_THE_YEAR)
        for row in (await conn.execute(query, asked)).mappings()
    ]
    old = [_of_old(row) for row in await cases(conn, office) if row["grant_year"] <= year]
    return [*old, *living]


def _of_living(row: RowMapping) -> GrantOfNetwork:
    lists = {name: tuple(row[name]) for name in ("activities", "municipalities") if name in row}
    return GrantOfNetwork(**{**row, **lists})


def _of_old(row: dict[str, Any]) -> GrantOfNetwork:
    return GrantOfNetwork(
        network=str(row["network_id"] or row["network_name"]),
        case_no=row["reference"],
        grant_year=row["grant_year"],
        pot=row["project_type"] or row["strand"],
        granted_ore=row["granted_ore"] or 0,
        municipalities=tuple(row["municipalities"]),
    )
