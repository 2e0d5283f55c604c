"""What a person can ask of a case. A command is a wish: ``decide`` says what comes of it.

Bodies arrive from outside and are checked here for form only: unknown fields, wrong types and impossible amounts are
refused with the name of the field before anything is stored. Money is in øre, days are Norwegian calendar days.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, TypeAdapter

from domain.actors import Actor
from domain.appeals import AppealOutcome, AppealView
from domain.application import AccountText, Application, EmailText
from domain.claims import ClaimGround, WriteOffGround
from domain.money import Amount, PositiveAmount
from domain.offices import OfficeCode
from domain.private import Private
from domain.reversals import ReversalGround
from domain.terms import Day, Terms

Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
Subject = Annotated[str, Field(min_length=1, max_length=120)]
Voucher = Annotated[str, Field(pattern=r"^[A-Za-z0-9/_.-]{1,40}$")]
Posting = Annotated[str, Field(pattern=r"^[0-9]{3,4}[./ ][0-9]{2}$")]
"""Chapter and item of the state's accounts, such as ``5309.29``."""
Source = Annotated[str, Field(pattern=r"^[A-Za-z0-9ÆØÅæøå][A-Za-z0-9ÆØÅæøå /_.:-]{0,59}$")]
DutyName = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,20}$")]
ClaimNumber = Annotated[int, Field(ge=1, le=99)]
AppealNumber = Annotated[int, Field(ge=1, le=99)]
PaymentNumber = Annotated[int, Field(ge=1, le=99)]
Reference = Annotated[str, Field(pattern=r"^[A-Za-z0-9ÆØÅæøå/_. -]{1,60}$")]
"""The number of a letter in an archive, such as ``2026/1234-5``."""


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Body(BaseModel):
    """What all command bodies share: they are frozen, and an unknown field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


#: More files than anything a municipality says needs.
MOST_FILES: Final = 20


def _each_once(named: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(named))


Attachments = Annotated[
    tuple[Sha256, ...],
    Field(max_length=MOST_FILES, description="The SHA-256 of files that were uploaded before."),
    AfterValidator(_each_once),
]


class WithFiles(Body):
    """What files can be sent with; they lie with the case from when the command is carried out."""

    attachments: Attachments = ()
    """The SHA-256 of each, so that the trail says what came. Whoever received the files sees that they are there."""


class Submit(WithFiles):
    """Hand in an application (T03), or register one that came on paper or by e-mail (T04)."""

    kind: Literal["submit"] = "submit"
    round_id: str
    application: Application
    by_hand: StrictBool = False


class DeclareImpartiality(Body):
    """Say whether one is impartial in this case."""

    kind: Literal["declare_impartiality"] = "declare_impartiality"
    impartial: StrictBool
    reason: Private | None = None


class Assign(Body):
    """Give the case to a case officer (T05)."""

    kind: Literal["assign"] = "assign"
    officer: Subject


class ReturnForSupplement(Body):
    """Send the application back for what is missing (T06)."""

    kind: Literal["return_for_supplement"] = "return_for_supplement"
    deficiencies: Annotated[tuple[Code, ...], Field(min_length=1, max_length=40)]
    explanation: Private
    last_day: Day


class Supplement(WithFiles):
    """Send the application again, with what was missing (T07)."""

    kind: Literal["supplement"] = "supplement"
    application: Application


class ConfirmAnchoring(Body):
    """Say as a member municipality that its own management stands behind taking part (B21-21, R26-12)."""

    kind: Literal["confirm_anchoring"] = "confirm_anchoring"
    position: Annotated[str, Field(min_length=2, max_length=200)]
    person: Private
    anchored_on: Day


class ResumeAssessment(Body):
    """Go on with what there is, when what was missing did not come in time (T06)."""

    kind: Literal["resume_assessment"] = "resume_assessment"


class Withdraw(Body):
    """Take the application back (T08)."""

    kind: Literal["withdraw"] = "withdraw"
    reason: Private | None = None


class AcceptLateApplication(Body):
    """Take up an application that came late, as the announced criteria allow (E20)."""

    kind: Literal["accept_late_application"] = "accept_late_application"
    reason: Private


class RecommendDismissal(Body):
    """Recommend to dismiss the application on a formal ground (T09)."""

    kind: Literal["recommend_dismissal"] = "recommend_dismissal"
    ground: Literal["late", "not_eligible", "wrong_applicant"]
    reason: Private


class Dismiss(Body):
    """Dismiss the application on a formal ground (T09)."""

    kind: Literal["dismiss"] = "dismiss"
    ground: Literal["late", "not_eligible", "wrong_applicant"]
    reason: Private


class Answer(Body):
    """How one criterion is judged."""

    criterion: Code
    met: StrictBool
    reason: Private


class Assess(Body):
    """Answer every criterion and propose an amount (T10)."""

    kind: Literal["assess"] = "assess"
    answers: tuple[Answer, ...]
    knowledge_environment_needed: StrictBool | None = None
    knowledge_environment_reason: Private | None = None
    leader_effect: StrictBool | None = None
    leader_effect_reason: Private | None = None
    proposed_ore: Amount


class Rank(Body):
    """Place the application among those of its round (T10, T11)."""

    kind: Literal["rank"] = "rank"
    place: Annotated[int, Field(strict=True, ge=1, le=999)]
    reason: Private


class Recommend(Body):
    """Recommend a decision to the leader (T11)."""

    kind: Literal["recommend"] = "recommend"
    grant: StrictBool
    amount_ore: Amount = 0
    difference_reason: Private | None = None
    """Why another amount than was applied for: it stands in the letter (T13)."""
    terms: Terms = Terms()
    reason: Private
    rejection_ground: Literal["criteria", "priority", "frame"] | None = None


class SendBack(Body):
    """Send the recommendation back (T12)."""

    kind: Literal["send_back"] = "send_back"
    comment: Private


class Grant(Body):
    """Approve the recommended grant (T13)."""

    kind: Literal["grant"] = "grant"


class Reject(Body):
    """Approve the recommended refusal (T14)."""

    kind: Literal["reject"] = "reject"
    reason: Private


class AcceptTerms(Body):
    """Accept the terms of the letter, where the round asks for it (T15)."""

    kind: Literal["accept_terms"] = "accept_terms"


class DeliverBudget(Body):
    """Send a budget of the granted amount, where less was granted than was applied for (T13)."""

    kind: Literal["deliver_budget"] = "deliver_budget"
    text: Private


class ConfirmAccount(Body):
    """Confirm the account that the money goes to."""

    kind: Literal["confirm_account"] = "confirm_account"
    account: AccountText


class MeetCondition(Body):
    """Note that a condition of the letter is met."""

    kind: Literal["meet_condition"] = "meet_condition"
    condition: Code
    note: Private


class ReopenCondition(Body):
    """Say that a condition was noted as met by mistake (R26-17)."""

    kind: Literal["reopen_condition"] = "reopen_condition"
    condition: Code
    reason: Private


class AllowLatePayment(Body):
    """Register the directorate's instruction that a grant may be paid after its year (E37)."""

    kind: Literal["allow_late_payment"] = "allow_late_payment"
    reference: Source


