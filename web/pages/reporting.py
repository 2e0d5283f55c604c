"""The report and its accounts: begun with what is known, saved by itself, reckoned as it is typed, sent once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from activities.door import Outcome
from domain.actors import Role
from domain.duties import ReportDuty
from domain.instants import local_day
from domain.refusal import Refused
from letters.formats import Language
from storage import drafts, inbox, sent_drafts
from storage.case_file import application_of
from storage.drafts import Conflict, Draft
from storage.sent_drafts import File
from web.answers import as_it_is_now, refusal_of
from web.guard.gate import CaseGate, CaseVisit
from web.guard.readers import APPLICANTS
from web.mending import Refusal, in_words
from web.own.accounts import Accounts
from web.pages.application import seen_marks
from web.report_asks import report_asks

router: Final = APIRouter()

OWN: Final = CaseGate(roles=APPLICANTS)
SIGNATORY: Final = CaseGate(roles=frozenset({Role.APPLICANT_SIGNATORY}))

KIND: Final = "report"
_KEPT_AFTER: Final = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A report that is being written."""

    draft: Draft
    accounts: Accounts
    files: list[File]
    shown: Mapping[str, str]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def seen(self) -> str:
        """The marks of what the form shows, as a hidden field holds them; of what both changed, the other's."""
        marks = {path: drafts.mark(self.shown.get(path, "")) for path in self.accounts.fields}
        return json.dumps(marks, separators=(",", ":"))


@router.get("/saker/{case_no}/rapport/{duty}")
async def show(duty: str, visit: Annotated[CaseVisit, Depends(OWN)]) -> Response:
    """Show the report as far as it has come."""
    found = await _open(visit, duty)
    return visit.to(visit.address) if found is None else await _page(visit, found)


@router.post("/saker/{case_no}/rapport/{duty}")
async def save(duty: str, visit: Annotated[CaseVisit, Depends(OWN)]) -> Response:
    """Save what was typed, and reckon."""
    found = await _open(visit, duty)
    if found is None:
        return visit.to(visit.address)
    found = await _saved(visit, found)
    return await _page(visit, found, template="own/reckoned.html" if visit.is_quick else "own/report.html")


@router.post("/saker/{case_no}/rapport/{duty}/send")
async def send(duty: str, visit: Annotated[CaseVisit, Depends(SIGNATORY)]) -> Response:
    """Send the report, unless something in it is missing or cannot be read."""
    found = await _open(visit, duty)
    if found is None:
        return visit.to(visit.address)
    found = await _saved(visit, found)
    if found.accounts.problems or found.conflicts:
        return await _page(visit, found, told=True, status=422)
    accounts = replace(found.accounts, language=Language(visit.case.language))
    command_id, case_id = uuid4(), visit.head.case_id
    async with visit.house.engine.begin() as conn:
        locked = await drafts.draft_by(conn, found.draft.draft_id, locked=True)
        if locked is None or locked.command_id is not None:
            return visit.to(visit.address)
        files = tuple(one.sha256 for one in await sent_drafts.files(conn, locked.draft_id))
        await sent_drafts.sending(conn, locked.draft_id, command_id, case_id, visit.now)
    door, body = visit.house.door, accounts.body(files)
    try:
        await door.receive(case_id, command_id, visit.who, body, real_now=visit.house.now())
    except Refused as refused:
        return await _refused(
            visit, found, in_words(visit.language, refused.code, refused.rule, refused.params)
        )
    await door.send(case_id, command_id, visit.house.patience)
    answer = await door.answer(case_id, command_id)
    if answer.outcome is Outcome.REFUSED:
        return await _refused(visit, found, refusal_of(visit, answer.detail))
    if answer.outcome is Outcome.DONE:
        async with visit.house.engine.begin() as conn:
            await sent_drafts.empty_sent(conn, visit.now, found.draft.draft_id)
    return visit.to(f"{visit.address}?svar={command_id}")


async def _refused(visit: CaseVisit, found: Opened, refusal: Refusal) -> Response:
    """Let the report be written in again, and say why it was not taken."""
    async with visit.house.engine.begin() as conn:
        await sent_drafts.take_back(conn, found.draft.draft_id)
    await as_it_is_now(visit)
    return await _page(visit, found, refusal=refusal, status=409)


