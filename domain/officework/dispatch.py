"""What did not leave the house: it is sent again, or a person says that it reached its recipient otherwise (L-66)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from domain.actors import Actor, Role
from domain.application import Day, Text
from domain.events import Event
from domain.offices import OfficeCode
from domain.private import Private
from domain.refusal import Refused
from domain.registering import KEEPERS, check_keeper, check_not_ahead

_RULE: Final = "L-66"


class _Command(BaseModel):
    """``about`` is the number of a case or a round of the office."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    about: Annotated[str, Field(pattern=r"^[A-Z]{4,6}-20[0-9]{2}-R?[0-9]{1,6}$")]


class SendAgain(_Command):
    """Let everything that was given up be tried anew, when what stopped it is mended."""

    kind: Literal["send_again"] = "send_again"


class NoteSentOtherwise(_Command):
    """Say in ``note`` how the messages of event ``seq`` reached their recipients; they are then not sent."""

    kind: Literal["note_sent_otherwise"] = "note_sent_otherwise"
    seq: Annotated[int, Field(strict=True, ge=1)]
    sent_on: Day
    note: Text


DispatchCommand: TypeAlias = SendAgain | NoteSentOtherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAgain(Event):
    """What was given up is tried anew."""

    office: str
    about: str
    sendings: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentOtherwise(Event):
    """The messages of one event reached their recipients in another way."""

    office: str
    about: str
    seq: int
    sendings: int
    sent_on: date
    note: Private
    by: str


DISPATCH_EVENTS: Final[dict[str, type[Event]]] = {cls.__name__: cls for cls in (SentAgain, SentOtherwise)}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    """One row of the outbox that nobody tries to send any more."""

    row_id: int
    seq: int
    kind: str


def meant(command: DispatchCommand, given_up: Collection[GivenUp]) -> list[GivenUp]:
    """Return which of *given_up* the command is about."""
    if isinstance(command, SendAgain):
        return list(given_up)
    return [one for one in given_up if one.seq == command.seq and one.kind == "message"]


def decide_dispatch(
    command: DispatchCommand, actor: Actor, given_up: Collection[GivenUp], today: date
) -> Event:
    """Return what *command* brings about on *today* (Norwegian day); *given_up* is all of its case or round.

    Raises:
        Refused: unless the office has something of that kind that was given up.
    """
    roles = KEEPERS | {Role.ACCOUNTANT} if isinstance(command, SendAgain) else KEEPERS
    check_keeper(command.kind, actor, command.office, _RULE, roles)
    sendings = len(meant(command, given_up))
    if not sendings:
        raise Refused("nothing_given_up", _RULE, about=command.about)
    if isinstance(command, SendAgain):
        return SentAgain(office=command.office, about=command.about, sendings=sendings, by=actor.subject)
    check_not_ahead(command.sent_on, today, _RULE)
    return SentOtherwise(
        office=command.office,
        about=command.about,
        seq=command.seq,
        sendings=sendings,
        sent_on=command.sent_on,
        note=command.note,
        by=actor.subject,
    )