class OrderPayment(Body):
    """Order the payment under budget authority (T16)."""

    kind: Literal["order_payment"] = "order_payment"


class AttestPayment(Body):
    """Attest the payment as another person (T16, L-06)."""

    kind: Literal["attest_payment"] = "attest_payment"
    legal_ground: StrictBool
    budget_cover: StrictBool
    soundness: StrictBool
    recipient: StrictBool


class CancelPayment(Body):
    """Take an ordered payment back before it is paid (T16)."""

    kind: Literal["cancel_payment"] = "cancel_payment"
    reason: Private


class RegisterDisbursement(Body):
    """Register the voucher of a payment (T17)."""

    kind: Literal["register_disbursement"] = "register_disbursement"
    amount_ore: PositiveAmount
    org_number: str
    voucher: Voucher
    paid_on: Day


class CorrectDisbursement(Body):
    """Correct what was noted of a payment; what is left out stands (T17)."""

    kind: Literal["correct_disbursement"] = "correct_disbursement"
    payment: PaymentNumber
    voucher: Voucher | None = None
    paid_on: Day | None = None
    reason: Private


class RegisterPaymentFault(Body):
    """Register that the bank or the accounts sent the payment back (T18)."""

    kind: Literal["register_payment_fault"] = "register_payment_fault"
    fault: Private


