"""``submit``: an application handed in, or one that came on paper registered by hand with its original."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from activities.door import Outcome
from cli.acting import person
from cli.bodies import application_in
from cli.errors import Phrase, Status, UnusableError
from cli.originals import Original, keep, read_original
from cli.reads import find_round
from cli.sending import Letter, send, tell_answer
from cli.session import Record, Session
from cli.wall_clock import minute
from domain.actors import Actor, Role
from domain.commands import Submit
from domain.paper import OF_DAY, arrived
from domain.problems import MistakeError, Problem
from storage import inbox
from storage.rows import RoundRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What ``submit`` was given.

    Args:
        file: The application.
        round_no: Number or id of its round.
        received: When it reached the office, as a Norwegian minute or day.
        original: The file as it came.
        acting: ``ROLE@UNIT``; a case officer of the round's office where left out.
        command_id: Sending again with it is safe.
    """

    file: Path
    round_no: str
    received: str | None
    original: Path | None
    acting: str | None
    command_id: UUID


async def submit(session: Session, given: Submission) -> Status:
    """Hand in, or register, one application. It gets a case of its own."""
    application = application_in(given.file)
    original = None if given.original is None else read_original(given.original)
    async with session.record() as record:
        async with record.engine.connect() as conn:
            round_ = await find_round(conn, given.round_no)
        actor = person(record, given.acting, f"{Role.CASE_OFFICER}@{round_.office}")
        now = session.now(record)
        received_at = _received_at(given, actor, now)
        by_hand = actor.role is Role.CASE_OFFICER
        if by_hand and original is None:
            raise UnusableError(Phrase("original-missing"))
        # From the command's id, so that the same command sent again is about the same case.
        case_id = uuid5(given.command_id, "case")
        if original is not None:
            await _keep_first(record, original, given.command_id, case_id, received_at or now)
        body = Submit(
            round_id=str(round_.round_id),
            application=application,
            by_hand=by_hand,
            attachments=() if original is None else (original.sha256,),
        )
        letter = Letter(
            case_id=case_id,
            command_id=given.command_id,
            actor=actor,
            body=body,
            received_at=received_at,
        )
        answer = await send(session, record, letter)
        status = await tell_answer(session, record, answer)
    if answer.outcome is Outcome.DONE and not session.as_json:
        session.say({}, *_notes(session, round_, original, at=received_at or now))
    return status


async def _keep_first(
    record: Record, original: Original, command_id: UUID, case_id: UUID, received_at: datetime
) -> None:
    """Store the original before its command: alone it does no harm, and a command without it would."""
    async with record.engine.begin() as conn:
        if await inbox.get_answer(conn, command_id) is None:
            await keep(conn, original, case_id=case_id, command_id=command_id, received_at=received_at)


def _received_at(given: Submission, actor: Actor, now: datetime) -> datetime | None:
    """Return when the application reached the office, where that is said.

    Raises:
        UnusableError: It is no minute, lies ahead, or is said by the applicant.
    """
    if actor.role is not Role.CASE_OFFICER:
        if given.received is not None or given.original is not None:
            raise UnusableError(Phrase("by-hand-only"))
        return None
    if given.received is None:
        return None
    try:
        return arrived(minute(given.received, of_day=OF_DAY), now)
    except MistakeError as error:
        raise UnusableError(Problem.of("--received", error)) from None


def _notes(session: Session, round_: RoundRow, original: Original | None, *, at: datetime) -> list[Any]:
    notes = []
    if at >= round_.closes_at:
        notes.append(session.word("note-late", closes_at=round_.closes_at.isoformat()))
    if original is not None:
        notes.append(session.word("note-original", path=original.name, sha256=original.sha256[:16]))
    return notes
