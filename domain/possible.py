"""What can be asked of a case now, and by whom: a help for people, not a decision. ``decide`` has the last word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.actors import Role
from domain.appeals import Appeal, AppealMove, AppealRegime, AppealState, appeal_after
from domain.authority import MAY
from domain.case import IN_USE, TERMINAL, UNDECIDED, Case, PaymentState
from domain.claims import Claim, ClaimMove, ClaimState, claim_after
from domain.duties import AuditDuty, DutyMove, DutyState, ReportDuty, duty_after
from domain.lifecycle import Move, Stage, moves
from domain.ranking import PLACEABLE

#: Moves that turn on more than the stage; every other move that is a command by its name is possible where the chart has it.
_GUARDED: Final = frozenset(
    {Move.DISMISS, Move.GRANT, Move.REJECT, Move.ORDER_PAYMENT, Move.CANCEL_PAYMENT, Move.CLOSE, Move.REOPEN}
)
_BY_NAME: Final = frozenset(move for move in Move if move.value in MAY) - _GUARDED

_REPORT: Final = {
    DutyMove.DELIVER: "deliver_report",
    DutyMove.SEND_BACK: "return_report",
    DutyMove.APPROVE: "approve_report",
}
_AUDIT: Final = {
    DutyMove.DELIVER: "deliver_audit",
    DutyMove.SEND_BACK: "return_audit",
    DutyMove.APPROVE: "accept_audit",
}
_APPEAL: Final = {
    AppealMove.ACCEPT: "accept_late_appeal",
    AppealMove.PREPARE: "prepare_appeal",
    AppealMove.FORWARD: "forward_appeal",
    AppealMove.RULE: "register_appeal_outcome",
    AppealMove.CONCLUDE: "conclude_appeal",
    AppealMove.DECLINE: "decline_appeal",
    AppealMove.TAKE_BACK: "withdraw_appeal",
}
_CLAIM: Final = {
    ClaimMove.GIVE_NOTICE: "give_claim_notice",
    ClaimMove.DECIDE: "decide_claim",
    ClaimMove.DROP: "drop_claim",
    ClaimMove.INVOICE: "invoice_claim",
    ClaimMove.SEND_TO_COLLECTION: "send_claim_to_collection",
    ClaimMove.RECEIVE_REST: "register_repayment",
    ClaimMove.WRITE_OFF: "write_off_claim",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """A command that the case can take.

    Args:
        command: Its name.
        about: The duty, claim, condition, payment or appeal it is about; None where it is about the case.
        roles: Who may send it.
    """

    command: str
    about: str | None
    roles: tuple[Role, ...]


def possible(case: Case) -> tuple[Possible, ...]:
    """Return every command that people can send the case as it stands, in the order of a case's life.

    What only its content, its day or its sender makes impossible is among them.
    """
    parts = (_axis, _money, _use, _duties, _claims, _waiting, _appeals, _reversal, _transfer, _corrections)
    order = list(MAY)
    listed = sorted((pair for part in parts for pair in part(case)), key=lambda pair: order.index(pair[0]))
    return tuple(
        Possible(command=command, about=about, roles=tuple(sorted(MAY[command][0])))
        for command, about in listed
    )


def _axis(case: Case) -> Iterator[tuple[str, str | None]]:
    yield "declare_impartiality", None
    yield from ((move.value, None) for move in moves(case.stage) & _BY_NAME)
    if case.stage in UNDECIDED and set(case.members.values()) - set(case.anchored_by_themselves):
        yield "confirm_anchoring", None
    if case.late_undecided:
        yield "accept_late_application", None
    if Move.DISMISS in moves(case.stage):
        yield "recommend_dismissal", None
        if case.dismissal is not None:
            yield "dismiss", None
    if case.stage in PLACEABLE:
        yield "rank", None
    if case.stage is Stage.AWAITING_APPROVAL and case.recommendation is not None:
        yield "grant" if case.recommendation.grant else "reject", None
    if case.may_be_reopened and Move.REOPEN in moves(case.stage):
        yield "reopen", None


def _money(case: Case) -> Iterator[tuple[str, str | None]]:
    yield from (("meet_condition", name) for name, _blocks in case.open_conditions)
    payment = case.open_payment
    if payment is None:
        if case.stage is Stage.GRANTED:
            yield "confirm_account", None
            if case.is_lapsed and case.reversal is None:
                yield "allow_late_payment", None
            if case.awaits_acceptance:
                yield "accept_terms", None
            elif case.account_confirmed and not case.is_lapsed and not case.open_conditions:
                yield "order_payment", None
        return
    yield "cancel_payment", None
    if payment.state is PaymentState.ORDERED:
        yield "attest_payment", None
    else:
        yield "register_disbursement", None
        yield "register_payment_fault", None


def _use(case: Case) -> Iterator[tuple[str, str | None]]:
    if case.awaits_budget:
        yield "deliver_budget", None
    claims_open = any(claim.is_open for claim in case.claims)
    if case.stage in IN_USE and not claims_open:
        yield "answer_use", None
    if case.paid_ore > case.claimed_ore and case.stage not in {Stage.CLOSED, Stage.REFUNDED}:
        yield "propose_claim", None
    yield from _extension(case)
    if case.open_change is not None:
        yield "approve_change", None
        yield "decline_change", None
    elif case.may_be_changed:
        yield "ask_change", None
    if case.audit_open is not None:
        yield "choose_audit", None
    told = case.use_is_over and case.unclaimed_ore == 0 and not claims_open and not case.duties_open
    if case.stage in IN_USE and told:
        yield "close", None
    if case.stage is Stage.REOPENED and not claims_open and case.unclaimed_ore == 0:
        yield "close", None


def _extension(case: Case) -> Iterator[tuple[str, str | None]]:
    asked = case.open_extension
    if asked is None:
        if case.may_be_extended:
            yield "ask_extension", None
        return
    yield "decline_extension", None
    if asked.question_at is None:
        yield "ask_directorate", None
    elif asked.allowed is None:
        yield "register_directorate_answer", None
    elif asked.allowed:
        yield "extend_use", None


def _duties(case: Case) -> Iterator[tuple[str, str | None]]:
    if not case.paid_ore:
        return
    for report in case.reports:
        yield from ((_REPORT[move], report.name) for move in _of_duty(report))
        if report.state is DutyState.DELIVERED:
            yield "second_report", report.name
    for audit in case.audits:
        first = any(one.is_open and (audit.collected or one.name == audit.name) for one in case.reports)
        yield from (
            (_AUDIT[move], audit.name) for move in _of_duty(audit) if not (first and move is DutyMove.APPROVE)
        )


def _of_duty(duty: ReportDuty | AuditDuty) -> Iterator[DutyMove]:
    return (move for move in DutyMove if duty_after(duty.state, move) is not None)


def _claims(case: Case) -> Iterator[tuple[str, str | None]]:
    for claim in case.claims:
        yield from (
            (command, str(claim.number))
            for move, command in _CLAIM.items()
            if claim_after(claim.state, move) is not None and not _unheard(case, claim, move)
        )
        if claim.state is ClaimState.NOTICED:
            yield "reply_to_claim", str(claim.number)
        if claim.overpaid_ore:
            yield "return_overpayment", str(claim.number)
        if claim.is_decided and claim.outstanding_ore and claim.state is not ClaimState.IN_COLLECTION:
            yield "defer_claim", str(claim.number)
        yield from ((command, str(claim.number)) for command in _against(case, claim))


def _waiting(case: Case) -> Iterator[tuple[str, str | None]]:
    """The municipality is to answer, deliver or pay."""
    reports = any(report.awaits_grantee for report in case.reports)
    duties = bool(case.paid_ore) and (reports or any(audit.awaits_grantee for audit in case.audits))
    owed = any(claim.outstanding_ore and claim.due_day for claim in case.claims)
    untold = case.stage in IN_USE and case.use_is_over and not case.use_is_told
    if case.stage is Stage.RETURNED or case.awaits_acceptance or duties or owed or untold:
        yield "remind", None


def _against(case: Case, claim: Claim) -> Iterator[str]:
    """Return what is done with a decided claim to the municipality's benefit (T36, T40, L-26)."""
    appeal = case.open_appeal(claim.number)
    if not claim.is_decided:
        return
    if appeal is None:
        yield "file_appeal"
    if claim.amount_ore and (appeal is None or appeal.state is AppealState.RULED):
        yield "reduce_claim"


