"""``evolve``: what each event makes of a case. No rule is asked here: an event is a fact.

Evolving the whole trail of a case must give exactly the state that is stored beside it; ``trail verify`` checks it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import singledispatch
from typing import Any, Final, TypeAlias

from domain import events as e
from domain.appeals import Appeal, AppealMove, AppealOutcome, AppealState, appeal_after
from domain.case import Assessment, Case, Decision, Dismissal, Payment, PaymentState, Recommendation, swapped
from domain.changes import Change
from domain.claims import Claim, ClaimMove, claim_after
from domain.duties import AuditDuty, DutyMove, Ground, ReportDuty, duty_after
from domain.extensions import Extension
from domain.instants import local_day
from domain.lifecycle import Move, Stage, after
from domain.reversals import Reversal

#: Which event moves the case along the statechart. All others leave the stage alone.
MOVES: Final[dict[type[e.Event], Move]] = {
    e.Assigned: Move.ASSIGN,
    e.ReturnedForSupplement: Move.RETURN,
    e.Supplemented: Move.SUPPLEMENT,
    e.AssessmentResumed: Move.RESUME,
    e.Withdrawn: Move.WITHDRAW,
    e.Dismissed: Move.DISMISS,
    e.Assessed: Move.ASSESS,
    e.Recommended: Move.RECOMMEND,
    e.SentBack: Move.SEND_BACK,
    e.Granted: Move.GRANT,
    e.Rejected: Move.REJECT,
    e.PaymentAttested: Move.ORDER_PAYMENT,
    e.PaymentFailed: Move.FAIL_PAYMENT,
    e.Disbursed: Move.DISBURSE,
    e.EndedEarly: Move.END_EARLY,
    e.ReportsCompleted: Move.COMPLETE_REPORTS,
    e.AuditsCompleted: Move.COMPLETE_AUDITS,
    e.Refunded: Move.REFUND,
    e.Closed: Move.CLOSE,
    e.RefusalSetAside: Move.SET_ASIDE,
    e.Reopened: Move.REOPEN,
}


#: What the appeal body's answer does to an appeal: the decision stands, or the office has something to do.
_MEANS: Final[dict[AppealOutcome, AppealMove]] = {
    outcome: AppealMove.STAND if outcome is AppealOutcome.UPHELD else AppealMove.RULE
    for outcome in AppealOutcome
}

_Apply: TypeAlias = Callable[[Any, Case, datetime], Case]


class BrokenTrailError(Exception):
    """An event does not fit the case it stands on: the trail was tampered with, or the code is wrong."""


def evolve(case: Case | None, event: e.Event, *, case_id: str, at: datetime) -> Case:
    """Return *case* after *event*, which happened *at* (UTC). The first event of a case is ``Submitted``."""
    if isinstance(event, e.Submitted):
        if case is not None:
            msg = f"{case_id}: submitted twice"
            raise BrokenTrailError(msg)
        return _submitted(event, case_id, at)
    if case is None:
        msg = f"{case_id}: {type(event).__name__} before the application"
        raise BrokenTrailError(msg)
    changed = replace(_apply(event, case, at), seq=case.seq + 1)
    move = _move(event)
    return changed if move is None else _moved(changed, move, at)


def evolve_all(case_id: str, trail: Iterable[tuple[e.Event, datetime]]) -> Case | None:
    """Return the case that a whole *trail* of (event, instant) makes; None for an empty one."""
    case: Case | None = None
    for event, at in trail:
        case = evolve(case, event, case_id=case_id, at=at)
    return case


def _move(event: e.Event) -> Move | None:
    if isinstance(event, e.GrantYearEnded):
        return Move.CARRY_OVER if event.result == "carried_over" else None
    if isinstance(event, e.PaymentCancelled):
        return Move.CANCEL_PAYMENT if event.attested else None
    if isinstance(event, e.Reversed):
        return Move.ANNUL if event.amount_ore == 0 else None
    return MOVES.get(type(event))


def _moved(case: Case, move: Move, at: datetime) -> Case:
    stage = after(case.stage, move)
    if stage is None:
        msg = f"{case.case_id}: {move} is no way out of {case.stage}"
        raise BrokenTrailError(msg)
    if stage is case.stage:
        return case
    return replace(case, stage=stage, stage_since=at, path=(*case.path, stage))


def _submitted(event: e.Submitted, case_id: str, at: datetime) -> Case:
    return Case(
        case_id=case_id,
        seq=1,
        case_no=event.case_no,
        office=event.office,
        round_id=event.round_id,
        rule_set=event.rule_set,
        strand=event.strand,
        project_type=event.project_type,
        pot=event.pot,
        project_id=event.project_id,
        network_id=event.network_id,
        host=event.host,
        grant_year=event.grant_year,
        language=event.language,
        applied_ore=event.applied_ore,
        received_at=event.received_at,
        late=event.late,
        stage=Stage.SUBMITTED,
        stage_since=at,
        path=(Stage.SUBMITTED,),
        content_digest=event.content_digest,
        remarks=event.remarks,
        contact=event.contact,
        account=event.account,
        appeal_regime=event.appeal_regime,
        appeal_body=event.appeal_body,
        members=event.members,
        unanchored=event.unanchored,
        foreign_members=event.foreign_members,
        foster_home=event.foster_home,
    )


@singledispatch
def _apply(_event: e.Event, case: Case, _at: datetime) -> Case:
    """Apply what an event changes beside the stage; most events of the main axis change nothing else."""
    return case


def _on(kind: type[e.Event]) -> Callable[[_Apply], _Apply]:
    return _apply.register(kind)


@_on(e.ImpartialityDeclared)
def _(event: e.ImpartialityDeclared, case: Case, _at: datetime) -> Case:
    impartial = tuple(s for s in case.impartial if s != event.subject)
    disqualified = tuple(s for s in case.disqualified if s != event.subject)
    if event.impartial:
        return replace(case, impartial=(*impartial, event.subject), disqualified=disqualified)
    return replace(case, impartial=impartial, disqualified=(*disqualified, event.subject))


@_on(e.Assigned)
def _(event: e.Assigned, case: Case, _at: datetime) -> Case:
    return replace(case, officer=event.officer)


@_on(e.ReturnedForSupplement)
def _(event: e.ReturnedForSupplement, case: Case, _at: datetime) -> Case:
    return replace(case, supplements=case.supplements + 1, supplement_last_day=event.last_day, dismissal=None)


@_on(e.Supplemented)
def _(event: e.Supplemented, case: Case, _at: datetime) -> Case:
    same_account = event.account is None or (
        case.account is not None and event.account.digest == case.account.digest
    )
    return replace(
        case,
        applied_ore=event.applied_ore,
        supplement_last_day=None,
        dismissal=None,
        content_digest=event.content_digest,
        remarks=event.remarks,
        contact=event.contact or case.contact,
        account=event.account or case.account,
        account_confirmed=case.account_confirmed and same_account,
        members=event.members,
        unanchored=event.unanchored,
        foreign_members=event.foreign_members,
        foster_home=event.foster_home,
    )


@_on(e.AnchoringConfirmed)
def _(event: e.AnchoringConfirmed, case: Case, _at: datetime) -> Case:
    remarks = list(case.remarks)
    if event.municipality in case.unanchored:
        missed = (remark for remark in remarks if remark.split(":")[1] == "anchoring_missing")
        remarks.remove(next(missed))
    return replace(
        case,
        remarks=tuple(remarks),
        unanchored=tuple(one for one in case.unanchored if one != event.municipality),
        anchored_by_themselves=(*case.anchored_by_themselves, event.municipality),
    )


@_on(e.LateApplicationAccepted)
def _(_event: e.LateApplicationAccepted, case: Case, _at: datetime) -> Case:
    as_late = case.dismissal is not None and case.dismissal.ground == "late"
    return replace(case, late_accepted=True, dismissal=None if as_late else case.dismissal)


@_on(e.DismissalRecommended)
def _(event: e.DismissalRecommended, case: Case, _at: datetime) -> Case:
    return replace(case, dismissal=Dismissal(by=event.by, ground=event.ground))


@_on(e.Dismissed)
def _(_event: e.Dismissed, case: Case, _at: datetime) -> Case:
    return replace(case, dismissal=None)


@_on(e.AssessmentResumed)
def _(_event: e.AssessmentResumed, case: Case, _at: datetime) -> Case:
    return replace(case, supplement_last_day=None)


@_on(e.Assessed)
def _(event: e.Assessed, case: Case, _at: datetime) -> Case:
    return replace(
        case,
        assessment=Assessment(by=event.by, proposed_ore=event.proposed_ore),
        recommendation=None,
        dismissal=None,
    )


@_on(e.Ranked)
def _(event: e.Ranked, case: Case, _at: datetime) -> Case:
    return replace(case, place=event.place)


@_on(e.Recommended)
def _(event: e.Recommended, case: Case, _at: datetime) -> Case:
    recommendation = Recommendation(
        number=event.number,
        by=event.by,
        grant=event.grant,
        amount_ore=event.amount_ore,
        terms=event.terms,
        rejection_ground=event.rejection_ground,
        difference_reason=event.difference_reason,
    )
    return replace(case, recommendation=recommendation, recommendations=event.number)


@_on(e.Granted)
def _(event: e.Granted, case: Case, _at: datetime) -> Case:
    decision = Decision(
        number=event.decision_no,
        by=event.by,
        recommended_by=event.recommended_by,
        granted_ore=event.amount_ore,
        terms=event.terms,
        decided_at=event.decided_at,
        use_deadline=event.use_deadline,
    )
    letter = "L06" if event.amount_ore < event.applied_ore else "L05"
    return replace(
        case,
        decision=decision,
        decisions=event.decision_no,
        acceptance_last_day=event.acceptance_last_day,
        budget_last_day=event.budget_last_day,
        terms_accepted=False,
        letters_outstanding=(*case.letters_outstanding, letter),
    )


@_on(e.Rejected)
def _(event: e.Rejected, case: Case, _at: datetime) -> Case:
    return replace(case, decisions=event.decision_no, letters_outstanding=(*case.letters_outstanding, "L07"))


@_on(e.BudgetDelivered)
def _(_event: e.BudgetDelivered, case: Case, _at: datetime) -> Case:
    return replace(case, budget_delivered=True)


@_on(e.TermsAccepted)
def _(_event: e.TermsAccepted, case: Case, _at: datetime) -> Case:
    return replace(case, terms_accepted=True)


@_on(e.AccountConfirmed)
def _(event: e.AccountConfirmed, case: Case, _at: datetime) -> Case:
    return replace(case, account=event.account, account_confirmed=True)


@_on(e.ConditionMet)
def _(event: e.ConditionMet, case: Case, _at: datetime) -> Case:
    return replace(case, conditions_met=(*case.conditions_met, event.condition))


@_on(e.ConditionReopened)
def _(event: e.ConditionReopened, case: Case, _at: datetime) -> Case:
    return replace(case, conditions_met=tuple(one for one in case.conditions_met if one != event.condition))


@_on(e.LatePaymentAllowed)
def _(event: e.LatePaymentAllowed, case: Case, _at: datetime) -> Case:
    return replace(case, late_payment=event.reference)


@_on(e.PaymentOrdered)
def _(event: e.PaymentOrdered, case: Case, _at: datetime) -> Case:
    payment = Payment(
        number=event.payment_no, amount_ore=event.amount_ore, ordered_by=event.by, state=PaymentState.ORDERED
    )
    return replace(case, payments=(*case.payments, payment))


@_on(e.PaymentAttested)
def _(event: e.PaymentAttested, case: Case, _at: datetime) -> Case:
    return _payment(case, event.payment_no, state=PaymentState.ATTESTED, attested_by=event.by)


@_on(e.PaymentFailed)
def _(event: e.PaymentFailed, case: Case, _at: datetime) -> Case:
    # The account may be what was wrong: it is confirmed anew before the next order (E38).
    return replace(_payment(case, event.payment_no, state=PaymentState.FAILED), account_confirmed=False)


@_on(e.PaymentCancelled)
def _(event: e.PaymentCancelled, case: Case, _at: datetime) -> Case:
    return _payment(case, event.payment_no, state=PaymentState.CANCELLED)


@_on(e.Disbursed)
def _(event: e.Disbursed, case: Case, at: datetime) -> Case:
    paid = {"state": PaymentState.PAID, "voucher": event.voucher, "paid_on": event.paid_on}
    return replace(_payment(case, event.payment_no, **paid), use_since=at)


@_on(e.DisbursementCorrected)
def _(event: e.DisbursementCorrected, case: Case, _at: datetime) -> Case:
    said = {"voucher": event.voucher, "paid_on": event.paid_on}
    return _payment(case, event.payment_no, **_given(said))


def _given(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a correction says; what it leaves out stands."""
    return {name: value for name, value in said.items() if value is not None}


