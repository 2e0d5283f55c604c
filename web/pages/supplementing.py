"""An application that came back: what is asked for, and the way into the form that answers it."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from web.applying.supplement import begin_supplement, wanted
from web.guard.gate import CaseGate, CaseVisit
from web.guard.readers import APPLICANTS
from web.pages.drafts import PATH

router: Final = APIRouter()

OWN: Final = CaseGate(roles=APPLICANTS)


@router.get("/saker/{case_no}/utfyll")
async def ask(visit: Annotated[CaseVisit, Depends(OWN)]) -> Response:
    """Show what is asked for."""
    async with visit.read() as conn:
        found = await wanted(conn, visit.language, visit.head.case_id)
    if found is None or visit.case.supplement_last_day is None:
        return visit.to(visit.address)
    return visit.page("own/returned.html", section=PATH, head=visit.head, case=visit.case, wanted=found)


@router.post("/saker/{case_no}/utfyll")
async def begin(visit: Annotated[CaseVisit, Depends(OWN)]) -> Response:
    """Open the form with what was sent in it."""
    async with visit.house.engine.begin() as conn:
        draft_id = await begin_supplement(conn, visit)
    return visit.to(visit.address if draft_id is None else f"{PATH}/{draft_id}")