def _unheard(case: Case, claim: Claim, move: ClaimMove) -> bool:
    """Say whether the municipality must be heard before *move*."""
    return move is ClaimMove.DECIDE and claim.state is ClaimState.PROPOSED and case.needs_notice(claim)


def _appeals(case: Case) -> Iterator[tuple[str, str | None]]:
    if case.stage in UNDECIDED:
        yield "send_preliminary_reply", None
    if case.decided_at is not None and case.open_appeal(None) is None:
        yield "file_appeal", None
    for appeal in case.appeals:
        yield from ((command, str(appeal.number)) for command in _of_appeal(case, appeal))


def _of_appeal(case: Case, appeal: Appeal) -> Iterator[str]:
    if appeal.is_with_us:
        yield "send_preliminary_reply"
    formal = appeal.regime is AppealRegime.INDIVIDUAL_DECISION
    under_review = appeal.state is AppealState.UNDER_REVIEW
    for move, command in _APPEAL.items():
        # In time, a formal appeal is forwarded and a request declined (fvl. § 33, L-24).
        elsewhere = under_review and move is (AppealMove.DECLINE if formal else AppealMove.FORWARD)
        if appeal_after(appeal.state, move) is not None and not elsewhere:
            yield command
    recommended = case.reversal is not None and not case.reversal.detriment and case.may_be_reversed
    if under_review and (appeal.claim is not None or recommended):
        yield "uphold_appeal"


def _reversal(case: Case) -> Iterator[tuple[str, str | None]]:
    if case.duty_to_confirm:
        yield "keep_duty", None
    reversal = case.reversal
    if reversal is None:
        if case.may_be_reversed:
            yield "recommend_reversal", None
        return
    yield "drop_reversal", None
    if reversal.needs_notice and reversal.reply_day is None:
        yield "give_reversal_notice", None
    elif case.may_be_reversed:
        yield "reverse", None


def _corrections(case: Case) -> Iterator[tuple[str, str | None]]:
    """What was noted can be said anew: what stops it then is told with its reason."""
    if case.stage not in TERMINAL or case.paid_ore:
        yield from (("reopen_condition", name) for name in case.conditions_met)
    paid = (payment for payment in case.payments if payment.state is PaymentState.PAID)
    yield from (("correct_disbursement", str(payment.number)) for payment in paid)
    yield from (("correct_repayment", str(claim.number)) for claim in case.claims if claim.vouchers)
    yield from (("correct_overpayment", str(claim.number)) for claim in case.claims if claim.returns)
    yield from (("correct_appeal_outcome", str(one.number)) for one in case.appeals if one.outcome)
    asked = case.open_extension
    if asked is not None and asked.allowed is not None:
        yield "correct_directorate_answer", None


def _transfer(case: Case) -> Iterator[tuple[str, str | None]]:
    if case.transfer_to is not None:
        yield "decline_transfer", None
    if case.may_be_transferred:
        yield "ask_transfer" if case.transfer_to is None else "accept_transfer", None
    if not case.finished and case.open_payment is None:
        yield "change_host", None