def _payment(case: Case, number: int, **changes: Any) -> Case:
    old = next((payment for payment in case.payments if payment.number == number), None)
    if old is None:
        msg = f"{case.case_id}: no payment {number}"
        raise BrokenTrailError(msg)
    return replace(case, payments=swapped(case.payments, old, replace(old, **changes)))


@_on(e.ThresholdEvaluated)
def _(event: e.ThresholdEvaluated, case: Case, _at: datetime) -> Case:
    return replace(
        case, threshold=event.result, threshold_basis_ore=event.basis_ore, near_limit=event.near_limit
    )


@_on(e.ReportDutyArose)
def _(event: e.ReportDutyArose, case: Case, at: datetime) -> Case:
    duty = ReportDuty(
        name=event.name,
        year=event.year,
        ground=event.ground,
        rule=event.rule,
        last_day=event.last_day,
        available_ore=event.available_ore,
        since=at,
        decision_no=case.decisions,
    )
    return replace(case, reports=(*case.reports, duty))


@_on(e.AuditDutyArose)
def _(event: e.AuditDutyArose, case: Case, at: datetime) -> Case:
    duty = AuditDuty(
        name=event.name,
        rule=event.rule,
        last_day=event.last_day,
        collected=event.collected,
        since=at,
        decision_no=case.decisions,
    )
    return replace(case, audits=(*case.audits, duty))


