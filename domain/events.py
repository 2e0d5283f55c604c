"""Everything that can happen to a grant case. An event is a fact: it is never changed and never taken back.

Events hold ids, roles, amounts, codes, days and instants; names and free text are sealed (``domain.private``). Each
kind carries a schema number; when its shape changes the number goes up and ``domain.upcasting`` lifts old bodies.
Money is in øre, days are Norwegian calendar days, instants are UTC.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Final

from domain.appeals import AppealBody, AppealOutcome, AppealRegime, AppealView
from domain.claims import ClaimGround, WriteOffGround
from domain.duties import Ground
from domain.private import Private
from domain.reversals import ReversalGround
from domain.ruleset import Act, ProjectType, Strand
from domain.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What all events share: a stable name (the class name) and a schema number."""

    schema: ClassVar[int] = 1


# --- intake (T03–T09) -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Event):
    """An application was received (T03) or registered by hand (T04)."""

    schema: ClassVar[int] = 6

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
    """What the municipality is written to in: what it has adopted, else what it wrote itself (L-47)."""
    applied_ore: int
    received_at: datetime
    late: bool
    by: str
    by_hand: bool
    form_version: str
    municipalities: tuple[str, ...]
    remarks: tuple[str, ...]
    """Codes of the warnings and hints that the formal checks gave; they do not stop an application."""
    contact: Private | None
    account: Private | None
    content_digest: str
    """SHA-256 of the sealed application as it stands with its command."""
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    appeal_regime: AppealRegime
    """What the round says of appeals (L-24)."""
    appeal_body: AppealBody | None
    """Who decides them, where it is not the directorate (L-25)."""
    members: dict[str, str]
    """Organisation numbers of the members that are asked to stand behind it, each with its municipality number."""
    unanchored: tuple[str, ...]
    """Numbers of the municipalities that nobody has said are behind it (B21-21, R26-12)."""
    foreign_members: tuple[str, ...]
    """Numbers of the members that are another office's municipalities (E24)."""
    foster_home: bool
    """Foster-home work, by its type or its tag: the coordinator reads it, of every office (R26-04, R26-20, Q10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpartialityDeclared(Event):
    """A person at the office said whether he or she is impartial in this case (fvl. §§ 6–10, E40)."""

    subject: str
    impartial: bool
    reason: Private | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(Event):
    """A case officer got the case (T05)."""

    officer: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedForSupplement(Event):
    """The application went back for supplement (T06)."""

    deficiencies: tuple[str, ...]
    explanation: Private
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplemented(Event):
    """The municipality sent what was missing (T07)."""

    schema: ClassVar[int] = 4

    received_at: datetime
    in_time: bool
    applied_ore: int
    changed: tuple[str, ...]
    """Names of the fields of the application that differ from before."""
    remarks: tuple[str, ...]
    contact: Private | None
    account: Private | None
    content_digest: str
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str
    members: dict[str, str]
    unanchored: tuple[str, ...]
    foreign_members: tuple[str, ...]
    foster_home: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoringConfirmed(Event):
    """A member municipality said itself that its management stands behind taking part (B21-21, B21-22, R26-12, R26-13)."""

    municipality: str
    position: str
    person: Private
    anchored_on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentResumed(Event):
    """What was missing did not come in time, and the application is judged on what there is (T06)."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The municipality took its application back before it was decided (T08)."""

    by: str
    reason: Private | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateApplicationAccepted(Event):
    """A leader took up an application that came late, as the announced criteria allow (E20)."""

    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalRecommended(Event):
    """A case officer recommended to dismiss the application (T09, first pair of eyes)."""

    ground: str
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed(Event):
    """The application was dismissed on a formal ground (T09)."""

    ground: str
    reason: Private
    by: str


