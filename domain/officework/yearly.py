"""What an office does once a year, and has said that it did: one stream for each office and year."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from domain.actors import Actor, Role
from domain.application import Day, Year
from domain.events import Event
from domain.offices import OfficeCode
from domain.officework.duties import OfficeDuties, Yearly
from domain.refusal import Refused
from domain.registering import check_keeper, check_not_ahead

Reference: TypeAlias = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^\S(.*\S)?$")]
"""The number a document has in the archive; never a name."""


class _Command(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    year: Year
    duty: Yearly


class DoYearlyDuty(_Command):
    """Say that a duty of the year is done. ``year`` is the year it is about."""

    kind: Literal["do_yearly_duty"] = "do_yearly_duty"
    done_on: Day
    reference: Reference | None = None


class UndoYearlyDuty(_Command):
    """Take back what was said by mistake."""

    kind: Literal["undo_yearly_duty"] = "undo_yearly_duty"


YearlyCommand: TypeAlias = DoYearlyDuty | UndoYearlyDuty


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyDutyDone(Event):
    """A duty of the year was done."""

    office: str
    year: int
    duty: Yearly
    done_on: date
    reference: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyDutyUndone(Event):
    """It was not done after all."""

    office: str
    year: int
    duty: Yearly
    by: str


YEARLY_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls for cls in (YearlyDutyDone, YearlyDutyUndone)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeYear:
    """What an office has done about one year, and when."""

    office: str
    year: int
    done: dict[str, date] = field(default_factory=dict)


def decide_yearly(
    state: OfficeYear | None, command: YearlyCommand, actor: Actor, duties: OfficeDuties, today: date
) -> Event:
    """Return what *command* brings about on *today* (Norwegian day).

    Raises:
        Refused: with the rule behind the duty.
    """
    duty = duties.yearly[command.duty]
    check_keeper(command.kind, actor, command.office, duty.rule, frozenset({duty.role, Role.LEADER}))
    if not duty.is_of(command.office, command.year):
        raise Refused("not_a_duty_of_the_office", duty.rule, duty=command.duty.value, office=command.office)
    is_done = state is not None and command.duty in state.done
    if isinstance(command, UndoYearlyDuty):
        if not is_done:
            raise Refused("yearly_duty_not_done", duty.rule, duty=command.duty.value, year=command.year)
        return YearlyDutyUndone(office=command.office, year=command.year, duty=command.duty, by=actor.subject)
    if is_done:
        raise Refused("yearly_duty_done", duty.rule, duty=command.duty.value, year=command.year)
    opens = duty.opens_on(command.year)
    if today < opens:
        raise Refused(
            "yearly_duty_too_early", duty.rule, duty=command.duty.value, opens_day=opens.isoformat()
        )
    check_not_ahead(command.done_on, today, duty.rule)
    return YearlyDutyDone(
        office=command.office,
        year=command.year,
        duty=command.duty,
        done_on=command.done_on,
        reference=command.reference,
        by=actor.subject,
    )


def evolve_yearly(state: OfficeYear | None, event: Event) -> OfficeYear:
    """Return the year after *event*."""
    if not isinstance(event, YearlyDutyDone | YearlyDutyUndone):
        msg = f"yearly: {type(event).__name__} does not belong here"
        raise ValueError(msg)  # noqa: TRY004 - the trail is wrong, not the type of an argument
    now = state or OfficeYear(office=event.office, year=event.year)
    done = {duty: day for duty, day in now.done.items() if duty != event.duty}
    if isinstance(event, YearlyDutyDone):
        done[event.duty.value] = event.done_on
    return replace(now, done=done)
