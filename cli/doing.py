"""``case do``: one act of one person in one case."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cli.acting import person
from cli.bodies import body_of
from cli.errors import Status
from cli.reads import find_case
from cli.sending import Letter, send, tell_answer
from cli.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What ``case do`` was given.

    Args:
        name: Of the command.
        case: Number or id.
        settings: ``KEY=VALUE`` each.
        file: The content as JSON.
        acting: ``ROLE@UNIT[:NAME]``.
        command_id: Sending again with it is safe.
        expected_seq: The newest event that was seen.
    """

    name: str
    case: str
    settings: tuple[str, ...]
    file: Path | None
    acting: str | None
    command_id: UUID
    expected_seq: int | None


async def do(session: Session, doing: Doing) -> Status:
    """Send the command and tell what came of it."""
    body = body_of(doing.name, doing.file, doing.settings)
    async with session.record() as record:
        actor = person(record, doing.acting)
        async with record.engine.connect() as conn:
            head = await find_case(conn, doing.case)
        letter = Letter(
            case_id=head.case_id,
            command_id=doing.command_id,
            actor=actor,
            body=body,
            expected_seq=doing.expected_seq,
        )
        return await tell_answer(session, record, await send(session, record, letter))
