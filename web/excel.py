"""A list as a file that Excel opens in Norwegian: semicolons, UTF-8 with its mark, ``1 000 000,00``, ``31.12.2027``.

Texts come from many hands: one that Excel would take for a formula gets an apostrophe before it, which Excel does not
show. Amounts and days are made here and need none.
"""

import csv
import io
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date
from typing import Final

from fastapi.responses import Response, StreamingResponse

from domain.money import ORE_PER_KRONE

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
#: What begins a formula, also written wide; spaces before it do not hinder Excel.
_FORMULA: Final = tuple("=+-@＝＋－＠\t\r")

_TYPE: Final = "text/csv; charset=utf-8"

Cell = str | int | date | None


class Ore(int):
    """An amount in øre, for a cell with kroner."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return the whole file."""
    return _BOM + _lines([heads]) + _lines(rows)


def excel_stream(
    name: str, heads: Sequence[str], batches: AsyncIterator[Iterable[Sequence[Cell]]]
) -> StreamingResponse:
    """Return a file of any length as a download called *name*, sent as its rows are read."""

    async def file() -> AsyncIterator[bytes]:
        yield (_BOM + _lines([heads])).encode()
        async for rows in batches:
            yield _lines(rows).encode()

    return StreamingResponse(file(), media_type=_TYPE, headers=_headers(name))


def excel_file(name: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """Return the file as a download called *name*."""
    return Response(csv_text(heads, rows).encode(), media_type=_TYPE, headers=_headers(name))


def _headers(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}.csv"'}


def _lines(rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [_shown(cell) for cell in row] for row in rows
    )
    return out.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Ore):
        return _kroner(cell)
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    if isinstance(cell, int):
        return str(cell)
    return unformulated(cell)


def unformulated(text: str) -> str:
    """Return *text* so that no program takes it for a formula."""
    return f"'{text}" if text.lstrip(" \N{NO-BREAK SPACE}\n").startswith(_FORMULA) else text


def _kroner(amount_ore: int) -> str:
    kroner, ore = divmod(abs(amount_ore), ORE_PER_KRONE)
    grouped = f"{kroner:,}".replace(",", " ")
    return f"{'-' if amount_ore < 0 else ''}{grouped},{ore:02d}"
