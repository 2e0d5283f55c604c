"""What a form begins with: what the case already knows is not asked again, and what can be chosen has its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from domain.actors import Actor
from domain.case import Case, PaymentState
from domain.checks import FINDING_CODES
from domain.letter_days import LetterDays
from domain.offices import OFFICES
from domain.rounds import Round
from domain.ruleset import Strand
from letters import formats
from letters.formats import NBSP, Language
from letters.naming import office_name
from web.forms.fields import Field, Kind, Option
from web.people import called
from web.words import has, say, sentence

#: Findings that are about one place in the form, and nothing that a municipality can be asked to send.
_OF_THE_OFFICER: Final = frozenset({"identity_number_in_text"})

#: What is not asked for in the assessment of each strand.
_NOT_OF_STRAND: Final = {
    Strand.LEARNING: frozenset({"leader_effect", "leader_effect_reason"}),
    Strand.LEADER: frozenset({"knowledge_environment_needed", "knowledge_environment_reason"}),
}

#: What a report answers only where the letter asks for it (E31).
_ASKED_BY_THE_LETTER: Final = frozenset({"interest_ore", "vat_compensated_ore"})


def filled(
    language: Language, fields: Sequence[Field], case: Case, round_: Round, actor: Actor
) -> tuple[Field, ...]:
    """Return *fields* with what can be chosen in each, in words."""
    asked = case.duty_terms is not None and case.duty_terms.interest_and_vat
    hidden = _NOT_OF_STRAND[case.strand] | (frozenset() if asked else _ASKED_BY_THE_LETTER)
    return tuple(
        _with_options(language, one, case, round_, actor) for one in fields if one.name not in hidden
    )


def with_days(language: Language, fields: Sequence[Field], days: LetterDays) -> tuple[Field, ...]:
    """Return *fields* with the days that the letter may name beside those that it names (E16)."""
    names = asdict(days)
    return tuple(
        replace(one, proposed=formats.day(language, names[one.last])) if one.last in names else one
        for one in fields
    )


def _with_options(language: Language, one: Field, case: Case, round_: Round, actor: Actor) -> Field:
    if one.name == "officer":
        return one.with_options(_officers(language, case, actor))
    if one.name in _OFFERED:
        return one.with_options(_OFFERED[one.name](language, case))
    if one.kind is Kind.SEVERAL:
        return one.with_options(_deficiencies(language, case))
    if one.kind is Kind.ANSWERS:
        return one.with_options(_criteria(language, round_))
    if one.kind is Kind.CHOICE:
        return one.with_options(
            [Option(value=code, label=_code(language, one.family, code)) for code in one.codes]
        )
    return one


def _officers(language: Language, case: Case, actor: Actor) -> list[Option]:
    """Those who have declared to be impartial, and oneself first."""
    known = (
        dict.fromkeys((actor.subject, *case.impartial)) if actor.role == "case_officer" else case.impartial
    )
    return [
        Option(
            value=subject,
            label=called(language, subject),
            help="" if subject in case.impartial else say(language, "form-not-declared"),
        )
        for subject in known
        if subject not in case.disqualified
    ]


def _offices(language: Language, case: Case) -> list[Option]:
    others = (code for code in OFFICES if code != case.office)
    return [Option(value=code, label=office_name(language, code)) for code in others]


def _receipts(_language: Language, case: Case) -> list[Option]:
    return _sums(voucher for claim in case.claims for voucher in claim.vouchers)


def _returns(_language: Language, case: Case) -> list[Option]:
    return _sums(voucher for claim in case.claims for voucher in claim.returns)


def _sums(vouchers: Iterable[str]) -> list[Option]:
    """Sums that came in, or went back, by their vouchers."""
    return [Option(value=voucher, label=voucher) for voucher in dict.fromkeys(vouchers)]


#: Choices of which the case alone knows, by the name of the field.
_OFFERED: Final = {"office": _offices, "receipt": _receipts, "returned": _returns}


def _deficiencies(language: Language, case: Case) -> list[Option]:
    """What the formal checks remarked first, then everything else that can lack."""
    remarked = [remark.split(":", 2)[1] for remark in case.remarks]
    codes = dict.fromkeys((*remarked, *sorted(FINDING_CODES)))
    return [
        Option(value=code, label=sentence(say(language, f"finding-{code}.short")))
        for code in codes
        if code not in _OF_THE_OFFICER and has(language, f"finding-{code}.short")
    ]


def _criteria(language: Language, round_: Round) -> list[Option]:
    return [
        Option(value=one.key, label=sentence(one.nn if language is Language.NN else one.nb))
        for one in round_.criteria
    ]


def _code(language: Language, family: str, code: str) -> str:
    return sentence(say(language, f"{family}-{code}"))


def beginning(language: Language, command: str, case: Case, about: str | None) -> Mapping[str, Any]:
    """Return what stands in the form of *command* when it is opened, by field."""
    payment = case.open_payment
    known: dict[str, Any] = {}
    if command == "register_disbursement" and payment is not None and payment.state is PaymentState.ATTESTED:
        known = {"amount_ore": _amount(language, payment.amount_ore), "org_number": case.host}
    elif command == "assess":
        known = {"proposed_ore": _amount(language, case.applied_ore)}
    elif command == "recommend":
        proposed = case.assessment.proposed_ore if case.assessment else case.applied_ore
        known = {"grant": "yes", "amount_ore": _amount(language, proposed)}
    elif command == "propose_claim" and case.unclaimed_ore:
        known = {"ground": "unused", "amount_ore": _amount(language, case.unclaimed_ore)}
    elif command in {"register_repayment", "write_off_claim"} and about and about.isdecimal():
        claim = case.claim(int(about))
        known = {"amount_ore": _amount(language, claim.outstanding_ore)} if claim else {}
    elif command == "correct_repayment" and about and about.isdecimal():
        claim = case.claim(int(about))
        known = {"receipt": claim.vouchers[-1]} if claim and claim.vouchers else {}
    elif command == "correct_overpayment" and about and about.isdecimal():
        claim = case.claim(int(about))
        known = {"returned": claim.returns[-1]} if claim and claim.returns else {}
    return known | dict.fromkeys(("duty", "claim", "appeal", "condition", "payment"), about or "")


def _amount(language: Language, amount_ore: int) -> str:
    shown = formats.money(language, amount_ore)
    return shown.removeprefix(f"kr{NBSP}").removeprefix(f"NOK{NBSP}").replace(NBSP, " ")
