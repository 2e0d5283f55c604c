"""The municipality's view of its own case: first what it must do, then what was decided, the money and the papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.appeals import AppealRegime
from domain.appeals_calendar import appeal_due
from domain.case import Case
from domain.claims import Claim, ClaimState
from domain.instants import local_day
from domain.outlook import Outlook
from storage import private_texts, queries
from storage.case_file import application_of, attached, sent_letters, titles
from web.answers import reply_given
from web.applying.changed import changed
from web.guard.gate import CaseVisit
from web.obligations import obligations
from web.outlooks import outlook_of, round_of_case
from web.own.owed import Owed, owed
from web.papers import papers
from web.steps import ENDED_OTHERWISE, steps

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
    language, case, head = visit.language, visit.case, visit.head
    async with visit.read() as conn:
        called = await titles(conn, head)
        deadlines = await queries.deadlines_of(conn, head.case_id)
        entries = await queries.history(conn, f"case:{head.case_id}")
        letters = await sent_letters(conn, head.case_id)
        documents = await attached(conn, head.case_id)
        application = await application_of(conn, head.case_id)
        changes = await changed(conn, language, head.case_id)
        claims = [
            ToldClaim(claim=one, reason=await _reason(conn, one)) for one in case.claims if _is_told(one)
        ]
    found = await outlook_of(visit)
    can = {(one.command, one.about) for one in found.can}
    listed = owed(language, case, deadlines, can)
    return visit.page(
        "own_case.html",
        section="/tilskudd" if case.decision else "/soknader",
        head=head,
        case=case,
        called=called,
        round=await round_of_case(visit),
        steps=steps(language, case, entries),
        ended=case.stage in ENDED_OTHERWISE,
        owed=listed,
        primary=_primary(listed),
        soon=visit.now + SOON,
        other=_other(found, listed),
        obligations=obligations(language, case, deadlines, visit.now),
        next_due=min((row.due for row in deadlines if row.due > visit.now), default=None),
        papers=papers(visit, letters, documents, entries),
        grant_letter=next(
            (one.id for one in reversed(letters) if one.payload["letter"] in {"L05", "L06"}), None
        ),
        claims=claims,
        appeal_day=_appeal_day(case),
        formal=case.appeal_regime is AppealRegime.INDIVIDUAL_DECISION,
        can=can,
        may_appeal=("file_appeal", None) in can,
        application=application,
        changes=changes,
        reply=await reply_given(visit),
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


def _is_told(claim: Claim) -> bool:
    """Say whether the municipality knows of a claim: it was notified of it, or it is decided."""
    return claim.state is not ClaimState.PROPOSED and (
        claim.state is not ClaimState.DROPPED or claim.notice_at is not None
    )


async def _reason(conn: AsyncConnection, claim: Claim) -> str | None:
    """Return why, as the notice quoted it; what was never quoted to the municipality stays in the house."""
    if claim.reason is None or claim.reason.ref is None or claim.notice_at is None:
        return None
    ref = UUID(claim.reason.ref)
    return (await private_texts.texts(conn, [ref])).get(ref)


def _appeal_day(case: Case) -> date | None:
    """Return the last day for an appeal, where the round has appeals and the decision can still be appealed."""
    decided: datetime | None = case.decided_at
    if decided is None or case.appeal_regime is not AppealRegime.INDIVIDUAL_DECISION:
        return None
    return appeal_due(local_day(decided))
