"""The next sensible act in a case: what people at a good office would do. Where several are, the caller chooses.

The first of several is the one that leads to an end: choosing it again and again finishes every case that can be finished.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, NamedTuple, TypeVar

from domain.actors import Actor, Role
from domain.appeals import Appeal, AppealRegime, AppealState
from domain.case import IN_USE
from domain.claims import Claim, ClaimState
from domain.duties import AuditDuty, DutyState, ReportDuty
from domain.instants import last_day, local_day, local_year
from domain.lifecycle import Stage
from domain.money import kroner
from domain.refusal import Refused
from domain.second_eye import lacks_second_eye
from domain.terms import Terms
from tests.domain.applications import ORG_HAMAR
from tests.domain.lives import (
    COLLECTED,
    CONTROLS,
    DISCRETIONARY,
    NO_DUTY,
    SEEN,
    YEARLY,
    Life,
    assessment,
    person,
    refusal,
    with_terms,
)

T = TypeVar("T")
Choose = Callable[[Sequence[T]], T]

#: Everybody at the office wears every hat, so that four eyes are put to the test.
PEOPLE: Final = ("anna", "bo", "cai", "dag", "eva")

#: What letters may say. The first is right whatever the threshold says.
TERMS: Final = (
    with_terms(COLLECTED, reporting_reason={"ref": "why", "digest": "0" * 64}),
    with_terms(YEARLY, reporting_reason={"ref": "why", "digest": "0" * 64}),
    DISCRETIONARY,
    NO_DUTY,
    with_terms(NO_DUTY, reporting_reason={"ref": "why", "digest": "0" * 64}),
    with_terms(COLLECTED, knowledge_environment="payment"),
    with_terms(NO_DUTY, knowledge_environment="grant"),
)


class Act(NamedTuple):
    """Something that somebody does."""

    who: Actor
    kind: str
    fields: dict[str, Any]


def first(options: Sequence[T]) -> T:
    """Choose what leads to an end."""
    return options[0]


def next_act(life: Life, choose: Choose[Any]) -> Act | None:
    """Return what to do next, or None where only time helps."""
    stage = life.now.stage
    asked = _of_reversal(life, choose) or _of_appeals(life, choose) or _of_transfer(life, choose)
    if asked is not None or life.now.reversal is not None:
        return asked
    if life.now.finished and stage in {Stage.CLOSED, Stage.AUDITED, Stage.REFUNDED}:
        found = {"reason": "Funn i kontroll", "source": "RR 2028/14"}
        again = Act(_hand(life, Role.LEADER, choose), "reopen", found)
        return choose([None, None, None, again])  # type: ignore[no-any-return]
    if life.now.must_be_reopened:
        lifted = {"reason": "Kravet falt bort", "source": "Vedtaket i klagesaken"}
        return Act(_hand(life, Role.LEADER, choose), "reopen", lifted)
    if stage in _BY_STAGE:
        return _BY_STAGE[stage](life, choose)
    for find in (_of_claims, _of_early_end, _of_duties, _of_use):
        act = find(life, choose)
        if act is not None:
            return act
    return None


def _of_transfer(life: Life, choose: Choose[Any]) -> Act | None:
    asked = life.now.transfer_to
    if asked is None or life.now.reversal is not None:
        return None
    here, there = _hand(life, Role.LEADER, choose), replace(_hand(life, Role.LEADER, choose), unit=asked)
    keep = Act(here, "decline_transfer", {"reason": "Den blir her"})
    take = Act(there, "accept_transfer", {})
    return choose([take, keep]) if life.now.may_be_transferred else keep


def finish(life: Life) -> bool:
    """Do what leads to an end, letting time pass where only time helps; say whether the end was reached."""
    for _ in range(300):
        if life.now.finished:
            return True
        act = next_act(life, first)
        if act is not None:
            _do_or_send_back(life, act)
        elif (due := life.due()) is not None:
            life.office.now = max(life.office.now, due.instant)
            life.catch_up(life.office.now)
        else:
            return False
    return False


def _do_or_send_back(life: Life, act: Act) -> None:
    """Do *act*; a grant that cannot be approved as it was recommended goes back, or is given up."""
    try:
        life.do(act.who, act.kind, **act.fields)
    except Refused as no:
        if act.kind == "approve_report" and no.code == "day_not_in_future":
            # The date of the next year's report has passed: this one comes again, as the final one.
            back = _return(life, act.who, "report", act.fields["duty"])
            life.do(back.who, back.kind, **back.fields)
        elif act.kind != "grant":
            raise
        elif no.code in {"frame_exceeded", "no_mandate", "authority_lapsed"}:
            life.do(_signatory(life), "withdraw")
        else:
            life.do(act.who, "send_back", comment=no.code)


def lapsed(life: Life) -> bool:
    """Say whether the money was not paid in its year: the grant is reversed to nothing (E37, T40)."""
    return life.now.is_lapsed


# --- until the decision ---------------------------------------------------------------------------------------------------


def _hand(life: Life, role: Role, choose: Choose[Any], *but: str | None) -> Actor:
    """Return somebody in *role* who is not disqualified, and is none of *but*."""
    barred = {*life.now.disqualified, *but}
    able = [name for name in PEOPLE if name not in barred] or ["stand-in"]
    return person(role, choose(able), life.now.office)


def _signatory(life: Life) -> Actor:
    return person(Role.APPLICANT_SIGNATORY, None, life.now.host)


def _declare(who: Actor) -> Act:
    return Act(who, "declare_impartiality", {"impartial": True})


def _impartial(life: Life, act: Act) -> Act:
    """Return *act*, or the declaration that must come before it."""
    return act if act.who.subject in life.now.impartial else _declare(act.who)


# --- appeals and reversals --------------------------------------------------------------------------------------------------

_APPEALABLE: Final = {
    Stage.GRANTED,
    Stage.DISBURSED,
    Stage.CARRY_OVER,
    Stage.REJECTED,
    Stage.DISMISSED,
    Stage.CLOSED,
}


def _of_reversal(life: Life, choose: Choose[Any]) -> Act | None:
    """Decide a reversal that waits; recommend one where the money lapsed."""
    case = life.now
    reversal = case.reversal
    if reversal is None:
        return _of_lapse(life, choose) if lapsed(life) and case.open_payment is None else None
    leader = _hand(life, Role.LEADER, choose, reversal.by)
    drop = _impartial(life, Act(leader, "drop_reversal", {"reason": "Vedtaket står"}))
    if not lapsed(life):
        return drop
    today = local_day(life.office.now)
    if reversal.needs_notice and reversal.reply_day is None:
        notice = {"explanation": "Fullmakten er utløpt", "last_day": today + timedelta(days=21)}
        return Act(leader, "give_reversal_notice", notice)
    if reversal.needs_notice and reversal.reply_day is not None and today <= reversal.reply_day:
        return None
    return _impartial(life, Act(leader, "reverse", {})) if reversal.amount_ore == 0 else drop


def _of_lapse(life: Life, choose: Choose[Any]) -> Act:
    """Annul what was not paid in its year, or pay it on the directorate's word (E37)."""
    late = Act(_hand(life, Role.LEADER, choose), "allow_late_payment", {"reference": "Bufdir 2027/3"})
    annul = {"ground": "other_law", "amount_ore": 0, "reason": "Ikke utbetalt i året"}
    officer = _hand(life, Role.CASE_OFFICER, choose)
    return choose([_impartial(life, Act(officer, "recommend_reversal", annul)), late])  # type: ignore[no-any-return]


