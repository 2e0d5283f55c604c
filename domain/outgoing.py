"""What leaves the house because of an event: messages, payment orders, and commands to other cases.

Only ids, codes, amounts, days and instants stand here; the words, the address and the account are fetched when the
message is made. Clocks send reminders and receipts; every letter with a consequence is outstanding until a person
sends it (DOMAIN §2.6, §2.7).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch
from typing import Any, Final

from domain import events as e
from domain.case import Case
from domain.claims import WriteOffGround
from domain.instants import last_day
from domain.ruleset import Act
from domain.terms import INTERNAL, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One row for the outbox.

    Args:
        kind: ``message``, ``payment_order``, ``payment_cancellation`` or ``command``.
        payload: Plain JSON values: ids, codes, øre, ISO days and instants.
    """

    kind: str
    payload: Mapping[str, Any]


#: Reminders by the clock they come from: the letter's code, and the word for what is due.
_REMINDERS: Final = {
    "supplement": "supplement_reminder",
    "acceptance": "acceptance_reminder",
    "budget": "budget_reminder",
    "use": "L09",
    "use_question": "L09",
    "report": "L10",
    "audit": "L10",
    "claim": "L11",
}

#: The reminder that comes some days after the deadline.
_LATE_REMINDERS: Final = dict.fromkeys(_REMINDERS, "L11")


#: What a letter says of reports and statements, without the reasons: those are internal (R26-56).
_DUTY_TERMS: Final = {
    "reporting",
    "report_last_day",
    "final_report_last_day",
    "audit",
    "audit_last_day",
    "interest_and_vat",
}


def outgoing(event: e.Event, case: Case) -> tuple[Outgoing, ...]:
    """Return everything that *event* sends; *case* is the case after it."""
    return tuple(_out(event, case))


def _appeal_day(case: Case, decided_at: datetime | None) -> str | None:
    last_day = case.last_appeal_day(decided_at)
    return None if last_day is None else last_day.isoformat()


def _acceptance_day(case: Case) -> str | None:
    """Return until when the terms are to be accepted, where the payment waits for it (T15)."""
    asked = case.acceptance_last_day if case.awaits_acceptance else None
    return asked.isoformat() if asked else None


def _appeal_body(case: Case) -> str | None:
    """Return what the appeal body is called in the case's language; None where it is the directorate (L-25)."""
    body = case.appeal_body
    return None if body is None else body.nn if case.language == "nn" else body.nb


def _message(letter: str, case: Case, **params: Any) -> Outgoing:
    payload = {
        "letter": letter,
        "language": case.language,
        "contact": case.contact.ref if case.contact else None,
        "host": case.host,
        "office": case.office,
        "case_no": case.case_no,
        "grant_year": case.grant_year,
        "params": params,
    }
    return Outgoing(kind="message", payload=payload)


def _terms(terms: Terms) -> dict[str, Any]:
    return terms.model_dump(mode="json", exclude={*INTERNAL, "added_questions"})


@singledispatch
def _out(_event: e.Event, _case: Case) -> Iterator[Outgoing]:
    """Most events stay in the house."""
    return iter(())


def _on(
    kind: type[e.Event],
) -> Callable[[Callable[..., Iterator[Outgoing]]], Callable[..., Iterator[Outgoing]]]:
    return _out.register(kind)


@_on(e.Submitted)
def _(event: e.Submitted, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L02", case, received_at=event.received_at.isoformat(), applied_ore=event.applied_ore, late=event.late
    )


@_on(e.Supplemented)
def _(event: e.Supplemented, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L02", case, received_at=event.received_at.isoformat(), applied_ore=event.applied_ore, late=False
    )


@_on(e.ReturnedForSupplement)
def _(event: e.ReturnedForSupplement, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L04",
        case,
        deficiencies=list(event.deficiencies),
        explanation_ref=event.explanation.ref,
        last_day=event.last_day.isoformat(),
    )


@_on(e.Withdrawn)
def _(_event: e.Withdrawn, case: Case) -> Iterator[Outgoing]:
    yield _message("L19", case)


