"""What an office may set for itself where the law leaves it room: a leader decides it, and the trail keeps it."""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

from pydantic import BaseModel, ConfigDict, StrictBool, model_validator

from domain.actors import Actor, Role
from domain.events import Event
from domain.money import Amount
from domain.offices import OfficeCode
from domain.refusal import Refused


class SetOffice(BaseModel):
    """Change what is given; the rest stays as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    attestor_may_recommend: StrictBool | None = None
    """Whether the attestor of a payment may be the one who recommended the grant; strict by default (T16)."""
    write_off_limit_ore: Amount | None = None
    """How much of one claim a leader may give up alone; until it is set, nothing (T35)."""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.changes() == {}:
            raise ValueError("give at least one setting")
        return self

    def changes(self) -> dict[str, bool | int]:
        """Return what is set, by name."""
        return self.model_dump(exclude={"office"}, exclude_none=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettingChanged(Event):
    """A leader changed settings of the office; None where one stays as it was."""

    schema: ClassVar[int] = 2

    office: str
    attestor_may_recommend: bool | None
    write_off_limit_ore: int | None
    by: str


OFFICE_EVENTS: Final[dict[str, type[Event]]] = {OfficeSettingChanged.__name__: OfficeSettingChanged}


def set_office(body: SetOffice, actor: Actor) -> OfficeSettingChanged:
    """Return the change.

    Raises:
        Refused: unless a leader of the office asks.
    """
    if actor.role is not Role.LEADER:
        allowed = [Role.LEADER.value]
        raise Refused("role_not_allowed", "T16", role=actor.role.value, allowed=allowed, command="set_office")
    if actor.unit != body.office:
        raise Refused("other_office", "R26-45", office=body.office, unit=actor.unit)
    return OfficeSettingChanged(
        office=body.office,
        attestor_may_recommend=body.attestor_may_recommend,
        write_off_limit_ore=body.write_off_limit_ore,
        by=actor.subject,
    )
