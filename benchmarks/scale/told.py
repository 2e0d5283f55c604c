"""One figure with few cases and with many, its limit, and how both are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from rich.table import Table

from benchmarks.figures import Budget, Figure

#: How much more anything may cost with a million cases than with a thousand.
_GROWTH: Final = Budget(limit=1.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What something costs.

    Args:
        value: In *unit*; less is better, but for what is counted by the second.
        unit: Such as ``ms``.
        limit: What it is held to.
        grows: Whether it is compared between few cases and many; what reads more rows costs more.
    """

    value: float
    unit: str = "ms"
    limit: Budget | None = None
    grows: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The same figure with few cases and with many; *few* is None where there is nothing to compare with."""

    name: str
    unit: str
    few: float | None
    many: float
    limit: Budget | None
    compared: bool

    @classmethod
    def of(cls, name: str, few: Cost, many: Cost) -> Self:
        """Put the two beside each other."""
        return cls(
            name=name, unit=many.unit, few=few.value, many=many.value, limit=many.limit, compared=many.grows
        )

    @property
    def growth(self) -> float | None:
        """How many times as much it costs with many; below one it got cheaper."""
        if not self.compared or not self.few or not self.many:
            return None
        at_least = self.limit is not None and self.limit.at_least
        return self.few / self.many if at_least else self.many / self.few

    def figures(self) -> list[Figure]:
        """Return the numbers for storing."""
        found = [Figure(name=self.name, value=self.many, unit=self.unit, budget=self.limit)]
        if self.few is not None:
            found.append(Figure(name=f"{self.name}_few", value=self.few, unit=self.unit))
        if self.growth is not None:
            found.append(Figure(name=f"{self.name}_growth", value=self.growth, unit="ratio", budget=_GROWTH))
        return found


def told(pairs: Sequence[Pair]) -> Table:
    """Return the figures for people."""
    shown = Table()
    for heading in ("figure", "unit", "limit", "few cases", "many cases", "growth"):
        shown.add_column(heading, justify="left" if heading in {"figure", "unit"} else "right", no_wrap=True)
    for pair in pairs:
        held = pair.limit is None or pair.limit.holds(pair.many)
        grown = pair.growth is None or _GROWTH.holds(pair.growth)
        shown.add_row(
            pair.name,
            pair.unit,
            "" if pair.limit is None else str(pair.limit),
            "" if pair.few is None else f"{pair.few:,.1f}",
            f"[{'green' if held else 'red'}]{pair.many:,.1f}[/]",
            "" if pair.growth is None else f"[{'green' if grown else 'red'}]{pair.growth:.2f}[/]",
        )
    return shown
