"""Money moved between the frames of an office and year: earmarked money never by the office alone (R26-05, R26-06, Q2).

Free learning money may go to leader networks by a leader's choice with a reason. Earmarked money, and money between the
pots that the directorate itself kept apart (B21-13), moves only with the directorate's document, and by a leader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.actors import Actor
from domain.application import Name, Text, Year
from domain.events import Event
from domain.money import PositiveAmount, is_whole_kroner
from domain.offices import OfficeCode
from domain.private import Private
from domain.problems import MistakeError
from domain.refusal import Refused
from domain.registering import LEADERS, check_keeper
from domain.ruleset import Pot

PotKey = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]


class TransferMoney(BaseModel):
    """Move money from one frame to another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["transfer_money"] = "transfer_money"
    office: OfficeCode
    grant_year: Year
    from_pot: PotKey
    to_pot: PotKey
    amount_ore: PositiveAmount
    reason: Text
    reference: Name | None = None
    """The directorate's reference of the document that allows it."""
    document_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    """Digest of that document, which is kept with the mandate."""

    @model_validator(mode="after")
    def _two_pots(self) -> Self:
        if self.from_pot == self.to_pot:
            raise MistakeError("same_pot", "is the pot the money comes from", field="to_pot")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTransferred(Event):
    """Money was moved from one frame to another."""

    office: str
    grant_year: int
    from_pot: str
    to_pot: str
    amount_ore: int
    reason: Private
    reference: str | None
    document_sha256: str | None
    rule: str
    by: str


TRANSFER_EVENTS: Final[dict[str, type[Event]]] = {FrameTransferred.__name__: FrameTransferred}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFrame:
    """A frame as it stands, locked; amounts in øre."""

    amount_ore: int
    committed_ore: int
    earmarked: bool

    @property
    def free_ore(self) -> int:
        """What no grant has taken."""
        return self.amount_ore - self.committed_ore


def transfer_money(
    command: TransferMoney, actor: Actor, frames: Mapping[str, HeldFrame], pots: Mapping[str, Pot]
) -> FrameTransferred:
    """Return the transfer.

    Args:
        command: What is asked.
        actor: A leader of the office.
        frames: The frames of the office and year, by pot.
        pots: The pots of the year's rules, by key; empty where there are none.

    Raises:
        Refused: unless a leader asks, both frames are there, the money is free, and whose word it needs is given.
    """
    rule, free = _rule(command, frames, pots)
    check_keeper(command.kind, actor, command.office, rule, LEADERS)
    if not frames:
        raise Refused(
            "no_mandate", "I21-03", office=command.office, year=command.grant_year, pot=command.from_pot
        )
    for pot in (command.from_pot, command.to_pot):
        if pot not in frames:
            raise Refused("pot_not_in_mandate", "I21-02", pot=pot, pots=sorted(frames))
    if not is_whole_kroner(command.amount_ore):
        raise Refused("transfer_not_whole_kroner", "E34", amount_ore=command.amount_ore)
    if not free and (command.reference is None or command.document_sha256 is None):
        raise Refused("directorates_document_missing", rule, pot=command.from_pot)
    free_ore = frames[command.from_pot].free_ore
    if free_ore < command.amount_ore:
        raise Refused(
            "not_enough_free_money",
            rule,
            pot=command.from_pot,
            amount_ore=command.amount_ore,
            free_ore=free_ore,
        )
    return FrameTransferred(
        **command.model_dump(exclude={"kind", "reason"}), reason=command.reason, rule=rule, by=actor.subject
    )


def _rule(
    command: TransferMoney, frames: Mapping[str, HeldFrame], pots: Mapping[str, Pot]
) -> tuple[str, bool]:
    """Return the rule the transfer goes by, and whether the office disposes freely or the directorate must say so."""
    source, target = pots.get(command.from_pot), pots.get(command.to_pot)
    held = frames.get(command.from_pot)
    if (held is not None and held.earmarked) or (source is not None and source.earmarked):
        return (source.rule if source is not None and source.earmarked else "R26-06"), False
    if source is not None and target is not None and source.strand is target.strand:
        # Two pots of one strand were kept apart by the directorate.
        return source.rule, False
    return "R26-05", True
