"""The outreach list of an office and year: which municipalities were invited, answered and joined, and who needs more.

It is generated from the county's municipalities (H18-01) and is no case. The mark for special attention (R26-63) and its
note are the office's own: nobody else sees them.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from domain.actors import OFFICE_ROLES, Actor
from domain.application import Day, Text, Year
from domain.events import Event
from domain.identity import MunicipalityNumber
from domain.offices import OfficeCode
from domain.officework.duties import Matter, OfficeDuties
from domain.private import Private
from domain.problems import MistakeError
from domain.refusal import Refused
from domain.registering import check_keeper, check_not_ahead


class Tick(StrEnum):
    """How far a municipality has come."""

    INVITED = "invited"
    ANSWERED = "answered"
    JOINED = "joined"


class Access(StrEnum):
    """Who may see a note, assessed before it is written (B21-45)."""

    OPEN = "open"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    year: Year


class TickMunicipalities(_Command):
    """Tick municipalities, or all of the office that are not ticked yet."""

    kind: Literal["tick_municipalities"] = "tick_municipalities"
    tick: Tick
    municipalities: Annotated[tuple[MunicipalityNumber, ...], Field(max_length=400)] = ()
    everyone: StrictBool = False
    ticked_on: Day

    @model_validator(mode="after")
    def _some(self) -> Self:
        if bool(self.municipalities) == self.everyone:
            raise MistakeError("some_or_everyone", "name some, or take everyone", field="municipalities")
        return self


class UntickMunicipality(_Command):
    """Take a tick back that was set by mistake."""

    kind: Literal["untick_municipality"] = "untick_municipality"
    tick: Tick
    municipality: MunicipalityNumber


class MarkAttention(_Command):
    """Mark a municipality for special attention, or take the mark away; for the office alone (R26-63, B21-45)."""

    kind: Literal["mark_attention"] = "mark_attention"
    municipality: MunicipalityNumber
    marked: StrictBool
    access: Access
    note: Text


OutreachCommand: TypeAlias = TickMunicipalities | UntickMunicipality | MarkAttention


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalitiesTicked(Event):
    """Municipalities were invited, have answered, or have joined."""

    office: str
    year: int
    tick: Tick
    municipalities: tuple[str, ...]
    ticked: int
    """How many they are."""
    ticked_on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityUnticked(Event):
    """A tick was taken back."""

    office: str
    year: int
    tick: Tick
    municipality: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionMarked(Event):
    """A municipality was marked for special attention, or is so no longer."""

    office: str
    year: int
    municipality: str
    marked: bool
    access: Access
    note: Private
    by: str


OUTREACH_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls for cls in (MunicipalitiesTicked, MunicipalityUnticked, AttentionMarked)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far one municipality has come. ``note`` is there with the mark."""

    ticks: dict[str, date] = field(default_factory=dict)
    attention: bool = False
    access: Access | None = None
    note: Private | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    """The list of an office and year, by municipality number; who is not in it has not been reached."""

    office: str
    year: int
    reached: dict[str, Reached] = field(default_factory=dict)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Those who were invited and have neither answered nor joined."""
        return tuple(number for number, one in self.reached.items() if set(one.ticks) == {Tick.INVITED})

    @property
    def last_tick_on(self) -> date | None:
        """The day of the newest tick."""
        return max((day for one in self.reached.values() for day in one.ticks.values()), default=None)


def may_see_attention(actor: Actor | None, office: str) -> bool:
    """Say whether *actor* may see which municipalities of *office* are marked for special attention."""
    return actor is not None and actor.role in OFFICE_ROLES and actor.unit == office


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachFacts:
    """What a decision about the list must know beside it.

    Args:
        today: Norwegian day.
        listed: Numbers of the office's municipalities in that year.
        duties: By which rules the office works.
    """

    today: date
    listed: Collection[str]
    duties: OfficeDuties


def decide_outreach(
    outreach: Outreach | None, command: OutreachCommand, actor: Actor, facts: OutreachFacts
) -> Event:
    """Return what *command* brings about.

    Args:
        outreach: The list as it stands.
        command: What is asked.
        actor: Who asks.
        facts: What is known beside it.

    Raises:
        Refused: with the rule behind it.
    """
    matter = Matter.ATTENTION if isinstance(command, MarkAttention) else Matter.OUTREACH
    rule = facts.duties.rule(matter, command.year)
    check_keeper(command.kind, actor, command.office, rule)
    now = outreach or Outreach(office=command.office, year=command.year)
    named = command.municipalities if isinstance(command, TickMunicipalities) else (command.municipality,)
    for number in named:
        if number not in facts.listed:
            raise Refused("municipality_of_other_office", rule, municipality=number, office=command.office)
    if isinstance(command, TickMunicipalities):
        check_not_ahead(command.ticked_on, facts.today, rule)
        return _tick(now, command, actor, facts.listed, rule)
    if isinstance(command, UntickMunicipality):
        return _untick(now, command, actor, rule)
    return AttentionMarked(
        office=command.office,
        year=command.year,
        municipality=command.municipality,
        marked=command.marked,
        access=command.access,
        note=command.note,
        by=actor.subject,
    )


def _tick(
    now: Outreach, command: TickMunicipalities, actor: Actor, listed: Collection[str], rule: str
) -> Event:
    wanted = sorted(listed) if command.everyone else sorted(set(command.municipalities))
    ticked = [number for number in wanted if command.tick not in now.reached.get(number, Reached()).ticks]
    if not ticked:
        raise Refused("ticked_already", rule, tick=command.tick.value)
    return MunicipalitiesTicked(
        office=command.office,
        year=command.year,
        tick=command.tick,
        municipalities=tuple(ticked),
        ticked=len(ticked),
        ticked_on=command.ticked_on,
        by=actor.subject,
    )


def _untick(now: Outreach, command: UntickMunicipality, actor: Actor, rule: str) -> Event:
    if command.tick not in now.reached.get(command.municipality, Reached()).ticks:
        raise Refused("not_ticked", rule, tick=command.tick.value, municipality=command.municipality)
    return MunicipalityUnticked(
        office=command.office,
        year=command.year,
        tick=command.tick,
        municipality=command.municipality,
        by=actor.subject,
    )


def evolve_outreach(state: Outreach | None, event: Event) -> Outreach:
    """Return the list after *event*."""
    if not isinstance(event, MunicipalitiesTicked | MunicipalityUnticked | AttentionMarked):
        msg = f"outreach: {type(event).__name__} does not belong here"
        raise ValueError(msg)  # noqa: TRY004 - the trail is wrong, not the type of an argument
    now = state or Outreach(office=event.office, year=event.year)
    reached = dict(now.reached)
    numbers = event.municipalities if isinstance(event, MunicipalitiesTicked) else (event.municipality,)
    for number in numbers:
        reached[number] = _reached(reached.get(number, Reached()), event)
    return replace(now, reached=reached)


def _reached(one: Reached, event: Event) -> Reached:
    if isinstance(event, MunicipalitiesTicked):
        return replace(one, ticks={**one.ticks, event.tick.value: event.ticked_on})
    if isinstance(event, MunicipalityUnticked):
        return replace(one, ticks={key: day for key, day in one.ticks.items() if key != event.tick})
    assert isinstance(event, AttentionMarked)  # noqa: S101 - no other kind comes here
    return replace(one, attention=event.marked, access=event.access, note=event.note)