@_on(e.ProjectDutyNoted)
def _(event: e.ProjectDutyNoted, case: Case, _at: datetime) -> Case:
    noted = replace(case, duty_carried_by=event.carried_by_no, duty_in_doubt=False)
    if event.terms is None:
        return noted
    return replace(
        noted,
        project_terms=event.terms,
        threshold_basis_ore=event.basis_ore,
        letters_outstanding=(*case.letters_outstanding, "L18"),
    )


@_on(e.GrantYearEnded)
def _(_event: e.GrantYearEnded, case: Case, _at: datetime) -> Case:
    return replace(case, grant_year_ended=True)


@_on(e.UseDeadlinePassed)
def _(event: e.UseDeadlinePassed, case: Case, _at: datetime) -> Case:
    return replace(case, use_ended=True, use_ended_at=event.deadline)


@_on(e.LadderStepReached)
def _(event: e.LadderStepReached, case: Case, _at: datetime) -> Case:
    return replace(case, steps_done=(*case.steps_done, f"{event.clock}@{event.step}"))


@_on(e.UseAnswered)
def _(event: e.UseAnswered, case: Case, _at: datetime) -> Case:
    return replace(case, unspent_answer_ore=event.unspent_ore, unspent_answered_at=event.answered_at)


@_on(e.ExtensionAsked)
def _(event: e.ExtensionAsked, case: Case, _at: datetime) -> Case:
    asked = Extension(number=event.number, wanted_day=event.last_day)
    return replace(case, extension=asked, extensions=event.number)


