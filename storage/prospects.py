"""What a decision would be made on, read without locks: for showing what can be done, never for deciding it."""

from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import Case
from domain.codec import round_of
from domain.facts import ApprovedGrant, Facts, FrameFacts
from storage import record_sql as sql
from storage.rows import RoundRow
from storage.tables import commitment, frame, mandate, project


async def prospects(conn: AsyncConnection, case: Case, round_: RoundRow) -> Facts:
    """Return the facts for any command to *case*, as they are at this moment."""
    grants = await _network_grants(conn, case)
    return Facts(
        round=round_of(round_.state).facts,
        frame=await _frame(conn, case),
        project_grants=tuple(grant for project_id, grant in grants if project_id == UUID(case.project_id)),
        network_grants=tuple(grant for _project, grant in grants),
        **await sql.office_settings(conn, case.office),
    )


async def _network_grants(conn: AsyncConnection, case: Case) -> list[tuple[UUID, ApprovedGrant]]:
    of_network = select(project.c.project_id).where(
        project.c.network_id
        == select(project.c.network_id).where(project.c.project_id == UUID(case.project_id)).scalar_subquery()
    )
    total, newest = func.sum(commitment.c.amount_ore), func.max(commitment.c.decided_at)
    query = (
        select(
            commitment.c.case_id, commitment.c.project_id, total.label("amount"), newest.label("decided_at")
        )
        .where(commitment.c.project_id.in_(of_network))
        .group_by(commitment.c.case_id, commitment.c.project_id)
        .having(total > 0)
        .order_by(newest, commitment.c.case_id)
    )
    return [
        (
            row.project_id,
            ApprovedGrant(case_id=str(row.case_id), amount_ore=int(row.amount), decided_at=row.decided_at),
        )
        for row in await conn.execute(query)
    ]


async def _frame(conn: AsyncConnection, case: Case) -> FrameFacts | None:
    query = (
        select(mandate.c.reference, frame.c.amount_ore, frame.c.committed_ore)
        .join(mandate, and_(mandate.c.office == frame.c.office, mandate.c.grant_year == frame.c.grant_year))
        .where(
            frame.c.office == case.frame_office,
            frame.c.grant_year == case.grant_year,
            frame.c.pot == case.pot,
        )
    )
    row = (await conn.execute(query)).one_or_none()
    if row is None:
        return None
    return FrameFacts(mandate=row.reference, amount_ore=row.amount_ore, committed_ore=row.committed_ore)
