"""The end of an application: the whole of it checked, sent once however often the button is pressed, and its receipt."""

from typing import Annotated, Final
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.door import Answer, Outcome
from domain.commands import Body, Submit, Supplement
from storage import drafts, inbox, queries, sent_drafts
from storage.drafts import Draft
from web.applying.forms import VISITED
from web.applying.opened import Opened, opened
from web.guard.drafts import SENDERS, WRITERS, DraftGate, DraftVisit
from web.mending import Refusal, in_words
from web.pages.application import step_address
from web.pages.drafts import PATH

router: Final = APIRouter()

OWN: Final = DraftGate(roles=WRITERS, own=True)
ASKED_AGAIN: Final = DraftGate(roles=WRITERS, own=True, quiet=True)
SENDING: Final = DraftGate(roles=SENDERS, own=True)


@router.post(f"{PATH}/{{draft_id}}/send")
async def send(visit: Annotated[DraftVisit, Depends(SENDING)]) -> Response:
    """Send the draft, unless it lacks something or was sent already."""
    async with visit.house.engine.begin() as conn:
        draft = await drafts.draft_by(conn, visit.draft.draft_id, locked=True)
        if draft is None or await _is_under_way(visit, draft):
            return visit.to(f"{visit.address}/kvittering")
        found = await opened(conn, draft, visit.now)
        if found.read.problems or any(one.is_error for one in found.lacks(visit.language)):
            visited = {VISITED + step.key: "yes" for step in found.form.steps}
            await drafts.put(conn, draft.draft_id, visited, visit.who, visit.now)
            return visit.to(f"{step_address(visit, found.form.steps[-1])}?sendt=nei")
        command_id, case_id = await _ids(visit, draft)
        await sent_drafts.sending(conn, draft.draft_id, command_id, case_id, visit.now)
    door, real_now = visit.house.door, visit.house.now()
    # Written down first: from here on nothing is lost, and it counts from now.
    body, came = _body(found), found.read.received_at
    await door.receive(case_id, command_id, visit.who, body, real_now=real_now, received_at=came)
    await door.send(case_id, command_id, visit.house.patience)
    return visit.to(f"{visit.address}/kvittering")


def _body(found: Opened) -> Body:
    files = tuple(one.sha256 for one in found.files)
    if found.draft.kind == "supplement":
        return Supplement(application=found.read.application, attachments=files)
    return Submit(
        round_id=str(found.draft.round_id),
        application=found.read.application,
        by_hand=found.draft.office is not None,
        attachments=files,
    )


async def _is_under_way(visit: DraftVisit, draft: Draft) -> bool:
    if draft.command_id is None:
        return False
    async with visit.read() as conn:
        said = await inbox.get_answer(conn, draft.command_id)
    return said is not None and said.status != "refused"


async def _ids(visit: DraftVisit, draft: Draft) -> tuple[UUID, UUID]:
    """Return the command's id and the case's: the same again, where it never came so far as to be received."""
    command_id = draft.command_id
    if command_id is not None:
        async with visit.read() as conn:
            if await inbox.get_answer(conn, command_id) is not None:
                command_id = None
    command_id = command_id or uuid4()
    if draft.kind != "application":
        assert draft.case_id is not None  # noqa: S101 - other drafts are begun in a case
        return command_id, draft.case_id
    return command_id, uuid5(command_id, "case")


@router.get(f"{PATH}/{{draft_id}}/kvittering")
async def receipt(visit: Annotated[DraftVisit, Depends(OWN)]) -> Response:
    """Show what came of the sending."""
    return await _receipt(visit, "applying/receipt.html")


@router.get(f"{PATH}/{{draft_id}}/kvittering/svar")
async def receipt_again(visit: Annotated[DraftVisit, Depends(ASKED_AGAIN)]) -> Response:
    """Say again what came of it, for a page that asks by itself."""
    return await _receipt(visit, "applying/outcome.html")


async def _receipt(visit: DraftVisit, template: str) -> Response:
    command_id, case_id = visit.draft.command_id, visit.draft.case_id
    async with visit.read() as conn:
        said = None if command_id is None else await inbox.get_answer(conn, command_id)
    if said is None or command_id is None or case_id is None:
        return visit.to(visit.address)
    if said.status == "done":
        async with visit.house.engine.begin() as conn:
            await sent_drafts.empty_sent(conn, visit.now, visit.draft.draft_id)
    answer = await visit.house.door.answer(case_id, command_id)
    async with visit.read() as conn:
        head = await queries.case_by(conn, case_id) if answer.outcome is Outcome.DONE else None
        row = None if visit.draft.round_id is None else await queries.round_by(conn, visit.draft.round_id)
    return visit.page(
        template,
        section=visit.section,
        outcome=answer.outcome.value,
        refusal=_refusal(visit, answer),
        received_at=said.received_at,
        is_late=visit.draft.kind == "application" and row is not None and said.received_at >= row.closes_at,
        number=str(command_id)[:8].upper(),
        case_no=head.case_no if head else None,
        applied_ore=head.applied_ore if head else None,
        office=row.office if row else None,
        manner=visit.draft.manner,
        base=visit.address,
    )


def _refusal(visit: DraftVisit, answer: Answer) -> Refusal | None:
    if answer.outcome is not Outcome.REFUSED:
        return None
    said = answer.detail
    return in_words(visit.language, said["code"], said["rule"], said["params"])


@router.post(f"{PATH}/{{draft_id}}/rett")
async def mend(visit: Annotated[DraftVisit, Depends(OWN)]) -> Response:
    """Go on writing in a draft whose sending was refused."""
    async with visit.house.engine.begin() as conn:
        draft = await drafts.draft_by(conn, visit.draft.draft_id, locked=True)
        if draft is not None and draft.command_id is not None and not await _is_under_way(visit, draft):
            await sent_drafts.take_back(conn, draft.draft_id)
    return visit.to(visit.address)
