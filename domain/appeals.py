"""Appeals and requests to reverse a decision: small machines that run beside the stages of a case (T36–T39, L-23).

Whether a municipality may appeal at all is unsettled (L-24): the round says which regime holds. Under
``individual_decision`` the rules of forvaltningsloven §§ 28–34 are followed: three weeks, a hold on the payment, and the
appeal body. Under ``request_for_reversal`` the office itself answers a request, at any time, and nobody is above it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from statemachine import State

from domain.lifecycle import StrictChart, step


class AppealRegime(StrEnum):
    """What a municipality that disagrees may do; chosen for each round by a leader and said in every decision (L-24)."""

    INDIVIDUAL_DECISION = "individual_decision"
    REQUEST_FOR_REVERSAL = "request_for_reversal"


BodyName = Annotated[str, Field(min_length=3, max_length=200)]


class AppealBody(BaseModel):
    """Who decides appeals against the decisions of a round, where it is another than the directorate (L-25)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nb: BodyName
    nn: BodyName


class AppealState(StrEnum):
    """How far an appeal has come."""

    RECEIVED = "received"
    LATE = "late"
    UNDER_REVIEW = "under_review"
    UPHELD = "upheld"
    FORWARDED = "forwarded"
    RULED = "ruled"
    CONCLUDED = "concluded"
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"


class AppealMove(StrEnum):
    """What happens to an appeal."""

    COME_LATE = "come_late"
    ACCEPT = "accept"
    PREPARE = "go_through"
    UPHOLD = "uphold"
    FORWARD = "forward"
    STAND = "stand"
    RULE = "rule"
    CONCLUDE = "conclude"
    DECLINE = "decline"
    TAKE_BACK = "take_back"


class AppealOutcome(StrEnum):
    """What the appeal body made of the decision (T39)."""

    UPHELD = "upheld"
    CHANGED = "changed"
    ANNULLED = "annulled"
    RETURNED = "returned"


class AppealView(StrEnum):
    """What the officer who prepared the appeal thinks the office should do."""

    UPHOLD = "uphold"
    KEEP = "keep"


class AppealChart(StrictChart):
    """From the letter that disagrees to its answer: the office's own, or the appeal body's."""

    received = State(initial=True, value=AppealState.RECEIVED)
    late = State(value=AppealState.LATE)
    under_review = State(value=AppealState.UNDER_REVIEW)
    forwarded = State(value=AppealState.FORWARDED)
    ruled = State(value=AppealState.RULED)
    upheld = State(value=AppealState.UPHELD, final=True)
    concluded = State(value=AppealState.CONCLUDED, final=True)
    declined = State(value=AppealState.DECLINED, final=True)
    taken_back = State(value=AppealState.TAKEN_BACK, final=True)

    # Three weeks are over: a person accepts it all the same, or dismisses it (fvl. § 31).
    come_late = received.to(late)
    accept = late.to(received)
    # The library has a name of its own for preparing.
    go_through = received.to(under_review) | under_review.to(under_review, internal=True)
    uphold = under_review.to(upheld)
    forward = under_review.to(forwarded)
    # The decision stands as it is; or the office has something to do before the appeal is at its end.
    stand = forwarded.to(concluded)
    rule = forwarded.to(ruled)
    conclude = ruled.to(concluded)
    decline = late.to(declined) | under_review.to(declined)
    take_back = (
        received.to(taken_back) | late.to(taken_back) | under_review.to(taken_back) | forwarded.to(taken_back)
    )


@cache
def appeal_after(state: AppealState, move: AppealMove) -> AppealState | None:
    """Return the state that *move* leads to, or None where the machine has no such way."""
    found = step(AppealChart, state, move)
    return None if found is None else AppealState(found)


#: The appeal has its answer.
_CLOSED = frozenset({AppealState.UPHELD, AppealState.CONCLUDED, AppealState.DECLINED, AppealState.TAKEN_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """One appeal against a decision, or one request to reverse it.

    Args:
        number: 1, 2, … within the case.
        regime: Which rules it is treated by.
        received_at: When it arrived (UTC).
        due_day: Last Norwegian day on which it was in time; None for a request, which has no deadline.
        decided_at: When the decision that it is about was made (UTC).
        state: How far it has come.
        replied: Whether a preliminary reply was sent.
        prepared_by: Subject of the officer who prepared it; may not also decide it.
        forwarded_at: When it went to the appeal body (UTC).
        outcome: What the appeal body answered.
        claim: The claim whose decision it is about (L-26); None where it is about the grant or the refusal.
        attachments: SHA-256 of the files that came with it.
    """

    number: int
    regime: AppealRegime
    received_at: datetime
    due_day: date | None
    decided_at: datetime
    state: AppealState = AppealState.RECEIVED
    replied: bool = False
    prepared_by: str | None = None
    forwarded_at: datetime | None = None
    outcome: AppealOutcome | None = None
    claim: int | None = None
    attachments: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether it still waits for an answer, or the answer for its effect."""
        return self.state not in _CLOSED

    @property
    def is_with_us(self) -> bool:
        """Say whether the office itself is the one to act before the appeal body."""
        return self.state in {AppealState.RECEIVED, AppealState.LATE, AppealState.UNDER_REVIEW}
