"""A member that has not answered is written to: an e-mail through the outbox, with the way to its own answer."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.addressing import is_address, may_write_again
from storage import drafts, outbox
from storage.drafts import Partner
from web.applying.forms import mail_path
from web.applying.opened import Opened
from web.guard.drafts import DraftVisit


async def remind(conn: AsyncConnection, visit: DraftVisit, found: Opened, partner: Partner) -> bool:
    """Write to *partner*, and note it in the draft, which is locked; return whether there was somewhere to write.

    Who was written to within the day is left in peace.
    """
    address = found.values.get(mail_path(partner.municipality), "").strip()
    if not is_address(address):
        return False
    if not may_write_again(partner.reminded_at, visit.now):
        return True
    draft_id = visit.draft.draft_id
    revision = await drafts.remind(conn, draft_id, partner.municipality, visit.now)
    stream, letter = f"draft:{draft_id}", _letter(found, partner, address, visit.house.settings.address)
    await outbox.put(conn, stream, revision, letter, visit.house.now())
    return True


def _letter(found: Opened, partner: Partner, address: str, site: str) -> dict[str, Any]:
    round_ = found.round_
    return {
        "letter": "anchoring_reminder",
        "language": found.values.get("language") or "nb",
        "address": address,
        "host": partner.org_number,
        "office": round_.office,
        "case_no": round_.round_no,
        "grant_year": round_.grant_year,
        "params": {
            "network": found.title,
            "unit": found.draft.host,
            "closes_at": round_.closes_at.isoformat(),
            "link": f"{site}/soknader/{found.draft.draft_id}/bekreft",
        },
    }