def _of_appeals(life: Life, choose: Choose[Any]) -> Act | None:
    for appeal in life.now.appeals:
        if appeal.is_open:
            return _of_appeal(life, appeal, choose)
    decided = [claim.number for claim in life.now.claims if claim.is_decided]
    if decided and choose([False] * 11 + [True]):
        return Act(_signatory(life), "file_appeal", {"claim": choose(decided), "text": "Vi har brukt alt."})
    if life.now.stage in _APPEALABLE and choose([False] * 11 + [True]):
        return Act(_signatory(life), "file_appeal", {"text": "Vi er uenige."})
    return None


def _of_appeal(life: Life, appeal: Appeal, choose: Choose[Any]) -> Act:
    claim = None if appeal.claim is None else life.now.claim(appeal.claim)
    if claim is not None and claim.amount_ore and choose([False, True]):
        less = _less_of_claim(life, appeal, claim, choose)
        if less is not None:
            return less
    officer = _hand(life, Role.CASE_OFFICER, choose)
    leader = _hand(life, Role.LEADER, choose, appeal.prepared_by)
    number = {"appeal": appeal.number}
    by_state = {
        AppealState.LATE: _of_late_appeal,
        AppealState.RECEIVED: lambda *_: _impartial(
            life,
            Act(
                officer,
                "prepare_appeal",
                number | {"view": choose(["keep", "uphold"]), "assessment": "Vår vurdering"},
            ),
        ),
        AppealState.UNDER_REVIEW: _of_prepared_appeal,
        AppealState.FORWARDED: lambda *_: Act(
            officer,
            "register_appeal_outcome",
            number
            | {
                "outcome": choose(["upheld", "changed", "annulled", "returned"]),
                "decided_on": local_day(life.office.now),
                "reference": "2026/77",
            },
        ),
        AppealState.RULED: lambda *_: _impartial(
            life, Act(leader, "conclude_appeal", number | {"note": "Gjennomført"})
        ),
    }
    return by_state[appeal.state](life, appeal, leader, choose)


