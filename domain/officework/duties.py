"""The office's own duties as data: by which rule in which year, and when each is due (``duties.toml``)."""

import re
import tomllib
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from domain.actors import Role
from domain.instants import FIRST_YEAR
from domain.offices import OfficeCode
from domain.problems import MistakeError, problems, unreadable
from domain.ruleset import RuleKey, RuleSetError, Year

_MONTH_DAY: Final = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


class Matter(StrEnum):
    """What an office does that a rule asks for."""

    MEMBERSHIP = "membership"
    SERVICES = "services"
    PROJECT_SERVICES = "project_services"
    PROJECTS = "projects"
    LEADER = "leader"
    STEERING = "steering"
    REPRESENTATIVES = "representatives"
    CONTACTS = "contacts"
    PARTNERS = "partners"
    HELP = "help"
    HELP_BUFETAT = "help_bufetat"
    FOLLOW_UP = "follow_up"
    OUTREACH = "outreach"
    ATTENTION = "attention"
    MANDATE = "mandate"
    NETWORK = "network"


class Yearly(StrEnum):
    """What an office does once for each year it has money for, and somebody says when it is done."""

    REPORT_TO_DIRECTORATE = "report_to_directorate"
    ACCOUNTS_CLOSING = "accounts_closing"
    IMPARTIALITY_LIST = "impartiality_list"
    ACCESS_REVIEW = "access_review"
    COORDINATOR_OVERVIEW = "coordinator_overview"


def _month_day(text: str) -> str:
    if not _MONTH_DAY.fullmatch(text):
        raise MistakeError("day_of_every_year", "not a day of a year (such as 03-01)")
    return text


MonthDay = Annotated[str, AfterValidator(_month_day)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FromYear(_Part):
    """A rule, and the first year it speaks for."""

    from_year: Year
    rule: RuleKey


class MandateDuty(_Part):
    """From when the allocation letter is waited for, and by the end of which month."""

    opens: MonthDay
    due_month: Annotated[int, Field(strict=True, ge=1, le=12)]


class FollowUpDuty(_Part):
    """How often each network is followed up, and how long before a reminder comes."""

    every_months: Annotated[int, Field(strict=True, ge=1, le=60)]
    notice_days: Annotated[int, Field(strict=True, ge=0, le=366)]


class OutreachDuty(_Part):
    """When the municipalities that take part in no network are written to."""

    opens: MonthDay
    due: MonthDay


class AnswersDuty(_Part):
    """Until when those who were invited answer, in the years in which they were asked to; a reminder comes before."""

    rule: RuleKey
    first_year: Year
    last_year: Year
    due: MonthDay
    notice_days: Annotated[int, Field(strict=True, ge=0, le=366)]


class HelpDuty(_Part):
    """Within how many days help that was asked for is answered."""

    answer_days: Annotated[int, Field(strict=True, ge=1, le=366)]


class RoundDuty(_Part):
    """From when in its year a round is missed, and until when it is announced."""

    rule: RuleKey
    opens: MonthDay
    due: MonthDay


class DispatchDuty(_Part):
    """After how many days a message that has not left the house is somebody's task."""

    rule: RuleKey
    unsent_days: Annotated[int, Field(strict=True, ge=1, le=366)]


class YearlyDuty(_Part):
    """What is done once for each year the office has a mandate for.

    Args:
        rule: The rule behind it.
        role: Who does it.
        years_after: So many years after the year it is about.
        opens: From when it can be done, in that later year.
        due: Until when.
        office: Whose alone it is; everybody's where left out.
        from_year: The first year it is about.
    """

    rule: RuleKey
    role: Role
    years_after: Annotated[int, Field(strict=True, ge=0, le=2)]
    opens: MonthDay
    due: MonthDay
    office: OfficeCode | None = None
    from_year: Year = FIRST_YEAR

    def opens_on(self, year: int) -> date:
        """Return the first day on which it can be done about *year*."""
        return day_of_year(year + self.years_after, self.opens)

    def last_day(self, year: int) -> date:
        """Return the last day on which it is done in time about *year*."""
        return day_of_year(year + self.years_after, self.due)

    def is_of(self, office: str, year: int) -> bool:
        """Say whether *office* does it about *year*."""
        return self.office in {None, office} and year >= self.from_year


class OfficeDuties(_Part):
    """Every duty."""

    rules: dict[Matter, Annotated[tuple[FromYear, ...], Field(min_length=1)]]
    mandate: MandateDuty
    follow_up: FollowUpDuty
    outreach: OutreachDuty
    answers: AnswersDuty
    help: HelpDuty
    round: RoundDuty
    dispatch: DispatchDuty
    yearly: dict[Yearly, YearlyDuty]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [matter.value for matter in Matter if matter not in self.rules]
        if missing:
            raise MistakeError(
                "missing_keys", f"missing keys: {', '.join(missing)}", field="rules", names=missing
            )
        if undone := [one.value for one in Yearly if one not in self.yearly]:
            raise MistakeError(
                "missing_keys", f"missing keys: {', '.join(undone)}", field="yearly", names=undone
            )
        for matter, rules in self.rules.items():
            years = [one.from_year for one in rules]
            if years != sorted(set(years)):
                raise MistakeError("years_out_of_order", "the years must rise", field=f"rules.{matter}")
        return self

    def rule(self, matter: Matter, year: int) -> str:
        """Return the rule that asks for *matter* in *year*; before the first one speaks, that one."""
        speaking = [one.rule for one in self.rules[matter] if one.from_year <= year]
        return speaking[-1] if speaking else self.rules[matter][0].rule


def parse_duties(text: str) -> OfficeDuties:
    """Return the duties written in the TOML *text*.

    Raises:
        RuleSetError: with every problem found, each with its path.
    """
    try:
        return OfficeDuties.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RuleSetError((unreadable("TOML", error),)) from error
    except ValidationError as error:
        raise RuleSetError(problems(error)) from error


def day_of_year(year: int, month_day: MonthDay) -> date:
    """Return the day of *year* that *month_day* names; the last of February in a year that has no 29th."""
    month, day = (int(part) for part in month_day.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


def end_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])
