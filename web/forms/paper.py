"""What a municipality says on paper or by e-mail, and an office writes down for it: it counts from the day it came."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Role
from domain.authority import MAY
from domain.commands import DATED_BY_RECEIPT
from domain.paper import came_on
from domain.problems import MistakeError
from web.forms.fields import Field, Kind
from web.typed import UnreadableError, day

#: Not of any command: when a command came stands beside it in the inbox.
RECEIVED: Final = Field(name="received_day", kind=Kind.DAY, required=False)


def is_written_down(command: str, role: Role) -> bool:
    """Say whether *role* sends *command* for a municipality, whose word it is."""
    return role in OFFICE_ROLES and bool(MAY[command][0] & MUNICIPAL_ROLES)


def asks_when(command: str, role: Role) -> bool:
    """Say whether it matters when what *role* writes down came."""
    return command in DATED_BY_RECEIPT and is_written_down(command, role)


def received_at(typed: Any, now: datetime, happened: Iterable[datetime]) -> datetime | None:
    """Return from when (UTC) what was written down counts; None: from now on.

    Args:
        typed: What stands in the field.
        now: The present (case time, UTC).
        happened: When each event of the case happened (UTC).

    Raises:
        UnreadableError: ``day``, ``ahead`` or ``before_case``.
    """
    if not isinstance(typed, str) or not typed.strip():
        return None
    try:
        return came_on(day(typed), now, happened)
    except MistakeError as error:
        raise UnreadableError(error.code) from error
