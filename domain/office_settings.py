"""What an office may set for itself where the law leaves it room: a leader decides it, and the trail keeps it."""

from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ConfigDict, StrictBool

from domain.actors import Actor, Role
from domain.events import Event
from domain.offices import OfficeCode
from domain.refusal import Refused


class SetOffice(BaseModel):
    """Set whether the attestor of a payment may be the one who recommended the grant; strict by default (T16)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    attestor_may_recommend: StrictBool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettingChanged(Event):
    """A leader changed a setting of the office."""

    office: str
    attestor_may_recommend: bool
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
        office=body.office, attestor_may_recommend=body.attestor_may_recommend, by=actor.subject
    )
