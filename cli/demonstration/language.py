"""The words a life is written in: who does what, on which day of case time, and how it must end.

A life never asks what day it is. Its instants stand in its script, and the conductor moves the clock to them: the
demonstration is the same on any day of any year.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from domain.actors import Actor, Role
from domain.application import Application
from domain.commands import Body
from domain.instants import OSLO
from domain.lifecycle import Stage
from domain.mandates import SetMandate
from domain.refusal import Param
from domain.rounds import OpenRound

HOST: Final = Role.APPLICANT_SIGNATORY
AUDITOR: Final = Role.MUNICIPAL_AUDITOR
OFFICER: Final = Role.CASE_OFFICER
LEADER: Final = Role.LEADER
ATTESTOR: Final = Role.ATTESTOR
ACCOUNTANT: Final = Role.ACCOUNTANT

#: When an act has no hour of its own: in the morning, when no deadline ends and no reminder leaves.
USUAL_HOUR: Final = "10:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refusal that is part of the plan: its code, and the parameters it must name."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command of one life.

    Args:
        at: When (UTC, case time).
        who: In which role.
        body: What is asked.
        refusal: The answer it must get, where that is no.
        step: Its number in its life, from 1.
    """

    at: datetime
    who: Role
    body: Body
    refusal: Refusal | None = None
    step: int = 0

    @property
    def name(self) -> str:
        """What it is called in a line about it."""
        kind: str = type(self.body).model_fields["kind"].default
        return kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """On which days an office handles the applications of a round; offices work in batches."""

    assign: str
    assess: str
    recommend: str
    decide: str
    confirm: str
    order: str
    pay: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A round of applications and its office's routine.

    Args:
        key: Unique name in the demonstration.
        announced: When the leader announces it (UTC, case time).
        round: The announcement.
        days: The routine.
    """

    key: str
    announced: datetime
    round: OpenRound
    days: Days

    @property
    def criteria(self) -> tuple[str, ...]:
        """The keys of its criteria."""
        return tuple(criterion.key for criterion in self.round.criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """The directorate's letter to an office, and when the office registers it (UTC, case time)."""

    at: datetime
    mandate: SetMandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One case from application to end.

    Args:
        key: Unique name in the demonstration.
        title: What it shows, in a few words.
        call: The round it applies to.
        form: The application, as it is first handed in.
        acts: What people do, in order.
        path: Every stage it must pass; the last is where it ends.
        granted_kr: What it must have been granted in the end, in whole kroner.
        leaves: Kinds of events and causes of clocks that its trail must hold.
        letters: Letters that must have gone out, by code.
        shows: The contradictions between the years that it shows, such as ``C1`` (docs/edge-cases.md).
    """

    key: str
    title: str
    call: Call
    form: Application
    acts: tuple[Act, ...]
    path: tuple[Stage, ...]
    granted_kr: int
    leaves: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()

    def actor(self, role: Role) -> Actor:
        """Return the person of this life in *role*: at its office, or at its host municipality. Roles, no persons."""
        unit = self.form.host if role in {HOST, AUDITOR} else self.call.round.office
        return Actor(subject=f"{role.value}@{unit}", role=role, unit=unit, asserted=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Everything that happens in a demonstration."""

    allocations: tuple[Allocation, ...]
    calls: tuple[Call, ...]
    lives: tuple[Life, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What happens at one instant: registers first, then the cases, all at once but each in its own order."""

    at: datetime
    allocations: tuple[Allocation, ...] = ()
    calls: tuple[Call, ...] = ()
    acts: tuple[tuple[Life, tuple[Act, ...]], ...] = ()
    look: bool = False

    @property
    def size(self) -> int:
        """How many things are done."""
        return len(self.allocations) + len(self.calls) + sum(len(acts) for _, acts in self.acts)


def instant(day: str, hour: str = USUAL_HOUR) -> datetime:
    """Return a Norwegian wall-clock minute as UTC."""
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=OSLO).astimezone(UTC)


def on(
    day: str, who: Role, *bodies: Body, hour: str = USUAL_HOUR, refusal: Refusal | None = None
) -> tuple[Act, ...]:
    """Return the acts of one person on one day. A planned *refusal* is the answer to each of them."""
    return tuple(Act(at=instant(day, hour), who=who, body=body, refusal=refusal) for body in bodies)


def refused(code: str, **params: Param) -> Refusal:
    """Return a planned refusal, with the parameters that matter."""
    return Refusal(code=code, params=params)


def moments(script: Script, look_at: datetime | None = None) -> list[Moment]:
    """Return everything in the order of time.

    Args:
        script: The whole demonstration.
        look_at: When the overdue list is taken (UTC, case time): after everything else of that instant.

    Raises:
        ValueError: A life goes back in time, or applies before its round is announced.
    """
    for life in script.lives:
        _check_order(life)
    instants = {found.at for found in script.allocations} | {call.announced for call in script.calls}
    instants |= {act.at for life in script.lives for act in life.acts}
    if look_at is not None:
        instants.add(look_at)
    return [_moment(script, at, look=at == look_at) for at in sorted(instants)]


def _moment(script: Script, at: datetime, *, look: bool) -> Moment:
    acts = ((life, tuple(act for act in life.acts if act.at == at)) for life in script.lives)
    return Moment(
        at=at,
        allocations=tuple(found for found in script.allocations if found.at == at),
        calls=tuple(call for call in script.calls if call.announced == at),
        acts=tuple((life, mine) for life, mine in acts if mine),
        look=look,
    )


def _check_order(life: Life) -> None:
    if any(after.at < before.at for before, after in pairwise(life.acts)):
        raise ValueError(f"{life.key}: goes back in time")
    if not life.acts or life.acts[0].at < life.call.announced:
        raise ValueError(f"{life.key}: begins before its round is announced")
