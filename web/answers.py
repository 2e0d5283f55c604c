"""The three answers to a command: done, refused, or received and not carried out yet; in words, and asked again by number."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from activities.door import Answer, Outcome
from domain.codec import case_of
from domain.commands import Body
from storage import inbox, queries
from storage.rows import Head
from web.guard.gate import CaseVisit
from web.mending import Refusal, in_words
from web.telling import Told, tell

_CASE: Final = "case:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person is told.

    Args:
        outcome: ``done``, ``refused`` or ``received``.
        command_id: By which it is asked for again.
        command: Its name.
        at: When it was received (UTC, case time).
        told: What was written, where it is done.
        refusal: Why not, where it is refused.
    """

    outcome: Outcome
    command_id: UUID
    command: str
    at: datetime
    told: tuple[Told, ...] = ()
    refusal: Refusal | None = None


async def send(
    visit: CaseVisit, body: Body, command_id: UUID, seen: int | None, received_at: datetime | None = None
) -> Answer:
    """Write the command down, have it carried out, and answer.

    Args:
        visit: Whose it is.
        body: What is asked.
        command_id: The command.
        seen: The newest event that the sender had seen.
        received_at: When it came (case time), where that was before now.

    Raises:
        Refused: The id was used for something else.
        sqlalchemy.exc.SQLAlchemyError: Nothing was received.
    """
    house = visit.house
    return await house.door.ask(
        visit.head.case_id,
        command_id,
        visit.who,
        body,
        real_now=house.now(),
        expected_seq=seen,
        received_at=received_at,
        patience=house.patience,
    )


async def reply_of(visit: CaseVisit, command_id: UUID) -> Reply | None:
    """Return what came of a command to this case; None where the case knows none with that id."""
    async with visit.read() as conn:
        found = await inbox.get_answer(conn, command_id)
        if found is None or found.stream != f"{_CASE}{visit.head.case_id}":
            return None
        if found.status == "pending":
            return Reply(
                outcome=Outcome.RECEIVED, command_id=command_id, command=found.kind, at=found.received_at
            )
        if found.status == "refused":
            refusal = refusal_of(visit, found.answer or {})
            return Reply(
                outcome=Outcome.REFUSED,
                command_id=command_id,
                command=found.kind,
                at=found.received_at,
                refusal=refusal,
            )
        first, last = found.first_seq or visit.head.seq, found.last_seq or visit.head.seq
        entries = await queries.history(conn, found.stream, first - 1, last - first + 1)
        told = await tell(conn, visit.language, entries, reasons=False)
    return Reply(
        outcome=Outcome.DONE,
        command_id=command_id,
        command=found.kind,
        at=found.received_at,
        told=tuple(told),
    )


async def reply_given(visit: CaseVisit) -> Reply | None:
    """Return what came of the command that the address names, where it names one."""
    given = visit.request.query_params.get("svar")
    try:
        return await reply_of(visit, UUID(given)) if given else None
    except ValueError:
        return None


def refusal_of(visit: CaseVisit, detail: dict[str, Any]) -> Refusal:
    """Return a stored refusal in words."""
    return in_words(visit.language, detail["code"], detail["rule"], detail["params"])


async def as_it_is_now(visit: CaseVisit) -> CaseVisit:
    """Return the visit with the case as the database has it now: somebody may have been quicker."""
    async with visit.read() as conn:
        head: Head | None = await queries.case_by(conn, visit.head.case_id)
    assert head is not None  # noqa: S101 - cases do not go away
    visit.head, visit.case = head, case_of(head.state)
    return visit
