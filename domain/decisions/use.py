"""The use of the money: the one question, reports, statements, early end (T20–T29)."""

from datetime import date
from typing import Any, Final

from domain import commands as c
from domain import events as e
from domain.actors import Role
from domain.authority import check_other_hand
from domain.case import IN_USE, Case, Decision
from domain.decisions.context import Context
from domain.duties import AuditDuty, DutyMove, ReportDuty, duty_after
from domain.instants import end_of_day, last_day, local_day, local_year
from domain.lifecycle import Move, Stage
from domain.refusal import Refused
from domain.second_eye import lacks_second_eye
from domain.terms import AuditTerm, ReportingTerm
from domain.threshold import Verdict, audit_at_early_end


def answer_use(ctx: Context[c.AnswerUse]) -> list[e.Event]:
    """Take the answer to the one question about unspent money; it is no report (R26-33, E28)."""
    if ctx.case.stage not in IN_USE or any(claim.is_open for claim in ctx.case.claims):
        raise ctx.not_now(ctx.rules.unspent_repaid.rule)
    if ctx.body.unspent_ore > ctx.case.paid_ore:
        rule = ctx.rules.unspent_repaid.rule
        raise Refused("more_than_paid", rule, given_ore=ctx.body.unspent_ore, paid_ore=ctx.case.paid_ore)
    _need_what_was_claimed(ctx, ctx.body.unspent_ore, "E28")
    return [e.UseAnswered(unspent_ore=ctx.body.unspent_ore, by=ctx.by, answered_at=ctx.now)]


def deliver_report(ctx: Context[c.DeliverReport]) -> list[e.Event]:
    """Take a report whose figures add up and whose spending lies within the use deadline (T21, E42, R26-32)."""
    duty = _report(ctx, ctx.body.duty, DutyMove.DELIVER)
    _need_money(ctx)
    body, decision = ctx.body, _decision(ctx)
    missing = duty.available_ore - body.spent_ore - body.unused_ore
    if missing:
        raise Refused(
            "report_does_not_add_up",
            "E42",
            missing_ore=missing,
            spent_ore=body.spent_ore,
            unused_ore=body.unused_ore,
            available_ore=duty.available_ore,
        )
    _need_answers(ctx)
    last = _last_day_of_use(ctx.case, decision)
    if body.spent_until > ctx.today:
        given, today = body.spent_until.isoformat(), ctx.today.isoformat()
        raise Refused("spent_in_future", "T21", given_day=given, today_day=today)
    if body.spent_until > last:
        rule = ctx.rules.use.years_after(ctx.case.strand).rule
        raise Refused(
            "used_after_deadline", rule, given_day=body.spent_until.isoformat(), last_day=last.isoformat()
        )
    # Nothing is left to spend, or nothing may be spent any more: then no further report can follow.
    final = body.final or body.unused_ore == 0 or ctx.case.use_is_over or duty.year >= last.year
    if final:
        _need_what_was_claimed(ctx, body.unused_ore, "E42")
    return [
        e.ReportDelivered(
            duty=duty.name,
            spent_ore=body.spent_ore,
            unused_ore=body.unused_ore,
            final=final,
            spent_until=body.spent_until,
            in_time=ctx.now < end_of_day(duty.last_day),
            text=body.text,
            attachments=body.attachments,
            received_at=ctx.now,
            interest_ore=body.interest_ore,
            vat_compensated_ore=body.vat_compensated_ore,
            by=ctx.by,
        )
    ]


def _need_answers(ctx: Context[c.DeliverReport]) -> None:
    """Refuse a report that does not answer what the letter asks beside the accounts (E31)."""
    terms = ctx.case.duty_terms
    if terms is None or not terms.interest_and_vat:
        return
    missing = [name for name in ("interest_ore", "vat_compensated_ore") if getattr(ctx.body, name) is None]
    if missing:
        raise Refused("report_lacks_answers", "E31", missing=missing)


def return_report(ctx: Context[c.ReturnReport]) -> list[e.Event]:
    """Send a report back with a reason and a new date (T22)."""
    duty = _report(ctx, ctx.body.duty, DutyMove.SEND_BACK)
    ctx.need_future(ctx.body.last_day, "T22")
    return [
        e.ReportReturned(duty=duty.name, reason=ctx.body.reason, last_day=ctx.body.last_day, by=ctx.by),
    ]


def second_report(ctx: Context[c.SecondReport]) -> list[e.Event]:
    """Read a delivered report as a second pair of eyes; another person approves it (T23)."""
    duty = _report(ctx, ctx.body.duty, DutyMove.APPROVE)
    if duty.seconded_by == ctx.by:
        raise Refused("already_seconded", "T23", duty=duty.name)
    return [e.ReportSeconded(duty=duty.name, note=ctx.body.note, by=ctx.by)]


