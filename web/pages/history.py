"""The case's history: for the office and auditors with authority, rule and evidence, and the case as it was on any day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.case import Case
from domain.evolve import BrokenTrailError
from domain.instants import OSLO
from storage import access, queries
from storage.case_file import attached, content_of, sent_letters, titles
from storage.case_history import (
    case_after,
    chain_of,
    command_kinds,
    refused_commands,
    seq_before,
    wholeness,
)
from storage.heads import signed_under
from storage.trail import Entry
from web.auditing import FAMILIES, Past, Record, records
from web.control_package import control_package
from web.guard.gate import CaseGate, CaseVisit
from web.guard.rates import EXPORT
from web.guard.readers import AUDITING
from web.telling import tell, told_of
from web.typed import UnreadableError, day

router: Final = APIRouter()
ANYBODY: Final = CaseGate()

EXPORTS: Final = CaseGate(roles=AUDITING, cost=EXPORT)

_PAGE: Final = 15
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The event after which the case is shown. ``duty_since`` is the event that brought the duty to report."""

    seq: int
    at: datetime
    case: Case | None
    duty_since: int | None


@router.get("/saker/{case_no}/historikk")
async def history(visit: Annotated[CaseVisit, Depends(ANYBODY)]) -> Response:
    """Show every event of the case, the newest first."""
    if visit.who.role not in AUDITING:
        return await _told(visit)
    params = visit.request.query_params
    async with visit.read() as conn:
        past = await _past(conn, visit)
        called = await titles(conn, visit.head)
    entries = [link.entry for link in past.chain]
    unreadable = ""
    if params.get("dato"):
        try:
            seq = max(1, seq_before(entries, _instant(params["dato"], params.get("kl", ""))))
            return visit.to(f"{visit.address}/historikk?hendelse={seq}")
        except UnreadableError as error:
            unreadable = str(error)
    found = records(visit.language, past)
    family = params.get("vis", "")
    family = family if family in FAMILIES else FAMILIES[0]
    shown = [one for one in found if family in one.families]
    moment = _moment(entries, _number(params.get("hendelse")) or entries[-1].seq)
    top = _top(shown, _number(params.get("til")), moment.seq if "hendelse" in params else None)
    heads = signed_under(visit.house.settings.home)
    return visit.page(
        "history.html",
        section="/saker",
        head=visit.head,
        called=called,
        moment=moment,
        first=entries[0],
        last=entries[-1],
        records=shown[len(shown) - top : len(shown) - top + _PAGE],
        counts={name: sum(name in one.families for one in found) for name in FAMILIES},
        family=family,
        top=top,
        size=_PAGE,
        whole=await wholeness(visit.house.engine, visit.head.case_id, heads),
        checked_at=visit.now,
        last_hash=past.chain[-1].hash.hex(),
        signing=None if heads is None else heads.last_signing(),
        unreadable=unreadable,
        typed={"dato": params["dato"], "kl": params.get("kl", "")}
        if unreadable
        else {"dato": f"{moment.at.astimezone(OSLO):%d.%m.%Y}", "kl": ""},
    )


@router.get("/saker/{case_no}/kontrollpakke")
async def package(visit: Annotated[CaseVisit, Depends(EXPORTS)]) -> Response:
    """Hand out the whole history with its proof; that it was taken is noted."""
    heads = signed_under(visit.house.settings.home)
    async with visit.read() as conn:
        past = await _past(conn, visit)
        about = await attached(conn, visit.head.case_id)
        found = [await content_of(conn, visit.head.case_id, one.document_id) for one in about]
    content = control_package(
        visit.language,
        past,
        [(one, with_ and with_[1]) for one, with_ in zip(about, found, strict=True)],
        await wholeness(visit.house.engine, visit.head.case_id, heads),
        heads,
    )
    async with visit.house.engine.begin() as conn:
        await access.log(conn, visit.who, f"case:{visit.head.case_id}", "control_package", visit.now)
    name = f"kontrollpakke-{visit.head.case_no}.zip"
    return Response(
        content,
        media_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


async def _told(visit: CaseVisit) -> Response:
    """Show what happened, without what is the office's own."""
    async with visit.read() as conn:
        entries = told_of(visit.who, await queries.history(conn, f"case:{visit.head.case_id}"))
        told = await tell(conn, visit.language, entries, reasons=False)
        called = await titles(conn, visit.head)
    return visit.page(
        "case_history.html",
        section="/saker",
        head=visit.head,
        called=called,
        told=list(reversed(told)),
        office=False,
    )


async def _past(conn: AsyncConnection, visit: CaseVisit) -> Past:
    head = visit.head
    chain = await chain_of(conn, head.case_id)
    frames = await queries.frames(conn, head.office, head.grant_year)
    return Past(
        case_no=head.case_no,
        rule_set=head.rule_set,
        chain=chain,
        told=await tell(conn, visit.language, [link.entry for link in chain], reasons=True),
        commands=await command_kinds(conn, head.case_id),
        letters=await sent_letters(conn, head.case_id),
        refused=await refused_commands(conn, head.case_id),
        mandate=frames[0].reference if frames else None,
    )


def _moment(entries: Sequence[Entry], seq: int) -> Moment:
    seq = min(seq, entries[-1].seq)
    known = [one for one in entries if one.seq <= seq]
    try:
        case: Case | None = case_after(entries, seq)
    except (BrokenTrailError, KeyError, ValueError):
        # A trail that was tampered with may make no case; the check beside says what is wrong.
        case = None
    since = next((one.seq for one in known if one.kind == "ReportDutyArose"), None)
    return Moment(seq=seq, at=known[-1].occurred_at, case=case, duty_since=since)


def _top(shown: Sequence[Record], given: int | None, seq: int | None) -> int:
    """Return the place, counted from the oldest, of the record that the page begins with."""
    if given is not None:
        return min(given, len(shown))
    if seq is None:
        return len(shown)
    place = next((len(shown) - i for i, one in enumerate(shown) if one.seq == seq), len(shown))
    return min(place + 1, len(shown))


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isdecimal() and int(given[:9]) > 0 and len(given) < 9 else None  # noqa: PLR2004


def _instant(on: str, at: str) -> datetime:
    """Return the first instant after the minute that was asked for, or after the day where no clock was given."""
    asked = day(on)
    if not at.strip():
        return datetime(asked.year, asked.month, asked.day, tzinfo=OSLO) + timedelta(days=1)
    found = _CLOCK.fullmatch(at.strip())
    if found is None:
        raise UnreadableError("clock")
    begins = datetime(asked.year, asked.month, asked.day, int(found[1]), int(found[2]), tzinfo=OSLO)
    return begins + timedelta(minutes=1)