# --- assessment and decision (T10–T14) --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswer:
    """How one criterion of the round was judged."""

    criterion: str
    met: bool
    reason: Private


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed(Event):
    """Every criterion was answered and an amount proposed (T10)."""

    by: str
    answers: tuple[CriterionAnswer, ...]
    knowledge_environment_needed: bool | None
    knowledge_environment_reason: Private | None
    leader_effect: bool | None
    leader_effect_reason: Private | None
    proposed_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Event):
    """The application got its place among those of its round (T11, B21-48, I21-25, R26-50)."""

    place: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommended(Event):
    """The case officer recommended a decision to the leader (T11)."""

    schema: ClassVar[int] = 2

    number: int
    by: str
    grant: bool
    amount_ore: int
    terms: Terms
    reason: Private
    rejection_ground: str | None
    difference_reason: Private | None
    """Why another amount than was applied for (T13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack(Event):
    """The leader sent the recommendation back with a comment (T12)."""

    by: str
    comment: Private


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted(Event):
    """The leader approved a grant with its terms (T13)."""

    schema: ClassVar[int] = 3

    decision_no: int
    by: str
    recommended_by: str
    amount_ore: int
    applied_ore: int
    pot: str
    terms: Terms
    decided_at: datetime
    use_deadline: datetime
    """First instant after the last day on which the money may be used (R26-32)."""
    mandate: str
    """Reference of the charging authority that the money is taken from (R26-02, I21-03)."""
    acceptance_last_day: date | None
    """Until when the municipality is asked to accept the terms; None where the round does not ask (T15)."""
    budget_last_day: date | None
    """Until when it is asked for a budget of the granted amount; None where that is what it applied for (T13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetDelivered(Event):
    """A budget of the granted amount came in, where less was granted than was applied for (T13)."""

    text: Private
    in_time: bool
    received_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Event):
    """The leader approved a refusal (T14)."""

    decision_no: int
    by: str
    recommended_by: str
    ground: str
    reason: Private
    decided_at: datetime


# --- money out (T16–T18) ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsAccepted(Event):
    """The municipality's signatory accepted the terms of the letter (T15)."""

    decision_no: int
    in_time: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountConfirmed(Event):
    """The municipality's signatory confirmed the account the money goes to."""

    account: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionMet(Event):
    """The office saw that a condition of the letter is met (R26-17)."""

    condition: str
    note: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionReopened(Event):
    """A condition was noted as met by mistake, and stands again (R26-17)."""

    condition: str
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePaymentAllowed(Event):
    """The directorate let a grant be paid although its year is over; a leader registered the instruction (E37)."""

    reference: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrdered(Event):
    """The holder of the budget authority ordered the payment (T16, first hand)."""

    payment_no: int
    amount_ore: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentAttested(Event):
    """Another person attested the payment and the order left the house (T16, second hand)."""

    payment_no: int
    amount_ore: int
    by: str
    account: Private


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFailed(Event):
    """The bank or the accounts sent the order back (T18)."""

    payment_no: int
    fault: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCancelled(Event):
    """An order was taken back: not attested, or held back by the accounts before anything was paid (T16, L-06)."""

    payment_no: int
    attested: bool
    """Whether it had left the house."""
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disbursed(Event):
    """The accounts registered the voucher: the money is paid (T17)."""

    payment_no: int
    amount_ore: int
    voucher: str
    paid_on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisbursementCorrected(Event):
    """What was noted of a payment was wrong, and is said anew; None is what stands (T17)."""

    payment_no: int
    voucher: str | None
    paid_on: date | None
    reason: Private
    by: str


