"""Old cases from a spreadsheet: every mistake by its row and column, and all of the file or nothing."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

from rich.text import Text

from activities.register import Envelope, Register
from cli import tables
from cli.acting import person
from cli.errors import Status, UnusableError
from cli.names import short_name
from cli.network_register import carry_out, command_of, day_or_today, said
from cli.reading import read_bytes
from cli.session import Session
from domain.historical import HistoricalCase, MeetHistoricalDate
from domain.historical_file import HEADINGS, HistoricalFileError, RowProblem, read_cases
from domain.identity import holds_identity_number
from domain.problems import shown
from letters import catalogue
from storage import historical

#: A spreadsheet of five thousand rows is far smaller.
_MAX_BYTES: Final = 5_000_000

#: More mistakes than this are counted and not listed.
_MOST: Final = 50


async def show_template(session: Session) -> Status:
    """Answer with the headings of the columns, as a file begins."""
    session.say({"columns": list(HEADINGS.values()), "fields": list(HEADINGS)}, ";".join(HEADINGS.values()))
    return Status.DONE


async def import_file(
    session: Session, acting: str | None, command_id: UUID | None, file: Path | None, office: str | None
) -> Status:
    """Bring in the cases of *file*: all of them or none."""
    if file is None or office is None:
        raise UnusableError(said(session, "historical-file_and_office"))
    content = read_bytes(file, _MAX_BYTES)
    cases = _read(session, file, content)
    async with session.record() as record:
        actor = person(record, acting)
        named = command_id or uuid4()
        envelope = Envelope(command_id=named, actor=actor, real_now=session.environment.now())
        digest = hashlib.sha256(content).hexdigest()
        answer = await Register(record.engine).import_historical(envelope, office, cases, digest)
    warned = [one.reference for one in cases if one.note and holds_identity_number(one.note.text or "")]
    shape = {
        "outcome": "done",
        "command_id": named,
        "imported": answer["imported"],
        "years": answer["years"],
        "identity_number_in_note": warned,
    }
    years = [str(year) for year in answer["years"]]
    done = said(session, "historical-imported", imported=answer["imported"], years=years)
    notes = [said(session, "historical-identity_number", references=warned)] if warned else []
    session.say(shape, Text(f"✓ {done}", style="bold"), *notes)
    return Status.DONE


def _read(session: Session, file: Path, content: bytes) -> tuple[HistoricalCase, ...]:
    try:
        return read_cases(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnusableError(
            said(session, "historical-encoding", path=shown(str(file)), position=error.start)
        ) from error
    except HistoricalFileError as error:
        lines = [_line(session, one) for one in error.problems[:_MOST]]
        rest = len(error.problems) - _MOST
        more = [said(session, "historical-more", rest=rest)] if rest > 0 else []
        raise UnusableError(*lines, *more) from error


def _line(session: Session, problem: RowProblem) -> str:
    what = catalogue.text(session.language, f"historical_mistake-{problem.code}", **problem.params)
    if problem.column:
        return said(
            session, "historical-row_and_column", row=problem.line, column=problem.column, mistake=what
        )
    return said(session, "historical-row", row=problem.line, mistake=what)


async def show_cases(session: Session, office: str | None) -> Status:
    """Answer with the old cases of an office, or of all."""
    async with session.record() as record, record.engine.connect() as conn:
        rows = await historical.cases(conn, office)
    shape = {
        "historical": [{name: value for name, value in row.items() if name != "note_ref"} for row in rows]
    }
    if not rows:
        session.say(shape, said(session, "historical-none"))
        return Status.DONE
    heads = (
        "network-case",
        "project-year",
        "project-title",
        "project-hosts",
        "project-stage",
        "network-granted",
    )
    table = tables.table(*(said(session, head) for head in heads), wide=(2,), right=(5,))
    for row in rows:
        table.add_row(
            tables.safe(row["reference"]),
            str(row["grant_year"]),
            tables.safe(row["project_title"]),
            short_name(row["host"]),
            said(session, f"historical_decided-{row['decided']}"),
            tables.money(session.language, row["granted_ore"]),
        )
    session.say(shape, table)
    return Status.DONE


async def meet(
    session: Session, acting: str | None, command_id: UUID | None, values: Mapping[str, Any]
) -> Status:
    """Note that what was waited for in an old case has come."""
    async with session.record() as record:
        fields = {**values, "met_on": day_or_today(session, record, values["met_on"])}
        body = command_of(MeetHistoricalDate, fields)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.meet_historical_date(envelope, body),
        )
