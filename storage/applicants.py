"""What a municipality finds of its own: its cases, and what it has called its networks and projects before."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, false, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import UNDECIDED
from storage.rows import Head
from storage.tables import case_head, network, project


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCase:
    """A case of a municipality in a list. Money in øre; ``next_due`` is the first instant after."""

    case_id: UUID
    case_no: str
    office: str
    network: str
    project: str
    strand: str
    stage: str
    grant_year: int
    applied_ore: int
    granted_ore: int
    paid_ore: int
    next_due: datetime | None
    finished: bool


async def cases_of(conn: AsyncConnection, org_number: str) -> list[OwnCase]:
    """Return the cases of a municipality, the newest year first."""
    head = case_head.c
    query = (
        select(
            head.case_id,
            head.case_no,
            head.office,
            func.coalesce(network.c.name, "").label("network"),
            func.coalesce(project.c.title, "").label("project"),
            head.strand,
            head.stage,
            head.grant_year,
            head.applied_ore,
            head.granted_ore,
            head.paid_ore,
            head.next_due,
            head.finished,
        )
        .outerjoin(network, network.c.network_id == head.network_id)
        .outerjoin(project, project.c.project_id == head.project_id)
        .where(head.host == org_number)
        .order_by(head.grant_year.desc(), head.case_no.desc())
    )
    return [OwnCase(**row) for row in (await conn.execute(query)).mappings()]


async def open_cases(conn: AsyncConnection, org_number: str) -> list[Head]:
    """Return the cases of a municipality that somebody still has something to do in, by number."""
    query = select(*(case_head.c[one.name] for one in fields(Head))).where(
        case_head.c.host == org_number, case_head.c.finished == false()
    )
    return [Head(**row) for row in (await conn.execute(query.order_by(case_head.c.case_no))).mappings()]


async def member_cases(conn: AsyncConnection, org_number: str) -> list[Head]:
    """Return the undecided cases of others in which a municipality is asked to stand behind taking part, by number."""
    return [Head(**row) for row in (await conn.execute(member_query(org_number))).mappings()]


def member_query(org_number: str) -> Select[Any]:
    """Return the query for the undecided cases of others that a municipality is a member of."""
    # Written out: the index is of these stages, and a placeholder could be any.
    undecided: BindParameter[Any] = bindparam(
        "undecided", sorted(UNDECIDED), expanding=True, literal_execute=True
    )
    query = select(*(case_head.c[one.name] for one in fields(Head))).where(
        case_head.c.stage.in_(undecided),
        case_head.c.host != org_number,
        case_head.c.state["members"].has_key(org_number),
    )
    return query.order_by(case_head.c.case_no)


async def known_networks(conn: AsyncConnection, org_number: str, strand: str) -> dict[str, str]:
    """Return the ids of the networks of *strand* a municipality has applied for, by name as names are compared."""
    query = (
        select(network.c.name, network.c.network_id)
        .join(case_head, case_head.c.network_id == network.c.network_id)
        .where(case_head.c.host == org_number, case_head.c.strand == strand)
        .distinct()
    )
    return {row.name.casefold(): str(row.network_id) for row in await conn.execute(query)}


async def earlier_projects(conn: AsyncConnection, org_number: str) -> list[tuple[str, str]]:
    """Return id and title of the projects a municipality has applied for, by title (E3)."""
    query = (
        select(project.c.project_id, project.c.title)
        .join(case_head, case_head.c.project_id == project.c.project_id)
        .where(case_head.c.host == org_number)
        .distinct()
        .order_by(project.c.title)
    )
    return [(str(row.project_id), row.title) for row in await conn.execute(query)]
