"""What is attached to a draft: sent, handed out as a file, and taken away again."""

from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from storage import drafts, queries, sent_drafts
from web.guard.drafts import WRITERS, DraftGate, DraftVisit
from web.guard.gate import NotYoursError
from web.pages.drafts import PATH
from web.uploads import keep
from web.work import case_address

router: Final = APIRouter()

MEMBERS: Final = DraftGate(roles=WRITERS, kinds=frozenset({"application", "supplement", "report"}))


@router.post(f"{PATH}/{{draft_id}}/vedlegg")
async def attach(visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Take the files that were sent, each that can be taken; say why of the others."""
    form = await visit.form()
    given = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    refused = await keep(visit, visit.draft.draft_id, given)
    await form.close()
    if not given:
        refused.append("none")
    said = "".join(f"&avvist={code}" for code in refused).removeprefix("&")
    return visit.to(await _page_of(visit) + (f"?{said}" if said else ""))


async def _page_of(visit: DraftVisit) -> str:
    """Return the page that the files stand on."""
    if visit.draft.case_id is None or visit.draft.about is None:
        return f"{visit.address}/steg/files"
    async with visit.read() as conn:
        head = await queries.case_by(conn, visit.draft.case_id)
    assert head is not None  # noqa: S101 - cases do not go away
    return f"{case_address(head.case_no)}/rapport/{visit.draft.about}"


@router.get(f"{PATH}/{{draft_id}}/vedlegg/{{sha256}}")
async def hand_out(sha256: str, visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Hand out a file; a browser never opens it as a page of ours."""
    async with visit.read() as conn:
        found = await sent_drafts.file_content(conn, visit.draft.draft_id, sha256)
    if found is None:
        raise NotYoursError(visit)
    about, content = found
    disposition = f"attachment; filename*=UTF-8''{quote(about.name, safe='')}"
    return Response(
        content, media_type="application/octet-stream", headers={"Content-Disposition": disposition}
    )


@router.post(f"{PATH}/{{draft_id}}/vedlegg/{{sha256}}/fjern")
async def take_away(sha256: str, visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Take a file away again."""
    async with visit.house.engine.begin() as conn:
        draft = await drafts.draft_by(conn, visit.draft.draft_id, locked=True)
        if draft is not None and draft.command_id is None:
            await sent_drafts.drop_file(conn, draft.draft_id, sha256)
    return visit.to(await _page_of(visit))
