"""Who may ask for what: role × office or municipality × hands already used (DOMAIN §2.3, R26-45, fvl. § 6)."""

from typing import Final

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.case import Case
from domain.refusal import Refused

_OFFICER: Final = frozenset({Role.CASE_OFFICER})
_LEADER: Final = frozenset({Role.LEADER})
_OFFICE: Final = frozenset({Role.CASE_OFFICER, Role.LEADER})
_SIGNATORY: Final = frozenset({Role.APPLICANT_SIGNATORY})
_ATTESTOR: Final = frozenset({Role.ATTESTOR})
_ACCOUNTANT: Final = frozenset({Role.ACCOUNTANT})

#: The roles that may send each command, and the transition that says so.
MAY: Final[dict[str, tuple[frozenset[Role], str]]] = {
    "submit": (_SIGNATORY | _OFFICER, "T03"),
    "declare_impartiality": (OFFICE_ROLES, "E40"),
    "assign": (_OFFICE, "T05"),
    "return_for_supplement": (_OFFICER, "T06"),
    "supplement": (_SIGNATORY | _OFFICER, "T07"),
    "confirm_anchoring": (_SIGNATORY, "R26-12"),
    "resume_assessment": (_OFFICER, "T06"),
    "withdraw": (_SIGNATORY | _OFFICER, "T08"),
    "accept_late_application": (_LEADER, "E20"),
    "recommend_dismissal": (_OFFICER, "T09"),
    "dismiss": (_LEADER, "T09"),
    "assess": (_OFFICER, "T10"),
    "rank": (_OFFICE, "T11"),
    "recommend": (_OFFICER, "T11"),
    "send_back": (_OFFICE, "T12"),
    "grant": (_LEADER, "T13"),
    "reject": (_LEADER, "T14"),
    "accept_terms": (_SIGNATORY, "T15"),
    "deliver_budget": (_SIGNATORY | _OFFICER, "T13"),
    "confirm_account": (_SIGNATORY, "T16"),
    "meet_condition": (_OFFICER, "R26-17"),
    "reopen_condition": (_OFFICER, "R26-17"),
    "allow_late_payment": (_LEADER, "E37"),
    "order_payment": (_LEADER, "T16"),
    "attest_payment": (_ATTESTOR, "T16"),
    "cancel_payment": (_LEADER | _ATTESTOR | _ACCOUNTANT, "T16"),
    "register_disbursement": (_ACCOUNTANT, "T17"),
    "correct_disbursement": (_ACCOUNTANT, "T17"),
    "register_payment_fault": (_ACCOUNTANT, "T18"),
    "answer_use": (_SIGNATORY | _OFFICER, "R26-33"),
    "deliver_report": (_SIGNATORY | _OFFICER, "T21"),
    "return_report": (_OFFICER, "T22"),
    "second_report": (_OFFICE, "T23"),
    "approve_report": (_OFFICER, "T23"),
    "deliver_audit": (frozenset({Role.MUNICIPAL_AUDITOR}) | _OFFICER, "T25"),
    "return_audit": (_OFFICER, "T25"),
    "accept_audit": (_OFFICER, "T25"),
    "end_early": (_SIGNATORY | _LEADER, "T28"),
    "choose_audit": (_LEADER, "T28"),
    "ask_extension": (_SIGNATORY | _OFFICER, "T41"),
    "ask_directorate": (_OFFICE, "R26-34"),
    "register_directorate_answer": (_OFFICE, "R26-34"),
    "correct_directorate_answer": (_OFFICE, "R26-34"),
    "extend_use": (_LEADER, "T41"),
    "decline_extension": (_LEADER, "T41"),
    "ask_change": (_SIGNATORY | _OFFICER, "T41"),
    "approve_change": (_LEADER, "T41"),
    "decline_change": (_LEADER, "T41"),
    "propose_claim": (_OFFICER, "T30"),
    "give_claim_notice": (_OFFICER, "T30"),
    "reply_to_claim": (_SIGNATORY | _OFFICER, "T30"),
    "decide_claim": (_LEADER, "T31"),
    "drop_claim": (_LEADER, "T31"),
    "defer_claim": (_LEADER, "L-26"),
    "reduce_claim": (_LEADER, "T40"),
    "invoice_claim": (_ACCOUNTANT, "T32"),
    "register_repayment": (_ACCOUNTANT, "T33"),
    "correct_repayment": (_ACCOUNTANT, "T33"),
    "correct_overpayment": (_ACCOUNTANT, "T33"),
    "send_claim_to_collection": (_LEADER, "T32"),
    "return_overpayment": (_ACCOUNTANT, "T33"),
    "write_off_claim": (_LEADER, "T35"),
    "close": (_OFFICER, "T24"),
    "remind": (_OFFICE, "T20"),
    "send_preliminary_reply": (_OFFICER, "L-21"),
    "file_appeal": (_SIGNATORY | _OFFICER, "T36"),
    "accept_late_appeal": (_LEADER, "T36"),
    "prepare_appeal": (_OFFICER, "T36"),
    "uphold_appeal": (_LEADER, "T37"),
    "forward_appeal": (_LEADER, "T38"),
    "register_appeal_outcome": (_OFFICER, "T39"),
    "correct_appeal_outcome": (_OFFICER, "T39"),
    "conclude_appeal": (_LEADER, "T39"),
    "decline_appeal": (_LEADER, "T36"),
    "withdraw_appeal": (_SIGNATORY | _OFFICER, "T36"),
    "recommend_reversal": (_OFFICER, "T40"),
    "give_reversal_notice": (_OFFICE, "L-22"),
    "reverse": (_LEADER, "T40"),
    "drop_reversal": (_LEADER, "T40"),
    "keep_duty": (_LEADER, "E7"),
    "note_project_duty_lapsed": (frozenset({Role.SYSTEM}), "R26-53"),
    "ask_transfer": (_LEADER, "T43"),
    "accept_transfer": (_LEADER, "T43"),
    "decline_transfer": (_LEADER, "T43"),
    "change_host": (_LEADER, "T43"),
    "reopen": (_LEADER, "T42"),
    "note_project_duty": (frozenset({Role.SYSTEM}), "R26-53"),
}

