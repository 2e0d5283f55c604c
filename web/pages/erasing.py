"""«Slett innhold»: a leader has private texts and documents of a case erased, and everybody sees that and why."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import FormData

from activities.registers.writing import Envelope
from domain.actors import Role
from domain.officework.erasing import EraseContent
from domain.refusal import Refused
from storage import queries
from storage.case_file import titles
from storage.erasable import kept_documents, kept_texts
from web.guard.gate import CaseGate, CaseVisit
from web.mending import Refusal, in_words
from web.telling import Told, tell
from web.work import case_address

router: Final = APIRouter()
LEADERS: Final = CaseGate(roles=frozenset({Role.LEADER}))

PATH: Final = "/saker/{case_no}/slett"

_LONGEST_REASON: Final = 2_000


@router.get(PATH)
async def show(visit: Annotated[CaseVisit, Depends(LEADERS)]) -> Response:
    """Show what can be erased, and what was."""
    return await _page(visit)


@router.post(PATH)
async def erase(visit: Annotated[CaseVisit, Depends(LEADERS)]) -> Response:
    """Erase what is chosen."""
    form = await visit.form()
    texts, documents, reason = _ids(form, "tekst"), _ids(form, "dokument"), str(form.get("grunn", "")).strip()
    error = None if texts or documents else "chosen"
    if (
        not reason
        or not reason.replace("\r", "").replace("\n", "").isprintable()
        or len(reason) > _LONGEST_REASON
    ):
        error = error or "reason"
    if error is not None:
        return await _page(visit, error=error, chosen=(*texts, *documents), reason=reason)
    body = EraseContent.model_validate(
        {
            "office": visit.head.office,
            "case_no": visit.head.case_no,
            "texts": texts,
            "documents": documents,
            "reason": reason,
        }
    )
    envelope = Envelope(command_id=_command_id(form), actor=visit.who, real_now=visit.house.now())
    try:
        await visit.house.register.erase(envelope, body)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
        return await _page(visit, refusal=said, chosen=(*texts, *documents), reason=reason)
    return visit.to(f"{case_address(visit.head.case_no)}/slett#erased")


async def _page(
    visit: CaseVisit,
    *,
    error: str | None = None,
    refusal: Refusal | None = None,
    chosen: Sequence[UUID] = (),
    reason: str = "",
) -> Response:
    async with visit.read() as conn:
        called = await titles(conn, visit.head)
        texts = await kept_texts(conn, visit.head.case_id)
        documents = await kept_documents(conn, visit.head.case_id)
        erased = await _erased(conn, visit)
    return visit.page(
        "erasing.html",
        status=422 if error else 409 if refusal else 200,
        section="/saker",
        head=visit.head,
        called=called,
        # Where the money goes is shown to nobody here.
        texts=[one for one in texts if not one.is_account or visit.head.finished],
        documents=documents,
        erased=erased,
        error=error,
        refusal=refusal,
        chosen=frozenset(chosen),
        reason=reason,
        command_id=uuid4(),
    )


async def _erased(conn: AsyncConnection, visit: CaseVisit) -> Sequence[Told]:
    """Return what was erased in the case before, the newest first."""
    entries = await queries.history(conn, f"erasure:{visit.head.office}")
    about = [one for one in entries if one.body.get("case_no") == visit.head.case_no]
    return list(reversed(await tell(conn, visit.language, about, reasons=True)))


def _ids(form: FormData, name: str) -> list[UUID]:
    found = []
    for given in form.getlist(name):
        try:
            found.append(UUID(str(given)))
        except ValueError:
            continue
    return found


def _command_id(form: FormData) -> UUID:
    try:
        return UUID(str(form.get("command_id", "")))
    except ValueError:
        return uuid4()
