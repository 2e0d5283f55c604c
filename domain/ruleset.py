"""The guidelines of one year and one issuer as data: every value says which rule of the source it comes from.

A rule set is written in TOML (``domain/rulesets``), checked whole when it is read, and pinned to a case when its round
opens. Where the source is silent the value is ``None``: then nothing is asked by itself, and a person must choose.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationError,
    model_validator,
)

from domain.instants import FIRST_YEAR, LAST_YEAR, months_after
from domain.problems import MistakeError, Problem, problems, unreadable
from domain.refusal import Refused
from domain.workdays import add_working_days

T = TypeVar("T")
K = TypeVar("K", bound=StrEnum)

#: Whose words, which year's, and which row: next year's guidelines bring keys of their own (R27-01).
_SOURCE: Final = r"[A-Z][0-9]{2}-[0-9]{2}"
_READING: Final = r"[QEC][1-9][0-9]?"
_RULE: Final = re.compile(rf"{_SOURCE}|{_READING}|T[0-9]{{2}}|L-[0-9]{{2}}|§[0-9](?:\.[0-9]+|[a-e])?")


def _rule_key(text: str) -> str:
    if not _RULE.fullmatch(text):
        raise MistakeError("rule_key", "not a rule key (such as R26-52, Q1, E1, C1, T13, L-05 or §2.7)")
    return text


RuleKey = Annotated[str, AfterValidator(_rule_key)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=60)]
Year = Annotated[int, Field(strict=True, ge=FIRST_YEAR, le=LAST_YEAR)]
Kroner = Annotated[int, Field(strict=True, gt=0, le=9_999_999_999)]
Day = Annotated[date, Field(strict=True)]
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(value: Any) -> Any:
    # A stored rule set says its days as text; a number of seconds is a mistake.
    if type(value) is date or (isinstance(value, str) and _ISO_DAY.fullmatch(value)):
        return value
    raise MistakeError("day", "not a day (such as 2026-03-31)")


RuledDay = Annotated[date, BeforeValidator(_day)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ruled(_Part, Generic[T]):
    """A value with the rule it comes from.

    In TOML ``{ value = 1_000_000, rule = "R26-52", quote = "..." }``, or ``{ silent = true, rule = "Q9" }`` where the
    source says nothing; the value is then ``None``.
    """

    value: T | None
    rule: RuleKey
    quote: str = ""
    note: str = ""

    @model_validator(mode="before")
    @classmethod
    def _silence(cls, data: Any) -> Any:
        if not isinstance(data, Mapping) or "silent" not in data:
            return data
        if data["silent"] is not True or "value" in data:
            raise MistakeError("value_or_silent", "give either a value, or silent = true")
        return {key: inner for key, inner in data.items() if key != "silent"} | {"value": None}


class Strand(StrEnum):
    """The two kinds of network the scheme pays for."""

    LEARNING = "learning"
    LEADER = "leader"


class ProjectType(StrEnum):
    """What a development project in a learning network is about; its own pot until 2025."""

    SELF_INITIATED = "self_initiated"
    FOSTER_HOME = "foster_home"


class Severity(StrEnum):
    """How hard a check speaks: an error stops the application, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFF = "off"


class CountOf(StrEnum):
    """What a network must have enough of (C1)."""

    SERVICES = "services"
    MUNICIPALITIES = "municipalities"
    BARNEVERN_SERVICES = "barnevern_services"
    LEADERS = "leaders"
    LEADER_MUNICIPALITIES = "leader_municipalities"


