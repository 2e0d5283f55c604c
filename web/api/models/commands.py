"""What comes of a command, in one of three ways."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from domain.lifecycle import Stage
from web.api.models.base import Due, Given, Instant
from web.api.problems import Problem


class EventTold(Given):
    """Something that happened in a case."""

    seq: int
    kind: str
    at: Instant
    text: str = Field(description="What happened, in the asked language.")


class CommandDone(Given):
    """The command is carried out, and this is what happened."""

    outcome: Literal["done"] = "done"
    command_id: UUID
    case_no: str
    case_id: UUID
    events: list[EventTold]
    seq: int = Field(description="The number of the case's newest event.")
    stage: Stage
    next_due: Due | None
    finished: bool


class CommandReceived(Given):
    """The command is written down and counts from `received_at`, but is not carried out yet. Ask again at `href`."""

    outcome: Literal["received"] = "received"
    command_id: UUID
    received_at: Instant
    href: str


class CommandRefused(Given):
    """The command is refused; nothing in the case was changed by it."""

    outcome: Literal["refused"] = "refused"
    command_id: UUID
    problem: Problem


CommandAnswer = CommandDone | CommandReceived | CommandRefused
