"""The statechart of a grant case: it alone says which stage follows which (DOMAIN §2.2, §2.4).

The main axis is submitted → assessed → granted → disbursed → reported → audited; beside it lie the side paths.
Guards are not here: ``decide`` asks them and names the rule. Report duties, audit duties and claims are machines of
their own (``duties``, ``claims``), because they run beside the axis.
"""

from enum import StrEnum
from functools import cache

from statemachine import State, StateChart
from statemachine.exceptions import TransitionNotAllowed


class Stage(StrEnum):
    """Where a case is. The values are stored, shown as search attributes and used in catalogues."""

    SUBMITTED = "submitted"
    IN_ASSESSMENT = "in_assessment"
    RETURNED = "returned_for_supplement"
    ASSESSED = "assessed"
    AWAITING_APPROVAL = "awaiting_approval"
    GRANTED = "granted"
    PAYMENT_ORDERED = "payment_ordered"
    DISBURSED = "disbursed"
    CARRY_OVER = "carry_over"
    ENDED_EARLY = "ended_early"
    REPORTED = "reported"
    AUDITED = "audited"
    REFUNDED = "refunded"
    REJECTED = "rejected"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    ANNULLED = "annulled"
    REOPENED = "reopened"


class Move(StrEnum):
    """What takes a case from one stage to another."""

    ASSIGN = "assign"
    RETURN = "return_for_supplement"
    SUPPLEMENT = "supplement"
    RESUME = "resume_assessment"
    ASSESS = "assess"
    RECOMMEND = "recommend"
    SEND_BACK = "send_back"
    GRANT = "grant"
    REJECT = "reject"
    DISMISS = "dismiss"
    WITHDRAW = "withdraw"
    ORDER_PAYMENT = "order_payment"
    FAIL_PAYMENT = "fail_payment"
    CANCEL_PAYMENT = "cancel_payment"
    DISBURSE = "disburse"
    CARRY_OVER = "carry_over"
    END_EARLY = "end_early"
    COMPLETE_REPORTS = "complete_reports"
    COMPLETE_AUDITS = "complete_audits"
    REFUND = "refund"
    CLOSE = "close"
    ANNUL = "annul"
    SET_ASIDE = "set_aside"
    REOPEN = "reopen"


class StrictChart(StateChart[object]):
    """A statechart that refuses what it does not know instead of passing over it in silence."""

    # The library's defaults are lenient: unknown events vanish and errors in actions become events.
    allow_event_without_transition = False
    catch_errors_as_events = False
    atomic_configuration_update = True
    enable_self_transition_entries = False


