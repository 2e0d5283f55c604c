"""Lists beside the cases, as other programs see them: tasks, what is overdue, rounds, frames, networks, projects."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import Field

from domain.lifecycle import Stage
from domain.ruleset import Strand
from web.api.models.base import Due, Given, Instant, LastDay, Ore, OrgNumber, RuleKey


class TaskLine(Given):
    """An open task of a case, or of the office itself: then `case_id` is null and `about` says what it is about."""

    case_id: UUID | None
    about: str = Field(description="The case's number; what else it is about where it belongs to no case.")
    office: str
    host: OrgNumber | None
    stage: Stage | None
    task: str
    code: str
    role: str = Field(description="Who is to do it.")
    rule: RuleKey
    opened_at: Instant
    due: Due | None


class TaskPage(Given):
    """A page of tasks, the most pressing first."""

    items: list[TaskLine]
    office: list[TaskLine] = Field(description="The office's own tasks, on the first page alone.")
    next: str | None


class OverdueLine(Given):
    """A deadline that has passed and is still open."""

    case_id: UUID | None
    about: str
    office: str
    host: OrgNumber | None
    stage: Stage | None
    clock: str
    due: Due
    last_day: LastDay
    role: str = Field(description="Who is to act.")
    rule: RuleKey
    rung: int = Field(description="How far up its ladder it is.")


class OverduePage(Given):
    """A page of what is overdue, the oldest first."""

    as_of: Instant
    items: list[OverdueLine]
    office: list[OverdueLine] = Field(description="What is the office's own, on the first page alone.")
    next: str | None


class Criterion(Given):
    """What applications of a round are judged by, in both written forms of Norwegian."""

    key: str
    nb: str
    nn: str


class RoundGiven(Given):
    """A call for applications."""

    round_no: str
    round_id: UUID
    office: str
    grant_year: int
    strand: Strand
    title: str
    rule_set: str
    form_version: str
    stage: str = Field(description="`announced`, `open` or `closed`.")
    opens_at: Instant
    closes_at: Due
    criteria: list[Criterion]


class RoundList(Given):
    """Rounds, the newest year first."""

    items: list[RoundGiven]


class FrameGiven(Given):
    """The money of one pot of one office's year, and the letter that gave it."""

    office: str
    grant_year: int
    pot: str
    reference: str
    amount_ore: Ore
    committed_ore: Ore = Field(description="Granted, in øre.")
    paid_ore: Ore
    free_ore: Ore
    earmarked: bool


class FrameList(Given):
    """Frames by office, year and pot."""

    items: list[FrameGiven]


class NetworkGiven(Given):
    """A network as it stands today."""

    network_id: UUID
    name: str
    office: str
    strand: Strand
    first_day: date
    last_day: date | None
    registered: bool = Field(description="False where it is known from an application alone.")
    municipalities: list[str] = Field(description="Municipality numbers.")
    open_cases: list[str] = Field(description="Case numbers.")


class NetworkPage(Given):
    """A page of the office's networks, by name."""

    items: list[NetworkGiven]
    next: str | None


class ProjectCaseGiven(Given):
    """One year's case of a project."""

    case_no: str
    office: str
    host: OrgNumber
    grant_year: int
    pot: str
    stage: Stage
    finished: bool
    applied_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    refunded_ore: Ore


class ProjectGiven(Given):
    """A project with its cases over the years, the oldest first."""

    project_id: UUID
    network_id: UUID
    title: str
    network: str
    office: str
    granted_ore: Ore = Field(
        description="Its approved grants, reversals taken off, in øre: what the reporting threshold looks at."
    )
    cases: list[ProjectCaseGiven]


class ProjectPage(Given):
    """A page of the office's projects, by title."""

    items: list[ProjectGiven]
    next: str | None


class RuleSetLine(Given):
    """A rule set that has a source."""

    key: str
    year: int
    title: str
    source_incomplete: bool


class RuleSetList(Given):
    """The rule sets, the oldest first."""

    items: list[RuleSetLine]


class RuleValueGiven(Given):
    """One value of a rule set, with the rule it comes from and the source's words."""

    key: str
    value: Any = Field(description="What it says; null where the source is silent.")
    rule: RuleKey
    section: str | None = Field(description="Where it stands in its source.")
    quote: str
    note: str


class RuleSetGiven(RuleSetLine):
    """A rule set, each value with rule and quote."""

    issuer: str
    valid_from: date
    valid_to: date | None
    source_document: str
    values: list[RuleValueGiven]
