"""The buttons inside a step: a row more or less, a municipality asked, reminded or taken out."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.application import CostKind
from storage import drafts
from storage.drafts import Partner
from storage.organisations import directory
from web.applying.forms import GROUPS, rows_of, said_path
from web.applying.opened import Opened, first_rows
from web.applying.reminding import remind
from web.guard.drafts import DraftVisit

#: What a new row begins with, beside what was chosen for it.
_BEGIN: Final[Mapping[str, Mapping[str, str]]] = {
    "service": {"kind": "barnevern"},
    "partner": {"kind": "knowledge_environment"},
    "cost": {"kind": CostKind.OTHER.value},
}


async def change_rows(conn: AsyncConnection, visit: DraftVisit, found: Opened, do: str) -> str:
    """Do what the button *do* says in a draft that is locked; return the place in the page to go on at."""
    act, _, about = do.partition(":")
    if act == "add" and about in GROUPS:
        return await _add(conn, visit, found, about)
    if act == "remove":
        group, _, row = about.partition(".")
        if group in GROUPS and row.isdecimal():
            await drafts.remove(conn, visit.draft.draft_id, f"{group}.{row}.", visit.now)
            return f"#{group}"
    if not found.is_own(visit.who):
        return ""
    if act == "invite":
        return await _invite(conn, visit, found)
    partner = next((one for one in found.partners if one.municipality == about), None)
    return "" if partner is None else await _about_partner(conn, visit, found, act, partner)


async def _add(conn: AsyncConnection, visit: DraftVisit, found: Opened, group: str) -> str:
    form = await visit.form()
    row = max(rows_of(found.values, group), default=0) + 1
    begin = dict.fromkeys(GROUPS[group], "") | dict(_BEGIN.get(group, {}))
    begin |= {
        part: given
        for part in GROUPS[group]
        if isinstance(given := form.get(f"new.{group}.{part}"), str) and given
    }
    values = {f"{group}.{row}.{part}": value for part, value in begin.items()}
    await drafts.put(conn, visit.draft.draft_id, values, visit.who, visit.now)
    return f"#{group}.{row}"


async def _invite(conn: AsyncConnection, visit: DraftVisit, found: Opened) -> str:
    given = str((await visit.form()).get("new.member", "")).strip()
    known = await directory(conn)
    municipality = known.municipality(given)
    if municipality is None or municipality.org_number is None or municipality.last_day is not None:
        return "#members"
    if not any(one.municipality == given for one in found.partners):
        await drafts.invite(conn, visit.draft.draft_id, given, municipality.org_number, visit.now)
        group = "person" if found.round_.strand == "leader" else "service"
        row = max(rows_of(found.values, group), default=0) + 1
        rows = first_rows(found.round_.strand, municipality, row, visit.language)
        await drafts.put(conn, visit.draft.draft_id, rows, visit.who, visit.now)
    return "#members"


async def _about_partner(
    conn: AsyncConnection, visit: DraftVisit, found: Opened, act: str, partner: Partner
) -> str:
    if act == "remind" and partner.answer is None and visit.draft.office is None:
        return "#members" if await remind(conn, visit, found, partner) else "?paminnelse=nei#members"
    if act == "strike" and partner.org_number != visit.draft.host:
        await _strike(conn, visit, found, partner.municipality)
        return "#members"
    return ""


async def _strike(conn: AsyncConnection, visit: DraftVisit, found: Opened, municipality: str) -> None:
    draft_id, now = visit.draft.draft_id, visit.now
    await drafts.strike(conn, draft_id, municipality, now)
    await drafts.remove(conn, draft_id, said_path(municipality, ""), now)
    for group in ("person", "own"):
        for row in rows_of(found.values, group):
            if found.values.get(f"{group}.{row}.municipality") == municipality:
                await drafts.remove(conn, draft_id, f"{group}.{row}.", now)
    for row in rows_of(found.values, "service"):
        of = found.values.get(f"service.{row}.municipalities", "").split()
        if of == [municipality]:
            await drafts.remove(conn, draft_id, f"service.{row}.", now)
