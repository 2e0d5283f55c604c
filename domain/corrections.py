"""What sets right each thing that was entered: nothing is taken out of a trail, a later event says otherwise and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.case import Case
from domain.possible import Possible, possible

#: Kind of event -> the command that says anew what was noted of it: it changes nothing else (ADR 0019).
SAID_ANEW: Final[Mapping[str, str]] = {
    "ConditionMet": "reopen_condition",
    "Disbursed": "correct_disbursement",
    "RepaymentReceived": "correct_repayment",
    "OverpaymentReturned": "correct_overpayment",
    "AppealDecided": "correct_appeal_outcome",
    "DirectorateAnswered": "correct_directorate_answer",
}

#: Kind of correction -> the kind of entry that it is a correction of.
CORRECTS: Final[Mapping[str, str]] = {
    "ConditionReopened": "ConditionMet",
    "DisbursementCorrected": "Disbursed",
    "RepaymentCorrected": "RepaymentReceived",
    "OverpaymentCorrected": "OverpaymentReturned",
    "AppealOutcomeCorrected": "AppealDecided",
    "DirectorateAnswerCorrected": "DirectorateAnswered",
}

#: Kind of event -> the commands that set it right, the nearest first: before a decision is sent the entry itself is
#: made anew, afterwards only by a new decision (DOMAIN §4.5).
SET_RIGHT: Final[Mapping[str, tuple[str, ...]]] = {
    "Submitted": ("return_for_supplement", "send_back", "recommend_reversal"),
    "ImpartialityDeclared": ("declare_impartiality",),
    "Assigned": ("assign",),
    "ReturnedForSupplement": ("resume_assessment",),
    "Supplemented": ("return_for_supplement", "send_back", "recommend_reversal"),
    "Withdrawn": (),
    "DismissalRecommended": ("recommend_dismissal",),
    "Dismissed": ("recommend_reversal",),
    "Assessed": ("assess", "send_back", "recommend_reversal"),
    "Ranked": ("rank", "send_back"),
    "Recommended": ("send_back", "recommend_reversal"),
    "Granted": ("recommend_reversal",),
    "Rejected": ("recommend_reversal",),
    "Reversed": ("recommend_reversal",),
    "ConditionMet": ("meet_condition", "recommend_reversal", "propose_claim"),
    "AccountConfirmed": ("confirm_account", "cancel_payment"),
    "PaymentOrdered": ("cancel_payment", "propose_claim"),
    "PaymentAttested": ("cancel_payment", "propose_claim"),
    "Disbursed": ("propose_claim",),
    "UseAnswered": ("answer_use",),
    "ReportDelivered": ("return_report",),
    "AuditDelivered": ("return_audit",),
    "DirectorateAnswered": (),
    "AppealDecided": ("recommend_reversal",),
    "ReversalRecommended": ("drop_reversal",),
    "ClaimProposed": ("drop_claim",),
    "ClaimNoticeGiven": ("drop_claim",),
    "ClaimDecided": ("reduce_claim",),
    "RepaymentReceived": ("return_overpayment",),
    "OverpaymentReturned": (),
    "AppealFiled": ("withdraw_appeal",),
    "TransferAsked": ("decline_transfer",),
    "HostChanged": ("change_host",),
    "Closed": ("reopen",),
    "ReportApproved": ("reopen",),
    "AuditAccepted": ("reopen",),
}

#: The field of an event that says what it is about, where that is not its duty.
_ABOUT: Final[Mapping[str, str]] = {
    "AppealDecided": "number",
    "AppealFiled": "number",
    "AppealOutcomeCorrected": "number",
    "ClaimDecided": "number",
    "ClaimNoticeGiven": "number",
    "ClaimProposed": "number",
    "ConditionMet": "condition",
    "ConditionReopened": "condition",
    "DirectorateAnswerCorrected": "number",
    "DirectorateAnswered": "number",
    "Disbursed": "payment_no",
    "DisbursementCorrected": "payment_no",
    # Each person's declaration stands beside the others'.
    "ImpartialityDeclared": "subject",
    "OverpaymentCorrected": "number",
    "OverpaymentReturned": "number",
    "RepaymentCorrected": "number",
    "RepaymentReceived": "number",
}

#: Of several about the same, which: each sum that came in or went back has its voucher.
_WHICH: Final[Mapping[str, str]] = {
    "OverpaymentCorrected": "returned",
    "OverpaymentReturned": "voucher",
    "RepaymentCorrected": "receipt",
    "RepaymentReceived": "voucher",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One thing that was entered.

    Args:
        seq: Its event's number.
        kind: Its event's kind.
        about: The duty, claim, appeal, condition, payment or person it is about.
        which: Which of several about the same.
        renamed: What that is called from then on, where a correction says so.
    """

    seq: int
    kind: str
    about: str | None
    which: str | None = None
    renamed: str | None = None

    @classmethod
    def of(cls, seq: int, kind: str, body: Mapping[str, Any]) -> "Entered":
        """Return what the event with this *body* entered."""
        about = body.get(_ABOUT.get(kind, "duty"))
        which = body[_WHICH[kind]] if kind in _WHICH else None
        renamed = body["voucher"] if kind in CORRECTS and kind in _WHICH else None
        return cls(
            seq=seq, kind=kind, about=None if about is None else str(about), which=which, renamed=renamed
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What can be done about an entry as the case stands; ``ways`` is empty where nothing can be done any more."""

    entered: Entered
    ways: tuple[Possible, ...]


def corrections(case: Case, entries: Iterable[Entered]) -> tuple[Correction, ...]:
    """Return the newest entry of each kind about each thing, the newest first, with what sets it right now.

    Where what was noted can be said anew, that comes first; beside it stands the nearest of what goes further.
    """
    newest: dict[tuple[str, str | None, str | None], Entered] = {}
    for one in entries:
        if one.kind in SET_RIGHT:
            newest[one.kind, one.about, one.which] = one
    offered = possible(case)
    ordered = sorted(newest.values(), key=lambda one: one.seq, reverse=True)
    return tuple(Correction(entered=one, ways=_ways(offered, one)) for one in ordered)


def corrected_by(entries: Iterable[Entered]) -> dict[int, tuple[int, ...]]:
    """Return, for each entry that was said anew, the numbers of the events that did; *entries* in order."""
    known: dict[tuple[str, str | None, str | None], int] = {}
    found: dict[int, tuple[int, ...]] = {}
    for one in entries:
        if one.kind in SAID_ANEW:
            known[one.kind, one.about, one.which] = one.seq
        elif one.kind in CORRECTS:
            kind = CORRECTS[one.kind]
            seq = known[kind, one.about, one.which]
            found[seq] = (*found.get(seq, ()), one.seq)
            known[kind, one.about, one.renamed or one.which] = seq
    return found


def _ways(offered: Iterable[Possible], entered: Entered) -> tuple[Possible, ...]:
    found = {
        one.command: one
        for one in reversed(tuple(offered))
        if one.about is None or one.about == entered.about or entered.about is None
    }
    anew = (SAID_ANEW[entered.kind],) if entered.kind in SAID_ANEW else ()
    nearest = next((name for name in SET_RIGHT[entered.kind] if name in found), None)
    return tuple(found[name] for name in (*anew, nearest) if name is not None and name in found)
