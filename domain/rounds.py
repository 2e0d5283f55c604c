"""A round of applications: announced, reminded of, and closed at its deadline to the minute (T01)."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StrictBool

from domain.actors import Actor, Role
from domain.appeals import AppealBody, AppealRegime
from domain.clocks import AT_DEADLINE
from domain.events import Event
from domain.facts import RoundFacts
from domain.instants import FIRST_YEAR, LAST_YEAR, last_day, local_day, morning_of
from domain.offices import OFFICES, OfficeCode, OwnLanguage
from domain.outgoing import Outgoing
from domain.refusal import Refused
from domain.rulebook.tightening import RoundOverride
from domain.ruleset import Act, Clock, RuleSet, Step, Strand

Title = Annotated[str, Field(min_length=3, max_length=200)]

Address = Annotated[str, Field(pattern=r"^[^@\s,;<>]{1,64}@[^@\s,;<>]{3,190}$")]
"""The official e-mail address of a body, such as a municipality's post office; never a person's."""


class RoundCriterion(BaseModel):
    """One criterion of a round, in both written forms of Norwegian (L-47)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
    nb: Title
    nn: Title


class OpenRound(BaseModel):
    """Announce a round (T01). ``opens`` and ``deadline`` are Norwegian wall-clock minutes without a zone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: OfficeCode
    grant_year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
    strand: Strand
    rule_set: Annotated[str, Field(pattern=r"^[a-z0-9-]{3,40}$")]
    title: Title
    form_version: Annotated[str, Field(min_length=1, max_length=40)]
    criteria: Annotated[tuple[RoundCriterion, ...], Field(max_length=40)]
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    """First instant after the last minute, in UTC."""
    threshold_per_network: StrictBool = False
    addresses: Annotated[tuple[Address, ...], Field(max_length=400)] = ()
    """Whom the announcement and the reminders go to: the municipalities of the office (L-01)."""
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL
    """What a municipality that disagrees may do (L-24). Unless the leader says otherwise: grants to municipalities are no
    individual decisions."""
    override: RoundOverride | None = None
    """What the office asks for in this round beside its rule set (Q1, R26-47)."""
    acceptance_required: StrictBool = False
    """The municipality accepts the terms of its letter before anything is paid (T15)."""
    appeal_body: AppealBody | None = None
    """Who decides appeals, where it is not the directorate (L-25)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundOpened(Event):
    """A round was announced. ``rule_set_sha256`` is of the rules as they hold in it, tightened where it says so."""

    schema: ClassVar[int] = 5

    round_no: str
    office: str
    grant_year: int
    strand: Strand
    rule_set: str
    rule_set_sha256: str
    title: str
    form_version: str
    criteria: tuple[RoundCriterion, ...]
    opens_at: datetime
    closes_at: datetime
    threshold_per_network: bool
    addresses: tuple[str, ...]
    by: str
    appeal_regime: AppealRegime
    override: RoundOverride | None
    acceptance_required: bool
    appeal_body: AppealBody | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStarted(Event):
    """The round takes applications from now on."""

    handled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReminded(Event):
    """The municipalities of the office were reminded of the deadline."""

    step: str
    rule: str
    addresses: int
    """How many addresses it went to."""
    handled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundClosed(Event):
    """The deadline passed. What arrives later is received and marked late (E20)."""

    deadline: datetime
    handled_at: datetime


