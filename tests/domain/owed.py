"""What somebody owes in a case, by the clock that must run for it: DOMAIN §2.7 said once more, the other way round."""

from collections.abc import Iterator

from domain.appeals import AppealRegime, AppealState
from domain.case import IN_USE, Case
from domain.claims import ClaimState
from domain.duties import DutyState
from domain.lifecycle import Stage

_BY_STAGE = {
    Stage.SUBMITTED: "assign",
    Stage.IN_ASSESSMENT: "assess",
    Stage.RETURNED: "supplement",
    Stage.AWAITING_APPROVAL: "approve",
}


def owed(case: Case) -> set[str]:
    """Return the clocks that must run in *case*, by the first word of their names."""
    return {*_of_stage(case), *_of_money(case), *_of_duties(case), *_of_claims(case), *_of_disputes(case)}


def _of_stage(case: Case) -> Iterator[str]:
    if case.stage in _BY_STAGE:
        yield _BY_STAGE[case.stage]
    if case.awaits_acceptance:
        yield "acceptance"
    if case.awaits_budget:
        yield "budget"


def _of_money(case: Case) -> Iterator[str]:
    if case.stage in {Stage.GRANTED, Stage.PAYMENT_ORDERED} and not case.grant_year_ended:
        yield "payment"
    if case.stage in {Stage.DISBURSED, Stage.CARRY_OVER} and not case.use_ended:
        yield "use"
    if case.stage in IN_USE and case.use_is_over and not case.use_is_told:
        yield "use_question"
    asked = case.open_extension
    if asked is not None and asked.question_at is not None and asked.allowed is None:
        yield "directorate"


def _of_duties(case: Case) -> Iterator[str]:
    if not case.paid_ore:
        return
    for word, duties in (("report", case.reports), ("audit", case.audits)):
        for duty in duties:
            if duty.awaits_grantee:
                yield word
            if duty.state is DutyState.DELIVERED:
                yield f"{word}_review"


def _of_claims(case: Case) -> Iterator[str]:
    for claim in case.claims:
        if claim.state is ClaimState.NOTICED and not claim.replied:
            yield "claim_notice"
        if claim.state in {ClaimState.DECIDED, ClaimState.INVOICED, ClaimState.PART_PAID}:
            yield "claim"
        if claim.state is ClaimState.IN_COLLECTION:
            yield "collection"


def _of_disputes(case: Case) -> Iterator[str]:
    formal = case.appeal_regime is AppealRegime.INDIVIDUAL_DECISION
    undecided = case.stage in {*_BY_STAGE, Stage.ASSESSED} and not case.decisions
    if formal and undecided and not case.preliminary_reply_sent:
        yield "preliminary_reply"
    for appeal in case.appeals:
        if appeal.state in {AppealState.RECEIVED, AppealState.LATE, AppealState.UNDER_REVIEW}:
            yield "appeal_review"
        if appeal.state is AppealState.FORWARDED:
            yield "appeal_follow_up"
    if case.reversal is not None and case.reversal.reply_day is not None and case.reversal.needs_notice:
        yield "reversal_notice"
