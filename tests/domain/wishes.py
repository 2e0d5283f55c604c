"""What people may ask of a case, sensible or not, in a form that the door lets through."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.commands import BODIES, WithFiles
from domain.instants import local_day
from domain.money import kroner
from tests.domain.lives import CRITERIA, KID, Life
from tests.domain.ways import PEOPLE, TERMS

Choose = Callable[[Sequence[Any]], Any]

_DUTIES: Final = ("2026", "2027", "2021", "2022", "collected", "early", "nothing")
_YES_NO: Final = (True, True, True, False)
_TEXTS: Final = (None, "Slik er det")


def wish(life: Life, kind: str, choose: Choose) -> dict[str, Any]:
    """Return the fields of a command of *kind*, each chosen from what is likely to matter in this case."""
    options = _options(life, kind, choose)
    if issubclass(BODIES[kind], WithFiles):
        options["attachments"] = ([], ["ab" * 32])
    return {name: choose(some) for name, some in options.items()}


def _options(life: Life, kind: str, choose: Choose) -> dict[str, Sequence[Any]]:
    days, amounts = _days(life), _amounts(life)
    some = [amount for amount in amounts if amount]
    text, duty, claim = ["Slik er det"], _DUTIES, (1, 1, 2, 3)
    by_kind: dict[str, dict[str, Sequence[Any]]] = {
        "declare_impartiality": {"impartial": _YES_NO, "reason": _TEXTS},
        "assign": {"officer": PEOPLE},
        "return_for_supplement": {"deficiencies": [["plan_missing"]], "explanation": text, "last_day": days},
        "supplement": {"application": [life.office.application()]},
        "confirm_anchoring": {"position": ["kommunedirektør"], "person": text, "anchored_on": days},
        "resume_assessment": {},
        "withdraw": {"reason": _TEXTS},
        "accept_late_application": {"reason": text},
        "recommend_dismissal": {"ground": ("late", "not_eligible", "wrong_applicant"), "reason": text},
        "dismiss": {"ground": ("late", "not_eligible", "wrong_applicant"), "reason": text},
        "assess": _assess(choose) | {"proposed_ore": amounts},
        "rank": {"place": (1, 2, 2, 9), "reason": text},
        "recommend": {
            "grant": _YES_NO,
            "amount_ore": [*amounts, life.now.applied_ore + kroner(1)],
            "difference_reason": _TEXTS,
            "terms": TERMS,
            "reason": text,
            "rejection_ground": (None, "criteria", "priority", "frame"),
        },
        "send_back": {"comment": text},
        "grant": {},
        "allow_late_payment": {"reference": ["Bufdir 2027/3"]},
        "ask_change": {"change": text},
        "approve_change": {"note": _TEXTS},
        "decline_change": {"reason": text},
        "order_payment": {},
        "reject": {"reason": text},
        "accept_terms": {},
        "deliver_budget": {"text": text},
        "confirm_account": {"account": ["12345678903"]},
        "meet_condition": {"condition": ("knowledge_environment", "another"), "note": text},
        "attest_payment": dict.fromkeys(("legal_ground", "budget_cover", "soundness", "recipient"), _YES_NO),
        "register_disbursement": {
            "amount_ore": some,
            "org_number": (life.now.host, life.now.host, "964950679"),
            "voucher": ["V-9"],
            "paid_on": days,
        },
        "register_payment_fault": {"fault": text},
        "cancel_payment": {"reason": text},
        "answer_use": {"unspent_ore": amounts},
        "deliver_report": _report(life, choose, days, amounts),
        "return_report": {"duty": duty, "reason": text, "last_day": days},
        "second_report": {"duty": duty, "note": _TEXTS},
        "approve_report": {"duty": duty, "note": _TEXTS},
        "deliver_audit": {"duty": duty, "amount_ore": amounts, "auditor": text, "signed_on": days},
        "return_audit": {"duty": duty, "reason": text, "last_day": days},
        "accept_audit": dict.fromkeys(("names_grant", "names_period", "own_auditor"), _YES_NO)
        | {
            "duty": duty,
            "applies": (None, "report", "auditor"),
            "difference_reason": _TEXTS,
        },
        "end_early": {
            "end_day": days,
            "reason": text,
            "audit_last_day": (None, *days),
            "source": (None, "2027/31"),
        },
        "choose_audit": {"required": (True, False), "reason": text, "last_day": (None, *days)},
        "ask_extension": {"last_day": [*days, _beyond(life)], "reason": text},
        "ask_directorate": {"question": text},
        "register_directorate_answer": {"allowed": _YES_NO, "reference": ["Bufdir 2027/9"]},
        "extend_use": {"last_day": [*days, _beyond(life)], "final_report_last_day": (None, *days)},
        "decline_extension": {"reason": text},
        "propose_claim": {"ground": ("unused", "breach", "overpaid"), "amount_ore": some, "reason": text},
        "give_claim_notice": {"claim": claim},
        "reply_to_claim": {"claim": claim, "text": text},
        "return_overpayment": {"claim": claim, "returned_on": days, "voucher": ["R-10", "R-11"]},
        "decide_claim": {"claim": claim, "due_day": days},
        "drop_claim": {"claim": claim, "reason": text},
        "defer_claim": {"claim": claim, "due_day": [*days, _beyond(life)], "reason": text},
        "reduce_claim": {"claim": claim, "amount_ore": amounts, "reason": text},
        "invoice_claim": {"claim": claim, "kid": (life.kid(1), life.kid(2), KID, "123")},
        "register_repayment": {
            "claim": claim,
            "amount_ore": some,
            "received_on": days,
            "voucher": [f"R-{len(life.trail)}", "R-9"],
        },
        "send_claim_to_collection": {"claim": claim, "reason": text},
        "write_off_claim": {
            "claim": claim,
            "amount_ore": (None, None, *some),
            "ground": ("waived", "uncollectible"),
            "reference": (None, "Bufdir 2028/9"),
            "reason": text,
        },
        "reopen_condition": {"condition": ("knowledge_environment", "another"), "reason": text},
        "correct_disbursement": {
            "payment": (1, 1, 2),
            "voucher": (None, "V-9", f"V-{len(life.trail)}"),
            "paid_on": (None, *days),
            "reason": text,
        },
        "correct_repayment": {
            "claim": claim,
            "receipt": [*(voucher for one in life.now.claims for voucher in one.vouchers), "R-0"],
            "amount_ore": (None, None, *some),
            "received_on": (None, *days),
            "voucher": (None, "R-9", f"R-{len(life.trail)}"),
            "posting": (None, "5309.29"),
            "reason": text,
        },
        "correct_overpayment": {
            "claim": claim,
            "returned": [*(voucher for one in life.now.claims for voucher in one.returns), "R-0"],
            "returned_on": (None, *days),
            "voucher": (None, "R-19", f"R-{len(life.trail)}"),
            "reason": text,
        },
        "correct_appeal_outcome": {
            "appeal": claim,
            "outcome": (None, "upheld", "changed", "annulled", "returned"),
            "decided_on": (None, *days),
            "reference": (None, "2026/1-3"),
            "reason": text,
        },
        "correct_directorate_answer": {
            "allowed": (None, True, False),
            "reference": (None, "Bufdir 2027/10"),
            "reason": text,
        },
        "close": {"note": _TEXTS},
        "remind": {},
        "send_preliminary_reply": {"expected_day": days, "appeal": (None, 1, 2)},
        "file_appeal": {"claim": (None, None, 1, 2), "text": text},
        "accept_late_appeal": {"appeal": claim, "reason": text},
        "prepare_appeal": {"appeal": claim, "view": ("keep", "uphold"), "assessment": text},
        "uphold_appeal": {"appeal": claim, "claim_amount_ore": (None, 0, *some)},
        "forward_appeal": {"appeal": claim, "assessment": text},
        "register_appeal_outcome": {
            "appeal": claim,
            "outcome": ("upheld", "changed", "annulled", "returned"),
            "decided_on": days,
            "reference": ["2026/1-2"],
        },
        "conclude_appeal": {"appeal": claim, "note": text},
        "decline_appeal": {"appeal": claim, "reason": text},
        "withdraw_appeal": {"appeal": claim},
        "recommend_reversal": {
            "ground": ("benefit", "not_notified", "invalid", "other_law", "appeal_ruling"),
            "amount_ore": (None, *amounts),
            "terms": (None, *TERMS),
            "reason": text,
        },
        "give_reversal_notice": {"explanation": text, "last_day": days},
        "reverse": {},
        "drop_reversal": {"reason": text},
        "keep_duty": {"reason": text},
        "note_project_duty_lapsed": {
            "carried_by": ["another"],
            "carried_by_no": ["SFIN-2026-99"],
            "rule": ["E7"],
        },
        "ask_transfer": {"office": ("SFAG", "SFIN", "SFVL"), "reason": text},
        "accept_transfer": {},
        "decline_transfer": {"reason": text},
        "change_host": {
            "org_number": ("964950679", life.now.host),
            "contact": ["post@loten.example"],
            "reason": text,
        },
        "reopen": {"reason": text, "source": ["RR 2028/14"]},
        "note_project_duty": {
            "carried_by": ["another"],
            "carried_by_no": ["SFIN-2026-99"],
            "basis_ore": some,
            "rule": ["R26-53"],
        },
    }
    if kind not in by_kind:
        raise LookupError(
            f"{kind}: say here what people may ask with it, so that it is tried in any order too"
        )
    return by_kind[kind]


def _beyond(life: Life) -> Any:
    """Return a day after the use deadline, where there is one."""
    decision = life.now.decision
    return local_day(decision.use_deadline if decision else life.office.now) + timedelta(days=90)


def _days(life: Life) -> list[Any]:
    today = local_day(life.office.now)
    return [today + timedelta(days=ahead) for ahead in (0, 1, 14, 60, 400, -1, -60, -400)]


def _amounts(life: Life) -> list[int]:
    case = life.now
    outstanding = [claim.outstanding_ore for claim in case.claims]
    known = [case.applied_ore, case.granted_ore, case.paid_ore, case.unclaimed_ore, *outstanding]
    return [*known, 0, 1, 150, kroner(1), kroner(100_000)]


def _assess(choose: Choose) -> dict[str, Sequence[Any]]:
    asked = choose((CRITERIA, CRITERIA, CRITERIA[:1], (*CRITERIA, "another")))
    return {
        "answers": [[{"criterion": key, "met": True, "reason": "Ja"} for key in asked]],
        "knowledge_environment_needed": (True, False, None),
        "knowledge_environment_reason": _TEXTS[::-1],
        "leader_effect": (True, False, None),
        "leader_effect_reason": _TEXTS[::-1],
    }


def _report(life: Life, choose: Choose, days: list[Any], amounts: list[int]) -> dict[str, Sequence[Any]]:
    """Return a report that most often adds up."""
    duties = life.now.reports
    duty = choose(duties) if duties else None
    available = duty.available_ore if duty else 0
    left = min(available, choose(amounts))
    return {
        "duty": [duty.name, duty.name, "nothing"] if duty else _DUTIES,
        "spent_ore": [available - left, available - left, choose(amounts)],
        "unused_ore": [left],
        "final": (True, False),
        "spent_until": days,
        "text": ["Fire samlinger"],
        "interest_ore": (None, 0),
        "vat_compensated_ore": (None, 0),
    }
