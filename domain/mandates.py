"""The directorate's mandate to an office for one year: without it a round may open, but no grant be decided (I21-03)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from domain.actors import Actor, Role
from domain.events import Event
from domain.instants import FIRST_YEAR, LAST_YEAR
from domain.money import Amount
from domain.offices import OfficeCode
from domain.refusal import Refused


class Frame(BaseModel):
    """The money of one pot, in øre. Earmarked money is used for nothing else (R26-06)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pot: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
    amount_ore: Amount
    earmarked: StrictBool = False


class SetMandate(BaseModel):
    """Register the allocation letter of an office and year, or a later change of it (I21-02, I21-06)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    grant_year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
    reference: Annotated[str, Field(min_length=1, max_length=80)]
    frames: Annotated[tuple[Frame, ...], Field(min_length=1, max_length=20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRegistered(Event):
    """An allocation letter was registered with its frames."""

    office: str
    grant_year: int
    reference: str
    frames: tuple[Frame, ...]
    by: str


NOTHING_MOVED: Final[Mapping[str, int]] = MappingProxyType({})

MANDATE_EVENTS: Final[dict[str, type[Event]]] = {MandateRegistered.__name__: MandateRegistered}


def set_mandate(
    body: SetMandate,
    actor: Actor,
    committed_ore: Mapping[str, int],
    moved_ore: Mapping[str, int] = NOTHING_MOVED,
) -> MandateRegistered:
    """Return the registration of a mandate.

    Args:
        body: The letter.
        actor: A leader of the office.
        committed_ore: What is already granted from each pot, in øre.
        moved_ore: What the office has moved into each pot since, less what it moved out: a later letter does not undo it.

    Raises:
        Refused: when a frame would be less than what is granted from it, or be left out.
    """
    if actor.role is not Role.LEADER:
        allowed = [Role.LEADER.value]
        raise Refused(
            "role_not_allowed", "I21-06", role=actor.role.value, allowed=allowed, command="set_mandate"
        )
    if actor.unit != body.office:
        raise Refused("other_office", "R26-45", office=body.office, unit=actor.unit)
    amounts = {frame.pot: frame.amount_ore for frame in body.frames}
    if len(amounts) != len(body.frames):
        raise Refused("pot_given_twice", "B21-13", pots=sorted(frame.pot for frame in body.frames))
    for pot, committed in sorted(committed_ore.items()):
        amount_ore = amounts.get(pot, 0) + moved_ore.get(pot, 0)
        if amount_ore < committed:
            raise Refused(
                "frame_below_committed",
                "T13",
                pot=pot,
                amount_ore=amount_ore,
                committed_ore=committed,
            )
    return MandateRegistered(
        office=body.office,
        grant_year=body.grant_year,
        reference=body.reference,
        frames=body.frames,
        by=actor.subject,
    )
