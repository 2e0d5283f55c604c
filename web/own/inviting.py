"""The municipality's auditor is asked for a statement: an e-mail through the outbox, with the way to the case."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.addressing import may_write_again
from domain.duties import AuditDuty
from storage import outbox
from web.guard.gate import CaseVisit


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitations:
    """How often the auditor was asked for a statement, and when last (real time)."""

    number: int
    last_at: datetime | None


def stream_of(visit: CaseVisit, duty: AuditDuty) -> str:
    """Return under which name the invitations to one statement leave."""
    return f"invitation:{visit.head.case_id}:{duty.name}:{duty.decision_no}"


async def invitations(conn: AsyncConnection, visit: CaseVisit, duty: AuditDuty) -> Invitations:
    """Return what was sent already."""
    number, last_at = await outbox.sent_in(conn, stream_of(visit, duty))
    return Invitations(number=number, last_at=last_at)


async def invite(conn: AsyncConnection, visit: CaseVisit, duty: AuditDuty, address: str) -> bool:
    """Ask the auditor at *address* for the statement; False where somebody was asked within the day."""
    before, now = await invitations(conn, visit, duty), visit.house.now()
    if not may_write_again(before.last_at, now):
        return False
    letter = _letter(visit, duty, address)
    await outbox.put(conn, stream_of(visit, duty), before.number + 1, letter, now)
    return True


def _letter(visit: CaseVisit, duty: AuditDuty, address: str) -> dict[str, Any]:
    case = visit.case
    return {
        "letter": "audit_invitation",
        "language": case.language,
        "address": address,
        "host": case.host,
        "office": case.office,
        "case_no": case.case_no,
        "grant_year": case.grant_year,
        # Who asked: it is the municipality's own word, and no event of the case.
        "by": visit.who.subject,
        "params": {
            "unit": case.host,
            "last_day": duty.last_day.isoformat(),
            "link": f"{visit.house.settings.address}{visit.address}",
        },
    }
