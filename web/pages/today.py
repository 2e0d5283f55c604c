"""«I dag»: what must be done now, and why by that date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES, Role
from domain.instants import last_day, local_day
from domain.lifecycle import Stage
from storage import absences
from storage.desks import DeskTask, StageCount, awaited, desk_tasks, stage_counts
from storage.office_registers import office_task_rows
from storage.rows import TaskRow
from web.guard.gate import Gate
from web.visit import Visit
from web.work import address_of

router: Final = APIRouter()
OFFICE: Final = Gate(roles=OFFICE_ROLES)

PATH: Final = "/i-dag"

#: Rules that are the office's own pace, and not law or guideline: steps of the course, and the ladders of clocks.
_INTERNAL: Final = ("T", "§")

_ORDER: Final = {stage.value: place for place, stage in enumerate(Stage)}

#: What others are to do later than this is not waited for yet.
_SOON: Final = timedelta(days=120)

#: The view is a filter in the address.
_VIEWS: Final = ("mine", "law", "office")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A task as the list shows it. ``due`` is the first instant after the last day; ``href`` is where it is done."""

    code: str
    due: datetime | None
    opened_at: datetime
    rule: str
    case_no: str
    host: str
    network: str
    officer: str | None
    href: str

    @property
    def is_internal(self) -> bool:
        """Whether the date is the office's own target."""
        return self.rule.startswith(_INTERNAL)


@router.get(PATH)
async def today(visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show the desk of whoever is logged in."""
    who = visit.who
    async with visit.read() as conn:
        of_cases = await desk_tasks(conn, who.unit, who.role.value)
        of_office = await office_task_rows(conn, who.unit, visit.now, who.role.value)
        officer = who.subject if who.role is Role.CASE_OFFICER else None
        others = await absences.stood_in_for(conn, who.unit, who.subject, local_day(visit.now))
        waits = await awaited(conn, who.unit, who.subject, visit.now + _SOON) if officer else []
        stages = await stage_counts(conn, who.unit, officer)
    rows = [*map(_of_case, of_cases), *map(_of_office, of_office)]
    views = _views(rows, officer, others)
    view = visit.request.query_params.get("vis", "")
    chosen = view if view in views else next(iter(views))
    groups = grouped(views[chosen], visit.now)
    return visit.page(
        "today.html",
        section=PATH,
        groups=groups,
        counts={name: len(found) for name, found in views.items()},
        chosen=chosen,
        sizes={name: len(found) for name, found in groups.items()},
        waits=waits,
        stages=sorted(stages, key=_place),
        officer=officer,
        others=sorted(others),
    )


def _of_case(found: DeskTask) -> Row:
    return Row(
        code=found.code,
        due=found.due,
        opened_at=found.opened_at,
        rule=found.rule,
        case_no=found.case_no,
        host=found.host,
        network=found.network,
        officer=found.officer,
        href=address_of(found.case_no, found.task, found.code),
    )


def _of_office(found: TaskRow) -> Row:
    return Row(
        code=found.code,
        due=found.due,
        opened_at=found.opened_at,
        rule=found.rule,
        case_no="",
        host="",
        network=found.case_no,
        officer=None,
        href="",
    )


def _views(rows: list[Row], officer: str | None, others: frozenset[str]) -> dict[str, list[Row]]:
    """Return what each chip shows: one's own, that of those one stands in for and what nobody has, then less, then more."""
    mine = [row for row in rows if officer is None or row.officer in {None, officer, *others}]
    law = [row for row in mine if not row.is_internal]
    found = dict(zip(_VIEWS, (mine, law, rows), strict=True))
    return {name: listed for name, listed in found.items() if name == "mine" or len(listed) != len(mine)}


def grouped(rows: Iterable[Row], now: datetime) -> Mapping[str, list[Row]]:
    """Return *rows* by how near their dates are, only the groups that have some."""
    groups: dict[str, list[Row]] = {"over": [], "today": [], "week": [], "later": [], "undated": []}
    today_ = local_day(now)
    sunday = today_ + timedelta(days=6 - today_.weekday())
    for row in sorted(rows, key=lambda row: (row.due is None, row.due, row.case_no)):
        if row.due is None:
            groups["undated"].append(row)
        elif row.due <= now:
            groups["over"].append(row)
        else:
            day = last_day(row.due)
            groups["today" if day == today_ else "week" if day <= sunday else "later"].append(row)
    return {name: found for name, found in groups.items() if found}


def _place(count: StageCount) -> int:
    return _ORDER.get(count.stage, len(_ORDER))