#: What an organisation's own program may send: what its municipality says, and what the accounts tell. Everything else is
#: somebody's judgement, whose impartiality can be asked for and whose hand is one of the four.
BY_PROGRAM: Final[dict[Role, frozenset[str]]] = {
    Role.APPLICANT_SIGNATORY: frozenset(kind for kind, (roles, _rule) in MAY.items() if roles & _SIGNATORY),
    Role.ACCOUNTANT: frozenset(
        {
            "register_disbursement",
            "register_payment_fault",
            "invoice_claim",
            "register_repayment",
            "return_overpayment",
        }
    ),
}


def office_asked(case: Case, kind: str, unit: str) -> str:
    """Return whose word *kind* is in *case*: its office's; a transfer is the asked office's to accept, and both's to drop."""
    asked = case.transfer_to
    if asked is None or kind not in {"accept_transfer", "decline_transfer"}:
        return case.office
    return case.office if kind == "decline_transfer" and unit == case.office else asked


def check_authority(kind: str, actor: Actor, *, office: str, host: str) -> None:
    """Refuse *kind* unless the actor's role may send it and the actor belongs to the case's *office* or *host*.

    Raises:
        Refused: ``role_not_allowed``, ``other_office``, ``other_municipality`` or ``person_required``; these also go to
            the access log.
    """
    roles, rule = MAY[kind]
    if actor.role not in roles:
        allowed = sorted(role.value for role in roles)
        raise Refused("role_not_allowed", rule, role=actor.role.value, allowed=allowed, command=kind)
    if actor.role in OFFICE_ROLES and actor.unit != office:
        raise Refused("other_office", "R26-45", office=office, unit=actor.unit)
    if actor.role in MUNICIPAL_ROLES and actor.unit != host:
        raise Refused("other_municipality", rule, unit=actor.unit)
    if actor.is_program and kind not in BY_PROGRAM.get(actor.role, frozenset()):
        raise Refused("person_required", "E40", command=kind)


def check_impartial(case: Case, actor: Actor, *, declared: bool = False) -> None:
    """Refuse a person who is disqualified in this case, and where *declared* also one who has not declared yet.

    Raises:
        Refused: ``disqualified`` or ``impartiality_not_declared``.
    """
    if actor.role not in OFFICE_ROLES:
        return
    if actor.subject in case.disqualified:
        raise Refused("disqualified", "E40")
    if declared and actor.subject not in case.impartial:
        raise Refused("impartiality_not_declared", "E40")


def check_other_hand(actor: Actor, earlier: str | None, code: str, rule: str) -> None:
    """Refuse an actor whose hand was already used *earlier* in the same matter (four eyes)."""
    if earlier is not None and actor.subject == earlier:
        raise Refused(code, rule)
