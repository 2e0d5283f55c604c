"""A ranking as it would be: another order or other amounts, all in the address. Nothing is decided or kept by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from domain.money import kroner as whole_kroner
from domain.ranking import PLACEABLE, PotRanking, Ranked, Standing
from web.typed import UnreadableError, kroner

_AMOUNT: Final = "b."
_ORDER: Final = "rekke"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One application in the order of the page. Amounts in øre.

    Args:
        ranked: As it stands.
        place: Its place in this order; None for one that has no place here.
        amount_ore: What it would have.
        sum_ore: What the pot would have given, with this one and all before it.
        left_ore: What the frame would have left then; negative where it does not reach.
        above: Whether the frame reaches it.
        typed: The amount as it was typed, where it could not be read.
    """

    ranked: Ranked
    place: int | None
    amount_ore: int
    sum_ore: int
    left_ore: int
    above: bool
    typed: str | None = None

    @property
    def case_no(self) -> str:
        return self.ranked.case.case_no

    @property
    def difference_ore(self) -> int:
        """How far the amount is from what is proposed."""
        return self.amount_ore - self.ranked.amount_ore

    @property
    def is_moved(self) -> bool:
        """Whether its place is another than the one that is kept."""
        return self.place != self.ranked.case.place


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A pot's ranking as it would be.

    Args:
        pot: The ranking as it stands.
        rows: Those that can be placed, in their order.
        fixed: Decided or not assessed yet; what was granted of them is in ``granted_ore``.
        granted_ore: What the pot has given already.
        above_ore: What is above the line.
        before_ore: What was above the line before the changes.
    """

    pot: PotRanking
    rows: tuple[Row, ...]
    fixed: tuple[Ranked, ...]
    granted_ore: int
    above_ore: int
    before_ore: int

    @property
    def frame_ore(self) -> int:
        return self.pot.frame_ore or 0

    @property
    def free_ore(self) -> int:
        """What is neither granted nor above the line."""
        return self.frame_ore - self.granted_ore - self.above_ore

    @property
    def changed(self) -> tuple[Row, ...]:
        """Those with another amount than is proposed."""
        return tuple(row for row in self.rows if row.difference_ore)

    @property
    def moved(self) -> tuple[Row, ...]:
        """Those with another place than the one that is kept."""
        return tuple(row for row in self.rows if row.is_moved)

    def query(self, **more: str) -> str:
        """Return the address of this what-if."""
        amounts = {f"{_AMOUNT}{row.case_no}": str(row.amount_ore // 100) for row in self.changed}
        return urlencode(
            {"pott": self.pot.pot, _ORDER: ",".join(row.case_no for row in self.rows)} | amounts | more
        )


def what_if(pot: PotRanking, given: Mapping[str, str]) -> WhatIf:
    """Return *pot* with the order and amounts of an address, or of a form that was sent."""
    placeable = [
        one for one in pot.cases if one.case.stage in PLACEABLE and one.standing is not Standing.REFUSED
    ]
    fixed = tuple(one for one in pot.cases if one not in placeable)
    granted = pot.elsewhere_ore + sum(one.amount_ore for one in fixed if one.standing is Standing.GRANTED)
    order = _ordered(placeable, given)
    amounts = [_amount(one, given) for one in order]
    return WhatIf(
        pot=pot,
        rows=_rows(pot, order, amounts, granted),
        fixed=fixed,
        granted_ore=granted,
        above_ore=_above(pot, [amount for amount, _typed in amounts], granted)[1],
        before_ore=_above(pot, [one.amount_ore for one in placeable], granted)[1],
    )


def _rows(
    pot: PotRanking, order: Sequence[Ranked], amounts: Sequence[tuple[int, str | None]], granted: int
) -> tuple[Row, ...]:
    reached, _sum = _above(pot, [amount for amount, _typed in amounts], granted)
    rows, total = [], granted
    for place, (one, (amount, typed)) in enumerate(zip(order, amounts, strict=True), 1):
        total += amount
        rows.append(
            Row(
                ranked=one,
                place=place,
                amount_ore=amount,
                sum_ore=total,
                left_ore=(pot.frame_ore or 0) - total,
                above=place <= reached,
                typed=typed,
            )
        )
    return tuple(rows)


def _above(pot: PotRanking, amounts: Sequence[int], granted: int) -> tuple[int, int]:
    """Return how many of *amounts*, in order, the frame reaches, and their sum in øre."""
    left = (pot.frame_ore or 0) - granted
    total = 0
    for number, amount in enumerate(amounts):
        if total + amount > left:
            return number, total
        total += amount
    return len(amounts), total


def _ordered(placeable: Sequence[Ranked], given: Mapping[str, str]) -> list[Ranked]:
    wanted = given.get(_ORDER, "").split(",")
    place = {case_no: number for number, case_no in enumerate(wanted)}
    # Those that came since stand last, in the order they have.
    order = sorted(placeable, key=lambda one: place.get(one.case.case_no, len(place)))
    for name, step in (("opp", -1), ("ned", 1)):
        here = next((i for i, one in enumerate(order) if one.case.case_no == given.get(name)), None)
        if here is not None and 0 <= here + step < len(order):
            order[here], order[here + step] = order[here + step], order[here]
    return order


def _amount(one: Ranked, given: Mapping[str, str]) -> tuple[int, str | None]:
    typed = given.get(f"{_AMOUNT}{one.case.case_no}", "").strip()
    if not typed:
        return one.amount_ore, None
    try:
        return whole_kroner(kroner(typed)), None
    except UnreadableError:
        return one.amount_ore, typed
