"""What the tasks of an office follow from, and the form each of them has."""

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.actors import Role
from domain.historical import DateKind
from domain.instants import end_of_day
from domain.lifecycle import Stage
from domain.networks.parts import Network
from domain.officework.duties import Matter, OfficeDuties, Yearly
from domain.organisations.directory import Directory
from domain.outreach import Outreach
from domain.refusal import Param
from domain.rulebook.renewal import Awaited
from domain.ruleset import RuleSet, Strand


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTask:
    """Something one role at an office has to do that belongs to no case.

    Args:
        name: Unique within the office.
        code: What it is, a key in the message catalogues.
        office: Whose it is.
        rule: The rule behind it.
        about: What it is about, as people call it: a network's name, a year, a case's old number.
        role: Who does it there.
        due: First instant after the last day to do it (UTC), where there is one.
        params: What the message shows; units by name as in ``domain.refusal.Param``.
    """

    name: str
    code: str
    office: str
    rule: str
    about: str
    role: Role = Role.CASE_OFFICER
    due: datetime | None = None
    params: Mapping[str, Param] = dataclasses.field(default_factory=dict)

    def given_to(self, role: Role) -> "OfficeTask":
        """Return the same task for another role."""
        return dataclasses.replace(self, role=role)


#: Every code a task of an office can have.
OFFICE_TASK_CODES: Final = (
    "register_mandate",
    "review_rules",
    "follow_up_network",
    "membership_below_minimum",
    "agree_to_member",
    "await_agreement",
    "member_reorganised",
    "host_not_payable",
    "answer_help",
    "reach_out",
    "historical_date",
    "open_round",
    "ranking_ready",
    "await_answers",
    "dispatch_failed",
    "dispatch_waiting",
    "payment_order_stopped",
    *(duty.value for duty in Yearly),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNetwork:
    """A network with the cases of it that are not finished."""

    network: Network
    open_cases: tuple[str, ...] = ()
    registered: bool = True
    """False where it is known from an application alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricalDate:
    """A date that was typed in with an old case and is not met."""

    reference: str
    grant_year: int
    kind: DateKind
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRound:
    """A round with its cases.

    Args:
        round_no: What people call it.
        grant_year: The year of its money.
        strand: What it takes.
        closed: Whether its deadline has passed.
        stages: How many of its cases stand at each stage.
        rules: What it is pinned to; None where that is not one of the packed rule sets.
    """

    round_no: str
    grant_year: int
    strand: Strand
    closed: bool
    stages: Mapping[Stage, int] = dataclasses.field(default_factory=dict)
    rules: RuleSet | None = None

    @property
    def ranked_by(self) -> str:
        """The rule by which its applications are ranked; the transition itself where no source says it."""
        said = None if self.rules is None else self.rules.prioritising
        return said.rule if said is not None and said.value else "T10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Messages, or orders to pay, of one case or round that have not left the house.

    Args:
        about: Number of the case or round.
        kind: What they are: ``message`` or ``payment_order``.
        parked: Whether they were given up, or only wait.
        since: The day the oldest was written (Norwegian day).
        count: How many they are.
    """

    about: str
    kind: str
    parked: bool
    since: date
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """What the tasks of an office follow from.

    Args:
        duties: By which rules the office works, and when.
        directory: Which municipalities there are.
        rules: The rules in force for the office; None where no year has any yet.
        awaited: Rules that are under review and have no successor.
        mandate_years: Years the office has a mandate for.
        done: What it has said it has done, by the year it is about.
        rounds: Its rounds of every year.
        funded: The strands that this year's mandate has money for.
        stopped: What has not left the house.
        networks: The networks it answers for.
        guests: Networks of other offices that have its municipalities as members.
        outside: Its municipalities that are members of no network.
        outreach: Its outreach list of this year.
        dates: Dates of its old cases that are waited for.
        hosts: Its unfinished cases by the organisation number of their host.
    """

    duties: OfficeDuties
    directory: Directory
    rules: RuleSet | None
    awaited: tuple[Awaited, ...] = ()
    mandate_years: Collection[int] = ()
    done: Mapping[int, Collection[str]] = dataclasses.field(default_factory=dict)
    rounds: tuple[KnownRound, ...] = ()
    funded: Collection[Strand] = ()
    stopped: tuple[Stopped, ...] = ()
    networks: tuple[KnownNetwork, ...] = ()
    guests: tuple[Network, ...] = ()
    outside: tuple[str, ...] = ()
    outreach: Outreach | None = None
    dates: tuple[HistoricalDate, ...] = ()
    hosts: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Desk:
    """The office and day that tasks are looked for at, and how one is written."""

    office: str
    today: date
    registers: Registers

    def rule(self, matter: Matter) -> str:
        """Return the rule that asks for *matter* this year."""
        return self.registers.duties.rule(matter, self.today.year)

    def task(
        self, code: str, key: str, rule: str, about: str, last_day: date | None, **params: Param
    ) -> OfficeTask:
        """Return the task *code* of this office; *key* tells it from others with the same code."""
        return OfficeTask(
            name=f"{code}:{key}",
            code=code,
            office=self.office,
            rule=rule,
            about=about,
            due=None if last_day is None else end_of_day(last_day),
            params=params,
        )