ROUND_EVENTS: Final[dict[str, type[Event]]] = {
    cls.__name__: cls for cls in (RoundOpened, RoundStarted, RoundReminded, RoundClosed)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round after ``seq`` events. Instants in UTC; ``closes_at`` is the first instant after the deadline."""

    round_id: str
    seq: int
    round_no: str
    office: str
    grant_year: int
    strand: Strand
    rule_set: str
    title: str
    form_version: str
    criteria: tuple[RoundCriterion, ...]
    opens_at: datetime
    closes_at: datetime
    threshold_per_network: bool
    addresses: tuple[str, ...] = ()
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL
    override: RoundOverride | None = None
    acceptance_required: bool = False
    appeal_body: AppealBody | None = None
    steps_done: tuple[str, ...] = ()
    started: bool = False
    closed: bool = False

    @property
    def stage(self) -> str:
        """What the engine has noted: ``announced`` before it takes applications, ``open``, then ``closed``."""
        if self.closed:
            return "closed"
        return "open" if self.started else "announced"

    @property
    def facts(self) -> RoundFacts:
        """What a decision on an application to the round must know of it."""
        return RoundFacts(
            round_id=self.round_id,
            office=self.office,
            grant_year=self.grant_year,
            strand=self.strand,
            rule_set=self.rule_set,
            opens_at=self.opens_at,
            closes_at=self.closes_at,
            criteria=tuple(criterion.key for criterion in self.criteria),
            per_network=self.threshold_per_network,
            appeal_regime=self.appeal_regime,
            form_version=self.form_version,
            acceptance_required=self.acceptance_required,
            appeal_body=self.appeal_body,
        )


def stage_at(opens_at: datetime, closes_at: datetime, now: datetime) -> str:
    """Return what a round is at *now*, as applications are taken: by its instants, also before the engine has noted them."""
    if now >= closes_at:
        return "closed"
    return "open" if now >= opens_at else "announced"


def open_round(
    body: OpenRound, actor: Actor, rules: RuleSet, *, round_no: str, sha256: str, now: datetime
) -> RoundOpened:
    """Return the announcement of a round.

    Raises:
        Refused: unless a leader of the office opens it, on a rule set of its year, with criteria and a deadline ahead.
    """
    if actor.role is not Role.LEADER:
        raise Refused(
            "role_not_allowed",
            "T01",
            role=actor.role.value,
            allowed=[Role.LEADER.value],
            command="open_round",
        )
    if actor.unit != body.office:
        raise Refused("other_office", "R26-45", office=body.office, unit=actor.unit)
    if rules.grant_year != body.grant_year:
        raise Refused("rule_set_of_other_year", "R26-66", rule_set=rules.key, year=body.grant_year)
    if rules.issuer not in {"bufdir", body.office}:
        raise Refused("rule_set_of_other_office", "R26-47", rule_set=rules.key, office=body.office)
    if rules.valid_to is not None and local_day(body.opens_at) > rules.valid_to:
        last = rules.valid_to.isoformat()
        raise Refused("rule_set_revised", "I21-04", rule_set=rules.key, last_day=last)
    strand = rules.of_strand(body.strand)
    if not body.criteria:
        raise Refused("criteria_missing", "H18-06")
    named = {criterion.key for criterion in body.criteria}
    # An office's own criteria stand beside those of the rules (R26-47).
    if missing := [one for one in strand.criteria if one.key not in named]:
        keys = [one.key for one in missing]
        raise Refused("criteria_of_rules_missing", missing[0].rule, criteria=keys, rule_set=rules.key)
    if not now < body.closes_at or not body.opens_at < body.closes_at:
        raise Refused("round_deadline_passed", "T01", closes_at=body.closes_at.isoformat())
    return RoundOpened(
        round_no=round_no,
        office=body.office,
        grant_year=body.grant_year,
        strand=body.strand,
        rule_set=rules.key,
        rule_set_sha256=sha256,
        title=body.title,
        form_version=body.form_version,
        criteria=body.criteria,
        opens_at=body.opens_at,
        closes_at=body.closes_at,
        threshold_per_network=body.threshold_per_network,
        addresses=body.addresses,
        appeal_regime=body.appeal_regime,
        override=body.override,
        acceptance_required=body.acceptance_required,
        appeal_body=body.appeal_body,
        by=actor.subject,
    )


def evolve_round(round_: Round | None, event: Event, *, round_id: str) -> Round:
    """Return *round_* after *event*; the first event is ``RoundOpened``."""
    if isinstance(event, RoundOpened):
        return Round(
            round_id=round_id,
            seq=1,
            round_no=event.round_no,
            office=event.office,
            grant_year=event.grant_year,
            strand=event.strand,
            rule_set=event.rule_set,
            title=event.title,
            form_version=event.form_version,
            criteria=event.criteria,
            opens_at=event.opens_at,
            closes_at=event.closes_at,
            threshold_per_network=event.threshold_per_network,
            addresses=event.addresses,
            appeal_regime=event.appeal_regime,
            override=event.override,
            acceptance_required=event.acceptance_required,
            appeal_body=event.appeal_body,
        )
    if round_ is None:
        msg = f"{round_id}: {type(event).__name__} before the round was opened"
        raise ValueError(msg)
    if isinstance(event, RoundStarted):
        return replace(round_, seq=round_.seq + 1, started=True)
    if isinstance(event, RoundReminded):
        return replace(round_, seq=round_.seq + 1, steps_done=(*round_.steps_done, event.step))
    return replace(round_, seq=round_.seq + 1, closed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRoundStep:
    """A step of the round's ladder, or its start where ``step`` is None, and the instant (UTC)."""

    step: Step | None
    instant: datetime

    @property
    def cause(self) -> str:
        """Unique in the round's trail."""
        return f"round@{self.step.at if self.step else 'opens'}"


def next_round_step(round_: Round, rules: RuleSet) -> DueRoundStep | None:
    """Return what the round waits for: its start, a reminder, or its deadline. Reminders before it opens are none."""
    if round_.closed:
        return None
    if not round_.started:
        return DueRoundStep(step=None, instant=round_.opens_at)
    found = (
        DueRoundStep(step=step, instant=_instant(step, round_))
        for step in rules.timers[Clock.ROUND].steps
        if step.at not in round_.steps_done and (step.act is Act.REMIND_GRANTEE or step.at == AT_DEADLINE)
    )
    return min(
        (due for due in found if due.instant > round_.opens_at), key=lambda due: due.instant, default=None
    )


def on_round_due(round_: Round, due: DueRoundStep, handled_at: datetime) -> Event:
    """Return the start, the reminder or the closing that *due* brings."""
    if due.step is None:
        return RoundStarted(handled_at=handled_at)
    if due.step.at == AT_DEADLINE:
        return RoundClosed(deadline=round_.closes_at, handled_at=handled_at)
    return RoundReminded(
        step=due.step.at, rule=due.step.rule, addresses=len(round_.addresses), handled_at=handled_at
    )


def round_outgoing(event: Event, round_: Round) -> tuple[Outgoing, ...]:
    """Return what *event* sends: the announcement when the round opens, and the reminders, one for each address."""
    letter = {RoundStarted: "L01", RoundReminded: "round_reminder"}.get(type(event))
    # After an outage nobody is reminded of a deadline that has passed.
    if letter is None or (isinstance(event, RoundReminded) and event.handled_at >= round_.closes_at):
        return ()
    # Addresses are bare: where the area has one language it is written in, else in bokmål.
    language = "nn" if OFFICES[round_.office].own_language is OwnLanguage.NN else "nb"
    return tuple(
        Outgoing(
            kind="message",
            payload={
                "letter": letter,
                "language": language,
                "address": address,
                "office": round_.office,
                "case_no": round_.round_no,
                "grant_year": round_.grant_year,
                "params": {"title": round_.title, "closes_at": round_.closes_at.isoformat()},
            },
        )
        for address in round_.addresses
    )


def _instant(step: Step, round_: Round) -> datetime:
    if step.at == AT_DEADLINE:
        return round_.closes_at
    return morning_of(step.on(last_day(round_.closes_at), round_.grant_year))
