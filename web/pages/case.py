"""The case: where it is, what can be done, and what stops the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES, Role
from domain.corrections import CORRECTS, SAID_ANEW
from storage import private_texts, queries
from storage.case_file import content_of, sent_letters
from storage.rows import DeadlineRow, TaskRow
from storage.trail import Entry
from web.case_file import read_file, shown
from web.guard.gate import CaseGate, CaseVisit, NotYoursError
from web.guard.readers import APPLICANTS
from web.mending import Refusal, in_words
from web.outgoing import read_message
from web.outlooks import outlook_of
from web.own import case as own_case
from web.rules import rule_link
from web.telling import corrected, tell
from web.work import COMMAND_OF, command_address

router: Final = APIRouter()
ANYBODY: Final = CaseGate()

#: How many are shown at once; the rest is one click away.
_EVENTS: Final = 6
_BLOCKED: Final = 4
_BUTTONS: Final = 2

_VIEWS: Final = ("documents", "tasks", "application", "budget", "assessment")

#: What can always be done, and is never the next thing.
_ASIDE: Final = frozenset(
    {
        "ask_change",
        "ask_extension",
        "ask_transfer",
        "cancel_payment",
        "change_host",
        "declare_impartiality",
        "recommend_dismissal",
        "drop_claim",
        "end_early",
        "file_appeal",
        "propose_claim",
        "recommend_reversal",
        "reduce_claim",
        "register_payment_fault",
        "reopen",
        "return_for_supplement",
        "remind",
        "send_preliminary_reply",
        "withdraw",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button: the command, where its form is, and whether it is never the next thing."""

    command: str
    about: str | None
    href: str
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """What cannot be done now, in words."""

    command: str
    about: str | None
    refusal: Refusal


@router.get("/saker/{case_no}")
async def show(visit: Annotated[CaseVisit, Depends(ANYBODY)]) -> Response:
    """Show the case to whoever it belongs to: a municipality has a page of its own."""
    if visit.who.role in APPLICANTS:
        return await own_case.show(visit)
    language, case, head = visit.language, visit.case, visit.head
    office = visit.who.role in OFFICE_ROLES or visit.who.role is Role.STATE_AUDITOR
    async with visit.read() as conn:
        file = await read_file(conn, visit)
        tasks = await queries.tasks_of(conn, head.case_id)
        anew = [one for one in file.entries if one.kind in CORRECTS]
        told = {
            one.seq: one
            for one in await tell(conn, language, [*anew, *file.entries[-_EVENTS:]], reasons=office)
        }
    can, blocked = await _outlook(visit, tasks)
    view = visit.request.query_params.get("vis", "")
    buttons = [one for one in can if not one.aside][:_BUTTONS]
    return visit.page(
        "case.html",
        section="/saker",
        **await shown(visit, file),
        buttons=buttons,
        more=[one for one in can if one not in buttons],
        blocked=blocked[:_BLOCKED],
        blocked_more=blocked[_BLOCKED:],
        primary_why=_primary_why(buttons, tasks),
        told=[told[one.seq] for one in reversed(file.entries[-_EVENTS:])],
        corrected=corrected(file.entries, told),
        corrections=[told[one.seq] for one in reversed(anew)] if office else (),
        correctable=visit.who.role in OFFICE_ROLES,
        planned=_planned(file.deadlines, case.finished, visit.now),
        events=len(file.entries),
        tasks=tasks,
        answers=await _assessment(visit, file.entries) if view == "assessment" and office else (),
        view=view if view in _VIEWS else _VIEWS[0],
        views=_VIEWS if office else _VIEWS[:1] + _VIEWS[2:4],
        office=office,
        next_day=min((row.last_day for row in file.deadlines if row.due > visit.now), default=None),
        rules_link=rule_link(language, None),
    )


async def _outlook(visit: CaseVisit, tasks: Sequence[TaskRow]) -> tuple[list[Choice], list[Stopped]]:
    """Return what can be done, the next thing first, and what cannot."""
    found = await outlook_of(visit)
    # What was noted wrongly has a page of its own.
    aside_page = frozenset(SAID_ANEW.values())
    stopped = [
        Stopped(
            command=one.command,
            about=one.about,
            refusal=in_words(visit.language, one.refused.code, one.refused.rule, one.refused.params),
        )
        for one in found.cannot
        if one.command not in aside_page
    ]
    wanted = {COMMAND_OF.get(task.code) for task in tasks if task.role == visit.who.role.value}
    # What mends the thing that is wanted comes before everything else.
    mending = {one.refusal.command for one in stopped if one.command in wanted}
    aside = _ASIDE - mending - wanted
    if visit.who.role is Role.CASE_OFFICER:
        aside |= {"send_back"}
    if visit.case.officer is not None and "assign" not in wanted:
        aside |= {"assign"}
    can = [
        Choice(
            command=one.command,
            about=one.about,
            href=command_address(visit.head.case_no, one.command, one.about),
            aside=one.command in aside,
        )
        for one in sorted(
            (one for one in found.can if one.command not in aside_page),
            key=lambda one: (one.command in aside, one.command not in mending, one.command not in wanted),
        )
    ]
    return can, stopped


def _primary_why(can: Sequence[Choice], tasks: Sequence[TaskRow]) -> TaskRow | None:
    """Return the task that the first button does."""
    if not can:
        return None
    return next((task for task in tasks if COMMAND_OF.get(task.code) == can[0].command), None)


def _planned(deadlines: Sequence[DeadlineRow], finished: bool, now: datetime) -> DeadlineRow | None:
    if finished:
        return None
    return next((row for row in sorted(deadlines, key=lambda row: row.due) if row.due > now), None)


async def _assessment(visit: CaseVisit, entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Return the answers of the newest assessment, with their reasons."""
    assessed = next((entry for entry in reversed(entries) if entry.kind == "Assessed"), None)
    if assessed is None:
        return []
    answers: list[dict[str, Any]] = assessed.body["answers"]
    refs = [UUID(answer["reason"]["ref"]) for answer in answers if isinstance(answer["reason"], dict)]
    async with visit.read() as conn:
        texts = await private_texts.texts(conn, refs) if refs else {}
    return [
        {
            "criterion": answer["criterion"],
            "met": answer["met"],
            "reason": texts.get(UUID(answer["reason"]["ref"])) if isinstance(answer["reason"], dict) else "",
        }
        for answer in answers
    ]


@router.get("/saker/{case_no}/brev/{number}")
async def letter(number: int, visit: Annotated[CaseVisit, Depends(ANYBODY)]) -> Response:
    """Show a letter as it was sent, in its own language."""
    async with visit.read() as conn:
        letters = await sent_letters(conn, visit.head.case_id)
        found = next((one for one in letters if one.id == number), None)
        entries = await queries.history(conn, f"case:{visit.head.case_id}", found.seq - 1, 1) if found else []
        message = await read_message(conn, visit.language, visit.head.case_id, found) if found else None
    if found is None or message is None:
        raise NotYoursError(visit)
    return visit.page(
        "letter.html",
        section="/saker",
        head=visit.head,
        message=message,
        at=entries[0].occurred_at if entries else found.created_at,
        sent=found,
    )


@router.get("/saker/{case_no}/dokument/{document_id}")
async def document(document_id: UUID, visit: Annotated[CaseVisit, Depends(ANYBODY)]) -> Response:
    """Hand out a document as a file; a browser never opens it as a page of ours."""
    async with visit.read() as conn:
        found = await content_of(conn, visit.head.case_id, document_id)
    if found is None:
        raise NotYoursError(visit)
    about, content = found
    return Response(
        content,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(about.name, safe='')}"},
    )
