"""A command sent, and its three answers as HTTP knows them: done, refused, or received and not carried out yet."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final
from uuid import UUID

from fastapi.responses import Response

from activities.door import Answer, Outcome
from activities.names import names
from domain.actors import Actor
from domain.commands import Body
from domain.sight import may_see
from letters import catalogue
from storage import inbox, queries
from storage.rows import Head
from web.api import PATH
from web.api.enclosing import enclose, settle
from web.api.models.base import given
from web.api.models.commands import (
    CommandAnswer,
    CommandDone,
    CommandReceived,
    CommandRefused,
    EventTold,
)
from web.api.problems import ProblemError, refusal_for, respond
from web.guard.cases import case_for
from web.visit import Visit

_CASE: Final = "case:"
_ONCE_MORE: Final = timedelta(seconds=2)


async def send(
    visit: Visit, case_id: UUID, command_id: UUID, body: Body, seen: int | None, *, host: str, done: int = 200
) -> Response:
    """Write the command down with the files that it names, have it carried out, and answer.

    Args:
        visit: Whose it is.
        case_id: The case.
        command_id: The command.
        body: What is asked.
        seen: The newest event that the sender had seen.
        host: The municipality that the case is of.
        done: The status of what is done.

    Raises:
        ProblemError: A file that it names cannot be had.
        Refused: The id was used for something else.
        sqlalchemy.exc.SQLAlchemyError: Nothing was received.
    """
    house = visit.house
    enclosed = await enclose(visit, case_id, command_id, body, host)
    answer = await house.door.ask(
        case_id,
        command_id,
        visit.who,
        body,
        real_now=house.now(),
        expected_seq=seen,
        patience=house.patience,
    )
    await settle(visit, command_id, body, answer.outcome, enclosed)
    if answer.outcome is Outcome.REFUSED:
        return _refused(visit, answer)
    async with visit.read() as conn:
        found = await inbox.get_answer(conn, command_id)
    assert found is not None  # noqa: S101 - it was written down a moment ago
    if answer.outcome is Outcome.RECEIVED:
        href = f"{PATH}/commands/{command_id}"
        told = CommandReceived(command_id=command_id, received_at=found.received_at, href=href)
        return given(told, status=202, headers={"Location": href, "Retry-After": "2"})
    result = await _done(visit, found, case_id)
    headers = {"ETag": etag(result.seq)}
    if done == HTTPStatus.CREATED:
        headers["Location"] = f"{PATH}/cases/{result.case_no}"
    return given(result, status=done, headers=headers)


def etag(seq: int) -> str:
    """Return how an entity tag says that *seq* is a case's newest event."""
    return f'"{seq}"'


def _refused(visit: Visit, answer: Answer) -> Response:
    path = visit.request.url.path
    return respond(refusal_for(visit.language, path, answer.detail, answer.command_id))


async def answer_of(visit: Visit, command_id: UUID) -> CommandAnswer:
    """Return what came of a command; one that waits is sent on once more, and still happens once.

    Raises:
        ProblemError: ``not_found``, also where the command is not the asker's to know of.
    """
    found = await _known(visit, command_id)
    case_id = UUID(found.stream.removeprefix(_CASE))
    if found.status == "pending":
        await visit.house.door.send(case_id, command_id, _ONCE_MORE)
        found = await _known(visit, command_id)
    if found.status == "pending":
        href = f"{PATH}/commands/{command_id}"
        return CommandReceived(command_id=command_id, received_at=found.received_at, href=href)
    if found.status == "refused":
        problem = refusal_for(visit.language, visit.request.url.path, found.answer or {}, command_id)
        return CommandRefused(command_id=command_id, problem=problem)
    return await _done(visit, found, case_id)


async def _known(visit: Visit, command_id: UUID) -> inbox.Answer:
    """Return the command, where the asker sent it, or may see the case it is about."""
    async with visit.read() as conn:
        found = await inbox.get_answer(conn, command_id)
    if found is None or not found.stream.startswith(_CASE):
        raise ProblemError("not_found")
    if _is_own(visit.who, found.actor):
        return found
    case_id = UUID(found.stream.removeprefix(_CASE))
    if await case_for(visit.house, visit.who, case_id, visit.now, may_see) is None:
        raise ProblemError("not_found")
    return found


def _is_own(who: Actor, sender: dict[str, Any]) -> bool:
    return (sender["subject"], sender["unit"]) == (who.subject, who.unit)


async def _done(visit: Visit, found: inbox.Answer, case_id: UUID) -> CommandDone:
    async with visit.read() as conn:
        head: Head | None = await queries.case_by(conn, case_id)
        assert head is not None  # noqa: S101 - a command that was carried out has left a case
        first, last = found.first_seq or head.seq, found.last_seq or head.seq
        entries = await queries.history(conn, found.stream, first - 1, last - first + 1)
    known = names(visit.language)
    return CommandDone(
        command_id=found.command_id,
        case_no=head.case_no,
        case_id=head.case_id,
        events=[
            EventTold(
                seq=one.seq,
                kind=one.kind,
                at=one.occurred_at,
                text=catalogue.event(visit.language, one.kind, one.body, known),
            )
            for one in entries
        ],
        seq=head.seq,
        stage=head.stage,  # type: ignore[arg-type]
        next_due=head.next_due,
        finished=head.finished,
    )
