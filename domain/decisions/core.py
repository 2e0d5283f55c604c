"""The one door into the rules: ``decide`` finds the decision, asks for authority, and lets what follows follow."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeAlias

from domain import commands as c
from domain import events as e
from domain.authority import check_authority, check_impartial, office_asked
from domain.case import Case
from domain.decisions import (
    appealing,
    approval,
    assessment,
    changing,
    correcting,
    extending,
    intake,
    linked,
    money_back,
    payment,
    reversing,
    transferring,
    use,
)
from domain.decisions.context import Context
from domain.decisions.reminding import remind
from domain.decisions.reopening import reopen
from domain.decisions.settle import settled
from domain.facts import Facts
from domain.refusal import Refused
from domain.ruleset import RuleSet

_Decision: TypeAlias = Callable[[Context[Any]], list[e.Event]]

_DECISIONS: Final[dict[type[c.Body], _Decision]] = {
    c.DeclareImpartiality: intake.declare_impartiality,
    c.Assign: intake.assign,
    c.ReturnForSupplement: intake.return_for_supplement,
    c.Supplement: intake.supplement,
    c.ConfirmAnchoring: intake.confirm_anchoring,
    c.ResumeAssessment: intake.resume_assessment,
    c.Withdraw: intake.withdraw,
    c.AcceptLateApplication: intake.accept_late_application,
    c.RecommendDismissal: intake.recommend_dismissal,
    c.Dismiss: intake.dismiss,
    c.Assess: assessment.assess,
    c.Rank: assessment.rank,
    c.Recommend: assessment.recommend,
    c.SendBack: assessment.send_back,
    c.Grant: approval.grant,
    c.Reject: approval.reject,
    c.AcceptTerms: payment.accept_terms,
    c.DeliverBudget: payment.deliver_budget,
    c.ConfirmAccount: payment.confirm_account,
    c.MeetCondition: payment.meet_condition,
    c.ReopenCondition: correcting.reopen_condition,
    c.AllowLatePayment: payment.allow_late_payment,
    c.OrderPayment: payment.order_payment,
    c.AttestPayment: payment.attest_payment,
    c.CancelPayment: payment.cancel_payment,
    c.RegisterDisbursement: payment.register_disbursement,
    c.CorrectDisbursement: correcting.correct_disbursement,
    c.RegisterPaymentFault: payment.register_payment_fault,
    c.AnswerUse: use.answer_use,
    c.DeliverReport: use.deliver_report,
    c.ReturnReport: use.return_report,
    c.SecondReport: use.second_report,
    c.ApproveReport: use.approve_report,
    c.DeliverAudit: use.deliver_audit,
    c.ReturnAudit: use.return_audit,
    c.AcceptAudit: use.accept_audit,
    c.EndEarly: use.end_early,
    c.ChooseAudit: use.choose_audit,
    c.AskExtension: extending.ask_extension,
    c.AskDirectorate: extending.ask_directorate,
    c.RegisterDirectorateAnswer: extending.register_directorate_answer,
    c.CorrectDirectorateAnswer: correcting.correct_directorate_answer,
    c.ExtendUse: extending.extend_use,
    c.DeclineExtension: extending.decline_extension,
    c.AskChange: changing.ask_change,
    c.ApproveChange: changing.approve_change,
    c.DeclineChange: changing.decline_change,
    c.ProposeClaim: money_back.propose_claim,
    c.GiveClaimNotice: money_back.give_claim_notice,
    c.ReplyToClaim: money_back.reply_to_claim,
    c.DecideClaim: money_back.decide_claim,
    c.DropClaim: money_back.drop_claim,
    c.DeferClaim: money_back.defer_claim,
    c.ReduceClaim: money_back.reduce_claim,
    c.InvoiceClaim: money_back.invoice_claim,
    c.RegisterRepayment: money_back.register_repayment,
    c.CorrectRepayment: correcting.correct_repayment,
    c.CorrectOverpayment: correcting.correct_overpayment,
    c.SendClaimToCollection: money_back.send_claim_to_collection,
    c.ReturnOverpayment: money_back.return_overpayment,
    c.WriteOffClaim: money_back.write_off_claim,
    c.Close: money_back.close,
    c.Remind: remind,
    c.SendPreliminaryReply: appealing.send_preliminary_reply,
    c.FileAppeal: appealing.file_appeal,
    c.AcceptLateAppeal: appealing.accept_late_appeal,
    c.PrepareAppeal: appealing.prepare_appeal,
    c.UpholdAppeal: reversing.uphold_appeal,
    c.ForwardAppeal: appealing.forward_appeal,
    c.RegisterAppealOutcome: appealing.register_appeal_outcome,
    c.CorrectAppealOutcome: correcting.correct_appeal_outcome,
    c.ConcludeAppeal: appealing.conclude_appeal,
    c.DeclineAppeal: appealing.decline_appeal,
    c.WithdrawAppeal: appealing.withdraw_appeal,
    c.RecommendReversal: reversing.recommend_reversal,
    c.GiveReversalNotice: reversing.give_reversal_notice,
    c.Reverse: reversing.reverse,
    c.DropReversal: reversing.drop_reversal,
    c.AskTransfer: transferring.ask_transfer,
    c.AcceptTransfer: transferring.accept_transfer,
    c.DeclineTransfer: transferring.decline_transfer,
    c.ChangeHost: transferring.change_host,
    c.Reopen: reopen,
    c.NoteProjectDuty: linked.note_project_duty,
    c.NoteProjectDutyLapsed: linked.note_project_duty_lapsed,
    c.KeepDuty: linked.keep_duty,
}


def decide(
    case: Case | None, command: c.Command, facts: Facts, rules: RuleSet, now: datetime
) -> list[e.Event]:
    """Return the events that *command* makes of *case*.

    Args:
        case: The case as it is; None when it does not exist yet.
        command: Who asks for what.
        facts: What was read under locks for this decision.
        rules: The rule set that the case, or the round, is pinned to.
        now: The instant the decision counts from (UTC).

    Returns:
        At least one event, in the order they happened.

    Raises:
        Refused: with a stable code, what the words need, and the rule key.
    """
    body = command.body
    if isinstance(body, c.Submit):
        if case is not None:
            raise Refused("already_submitted", "T03", case_no=case.case_no)
        return [*intake.submit(command, body, facts, rules, now)]
    if case is None:
        raise Refused("no_such_case", "T03")
    kind: str = type(body).model_fields["kind"].default
    # Anchoring is each member's own (B21-22, R26-13); everything else is the host's to say.
    member = isinstance(body, c.ConfirmAnchoring) and command.actor.unit in case.members
    host = command.actor.unit if member else case.host
    office = office_asked(case, kind, command.actor.unit)
    check_authority(kind, command.actor, office=office, host=host)
    if not isinstance(body, c.DeclareImpartiality):
        check_impartial(case, command.actor)
    context = Context(case=case, body=body, command=command, facts=facts, rules=rules, now=now)
    return settled(case, _DECISIONS[type(body)](context), now)