class AnswerUse(Body):
    """Answer the one question: how much is left unspent (E28)."""

    kind: Literal["answer_use"] = "answer_use"
    unspent_ore: Amount


class DeliverReport(WithFiles):
    """Deliver a report (T21)."""

    kind: Literal["deliver_report"] = "deliver_report"
    duty: DutyName
    spent_ore: Amount
    unused_ore: Amount
    final: StrictBool
    spent_until: Day
    text: Private
    interest_ore: Amount | None = None
    vat_compensated_ore: Amount | None = None


class ReturnReport(Body):
    """Send a report back (T22)."""

    kind: Literal["return_report"] = "return_report"
    duty: DutyName
    reason: Private
    last_day: Day


class SecondReport(Body):
    """Read a delivered report as a second pair of eyes (T23)."""

    kind: Literal["second_report"] = "second_report"
    duty: DutyName
    note: Private | None = None


class ApproveReport(Body):
    """Approve a report (T23)."""

    kind: Literal["approve_report"] = "approve_report"
    duty: DutyName
    note: Private | None = None


class DeliverAudit(Body):
    """Deliver the auditor's statement."""

    kind: Literal["deliver_audit"] = "deliver_audit"
    duty: DutyName
    amount_ore: Amount
    auditor: Private
    signed_on: Day


class ReturnAudit(Body):
    """Send the auditor's statement back."""

    kind: Literal["return_audit"] = "return_audit"
    duty: DutyName
    reason: Private
    last_day: Day


class AcceptAudit(Body):
    """Accept the auditor's statement (T25)."""

    kind: Literal["accept_audit"] = "accept_audit"
    duty: DutyName
    names_grant: StrictBool = False
    """The statement names the scheme, chapter and item, and the case (L-70)."""
    names_period: StrictBool = False
    own_auditor: StrictBool = False
    """It is signed by the municipality's own auditor."""
    applies: Literal["report", "auditor"] | None = None
    """Whose figure applies, where they differ (E43)."""
    difference_reason: Private | None = None


class EndEarly(WithFiles):
    """End the project before its time (T28)."""

    kind: Literal["end_early"] = "end_early"
    end_day: Day
    reason: Private
    audit_last_day: Day | None = None
    source: Source | None = None
    """Journal reference of the municipality's own word, where the office writes it down."""


class ChooseAudit(Body):
    """Say whether audited accounts are due after an early end, where the source is silent (T28, E1)."""

    kind: Literal["choose_audit"] = "choose_audit"
    required: StrictBool
    reason: Private
    last_day: Day | None = None


class AskExtension(WithFiles):
    """Ask for more time to use the money (T41)."""

    kind: Literal["ask_extension"] = "ask_extension"
    last_day: Day
    reason: Private


class AskDirectorate(Body):
    """Ask the directorate whether more time may be given (R26-34)."""

    kind: Literal["ask_directorate"] = "ask_directorate"
    question: Private


class RegisterDirectorateAnswer(Body):
    """Register what the directorate answered (R26-34)."""

    kind: Literal["register_directorate_answer"] = "register_directorate_answer"
    allowed: StrictBool
    reference: Source


class CorrectDirectorateAnswer(Body):
    """Correct what was registered of the directorate's answer; what is left out stands (R26-34)."""

    kind: Literal["correct_directorate_answer"] = "correct_directorate_answer"
    allowed: StrictBool | None = None
    reference: Source | None = None
    reason: Private


class ExtendUse(Body):
    """Move the use deadline on the directorate's answer (T41, E27)."""

    kind: Literal["extend_use"] = "extend_use"
    last_day: Day
    final_report_last_day: Day | None = None


class DeclineExtension(Body):
    """Answer no to a request for more time (T41)."""

    kind: Literal["decline_extension"] = "decline_extension"
    reason: Private


class AskChange(WithFiles):
    """Ask to use the money otherwise than was said: another budget, other activities (T41)."""

    kind: Literal["ask_change"] = "ask_change"
    change: Private


class ApproveChange(Body):
    """Let the money be used as was asked (T41)."""

    kind: Literal["approve_change"] = "approve_change"
    note: Private | None = None


class DeclineChange(Body):
    """Answer no to a change (T41)."""

    kind: Literal["decline_change"] = "decline_change"
    reason: Private


