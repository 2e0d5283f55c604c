"""The state of one grant case: what ``evolve`` makes of its events, and what ``decide`` looks at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

from domain.appeals import Appeal, AppealBody, AppealRegime
from domain.appeals_calendar import appeal_due
from domain.changes import Change
from domain.claims import Claim, ClaimGround
from domain.duties import AuditDuty, ReportDuty
from domain.extensions import Extension
from domain.instants import local_day
from domain.lifecycle import Stage
from domain.private import Private
from domain.reversals import Reversal
from domain.ruleset import ProjectType, Strand
from domain.terms import ConditionBlocks, Terms

T = TypeVar("T")

#: The grant has been paid and may be used.
IN_USE: Final = frozenset({Stage.DISBURSED, Stage.CARRY_OVER, Stage.ENDED_EARLY})

#: There is no decision on the application yet.
UNDECIDED: Final = frozenset(
    {Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.RETURNED, Stage.ASSESSED, Stage.AWAITING_APPROVAL}
)

#: A decision in these stages can be reversed (T40).
_REVERSIBLE: Final = frozenset(
    {Stage.REJECTED, Stage.DISMISSED, Stage.GRANTED, Stage.DISBURSED, Stage.CARRY_OVER}
)

#: The grant stands, and its money is to be used or in use.
_TO_BE_USED: Final = frozenset({Stage.GRANTED, Stage.PAYMENT_ORDERED, Stage.DISBURSED, Stage.CARRY_OVER})

#: No stage follows these on the main axis.
TERMINAL: Final = frozenset(
    {
        Stage.AUDITED,
        Stage.REFUNDED,
        Stage.REJECTED,
        Stage.DISMISSED,
        Stage.WITHDRAWN,
        Stage.CLOSED,
        Stage.ANNULLED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The case officer's assessment."""

    by: str
    proposed_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """What an officer has recommended: to dismiss, on which ground."""

    by: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What waits for, or was given to, the leader."""

    number: int
    by: str
    grant: bool
    amount_ore: int
    terms: Terms
    rejection_ground: str | None
    difference_reason: Private | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An approved grant. ``use_deadline`` is the first instant after the last day of use."""

    number: int
    by: str
    recommended_by: str
    granted_ore: int
    terms: Terms
    decided_at: datetime
    use_deadline: datetime