@_on(e.DirectorateAsked)
def _(_event: e.DirectorateAsked, case: Case, at: datetime) -> Case:
    return replace(case, extension=replace(_extension(case), question_at=at))


@_on(e.DirectorateAnswered)
def _(event: e.DirectorateAnswered, case: Case, _at: datetime) -> Case:
    answered = replace(_extension(case), allowed=event.allowed, reference=event.reference)
    return replace(case, extension=answered)


@_on(e.DirectorateAnswerCorrected)
def _(event: e.DirectorateAnswerCorrected, case: Case, _at: datetime) -> Case:
    said = {"allowed": event.allowed, "reference": event.reference}
    return replace(case, extension=replace(_extension(case), **_given(said)))


@_on(e.UseExtended)
def _(event: e.UseExtended, case: Case, at: datetime) -> Case:
    if case.decision is None:
        msg = f"{case.case_id}: more time without a decision"
        raise BrokenTrailError(msg)
    day = {"final_report_last_day": event.final_report_last_day}
    terms = case.decision.terms.model_copy(update=day)
    return replace(
        case,
        decision=replace(case.decision, use_deadline=event.use_deadline, terms=terms),
        project_terms=case.project_terms and case.project_terms.model_copy(update=day),
        extension=None,
        use_extended=case.use_extended + 1,
        use_since=at,
        use_ended=False,
        use_ended_at=None,
    )


@_on(e.ExtensionDeclined)
def _(_event: e.ExtensionDeclined, case: Case, _at: datetime) -> Case:
    return replace(case, extension=None)


