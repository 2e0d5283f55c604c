"""The municipality's view of its own case: first what it must do, then what was decided, the money and the papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.appeals import AppealRegime
from domain.claims import Claim
from domain.outlook import Outlook
from storage import private_texts
from web.case_file import read_file, shown
from web.guard.gate import CaseVisit
from web.outlooks import outlook_of
from web.own.owed import Owed, owed

#: What a date is marked by when it comes near.
SOON: Final = timedelta(days=30)

#: What has a place of its own on the page, with its reason and date.
_IN_THE_LIST: Final = frozenset(
    {
        "accept_terms",
        "deliver_budget",
        "confirm_account",
        "supplement",
        "deliver_report",
        "reply_to_claim",
        "confirm_anchoring",
    }
)


async def show(visit: CaseVisit) -> Response:
    """Show the case to its municipality."""
    case = visit.case
    async with visit.read() as conn:
        file = await read_file(conn, visit)
        claims = [ToldClaim(claim=one, reason=await _reason(conn, one)) for one in case.claims if one.is_told]
    found = await outlook_of(visit)
    can = {(one.command, one.about) for one in found.can}
    listed = owed(visit.language, case, file.deadlines, can)
    return visit.page(
        "own_case.html",
        section="/tilskudd" if case.decision else "/soknader",
        **await shown(visit, file),
        owed=listed,
        primary=_primary(listed),
        soon=visit.now + SOON,
        other=_other(found, listed),
        next_due=min((row.due for row in file.deadlines if row.due > visit.now), default=None),
        grant_letter=next(
            (one.id for one in reversed(file.letters) if one.payload["letter"] in {"L05", "L06"}), None
        ),
        claims=claims,
        appeal_day=case.last_appeal_day(case.decided_at),
        formal=case.appeal_regime is AppealRegime.INDIVIDUAL_DECISION,
        can=can,
        may_appeal=("file_appeal", None) in can,
    )


def _primary(listed: Sequence[Owed]) -> Owed | None:
    """Return the first thing that is done here: one primary button on a page."""
    return next((one for one in listed if one.href and one.is_act), None)


def _other(found: Outlook, listed: Sequence[Owed]) -> list[tuple[str, str | None]]:
    """Return what can be done beside what must be done."""
    asked = {one.href.partition("/gjor/")[2].partition("?")[0] for one in listed if one.href}
    return [
        (one.command, one.about)
        for one in found.can
        if one.command not in _IN_THE_LIST
        and one.command not in asked
        # Beside the decision that it is about.
        and one.command != "file_appeal"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """A claim as the municipality sees it, with the reason where it was told."""

    claim: Claim
    reason: str | None


async def _reason(conn: AsyncConnection, claim: Claim) -> str | None:
    """Return why, as the notice quoted it; what was never quoted to the municipality stays in the house."""
    if claim.reason is None or claim.reason.ref is None or claim.notice_at is None:
        return None
    ref = UUID(claim.reason.ref)
    return (await private_texts.texts(conn, [ref])).get(ref)
