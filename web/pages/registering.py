"""An application that came on paper: a case officer begins to register it, or goes on where it was left."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.organisations.directory import MunicipalityPeriod
from storage import drafts
from storage.organisations import directory
from storage.reference import municipalities
from web.applying.opened import begin
from web.guard.drafts import REGISTRARS
from web.guard.rounds import RoundGate, RoundVisit
from web.pages.application import by_name
from web.pages.rounds import PATH as ROUNDS

router: Final = APIRouter()

PATH: Final = f"{ROUNDS}/{{round_no}}/papir"
OFFICER: Final = RoundGate(roles=REGISTRARS)


@router.get(PATH)
async def ask(visit: Annotated[RoundVisit, Depends(OFFICER)]) -> Response:
    """Ask which municipality applies, and show what is begun."""
    return await _page(visit)


@router.post(PATH)
async def start(visit: Annotated[RoundVisit, Depends(OFFICER)]) -> Response:
    """Begin to register an application of a municipality of the office's own area."""
    number, row = str((await visit.form()).get("host", "")), visit.round
    async with visit.house.engine.begin() as conn:
        host = next((one for one in await _hosts(conn, row.office) if one.number == number), None)
        if host is None or visit.now < row.opens_at:
            return await _page(visit, missing=host is None)
        draft_id = await begin(
            conn,
            row,
            host,
            who=visit.who,
            language=visit.language,
            now=visit.now,
            office=row.office,
        )
    return visit.to(f"/soknader/{draft_id}")


async def _page(visit: RoundVisit, *, missing: bool = False) -> Response:
    async with visit.read() as conn:
        hosts = await _hosts(conn, visit.round.office)
        begun = await drafts.paper_drafts(conn, visit.round.office, visit.round.round_id)
        named = await drafts.titles(conn, [one.draft_id for one in begun], "network.name")
    return visit.page(
        "register.html",
        status=422 if missing else 200,
        section=ROUNDS,
        round=visit.round,
        hosts=hosts,
        begun=[(one, named.get(one.draft_id, "")) for one in begun],
        missing=missing,
    )


async def _hosts(conn: AsyncConnection, office: str) -> list[MunicipalityPeriod]:
    """Return the municipalities of an office's area that can be paid, as Norwegians sort them."""
    known = await directory(conn)
    found = (known.municipality(number) for number, one in municipalities().items() if one.office == office)
    able = (one for one in found if one is not None and one.org_number and one.last_day is None)
    return sorted(able, key=lambda one: by_name((one.number, one.name)))
