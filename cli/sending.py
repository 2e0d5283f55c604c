"""A command on its way: written down first, then sent to the engine, and answered in one of three ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from rich.text import Text

from activities.door import PATIENCE, Answer, Door, Outcome
from cli import tables
from cli.errors import Phrase, Status, UnusableError
from cli.names import names
from cli.refusing import of_command, tell
from cli.session import Record, Session
from domain.actors import Actor
from domain.case import Case
from domain.codec import case_of, round_of
from domain.commands import Body
from letters import catalogue
from letters.formats import Language
from storage import inbox, queries
from storage.rows import Head

_CASE: Final = "case:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is to be sent: who asks which case for what, under which id.

    Args:
        case_id: The case; a new id for an application.
        command_id: Made by the sender; sending it again is safe.
        actor: Who asks.
        body: What is asked.
        expected_seq: The newest event the sender had seen.
        received_at: When it reached the office (case time), where that was earlier than now.
    """

    case_id: UUID
    command_id: UUID
    actor: Actor
    body: Body
    expected_seq: int | None = None
    received_at: datetime | None = None


async def send(session: Session, record: Record, letter: Letter) -> Answer:
    """Write the command down, then ask the engine to carry it out.

    Raises:
        Refused: The id was used before for something else.
    """
    environment = session.environment
    real_now = environment.now()
    door = Door(record.engine, None, environment.task_queue)
    receipt = await door.receive(
        letter.case_id,
        letter.command_id,
        letter.actor,
        letter.body,
        real_now=real_now,
        expected_seq=letter.expected_seq,
        received_at=letter.received_at,
    )
    if receipt.status == "pending":
        return await _push(session, record, letter.case_id, letter.command_id)
    return await door.answer(letter.case_id, letter.command_id)


async def ask_again(session: Session, command_id: UUID) -> Status:
    """Answer what came of a command; where it still waits, send it on once more."""
    async with session.record() as record:
        async with record.engine.connect() as conn:
            found = await inbox.get_answer(conn, command_id)
        if found is None:
            raise UnusableError(Phrase("no-such-command-id", {"text": str(command_id)}))
        if not found.stream.startswith(_CASE):
            session.say(
                {"outcome": found.status, "command_id": command_id, **(found.answer or {})},
                session.word("register-done", stream=found.stream),
            )
            return Status.DONE
        case_id = UUID(found.stream.removeprefix(_CASE))
        if found.status == "pending":
            answer = await _push(session, record, case_id, command_id)
        else:
            answer = await Door(record.engine, None).answer(case_id, command_id)
        return await tell_answer(session, record, answer)


async def tell_answer(session: Session, record: Record, answer: Answer) -> Status:
    """Tell what came of a command: done, refused, or received and not carried out yet."""
    shape = of_command(answer.command_id, answer.case_id, answer.detail.get("case_no"))
    if answer.outcome is Outcome.RECEIVED:
        return _received(session, shape)
    async with record.engine.connect() as conn:
        head = await queries.case_by(conn, answer.case_id)
    if answer.outcome is Outcome.REFUSED:
        detail = answer.detail
        known = await _criteria(session.language, record, head)
        return tell(session, detail["code"], detail["rule"], detail["params"], more=shape, known=known)
    assert head is not None  # noqa: S101 - a command that was carried out has left a case
    return await _done(session, record, answer, shape, head)


async def _push(session: Session, record: Record, case_id: UUID, command_id: UUID) -> Answer:
    """Ask the engine to carry out what is written down; where it is away, the command waits."""
    client = await session.environment.engine_client()
    door = Door(record.engine, client, session.environment.task_queue)
    await door.send(case_id, command_id, session.environment.patience or PATIENCE)
    return await door.answer(case_id, command_id)


def _received(session: Session, shape: Mapping[str, Any]) -> Status:
    again = f"saksgang case command {shape['command_id']}"
    session.say(
        {"outcome": "received", **shape, "ask_again": again},
        Text(session.word("outcome-received"), style="bold"),
        session.word("received-more"),
        Text(f"  {again}", style="cyan"),
    )
    return Status.RECEIVED


async def _done(
    session: Session, record: Record, answer: Answer, shape: Mapping[str, Any], head: Head
) -> Status:
    async with record.engine.connect() as conn:
        settled = await inbox.get_answer(conn, answer.command_id)
        first = (settled.first_seq if settled else None) or head.seq
        last = (settled.last_seq if settled else None) or head.seq
        entries = await queries.history(conn, f"{_CASE}{head.case_id}", first - 1, last - first + 1)
    case = case_of(head.state)
    told = [
        catalogue.event(session.language, entry.kind, entry.body, names(session.language))
        for entry in entries
    ]
    whole = {
        "outcome": "done",
        **shape,
        "events": [entry.kind for entry in entries],
        "first_seq": first,
        "last_seq": last,
        "stage": head.stage,
        "next_due": head.next_due,
        "finished": head.finished,
    }
    session.say(whole, *(Text(f"✓ {line}", style="bold") for line in told), *_next(session, head, case))
    return Status.DONE


def _next(session: Session, head: Head, case: Case) -> list[Text]:
    """Say where the case stands after it, and until when."""
    language = session.language
    said = f"{head.case_no}: {tables.stage(language, case.stage.value)}"
    if head.next_due is not None and head.next_cause is not None:
        about = tables.clock_name(language, head.next_cause.partition("@")[0])
        said += f" · {session.word('next-step')} {tables.last(language, head.next_due)} ({about})"
    return [Text(f"  {said}", style="dim")]


async def _criteria(language: Language, record: Record, head: Head | None) -> dict[str, str]:
    """Return what the round calls its own criteria."""
    if head is None:
        return {}
    async with record.engine.connect() as conn:
        found = await queries.round_by(conn, head.round_id)
    if found is None:
        return {}
    criteria = round_of(found.state).criteria
    return {one.key: one.nn if language is Language.NN else one.nb for one in criteria}