class ProposeClaim(Body):
    """Propose to claim money back (T30)."""

    kind: Literal["propose_claim"] = "propose_claim"
    ground: ClaimGround
    amount_ore: PositiveAmount
    reason: Private


class GiveClaimNotice(Body):
    """Tell the municipality that a claim for a breach is considered (T30)."""

    kind: Literal["give_claim_notice"] = "give_claim_notice"
    claim: ClaimNumber


class ReplyToClaim(WithFiles):
    """Reply to the notice of a claim (T30)."""

    kind: Literal["reply_to_claim"] = "reply_to_claim"
    claim: ClaimNumber
    text: Private


class DecideClaim(Body):
    """Decide a claim (T31)."""

    kind: Literal["decide_claim"] = "decide_claim"
    claim: ClaimNumber
    due_day: Day


class DeferClaim(Body):
    """Move the last day of payment of a claim (L-26)."""

    kind: Literal["defer_claim"] = "defer_claim"
    claim: ClaimNumber
    due_day: Day
    reason: Private


class ReduceClaim(Body):
    """Reverse the decision on a claim to the municipality's benefit: so much is still claimed (T40, L-27)."""

    kind: Literal["reduce_claim"] = "reduce_claim"
    claim: ClaimNumber
    amount_ore: Amount
    reason: Private


class DropClaim(Body):
    """Decide not to claim."""

    kind: Literal["drop_claim"] = "drop_claim"
    claim: ClaimNumber
    reason: Private


class InvoiceClaim(Body):
    """Send the invoice of a claim (T32)."""

    kind: Literal["invoice_claim"] = "invoice_claim"
    claim: ClaimNumber
    kid: str


class RegisterRepayment(Body):
    """Register money that came in on a claim (T33)."""

    kind: Literal["register_repayment"] = "register_repayment"
    claim: ClaimNumber
    amount_ore: PositiveAmount
    received_on: Day
    voucher: Voucher
    posting: Posting | None = None


class CorrectRepayment(Body):
    """Correct what was noted of money that came in; what is left out stands (T33)."""

    kind: Literal["correct_repayment"] = "correct_repayment"
    claim: ClaimNumber
    receipt: Voucher
    """The voucher number that the entry has now."""
    amount_ore: PositiveAmount | None = None
    """Only while something is outstanding on the claim, before and after."""
    received_on: Day | None = None
    voucher: Voucher | None = None
    posting: Posting | None = None
    reason: Private


class SendClaimToCollection(Body):
    """Hand an unpaid claim over to the Treasury's collector (T32)."""

    kind: Literal["send_claim_to_collection"] = "send_claim_to_collection"
    claim: ClaimNumber
    reason: Private


class ReturnOverpayment(Body):
    """Register that what came in beyond a claim was paid back (T33)."""

    kind: Literal["return_overpayment"] = "return_overpayment"
    claim: ClaimNumber
    returned_on: Day
    voucher: Voucher


class CorrectOverpayment(Body):
    """Correct what was noted of money that went back to the municipality; what is left out stands (T33)."""

    kind: Literal["correct_overpayment"] = "correct_overpayment"
    claim: ClaimNumber
    returned: Voucher
    """The voucher number that the entry has now."""
    returned_on: Day | None = None
    voucher: Voucher | None = None
    reason: Private


class WriteOffClaim(Body):
    """Give up what is outstanding on a claim, or a part of it (T35)."""

    kind: Literal["write_off_claim"] = "write_off_claim"
    claim: ClaimNumber
    amount_ore: PositiveAmount | None = None
    ground: WriteOffGround = WriteOffGround.WAIVED
    reference: Source | None = None
    """Of the answer from the directorate or the ministry, where the amount is beyond the leader's own authority."""
    reason: Private


class Close(Body):
    """Close a case that has no duty to report, after the use question (T24)."""

    kind: Literal["close"] = "close"
    note: Private | None = None


class Remind(Body):
    """Remind the municipality of what it has the shortest time for (T20)."""

    kind: Literal["remind"] = "remind"


class SendPreliminaryReply(Body):
    """Tell the municipality when it can expect an answer (L-21)."""

    kind: Literal["send_preliminary_reply"] = "send_preliminary_reply"
    expected_day: Day
    appeal: AppealNumber | None = None


