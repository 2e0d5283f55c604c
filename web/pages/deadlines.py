"""«Frister»: every deadline of the office that has passed or comes within the month, who is to act, and how far the ladder went."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.names import short_name
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES
from domain.instants import local_day
from storage import queries
from storage.office_registers import office_overdue_rows
from storage.rows import OverdueRow
from web.excel import Cell, excel_file
from web.guard.gate import Gate
from web.guard.rates import EXPORT
from web.visit import Visit
from web.words import sentence

router: Final = APIRouter()
OFFICE: Final = Gate(roles=OFFICE_ROLES)
EXPORTS: Final = Gate(roles=OFFICE_ROLES, cost=EXPORT)

PATH: Final = "/frister"

_AHEAD: Final = timedelta(days=30)
#: A board shows what can be acted on; what lies further down is in the list of cases.
_MOST: Final = 300

#: Who is to act, as the chips say it.
WHO: Final = ("all", "municipality", "case_officer", "leader")

_COLUMNS: Final = ("day", "about", "who", "case", "host", "rung", "rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Deadlines that are equally near: ``over``, ``week`` or ``month``."""

    name: str
    rows: list[OverdueRow]


@router.get(PATH)
async def deadlines(visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show the board."""
    rows = await _rows(visit)
    who = _chosen(visit)
    counts = Counter(_side(row) for row in rows)
    return visit.page(
        "deadlines.html",
        section=PATH,
        groups=list(_grouped([row for row in rows if who in {"all", _side(row)}], visit.now)),
        counts={name: len(rows) if name == "all" else counts[name] for name in WHO},
        chosen=who,
        late=sum(row.due <= visit.now for row in rows),
        cut=len(rows) >= _MOST,
        side=_side,
    )


@router.get(f"{PATH}.csv")
async def export(visit: Annotated[Visit, Depends(EXPORTS)]) -> Response:
    """Give the board as a file for Excel."""
    who = _chosen(visit)
    rows: list[list[Cell]] = [
        [
            row.last_day,
            visit.say(_about(row)),
            _who(visit, row),
            row.case_no,
            short_name(row.host) if row.of_case else "",
            row.overdue_rung,
            row.rule,
        ]
        for row in await _rows(visit)
        if who in {"all", _side(row)}
    ]
    heads = [visit.say(f"deadlines-file-{name}") for name in _COLUMNS]
    return excel_file(f"frister-{local_day(visit.now)}", heads, rows)


async def _rows(visit: Visit) -> list[OverdueRow]:
    until = visit.now + _AHEAD
    async with visit.read() as conn:
        rows = await queries.overdue(conn, until, visit.who.unit, _MOST)
        rows += await office_overdue_rows(conn, visit.who.unit, until)
    return sorted(rows, key=lambda row: (row.due, row.case_no))


def _chosen(visit: Visit) -> str:
    given = visit.request.query_params.get("hvem", "")
    return given if given in WHO else WHO[0]


def _side(row: OverdueRow) -> str:
    return "municipality" if row.role in MUNICIPAL_ROLES else row.role


def _who(visit: Visit, row: OverdueRow) -> str:
    """Return who is to act, in a word: not all of them have a chip."""
    side = _side(row)
    return visit.say(f"deadlines-who-{side}") if side in WHO else sentence(visit.say(f"role-{side}"))


def _about(row: OverdueRow) -> str:
    """Return the key of the words for what the deadline is about."""
    return f"clock-{row.clock.partition(':')[0]}" if row.of_case else f"task-{row.about}"


def _grouped(rows: Iterable[OverdueRow], now: datetime) -> Iterable[Group]:
    sunday = local_day(now) + timedelta(days=6 - local_day(now).weekday())
    groups = {name: Group(name=name, rows=[]) for name in ("over", "week", "month")}
    for row in rows:
        near = "over" if row.due <= now else "week" if row.last_day <= sunday else "month"
        groups[near].rows.append(row)
    return (group for group in groups.values() if group.rows)
