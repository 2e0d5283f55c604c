"""More time to use the money: the municipality asks, the directorate answers, a leader decides (T41, E27, R26-34)."""

from datetime import date

from domain import commands as c
from domain import events as e
from domain.case import Decision
from domain.decisions.context import Context
from domain.extensions import Extension
from domain.instants import end_of_day, last_day
from domain.refusal import Refused
from domain.terms import ReportingTerm, Terms


def ask_extension(ctx: Context[c.AskExtension]) -> list[e.Event]:
    """Take the municipality's request for more time than the year after the grant year (T41)."""
    if not ctx.case.may_be_extended or ctx.case.open_extension is not None:
        raise ctx.not_now("T41")
    _need_longer(_decision(ctx), ctx.body.last_day)
    asked = e.ExtensionAsked(
        number=ctx.case.extensions + 1,
        last_day=ctx.body.last_day,
        reason=ctx.body.reason,
        attachments=ctx.body.attachments,
        by=ctx.by,
    )
    return [asked]


def ask_directorate(ctx: Context[c.AskDirectorate]) -> list[e.Event]:
    """Put the question to the directorate: the office cannot give this time by itself (R26-34)."""
    extension = _open(ctx)
    if extension.question_at is not None:
        raise ctx.not_now("R26-34")
    return [e.DirectorateAsked(number=extension.number, question=ctx.body.question, by=ctx.by)]


def register_directorate_answer(ctx: Context[c.RegisterDirectorateAnswer]) -> list[e.Event]:
    """Register what the directorate answered, with the reference of its letter (R26-34)."""
    extension = _open(ctx)
    if extension.question_at is None or extension.allowed is not None:
        raise ctx.not_now("R26-34")
    return [
        e.DirectorateAnswered(
            number=extension.number, allowed=ctx.body.allowed, reference=ctx.body.reference, by=ctx.by
        )
    ]


def extend_use(ctx: Context[c.ExtendUse]) -> list[e.Event]:
    """Move the use deadline, only with the directorate's yes; the clocks follow from the new date (T41, E27)."""
    extension, decision, body = _open(ctx), _decision(ctx), ctx.body
    if extension.allowed is None or extension.reference is None:
        raise Refused("directorate_answer_missing", "E27")
    if not extension.allowed:
        raise Refused("directorate_said_no", "E27", reference=extension.reference)
    _need_longer(decision, body.last_day)
    ctx.need_future(body.last_day, "T41")
    return [
        e.UseExtended(
            number=extension.number,
            decision_no=decision.number,
            before=decision.use_deadline,
            use_deadline=end_of_day(body.last_day),
            final_report_last_day=_final_report_day(ctx.case.duty_terms or decision.terms, body),
            reference=extension.reference,
            by=ctx.by,
        )
    ]


def decline_extension(ctx: Context[c.DeclineExtension]) -> list[e.Event]:
    """Answer no; the use deadline stands (T41)."""
    return [e.ExtensionDeclined(number=_open(ctx).number, reason=ctx.body.reason, by=ctx.by)]


def _final_report_day(terms: Terms, body: c.ExtendUse) -> date | None:
    """Return the date of the final report, which cannot lie before the use has ended (E16)."""
    before = terms.final_report_last_day
    if terms.reporting is not ReportingTerm.REQUIRED:
        return before
    day = body.final_report_last_day or before
    if day is None or day <= body.last_day:
        raise Refused("terms_incomplete", "E16", missing=["final_report_last_day"])
    return day


def _need_longer(decision: Decision, day: date) -> None:
    now = last_day(decision.use_deadline)
    if day <= now:
        raise Refused("extension_not_longer", "T41", given_day=day.isoformat(), last_day=now.isoformat())


def _open(ctx: Context[c.Body]) -> Extension:
    if ctx.case.open_extension is None:
        raise Refused("no_extension_asked", "T41")
    return ctx.case.open_extension


def _decision(ctx: Context[c.Body]) -> Decision:
    if ctx.case.decision is None:
        raise ctx.not_now("T41")
    return ctx.case.decision
