"""What both views of a case are made of, the office's and the municipality's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import queries
from storage.case_file import Attached, SentLetter, Titles, application_of, attached, sent_letters, titles
from storage.rows import DeadlineRow
from storage.trail import Entry
from web.answers import reply_given
from web.applying.changed import Change, changed
from web.applying.whole import whole
from web.guard.gate import CaseVisit
from web.obligations import obligations
from web.outlooks import round_of_case
from web.papers import papers
from web.steps import ENDED_OTHERWISE, TAGGED, line, steps


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything that lies in a case's file, as the database has it."""

    called: Titles
    deadlines: Sequence[DeadlineRow]
    entries: Sequence[Entry]
    letters: Sequence[SentLetter]
    documents: Sequence[Attached]
    application: Mapping[str, Any] | None
    changes: Sequence[Change]


async def read_file(conn: AsyncConnection, visit: CaseVisit) -> CaseFile:
    """Return the file of the case that is visited."""
    head = visit.head
    return CaseFile(
        called=await titles(conn, head),
        deadlines=await queries.deadlines_of(conn, head.case_id),
        entries=await queries.history(conn, f"case:{head.case_id}"),
        letters=await sent_letters(conn, head.case_id),
        documents=await attached(conn, head.case_id),
        application=await application_of(conn, head.case_id),
        changes=await changed(conn, visit.language, head.case_id),
    )


async def shown(visit: CaseVisit, file: CaseFile) -> dict[str, Any]:
    """Return what both views show, by the names of their templates."""
    case = visit.case
    six = steps(visit.language, case, file.entries)
    return {
        "head": visit.head,
        "case": case,
        "called": file.called,
        "round": await round_of_case(visit),
        "steps": six,
        "steps_line": line(visit.language, six),
        "ended": case.stage in ENDED_OTHERWISE,
        "tagged": case.stage in TAGGED,
        "obligations": obligations(visit.language, case, file.deadlines, visit.now),
        "papers": papers(visit, file.letters, file.documents, file.entries),
        "application": file.application,
        "whole": None if file.application is None else whole(visit.language, file.application),
        "changes": file.changes,
        "reply": await reply_given(visit),
    }
