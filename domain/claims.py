"""Claims for money back: small machines that run beside the stages of a case (T30–T35)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Final

from statemachine import State

from domain.lifecycle import StrictChart, step
from domain.private import Private


class ClaimState(StrEnum):
    """How far a claim has come."""

    PROPOSED = "proposed"
    NOTICED = "noticed"
    DECIDED = "decided"
    INVOICED = "invoiced"
    PART_PAID = "part_paid"
    IN_COLLECTION = "in_collection"
    PAID = "paid"
    DROPPED = "dropped"
    WRITTEN_OFF = "written_off"
    LIFTED = "lifted"


class ClaimMove(StrEnum):
    """What happens to a claim."""

    GIVE_NOTICE = "give_notice"
    DECIDE = "decide"
    DROP = "drop"
    INVOICE = "invoice"
    SEND_TO_COLLECTION = "send_to_collection"
    RECEIVE_PART = "receive_part"
    RECEIVE_REST = "receive_rest"
    WRITE_OFF_PART = "write_off_part"
    WRITE_OFF = "write_off"
    REDUCE = "reduce"
    LIFT = "lift"


class ClaimChart(StrictChart):
    """From proposal to money back, or to an authorised end without it."""

    # A claim that is paid or written off may still be appealed against.
    validate_final_reachability = False

    proposed = State(initial=True, value=ClaimState.PROPOSED)
    noticed = State(value=ClaimState.NOTICED)
    decided = State(value=ClaimState.DECIDED)
    invoiced = State(value=ClaimState.INVOICED)
    part_paid = State(value=ClaimState.PART_PAID)
    in_collection = State(value=ClaimState.IN_COLLECTION)
    paid = State(value=ClaimState.PAID)
    dropped = State(value=ClaimState.DROPPED, final=True)
    written_off = State(value=ClaimState.WRITTEN_OFF)
    lifted = State(value=ClaimState.LIFTED, final=True)

    give_notice = proposed.to(noticed)
    decide = proposed.to(decided) | noticed.to(decided)
    drop = proposed.to(dropped) | noticed.to(dropped)
    invoice = decided.to(invoiced)
    send_to_collection = invoiced.to(in_collection) | part_paid.to(in_collection)
    receive_part = (
        invoiced.to(part_paid)
        | part_paid.to(part_paid, internal=True)
        | in_collection.to(in_collection, internal=True)
    )
    receive_rest = invoiced.to(paid) | part_paid.to(paid) | in_collection.to(paid)
    write_off_part = (
        decided.to(decided, internal=True)
        | invoiced.to(invoiced, internal=True)
        | part_paid.to(part_paid, internal=True)
        | in_collection.to(in_collection, internal=True)
    )
    write_off = (
        decided.to(written_off)
        | invoiced.to(written_off)
        | part_paid.to(written_off)
        | in_collection.to(written_off)
    )
    # T40, L-26: the decision is reversed to the municipality's benefit, also after it has paid.
    reduce = (
        decided.to(decided, internal=True)
        | invoiced.to(invoiced, internal=True)
        | part_paid.to(part_paid, internal=True)
        | in_collection.to(in_collection, internal=True)
        | paid.to(paid, internal=True)
        | written_off.to(written_off, internal=True)
    )
    lift = decided.to(lifted) | invoiced.to(lifted) | in_collection.to(lifted) | written_off.to(lifted)


@cache
def claim_after(state: ClaimState, move: ClaimMove) -> ClaimState | None:
    """Return the state that *move* leads to, or None where the machine has no such way."""
    found = step(ClaimChart, state, move)
    return None if found is None else ClaimState(found)


class ClaimGround(StrEnum):
    """Why money is claimed back (E29)."""

    UNUSED = "unused"
    BREACH = "breach"
    OVERPAID = "overpaid"


#: Nothing more comes in on such a claim.
_SETTLED: Final = frozenset({ClaimState.PAID, ClaimState.DROPPED, ClaimState.WRITTEN_OFF, ClaimState.LIFTED})


class WriteOffGround(StrEnum):
    """Why a claim, or a part of it, is given up: to the municipality's benefit, or because it cannot be had (T35, E30)."""

    WAIVED = "waived"
    UNCOLLECTIBLE = "uncollectible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Money that the county governor claims back for the Treasury (R26-33, I21-23).

    Args:
        number: 1, 2, … within the case.
        ground: Why.
        amount_ore: What is claimed, in øre.
        reason: Why, as the proposal says it; quoted to the municipality where it may reply.
        proposed_by: Subject of the case officer; may not also decide.
        state: How far it has come.
        due_day: Last Norwegian day for payment, once decided.
        kid: Payment reference of the invoice.
        received_ore: What has come in, in øre.
        written_off_ore: What was given up by an authorised decision, in øre.
        returned_ore: What was paid back to the municipality because it had paid too much, in øre.
        notice_at: When the municipality was told that a claim is considered (UTC).
        notice_last_day: Last Norwegian day of its time to reply.
        replied: Whether it has replied.
        vouchers: The vouchers of what has come in; none is registered twice.
        sums: How much came in with each of them, in øre.
        returns: The vouchers of what went back; none is registered twice.
        collection_at: When it went to the Treasury's collector (UTC).
        decided_at: When it was decided (UTC).
        deferrals: How many times its last day was moved.
        reduced_ore: What was taken off it by a reversal to the municipality's benefit, in øre.
    """

    number: int
    ground: ClaimGround
    amount_ore: int
    proposed_by: str
    state: ClaimState = ClaimState.PROPOSED
    reason: Private | None = None
    due_day: date | None = None
    kid: str | None = None
    received_ore: int = 0
    written_off_ore: int = 0
    returned_ore: int = 0
    notice_at: datetime | None = None
    notice_last_day: date | None = None
    replied: bool = False
    vouchers: tuple[str, ...] = ()
    sums: tuple[int, ...] = ()
    returns: tuple[str, ...] = ()
    collection_at: datetime | None = None
    decided_at: datetime | None = None
    deferrals: int = 0
    reduced_ore: int = 0

    def sum_of(self, voucher: str) -> int | None:
        """Return what came in with *voucher*, in øre; None where nothing did."""
        return dict(zip(self.vouchers, self.sums, strict=True)).get(voucher)

    @property
    def is_told(self) -> bool:
        """Say whether the municipality knows of it: it was notified of it, or it is decided."""
        return self.state is not ClaimState.PROPOSED and (
            self.state is not ClaimState.DROPPED or self.notice_at is not None
        )

    @property
    def is_open(self) -> bool:
        """Say whether it still waits for a decision, for money, or for money to go back."""
        return self._runs or self.overpaid_ore > 0

    @property
    def _runs(self) -> bool:
        return self.state not in _SETTLED

    @property
    def overpaid_ore(self) -> int:
        """What came in beyond the claim and was not paid back, in øre (T33)."""
        return max(0, self.received_ore + self.written_off_ore - self.returned_ore - self.amount_ore)

    @property
    def kept_ore(self) -> int:
        """What came in and stays with the Treasury, in øre."""
        return self.received_ore - self.returned_ore - self.overpaid_ore

    @property
    def is_decided(self) -> bool:
        """Say whether it was decided, and the decision stands."""
        return claim_after(self.state, ClaimMove.REDUCE) is not None

    @property
    def outstanding_ore(self) -> int:
        """What is still to come in, in øre."""
        return self.amount_ore - self.received_ore - self.written_off_ore if self._runs else 0
