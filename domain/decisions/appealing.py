"""Appeals and requests to reverse: received, prepared, answered by the office or by the appeal body (T36–T39)."""

from datetime import date, datetime

from domain import commands as c
from domain import events as e
from domain.appeals import Appeal, AppealMove, AppealRegime, AppealState, appeal_after
from domain.authority import check_impartial, check_other_hand
from domain.case import UNDECIDED
from domain.decisions.context import Context
from domain.instants import end_of_day, local_day
from domain.refusal import Refused


def send_preliminary_reply(ctx: Context[c.SendPreliminaryReply]) -> list[e.Event]:
    """Say when an answer can be expected, on the application or on an appeal (fvl. § 11a, L-21)."""
    number = ctx.body.appeal
    if number is None:
        if ctx.case.stage not in UNDECIDED:
            raise ctx.not_now("L-21")
    elif not _named(ctx, number, "L-21").is_with_us:
        raise _not_ready(_named(ctx, number, "L-21"), "L-21")
    ctx.need_future(ctx.body.expected_day, "L-21")
    return [e.PreliminaryReplySent(appeal=number, expected_day=ctx.body.expected_day, by=ctx.by)]


def file_appeal(ctx: Context[c.FileAppeal]) -> list[e.Event]:
    """Take an appeal, or a request, against the decision that stands; a late one is marked late (T36, fvl. § 29).

    It is about the grant or the refusal, or about a claim (L-26).
    """
    case, decided_at = ctx.case, _decided_at(ctx)
    if decided_at is None or ctx.now < decided_at:
        raise ctx.not_now("T36")
    waiting = case.open_appeal(ctx.body.claim)
    if waiting is not None:
        raise Refused("appeal_open", "T36", appeal=waiting.number)
    due_day = case.last_appeal_day(decided_at)
    return [
        e.AppealFiled(
            number=len(case.appeals) + 1,
            claim=ctx.body.claim,
            decision_no=case.decisions,
            decided_at=decided_at,
            regime=case.appeal_regime,
            due_day=due_day,
            late=due_day is not None and ctx.now >= end_of_day(due_day),
            text=ctx.body.text,
            received_at=ctx.now,
            attachments=ctx.body.attachments,
            by=ctx.by,
        )
    ]


def _decided_at(ctx: Context[c.FileAppeal]) -> datetime | None:
    """Return when the decision that is appealed against was made (UTC)."""
    number = ctx.body.claim
    if number is None:
        return ctx.case.decided_at
    claim = ctx.case.claim(number)
    if claim is None:
        raise Refused("no_such_claim", "T36", claim=number)
    if not claim.is_decided:
        raise Refused("claim_not_ready", "T36", claim=number, state=claim.state.value)
    return claim.decided_at


def accept_late_appeal(ctx: Context[c.AcceptLateAppeal]) -> list[e.Event]:
    """Take a late appeal up all the same, unless it came more than a year after the decision (fvl. § 31)."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.ACCEPT, "L-23")
    check_impartial(ctx.case, ctx.actor, declared=True)
    last = _a_year_after(local_day(appeal.decided_at))
    if local_day(appeal.received_at) > last:
        raise Refused("appeal_too_late", "L-23", last_day=last.isoformat())
    return [e.LateAppealAccepted(number=appeal.number, reason=ctx.body.reason, by=ctx.by)]


def prepare_appeal(ctx: Context[c.PrepareAppeal]) -> list[e.Event]:
    """Go through the appeal and write what the office should do; a leader decides (fvl. § 33)."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.PREPARE, "T36")
    check_impartial(ctx.case, ctx.actor, declared=True)
    return [
        e.AppealPrepared(number=appeal.number, view=ctx.body.view, assessment=ctx.body.assessment, by=ctx.by)
    ]


