"""What lies in a case's file: its history, its documents and its letters."""

from typing import Annotated, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from storage import queries
from storage.case_file import SentLetter, attached, content_of, sent_letters
from storage.trail import Entry
from web.api.describing import Responses, answers
from web.api.gate import ApiCaseGate
from web.api.models.base import given
from web.api.models.cases import DocumentGiven, DocumentList
from web.api.models.files import HistoryEntry, HistoryPage, LetterGiven, LetterLine, LetterList
from web.api.paging import Limit, link
from web.api.problems import ProblemError
from web.guard.gate import CaseVisit
from web.guard.readers import AUDITING
from web.outgoing import message_of, read_message
from web.telling import Told, tell, told_of

router: Final = APIRouter(tags=["files"])

CASE: Final = ApiCaseGate()

_BYTES: Final = "application/octet-stream"
_FILE: Final[Responses] = {200: {"content": {_BYTES: {"schema": {"type": "string", "format": "binary"}}}}}


@router.get("/cases/{case_no}/history", responses=answers(CASE), response_model=HistoryPage)
async def history(
    visit: Annotated[CaseVisit, Depends(CASE)],
    limit: Limit = 50,
    after: Annotated[int, Query(ge=0, le=999_999_999, description="The number of the last event seen.")] = 0,
) -> Response:
    """Tell what happened in a case, in order."""
    auditing = visit.who.role in AUDITING
    async with visit.read() as conn:
        whole = told_of(visit.who, await queries.history(conn, f"case:{visit.head.case_id}"))
        entries = [one for one in whole if one.seq > after]
        shown = entries[:limit]
        told = await tell(conn, visit.language, shown, reasons=auditing)
    following = None
    if len(entries) > limit:
        following = f"{visit.request.url.path}?limit={limit}&after={shown[-1].seq}"
    items = [_entry(one, said, auditing=auditing) for one, said in zip(shown, told, strict=True)]
    return given(HistoryPage(items=items, next=following), headers=link(following))


def _entry(entry: Entry, told: Told, *, auditing: bool) -> HistoryEntry:
    rule = entry.body.get("rule")
    return HistoryEntry(
        seq=entry.seq,
        kind=entry.kind,
        at=entry.occurred_at,
        text=told.text,
        by=told.by,
        who=told.who,
        role=entry.actor.role,
        unit=entry.actor.unit,
        rule=rule if isinstance(rule, str) else None,
        reason=told.reason,
        subject=entry.actor.subject if auditing else None,
        command_id=entry.command_id if auditing else None,
        recorded_at=entry.recorded_at if auditing else None,
        body=dict(entry.body) if auditing else None,
    )


@router.get("/cases/{case_no}/documents", responses=answers(CASE), response_model=DocumentList)
async def documents(visit: Annotated[CaseVisit, Depends(CASE)]) -> Response:
    """List the documents of a case, the first received first."""
    async with visit.read() as conn:
        found = await attached(conn, visit.head.case_id)
    return given(DocumentList(items=[DocumentGiven.model_validate(one) for one in found]))


@router.get(
    "/cases/{case_no}/documents/{document_id}",
    responses={**answers(CASE), **_FILE},
    response_class=Response,
)
async def document(visit: Annotated[CaseVisit, Depends(CASE)], document_id: UUID) -> Response:
    """Give the content of a document, as it was received."""
    async with visit.read() as conn:
        found = await content_of(conn, visit.head.case_id, document_id)
    if found is None:
        raise ProblemError("not_found")
    about, content = found
    return Response(
        content,
        media_type=_BYTES,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(about.name, safe='')}"},
    )


@router.get("/cases/{case_no}/letters", responses=answers(CASE), response_model=LetterList)
async def letters(visit: Annotated[CaseVisit, Depends(CASE)]) -> Response:
    """List the letters of a case, the first written first."""
    async with visit.read() as conn:
        found = await sent_letters(conn, visit.head.case_id)
    return given(LetterList(items=[_letter(visit, one) for one in found]))


@router.get("/cases/{case_no}/letters/{number}", responses=answers(CASE), response_model=LetterGiven)
async def letter(
    visit: Annotated[CaseVisit, Depends(CASE)], number: Annotated[int, Path(ge=1, le=2**62)]
) -> Response:
    """Give a letter as it was sent, in its own language."""
    async with visit.read() as conn:
        found = next((one for one in await sent_letters(conn, visit.head.case_id) if one.id == number), None)
        message = await read_message(conn, visit.language, visit.head.case_id, found) if found else None
    if found is None or message is None:
        raise ProblemError("not_found")
    line = _letter(visit, found).model_dump() | {"subject": message.subject}
    return given(LetterGiven(**line, language=message.language, body=message.body))


def _letter(visit: CaseVisit, sent: SentLetter) -> LetterLine:
    message = message_of(visit.language, sent, {})
    key = str(sent.payload["letter"])
    return LetterLine(
        number=sent.id,
        letter=key,
        subject=message.subject if message else key,
        sent=sent.status == "done",
        written_at=sent.created_at,
    )