@_on(e.Dismissed)
def _(event: e.Dismissed, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L08",
        case,
        ground=event.ground,
        reason_ref=event.reason.ref,
        appeal_regime=case.appeal_regime.value,
        appeal_body=_appeal_body(case),
        appeal_day=_appeal_day(case, case.decided_at),
    )


@_on(e.Granted)
def _(event: e.Granted, case: Case) -> Iterator[Outgoing]:
    added = event.terms.added_questions
    why = case.recommendation.difference_reason if case.recommendation else None
    yield _message(
        "L06" if event.amount_ore < event.applied_ore else "L05",
        case,
        decision_no=event.decision_no,
        amount_ore=event.amount_ore,
        applied_ore=event.applied_ore,
        more=event.amount_ore > event.applied_ore,
        difference_reason_ref=why.ref if why else None,
        use_last_day=last_day(event.use_deadline).isoformat(),
        acceptance_day=_acceptance_day(case),
        budget_day=event.budget_last_day.isoformat() if event.budget_last_day else None,
        terms=_terms(event.terms),
        added_questions_ref=None if added is None else added.ref,
        appeal_regime=case.appeal_regime.value,
        appeal_body=_appeal_body(case),
        appeal_day=_appeal_day(case, case.decided_at),
    )


@_on(e.Rejected)
def _(event: e.Rejected, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L07",
        case,
        decision_no=event.decision_no,
        ground=event.ground,
        reason_ref=event.reason.ref,
        appeal_regime=case.appeal_regime.value,
        appeal_body=_appeal_body(case),
        appeal_day=_appeal_day(case, case.decided_at),
    )


@_on(e.PaymentAttested)
def _(event: e.PaymentAttested, case: Case) -> Iterator[Outgoing]:
    payload = {
        "case_no": case.case_no,
        "office": case.office,
        "payment_no": event.payment_no,
        "amount_ore": event.amount_ore,
        "payee": case.host,
        "account": event.account.ref,
        "pot": case.pot,
        "grant_year": case.grant_year,
    }
    yield Outgoing(kind="payment_order", payload=payload)


@_on(e.PaymentCancelled)
def _(event: e.PaymentCancelled, case: Case) -> Iterator[Outgoing]:
    if event.attested:
        payload = {"case_no": case.case_no, "office": case.office, "payment_no": event.payment_no}
        yield Outgoing(kind="payment_cancellation", payload=payload)


@_on(e.Disbursed)
def _(event: e.Disbursed, case: Case) -> Iterator[Outgoing]:
    yield _message("payment", case, amount_ore=event.amount_ore, paid_on=event.paid_on.isoformat())


@_on(e.DisbursementCorrected)
def _(event: e.DisbursementCorrected, case: Case) -> Iterator[Outgoing]:
    if event.paid_on is not None:
        yield _message("payment_corrected", case, paid_on=event.paid_on.isoformat())


def _of_duties(case: Case) -> dict[str, Any] | None:
    """Return what the letter says of reports and statements."""
    return case.duty_terms.model_dump(mode="json", include=_DUTY_TERMS) if case.duty_terms else None


@_on(e.ThresholdEvaluated)
def _(event: e.ThresholdEvaluated, case: Case) -> Iterator[Outgoing]:
    body = {
        "kind": "note_project_duty",
        "carried_by": case.case_id,
        "carried_by_no": case.case_no,
        "basis_ore": event.basis_ore,
        "rule": event.rule,
        "terms": _of_duties(case),
    }
    for other in event.other_cases:
        yield Outgoing(kind="command", payload={"case_id": other, "body": body})
    if event.near_limit:
        yield _message("near_limit", case, basis_ore=event.basis_ore, limit_ore=event.limit_ore)