class Lifecycle(StrictChart):
    """The main axis of a grant case with its side paths."""

    # A paid case has no end that nothing follows: a finding may reopen it (T42).
    validate_final_reachability = False

    submitted = State(initial=True, value=Stage.SUBMITTED)
    in_assessment = State(value=Stage.IN_ASSESSMENT)
    returned_for_supplement = State(value=Stage.RETURNED)
    assessed = State(value=Stage.ASSESSED)
    awaiting_approval = State(value=Stage.AWAITING_APPROVAL)
    granted = State(value=Stage.GRANTED)
    payment_ordered = State(value=Stage.PAYMENT_ORDERED)
    disbursed = State(value=Stage.DISBURSED)
    carry_over_period = State(value=Stage.CARRY_OVER)
    ended_early = State(value=Stage.ENDED_EARLY)
    reported = State(value=Stage.REPORTED)
    audited = State(value=Stage.AUDITED)
    refunded = State(value=Stage.REFUNDED)
    rejected = State(value=Stage.REJECTED)
    dismissed = State(value=Stage.DISMISSED)
    annulled = State(value=Stage.ANNULLED, final=True)
    withdrawn = State(value=Stage.WITHDRAWN, final=True)
    closed = State(value=Stage.CLOSED)
    reopened = State(value=Stage.REOPENED)

    # T05–T07, T43: a case may change officer as long as it lives. What is missing may be seen late, or set aside (T40).
    assign = (
        submitted.to(in_assessment)
        | in_assessment.to(in_assessment, internal=True)
        | returned_for_supplement.to(returned_for_supplement, internal=True)
        | assessed.to(assessed, internal=True)
        | awaiting_approval.to(awaiting_approval, internal=True)
        | granted.to(granted, internal=True)
        | payment_ordered.to(payment_ordered, internal=True)
        | disbursed.to(disbursed, internal=True)
        | carry_over_period.to(carry_over_period, internal=True)
        | ended_early.to(ended_early, internal=True)
        | reported.to(reported, internal=True)
        | reopened.to(reopened, internal=True)
    )
    return_for_supplement = in_assessment.to(returned_for_supplement) | assessed.to(returned_for_supplement)
    supplement = returned_for_supplement.to(in_assessment)
    resume_assessment = returned_for_supplement.to(in_assessment)
    # T10–T14. Sent back, an assessment may be written anew.
    assess = in_assessment.to(assessed) | assessed.to(assessed, internal=True)
    recommend = assessed.to(awaiting_approval)
    send_back = awaiting_approval.to(assessed)
    grant = awaiting_approval.to(granted)
    reject = awaiting_approval.to(rejected)
    dismiss = submitted.to(dismissed) | in_assessment.to(dismissed) | returned_for_supplement.to(dismissed)
    # T08: until the decision is made, also while it waits for approval.
    withdraw = (
        submitted.to(withdrawn)
        | returned_for_supplement.to(withdrawn)
        | in_assessment.to(withdrawn)
        | assessed.to(withdrawn)
        | awaiting_approval.to(withdrawn)
    )
    # T16–T18
    order_payment = granted.to(payment_ordered)
    fail_payment = payment_ordered.to(granted)
    cancel_payment = payment_ordered.to(granted)
    disburse = payment_ordered.to(disbursed)
    # T19, T28
    carry_over = disbursed.to(carry_over_period)
    end_early = disbursed.to(ended_early) | carry_over_period.to(ended_early)
    # T23, T25
    complete_reports = disbursed.to(reported) | carry_over_period.to(reported) | ended_early.to(reported)
    complete_audits = reported.to(audited)
    # T34: money that came back, once every duty is done.
    refund = (
        disbursed.to(refunded)
        | carry_over_period.to(refunded)
        | ended_early.to(refunded)
        | reported.to(refunded)
        | audited.to(refunded)
        | reopened.to(refunded)
    )
    # T40: a grant that was not paid is reversed to nothing; a refusal is reversed by judging the application anew.
    annul = granted.to(annulled)
    set_aside = rejected.to(assessed) | dismissed.to(in_assessment)
    # T24, T26: nothing (more) is asked for.
    close = (
        disbursed.to(closed)
        | carry_over_period.to(closed)
        | ended_early.to(closed)
        | reported.to(closed)
        | reopened.to(closed)
        | refunded.to(closed)
    )
    # T42: a finding that comes after the end.
    reopen = closed.to(reopened) | audited.to(reopened) | refunded.to(reopened)


class _Model:
    """What the library keeps its state on."""

    def __init__(self, state: object) -> None:
        self.state = state


def step(chart: type[StrictChart], state: str, move: str) -> str | None:
    """Return the state after *move*, or None where the chart does not allow it. Pure: safe to remember."""
    model = _Model(state)
    machine = chart(model)
    try:
        machine.send(move)
    except TransitionNotAllowed:
        return None
    return str(model.state)


@cache
def after(stage: Stage, move: Move) -> Stage | None:
    """Return the stage that *move* leads to from *stage*, or None where the statechart has no such way."""
    found = step(Lifecycle, stage, move)
    return None if found is None else Stage(found)


@cache
def moves(stage: Stage) -> frozenset[Move]:
    """Return every move the statechart has from *stage*."""
    return frozenset(move for move in Move if after(stage, move) is not None)
