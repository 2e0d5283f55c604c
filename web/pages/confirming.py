"""A municipality's own answer: whether it takes part in a network that another applies for, and who stands behind it."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import Role
from storage import drafts
from storage.organisations import directory
from web.applying.opened import opened
from web.guard.drafts import DraftGate, DraftVisit
from web.guard.readers import APPLICANTS
from web.pages.drafts import PATH

router: Final = APIRouter()

MEMBERS: Final = DraftGate(roles=APPLICANTS)
SIGNATORIES: Final = DraftGate(roles=frozenset({Role.APPLICANT_SIGNATORY}))

_LONGEST: Final = 200


@router.get(f"{PATH}/{{draft_id}}/bekreft")
async def ask(visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Show what the municipality is asked to take part in."""
    return await _page(visit, missing=frozenset(), typed={})


@router.post(f"{PATH}/{{draft_id}}/bekreft")
async def answer(visit: Annotated[DraftVisit, Depends(SIGNATORIES)]) -> Response:
    """Note what the municipality answers: yes with the one who stands behind it, or no."""
    form = await visit.form()
    typed = {name: str(form.get(name, "")).strip()[:_LONGEST] for name in ("anchored_by", "anchored_as")}
    said = str(form.get("answer", ""))
    missing = frozenset(name for name, text in typed.items() if not text) if said == "yes" else frozenset()
    if visit.partner is None or visit.draft.command_id is not None or said not in {"yes", "no"} or missing:
        return await _page(visit, missing=missing, typed=typed)
    async with visit.house.engine.begin() as conn:
        await drafts.answer(
            conn,
            visit.draft.draft_id,
            visit.partner.municipality,
            confirmed=said == "yes",
            anchored_by=typed["anchored_by"] if said == "yes" else None,
            anchored_as=typed["anchored_as"] if said == "yes" else None,
            at=visit.now,
        )
    return visit.to(visit.address if visit.is_own else f"{visit.address}/bekreft")


async def _page(visit: DraftVisit, *, missing: frozenset[str], typed: dict[str, str]) -> Response:
    async with visit.read() as conn:
        found = await opened(conn, visit.draft, visit.now)
        known = await directory(conn)
    return visit.page(
        "applying/confirm.html",
        status=422 if missing else 200,
        section=PATH,
        opened=found,
        round=found.round_,
        name_of=known.name_of,
        missing=missing,
        typed=typed,
        base=visit.address,
        may_answer=visit.who.role is Role.APPLICANT_SIGNATORY
        and visit.partner is not None
        and visit.draft.command_id is None,
    )