class Check(StrEnum):
    """The formal checks an application meets; each rule set says how hard each of them speaks."""

    PLAN = "plan"
    PROJECT_TEMPLATE = "project_template"
    BUDGET = "budget"
    BUDGET_ADDS_UP = "budget_adds_up"
    OTHER_PUBLIC_SUPPORT = "other_public_support"
    APPLICANT_IS_MEMBER = "applicant_is_member"
    DISTINCT_MUNICIPALITIES = "distinct_municipalities"
    SERVICES_OF_MEMBERS = "services_of_members"
    CONSENT = "consent"
    ANCHORING = "anchoring"
    LOCAL_RISK_ASSESSMENT = "local_risk_assessment"
    TWO_REPRESENTATIVES = "two_representatives"
    MANAGEMENT_REPRESENTATIVE = "management_representative"
    NETWORK_LEADER = "network_leader"
    STEERING_GROUP = "steering_group"
    MANAGEMENT_IN_STEERING_GROUP = "management_in_steering_group"
    KNOWLEDGE_ENVIRONMENT = "knowledge_environment"
    FOSTER_KNOWLEDGE_ENVIRONMENT = "foster_knowledge_environment"
    KNOWLEDGE_ENVIRONMENT_OR_BUFETAT = "knowledge_environment_or_bufetat"
    OTHER_SERVICES = "other_services"
    BARNEVERN_INITIATES = "barnevern_initiates"
    LEADERS_ONLY = "leaders_only"
    FIXED_ARENA = "fixed_arena"
    LIMITED_PARTICIPANTS = "limited_participants"
    NO_IDENTITY_NUMBERS = "no_identity_numbers"
    PROJECT_TYPE = "project_type"
    ACTIVITIES = "activities"
    PROJECT_POSITIONS = "project_positions"
    PURCHASED_EXPERTISE = "purchased_expertise"
    FOSTER_GOALS = "foster_goals"
    FOSTER_INCREASE = "foster_increase"
    FOSTER_BUFETAT = "foster_bufetat"
    FOSTER_TAG = "foster_tag"


#: Checks that came later: a case that is pinned to a text from before is not asked.
_LATER_CHECKS: Final = frozenset(
    {
        Check.PROJECT_TYPE,
        Check.ACTIVITIES,
        Check.PROJECT_POSITIONS,
        Check.PURCHASED_EXPERTISE,
        Check.FOSTER_GOALS,
        Check.FOSTER_INCREASE,
        Check.FOSTER_BUFETAT,
        Check.FOSTER_TAG,
    }
)


class MinimumMembers(_Part):
    """How many of what a network must have; always an error when it has fewer."""

    count_of: CountOf
    at_least: Annotated[int, Field(strict=True, ge=1, le=400)]
    rule: RuleKey
    quote: str = ""


class Criterion(_Part):
    """A question the caseworker must answer in words before the assessment is finished (T10)."""

    key: Key
    rule: RuleKey
    quote: str = ""


class ReportQuestion(_Part):
    """A question that reports answer beside their figures; of every project, or of one type.

    Where it is not ``required``, only who has something to tell answers it.
    """

    key: Key
    rule: RuleKey
    quote: str = ""
    project_type: ProjectType | None = None
    required: StrictBool


class Silence(_Part):
    """The rule behind a list that the source leaves empty: nobody may take it for something forgotten."""

    rule: RuleKey
    quote: str = ""
    note: str = ""


class Note(_Part):
    """Something the source tells that no check and no clock asks for: a period, an amount, a paper that is missing."""

    key: Key
    rule: RuleKey
    quote: Annotated[str, Field(min_length=1)]


def _complete(name: str, kinds: Iterable[K], given: Mapping[K, object]) -> None:
    missing = [kind.value for kind in kinds if kind not in given]
    if missing:
        raise MistakeError("missing_keys", f"missing keys: {', '.join(missing)}", field=name, names=missing)


_NEVER_ASKED: Final = Ruled[Severity](value=None, rule="§1b")


class StrandRules(_Part):
    """What the rules ask of the applications and assessments of one strand.

    ``participants_limit`` is the soft limit behind ``Check.LIMITED_PARTICIPANTS``; the sources name no figure (R26-39).
    ``silent_lists`` says of each empty list by which rule it is empty.
    """

    silent_lists: dict[Literal["minimum_members", "criteria"], Silence] = Field(default_factory=dict)
    minimum_members: tuple[MinimumMembers, ...]
    checks: dict[Check, Ruled[Severity]]
    criteria: tuple[Criterion, ...]
    participants_limit: Ruled[StrictInt]
    knowledge_environment_need: Ruled[StrictBool]
    leader_effect: Ruled[StrictBool]
    simple_form: Ruled[StrictBool]

    @model_validator(mode="after")
    def _every_check(self) -> "StrandRules":
        _complete("checks", [check for check in Check if check not in _LATER_CHECKS], self.checks)
        _distinct("criteria", [criterion.key for criterion in self.criteria])
        _distinct("minimum_members", [minimum.count_of.value for minimum in self.minimum_members])
        for name, given in (("minimum_members", self.minimum_members), ("criteria", self.criteria)):
            if bool(given) == (name in self.silent_lists):
                raise MistakeError(
                    "empty_list", "must have entries, or stand under silent_lists with the rule", field=name
                )
        return self

    def asked(self, check: Check) -> Ruled[Severity]:
        """Return how hard *check* speaks; one that these rules were written without is silent."""
        return self.checks.get(check, _NEVER_ASKED)


