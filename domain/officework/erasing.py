"""Erasure: a leader has private texts and documents of a case erased for good; that they were there stays, and why."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from domain.actors import Actor
from domain.application import Text
from domain.events import Event
from domain.offices import OfficeCode
from domain.private import Private
from domain.refusal import Refused
from domain.registering import LEADERS, check_keeper

#: "Personal data can be erased", and the trail stays whole.
_RULE: Final = "ARCHITECTURE"


class EraseContent(BaseModel):
    """Erase *texts* and *documents* (their ids) of a case of the office, for *reason*."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["erase_content"] = "erase_content"
    office: OfficeCode
    case_no: Annotated[str, Field(pattern=r"^[A-Z]{4,6}-20[0-9]{2}-[0-9]{1,6}$")]
    texts: tuple[UUID, ...] = ()
    documents: tuple[UUID, ...] = ()
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentErased(Event):
    """Texts and documents of a case are gone for good; the events that name them stand."""

    office: str
    case_no: str
    texts: tuple[str, ...]
    documents: tuple[str, ...]
    reason: Private
    by: str


ERASURE_EVENTS: Final[dict[str, type[Event]]] = {ContentErased.__name__: ContentErased}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What of a case is kept and can be erased, by id.

    Args:
        office: The office that has the case.
        texts: Its private texts.
        documents: Its documents.
        needed: Those of the texts that the case cannot do without yet: where the money goes.
    """

    office: str
    texts: frozenset[UUID]
    documents: frozenset[UUID]
    needed: frozenset[UUID]


def decide_erasing(command: EraseContent, actor: Actor, kept: Kept | None) -> ContentErased:
    """Return what *command* brings about; *kept* is what its case has, None where there is none.

    Raises:
        Refused: unless a leader of the office asks, for what is there and no longer needed.
    """
    check_keeper(command.kind, actor, command.office, _RULE, LEADERS)
    texts, documents = frozenset(command.texts), frozenset(command.documents)
    theirs = kept is not None and kept.office == command.office
    if kept is None or not theirs or not texts | documents:
        raise Refused("nothing_to_erase", _RULE, case_no=command.case_no)
    if texts - kept.texts or documents - kept.documents:
        raise Refused("nothing_to_erase", _RULE, case_no=command.case_no)
    if texts & kept.needed:
        raise Refused("still_needed", _RULE, case_no=command.case_no)
    return ContentErased(
        office=command.office,
        case_no=command.case_no,
        texts=tuple(sorted(map(str, texts))),
        documents=tuple(sorted(map(str, documents))),
        reason=command.reason,
        by=actor.subject,
    )
