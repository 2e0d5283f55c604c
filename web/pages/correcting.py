"""«Rett en feil»: what was entered in the case, and how each thing is set right, by whom and by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES, Role
from domain.authority import MAY
from domain.corrections import Entered, corrections
from domain.outlook import Outlook
from domain.possible import Possible
from storage import queries
from storage.case_file import titles
from web.guard.gate import CaseGate, CaseVisit
from web.mending import Refusal, in_words
from web.outlooks import outlook_of
from web.rules import RuleLink, rule_link
from web.telling import Told, corrected, tell
from web.work import command_address

router: Final = APIRouter()
OFFICE: Final = CaseGate(roles=OFFICE_ROLES)

#: What a person says of oneself alone.
_OWN: Final = "ImpartialityDeclared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to set an entry right.

    Args:
        command: What sets it right.
        href: Where that is done; None where it is not the visitor's to do now.
        roles: Whose it is.
        refusal: Why it cannot be done now, where it is the visitor's.
        link: The rule by which it is done.
    """

    command: str
    href: str | None
    roles: Sequence[Role]
    refusal: Refusal | None
    link: RuleLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry in words, how it was said anew since, and the ways to set it right; none where nothing does any more."""

    told: Told
    ways: Sequence[Way]


@router.get("/saker/{case_no}/rett")
async def show(visit: Annotated[CaseVisit, Depends(OFFICE)]) -> Response:
    """Show what was entered, the newest first, and the ways to set it right."""
    async with visit.read() as conn:
        entries = await queries.history(conn, f"case:{visit.head.case_id}")
        told = {one.seq: one for one in await tell(conn, visit.language, entries, reasons=True)}
        called = await titles(conn, visit.head)
    entered = (Entered.of(one.seq, one.kind, one.body) for one in entries)
    hands = {one.seq: one.actor.role for one in entries}
    outlook = await outlook_of(visit)
    rows = [
        Row(
            told=told[one.entered.seq], ways=[_way(visit, one.entered, by, hands, outlook) for by in one.ways]
        )
        for one in corrections(visit.case, entered)
    ]
    return visit.page(
        "correcting.html",
        section="/saker",
        head=visit.head,
        called=called,
        rows=rows,
        corrected=corrected(entries, told),
    )


def _way(
    visit: CaseVisit, entered: Entered, by: Possible, hands: Mapping[int, Role], outlook: Outlook
) -> Way:
    command, about = by.command, by.about
    stopped = next((no.refused for no in outlook.cannot if (no.command, no.about) == (command, about)), None)
    may = any((yes.command, yes.about) == (command, about) for yes in outlook.can)
    theirs = visit.who.role in by.roles
    roles: Sequence[Role] = by.roles
    if entered.kind == _OWN and entered.about != visit.who.subject:
        # What somebody said of oneself nobody else says otherwise.
        may, roles = False, (hands[entered.seq],)
    return Way(
        command=command,
        href=command_address(visit.head.case_no, command, about) if may else None,
        roles=roles,
        refusal=in_words(visit.language, stopped.code, stopped.rule, stopped.params)
        if stopped is not None and theirs
        else None,
        link=rule_link(visit.language, MAY[command][1]),
    )