class FileAppeal(WithFiles):
    """Appeal against a decision, or ask the office to reverse it (T36)."""

    kind: Literal["file_appeal"] = "file_appeal"
    claim: ClaimNumber | None = None
    """The claim whose decision it is about (L-26)."""
    text: Private


class AcceptLateAppeal(Body):
    """Take up an appeal that came late (fvl. § 31)."""

    kind: Literal["accept_late_appeal"] = "accept_late_appeal"
    appeal: AppealNumber
    reason: Private


class PrepareAppeal(Body):
    """Write what the office should do with the appeal (fvl. § 33)."""

    kind: Literal["prepare_appeal"] = "prepare_appeal"
    appeal: AppealNumber
    view: AppealView
    assessment: Private


class UpholdAppeal(Body):
    """Agree with the municipality, and reverse the decision as it was recommended (T37)."""

    kind: Literal["uphold_appeal"] = "uphold_appeal"
    appeal: AppealNumber
    claim_amount_ore: Amount | None = None
    """What is still claimed, where the appeal is about a claim."""


class ForwardAppeal(Body):
    """Keep the decision, and send the appeal to the appeal body (T38)."""

    kind: Literal["forward_appeal"] = "forward_appeal"
    appeal: AppealNumber
    assessment: Private


class RegisterAppealOutcome(Body):
    """Register what the appeal body answered (T39)."""

    kind: Literal["register_appeal_outcome"] = "register_appeal_outcome"
    appeal: AppealNumber
    outcome: AppealOutcome
    decided_on: Day
    reference: Reference


class CorrectAppealOutcome(Body):
    """Correct what was registered of the appeal body's answer; what is left out stands (T39)."""

    kind: Literal["correct_appeal_outcome"] = "correct_appeal_outcome"
    appeal: AppealNumber
    outcome: AppealOutcome | None = None
    decided_on: Day | None = None
    reference: Reference | None = None
    reason: Private


class ConcludeAppeal(Body):
    """Note that the appeal body's answer is carried out in another way than by a reversal (T39)."""

    kind: Literal["conclude_appeal"] = "conclude_appeal"
    appeal: AppealNumber
    note: Private


class DeclineAppeal(Body):
    """Dismiss a late appeal, or answer no to a request for reversal."""

    kind: Literal["decline_appeal"] = "decline_appeal"
    appeal: AppealNumber
    reason: Private


class WithdrawAppeal(Body):
    """Take an appeal back."""

    kind: Literal["withdraw_appeal"] = "withdraw_appeal"
    appeal: AppealNumber


class RecommendReversal(Body):
    """Recommend to reverse the decision (T40). A refusal has no amount; a grant of 0 is annulled."""

    kind: Literal["recommend_reversal"] = "recommend_reversal"
    ground: ReversalGround
    amount_ore: Amount | None = None
    terms: Terms | None = None
    """The terms of the new decision; None where they stay as they are."""
    reason: Private


class GiveReversalNotice(Body):
    """Tell the municipality of a reversal to its detriment, and until when it may say something (L-22)."""

    kind: Literal["give_reversal_notice"] = "give_reversal_notice"
    explanation: Private
    last_day: Day


class Reverse(Body):
    """Reverse the decision as it was recommended (T40)."""

    kind: Literal["reverse"] = "reverse"


class DropReversal(Body):
    """Let the decision stand, against the recommendation."""

    kind: Literal["drop_reversal"] = "drop_reversal"
    reason: Private


class KeepDuty(Body):
    """Let the report of the letter stand though the project is no longer above the limit (E7)."""

    kind: Literal["keep_duty"] = "keep_duty"
    reason: Private


class NoteProjectDutyLapsed(Body):
    """Tell this case that its project is no longer above the reporting limit. Sent by the outbox alone."""

    kind: Literal["note_project_duty_lapsed"] = "note_project_duty_lapsed"
    carried_by: str
    carried_by_no: str
    rule: str


class AskTransfer(Body):
    """Ask another office to take the case over (T43)."""

    kind: Literal["ask_transfer"] = "ask_transfer"
    office: OfficeCode
    reason: Private


class AcceptTransfer(Body):
    """Take a case over from another office (T43)."""

    kind: Literal["accept_transfer"] = "accept_transfer"