# --- automatic checks, each with rule, input and result ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdEvaluated(Event):
    """The reporting threshold was tried on the project's grants up to this decision (R26-52, R26-53)."""

    decision_no: int
    rule: str
    rule_set: str
    grants_ore: tuple[int, ...]
    """The grants counted, in the order they were decided, this one last."""
    basis_ore: int
    network_basis_ore: int
    limit_ore: int | None
    result: str
    near_limit: bool
    crossed_by_this: bool
    other_cases: tuple[str, ...]
    """Ids of the project's other cases that must be told, where this grant crossed the limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDutyArose(Event):
    """A report is owed (R26-52, R26-55, R26-58, I21-29)."""

    name: str
    year: int
    ground: Ground
    rule: str
    last_day: date
    available_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditDutyArose(Event):
    """An auditor's statement is owed (R26-59 to R26-61, I21-30)."""

    name: str
    rule: str
    last_day: date
    collected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDutyNoted(Event):
    """The grant of another case brought the project above the limit: this one is to be reported too (R26-53, E3)."""

    schema: ClassVar[int] = 2

    carried_by: str
    carried_by_no: str
    basis_ore: int
    rule: str
    terms: Terms | None
    """What is asked of this grant from now on; None where nothing is asked that was not asked before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantYearEnded(Event):
    """31 December of the grant year passed: left-over money is carried over (R26-31, R26-32, T19)."""

    rule: str
    rule_set: str
    deadline: datetime
    paid_ore: int
    leftover_ore: int | None
    """None where nobody has said what is left."""
    result: str
    handled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UseDeadlinePassed(Event):
    """31 December of the year after the grant year passed: no more may be used (R26-32, R26-33, I21-28)."""

    rule: str
    rule_set: str
    deadline: datetime
    paid_ore: int
    unspent_ore: int | None
    result: str
    handled_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStepReached(Event):
    """A clock reached a step of its ladder: a reminder, or a task for somebody (DOMAIN §2.7)."""

    schema: ClassVar[int] = 2

    clock: str
    step: str
    act: Act
    rule: str
    deadline: datetime
    overtaken: bool
    """True when a later step had also passed when it was handled: then nothing is sent for this one."""
    answer_day: date | None
    """Last Norwegian day to do what a reminder after the deadline asks for, before somebody else takes it up (L11)."""
    handled_at: datetime


# --- use and reports (T20–T29) ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class UseAnswered(Event):
    """The municipality answered the one question about unspent money (R26-33, E28). It is not a report."""

    unspent_ore: int
    by: str
    answered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDelivered(Event):
    """A report came in (T21)."""

    schema: ClassVar[int] = 3

    duty: str
    spent_ore: int
    unused_ore: int
    final: bool
    spent_until: date
    in_time: bool
    text: Private
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    received_at: datetime
    interest_ore: int | None
    """Interest that the grant earned; None where it is not told (E31)."""
    vat_compensated_ore: int | None
    """Value added tax of the costs that was compensated; None where it is not told (E31)."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReturned(Event):
    """A report was sent back to be mended (T22)."""

    duty: str
    reason: Private
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSeconded(Event):
    """A report was read by a second pair of eyes before it is approved (T23)."""

    duty: str
    note: Private | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportApproved(Event):
    """A report was approved (T23)."""

    schema: ClassVar[int] = 2

    duty: str
    note: Private | None
    by: str
    seconded_by: str | None
    """Who read it beside the one who approved it; None where nobody did, and nobody had to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsCompleted(Event):
    """Every report that is owed is approved: the case is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditDelivered(Event):
    """An auditor's statement came in."""

    duty: str
    amount_ore: int
    auditor: Private
    signed_on: date
    in_time: bool
    received_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReturned(Event):
    """An auditor's statement was sent back."""

    duty: str
    reason: Private
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditAccepted(Event):
    """An auditor's statement was accepted (T25)."""

    schema: ClassVar[int] = 2

    duty: str
    difference_ore: int
    """How much more the auditor attests than was reported."""
    difference_reason: Private | None
    by: str
    applies: str | None
    """``report`` or ``auditor``: whose figure applies where they differ (E43)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditsCompleted(Event):
    """Every statement that is owed is accepted: the case is audited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedEarly(Event):
    """The project ended before its time (T28, R26-60, R26-61)."""

    schema: ClassVar[int] = 4

    end_day: date
    reason: Private
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str
    audit_open: str | None
    """Rule by which the source leaves open whether audited accounts are due; a leader chooses."""
    source: str | None
    """The municipality's own word, where a leader wrote it down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditChosen(Event):
    """A leader said whether audited accounts are due, where the source is silent about an early end (T28, E1)."""

    rule: str
    required: bool
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionAsked(Event):
    """The municipality asked for more time to use the money (T41)."""

    schema: ClassVar[int] = 2

    number: int
    last_day: date
    reason: Private
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorateAsked(Event):
    """The office asked the directorate (R26-34)."""

    number: int
    question: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorateAnswered(Event):
    """The directorate answered (R26-34)."""

    number: int
    allowed: bool
    reference: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorateAnswerCorrected(Event):
    """What was registered of the directorate's answer was wrong, and is said anew; None is what stands (R26-34)."""

    number: int
    allowed: bool | None
    reference: str | None
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UseExtended(Event):
    """A leader moved the use deadline on the directorate's answer (T41, E27)."""

    number: int
    decision_no: int
    before: datetime
    use_deadline: datetime
    final_report_last_day: date | None
    reference: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDeclined(Event):
    """A leader answered no: the use deadline stands (T41)."""

    number: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAsked(Event):
    """The municipality asked to use the money otherwise than it had said (T41)."""

    schema: ClassVar[int] = 2

    number: int
    change: Private
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeApproved(Event):
    """A leader let the money be used so (T41)."""

    number: int
    note: Private | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDeclined(Event):
    """A leader answered no: the money is used as the application said (T41)."""

    number: int
    reason: Private
    by: str


