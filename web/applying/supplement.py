"""An application that came back is completed: the same form, with everything that was sent in it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.instants import end_of_day, morning_of
from domain.lifecycle import Stage
from letters.formats import Language
from storage import drafts, private_texts, queries
from storage.case_file import application_of
from storage.drafts import Draft
from web.applying.answered import Sent, fields_of
from web.applying.forms import VISITED
from web.applying.opened import KEPT_AFTER, opened
from web.guard.gate import CaseVisit
from web.words import say

KIND = "supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the office asked for when it sent the application back.

    Args:
        last_day: Last Norwegian day to send it.
        lacks: What lacks, in words.
        explanation: What the officer wrote; None where it is erased.
    """

    last_day: date
    lacks: tuple[str, ...]
    explanation: str | None


async def wanted(conn: AsyncConnection, language: Language, case_id: UUID) -> Wanted | None:
    """Return what was asked for when the application of a case was last sent back; None where it never was."""
    entries = await queries.history(conn, f"case:{case_id}")
    returned = next((one for one in reversed(entries) if one.kind == "ReturnedForSupplement"), None)
    if returned is None:
        return None
    ref = UUID(returned.body["explanation"]["ref"])
    texts = await private_texts.texts(conn, [ref])
    return Wanted(
        last_day=date.fromisoformat(returned.body["last_day"]),
        lacks=tuple(say(language, f"finding-{code}.short") for code in returned.body["deficiencies"]),
        explanation=texts.get(ref),
    )


async def begin_supplement(conn: AsyncConnection, visit: CaseVisit) -> UUID | None:
    """Return the draft in which the application is completed, begun now where nobody had; None where none is asked for."""
    case, head = visit.case, visit.head
    if case.stage is not Stage.RETURNED or case.supplement_last_day is None:
        return None
    sent = await application_of(conn, head.case_id)
    if sent is None:
        return None
    draft = Draft(
        # Made of the return it answers: two who begin at the same moment begin one.
        draft_id=uuid5(head.case_id, f"{KIND}:{case.supplements}"),
        kind=KIND,
        host=case.host,
        round_id=head.round_id,
        case_id=head.case_id,
        about=None,
        revision=0,
        begun_at=visit.now,
        changed_at=visit.now,
        keep_until=max(end_of_day(case.supplement_last_day), visit.now) + KEPT_AFTER,
        command_id=None,
        sent_at=None,
        emptied_at=None,
    )
    if await drafts.begin(conn, draft):
        await _fill(conn, visit, draft, sent)
    return draft.draft_id


async def _fill(conn: AsyncConnection, visit: CaseVisit, draft: Draft, sent: Sent) -> None:
    for member in sent["members"]:
        number, now = member["municipality"], visit.now
        await drafts.invite(conn, draft.draft_id, number, member["org_number"], now)
        anchoring, consented = member.get("anchoring"), member.get("consented_on")
        if consented:
            await drafts.answer(
                conn,
                draft.draft_id,
                number,
                confirmed=True,
                anchored_by=anchoring["by"] if anchoring else None,
                anchored_as=anchoring["role"] if anchoring else None,
                at=morning_of(date.fromisoformat(consented)),
            )
    await drafts.put(conn, draft.draft_id, fields_of(sent), visit.who, visit.now)
    # Everything was filled in once: what lacks is said at once.
    steps = (await opened(conn, draft, visit.now)).form.steps
    visited = {VISITED + step.key: "yes" for step in steps}
    await drafts.put(conn, draft.draft_id, visited, visit.who, visit.now)
