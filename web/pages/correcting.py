"""«Rett en feil»: what was entered in the case, and how each thing is set right, by whom and by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES, Role
from domain.authority import MAY
from domain.corrections import Correction, Entered, corrections
from domain.outlook import Outlook
from storage import queries
from storage.case_file import titles
from web.guard.gate import CaseGate, CaseVisit
from web.mending import Refusal, in_words
from web.outlooks import outlook_of
from web.rules import RuleLink, rule_link
from web.telling import Told, tell
from web.work import command_address

router: Final = APIRouter()
OFFICE: Final = CaseGate(roles=OFFICE_ROLES)

#: What a person says of oneself alone.
_OWN: Final = "ImpartialityDeclared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How one entry is set right.

    Args:
        told: The entry in words.
        command: What sets it right; None where nothing does any more.
        href: Where that is done; None where it is not the visitor's to do now.
        roles: Whose it is.
        refusal: Why it cannot be done now, where it is the visitor's.
        link: The rule by which it is done.
    """

    told: Told
    command: str | None
    href: str | None
    roles: Sequence[Role]
    refusal: Refusal | None
    link: RuleLink | None


@router.get("/saker/{case_no}/rett")
async def show(visit: Annotated[CaseVisit, Depends(OFFICE)]) -> Response:
    """Show what was entered, the newest first, and the way to set it right."""
    async with visit.read() as conn:
        entries = await queries.history(conn, f"case:{visit.head.case_id}")
        told = {one.seq: one for one in await tell(conn, visit.language, entries, reasons=True)}
        called = await titles(conn, visit.head)
    entered = (Entered.of(one.seq, one.kind, one.body) for one in entries)
    hands = {one.seq: one.actor.role for one in entries}
    outlook = await outlook_of(visit)
    ways = [_way(visit, one, told, hands, outlook) for one in corrections(visit.case, entered)]
    return visit.page("correcting.html", section="/saker", head=visit.head, called=called, ways=ways)


def _way(
    visit: CaseVisit, one: Correction, told: Mapping[int, Told], hands: Mapping[int, Role], outlook: Outlook
) -> Way:
    entry = told[one.entered.seq]
    if one.by is None:
        return Way(told=entry, command=None, href=None, roles=(), refusal=None, link=None)
    command, about = one.by.command, one.by.about
    stopped = next((no.refused for no in outlook.cannot if (no.command, no.about) == (command, about)), None)
    may = any((yes.command, yes.about) == (command, about) for yes in outlook.can)
    theirs = visit.who.role in one.by.roles
    roles: Sequence[Role] = one.by.roles
    if one.entered.kind == _OWN and one.entered.about != visit.who.subject:
        # What somebody said of oneself nobody else says otherwise.
        may, roles = False, (hands[one.entered.seq],)
    return Way(
        told=entry,
        command=command,
        href=command_address(visit.head.case_no, command, about) if may else None,
        roles=roles,
        refusal=in_words(visit.language, stopped.code, stopped.rule, stopped.params)
        if stopped is not None and theirs
        else None,
        link=rule_link(visit.language, MAY[command][1]),
    )
