"""The applications of a round by their places, held against the frame: what is over is shown, and allowed (T11, I21-25).

A round may charge several pots; each has its own frame, and money of the pot that other rounds have used is used.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.case import Case
from domain.facts import FrameFacts
from domain.lifecycle import Stage

#: What is no longer meant takes no place.
_GONE = frozenset({Stage.WITHDRAWN, Stage.DISMISSED, Stage.ANNULLED})

#: What is assessed and not decided can be given a place.
PLACEABLE = frozenset({Stage.ASSESSED, Stage.AWAITING_APPROVAL})


class Standing(StrEnum):
    """What an amount is: the newest word on what the case is to have."""

    APPLIED = "applied"
    PROPOSED = "proposed"
    RECOMMENDED = "recommended"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One application in its place. Amounts in øre.

    Args:
        case: The case.
        standing: What ``amount_ore`` is.
        amount_ore: What the case is to have; 0 where that is nothing, or not proposed yet.
        sum_ore: What the pot has given, with this application and all before it.
        over: The sum is more than the frame.
    """

    case: Case
    standing: Standing
    amount_ore: int
    sum_ore: int
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PotRanking:
    """The applications that charge one pot.

    Args:
        pot: Its key.
        frame_ore: The frame; None while no mandate is registered.
        elsewhere_ore: What other rounds have taken of it.
        cases: The applications in their order.
    """

    pot: str
    frame_ore: int | None
    elsewhere_ore: int
    cases: tuple[Ranked, ...]

    @property
    def sum_ore(self) -> int:
        """What the pot will have given when all is granted as it stands."""
        return self.cases[-1].sum_ore if self.cases else self.elsewhere_ore

    @property
    def over_ore(self) -> int:
        """By how much that is more than the frame; 0 where it is not, or no frame is known."""
        return 0 if self.frame_ore is None else max(0, self.sum_ore - self.frame_ore)

    @property
    def first_over(self) -> Ranked | None:
        """The first application beyond the cut, if any."""
        return next((one for one in self.cases if one.over), None)


def ranking(cases: Iterable[Case], frames: Mapping[str, FrameFacts]) -> tuple[PotRanking, ...]:
    """Return the applications of one round, pot by pot, in the order of their places.

    Those without a place come after those with one: first what is assessed, then the rest, by their numbers.

    Args:
        cases: All cases of the round.
        frames: The frame of each pot that has one.
    """
    meant = [case for case in cases if case.stage not in _GONE]
    return tuple(
        _of_pot(pot, [case for case in meant if case.pot == pot], frames.get(pot))
        for pot in sorted({case.pot for case in meant})
    )


def _of_pot(pot: str, cases: list[Case], frame: FrameFacts | None) -> PotRanking:
    limit = frame.amount_ore if frame else None
    elsewhere = (frame.committed_ore if frame else 0) - sum(case.granted_ore for case in cases)
    total, ranked = elsewhere, []
    for case in sorted(cases, key=_order):
        standing, amount = _stands(case)
        total += amount
        over = limit is not None and amount > 0 and total > limit
        ranked.append(Ranked(case=case, standing=standing, amount_ore=amount, sum_ore=total, over=over))
    return PotRanking(pot=pot, frame_ore=limit, elsewhere_ore=elsewhere, cases=tuple(ranked))


def _order(case: Case) -> tuple[bool, int, bool, int, str]:
    return (
        case.place is None,
        case.place or 0,
        case.assessment is None,
        len(case.case_no),
        case.case_no,
    )


def _stands(case: Case) -> tuple[Standing, int]:
    """Return the newest word on what *case* is to have, and how much that is, in øre."""
    recommended = case.recommendation
    if case.stage is Stage.REJECTED or (recommended is not None and not recommended.grant):
        return Standing.REFUSED, 0
    if case.decision is not None:
        return Standing.GRANTED, case.granted_ore
    if recommended is not None and case.stage is Stage.AWAITING_APPROVAL:
        return Standing.RECOMMENDED, recommended.amount_ore
    if case.assessment is not None:
        return Standing.PROPOSED, case.assessment.proposed_ore
    return Standing.APPLIED, 0