class PaymentState(StrEnum):
    """How far a payment has come."""

    ORDERED = "ordered"
    ATTESTED = "attested"
    FAILED = "failed"
    CANCELLED = "cancelled"
    PAID = "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment order and its hands."""

    number: int
    amount_ore: int
    ordered_by: str
    state: PaymentState
    attested_by: str | None = None
    voucher: str | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One grant case after ``seq`` events. Money in øre, instants in UTC, days on the Norwegian calendar."""

    case_id: str
    seq: int
    case_no: str
    office: str
    round_id: str
    rule_set: str
    strand: Strand
    project_type: ProjectType | None
    pot: str
    project_id: str
    network_id: str
    host: str
    grant_year: int
    language: str
    applied_ore: int
    received_at: datetime
    late: bool
    stage: Stage
    stage_since: datetime
    path: tuple[Stage, ...]
    content_digest: str
    remarks: tuple[str, ...]
    contact: Private | None
    account: Private | None
    members: dict[str, str] = field(default_factory=dict)
    """Organisation numbers of the members that are asked to stand behind it, each with its municipality number."""
    unanchored: tuple[str, ...] = ()
    """Numbers of the municipalities that nobody has said are behind it (B21-21, R26-12)."""
    anchored_by_themselves: tuple[str, ...] = ()
    foreign_members: tuple[str, ...] = ()
    """Numbers of the members that are another office's municipalities (E24)."""
    account_confirmed: bool = False
    officer: str | None = None
    impartial: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()
    supplements: int = 0
    supplement_last_day: date | None = None
    late_accepted: bool = False
    """A leader took up the application though it came late (E20)."""
    dismissal: Dismissal | None = None
    """What waits for a leader, where an officer recommended to dismiss (T09)."""
    assessment: Assessment | None = None
    place: int | None = None
    """Its place among the applications of its round, where it is ranked."""
    recommendation: Recommendation | None = None
    recommendations: int = 0
    decision: Decision | None = None
    acceptance_last_day: date | None = None
    """Until when the terms are to be accepted, where the round asks for it (T15)."""
    terms_accepted: bool = False
    budget_last_day: date | None = None
    """Until when a budget of the granted amount is to come, where less is granted than was applied for (T13)."""
    budget_delivered: bool = False
    late_payment: str | None = None
    """Reference of the directorate's instruction to pay although the grant year is over (E37)."""
    conditions_met: tuple[str, ...] = ()
    payments: tuple[Payment, ...] = ()
    threshold: str | None = None
    """Result of the last evaluation of the reporting threshold; None until it was evaluated."""
    threshold_basis_ore: int = 0
    near_limit: bool = False
    duty_carried_by: str | None = None
    """Case number of the case whose grant brought the project above the reporting limit, where it is another."""
    project_terms: Terms | None = None
    """What that case's letter asks of this grant too, where the own letter asks for less (R26-53, E3)."""
    duty_in_doubt: bool = False
    """The own letter asks for a report for a sum that another case's reversal has lowered since (E7)."""
    reports: tuple[ReportDuty, ...] = ()
    audits: tuple[AuditDuty, ...] = ()
    audited_more_ore: int = 0
    """How much more was spent than the reports tell, by the auditors' figures that apply instead of theirs (E43)."""
    unspent_answer_ore: int | None = None
    unspent_answered_at: datetime | None = None
    grant_year_ended: bool = False
    use_ended: bool = False
    use_ended_at: datetime | None = None
    ended_early_on: date | None = None
    audit_open: str | None = None
    """Rule by which it is open whether audited accounts are due after an early end; None where it is not."""
    claims: tuple[Claim, ...] = ()
    reopenings: int = 0
    extension: Extension | None = None
    """The request for more time that is not decided."""
    extensions: int = 0
    """How many times more time was asked for."""
    use_extended: int = 0
    """How many times it was given."""
    use_since: datetime | None = None
    """When the money came, or its deadline was last moved: from then on its use is waited for (UTC)."""
    change: Change | None = None
    """The request for a change that is not answered."""
    changes: int = 0
    """How many times a change was asked for."""
    transfer_to: str | None = None
    """Code of the office that is asked to take the case over (T43)."""
    granting_office: str | None = None
    """Code of the office that granted, where another has the case by now."""
    letters_outstanding: tuple[str, ...] = ()
    steps_done: tuple[str, ...] = ()
    """Ladder steps that were handled, as ``clock@step``."""
    appeal_regime: AppealRegime = AppealRegime.REQUEST_FOR_REVERSAL
    appeal_body: AppealBody | None = None
    """Who decides appeals, where it is not the directorate (L-25)."""
    decisions: int = 0
    """Number of the newest decision on the merits; every reversal has the next."""
    appeals: tuple[Appeal, ...] = ()
    reversal: Reversal | None = None
    """What an officer has recommended and a leader has not decided."""
    reversals: int = 0
    preliminary_reply_sent: bool = False
    reminded_on: date | None = None
    """The Norwegian day on which a person last reminded the municipality."""
    foster_home: bool = False
    """Tagged as foster-home work; before the tag was kept, its type alone says so."""

    @property
    def awaits_acceptance(self) -> bool:
        """Say whether the payment waits for the municipality to accept the terms (T15)."""
        asked = self.acceptance_last_day is not None and not self.terms_accepted
        return asked and self.stage is Stage.GRANTED and not self.grant_year_ended

    @property
    def awaits_budget(self) -> bool:
        """Say whether a budget of the granted amount is still to come; what is reported needs none (T13)."""
        asked = self.budget_last_day is not None and not self.budget_delivered
        stands = self.stage in _TO_BE_USED and not self.use_is_over and not self.delivered
        return asked and stands

    @property
    def duty_terms(self) -> Terms | None:
        """What the municipality was told of reports and statements: in its own letter, or since."""
        return self.project_terms or (self.decision.terms if self.decision else None)

    @property
    def duty_to_confirm(self) -> bool:
        """Say whether a leader has to say that the report of the own letter stands, as long as nothing is reported (E7)."""
        return self.duty_in_doubt and not self.delivered and not self.use_is_over and self.reversal is None

    @property
    def late_undecided(self) -> bool:
        """Say whether a leader has still to say what becomes of an application that came late (E20)."""
        return self.late and not self.late_accepted and self.stage in UNDECIDED

    @property
    def disqualified_hand(self) -> str | None:
        """Who assessed or recommended what waits for the leader and is disqualified now, if anybody (E40)."""
        hands = (self.recommendation and self.recommendation.by, self.assessment and self.assessment.by)
        return next((hand for hand in hands if hand in self.disqualified), None)

    @property
    def is_foster_home(self) -> bool:
        """Whether it is foster-home work, by its tag or its type (R26-04)."""
        return self.foster_home or self.project_type is ProjectType.FOSTER_HOME

    @property
    def granted_ore(self) -> int:
        """What the case was granted, in øre."""
        return self.decision.granted_ore if self.decision else 0

    @property
    def paid_ore(self) -> int:
        """What has been paid out, in øre."""
        return sum(p.amount_ore for p in self.payments if p.state is PaymentState.PAID)

    @property
    def refunded_ore(self) -> int:
        """What has come back and stays, in øre; what was paid too much is not in it."""
        return sum(claim.kept_ore for claim in self.claims)

    @property
    def claimed_ore(self) -> int:
        """What was claimed back and not dropped, in øre; for the ground *unused* alone see ``unclaimed_ore``."""
        return sum(claim.amount_ore for claim in self.claims if claim.state != "dropped")

    @property
    def unused_claims(self) -> tuple[Claim, ...]:
        """The claims for unused money that were not dropped."""
        return tuple(c for c in self.claims if c.ground == "unused" and c.state != "dropped")

    @property
    def open_payment(self) -> Payment | None:
        """The payment that is under way, if any."""
        under_way = (PaymentState.ORDERED, PaymentState.ATTESTED)
        return next((p for p in self.payments if p.state in under_way), None)

    @property
    def duties_open(self) -> bool:
        """Say whether a report or a statement is still owed or under review, or a leader must say whether it is."""
        reports = any(report.is_open for report in self.reports)
        return reports or any(audit.is_open for audit in self.audits) or self.audit_open is not None

    @property
    def use_is_over(self) -> bool:
        """Say whether no more money may be used: the deadline passed, or the project ended early."""
        return self.use_ended or self.ended_early_on is not None

    @property
    def may_be_extended(self) -> bool:
        """Say whether the use deadline may still be moved: the money is in use, and none of it is claimed back."""
        in_use = self.stage in {Stage.DISBURSED, Stage.CARRY_OVER}
        return in_use and all(claim.state in {"dropped", "lifted"} for claim in self.claims)

    @property
    def delivered(self) -> bool:
        """Say whether a report or a statement has come in."""
        received = [duty.delivered_at for duty in self.reports] + [duty.delivered_at for duty in self.audits]
        return any(received)

    @property
    def may_be_reversed(self) -> bool:
        """Say whether the decision can still be reversed: a refusal, or a grant whose use is not told (T40, E7)."""
        fit = self.stage in _REVERSIBLE and not self.use_is_over
        return fit and self.open_payment is None and not self.delivered

    @property
    def is_lapsed(self) -> bool:
        """Say whether the authority to pay the grant has ended, and nobody above the office has let it be paid (E37)."""
        return self.stage is Stage.GRANTED and self.grant_year_ended and self.late_payment is None

    @property
    def frame_office(self) -> str:
        """Whose frame and mandate the grant is taken from: that does not move with the case (T43)."""
        return self.granting_office or self.office

    @property
    def may_be_transferred(self) -> bool:
        """Say whether another office may take the case over: not in the middle of a decision, nor with money to pay.

        A grant is paid from the frame it was taken from, by the office that has it; after that only duties are left.
        """
        decided = self.stage in {Stage.AWAITING_APPROVAL, Stage.GRANTED, Stage.PAYMENT_ORDERED}
        return not self.finished and not decided and self.reversal is None

    @property
    def open_extension(self) -> Extension | None:
        """The request for more time that still waits for an answer, if any."""
        return self.extension if self.may_be_extended else None

    @property
    def unspent_ore(self) -> int | None:
        """What is left and must come back, in øre; None while nobody has said.

        Where a report is owed, the approved final one says it, and no answer to the one question does. Money that was
        left while it could still be used may have been used since: then the question is asked again (R26-32, R26-33, E28).
        """
        if not self.reports:
            return self._answer_ore
        told = next((r.unused_ore for r in reversed(self.reports) if r.final and not r.is_open), None)
        return None if told is None else self.corrected_ore(told, self.audited_more_ore)

    def corrected_ore(self, told_ore: int, more_ore: int) -> int:
        """Return what is left of the grant where the auditor found that *more_ore* was spent than was told (E43)."""
        return max(0, min(told_ore - more_ore, self.paid_ore))

    def audit_difference_ore(self, audit: AuditDuty) -> int:
        """Return how much more the auditor attests than the reports of *audit* tell, in øre; 0 where none tells (E43)."""
        told = [r.spent_ore for r in self.reports if audit.name in {r.name, "collected", "early"}]
        if audit.amount_ore is None or not told or None in told:
            return 0
        return audit.amount_ore - sum(spent or 0 for spent in told)

    @property
    def use_is_told(self) -> bool:
        """Say whether the municipality has told what is left: by its answer, or by a last report that is in hand."""
        in_hand = any(report.final and not report.awaits_grantee for report in self.reports)
        return in_hand or self._answer_ore is not None

    @property
    def _answer_ore(self) -> int | None:
        return None if self._answer_is_old else self.unspent_answer_ore

    @property
    def _answer_is_old(self) -> bool:
        if not self.unspent_answer_ore or self.unspent_answered_at is None:
            return False
        if self.ended_early_on is not None:
            return local_day(self.unspent_answered_at) < self.ended_early_on
        return self.use_ended_at is not None and self.unspent_answered_at < self.use_ended_at

    @property
    def unclaimed_ore(self) -> int:
        """What is known to be unspent, is no longer usable, and has not been claimed, in øre.

        Whatever the grounds, no more is claimed than was paid.
        """
        reported = any(r.final and not r.is_open for r in self.reports)
        if not (self.use_is_over or reported) or self.paid_ore == 0:
            return 0
        unspent = min(self.unspent_ore or 0, self.paid_ore)
        # What a reversal took off a claim is settled: it is not claimed again.
        claimed = sum(claim.amount_ore + claim.reduced_ore for claim in self.unused_claims)
        return max(0, min(unspent - claimed, self.paid_ore - self.claimed_ore))

    @property
    def open_conditions(self) -> tuple[tuple[str, ConditionBlocks], ...]:
        """Conditions of the recommended or decided terms that are not met yet, with what they block."""
        if self.stage in TERMINAL:
            return ()
        terms = (
            self.decision.terms
            if self.decision
            else self.recommendation.terms
            if self.recommendation
            else None
        )
        if terms is None or terms.knowledge_environment is None:
            return ()
        name = "knowledge_environment"
        return () if name in self.conditions_met else ((name, terms.knowledge_environment),)

    @property
    def finished(self) -> bool:
        """Say whether the case needs nobody and no clock any more: a guard over all the machines."""
        return self.has_ended and self.unclaimed_ore == 0

    @property
    def has_ended(self) -> bool:
        """Say whether nothing is under way in it any more; it may yet lack a claim, where one was lifted after the end."""
        nothing_open = not self.duties_open and not any(claim.is_open for claim in self.claims)
        return self.stage in TERMINAL and nothing_open and not self.is_disputed

    @property
    def must_be_reopened(self) -> bool:
        """Say whether unspent money is to be claimed and no claim can be made before the case is taken up again (T42)."""
        return self.has_ended and self.stage in {Stage.CLOSED, Stage.REFUNDED} and self.unclaimed_ore > 0

    @property
    def may_be_reopened(self) -> bool:
        """Say whether there is an end to take up again: on a finding, or for a claim that was lifted (T42)."""
        return self.finished or self.must_be_reopened

    @property
    def is_disputed(self) -> bool:
        """Say whether an appeal has no answer yet, or a reversal waits for a leader."""
        return self.reversal is not None or any(appeal.is_open for appeal in self.appeals)

    @property
    def decided_at(self) -> datetime | None:
        """When the decision that stands was made (UTC); None while there is none."""
        if self.decision is not None:
            return self.decision.decided_at
        return self.stage_since if self.stage in {Stage.REJECTED, Stage.DISMISSED} else None

    @property
    def payment_hold(self) -> Appeal | None:
        """The appeal that holds the payment back, if any: a request for reversal does not (T16, L-24)."""
        formal = (a for a in self.appeals if a.claim is None and a.regime == "individual_decision")
        return next((appeal for appeal in formal if appeal.is_open), None)

    def last_appeal_day(self, decided_at: datetime | None) -> date | None:
        """Return the last Norwegian day for an appeal against what was decided then (UTC), where there are appeals (L-23, L-24).

        The decision counts as received on the day it was made: its message leaves at once.
        """
        if self.appeal_regime is not AppealRegime.INDIVIDUAL_DECISION or decided_at is None:
            return None
        return appeal_due(local_day(decided_at))

    def open_appeal(self, claim: int | None) -> Appeal | None:
        """Return the appeal without an answer against the decision on *claim*, or on the application where it is None."""
        return next((appeal for appeal in self.appeals if appeal.is_open and appeal.claim == claim), None)

    def needs_notice(self, claim: Claim) -> bool:
        """Say whether the municipality must be heard on *claim* first: a breach, or a finding it did not tell (T30)."""
        found = claim.ground is ClaimGround.UNUSED and self.stage is Stage.REOPENED
        return claim.ground is ClaimGround.BREACH or found

    @property
    def may_be_changed(self) -> bool:
        """Say whether the money can still be used in another way than the application said."""
        before = {Stage.GRANTED, Stage.PAYMENT_ORDERED, Stage.DISBURSED, Stage.CARRY_OVER}
        return self.stage in before and not self.use_is_over and not self.is_lapsed

    @property
    def open_change(self) -> Change | None:
        """The request for a change that still waits for an answer, if any."""
        return self.change if self.may_be_changed else None

    def report(self, name: str) -> ReportDuty | None:
        """Return the report duty called *name*."""
        return next((duty for duty in self.reports if duty.name == name), None)

    def audit(self, name: str) -> AuditDuty | None:
        """Return the audit duty called *name*."""
        return next((duty for duty in self.audits if duty.name == name), None)

    def appeal(self, number: int) -> Appeal | None:
        """Return appeal *number*."""
        return next((appeal for appeal in self.appeals if appeal.number == number), None)

    def claim(self, number: int) -> Claim | None:
        """Return claim *number*."""
        return next((claim for claim in self.claims if claim.number == number), None)


def swapped(items: Iterable[T], old: T, new: T) -> tuple[T, ...]:
    """Return *items* as a tuple with *old* replaced by *new*."""
    return tuple(new if item is old else item for item in items)