# --- money back and the end (T24–T35) ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimProposed(Event):
    """A case officer proposed to claim money back (T30)."""

    number: int
    ground: ClaimGround
    amount_ore: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimNoticeGiven(Event):
    """The municipality was told that a claim for a breach is considered, and may reply (T30, fvl. § 16, E29)."""

    number: int
    amount_ore: int
    last_day: date
    rule: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReplied(Event):
    """The municipality replied to the notice of a claim (T30)."""

    schema: ClassVar[int] = 2

    number: int
    text: Private
    in_time: bool
    received_at: datetime
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDecided(Event):
    """A leader decided the claim (T31)."""

    number: int
    amount_ore: int
    due_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDeferred(Event):
    """A leader moved the last day of payment, as while an appeal is treated (fvl. § 42, L-26)."""

    number: int
    before_day: date
    due_day: date
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReduced(Event):
    """A leader reversed the decision on a claim to the municipality's benefit, wholly or in part (T37, T40, L-27)."""

    number: int
    before_ore: int
    amount_ore: int
    appeal: int | None
    reason: Private | None
    """None where the officer's assessment of the appeal says it."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDropped(Event):
    """A leader did not follow the proposal."""

    number: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInvoiced(Event):
    """The accounts sent the invoice with its payment reference (T32)."""

    number: int
    kid: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepaymentReceived(Event):
    """Money came in on a claim (T33). It goes to the Treasury, never back into a frame (Q11)."""

    schema: ClassVar[int] = 2

    number: int
    amount_ore: int
    received_on: date
    voucher: str
    posting: str | None
    """Chapter and item that the accounts chose to post it to (L-12)."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepaymentCorrected(Event):
    """What was noted of money on a claim was wrong, and is said anew; None is what stands (T33)."""

    schema: ClassVar[int] = 2

    number: int
    receipt: str
    """The voucher of the entry that is corrected."""
    amount_ore: int | None
    noted_ore: int | None
    """What was noted instead, where the amount is corrected."""
    received_on: date | None
    voucher: str | None
    posting: str | None
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSentToCollection(Event):
    """A leader handed what was not paid over to the Treasury's collector (T32, L-10)."""

    number: int
    outstanding_ore: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverpaymentReturned(Event):
    """What came in beyond a claim was paid back to the municipality (T33)."""

    number: int
    amount_ore: int
    returned_on: date
    voucher: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverpaymentCorrected(Event):
    """What was noted of money that went back was wrong, and is said anew; None is what stands (T33)."""

    number: int
    returned: str
    """The voucher of the entry that is corrected."""
    returned_on: date | None
    voucher: str | None
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWrittenOff(Event):
    """A leader gave up what was still outstanding, or a part of it (T35, E30)."""

    schema: ClassVar[int] = 2

    number: int
    amount_ore: int
    ground: WriteOffGround | None
    reference: str | None
    """Of the answer from the directorate or the ministry, where the amount was beyond the leader's own authority."""
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunded(Event):
    """All that was claimed is settled and money came back: the case ends refunded (T34)."""

    refunded_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """Nothing more is asked for (T24, T26)."""

    outcome: str
    note: Private | None
    by: str


