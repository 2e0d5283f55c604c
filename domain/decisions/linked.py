"""Grants that are held against the reporting limit together: what one of them brings on the others (R26-53, E3, E7).

Each case answers for its own grant. When a grant brings the sum above the limit, each of the others is asked for a
report on its own money, by the dates of the letter that crossed it: no krone stands in two reports.
"""

from typing import Any, Final

from domain import commands as c
from domain import events as e
from domain.authority import check_impartial
from domain.case import Case
from domain.decisions.arising import duties_of
from domain.decisions.context import Context
from domain.duties import DutyState, Ground
from domain.lifecycle import Stage
from domain.refusal import Refused
from domain.terms import AuditTerm, ReportingTerm, Terms

#: The grant stands and its use is not accounted for. What comes to a case after its end is only told (T42 takes it up).
_MAY_OWE: Final = frozenset(
    {Stage.GRANTED, Stage.PAYMENT_ORDERED, Stage.DISBURSED, Stage.CARRY_OVER, Stage.ENDED_EARLY}
)


def note_project_duty(ctx: Context[c.NoteProjectDuty]) -> list[e.Event]:
    """Take note that the project is above the limit, and let arise what is not asked for yet (R26-53, E3)."""
    case, body = ctx.case, ctx.body
    terms = _asked(case, body.terms)
    noted = e.ProjectDutyNoted(
        carried_by=body.carried_by,
        carried_by_no=body.carried_by_no,
        basis_ore=body.basis_ore,
        rule=body.rule,
        terms=terms,
    )
    if terms is None:
        return [noted]
    duties = duties_of(case, terms, ctx.rules, ground=Ground.STATUTORY, rule=body.rule)
    # In this order: the message tells what is asked for.
    return [*(duty for duty in duties if not _owed(case, duty)), noted]


def _asked(case: Case, theirs: Terms | None) -> Terms | None:
    """Return the terms of this grant with what the other letter asks beyond them; None where that is nothing."""
    if case.stage not in _MAY_OWE or case.duty_terms is None or theirs is None:
        return None
    own = case.duty_terms
    more: dict[str, Any] = {}
    if own.reporting is not ReportingTerm.REQUIRED and theirs.reporting is ReportingTerm.REQUIRED:
        more |= {name: getattr(theirs, name) for name in _REPORT}
    if own.audit is AuditTerm.NONE and theirs.audit is not AuditTerm.NONE and not case.audits:
        more |= {name: getattr(theirs, name) for name in _AUDIT}
    return own.model_copy(update=more) if more else None


_REPORT: Final = ("reporting", "report_last_day", "final_report_last_day", "interest_and_vat")
_AUDIT: Final = ("audit", "audit_last_day")


def _owed(case: Case, duty: e.ReportDutyArose | e.AuditDutyArose) -> bool:
    return bool(case.reports if isinstance(duty, e.ReportDutyArose) else case.audits)


def note_project_duty_lapsed(ctx: Context[c.NoteProjectDutyLapsed]) -> list[e.Event]:
    """Take note that the project is no longer above the limit: what only that brought is asked for no more (E7).

    What the own letter asks for stands until it is reversed itself, which a leader is asked about, and what was delivered
    stays delivered.
    """
    case, body = ctx.case, ctx.body
    lapsed = e.ProjectDutyLapsed(
        carried_by=body.carried_by,
        carried_by_no=case.duty_carried_by or body.carried_by_no,
        rule=body.rule,
        own_stands=_own_letter_asks_by_law(case),
    )
    return [*_no_longer_asked(case, body.rule), lapsed]


def _own_letter_asks_by_law(case: Case) -> bool:
    asked = case.decision is not None and case.decision.terms.reporting is ReportingTerm.REQUIRED
    return asked and any(duty.is_open and duty.ground is Ground.STATUTORY for duty in case.reports)


def keep_duty(ctx: Context[c.KeepDuty]) -> list[e.Event]:
    """Let the report of the own letter stand below the limit: a leader's choice, with a reason (E7, R26-55, R26-56).

    To let it fall is a reversal to the municipality's benefit (T40).
    """
    if not ctx.case.duty_to_confirm:
        raise ctx.not_now("E7")
    check_impartial(ctx.case, ctx.actor, declared=True)
    allowed = ctx.rules.reporting.discretionary
    if not allowed.value:
        raise Refused("discretionary_not_allowed", allowed.rule)
    return [e.DutyKept(rule=allowed.rule, reason=ctx.body.reason, by=ctx.by)]


def _no_longer_asked(case: Case, rule: str) -> list[e.Event]:
    states = {*(duty.state for duty in case.reports), *(duty.state for duty in case.audits)}
    if case.project_terms is None or case.decision is None or states - {DutyState.EXPECTED}:
        return []
    own = case.decision.terms
    gone: list[e.Event] = []
    if own.reporting is not ReportingTerm.REQUIRED:
        gone += [e.DutyLapsed(kind="report", name=duty.name, rule=rule) for duty in case.reports]
    if own.audit is AuditTerm.NONE:
        gone += [e.DutyLapsed(kind="audit", name=duty.name, rule=rule) for duty in case.audits]
    return gone