@_on(e.ProjectDutyNoted)
def _(event: e.ProjectDutyNoted, case: Case) -> Iterator[Outgoing]:
    asked = event.terms and event.terms.model_dump(mode="json", include=_DUTY_TERMS)
    yield _message(
        "project_duty",
        case,
        carried_by_no=event.carried_by_no,
        basis_ore=event.basis_ore,
        asks_more=asked is not None,
        terms=asked or dict.fromkeys(sorted(_DUTY_TERMS)),
    )


@_on(e.GrantYearEnded)
def _(event: e.GrantYearEnded, case: Case) -> Iterator[Outgoing]:
    if event.result == "carried_over" and case.decision is not None:
        day = last_day(case.decision.use_deadline).isoformat()
        yield _message("L09", case, clock="use", last_day=day)


@_on(e.UseDeadlinePassed)
def _(event: e.UseDeadlinePassed, case: Case) -> Iterator[Outgoing]:
    if event.result == "ask":
        yield _message("use_question", case, paid_ore=event.paid_ore)


@_on(e.LadderStepReached)
def _(event: e.LadderStepReached, case: Case) -> Iterator[Outgoing]:
    clock = event.clock.partition(":")[0]
    reminders = _LATE_REMINDERS if event.step.startswith("+") else _REMINDERS
    if event.act is Act.REMIND_GRANTEE and not event.overtaken and clock in reminders:
        yield _message(
            reminders[clock],
            case,
            clock=clock,
            last_day=last_day(event.deadline).isoformat(),
            passed=not event.step.startswith("-"),
            answer_day=event.answer_day.isoformat() if event.answer_day else None,
        )


@_on(e.Reminded)
def _(event: e.Reminded, case: Case) -> Iterator[Outgoing]:
    clock, day = event.clock.partition(":")[0], last_day(event.deadline)
    passed = case.reminded_on is not None and case.reminded_on > day
    code = (_LATE_REMINDERS if passed else _REMINDERS)[clock]
    yield _message(code, case, clock=clock, last_day=day.isoformat(), passed=passed, answer_day=None)


@_on(e.ReportReturned)
def _(event: e.ReportReturned, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L04", case, deficiencies=[], explanation_ref=event.reason.ref, last_day=event.last_day.isoformat()
    )


@_on(e.AuditReturned)
def _(event: e.AuditReturned, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L04", case, deficiencies=[], explanation_ref=event.reason.ref, last_day=event.last_day.isoformat()
    )


@_on(e.ReportApproved)
def _(event: e.ReportApproved, case: Case) -> Iterator[Outgoing]:
    yield _message("L12", case, duty=event.duty)


@_on(e.EndedEarly)
def _(event: e.EndedEarly, case: Case) -> Iterator[Outgoing]:
    days = sorted(audit.last_day.isoformat() for audit in case.audits if audit.is_open)
    yield _message(
        "ended_early", case, end_day=event.end_day.isoformat(), audit_last_day=days[0] if days else None
    )


@_on(e.AuditChosen)
def _(event: e.AuditChosen, case: Case) -> Iterator[Outgoing]:
    """Say what was chosen, not why: the reason is the house's own, as for every such choice (E1)."""
    day = min((audit.last_day for audit in case.audits if audit.is_open), default=None)
    yield _message("audit_chosen", case, audit_last_day=day.isoformat() if day and event.required else None)


@_on(e.ClaimNoticeGiven)
def _(event: e.ClaimNoticeGiven, case: Case) -> Iterator[Outgoing]:
    claim = case.claim(event.number)
    reason = claim.reason.ref if claim and claim.reason else None
    yield _message(
        "claim_notice",
        case,
        amount_ore=event.amount_ore,
        ground=claim.ground.value if claim else None,
        last_day=event.last_day.isoformat(),
        reason_ref=reason,
    )


@_on(e.OverpaymentReturned)
def _(event: e.OverpaymentReturned, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "overpayment_returned", case, amount_ore=event.amount_ore, returned_on=event.returned_on.isoformat()
    )


