"""Every project with a grant of a year, in all offices, with the tag and the members its newest application gave."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.coordination import GrantedProject
from domain.ruleset import ProjectType

_GRANTED: Final = text(
    """
    SELECT h.office, h.grant_year, h.stage, h.granted_ore, p.title AS project, n.name AS network,
           h.state ->> 'project_type' AS project_type, said.tagged, said.members
      FROM case_head h
      JOIN project p ON p.project_id = h.project_id
      JOIN network n ON n.network_id = h.network_id
      LEFT JOIN LATERAL (
           SELECT (content -> 'application' -> 'project' ->> 'foster_home')::boolean AS tagged,
                  content -> 'application' -> 'members' AS members FROM inbox
            WHERE stream = 'case:' || h.case_id AND kind IN ('submit', 'supplement') AND status = 'done'
            ORDER BY last_seq DESC LIMIT 1
           ) said ON true
     WHERE h.grant_year = :year AND h.granted_ore > 0
     ORDER BY h.office, h.case_no
    """
)


async def granted_projects(conn: AsyncConnection, year: int) -> list[GrantedProject]:
    """Return the projects of *year* in every office, by office and case number."""
    return [
        GrantedProject(
            project=row.project,
            network=row.network,
            municipalities=tuple(sorted({member["municipality"] for member in row.members or ()})),
            office=row.office,
            grant_year=row.grant_year,
            granted_ore=row.granted_ore,
            stage=row.stage,
            foster_home=row.project_type == ProjectType.FOSTER_HOME or bool(row.tagged),
        )
        for row in await conn.execute(_GRANTED, {"year": year})
    ]