@_on(e.ChangeAsked)
def _(event: e.ChangeAsked, case: Case, _at: datetime) -> Case:
    return replace(case, change=Change(number=event.number), changes=event.number)


@_on(e.ChangeApproved)
def _(_event: e.ChangeApproved, case: Case, _at: datetime) -> Case:
    return replace(case, change=None, letters_outstanding=(*case.letters_outstanding, "L18"))


@_on(e.ChangeDeclined)
def _(_event: e.ChangeDeclined, case: Case, _at: datetime) -> Case:
    return replace(case, change=None, letters_outstanding=(*case.letters_outstanding, "L18"))


def _extension(case: Case) -> Extension:
    if case.extension is None:
        msg = f"{case.case_id}: nobody has asked for more time"
        raise BrokenTrailError(msg)
    return case.extension


@_on(e.TransferAsked)
def _(event: e.TransferAsked, case: Case, _at: datetime) -> Case:
    return replace(case, transfer_to=event.office)


@_on(e.TransferDeclined)
def _(_event: e.TransferDeclined, case: Case, _at: datetime) -> Case:
    return replace(case, transfer_to=None)


@_on(e.OfficeChanged)
def _(event: e.OfficeChanged, case: Case, _at: datetime) -> Case:
    # The officer and what one recommended belong to the office that had the case; what was granted stays in its frame.
    granted_by = case.granting_office or (case.office if case.decision is not None else None)
    moved = replace(case, office=event.office, officer=None, dismissal=None)
    return replace(moved, transfer_to=None, granting_office=granted_by)


@_on(e.HostChanged)
def _(event: e.HostChanged, case: Case, _at: datetime) -> Case:
    return replace(
        case,
        host=event.host,
        language=event.language,
        contact=event.contact,
        account=None,
        account_confirmed=False,
        letters_outstanding=(*case.letters_outstanding, "L18"),
    )


@_on(e.Reopened)
def _(event: e.Reopened, case: Case, _at: datetime) -> Case:
    return replace(case, reopenings=event.number)


@_on(e.EndedEarly)
def _(event: e.EndedEarly, case: Case, _at: datetime) -> Case:
    return replace(case, ended_early_on=event.end_day, audit_open=event.audit_open)


@_on(e.AuditChosen)
def _(_event: e.AuditChosen, case: Case, _at: datetime) -> Case:
    return replace(case, audit_open=None)


@_on(e.ReportDelivered)
def _(event: e.ReportDelivered, case: Case, _at: datetime) -> Case:
    return _report(
        case,
        event.duty,
        DutyMove.DELIVER,
        spent_ore=event.spent_ore,
        unused_ore=event.unused_ore,
        delivered_at=event.received_at,
        final=event.final,
        seconded_by=None,
    )


@_on(e.ReportReturned)
def _(event: e.ReportReturned, case: Case, at: datetime) -> Case:
    returns = _duty(case.report(event.duty), event.duty).returns + 1
    return _report(case, event.duty, DutyMove.SEND_BACK, last_day=event.last_day, returns=returns, since=at)


@_on(e.ReportSeconded)
def _(event: e.ReportSeconded, case: Case, _at: datetime) -> Case:
    old: ReportDuty = _duty(case.report(event.duty), event.duty)
    return replace(case, reports=swapped(case.reports, old, replace(old, seconded_by=event.by)))


@_on(e.ReportApproved)
def _(event: e.ReportApproved, case: Case, _at: datetime) -> Case:
    return _report(case, event.duty, DutyMove.APPROVE)


@_on(e.AuditDelivered)
def _(event: e.AuditDelivered, case: Case, _at: datetime) -> Case:
    return _audit(
        case, event.duty, DutyMove.DELIVER, amount_ore=event.amount_ore, delivered_at=event.received_at
    )


@_on(e.AuditReturned)
def _(event: e.AuditReturned, case: Case, at: datetime) -> Case:
    returns = _duty(case.audit(event.duty), event.duty).returns + 1
    return _audit(case, event.duty, DutyMove.SEND_BACK, last_day=event.last_day, returns=returns, since=at)


@_on(e.AuditAccepted)
def _(event: e.AuditAccepted, case: Case, _at: datetime) -> Case:
    more = event.difference_ore if event.applies == "auditor" else 0
    accepted = _audit(case, event.duty, DutyMove.APPROVE)
    return replace(accepted, audited_more_ore=case.audited_more_ore + more)


