"""«Godkjenning»: the recommendations that wait for this leader, what stands in the way of some, and the other decisions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Role
from domain.authority import MAY
from domain.case import Recommendation
from domain.codec import case_of
from domain.outlook import Asker
from domain.refusal import Refused
from storage import queries
from storage.approvals import waiting_for_approval
from storage.desks import desk_tasks
from storage.pinned_rules import pinned_rules
from storage.prospects import prospects
from storage.rows import FrameRow, Head
from web.guard.gate import Gate
from web.mending import Refusal, in_words
from web.visit import Visit
from web.work import address_of, case_address, command_address

router: Final = APIRouter()
LEADERS: Final = Gate(roles=frozenset({Role.LEADER}))

PATH: Final = "/godkjenning"

#: Somebody else must decide, however long this leader waits.
_NEVER_MINE: Final = frozenset(
    {"approver_is_recommender", "approver_is_officer", "disqualified", "prepared_by_disqualified"}
)

#: The task that this page itself is.
_OWN: Final = "approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One recommendation.

    Args:
        head: The case.
        network: Its network's name.
        by: What is recommended, and by whom.
        pot: The pot it is to be paid from.
        refusal: What stands against this leader's approving it now.
        is_others: Whether it is another leader's to approve.
        command: What this leader can do with it first: decide, or what mends the refusal.
        href: Where that is done.
    """

    head: Head
    network: str
    by: Recommendation
    pot: str
    refusal: Refusal | None
    is_others: bool
    command: str
    href: str

    @property
    def due(self) -> datetime | None:
        return self.head.first_due

    @property
    def frame(self) -> tuple[int, str]:
        """Year and pot of the frame it is to be paid from."""
        return self.head.grant_year, self.pot


@router.get(PATH)
async def approval(visit: Annotated[Visit, Depends(LEADERS)]) -> Response:
    """Show the queue."""
    who = visit.who
    async with visit.read() as conn:
        heads = await waiting_for_approval(conn, who.unit)
        found = [await _waiting(conn, visit, head, network) for head, network in heads]
        frames = await queries.frames(conn, who.unit)
        others = await desk_tasks(conn, who.unit, Role.LEADER.value)
    mine = [one for one in found if one is not None and not one.is_others]
    return visit.page(
        "approval.html",
        section=PATH,
        mine=mine,
        others=[one for one in found if one is not None and one.is_others],
        asked_ore=sum(one.by.amount_ore for one in mine if one.by.grant),
        frames=_frames(frames, mine),
        tasks=[(row, address_of(row.case_no, row.task, row.code)) for row in others if row.code != _OWN],
    )


async def _waiting(conn: AsyncConnection, visit: Visit, head: Head, network: str) -> Waiting | None:
    case = case_of(head.state)
    if case.recommendation is None:
        return None
    decision = "grant" if case.recommendation.grant else "reject"
    refused = await _against(conn, visit, head, decision)
    refusal = refused and in_words(visit.language, refused.code, refused.rule, refused.params)
    mends = refusal.command if refusal and refusal.command else decision
    can_mend = Role.LEADER in MAY[mends][0]
    return Waiting(
        head=head,
        network=network,
        by=case.recommendation,
        pot=case.pot,
        refusal=refusal or None,
        is_others=refused is not None and refused.code in _NEVER_MINE,
        command=mends if can_mend else "",
        href=command_address(head.case_no, mends) if can_mend else case_address(head.case_no),
    )


async def _against(conn: AsyncConnection, visit: Visit, head: Head, decision: str) -> Refused | None:
    case = case_of(head.state)
    round_ = await queries.round_by(conn, head.round_id)
    assert round_ is not None  # noqa: S101 - a case has a round
    facts = await prospects(conn, case, round_)
    rules = await pinned_rules(conn, head.rule_set, head.rule_set_sha256)
    asker = Asker(case=case, facts=facts, rules=rules, now=visit.now)
    return asker.against(visit.who, decision, None)


def _frames(frames: list[FrameRow], waiting: list[Waiting]) -> list[tuple[FrameRow, int]]:
    """Return each frame that something waits for, with what is asked of it, in øre."""
    asked: dict[tuple[int, str], int] = {}
    for one in waiting:
        if one.by.grant:
            asked[one.frame] = asked.get(one.frame, 0) + one.by.amount_ore
    keyed = {(row.grant_year, row.pot): row for row in frames}
    return [(keyed[key], amount) for key, amount in sorted(asked.items()) if key in keyed]
