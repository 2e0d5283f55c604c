"""The list of cases as a file that streams: however long it is, no more of it is held at once than a page."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response, StreamingResponse

from storage.case_list import ListedCase, cases_after
from storage.rows import Filters
from web.api.describing import Responses, answers
from web.api.gate import ApiGate
from web.api.resources.cases import CaseFilters, line, narrowed
from web.excel import unformulated
from web.guard.rates import EXPORT
from web.guard.readers import CASE_LISTS
from web.visit import Visit

router: Final = APIRouter(tags=["exports"])

LISTS: Final = ApiGate(roles=CASE_LISTS, cost=EXPORT)

COLUMNS: Final = (
    "case_no",
    "office",
    "network",
    "host",
    "stage",
    "strand",
    "grant_year",
    "applied_ore",
    "granted_ore",
    "paid_ore",
    "refunded_ore",
    "first_due",
    "first_clock",
    "officer",
    "finished",
    "changed_at",
)
_BATCH: Final = 500
_CSV: Final = "text/csv; charset=utf-8"
_FILE: Final[Responses] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


@router.get("/exports/cases.csv", responses={**answers(LISTS), **_FILE}, response_class=StreamingResponse)
async def export(visit: Annotated[Visit, Depends(LISTS)], asked: Annotated[CaseFilters, Query()]) -> Response:
    """Give the list of cases as CSV (RFC 4180, UTF-8): money in øre, instants in UTC."""
    async with visit.read() as conn:
        office, filters = await narrowed(conn, visit, asked)
    headers = {"Content-Disposition": 'attachment; filename="cases.csv"'}
    return StreamingResponse(_lines(visit, office, filters), media_type=_CSV, headers=headers)


async def _lines(visit: Visit, office: str | None, filters: Filters) -> AsyncIterator[str]:
    yield _text([COLUMNS])
    last: ListedCase | None = None
    while True:
        # Each page on a connection of its own: a slow reader holds none.
        async with visit.read() as conn:
            rows = await cases_after(conn, office, filters, last.cursor if last else None, _BATCH)
        if not rows:
            return
        last = rows[-1]
        yield _text([_cells(visit, row) for row in rows])


def _text(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _cells(visit: Visit, row: ListedCase) -> list[str]:
    shown = line(visit.who, row)
    return [_cell(getattr(shown, name)) for name in COLUMNS]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return unformulated(value) if isinstance(value, str) else str(value)