def _duty(found: Any, name: str) -> Any:
    if found is None:
        msg = f"no duty called {name}"
        raise BrokenTrailError(msg)
    return found


def _report(case: Case, name: str, move: DutyMove, **changes: Any) -> Case:
    old: ReportDuty = _duty(case.report(name), name)
    new = replace(old, state=_duty(duty_after(old.state, move), name), **changes)
    return replace(case, reports=swapped(case.reports, old, new))


def _audit(case: Case, name: str, move: DutyMove, **changes: Any) -> Case:
    old: AuditDuty = _duty(case.audit(name), name)
    new = replace(old, state=_duty(duty_after(old.state, move), name), **changes)
    return replace(case, audits=swapped(case.audits, old, new))


@_on(e.ClaimProposed)
def _(event: e.ClaimProposed, case: Case, _at: datetime) -> Case:
    claim = Claim(
        number=event.number,
        ground=event.ground,
        amount_ore=event.amount_ore,
        proposed_by=event.by,
        reason=event.reason,
    )
    return replace(case, claims=(*case.claims, claim))


@_on(e.ClaimNoticeGiven)
def _(event: e.ClaimNoticeGiven, case: Case, at: datetime) -> Case:
    return _claim(case, event.number, ClaimMove.GIVE_NOTICE, notice_at=at, notice_last_day=event.last_day)


@_on(e.ClaimReplied)
def _(event: e.ClaimReplied, case: Case, _at: datetime) -> Case:
    return _unmoved(case, event.number, replied=True)


@_on(e.ClaimDecided)
def _(event: e.ClaimDecided, case: Case, at: datetime) -> Case:
    changes = {"amount_ore": event.amount_ore, "due_day": event.due_day, "decided_at": at}
    return _claim(case, event.number, ClaimMove.DECIDE, **changes)