class Pot(_Part):
    """Money kept apart: a grant charges exactly one pot. Without ``project_type`` it takes every project of its strand."""

    key: Key
    strand: Strand
    project_type: ProjectType | None = None
    earmarked: StrictBool
    rule: RuleKey
    quote: str = ""


class Act(StrEnum):
    """What a clock does by itself: it reminds and makes tasks, and a person decides."""

    REMIND_GRANTEE = "remind_grantee"
    TASK_OFFICER = "task_officer"
    TASK_LEADER = "task_leader"
    CHOICE_LEADER = "choice_leader"
    """The leader chooses what becomes of what has not come: nothing follows by itself."""


_RELATIVE: Final = r"0d|[+-][1-9][0-9]{0,2}d"
_CALENDAR: Final = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"


class Step(_Part):
    """One rung of a ladder.

    Args:
        at: Days from the last day of the deadline (``-90d``, ``0d``, ``+7d``), or a month and day in the grant
            year (``11-15``).
        act: What happens then.
        rule: The rule behind it.
    """

    at: Annotated[str, Field(pattern=f"^({_RELATIVE}|{_CALENDAR})$")]
    act: Act
    rule: RuleKey

    @model_validator(mode="after")
    def _exists_every_year(self) -> "Step":
        if (month_day := self.month_day) is not None:
            try:
                date(2025, *month_day)
            except ValueError:
                raise MistakeError(
                    "day_of_every_year", f"{self.at} is not a day of every year", field="at"
                ) from None
        return self

    @property
    def days(self) -> int | None:
        """Days after the last day of the deadline (negative before it), or None for a calendar day."""
        return int(self.at[:-1]) if self.at.endswith("d") else None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day in the grant year, or None for a step relative to the deadline."""
        if self.at.endswith("d"):
            return None
        month, day = self.at.split("-")
        return int(month), int(day)

    def on(self, last_day: date, grant_year: int) -> date:
        """Return the day of this step, counted on the calendar (E19).

        Args:
            last_day: Last day on which the deadline is kept.
            grant_year: Year that a calendar step belongs to.
        """
        if (month_day := self.month_day) is not None:
            return date(grant_year, *month_day)
        return last_day + timedelta(days=self.days or 0)


class Timer(_Part):
    """A deadline's ladder, and how long the deadline is when it is not a date of the letter or of a person.

    Args:
        rule: The rule behind the ladder.
        period: Calendar days (``30d``), working days (``3wd``) or calendar months (``1m``) from the day the clock
            starts; None when a person or the calendar sets the date.
        steps: The rungs in the order of time.
    """

    rule: RuleKey
    period: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}(w?d|m)$")] | None = None
    steps: tuple[Step, ...]

    @model_validator(mode="after")
    def _in_order(self) -> "Timer":
        if not self.steps:
            raise MistakeError("no_steps", "a ladder has at least one", field="steps")
        if len({step.days is None for step in self.steps}) > 1:
            raise MistakeError(
                "mixed_steps",
                "days relative to the deadline and days of the calendar cannot be mixed",
                field="steps",
            )
        times = [(step.days or 0,) if step.days is not None else step.month_day or () for step in self.steps]
        if any(later < earlier for earlier, later in pairwise(times)):
            raise MistakeError("steps_out_of_order", "must stand in the order of time", field="steps")
        _distinct("steps", [f"{step.at} {step.act}" for step in self.steps])
        return self

    def last_day(self, start: date) -> date | None:
        """Return the last day of a deadline that starts on *start*, or None when the rule set gives no period."""
        if self.period is None:
            return None
        if self.period.endswith("wd"):
            return add_working_days(start, int(self.period[:-2]))
        if self.period.endswith("m"):
            return months_after(start, int(self.period[:-1]))
        return start + timedelta(days=int(self.period[:-1]))


class Clock(StrEnum):
    """The deadlines a round or a case can wait for (DOMAIN §2.7)."""

    ROUND = "round"
    ASSIGN = "assign"
    ASSESS = "assess"
    SUPPLEMENT = "supplement"
    APPROVE = "approve"
    ACCEPTANCE = "acceptance"
    BUDGET = "budget"
    PAYMENT = "payment"
    GRANT_YEAR_END = "grant_year_end"
    USE = "use"
    USE_QUESTION = "use_question"
    REPORT = "report"
    REPORT_REVIEW = "report_review"
    AUDIT = "audit"
    DIRECTORATE = "directorate"
    CLAIM_NOTICE = "claim_notice"
    CLAIM = "claim"
    COLLECTION = "collection"
    PRELIMINARY_REPLY = "preliminary_reply"
    APPEAL_REVIEW = "appeal_review"
    APPEAL_FOLLOW_UP = "appeal_follow_up"
    REVERSAL_NOTICE = "reversal_notice"


#: Clocks that came later: a case that is pinned to a text from before has no such deadline.
_LATER: Final = frozenset({Clock.COLLECTION, Clock.ASSESS, Clock.ACCEPTANCE, Clock.BUDGET})


YearsAfter = Annotated[int, Field(strict=True, ge=0, le=10)]


class Use(_Part):
    """Until when the money may be used: 31 December, so many years after the grant year (E15).

    ``same_for_leaders``: what is said of learning networks holds for leader networks too (R26-43).
    """

    within_grant_year: Ruled[StrictBool]
    deadline_years_after: Ruled[YearsAfter]
    same_for_leaders: Ruled[StrictBool] = Ruled[StrictBool](value=None, rule="§1b")

    def years_after(self, strand: Strand) -> Ruled[YearsAfter]:
        """Return how many years after the grant year the money of *strand* may be used, and by which rule."""
        same, years = self.same_for_leaders, self.deadline_years_after
        if strand is not Strand.LEADER or same.value is None:
            return years
        return years.model_copy(update={"value": years.value if same.value else None, "rule": same.rule})


class ThresholdBasis(StrEnum):
    """What is compared with a limit (C8): one grant, or all grants to the project over its period."""

    SINGLE_GRANT = "single_grant"
    CUMULATIVE_PERIOD = "cumulative_period"


class Reporting(_Part):
    """Who reports: everyone, or those above ``threshold_kr`` (strictly), or those a letter asks with reasons.

    Such a letter asks for no more than is needed (``only_what_is_needed``: what it adds has a reason of its own), and
    whether it asks at all is for the office alone to judge (``own_discretion``).
    """

    everyone: Ruled[StrictBool]
    threshold_kr: Ruled[Kroner]
    basis: Ruled[ThresholdBasis]
    discretionary: Ruled[StrictBool]
    internal_justification: Ruled[StrictBool]
    yearly: Ruled[StrictBool]
    only_what_is_needed: Ruled[StrictBool] = Ruled[StrictBool](value=None, rule="§1b")
    own_discretion: Ruled[StrictBool] = Ruled[StrictBool](value=None, rule="§1b")


class Audit(_Part):
    """When audited accounts are due.

    Args:
        threshold_kr: The audit's own limit (strictly above); silent where the audit follows the report duty.
        basis: What is compared with the limits.
        follows_reporting: A statutory report duty brings an audit duty.
        collected: Projects over several years may deliver one audit after the last year.
        early_end: An early end asks for audited accounts above ``early_end_threshold_kr``.
        early_end_threshold_kr: The limit at an early end (strictly above).
        early_end_when_required: An early end asks for them too where the letter required reporting.
    """

    threshold_kr: Ruled[Kroner]
    basis: Ruled[ThresholdBasis]
    follows_reporting: Ruled[StrictBool]
    collected: Ruled[StrictBool]
    early_end: Ruled[StrictBool]
    early_end_threshold_kr: Ruled[Kroner]
    early_end_when_required: Ruled[StrictBool]


class RuleSet(_Part):
    """The rules one issuer gave for one grant year.

    ``tightening`` is the rule by which an office may ask for more in its own rounds, and never for less (Q1, R26-47).
    ``national_kr`` is the sum of a pot for the whole country, where the source tells it (W23-15). ``prioritising`` says that the office ranks the applications of a round before it decides (R26-50). From ``review_from`` on a task asks for the rules of the next year, until they are there (R26-66).
    """

    key: Key
    title: Annotated[str, Field(min_length=1, max_length=200)]
    issuer: Annotated[str, Field(pattern=r"^(bufdir|SF[A-Z]{2,4})$")]
    grant_year: Year
    valid_from: Day
    valid_to: Day | None = None
    source_document: Annotated[str, Field(min_length=1, max_length=300)]
    source_incomplete: StrictBool
    budget_item: Ruled[str]
    strands: dict[Strand, StrandRules]
    pots: tuple[Pot, ...]
    use: Use
    reporting: Reporting
    audit: Audit
    timers: dict[Clock, Timer]
    paid_in_grant_year: Ruled[StrictBool]
    unspent_repaid: Ruled[StrictBool]
    tightening: Ruled[StrictBool] = Ruled[StrictBool](value=True, rule="Q1")
    prioritising: Ruled[StrictBool] = Ruled[StrictBool](value=None, rule="§1b")
    review_from: Ruled[RuledDay] = Ruled[RuledDay](value=None, rule="§1b")
    notes: tuple[Note, ...] = ()
    national_kr: dict[Key, Ruled[Kroner]] = Field(default_factory=dict)
    report_questions: tuple[ReportQuestion, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> "RuleSet":
        _complete("timers", [clock for clock in Clock if clock not in _LATER], self.timers)
        _distinct("pots", [pot.key for pot in self.pots])
        _distinct("report_questions", [question.key for question in self.report_questions])
        _distinct("notes", [note.key for note in self.notes])
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise MistakeError("backwards", "lies before valid_from", field="valid_to", before="valid_from")
        strands = {pot.strand for pot in self.pots}
        if not strands or strands != set(self.strands):
            raise MistakeError(
                "pots_and_strands", "every strand must have one, and every pot a strand", field="pots"
            )
        return self

    def of_strand(self, strand: Strand) -> StrandRules:
        """Return the rules of *strand*.

        Raises:
            Refused: ``strand_not_in_rule_set`` when this rule set does not pay for it.
        """
        if strand not in self.strands:
            raise Refused("strand_not_in_rule_set", self.pots[0].rule, strand=strand.value, rule_set=self.key)
        return self.strands[strand]

    def rule_of_pot(self, key: str) -> str:
        """Return the rule behind the pot *key*; a pot that these rules do not have is held by T13 alone."""
        return next((pot.rule for pot in self.pots if pot.key == key), "T13")

    def last_day(self, clock: Clock, start: date) -> date | None:
        """Return the last day of a deadline of *clock* that starts on *start*; None when no period is given for it."""
        timer = self.timers.get(clock)
        return None if timer is None else timer.last_day(start)

    def pot_for(self, strand: Strand, project_type: ProjectType | None) -> Pot:
        """Return the pot a grant to such a project charges.

        Raises:
            Refused: ``no_pot`` when none takes it, also because the project's type is not given and must be.
        """
        of_strand = [pot for pot in self.pots if pot.strand == strand]
        for pot in of_strand:
            if pot.project_type in (None, project_type):
                return pot
        asked = project_type.value if project_type is not None else None
        rule = (of_strand or self.pots)[0].rule
        raise Refused("no_pot", rule, strand=strand.value, project_type=asked, rule_set=self.key)


def _distinct(name: str, keys: list[str]) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise MistakeError("given_twice", f"given twice: {', '.join(twice)}", field=name, names=twice)


class RuleSetError(Exception):
    """A rule set that cannot be used.

    Args:
        problems: One line each: the path in the TOML file, then what is wrong there.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def parse_rule_set(text: str) -> RuleSet:
    """Return the rule set written in the TOML *text*.

    Raises:
        RuleSetError: with every problem found, each with its path.
    """
    try:
        return RuleSet.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise RuleSetError((unreadable("TOML", error),)) from error
    except ValidationError as error:
        raise RuleSetError(problems(error)) from error