# --- appeals and reversals (T36–T40) ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded(Event):
    """A person reminded the municipality of a deadline, passed or not (T20)."""

    clock: str
    deadline: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreliminaryReplySent(Event):
    """The municipality was told that the answer takes time (fvl. § 11a, L-21)."""

    appeal: int | None
    """The appeal that waits; None for the application."""
    expected_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealFiled(Event):
    """The municipality appealed against a decision, or asked the office to reverse it (T36)."""

    schema: ClassVar[int] = 3

    number: int
    claim: int | None
    """The claim whose decision it is about (L-26); None where it is about the grant or the refusal."""
    decision_no: int
    decided_at: datetime
    regime: AppealRegime
    due_day: date | None
    late: bool
    text: Private
    received_at: datetime
    attachments: tuple[str, ...]
    """SHA-256 of the files that came with it."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAppealAccepted(Event):
    """A leader took a late appeal up all the same (fvl. § 31)."""

    number: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealPrepared(Event):
    """An officer went through the appeal and wrote what the office should do (fvl. § 33)."""

    number: int
    view: AppealView
    assessment: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealUpheld(Event):
    """A leader agreed with the municipality; the reversal follows (T37)."""

    number: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealForwarded(Event):
    """The office kept its decision and sent the appeal to the appeal body with its own view (T38)."""

    number: int
    prepared_by: str
    assessment: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDecided(Event):
    """The appeal body answered (T39)."""

    number: int
    outcome: AppealOutcome
    decided_on: date
    reference: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealOutcomeCorrected(Event):
    """What was registered of the appeal body's answer was wrong, and is said anew; None is what stands (T39)."""

    number: int
    outcome: AppealOutcome | None
    decided_on: date | None
    reference: str | None
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealConcluded(Event):
    """What the appeal body answered is carried out."""

    number: int
    note: Private | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealDeclined(Event):
    """A late appeal was dismissed, or a request for reversal was not followed (fvl. § 31, L-24)."""

    number: int
    late: bool
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealWithdrawn(Event):
    """The municipality took its appeal back."""

    number: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalRecommended(Event):
    """An officer recommended to reverse the decision (T40, first pair of eyes)."""

    number: int
    ground: ReversalGround
    amount_ore: int | None
    """None where a refusal is set aside."""
    terms: Terms
    detriment: bool
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalNoticeGiven(Event):
    """The municipality was told that its grant may be reversed, and may say something first (fvl. § 16, L-22)."""

    number: int
    before_ore: int
    amount_ore: int
    ground: ReversalGround
    explanation: Private
    last_day: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalDropped(Event):
    """A leader did not follow the recommendation: the decision stands."""

    number: int
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed(Event):
    """A report or a statement that was asked for is asked for no more: the decision behind it was reversed (E7)."""

    kind: str
    name: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversed(Event):
    """A leader reversed the grant: a new decision with its own number; the old one stays in the trail (T40)."""

    decision_no: int
    reversed_no: int
    by: str
    recommended_by: str
    ground: ReversalGround
    detriment: bool
    before_ore: int
    amount_ore: int
    pot: str
    terms: Terms
    decided_at: datetime
    mandate: str | None
    """Reference of the charging authority, where more money is taken from it."""
    appeal: int | None
    released_cases: tuple[str, ...]
    """The project's other cases whose duty this case carried and carries no more (E7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalSetAside(Event):
    """A leader reversed a refusal: the application is judged anew (T40)."""

    decision_no: int
    by: str
    recommended_by: str
    ground: ReversalGround
    decided_at: datetime
    appeal: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectDutyLapsed(Event):
    """A grant was reversed, and the project is no longer above the limit that another case brought it over (E7)."""

    schema: ClassVar[int] = 2

    carried_by: str
    carried_by_no: str
    rule: str
    own_stands: bool
    """The own letter asks for a report by law, and stands until a leader has said whether it still shall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyKept(Event):
    """A leader let the report of the letter stand though the sum is no longer above the limit (E7, R26-55)."""

    rule: str
    reason: Private
    """Internal, like every such choice (R26-56)."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferAsked(Event):
    """A leader asked another office to take the case over (T43, E24)."""

    office: str
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferDeclined(Event):
    """The other office did not take the case over, or it is not asked any more (T43)."""

    office: str
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChanged(Event):
    """A leader of the other office took the case over; what was granted stays in the frame it was taken from (T43)."""

    before: str
    office: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostChanged(Event):
    """Another municipality has taken the host's place, as after a merger (T43, E23)."""

    before: str
    host: str
    language: str
    contact: Private
    reason: Private
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Event):
    """A leader took a finished case up again on a finding that stands in a document (T42, E44)."""

    number: int
    reason: Private
    source: str
    """Reference of the document that the finding stands in."""
    from_stage: str
    by: str


#: Every kind by its stable name.
EVENTS: Final[dict[str, type[Event]]] = {cls.__name__: cls for cls in Event.__subclasses__()}
