"""Old cases brought in from before this system: what is known of them, and no clock but the dates that were typed (E45).

They are no cases here: no stage, no duty and no claim follows from them, and no frame is charged.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from domain.actors import Actor
from domain.application import Day, Name, Text, Year
from domain.events import Event
from domain.identity import MunicipalityNumber, OrgNumber
from domain.money import Amount
from domain.networks.commands import Id
from domain.offices import OfficeCode
from domain.refusal import Refused
from domain.registering import check_keeper, check_not_ahead
from domain.ruleset import ProjectType, Strand

#: An office has some tens of cases a year; a longer list is another file.
MAX_ROWS: Final = 5_000


class Decided(StrEnum):
    """How an old case was decided."""

    GRANTED = "granted"
    REJECTED = "rejected"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class DateKind(StrEnum):
    """A date that may be typed in with an old case, and is then waited for."""

    USE_UNTIL = "use_until"
    REPORT_DUE = "report_due"
    AUDIT_DUE = "audit_due"


class HistoricalCase(BaseModel):
    """One old case. Money in øre; what is not known is None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reference: Name
    """Its number in the office's archive."""
    grant_year: Year
    network_name: Name
    project_title: Name
    strand: Strand = Strand.LEARNING
    project_type: ProjectType | None = None
    host: OrgNumber
    municipalities: Annotated[tuple[MunicipalityNumber, ...], Field(max_length=400)] = ()
    applied_ore: Amount | None = None
    granted_ore: Amount | None = None
    paid_ore: Amount | None = None
    used_ore: Amount | None = None
    repaid_ore: Amount | None = None
    decided: Decided
    decided_on: Day | None = None
    use_until_day: Day | None = None
    report_due_day: Day | None = None
    audit_due_day: Day | None = None
    network_id: Id | None = None
    """The network it belongs to, where that is known here."""
    project_id: Id | None = None
    """The project it belongs to, where that is known here."""
    note: Text | None = None

    @model_validator(mode="after")
    def _sums_fit(self) -> Self:
        code = contradiction(self)
        if code is not None:
            raise ValueError(code)
        return self

    @property
    def dates(self) -> Mapping[DateKind, date]:
        """The dates that were typed in."""
        typed = {
            DateKind.USE_UNTIL: self.use_until_day,
            DateKind.REPORT_DUE: self.report_due_day,
            DateKind.AUDIT_DUE: self.audit_due_day,
        }
        return {kind: day for kind, day in typed.items() if day is not None}


def contradiction(case: HistoricalCase) -> str | None:
    """Return the code of what in *case* cannot be true together, or None."""
    granted = case.granted_ore or 0
    if case.decided is not Decided.GRANTED and granted:
        return "granted_though_not"
    if (case.paid_ore or 0) > granted:
        return "paid_more_than_granted"
    if (case.used_ore or 0) + (case.repaid_ore or 0) > (case.paid_ore or 0):
        return "used_more_than_paid"
    return None


class ImportHistorical(BaseModel):
    """Bring in old cases of one office and year from a spreadsheet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["import_historical"] = "import_historical"
    office: OfficeCode
    grant_year: Year
    file_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    cases: Annotated[tuple[HistoricalCase, ...], Field(min_length=1, max_length=MAX_ROWS)]


class MeetHistoricalDate(BaseModel):
    """Note that what was waited for in an old case has come."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["meet_historical_date"] = "meet_historical_date"
    office: OfficeCode
    grant_year: Year
    reference: Name
    date_kind: DateKind
    met_on: Day


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalCaseImported(Event):
    """An old case was brought in."""

    office: str
    case: HistoricalCase
    reference: str
    project_title: str
    granted_ore: int | None
    file_sha256: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalDateMet(Event):
    """What was waited for in an old case has come."""

    office: str
    reference: str
    date_kind: DateKind
    met_on: date
    by: str


HISTORICAL_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls for cls in (HistoricalCaseImported, HistoricalDateMet)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalYear:
    """How many old cases of an office and year are in, and how many of their dates are met."""

    imported: int = 0
    met: int = 0


def import_historical(
    command: ImportHistorical, actor: Actor, known: Collection[str], today: date
) -> list[Event]:
    """Return the import of every case in *command*: all of them or none.

    Args:
        command: What is asked.
        actor: An officer or leader of the office.
        known: References of the office and year that are in already.
        today: Norwegian day.

    Raises:
        Refused: for another office, a year ahead, or a case that is in already.
    """
    check_keeper(command.kind, actor, command.office, "E45")
    if command.grant_year > today.year:
        raise Refused("historical_year_ahead", "E45", year=command.grant_year)
    references = [one.reference for one in command.cases]
    twice = sorted({one for one in references if one in known or references.count(one) > 1})
    if twice:
        raise Refused("historical_case_there_already", "E45", references=twice)
    if any(one.grant_year != command.grant_year for one in command.cases):
        raise Refused("historical_case_of_other_year", "E45", year=command.grant_year)
    return [
        HistoricalCaseImported(
            office=command.office,
            case=one,
            reference=one.reference,
            project_title=one.project_title,
            granted_ore=one.granted_ore,
            file_sha256=command.file_sha256,
            by=actor.subject,
        )
        for one in command.cases
    ]


def meet_historical_date(
    command: MeetHistoricalDate, actor: Actor, open_dates: Collection[DateKind] | None, today: date
) -> HistoricalDateMet:
    """Return the note that a date is met.

    Args:
        command: What is asked.
        actor: An officer or leader of the office.
        open_dates: The dates of the case that are waited for; None where there is no such case.
        today: Norwegian day.

    Raises:
        Refused: for another office, an unknown case, or a date that is not waited for.
    """
    check_keeper(command.kind, actor, command.office, "E45")
    check_not_ahead(command.met_on, today, "E45")
    if open_dates is None or command.date_kind not in open_dates:
        raise Refused(
            "historical_date_not_open", "E45", reference=command.reference, date_kind=command.date_kind.value
        )
    return HistoricalDateMet(
        office=command.office,
        reference=command.reference,
        date_kind=command.date_kind,
        met_on=command.met_on,
        by=actor.subject,
    )


def evolve_historical(state: HistoricalYear | None, event: Event) -> HistoricalYear:
    """Return the counts after *event*."""
    now = state or HistoricalYear()
    if isinstance(event, HistoricalCaseImported):
        return replace(now, imported=now.imported + 1)
    if isinstance(event, HistoricalDateMet):
        return replace(now, met=now.met + 1)
    msg = f"historical: {type(event).__name__} does not belong here"
    raise ValueError(msg)