class DeclineTransfer(Body):
    """Do not take a case over, or ask no more (T43)."""

    kind: Literal["decline_transfer"] = "decline_transfer"
    reason: Private


class ChangeHost(Body):
    """Put another municipality in the host's place (T43, E23)."""

    kind: Literal["change_host"] = "change_host"
    org_number: Annotated[str, Field(pattern=r"^[0-9]{9}$")]
    contact: EmailText
    """Where the new host is written to."""
    reason: Private


class Reopen(Body):
    """Take a finished case up again (T42, E44)."""

    kind: Literal["reopen"] = "reopen"
    reason: Private
    source: Source


class NoteProjectDuty(Body):
    """Tell this case that the grant of another brought its project above the limit. Sent by the outbox alone."""

    kind: Literal["note_project_duty"] = "note_project_duty"
    carried_by: str
    carried_by_no: str
    basis_ore: PositiveAmount
    rule: str
    terms: Terms | None = None
    """What the other case's letter says of reports and statements."""


AnyBody = (
    Submit | DeclareImpartiality | Assign | ReturnForSupplement | Supplement | ConfirmAnchoring | ResumeAssessment | Withdraw | AcceptLateApplication | RecommendDismissal | Dismiss | Assess
    | Rank | Recommend | SendBack | Grant | Reject | AcceptTerms | DeliverBudget | ConfirmAccount | MeetCondition | AllowLatePayment | OrderPayment | AttestPayment
    | CancelPayment | RegisterDisbursement | RegisterPaymentFault | AnswerUse | DeliverReport | ReturnReport | SecondReport | ApproveReport
    | DeliverAudit | ReturnAudit | AcceptAudit | EndEarly | ChooseAudit
    | AskExtension | AskDirectorate | RegisterDirectorateAnswer | ExtendUse | DeclineExtension | AskChange | ApproveChange | DeclineChange | ProposeClaim | GiveClaimNotice | ReplyToClaim | DecideClaim | DeferClaim | ReduceClaim | DropClaim
    | InvoiceClaim | RegisterRepayment | SendClaimToCollection | ReturnOverpayment | WriteOffClaim | Close | Reopen | NoteProjectDuty
    | AskTransfer | AcceptTransfer | DeclineTransfer | ChangeHost
    | Remind | SendPreliminaryReply | FileAppeal | AcceptLateAppeal | PrepareAppeal | UpholdAppeal | ForwardAppeal
    | RegisterAppealOutcome | ConcludeAppeal | DeclineAppeal | WithdrawAppeal | RecommendReversal
    | GiveReversalNotice | Reverse | DropReversal | NoteProjectDutyLapsed | KeepDuty
    | ReopenCondition | CorrectDisbursement | CorrectRepayment | CorrectOverpayment | CorrectAppealOutcome | CorrectDirectorateAnswer
)  # fmt: skip

#: Every body by the name of its command.
BODIES: Final[dict[str, type[Body]]] = {cls.model_fields["kind"].default: cls for cls in get_args(AnyBody)}

_ANY: Final[TypeAdapter[Any]] = TypeAdapter(Annotated[AnyBody, Field(discriminator="kind")])

#: Acts that count from when they arrived, not from when we came to carry them out: our outage makes nobody late.
DATED_BY_RECEIPT: Final = frozenset(
    {
        "submit",
        "supplement",
        "confirm_anchoring",
        "withdraw",
        "accept_terms",
        "deliver_budget",
        "deliver_report",
        "deliver_audit",
        "answer_use",
        "end_early",
        "file_appeal",
        "reply_to_claim",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One wish as it stands in the inbox.

    Args:
        command_id: Chosen by the sender; the same id is carried out once.
        case_id: The case it is about.
        actor: Who asks.
        body: What is asked, sealed.
        received_at: When it arrived (UTC, case time).
        expected_seq: The newest event its sender had seen, where the sender said so.
        content_digest: SHA-256 of the sealed body.
    """

    command_id: str
    case_id: str
    actor: Actor
    body: Body
    received_at: datetime
    expected_seq: int | None = None
    content_digest: str = ""


def parse_body(content: object) -> Body:
    """Return the body in *content* (a mapping with its ``kind``).

    Raises:
        pydantic.ValidationError: naming each field that cannot be used.
    """
    body: Body = _ANY.validate_python(content)
    return body