@_on(e.ClaimDeferred)
def _(event: e.ClaimDeferred, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    deferrals = claim.deferrals + 1 if claim else 1
    return _unmoved(case, event.number, due_day=event.due_day, deferrals=deferrals)


@_on(e.ClaimReduced)
def _(event: e.ClaimReduced, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    if claim is None:
        msg = f"{case.case_id}: no claim {event.number}"
        raise BrokenTrailError(msg)
    # No more is given up than is still claimed and has not come in.
    given_up = min(claim.written_off_ore, max(0, event.amount_ore - claim.received_ore))
    return _claim(
        case,
        event.number,
        _reducing(claim, event.amount_ore, given_up),
        amount_ore=event.amount_ore,
        reduced_ore=claim.reduced_ore + event.before_ore - event.amount_ore,
        written_off_ore=given_up,
    )


def _reducing(claim: Claim, amount_ore: int, given_up_ore: int) -> ClaimMove:
    """Return what a reduction does to a claim that runs: it goes on, is settled by what came in, or is gone."""
    if amount_ore == 0 and claim.received_ore == 0:
        return ClaimMove.LIFT
    settled = claim.outstanding_ore > 0 and amount_ore <= claim.received_ore + given_up_ore
    if settled:
        return ClaimMove.RECEIVE_REST if claim.received_ore else ClaimMove.WRITE_OFF
    return ClaimMove.REDUCE


@_on(e.ClaimDropped)
def _(event: e.ClaimDropped, case: Case, _at: datetime) -> Case:
    return _claim(case, event.number, ClaimMove.DROP)


@_on(e.ClaimInvoiced)
def _(event: e.ClaimInvoiced, case: Case, _at: datetime) -> Case:
    return _claim(case, event.number, ClaimMove.INVOICE, kid=event.kid)


@_on(e.RepaymentReceived)
def _(event: e.RepaymentReceived, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    if claim is None:
        msg = f"{case.case_id}: no claim {event.number}"
        raise BrokenTrailError(msg)
    received = claim.received_ore + event.amount_ore
    whole = event.amount_ore >= claim.outstanding_ore
    move = ClaimMove.RECEIVE_REST if whole else ClaimMove.RECEIVE_PART
    vouchers, sums = (*claim.vouchers, event.voucher), (*claim.sums, event.amount_ore)
    return _claim(case, event.number, move, received_ore=received, vouchers=vouchers, sums=sums)


@_on(e.RepaymentCorrected)
def _(event: e.RepaymentCorrected, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    if claim is None:
        msg = f"{case.case_id}: no claim {event.number}"
        raise BrokenTrailError(msg)
    more = (event.amount_ore or 0) - (event.noted_ore or 0)
    sums = tuple(
        one + (more if voucher == event.receipt else 0)
        for voucher, one in zip(claim.vouchers, claim.sums, strict=True)
    )
    vouchers = swapped(claim.vouchers, event.receipt, event.voucher or event.receipt)
    received = claim.received_ore + more
    return _unmoved(case, event.number, vouchers=vouchers, sums=sums, received_ore=received)


@_on(e.ClaimSentToCollection)
def _(event: e.ClaimSentToCollection, case: Case, at: datetime) -> Case:
    return _claim(case, event.number, ClaimMove.SEND_TO_COLLECTION, collection_at=at)


@_on(e.ClaimWrittenOff)
def _(event: e.ClaimWrittenOff, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    part = claim is not None and event.amount_ore < claim.outstanding_ore
    given_up = event.amount_ore + (claim.written_off_ore if claim else 0)
    move = ClaimMove.WRITE_OFF_PART if part else ClaimMove.WRITE_OFF
    return _claim(case, event.number, move, written_off_ore=given_up)


@_on(e.OverpaymentReturned)
def _(event: e.OverpaymentReturned, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    returned = event.amount_ore + (claim.returned_ore if claim else 0)
    vouchers = (*(claim.returns if claim else ()), event.voucher)
    return _unmoved(case, event.number, returned_ore=returned, returns=vouchers)


@_on(e.OverpaymentCorrected)
def _(event: e.OverpaymentCorrected, case: Case, _at: datetime) -> Case:
    claim = case.claim(event.number)
    vouchers = swapped(claim.returns, event.returned, event.voucher or event.returned) if claim else ()
    return _unmoved(case, event.number, returns=vouchers)


def _unmoved(case: Case, number: int, **changes: Any) -> Case:
    """Change a claim where it stands."""
    old = case.claim(number)
    if old is None:
        msg = f"{case.case_id}: no claim {number}"
        raise BrokenTrailError(msg)
    return replace(case, claims=swapped(case.claims, old, replace(old, **changes)))


def _claim(case: Case, number: int, move: ClaimMove, **changes: Any) -> Case:
    old = case.claim(number)
    state = None if old is None else claim_after(old.state, move)
    if old is None or state is None:
        msg = f"{case.case_id}: claim {number} cannot {move}"
        raise BrokenTrailError(msg)
    return replace(case, claims=swapped(case.claims, old, replace(old, state=state, **changes)))


@_on(e.Reminded)
def _(_event: e.Reminded, case: Case, at: datetime) -> Case:
    return replace(case, reminded_on=local_day(at))


@_on(e.PreliminaryReplySent)
def _(event: e.PreliminaryReplySent, case: Case, _at: datetime) -> Case:
    if event.appeal is None:
        return replace(case, preliminary_reply_sent=True)
    return _appeal(case, event.appeal, None, replied=True)


@_on(e.AppealFiled)
def _(event: e.AppealFiled, case: Case, _at: datetime) -> Case:
    appeal = Appeal(
        number=event.number,
        regime=event.regime,
        received_at=event.received_at,
        due_day=event.due_day,
        decided_at=event.decided_at,
        claim=event.claim,
        attachments=event.attachments,
    )
    filed = replace(case, appeals=(*case.appeals, appeal))
    return _appeal(filed, event.number, AppealMove.COME_LATE) if event.late else filed


@_on(e.LateAppealAccepted)
def _(event: e.LateAppealAccepted, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.ACCEPT)


@_on(e.AppealPrepared)
def _(event: e.AppealPrepared, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.PREPARE, prepared_by=event.by)


@_on(e.AppealUpheld)
def _(event: e.AppealUpheld, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.UPHOLD)


@_on(e.AppealForwarded)
def _(event: e.AppealForwarded, case: Case, at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.FORWARD, forwarded_at=at)


@_on(e.AppealDecided)
def _(event: e.AppealDecided, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, _MEANS[event.outcome], outcome=event.outcome)


@_on(e.AppealOutcomeCorrected)
def _(event: e.AppealOutcomeCorrected, case: Case, _at: datetime) -> Case:
    old = case.appeal(event.number)
    if old is None or event.outcome is None or event.outcome is old.outcome:
        return case
    # It is where it would have been, had the answer been registered right.
    asked = replace(case, appeals=swapped(case.appeals, old, replace(old, state=AppealState.FORWARDED)))
    return _appeal(asked, event.number, _MEANS[event.outcome], outcome=event.outcome)


@_on(e.AppealConcluded)
def _(event: e.AppealConcluded, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.CONCLUDE)


@_on(e.AppealDeclined)
def _(event: e.AppealDeclined, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.DECLINE)


@_on(e.AppealWithdrawn)
def _(event: e.AppealWithdrawn, case: Case, _at: datetime) -> Case:
    return _appeal(case, event.number, AppealMove.TAKE_BACK)


def _appeal(case: Case, number: int, move: AppealMove | None, **changes: Any) -> Case:
    old = case.appeal(number)
    state = None if old is None else old.state if move is None else appeal_after(old.state, move)
    if old is None or state is None:
        msg = f"{case.case_id}: appeal {number} cannot {move}"
        raise BrokenTrailError(msg)
    return replace(case, appeals=swapped(case.appeals, old, replace(old, state=state, **changes)))


@_on(e.ReversalRecommended)
def _(event: e.ReversalRecommended, case: Case, _at: datetime) -> Case:
    reversal = Reversal(
        number=event.number,
        by=event.by,
        ground=event.ground,
        amount_ore=event.amount_ore,
        terms=event.terms,
        detriment=event.detriment,
    )
    return replace(case, reversal=reversal, reversals=event.number)


@_on(e.ReversalNoticeGiven)
def _(event: e.ReversalNoticeGiven, case: Case, _at: datetime) -> Case:
    if case.reversal is None:
        msg = f"{case.case_id}: notice of no reversal"
        raise BrokenTrailError(msg)
    return replace(case, reversal=replace(case.reversal, reply_day=event.last_day))


@_on(e.ReversalDropped)
def _(_event: e.ReversalDropped, case: Case, _at: datetime) -> Case:
    return replace(case, reversal=None)


@_on(e.DutyLapsed)
def _(event: e.DutyLapsed, case: Case, _at: datetime) -> Case:
    if event.kind == "audit":
        return replace(case, audits=tuple(duty for duty in case.audits if duty.name != event.name))
    return replace(case, reports=tuple(duty for duty in case.reports if duty.name != event.name))


@_on(e.Reversed)
def _(event: e.Reversed, case: Case, _at: datetime) -> Case:
    if case.decision is None:
        msg = f"{case.case_id}: a reversal of no grant"
        raise BrokenTrailError(msg)
    decision = replace(
        case.decision,
        number=event.decision_no,
        by=event.by,
        recommended_by=event.recommended_by,
        granted_ore=event.amount_ore,
        terms=event.terms,
        decided_at=event.decided_at,
    )
    return replace(
        case,
        decision=decision,
        decisions=event.decision_no,
        project_terms=None,
        duty_in_doubt=False,
        budget_last_day=None if event.amount_ore >= case.applied_ore else case.budget_last_day,
        reversal=None,
        # A grant that is left is tried on the project's sum anew; one that is annulled has nothing to try.
        threshold=None if event.amount_ore else case.threshold,
        near_limit=case.near_limit and event.amount_ore > 0,
        letters_outstanding=(*case.letters_outstanding, "L16"),
    )


@_on(e.RefusalSetAside)
def _(event: e.RefusalSetAside, case: Case, _at: datetime) -> Case:
    return replace(
        case,
        decisions=event.decision_no,
        reversal=None,
        recommendation=None,
        letters_outstanding=(*case.letters_outstanding, "L16"),
    )


@_on(e.ProjectDutyLapsed)
def _(event: e.ProjectDutyLapsed, case: Case, _at: datetime) -> Case:
    carried = None if case.duty_carried_by == event.carried_by_no else case.duty_carried_by
    lapsed = replace(case, duty_carried_by=carried, duty_in_doubt=case.duty_in_doubt or event.own_stands)
    if case.project_terms is None:
        return lapsed
    # A report that was delivered before goes on by the terms it was asked for with.
    terms = case.project_terms if case.reports else None
    return replace(lapsed, project_terms=terms, threshold_basis_ore=case.granted_ore)


@_on(e.DutyKept)
def _(_event: e.DutyKept, case: Case, _at: datetime) -> Case:
    reports = tuple(
        replace(report, ground=Ground.DISCRETIONARY) if report.ground is Ground.STATUTORY else report
        for report in case.reports
    )
    return replace(case, reports=reports, duty_in_doubt=False)
