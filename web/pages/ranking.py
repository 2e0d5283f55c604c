"""A round's ranking against its frame: how far the money reaches, and how far it would with another order or amounts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final
from uuid import uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.names import short_name
from domain import commands as c
from domain.actors import OFFICE_ROLES, Role
from domain.codec import case_of
from domain.facts import FrameFacts
from domain.ranking import PotRanking, ranking
from domain.ruleset import RuleSet
from storage import queries
from storage.pinned_rules import pinned_rules
from storage.round_cases import RoundCase, round_cases
from storage.rows import FrameRow
from web.bulk import Wish, declaring, start, undeclared
from web.excel import Cell, Ore, excel_file
from web.guard.rates import EXPORT
from web.guard.rounds import RoundGate, RoundVisit
from web.steps import colour
from web.whatif import WhatIf, what_if

router: Final = APIRouter()
OFFICE: Final = RoundGate(roles=OFFICE_ROLES)
EXPORTS: Final = RoundGate(roles=OFFICE_ROLES, cost=EXPORT)
LEADERS: Final = RoundGate(roles=frozenset({Role.LEADER}))

PATH: Final = "/runder/{round_no}/rangering"

_COLUMNS: Final = ("place", "case", "network", "host", "criteria", "applied", "amount", "sum", "left", "line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that the page shows: the pots of the round, the chosen one as it would be, and what is known of each case."""

    pots: tuple[PotRanking, ...]
    chosen: WhatIf | None
    cases: Mapping[str, RoundCase]
    frame: FrameRow | None
    rules: RuleSet


@router.get(PATH)
async def show(visit: Annotated[RoundVisit, Depends(OFFICE)]) -> Response:
    """Show the ranking, as it stands or as the address would have it."""
    return await _page(visit, dict(visit.request.query_params))


@router.get(f"{PATH}.csv")
async def export(visit: Annotated[RoundVisit, Depends(EXPORTS)]) -> Response:
    """Give the same as a file for Excel."""
    found = await _standing(visit, dict(visit.request.query_params))
    rows: list[list[Cell]] = []
    for row in found.chosen.rows if found.chosen else ():
        about = found.cases[row.case_no]
        rows.append(
            [
                row.place,
                row.case_no,
                about.network,
                short_name(about.head.host),
                f"{about.met}/{about.asked}" if about.met is not None else "",
                Ore(about.head.applied_ore),
                Ore(row.amount_ore),
                Ore(row.sum_ore),
                Ore(row.left_ore),
                visit.say("ranking-above" if row.above else "ranking-below"),
            ]
        )
    heads = [visit.say(f"ranking-file-{name}") for name in _COLUMNS]
    return excel_file(f"rangering-{visit.round.round_no}", heads, rows)


@router.get("/runder/{round_no}/ledermote")
async def meeting(visit: Annotated[RoundVisit, Depends(OFFICE)]) -> Response:
    """Show the ranking and each application for the leaders' meeting, to be printed."""
    found = await _standing(visit, dict(visit.request.query_params))
    return visit.page("meeting.html", section="/runder", round=visit.round, found=found)


@router.post(PATH)
async def keep(visit: Annotated[RoundVisit, Depends(LEADERS)]) -> Response:
    """Give every application the place it has here, with the reason; each is answered by itself."""
    form = {name: value for name, value in (await visit.form()).items() if isinstance(value, str)}
    reason = form.get("grunn", "").strip()
    if not reason:
        return await _page(visit, form, error="missing")
    found = await _standing(visit, form)
    moved = found.chosen.moved if found.chosen else ()
    says_so = form.get("habil") == "yes"
    wishes = [
        Wish(
            head=head,
            bodies=(
                *declaring(visit, head, says_so=says_so),
                c.Rank.model_validate({"place": row.place, "reason": reason}),
            ),
        )
        for row in moved
        for head in (found.cases[row.case_no].head,)
    ]
    if not wishes:
        return visit.to(f"{visit.address}/rangering")
    run_id = uuid4()
    await start(visit, "rank", wishes, run_id)
    return visit.to(f"/samlet/{run_id}")


async def _page(visit: RoundVisit, given: dict[str, str], error: str = "") -> Response:
    found = await _standing(visit, given)
    chosen = found.chosen
    return visit.page(
        "ranking.html",
        status=422 if error else 200,
        section="/runder",
        round=visit.round,
        found=found,
        chosen=chosen,
        pots=[pot.pot for pot in found.pots],
        error=error,
        reason=given.get("grunn", ""),
        may_keep=visit.who.role is Role.LEADER,
        colour=colour,
        moved_case=given.get("opp") or given.get("ned"),
        ranking_rule=found.rules.prioritising.rule,
        total=_total(chosen),
        undeclared=undeclared(visit, (found.cases[row.case_no].head for row in chosen.moved))
        if chosen
        else 0,
    )


def _total(chosen: WhatIf | None) -> dict[str, Any]:
    if chosen is None:
        return {"count": 0, "applied_ore": 0}
    every = [*(row.ranked for row in chosen.rows), *chosen.fixed]
    return {"count": len(every), "applied_ore": sum(one.case.applied_ore for one in every)}


async def _standing(visit: RoundVisit, given: Mapping[str, str]) -> Standing:
    row = visit.round
    async with visit.read() as conn:
        cases = await round_cases(conn, row.round_id)
        frames = {one.pot: one for one in await queries.frames(conn, row.office, row.grant_year)}
        rules = await pinned_rules(conn, row.rule_set, row.rule_set_sha256)
    known = {
        pot: FrameFacts(mandate=one.reference, amount_ore=one.amount_ore, committed_ore=one.committed_ore)
        for pot, one in frames.items()
    }
    pots = ranking([case_of(one.head.state) for one in cases], known)
    asked = given.get("pott")
    pot = next((one for one in pots if one.pot == asked), next(iter(pots), None))
    return Standing(
        pots=pots,
        chosen=None if pot is None else what_if(pot, given),
        cases={one.head.case_no: one for one in cases},
        frame=None if pot is None else frames.get(pot.pot),
        rules=rules,
    )
