"""What one person can do in a case now, and why the rest cannot be done yet: ``decide`` itself is asked, with a likely wish.

A help for people, not a decision: facts were read without locks, and what is typed into a form is not known yet. So a
wish with likely content is made of every command, and what ``decide`` says against it is told, unless it is about the
content. Nothing here is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from domain import commands as c
from domain.actors import MUNICIPAL_ROLES, Actor, Role
from domain.application import Application
from domain.authority import MAY, office_asked
from domain.case import Case
from domain.decisions import decide
from domain.facts import Facts
from domain.instants import local_day
from domain.lifecycle import Stage
from domain.possible import Possible, possible
from domain.private import Private
from domain.refusal import Refused
from domain.ruleset import RuleSet
from domain.terms import Terms

#: The main road in its order; what lies ahead on it is told even where its time has not come.
_ROAD: Final = (
    "assign",
    "assess",
    "recommend",
    "grant",
    "order_payment",
    "attest_payment",
    "register_disbursement",
    "close",
)

#: How far along the road a case is at each stage: commands before are done.
_REACHED: Final = {
    Stage.SUBMITTED: 0,
    Stage.IN_ASSESSMENT: 1,
    Stage.RETURNED: 1,
    Stage.ASSESSED: 2,
    Stage.AWAITING_APPROVAL: 3,
    Stage.GRANTED: 4,
    Stage.PAYMENT_ORDERED: 6,
    Stage.DISBURSED: 7,
    Stage.CARRY_OVER: 7,
    Stage.ENDED_EARLY: 7,
    Stage.REOPENED: 7,
}

#: Commands that bring nothing of their own: whatever is said against them is about the case or the person.
_BARE: Final = frozenset(
    {
        "grant",
        "order_payment",
        "attest_payment",
        "reverse",
        "uphold_appeal",
        "close",
        "give_claim_notice",
        "remind",
    }
)

#: What can be said against other commands that no content mends.
_STANDING: Final = frozenset(
    {
        "already_seconded",
        "appeal_hold",
        "approver_is_second_reader",
        "attestor_is_approver",
        "attestor_is_orderer",
        "attestor_is_recommender",
        "authority_lapsed",
        "claim_notice_missing",
        "claim_reply_awaited",
        "condition_relied_on",
        "decider_is_preparer",
        "decider_is_proposer",
        "directorate_answer_missing",
        "directorate_said_no",
        "disqualified",
        "duty_not_ready",
        "impartiality_not_declared",
        "no_payment_waits",
        "not_possible_now",
        "not_your_case",
        "officer_has_not_declared",
        "payment_under_way",
        "person_required",
        "report_too_early",
        "reports_first",
        "reversal_waits",
        "second_eye_missing",
    }
)

#: Where the reason is only that its time has not come.
_NOT_YET: Final = frozenset({"not_possible_now", "no_payment_waits"})

#: Fields that say what a command is about.
_ABOUT: Final = ("duty", "claim", "appeal", "condition", "payment")

#: A hand that was never used: to ask what stands in the way of a colleague.
_SOMEBODY: Final = "somebody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A command that cannot be carried out now, and what ``decide`` says against it.

    Args:
        command: Its name.
        about: The duty, claim, condition or appeal it is about; None where it is about the case.
        refused: Why, by which rule; its words say what mends it.
    """

    command: str
    about: str | None
    refused: Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What one person can do, and what cannot be done, the nearest first."""

    can: tuple[Possible, ...]
    cannot: tuple[Blocked, ...]


def outlook(case: Case, actor: Actor, facts: Facts, rules: RuleSet, now: datetime) -> Outlook:
    """Return what *actor* can do in *case* at *now* (UTC, case time)."""
    asker = Asker(case=case, facts=facts, rules=rules, now=now)
    offered = possible(case)
    # What is another office's to say is neither possible here nor stopped by anything (T43).
    theirs = [one for one in offered if actor.role in one.roles and _is_asked(case, actor, one.command)]
    mine = [(one, asker.against(actor, one.command, one.about)) for one in theirs]
    blocked = [
        Blocked(command=one.command, about=one.about, refused=refused)
        for one, refused in mine
        if refused is not None
    ]
    known = frozenset(one.command for one, _refused in mine)
    others = frozenset(one.command for one in offered) - known
    return Outlook(
        can=tuple(one for one, refused in mine if refused is None),
        cannot=(*blocked, *_ahead(asker, actor, known, others)),
    )


def _is_asked(case: Case, actor: Actor, command: str) -> bool:
    return actor.role in MUNICIPAL_ROLES or actor.unit == office_asked(case, command, actor.unit)


def _ahead(asker: "Asker", actor: Actor, known: frozenset[str], others: frozenset[str]) -> Iterator[Blocked]:
    """Return what comes next on the road and is somebody else's, or not possible yet; *not yet* is said once."""
    reached = _REACHED.get(asker.case.stage)
    if reached is None or actor.unit != asker.case.office:
        return
    not_yet_said = False
    for command in _ROAD[reached:]:
        if command in known or (command == "close" and asker.case.decision is None):
            continue
        refused = asker.against_a_colleague(command)
        if refused is None and command in others:
            roles, rule = MAY[command]
            allowed = sorted(role.value for role in roles)
            refused = Refused(
                "role_not_allowed", rule, role=actor.role.value, allowed=allowed, command=command
            )
        if refused is None or (refused.code in _NOT_YET and not_yet_said):
            continue
        not_yet_said = not_yet_said or refused.code in _NOT_YET
        yield Blocked(command=command, about=None, refused=refused)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Asks ``decide`` what it says against a command."""

    case: Case
    facts: Facts
    rules: RuleSet
    now: datetime

    def against(self, actor: Actor, command: str, about: str | None) -> Refused | None:
        """Return what stands against *actor* sending *command*, whatever is typed; None where nothing does."""
        body = self._likely(actor, command, about)
        if body is None:
            return None
        wish = c.Command(
            command_id="-", case_id=self.case.case_id, actor=actor, body=body, received_at=self.now
        )
        try:
            decide(self.case, wish, self.facts, self.rules, self.now)
        except Refused as refused:
            return refused if command in _BARE or refused.code in _STANDING else None
        return None

    def against_a_colleague(self, command: str) -> Refused | None:
        """Return what stands against *command* whoever sends it: the one asked for has declared, and has the case."""
        role = min(MAY[command][0])
        somebody = Actor(subject=_SOMEBODY, role=role, unit=self.case.office)
        officer = _SOMEBODY if role is Role.CASE_OFFICER else self.case.officer
        theirs = replace(self.case, officer=officer, impartial=(*self.case.impartial, _SOMEBODY))
        return replace(self, case=theirs).against(somebody, command, None)

    def _likely(self, actor: Actor, command: str, about: str | None) -> c.Body | None:
        """Return a body of *command* with content that somebody could have typed; None where none can be made up."""
        known = self._known(actor) | dict.fromkeys(_ABOUT, _number(about))
        today = local_day(self.now)
        content: dict[str, Any] = {}
        for name, field in c.BODIES[command].model_fields.items():
            kinds = set(_parts(field.annotation))
            if Application in kinds:
                return None
            if name != "kind":
                content[name] = known[name] if name in known else _some(kinds, field.annotation, today)
        try:
            return c.BODIES[command].model_validate(
                {name: value for name, value in content.items() if value is not None}
            )
        except ValidationError:
            return None

    def _officer(self, actor: Actor) -> str | None:
        """Return whom *actor* could give the case: an officer takes it, others choose among those who have declared."""
        if actor.role is Role.CASE_OFFICER and actor.subject != self.case.officer:
            return actor.subject
        free = set(self.case.impartial) - {*self.case.disqualified, self.case.officer}
        return min(free, default=None)

    def _known(self, actor: Actor) -> dict[str, Any]:
        """Return what the case itself says of what would be typed."""
        case, today = self.case, local_day(self.now)
        days = ("paid_on", "signed_on", "decided_on", "received_on", "returned_on", "end_day", "spent_until")
        return dict.fromkeys(days, today) | {
            "officer": self._officer(actor),
            "deficiencies": ("plan_missing",),
            "answers": [{"criterion": key, "met": True, "reason": "…"} for key in self.facts.round.criteria],
            "proposed_ore": case.applied_ore,
            "terms": case.recommendation.terms if case.recommendation else Terms(),
            "org_number": case.host,
            "account": "12345678903",
            "kid": "2026000017",
            "amount_ore": case.granted_ore or case.applied_ore,
        }


def _number(about: str | None) -> str | int | None:
    return int(about) if about is not None and about.isdecimal() and len(about) <= 2 else about  # noqa: PLR2004


def _some(kinds: set[Any], annotation: Any, today: date) -> Any:
    """Return something that a field of these *kinds* takes."""
    literal = [part for part in (annotation, *get_args(annotation)) if get_origin(part) is Literal]
    if literal:
        return get_args(literal[0])[0]
    enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)]
    if enums:
        return next(iter(enums[0]))
    plain = {Private: "…", date: today + timedelta(days=30), bool: True, int: 1, str: "X"}
    return next((value for kind, value in plain.items() if kind in kinds), None)


def _parts(annotation: Any) -> Iterator[Any]:
    """Return every type that *annotation* is made of."""
    origin = get_origin(annotation)
    yield origin or annotation
    for part in get_args(annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part
        else:
            yield from _parts(part)


#: Roles that have an outlook: those that act.
ACTING: Final = frozenset(role for roles, _rule in MAY.values() for role in roles) - {Role.SYSTEM}
