"""Reversals of the office's own decisions (T40, fvl. § 35, L-27): what is proposed, on which ground, and for whose benefit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.terms import AuditTerm, ReportingTerm, Terms


class ReversalGround(StrEnum):
    """Why the office reverses its own decision.

    ``benefit`` is free. The next three may also be to the municipality's detriment, after notice (fvl. § 35, §§ 16 and
    35 fifth paragraph). ``appeal_ruling`` carries out what the appeal body answered.
    """

    BENEFIT = "benefit"
    NOT_NOTIFIED = "not_notified"
    INVALID = "invalid"
    OTHER_LAW = "other_law"
    APPEAL_RULING = "appeal_ruling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """A reversal that an officer has recommended and no leader has decided yet.

    Args:
        number: 1, 2, … within the case.
        by: Subject of the officer; may not also decide it.
        ground: Why.
        amount_ore: The new grant in øre, 0 where it is annulled; None where a refusal is set aside.
        terms: The terms of the new decision.
        detriment: Whether the municipality loses by it.
        reply_day: Last Norwegian day for what the municipality has to say; None before it was notified.
    """

    number: int
    by: str
    ground: ReversalGround
    amount_ore: int | None
    terms: Terms
    detriment: bool
    reply_day: date | None = None

    @property
    def needs_notice(self) -> bool:
        """Say whether the municipality must be heard first; what the appeal body ruled, it was heard about there."""
        return self.detriment and self.ground is not ReversalGround.APPEAL_RULING


def is_detriment(before_ore: int, before: Terms, after_ore: int, after: Terms) -> bool:
    """Say whether the municipality loses by the new decision.

    Less money is a loss. So is any new burden on the same money; the duties that follow a larger grant are not.
    """
    if after_ore != before_ore:
        return after_ore < before_ore
    return any(
        (
            after.reporting is ReportingTerm.REQUIRED and before.reporting is not ReportingTerm.REQUIRED,
            _audited(after) and not _audited(before),
            after.audit is AuditTerm.REQUIRED and before.audit is AuditTerm.COLLECTED,
            after.interest_and_vat and not before.interest_and_vat,
            after.knowledge_environment is not None and before.knowledge_environment is None,
            _later(after.cost_from, before.cost_from),
            *(
                _later(getattr(before, name), getattr(after, name))
                for name in ("report_last_day", "final_report_last_day", "audit_last_day")
            ),
        )
    )


def _audited(terms: Terms) -> bool:
    return terms.audit in {AuditTerm.REQUIRED, AuditTerm.COLLECTED}


def _later(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one > other
