"""«Rammer»: what each pot of a year has, what is granted and paid of it, what is free, and what lapses with the year."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES
from domain.instants import local_day
from domain.offices import OFFICES
from letters.naming import office_name
from storage import queries
from storage.rows import FrameRow
from web.excel import Cell, Ore, excel_file
from web.guard.gate import Gate
from web.guard.rates import EXPORT
from web.guard.readers import FRAMES
from web.visit import Visit

router: Final = APIRouter()
READERS: Final = Gate(roles=FRAMES)
EXPORTS: Final = Gate(roles=FRAMES, cost=EXPORT)

PATH: Final = "/rammer"

_COLUMNS: Final = ("office", "year", "pot", "reference", "frame", "granted", "paid", "free", "lapses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which year's frames are shown, of which office (None: all), and which other years there are."""

    year: int
    years: tuple[int, ...]
    office: str | None
    rows: tuple[FrameRow, ...]


@router.get(PATH)
async def frames(visit: Annotated[Visit, Depends(READERS)]) -> Response:
    """Show the frames of one year as bars and tables."""
    chosen = await _chosen(visit)
    return visit.page(
        "frames.html",
        section=PATH,
        chosen=chosen,
        lapsed=chosen.year < local_day(visit.now).year,
        everywhere=visit.who.role not in OFFICE_ROLES,
        offices={code: office_name(visit.language, code) for code in OFFICES},
        lapses=lapses,
    )


@router.get(f"{PATH}.csv")
async def export(visit: Annotated[Visit, Depends(EXPORTS)]) -> Response:
    """Give the same as a file for Excel."""
    chosen = await _chosen(visit)
    rows: list[list[Cell]] = [
        [
            office_name(visit.language, row.office),
            row.grant_year,
            visit.say("frames-pot", pot=row.pot),
            row.reference,
            Ore(row.amount_ore),
            Ore(row.committed_ore),
            Ore(row.paid_ore),
            Ore(row.free_ore),
            Ore(lapses(row)),
        ]
        for row in chosen.rows
    ]
    heads = [visit.say(f"frames-file-{name}") for name in _COLUMNS]
    return excel_file(f"rammer-{chosen.year}", heads, rows)


def lapses(row: FrameRow) -> int:
    """Return what of a frame lapses on 31 December if nothing more is paid, in øre (R26-02)."""
    return row.amount_ore - row.paid_ore


async def _chosen(visit: Visit) -> Chosen:
    params = visit.request.query_params
    own = visit.who.unit if visit.who.role in OFFICE_ROLES else None
    asked = params.get("embete")
    office = own or (asked if asked in OFFICES else None)
    async with visit.read() as conn:
        rows = await queries.frames(conn, office)
    years = tuple(sorted({row.grant_year for row in rows}, reverse=True))
    this = local_day(visit.now).year
    given = params.get("ar", "")
    year = (
        int(given)
        if given.isdecimal() and int(given[:4]) in years
        else next((y for y in years if y <= this), this)
    )
    return Chosen(
        year=year, years=years, office=office, rows=tuple(row for row in rows if row.grant_year == year)
    )
