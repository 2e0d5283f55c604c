"""``access``: an operator logs somebody out, and that is noted."""

import getpass
import os
from typing import Final

from rich.text import Text

from cli.errors import Status
from cli.session import Session
from domain.actors import Actor, Role
from storage import sessions
from storage.access import log

#: How the access log calls it.
ENDED: Final = "sessions_ended"


async def end_sessions(session: Session, subject: str) -> Status:
    """End every session of *subject*."""
    async with session.record() as record, record.engine.begin() as conn:
        ended = await sessions.end_all(conn, subject)
        await log(conn, _operator(), f"sessions:{subject}", ENDED, session.now(record))
    said = Text(f"✓ {session.word('sessions-ended', ended=ended, text=subject)}", style="bold")
    session.say({"outcome": "done", "subject": subject, "ended": ended}, said)
    return Status.DONE


def _operator() -> Actor:
    """Return whoever sits at this machine, as far as it knows."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = str(os.getuid())
    return Actor(subject=f"terminal:{name}", role=Role.OPERATOR, unit="-")
