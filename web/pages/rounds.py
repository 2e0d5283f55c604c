"""«Runder»: the office's calls, how their applications stand, and the way to their ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES
from domain.case import UNDECIDED
from storage import queries
from storage.round_cases import RoundStage, round_stages
from storage.rows import RoundRow
from web.guard.drafts import REGISTRARS
from web.guard.gate import Gate
from web.visit import Visit

router: Final = APIRouter()
OFFICE: Final = Gate(roles=OFFICE_ROLES)

PATH: Final = "/runder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A round with its applications in numbers. Amounts in øre."""

    row: RoundRow
    cases: int
    undecided: int
    applied_ore: int
    granted_ore: int


@router.get(PATH)
async def rounds(visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show the rounds of the office, the newest year first."""
    async with visit.read() as conn:
        rows = await queries.rounds(conn, visit.who.unit)
        stages = await round_stages(conn, visit.who.unit)
    return visit.page(
        "rounds.html",
        section=PATH,
        rounds=[_listed(row, stages) for row in rows],
        may_register=visit.who.role in REGISTRARS,
    )


def _listed(row: RoundRow, stages: Sequence[RoundStage]) -> Listed:
    mine = [one for one in stages if one.round_id == row.round_id]
    return Listed(
        row=row,
        cases=sum(one.cases for one in mine),
        undecided=sum(one.cases for one in mine if one.stage in UNDECIDED),
        applied_ore=sum(one.applied_ore for one in mine),
        granted_ore=sum(one.granted_ore for one in mine),
    )
