"""The auditor's statement: the municipality asks its auditor, and the auditor finds what it is asked for."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import Role
from domain.addressing import is_address
from domain.codec import case_of
from domain.duties import AuditDuty
from storage.applicants import open_cases
from storage.case_file import titles
from web.guard.gate import CaseGate, CaseVisit, Gate
from web.guard.readers import APPLICANTS
from web.own.inviting import invitations, invite
from web.visit import Visit

router: Final = APIRouter()

OWN: Final = CaseGate(roles=APPLICANTS)
SIGNATORY: Final = CaseGate(roles=frozenset({Role.APPLICANT_SIGNATORY}))
AUDITOR: Final = Gate(roles=frozenset({Role.MUNICIPAL_AUDITOR}))

ASSIGNMENTS: Final = "/oppdrag"


@router.get("/saker/{case_no}/revisor/{duty}")
async def show(duty: str, visit: Annotated[CaseVisit, Depends(OWN)]) -> Response:
    """Show what the auditor is asked for, and whether it was asked."""
    found = _owed(visit, duty)
    return visit.to(visit.address) if found is None else await _page(visit, found)


@router.post("/saker/{case_no}/revisor/{duty}")
async def ask(duty: str, visit: Annotated[CaseVisit, Depends(SIGNATORY)]) -> Response:
    """Ask the auditor."""
    found = _owed(visit, duty)
    if found is None:
        return visit.to(visit.address)
    address = str((await visit.form()).get("address", "")).strip()
    if not is_address(address):
        return await _page(visit, found, typed=address, wrong=True)
    async with visit.house.engine.begin() as conn:
        await invite(conn, visit, found, address)
    return visit.to(f"{visit.address}/revisor/{duty}")


def _owed(visit: CaseVisit, name: str) -> AuditDuty | None:
    duty = visit.case.audit(name)
    return duty if duty is not None and duty.awaits_grantee and visit.case.paid_ore else None


async def _page(visit: CaseVisit, duty: AuditDuty, *, typed: str = "", wrong: bool = False) -> Response:
    async with visit.read() as conn:
        before = await invitations(conn, visit, duty)
    return visit.page(
        "own/auditor.html",
        status=422 if wrong else 200,
        section="/tilskudd",
        head=visit.head,
        duty=duty,
        before=before,
        typed=typed,
        wrong=wrong,
        may_ask=visit.who.role is Role.APPLICANT_SIGNATORY,
        action=f"{visit.address}/revisor/{duty.name}",
    )


@router.get(ASSIGNMENTS)
async def assignments(visit: Annotated[Visit, Depends(AUDITOR)]) -> Response:
    """List the statements that the municipality's auditor is asked for, the nearest first."""
    async with visit.read() as conn:
        found = [
            (duty, head, await titles(conn, head))
            for head in await open_cases(conn, visit.who.unit)
            for duty in case_of(head.state).audits
            if duty.is_open
        ]
    return visit.page(
        "own/assignments.html", section=ASSIGNMENTS, listed=sorted(found, key=lambda one: one[0].last_day)
    )