def _declined(life: Life, appeal: Appeal, leader: Actor) -> Act:
    return _impartial(life, Act(leader, "decline_appeal", {"appeal": appeal.number, "reason": "Nei"}))


def _of_late_appeal(life: Life, appeal: Appeal, leader: Actor, choose: Choose[Any]) -> Act:
    accept = Act(leader, "accept_late_appeal", {"appeal": appeal.number, "reason": "Særlige grunner"})
    decline = _declined(life, appeal, leader)
    too_late = local_day(appeal.received_at) > local_day(appeal.decided_at) + timedelta(days=364)
    return decline if too_late else choose([decline, _impartial(life, accept)])


def _of_prepared_appeal(life: Life, appeal: Appeal, leader: Actor, _choose: Choose[Any]) -> Act:
    if appeal.regime is AppealRegime.REQUEST_FOR_REVERSAL:
        return _declined(life, appeal, leader)
    forward = {"appeal": appeal.number, "assessment": "Vedtaket bør stå"}
    return _impartial(life, Act(leader, "forward_appeal", forward))


def _less_of_claim(life: Life, appeal: Appeal, claim: Claim, choose: Choose[Any]) -> Act | None:
    """Give the municipality right in its appeal against a claim, wholly or in part."""
    leader = _hand(life, Role.LEADER, choose, appeal.prepared_by, claim.proposed_by)
    amount = choose([0, claim.amount_ore // 2])
    if appeal.state is AppealState.UNDER_REVIEW:
        uphold = {"appeal": appeal.number, "claim_amount_ore": amount}
        return _impartial(life, Act(leader, "uphold_appeal", uphold))
    if appeal.state is AppealState.RULED:
        less = {"claim": claim.number, "amount_ore": amount, "reason": "Klageinstansen"}
        return _impartial(life, Act(leader, "reduce_claim", less))
    return None


def _assign(life: Life, choose: Choose[Any]) -> Act:
    officer = _hand(life, Role.CASE_OFFICER, choose, life.now.officer)
    return _impartial(life, Act(officer, "assign", {"officer": officer.subject}))


def _officer(life: Life) -> Actor:
    assert life.now.officer is not None
    return person(Role.CASE_OFFICER, life.now.officer, life.now.office)


def _assess(life: Life, choose: Choose[Any]) -> Act:
    if life.now.late_undecided:
        leader = _hand(life, Role.LEADER, choose)
        return _impartial(life, Act(leader, "accept_late_application", {"reason": "Posten var forsinket"}))
    if life.now.officer is None or life.now.officer in life.now.disqualified:
        return _assign(life, choose)
    day = local_day(life.office.now) + timedelta(days=21)
    sent_back = {"deficiencies": ["plan_missing"], "explanation": "Send planen", "last_day": day}
    assess = assessment() | {"proposed_ore": life.now.applied_ore}
    act = choose(
        [
            Act(_officer(life), "assess", assess),
            Act(_officer(life), "assess", assess),
            Act(_officer(life), "return_for_supplement", sent_back),
        ]
    )
    return _impartial(life, act)


def _supplement(life: Life, choose: Choose[Any]) -> Act:
    last_day = life.now.supplement_last_day
    if last_day is not None and local_day(life.office.now) > last_day and choose([False, True]):
        return _impartial(life, Act(_hand(life, Role.CASE_OFFICER, choose), "resume_assessment", {}))
    if life.now.host != ORG_HAMAR:
        # The application is another municipality's: the new host has none to mend.
        return Act(_signatory(life), "withdraw", {})
    changes = {} if life.now.project_type is None else {"project_type": life.now.project_type}
    return Act(_signatory(life), "supplement", {"application": life.office.application(**changes)})


def _recommend(life: Life, choose: Choose[Any]) -> Act:
    if life.now.officer in {None, *life.now.disqualified} or choose([False] * 7 + [True]):
        return _assign(life, choose)
    if life.now.disqualified_hand is not None:
        again = assessment() | {"proposed_ore": life.now.applied_ore}
        return _impartial(life, Act(_officer(life), "assess", again))
    terms: Terms = choose(_terms_of_year(life))
    share = choose([1, 1, 1, 2])
    amount = life.now.applied_ore // share // 100 * 100
    grant = {
        "grant": True,
        "amount_ore": amount,
        "difference_reason": "Rammen rekker ikke til alt",
        "terms": terms,
        "reason": "Godt prosjekt",
    }
    body = choose([grant, grant, grant, grant, refusal()])
    return _impartial(life, Act(_officer(life), "recommend", body))


def _terms_of_year(life: Life) -> list[Terms]:
    """Return the terms, with the days moved to the grant year."""
    back = 2026 - life.now.grant_year
    moved = []
    for terms in TERMS:
        days = {
            name: day.replace(year=day.year - back)
            for name in ("report_last_day", "final_report_last_day", "audit_last_day")
            if (day := getattr(terms, name)) is not None
        }
        moved.append(with_terms(terms, **days))
    # Where the rule set is silent about collected statements, each year has its own.
    return [*moved[1:], moved[0]] if back else moved


def _approve(life: Life, choose: Choose[Any]) -> Act:
    recommendation = life.now.recommendation
    assert recommendation is not None
    assessor = life.now.assessment.by if life.now.assessment else None
    leader = _hand(life, Role.LEADER, choose, recommendation.by, assessor, life.now.officer)
    if life.now.disqualified_hand is not None:
        return Act(leader, "send_back", {"comment": "En annen må forberede saken"})
    if not recommendation.grant:
        return _impartial(life, Act(leader, "reject", {"reason": "Ikke prioritert"}))
    if life.now.open_conditions:
        return Act(_officer(life), "meet_condition", _MET)
    grant = Act(leader, "grant", {})
    return _impartial(
        life, choose([grant, grant, grant, Act(leader, "send_back", {"comment": "Se på tallene"})])
    )


_MET: Final = {"condition": "knowledge_environment", "note": "Avtale lagt fram"}


# --- money out ------------------------------------------------------------------------------------------------------------


def _order(life: Life, choose: Choose[Any]) -> Act | None:
    case = life.now
    decision = case.decision
    assert decision is not None
    cancel = Act(_hand(life, Role.ATTESTOR, choose), "cancel_payment", {"reason": "Feil beløp"})
    if lapsed(life):
        return cancel if case.open_payment is not None else None
    if case.open_payment is not None:
        barred = (case.open_payment.ordered_by, decision.by, decision.recommended_by)
        attest = Act(_hand(life, Role.ATTESTOR, choose, *barred), "attest_payment", dict(CONTROLS))
        return choose([attest, attest, attest, cancel])  # type: ignore[no-any-return]
    if case.open_conditions:
        return Act(_hand(life, Role.CASE_OFFICER, choose), "meet_condition", _MET)
    if case.awaits_acceptance:
        return Act(_signatory(life), "accept_terms", {})
    if not case.account_confirmed:
        return Act(_signatory(life), "confirm_account", {"account": "12345678903"})
    return _impartial(
        life, Act(_hand(life, Role.LEADER, choose, decision.recommended_by), "order_payment", {})
    )


def _disburse(life: Life, choose: Choose[Any]) -> Act:
    accountant = _hand(life, Role.ACCOUNTANT, choose)
    voucher = life.voucher(paid_on=local_day(life.office.now))
    paid = Act(accountant, "register_disbursement", voucher)
    fault = Act(accountant, "register_payment_fault", {"fault": "Ukjent konto"})
    cancel = Act(accountant, "cancel_payment", {"reason": "Holdt igjen"})
    return choose([paid, paid, paid, paid, fault, cancel])  # type: ignore[no-any-return]


_BY_STAGE: Final[dict[Stage, Callable[[Life, Choose[Any]], Act | None]]] = {
    Stage.SUBMITTED: _assign,
    Stage.IN_ASSESSMENT: _assess,
    Stage.RETURNED: _supplement,
    Stage.ASSESSED: _recommend,
    Stage.AWAITING_APPROVAL: _approve,
    Stage.GRANTED: _order,
    Stage.PAYMENT_ORDERED: _disburse,
}


# --- use, reports, statements ---------------------------------------------------------------------------------------------


def _of_duties(life: Life, choose: Choose[Any]) -> Act | None:
    for report in life.now.reports:
        if report.is_open and (act := _of_report(life, report, choose)) is not None:
            return act
    if life.now.stage in {Stage.REPORTED, Stage.AUDITED}:
        for audit in life.now.audits:
            if audit.is_open:
                return _of_audit(life, audit, choose)
    return None


def _of_report(life: Life, duty: ReportDuty, choose: Choose[Any]) -> Act | None:
    if duty.state is DutyState.DELIVERED and lacks_second_eye(life.now, duty, life.office.rules):
        return Act(_hand(life, Role.LEADER, choose), "second_report", {"duty": duty.name})
    if duty.state is DutyState.DELIVERED:
        officer = _hand(life, Role.CASE_OFFICER, choose, duty.seconded_by)
        return _review(life, officer, "report", duty.name, choose)
    if local_year(life.office.now) < duty.year:
        return None
    left = choose([0, 0, duty.available_ore // 3, duty.available_ore])
    return Act(
        _signatory(life),
        "deliver_report",
        {
            "duty": duty.name,
            "spent_ore": duty.available_ore - left,
            "unused_ore": left,
            "final": choose([True, False]),
            "spent_until": _last_spent(life),
            "text": "Fire samlinger.",
        },
    )


def _last_spent(life: Life) -> Any:
    decision = life.now.decision
    assert decision is not None
    return min(local_day(life.office.now), life.now.ended_early_on or last_day(decision.use_deadline))


def _of_audit(life: Life, duty: AuditDuty, choose: Choose[Any]) -> Act:
    officer = _hand(life, Role.CASE_OFFICER, choose)
    if duty.state is DutyState.DELIVERED:
        chosen = {"applies": choose(["report", "auditor"]), "difference_reason": "Avrunding"}
        accept = Act(officer, "accept_audit", {"duty": duty.name} | SEEN | chosen)
        return choose([accept, accept, _return(life, officer, "audit", duty.name)])  # type: ignore[no-any-return]
    amount = choose([life.now.granted_ore, kroner(1)])
    fields = {"duty": duty.name, "amount_ore": amount, "auditor": "Revisjon Øst"}
    return Act(
        person(Role.MUNICIPAL_AUDITOR, None, life.now.host),
        "deliver_audit",
        fields | {"signed_on": local_day(life.office.now)},
    )


def _review(life: Life, officer: Actor, what: str, duty: str, choose: Choose[Any]) -> Act:
    approve = Act(officer, f"approve_{what}", {"duty": duty})
    return choose([approve, approve, _return(life, officer, what, duty)])  # type: ignore[no-any-return]


def _return(life: Life, officer: Actor, what: str, duty: str) -> Act:
    day = local_day(life.office.now) + timedelta(days=14)
    return Act(officer, f"return_{what}", {"duty": duty, "reason": "Tallene mangler", "last_day": day})


# --- money back, and the end ------------------------------------------------------------------------------------------------


def _of_claims(life: Life, choose: Choose[Any]) -> Act | None:
    for claim in life.now.claims:
        if claim.is_open:
            return _of_claim(life, claim, choose)
    unclaimed = life.now.unclaimed_ore
    if not unclaimed:
        return None
    amount = choose([unclaimed, unclaimed, max(1, unclaimed // 2)])
    fields = {"ground": "unused", "amount_ore": amount, "reason": "Ubrukt"}
    return Act(_hand(life, Role.CASE_OFFICER, choose), "propose_claim", fields)


def _of_claim(life: Life, claim: Claim, choose: Choose[Any]) -> Act:
    today = local_day(life.office.now)
    leader = _hand(life, Role.LEADER, choose, claim.proposed_by)
    accountant = _hand(life, Role.ACCOUNTANT, choose)
    number = {"claim": claim.number}
    if claim.overpaid_ore:
        back = {"returned_on": today, "voucher": f"R-{len(life.trail)}"}
        return Act(accountant, "return_overpayment", number | back)
    if life.now.needs_notice(claim) and claim.state is ClaimState.PROPOSED:
        return Act(_hand(life, Role.CASE_OFFICER, choose), "give_claim_notice", number)
    if claim.state is ClaimState.NOTICED and not claim.replied:
        return Act(_signatory(life), "reply_to_claim", number | {"text": "Vi er uenige"})
    if claim.state in {ClaimState.PROPOSED, ClaimState.NOTICED}:
        decide = Act(leader, "decide_claim", number | {"due_day": today + timedelta(days=30)})
        drop = Act(leader, "drop_claim", number | {"reason": "Ikke grunnlag"})
        return choose([decide, decide, decide, drop])  # type: ignore[no-any-return]
    return _of_decided_claim(life, claim, leader, accountant, choose)


def _of_decided_claim(life: Life, claim: Claim, leader: Actor, accountant: Actor, choose: Choose[Any]) -> Act:
    today, number = local_day(life.office.now), {"claim": claim.number}
    given_up = number | {"reason": "Lite beløp", "reference": "Bufdir 2028/9"}
    write_off = Act(leader, "write_off_claim", given_up)
    if claim.state is ClaimState.DECIDED:
        invoice = Act(accountant, "invoice_claim", number | {"kid": life.kid(claim.number)})
        return choose([invoice, invoice, invoice, write_off])  # type: ignore[no-any-return]
    outstanding = claim.outstanding_ore
    amount = choose([outstanding, max(1, outstanding // 2), outstanding + 1])
    money = number | {"amount_ore": amount, "received_on": today, "voucher": f"R-{len(life.trail)}"}
    repaid = Act(accountant, "register_repayment", money)
    if claim.state is ClaimState.IN_COLLECTION:
        lost = Act(leader, "write_off_claim", given_up | {"ground": "uncollectible"})
        return choose([repaid, lost])  # type: ignore[no-any-return]
    collect = Act(leader, "send_claim_to_collection", number | {"reason": "Ikke betalt"})
    overdue = claim.due_day is not None and today > claim.due_day + timedelta(days=14)
    later = number | {"due_day": max(today, claim.due_day or today) + timedelta(days=30), "reason": "Klage"}
    defer = Act(leader, "defer_claim", later)
    return choose([repaid, repaid, repaid, write_off, defer, collect if overdue else repaid])  # type: ignore[no-any-return]


def _of_use(life: Life, choose: Choose[Any]) -> Act | None:
    case = life.now
    if case.stage is Stage.REOPENED:
        officer = _hand(life, Role.CASE_OFFICER, choose)
        close = Act(officer, "close", {"note": "Fulgt opp"})
        left = case.paid_ore - case.claimed_ore
        more = {"ground": "unused", "amount_ore": max(1, left // 2), "reason": "Revisor fant mer"}
        return choose([close, close, Act(officer, "propose_claim", more) if left else close])  # type: ignore[no-any-return]
    if case.stage not in IN_USE or case.reports:
        return choose([None, None, None, _end_early(life)]) if _may_end_early(life) else None
    if case.open_extension is not None or case.open_change is not None:
        return _of_requests(life, choose)
    if not case.use_is_over:
        assert case.decision is not None
        later = last_day(case.decision.use_deadline) + timedelta(days=180)
        longer = Act(_signatory(life), "ask_extension", {"last_day": later, "reason": "Forsinket"})
        other = Act(_signatory(life), "ask_change", {"change": "To samlinger i stedet for fire"})
        return choose([None, _end_early(life), _answer(life, choose), longer, other])  # type: ignore[no-any-return]
    if case.unspent_ore is None:
        return _answer(life, choose)
    return Act(_hand(life, Role.CASE_OFFICER, choose), "close", {})


def _of_early_end(life: Life, choose: Choose[Any]) -> Act | None:
    if life.now.audit_open is None:
        return None
    choice = {"required": False, "reason": "Kilden sier ikke noe"}
    return Act(_hand(life, Role.LEADER, choose), "choose_audit", choice)


def _of_requests(life: Life, choose: Choose[Any]) -> Act:
    """Answer what the municipality has asked for."""
    if life.now.open_extension is not None:
        return _of_extension(life, choose)
    leader = _hand(life, Role.LEADER, choose)
    yes, no = Act(leader, "approve_change", {}), Act(leader, "decline_change", {"reason": "Nei"})
    return _impartial(life, choose([yes, no]))


def _of_extension(life: Life, choose: Choose[Any]) -> Act:
    asked, leader = life.now.open_extension, _hand(life, Role.LEADER, choose)
    assert asked is not None
    if asked.question_at is None:
        return Act(_hand(life, Role.CASE_OFFICER, choose), "ask_directorate", {"question": "Kan vi?"})
    if asked.allowed is None:
        answer = {"allowed": choose([False, True]), "reference": "Bufdir 2027/9"}
        return Act(_hand(life, Role.CASE_OFFICER, choose), "register_directorate_answer", answer)
    decline = Act(leader, "decline_extension", {"reason": "Fristen står"})
    if not asked.allowed or asked.wanted_day <= local_day(life.office.now):
        return decline
    return Act(leader, "extend_use", {"last_day": asked.wanted_day})


def _may_end_early(life: Life) -> bool:
    return life.now.stage in {Stage.DISBURSED, Stage.CARRY_OVER}


def _answer(life: Life, choose: Choose[Any]) -> Act:
    paid = life.now.paid_ore
    return Act(_signatory(life), "answer_use", {"unspent_ore": choose([0, paid // 4, paid])})


def _end_early(life: Life) -> Act:
    today = local_day(life.office.now)
    fields = {"end_day": _last_spent(life), "reason": "Ferdig", "audit_last_day": today + timedelta(days=90)}
    return Act(_signatory(life), "end_early", fields)
