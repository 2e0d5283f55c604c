"""What sets right each thing that was entered: nothing is taken out of a trail, a later event says otherwise and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.case import Case
from domain.possible import Possible, possible

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
    "AccountConfirmed": ("confirm_account", "cancel_payment"),
    "PaymentOrdered": ("cancel_payment", "propose_claim"),
    "PaymentAttested": ("cancel_payment", "propose_claim"),
    "Disbursed": ("propose_claim",),
    "UseAnswered": ("answer_use",),
    "ReportDelivered": ("return_report",),
    "AuditDelivered": ("return_audit",),
    "DirectorateAnswered": ("register_directorate_answer",),
    "ReversalRecommended": ("drop_reversal",),
    "ClaimProposed": ("drop_claim",),
    "ClaimNoticeGiven": ("drop_claim",),
    "ClaimDecided": ("reduce_claim",),
    "RepaymentReceived": ("return_overpayment",),
    "AppealFiled": ("withdraw_appeal",),
    "TransferAsked": ("decline_transfer",),
    "HostChanged": ("change_host",),
    "Closed": ("reopen",),
    "ReportApproved": ("reopen",),
    "AuditAccepted": ("reopen",),
}

#: Events that name by its number the claim or the appeal they are about; others name their duty, if any.
_NUMBERED: Final = frozenset(
    {"ClaimProposed", "ClaimNoticeGiven", "ClaimDecided", "RepaymentReceived", "AppealFiled"}
)

#: Each person's declaration stands beside the others'.
_SAID_OF: Final[Mapping[str, str]] = {"ImpartialityDeclared": "subject"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One thing that was entered: its event's number and kind, and the duty, claim, appeal or person it is about."""

    seq: int
    kind: str
    about: str | None

    @classmethod
    def of(cls, seq: int, kind: str, body: Mapping[str, Any]) -> "Entered":
        """Return what the event with this *body* entered."""
        about = body["number"] if kind in _NUMBERED else body.get(_SAID_OF.get(kind, "duty"))
        return cls(seq=seq, kind=kind, about=None if about is None else str(about))


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What can be done about an entry as the case stands; ``by`` is None where nothing can be done any more."""

    entered: Entered
    by: Possible | None


def corrections(case: Case, entries: Iterable[Entered]) -> tuple[Correction, ...]:
    """Return the newest entry of each kind about each thing, the newest first, with what sets it right now."""
    newest: dict[tuple[str, str | None], Entered] = {}
    for one in entries:
        if one.kind in SET_RIGHT:
            newest[one.kind, one.about] = one
    offered = possible(case)
    ordered = sorted(newest.values(), key=lambda one: one.seq, reverse=True)
    return tuple(Correction(entered=one, by=_nearest(offered, one)) for one in ordered)


def _nearest(offered: Iterable[Possible], entered: Entered) -> Possible | None:
    found = {
        one.command: one
        for one in reversed(tuple(offered))
        if one.about is None or one.about == entered.about or entered.about is None
    }
    return next((found[name] for name in SET_RIGHT[entered.kind] if name in found), None)