def approve_report(ctx: Context[c.ApproveReport]) -> list[e.Event]:
    """Approve a report; where money is carried over, the next year's report is owed (T23, R26-58, E14)."""
    duty = _report(ctx, ctx.body.duty, DutyMove.APPROVE)
    if lacks_second_eye(ctx.case, duty, ctx.rules):
        raise Refused("second_eye_missing", "T23", duty=duty.name)
    check_other_hand(ctx.actor, duty.seconded_by, "approver_is_second_reader", "T23")
    approved = e.ReportApproved(duty=duty.name, note=ctx.body.note, by=ctx.by, seconded_by=duty.seconded_by)
    return [approved] if duty.final else [approved, *_next_year(ctx, duty)]


def _next_year(ctx: Context[c.ApproveReport], duty: ReportDuty) -> list[e.Event]:
    terms = ctx.case.duty_terms or _decision(ctx).terms
    year = duty.year + 1
    day = terms.final_report_last_day or duty.last_day
    # A duty is not born late. Where the letter's date has passed, the report goes back and comes again as the final one.
    ctx.need_future(day, "E16")
    report = e.ReportDutyArose(
        name=str(year),
        year=year,
        ground=duty.ground,
        rule=_rule_of_a_year(ctx, duty),
        last_day=day,
        available_ore=duty.unused_ore or 0,
    )
    if terms.audit is not AuditTerm.REQUIRED:
        return [report]
    rule = ctx.rules.audit.collected.rule
    audit_day = max(day, terms.audit_last_day or day)
    return [report, e.AuditDutyArose(name=str(year), rule=rule, last_day=audit_day, collected=False)]


def _rule_of_a_year(ctx: Context[Any], duty: ReportDuty) -> str:
    """Return why each year has a report of its own: the rule that says so, else the one behind the duty (R26-58, E14)."""
    yearly = ctx.rules.reporting.yearly
    return yearly.rule if yearly.value else duty.rule


def deliver_audit(ctx: Context[c.DeliverAudit]) -> list[e.Event]:
    """Take the auditor's statement (T25)."""
    duty = _audit(ctx, ctx.body.duty, DutyMove.DELIVER)
    _need_money(ctx)
    if ctx.body.signed_on > ctx.today:
        raise Refused("signed_in_future", "T25", given_day=ctx.body.signed_on.isoformat())
    return [
        e.AuditDelivered(
            duty=duty.name,
            amount_ore=ctx.body.amount_ore,
            auditor=ctx.body.auditor,
            signed_on=ctx.body.signed_on,
            in_time=ctx.now < end_of_day(duty.last_day),
            received_at=ctx.now,
            by=ctx.by,
        )
    ]


def return_audit(ctx: Context[c.ReturnAudit]) -> list[e.Event]:
    """Send the auditor's statement back with a reason and a new date (T25)."""
    duty = _audit(ctx, ctx.body.duty, DutyMove.SEND_BACK)
    ctx.need_future(ctx.body.last_day, "T25")
    return [
        e.AuditReturned(duty=duty.name, reason=ctx.body.reason, last_day=ctx.body.last_day, by=ctx.by),
    ]


#: What a person sees to in the statement itself; its amount, auditor and day are held against what is known (L-70).
_STATEMENT_CONTROLS: Final = ("names_grant", "names_period", "own_auditor")


def accept_audit(ctx: Context[c.AcceptAudit]) -> list[e.Event]:
    """Accept the statement once the reports are approved; where they differ a person says whose figure applies, and why.

    Where it is the auditor's, what is left is reckoned by it, and so is what can be claimed (T25, E43). A claim for more is
    a leader's to lower first, also one that is paid (T40): money back takes two hands.
    """
    duty = _audit(ctx, ctx.body.duty, DutyMove.APPROVE)
    waiting = [
        report
        for report in ctx.case.reports
        if report.is_open and (duty.collected or report.name == duty.name)
    ]
    if waiting:
        raise Refused("reports_first", "T25", reports=[report.name for report in waiting])
    undone = [control for control in _STATEMENT_CONTROLS if not getattr(ctx.body, control)]
    if undone:
        raise Refused("controls_not_done", "T25", controls=undone)
    difference, body = ctx.case.audit_difference_ore(duty), ctx.body
    if difference and (body.applies is None or body.difference_reason is None):
        reported = (duty.amount_ore or 0) - difference
        raise Refused("audit_differs", "E43", difference_ore=difference, reported_ore=reported)
    if difference and body.applies == "auditor" and ctx.case.unspent_ore is not None:
        left = ctx.case.corrected_ore(ctx.case.unspent_ore, difference)
        claimed = _claimed(ctx.case)
        if left < claimed:
            raise Refused("claim_above_audit", "E43", unused_ore=left, claimed_ore=claimed)
    return [
        e.AuditAccepted(
            duty=duty.name,
            difference_ore=difference,
            difference_reason=body.difference_reason,
            by=ctx.by,
            applies=body.applies if difference else None,
        )
    ]


