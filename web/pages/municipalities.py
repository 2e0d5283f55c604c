"""«Kommuner»: each municipality of the office's area with its cases and money here, and the networks it is in."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES
from domain.instants import local_day
from storage.municipal_cases import HostSum, host_sums, hosted
from storage.network_list import members_by_municipality, networks_with
from storage.organisations import directory
from storage.reference import Municipality, municipalities
from web.guard.gate import Gate, NotYoursError, note_denied
from web.steps import colour
from web.visit import Visit

router: Final = APIRouter()
OFFICE: Final = Gate(roles=OFFICE_ROLES)

PATH: Final = "/kommuner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A municipality with what it has at the office, and how many networks it is in."""

    municipality: Municipality
    sums: HostSum | None
    networks: int


@router.get(PATH)
async def listed(visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show the municipalities of the office's area, by name."""
    office, today = visit.who.unit, local_day(visit.now)
    area = sorted(
        (one for one in municipalities().values() if one.office == office), key=lambda one: one.name
    )
    async with visit.read() as conn:
        sums = await host_sums(conn, office, [one.org_number for one in area if one.org_number])
        members = await members_by_municipality(conn, office, today)
    rows = [
        Listed(municipality=one, sums=sums.get(one.org_number or ""), networks=members[one.number])
        for one in area
    ]
    return visit.page("municipalities.html", section=PATH, rows=rows)


@router.get(f"{PATH}/{{municipality}}")
async def overview(municipality: str, visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show one municipality of the office's area; those of others are theirs."""
    found, office, today = municipalities().get(municipality), visit.who.unit, local_day(visit.now)
    if found is None:
        raise NotYoursError(visit)
    if found.office != office:
        await note_denied(visit, f"municipality:{municipality}")
        raise NotYoursError(visit)
    async with visit.read() as conn:
        cases = await hosted(conn, office, found.org_number or "")
        known = await directory(conn)
        networks = await networks_with(conn, office, municipality, today)
    return visit.page(
        "municipality.html",
        section=PATH,
        found=found,
        cases=cases,
        adopted=known.language_of(found.org_number or "", today),
        networks=networks,
        colour=colour,
    )
