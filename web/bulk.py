"""One command to many cases: each is received before anything is said, carried out behind the page, and answered one by one.

What is not carried out when this process ends, the reconciler sends: each command lies in the inbox.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

import structlog
from sqlalchemy.exc import SQLAlchemyError

from domain import commands as c
from domain.codec import case_of
from domain.commands import Body
from storage import bulk
from storage.rows import Head
from web.visit import Visit

log = structlog.get_logger()

#: Cases go on beside each other; a person at another desk must not wait for a long run.
_AT_ONCE: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of one case: commands in their order; the last is the one that is answered for."""

    head: Head
    bodies: tuple[Body, ...]


def declaring(visit: Visit, head: Head, *, says_so: bool) -> tuple[Body, ...]:
    """Return the visitor's declaration in a case, where the person *says_so* of many at once and has said nothing there."""
    case, subject = case_of(head.state), visit.who.subject
    is_new = subject not in {*case.impartial, *case.disqualified}
    return (c.DeclareImpartiality(impartial=True),) if says_so and is_new else ()


def undeclared(visit: Visit, heads: Iterable[Head]) -> int:
    """Return in how many of the cases the visitor has not said to be impartial."""
    return sum(visit.who.subject not in case_of(head.state).impartial for head in heads)


async def start(visit: Visit, kind: str, wishes: Sequence[Wish], run_id: UUID) -> None:
    """Receive each wish and begin to carry them out; nothing where that was asked for before.

    Args:
        visit: Who asks.
        kind: The command that the run is about.
        wishes: What is asked of each case.
        run_id: By which the run is found again; the same id twice happens once.

    Raises:
        sqlalchemy.exc.SQLAlchemyError: Nothing, or not all, was received; what was is carried out.
    """
    house = visit.house
    sent = [
        (wish.head, [(uuid5(run_id, f"{wish.head.case_id}:{n}"), body) for n, body in enumerate(wish.bodies)])
        for wish in wishes
    ]
    listed = tuple((head.case_no, commands[-1][0]) for head, commands in sent)
    async with house.engine.begin() as conn:
        run = bulk.NewRun(run_id=run_id, kind=kind, made_at=house.now(), items=listed)
        if not await bulk.keep(conn, visit.who, run):
            return
    for head, commands in sent:
        for command_id, body in commands:
            await house.door.receive(
                head.case_id, command_id, visit.who, body, real_now=house.now(), expected_seq=None
            )
    running: set[asyncio.Task[None]] = visit.request.app.state.running
    running -= {task for task in running if task.done()}
    waiting = [(head.case_id, [command_id for command_id, _body in commands]) for head, commands in sent]
    running.add(asyncio.create_task(_send(visit, waiting)))


async def _send(visit: Visit, waiting: Sequence[tuple[UUID, Sequence[UUID]]]) -> None:
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(case_id: UUID, commands: Sequence[UUID]) -> None:
        async with gate:
            try:
                for command_id in commands:
                    await visit.house.door.send(case_id, command_id, visit.house.patience)
            except SQLAlchemyError as error:
                log.warning("bulk_not_sent", case_id=str(case_id), error=type(error).__name__)

    await asyncio.gather(*(one(case_id, commands) for case_id, commands in waiting))