def end_early(ctx: Context[c.EndEarly]) -> list[e.Event]:
    """End the project before its time; audited accounts follow above the limit or where the letter asks (T28).

    A leader ends it on the municipality's own word alone: against its will a grant is reversed (T40) or a breach claimed (T30), after notice.
    """
    ctx.need(Move.END_EARLY, "T28")
    decision, body = _decision(ctx), ctx.body
    if ctx.actor.role is Role.LEADER and body.source is None:
        raise Refused("early_end_source_missing", "T28")
    if (
        not local_day(decision.decided_at)
        <= body.end_day
        <= min(ctx.today, _last_day_of_use(ctx.case, decision))
    ):
        raise Refused("end_day_impossible", "T28", given_day=body.end_day.isoformat())
    terms = ctx.case.duty_terms or decision.terms
    required = terms.reporting is ReportingTerm.REQUIRED
    audit = audit_at_early_end(ctx.rules, ctx.case.threshold_basis_ore, reporting=required)
    # What the letter asks for is asked for already.
    verdict = Verdict.NONE if ctx.case.audits else audit.verdict
    ended = e.EndedEarly(
        end_day=body.end_day,
        reason=body.reason,
        attachments=body.attachments,
        by=ctx.by,
        audit_open=audit.rule if verdict is Verdict.UNKNOWN else None,
        source=body.source,
    )
    if verdict is not Verdict.STATUTORY:
        return [ended]
    # In this order: the message about the end says whether audited accounts are asked for.
    return [_early_audit(ctx, body.audit_last_day, audit.rule), ended]


def choose_audit(ctx: Context[c.ChooseAudit]) -> list[e.Event]:
    """Say whether audited accounts are due after an early end of which the source says nothing (T28, E1)."""
    rule, body = ctx.case.audit_open, ctx.body
    if rule is None:
        raise ctx.not_now("T28")
    chosen = e.AuditChosen(rule=rule, required=body.required, reason=body.reason, by=ctx.by)
    return [*([_early_audit(ctx, body.last_day, rule)] if body.required else []), chosen]


def _early_audit(ctx: Context[Any], last_day: date | None, rule: str) -> e.AuditDutyArose:
    if last_day is None:
        raise Refused("terms_incomplete", rule, missing=["audit_last_day"])
    ctx.need_future(last_day, "T28")
    return e.AuditDutyArose(name="early", rule=rule, last_day=last_day, collected=True)


def _need_what_was_claimed(ctx: Context[c.Body], unused_ore: int, rule: str) -> None:
    """Refuse less than what was claimed on an earlier answer: that was not used. A claim that was given up is no matter."""
    claimed = _claimed(ctx.case)
    if unused_ore < claimed:
        raise Refused("less_than_claimed", rule, unused_ore=unused_ore, claimed_ore=claimed)


def _claimed(case: Case) -> int:
    return sum(claim.amount_ore - claim.written_off_ore for claim in case.unused_claims)


def _last_day_of_use(case: Case, decision: Decision) -> date:
    return case.ended_early_on or last_day(decision.use_deadline)


def _decision(ctx: Context[c.Body]) -> Decision:
    if ctx.case.decision is None:
        raise ctx.not_now("T21")
    return ctx.case.decision


def _need_money(ctx: Context[c.Body]) -> None:
    """Refuse to hear of the use of money that was not paid: the duty stands in the letter, its time comes later."""
    if not ctx.case.paid_ore:
        raise ctx.not_now("T20")


def _report(ctx: Context[c.Body], name: str, move: DutyMove) -> ReportDuty:
    duty = ctx.case.report(name)
    if duty is None:
        raise Refused("no_such_duty", "T20", duty=name, duties=[duty.name for duty in ctx.case.reports])
    if duty_after(duty.state, move) is None:
        raise Refused("duty_not_ready", "T20", duty=name, state=duty.state.value, wanted=move.value)
    if move is DutyMove.DELIVER and ctx.case.stage is Stage.DISBURSED and local_year(ctx.now) < duty.year:
        raise Refused("report_too_early", _rule_of_a_year(ctx, duty), duty=name)
    return duty


def _audit(ctx: Context[c.Body], name: str, move: DutyMove) -> AuditDuty:
    duty = ctx.case.audit(name)
    if duty is None:
        raise Refused("no_such_duty", "T25", duty=name, duties=[duty.name for duty in ctx.case.audits])
    if duty_after(duty.state, move) is None:
        raise Refused("duty_not_ready", "T25", duty=name, state=duty.state.value, wanted=move.value)
    return duty
