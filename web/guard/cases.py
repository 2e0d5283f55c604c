"""Finds a case for who may see it; to anybody else it does not exist, and that they asked is noted."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.actors import Actor
from domain.case import Case
from domain.codec import case_of
from storage import access, queries
from storage.rows import Head
from web.house import House


class Found(NamedTuple):
    """A case that is somebody's to see."""

    head: Head
    case: Case


async def case_for(
    house: House, who: Actor, given: UUID | str, now: datetime, sees: Callable[[Actor, Case], bool]
) -> Found | None:
    """Return the case with this number or id; None where there is none, or it is not *who*'s to see."""
    if isinstance(given, str) and not given.isprintable():
        return None
    async with house.read() as conn:
        head = await queries.case_by(conn, given)
    if head is None:
        return None
    case = case_of(head.state)
    if sees(who, case):
        return Found(head, case)
    await note_denied(house, who, f"case:{head.case_id}", now)
    return None


async def note_denied(house: House, who: Actor, stream: str, now: datetime) -> None:
    """Write down that *who* asked for what is not theirs."""
    async with house.engine.begin() as conn:
        await access.log(conn, who, stream, "not_yours", now)
