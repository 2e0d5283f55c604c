"""``network foster-overview``: the foster-home projects of every office, for the one that coordinates them."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich.table import Table

from cli import tables
from cli.acting import person
from cli.errors import Phrase, Status, UnusableError
from cli.names import short_name
from cli.network_register import said
from cli.session import Session
from domain.coordination import OverviewLine, check_publication, foster_overview
from domain.instants import local_year
from domain.problems import shown
from letters import catalogue, formats
from storage.foster_projects import granted_projects

_HEADS: Final = (
    "network-office",
    "project-title",
    "network-name",
    "network-municipalities",
    "network-year",
    "network-granted",
    "network-stage",
)

#: A cell that begins so is a formula to a spreadsheet, and not a name.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


async def show_foster_overview(
    session: Session, year: int | None, acting: str | None, publish: Path | None
) -> Status:
    """Answer with the overview, and write it to a file where a leader hands it out for publication."""
    async with session.record() as record:
        actor = person(record, acting)
        asked = year or local_year(session.now(record))
        if publish is not None:
            check_publication(actor)
        async with record.engine.connect() as conn:
            found = foster_overview(actor, await granted_projects(conn, asked))
    rows = [_cells(session, one) for one in found]
    heads = [said(session, head) for head in _HEADS]
    if publish is not None:
        _write(publish, [heads, *rows])
    shape = {"year": asked, "projects": found, "file": None if publish is None else str(publish)}
    session.say(shape, _table(heads, rows) if rows else said(session, "network-foster_none", year=asked))
    return Status.DONE


def _cells(session: Session, one: OverviewLine) -> list[str]:
    return [
        catalogue.office_name(session.language, one.office),
        one.project,
        one.network,
        ", ".join(short_name(number) for number in one.municipalities),
        str(one.grant_year),
        formats.money(session.language, one.granted_ore),
        catalogue.text(session.language, f"stage-{one.stage}"),
    ]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    table = tables.table(*heads, wide=(1, 2, 3), right=(5,))
    for row in rows:
        table.add_row(*(tables.safe(cell) for cell in row))
    return table


def _write(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write *rows* as Norwegian spreadsheets and screen readers take them: UTF-8, semicolons, a head line."""
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows([_plain(cell) for cell in row] for row in rows)
    except OSError as error:
        raise UnusableError(Phrase("file-not_written", {"path": shown(str(path))})) from error


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