@_on(e.RepaymentCorrected)
def _(event: e.RepaymentCorrected, case: Case) -> Iterator[Outgoing]:
    claim, day = case.claim(event.number), event.received_on
    if claim is None or day is None:
        return
    rungs = (f"claim:{claim.number}@", f"claim:{claim.number}:")
    reminded = any(step.startswith(rungs) for step in case.steps_done)
    in_time = claim.due_day is not None and day <= claim.due_day
    if in_time and (reminded or claim.collection_at is not None):
        yield _message("repayment_corrected", case, received_on=day.isoformat())


@_on(e.OverpaymentCorrected)
def _(event: e.OverpaymentCorrected, case: Case) -> Iterator[Outgoing]:
    if event.returned_on is not None:
        yield _message("overpayment_corrected", case, returned_on=event.returned_on.isoformat())


@_on(e.ClaimSentToCollection)
def _(event: e.ClaimSentToCollection, case: Case) -> Iterator[Outgoing]:
    yield _message("collection", case, outstanding_ore=event.outstanding_ore)


@_on(e.ClaimWrittenOff)
def _(event: e.ClaimWrittenOff, case: Case) -> Iterator[Outgoing]:
    # What is only written off is still owed.
    claim = case.claim(event.number)
    if event.ground is WriteOffGround.WAIVED and claim is not None:
        yield _message(
            "claim_waived",
            case,
            amount_ore=event.amount_ore,
            outstanding_ore=claim.outstanding_ore,
            whole=claim.outstanding_ore == 0,
        )


@_on(e.ClaimDecided)
def _(event: e.ClaimDecided, case: Case) -> Iterator[Outgoing]:
    claim = case.claim(event.number)
    yield _message(
        "L14",
        case,
        amount_ore=event.amount_ore,
        due_day=event.due_day.isoformat(),
        appeal_regime=case.appeal_regime.value,
        appeal_body=_appeal_body(case),
        appeal_day=_appeal_day(case, claim.decided_at if claim else None),
    )


@_on(e.ClaimDeferred)
def _(event: e.ClaimDeferred, case: Case) -> Iterator[Outgoing]:
    yield _message("claim_deferred", case, due_day=event.due_day.isoformat(), reason_ref=event.reason.ref)


@_on(e.ClaimReduced)
def _(event: e.ClaimReduced, case: Case) -> Iterator[Outgoing]:
    claim = case.claim(event.number)
    overpaid = claim.overpaid_ore if claim else 0
    yield _message(
        "claim_reduced",
        case,
        before_ore=event.before_ore,
        amount_ore=event.amount_ore,
        lifted=event.amount_ore == 0,
        overpaid_ore=overpaid,
        paid_back=overpaid > 0,
    )


@_on(e.Refunded)
def _(event: e.Refunded, case: Case) -> Iterator[Outgoing]:
    yield _message("L15", case, refunded_ore=event.refunded_ore)


@_on(e.UseExtended)
def _(event: e.UseExtended, case: Case) -> Iterator[Outgoing]:
    day = event.final_report_last_day
    yield _message(
        "extension",
        case,
        use_last_day=last_day(event.use_deadline).isoformat(),
        final_report_last_day=day.isoformat() if day and case.reports else None,
    )


@_on(e.ExtensionDeclined)
def _(event: e.ExtensionDeclined, case: Case) -> Iterator[Outgoing]:
    yield _message("extension_declined", case, reason_ref=event.reason.ref)


@_on(e.ChangeApproved)
def _(event: e.ChangeApproved, case: Case) -> Iterator[Outgoing]:
    yield _message("change_approved", case, number=event.number)


@_on(e.ChangeDeclined)
def _(event: e.ChangeDeclined, case: Case) -> Iterator[Outgoing]:
    yield _message("change_declined", case, reason_ref=event.reason.ref)


@_on(e.OfficeChanged)
def _(_event: e.OfficeChanged, case: Case) -> Iterator[Outgoing]:
    yield _message("office_changed", case)


@_on(e.HostChanged)
def _(event: e.HostChanged, case: Case) -> Iterator[Outgoing]:
    yield _message("host_changed", case, reason_ref=event.reason.ref, unpaid=not case.paid_ore)