async def _open(visit: CaseVisit, name: str) -> Opened | None:
    """Return the report on duty *name*, begun now where nobody had; None where it is not owed, or on its way."""
    duty = visit.case.report(name)
    if duty is None or not duty.awaits_grantee or not visit.case.paid_ore:
        return None
    async with visit.house.engine.begin() as conn:
        sent = await application_of(conn, visit.head.case_id)
        draft = _new(visit, duty)
        accounts = Accounts(
            language=visit.language,
            case=visit.case,
            duty=duty,
            sent=sent or {},
            values={},
            today=local_day(visit.now),
        )
        if await drafts.begin(conn, draft):
            await drafts.put(conn, draft.draft_id, accounts.beginning(), visit.who, visit.now)
        begun = await drafts.draft_by(conn, draft.draft_id)
        if begun is None or await _is_under_way(conn, begun):
            return None
        written = await drafts.written(conn, draft.draft_id)
        files = await sent_drafts.files(conn, draft.draft_id)
    values = {path: one.value for path, one in written.items()}
    return Opened(draft=begun, accounts=replace(accounts, values=values), files=files, shown=values)


async def _is_under_way(conn: AsyncConnection, draft: Draft) -> bool:
    """Say whether the report is sent and waits; one that was refused meanwhile is written in again."""
    if draft.command_id is None:
        return False
    said = await inbox.get_answer(conn, draft.command_id)
    if said is not None and said.status != "refused":
        return True
    await sent_drafts.take_back(conn, draft.draft_id)
    return False


def _new(visit: CaseVisit, duty: ReportDuty) -> Draft:
    return Draft(
        draft_id=_draft_id(visit.head.case_id, duty),
        kind=KIND,
        host=visit.case.host,
        round_id=visit.head.round_id,
        case_id=visit.head.case_id,
        about=duty.name,
        revision=0,
        begun_at=visit.now,
        changed_at=visit.now,
        keep_until=visit.now + _KEPT_AFTER,
        command_id=None,
        sent_at=None,
        emptied_at=None,
    )


def _draft_id(case_id: UUID, duty: ReportDuty) -> UUID:
    """Return the id of the one draft of a report: sent back, it is another."""
    return uuid5(case_id, f"{KIND}:{duty.name}:{duty.decision_no}:{duty.returns}")


async def _saved(visit: CaseVisit, found: Opened) -> Opened:
    """Write down what the form brought."""
    form = await visit.form()
    typed = {
        path: given.replace("\r\n", "\n").replace("\x00", "")
        for path in found.accounts.fields
        if isinstance(given := form.get(path), str)
    }
    conflicts: tuple[Conflict, ...] = ()
    stored: dict[str, str] = {}
    async with visit.house.engine.begin() as conn:
        locked = await drafts.draft_by(conn, found.draft.draft_id, locked=True)
        if locked is not None and locked.command_id is None:
            marks = seen_marks(form.get("seen"))
            saved = await drafts.save(conn, locked.draft_id, typed, seen=marks, by=visit.who, at=visit.now)
            conflicts = saved.conflicts
            stored = {path: one.value for path, one in (await drafts.written(conn, locked.draft_id)).items()}
    # What somebody else wrote meanwhile is shown beside what was typed here; sent again, that stands.
    values = {**found.accounts.values, **stored, **{one.path: one.mine for one in conflicts}}
    accounts = replace(found.accounts, values=values)
    draft = replace(found.draft, changed_at=visit.now)
    # A page that is only brought up to date still shows what it showed, and not what others wrote.
    shown = {
        **stored,
        **(typed if visit.is_quick else {}),
        **{one.path: one.theirs.value for one in conflicts},
    }
    return replace(found, accounts=accounts, draft=draft, shown=shown, conflicts=conflicts)


async def _page(
    visit: CaseVisit,
    found: Opened,
    *,
    template: str = "own/report.html",
    told: bool = False,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Response:
    return visit.page(
        template,
        status=status,
        section="/tilskudd",
        head=visit.head,
        case=visit.case,
        report=found.accounts,
        draft=found.draft,
        files=found.files,
        seen=found.seen,
        conflicts=found.conflicts,
        asks=await report_asks(visit, "deliver_report"),
        told=told,
        refusal=refusal,
        action=f"{visit.address}/rapport/{found.accounts.duty.name}",
        base=f"/soknader/{found.draft.draft_id}",
        may_send=visit.who.role is Role.APPLICANT_SIGNATORY,
    )