def forward_appeal(ctx: Context[c.ForwardAppeal]) -> list[e.Event]:
    """Keep the decision and send the appeal to the appeal body with the office's own view (T38, L-25)."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.FORWARD, "T38")
    prepared_by = _another_hand(ctx, appeal, "T38")
    if appeal.regime is not AppealRegime.INDIVIDUAL_DECISION:
        raise Refused("no_appeal_body", "L-24")
    return [
        e.AppealForwarded(
            number=appeal.number, prepared_by=prepared_by, assessment=ctx.body.assessment, by=ctx.by
        )
    ]


def register_appeal_outcome(ctx: Context[c.RegisterAppealOutcome]) -> list[e.Event]:
    """Register the appeal body's answer (T39)."""
    appeal, body = _appeal(ctx, ctx.body.appeal, AppealMove.RULE, "T39"), ctx.body
    need_possible_ruling(ctx, appeal, body.decided_on)
    return [
        e.AppealDecided(
            number=appeal.number,
            outcome=body.outcome,
            decided_on=body.decided_on,
            reference=body.reference,
            by=ctx.by,
        )
    ]


def need_possible_ruling(ctx: Context[c.Body], appeal: Appeal, day: date) -> None:
    """Refuse a day on which the appeal body cannot have answered: before it had the appeal, or ahead (T39)."""
    forwarded = local_day(appeal.forwarded_at or appeal.received_at)
    if not forwarded <= day <= ctx.today:
        raise Refused("ruling_day_impossible", "T39", given_day=day.isoformat())


def conclude_appeal(ctx: Context[c.ConcludeAppeal]) -> list[e.Event]:
    """Note how the appeal body's answer was carried out, where no reversal does it (T39)."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.CONCLUDE, "T39")
    check_impartial(ctx.case, ctx.actor, declared=True)
    return [e.AppealConcluded(number=appeal.number, note=ctx.body.note, by=ctx.by)]


def decline_appeal(ctx: Context[c.DeclineAppeal]) -> list[e.Event]:
    """Dismiss an appeal that came late, or answer no to a request; a formal appeal in time is forwarded instead."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.DECLINE, "T36")
    late = appeal.state is AppealState.LATE
    if late:
        check_impartial(ctx.case, ctx.actor, declared=True)
    else:
        _another_hand(ctx, appeal, "T36")
        if appeal.regime is AppealRegime.INDIVIDUAL_DECISION:
            raise Refused("appeal_is_forwarded", "L-23")
    return [e.AppealDeclined(number=appeal.number, late=late, reason=ctx.body.reason, by=ctx.by)]


def withdraw_appeal(ctx: Context[c.WithdrawAppeal]) -> list[e.Event]:
    """Take the appeal back, at any time before it is answered."""
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.TAKE_BACK, "T36")
    return [e.AppealWithdrawn(number=appeal.number, by=ctx.by)]


def upheld(ctx: Context[c.UpholdAppeal]) -> Appeal:
    """Return the appeal that a leader may agree with now (T37).

    Raises:
        Refused: where it is not prepared, or was prepared by the same person.
    """
    appeal = _appeal(ctx, ctx.body.appeal, AppealMove.UPHOLD, "T37")
    _another_hand(ctx, appeal, "T37")
    return appeal


def _another_hand(ctx: Context[c.Body], appeal: Appeal, rule: str) -> str:
    check_impartial(ctx.case, ctx.actor, declared=True)
    check_other_hand(ctx.actor, appeal.prepared_by, "decider_is_preparer", rule)
    return appeal.prepared_by or ""


def _a_year_after(day: date) -> date:
    """Return the same day of the next year; from 29 February it is the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _named(ctx: Context[c.Body], number: int, rule: str) -> Appeal:
    appeal = ctx.case.appeal(number)
    if appeal is None:
        raise Refused("no_such_appeal", rule, appeal=number)
    return appeal


def _appeal(ctx: Context[c.Body], number: int, move: AppealMove, rule: str) -> Appeal:
    appeal = _named(ctx, number, rule)
    if appeal_after(appeal.state, move) is None:
        raise _not_ready(appeal, rule)
    return appeal


def _not_ready(appeal: Appeal, rule: str) -> Refused:
    return Refused("appeal_not_ready", rule, appeal=appeal.number, state=appeal.state.value)