@_on(e.Reopened)
def _(event: e.Reopened, case: Case) -> Iterator[Outgoing]:
    yield _message("reopened", case, reason_ref=event.reason.ref, source=event.source)


@_on(e.Closed)
def _(_event: e.Closed, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L20", case, granted_ore=case.granted_ore, paid_ore=case.paid_ore, refunded_ore=case.refunded_ore
    )


@_on(e.PreliminaryReplySent)
def _(event: e.PreliminaryReplySent, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "L03", case, expected_day=event.expected_day.isoformat(), on_appeal=event.appeal is not None
    )


@_on(e.AppealFiled)
def _(event: e.AppealFiled, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "appeal_receipt",
        case,
        received_at=event.received_at.isoformat(),
        appeal_regime=event.regime.value,
        late=event.late,
    )


@_on(e.AppealForwarded)
def _(event: e.AppealForwarded, case: Case) -> Iterator[Outgoing]:
    appeal = case.appeal(event.number)
    files = () if appeal is None else appeal.attachments
    yield _message(
        "L17",
        case,
        assessment_ref=event.assessment.ref,
        appeal_body=_appeal_body(case),
        enclosures=["decision", "appeal", *(f"sha256:{one}" for one in files)],
    )


@_on(e.AppealDecided)
def _(event: e.AppealDecided, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "appeal_outcome", case, outcome=event.outcome.value, decided_on=event.decided_on.isoformat()
    )


@_on(e.AppealOutcomeCorrected)
def _(event: e.AppealOutcomeCorrected, case: Case) -> Iterator[Outgoing]:
    if event.outcome is None and event.decided_on is None:
        return
    yield _message(
        "appeal_outcome_corrected",
        case,
        outcome=event.outcome.value if event.outcome else None,
        decided_on=event.decided_on.isoformat() if event.decided_on else None,
    )


@_on(e.AppealDeclined)
def _(event: e.AppealDeclined, case: Case) -> Iterator[Outgoing]:
    yield _message("appeal_declined", case, late=event.late, reason_ref=event.reason.ref)


@_on(e.ReversalNoticeGiven)
def _(event: e.ReversalNoticeGiven, case: Case) -> Iterator[Outgoing]:
    yield _message(
        "reversal_notice",
        case,
        before_ore=event.before_ore,
        amount_ore=event.amount_ore,
        ground=event.ground.value,
        explanation_ref=event.explanation.ref,
        last_day=event.last_day.isoformat(),
    )


@_on(e.Reversed)
def _(event: e.Reversed, case: Case) -> Iterator[Outgoing]:
    assert case.decision is not None  # noqa: S101 - only a grant is reversed so
    added = event.terms.added_questions
    yield _message(
        "L16",
        case,
        decision_no=event.decision_no,
        reversed_no=event.reversed_no,
        before_ore=event.before_ore,
        amount_ore=event.amount_ore,
        annulled=event.amount_ore == 0,
        ground=event.ground.value,
        use_last_day=last_day(case.decision.use_deadline).isoformat(),
        acceptance_day=_acceptance_day(case),
        terms=_terms(event.terms),
        added_questions_ref=None if added is None else added.ref,
        appeal_regime=case.appeal_regime.value,
        appeal_body=_appeal_body(case),
        appeal_day=_appeal_day(case, case.decided_at),
    )
    body = {
        "kind": "note_project_duty_lapsed",
        "carried_by": case.case_id,
        "carried_by_no": case.case_no,
        "rule": "E7",
    }
    for other in event.released_cases:
        yield Outgoing(kind="command", payload={"case_id": other, "body": body})


@_on(e.RefusalSetAside)
def _(event: e.RefusalSetAside, case: Case) -> Iterator[Outgoing]:
    yield _message("set_aside", case, decision_no=event.decision_no)


@_on(e.ProjectDutyLapsed)
def _(_event: e.ProjectDutyLapsed, case: Case) -> Iterator[Outgoing]:
    yield _message("project_duty_lapsed", case, still_asked=any(report.is_open for report in case.reports))
