"""What was measured, what it may cost at most, and how both are shown and stored."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Group
from rich.table import Table

_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a figure is held to: at least, or at most, a limit in the figure's own unit."""

    limit: float
    at_least: bool = False

    def holds(self, value: float) -> bool:
        """Say whether *value* is within the budget."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.limit:,g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number.

    Args:
        name: Stable; what comes after reads the JSON by it.
        value: In *unit*.
        unit: Such as ``ms`` or ``ratio``.
        budget: None for a number that only tells more.
    """

    name: str
    value: float
    unit: str
    budget: Budget | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the budget holds; None where there is none."""
        return None if self.budget is None else self.budget.holds(self.value)

    def as_json(self) -> dict[str, Any]:
        """Return what is stored."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "budget": None if self.budget is None else str(self.budget),
            "holds": self.holds,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The same thing measured of ours and of the bare workflow, in one unit, and the budget of ours / bare."""

    name: str
    unit: str
    ours: float
    bare: float
    budget: Budget | None = None

    @property
    def ratio(self) -> Figure:
        """Ours over bare: the machine, and whoever else uses it, weighs on both."""
        return Figure(
            name=f"{self.name}_ratio", value=self.ours / self.bare, unit="ratio", budget=self.budget
        )

    def figures(self) -> list[Figure]:
        """Return all three numbers."""
        return [
            Figure(name=f"{self.name}_ours", value=self.ours, unit=self.unit),
            Figure(name=f"{self.name}_bare", value=self.bare, unit=self.unit),
            self.ratio,
        ]


Measured = Figure | Comparison


def figures(measured: Iterable[Measured]) -> list[Figure]:
    """Return every number in *measured*."""
    found: list[Figure] = []
    for one in measured:
        found += one.figures() if isinstance(one, Comparison) else [one]
    return found


def broken(measured: Iterable[Measured]) -> list[Figure]:
    """Return the numbers whose budget does not hold."""
    return [figure for figure in figures(measured) if figure.holds is False]


def write_json(path: Path, measured: Iterable[Measured]) -> None:
    """Write every number to *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [figure.as_json() for figure in figures(measured)]
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def tables(measured: Sequence[Measured]) -> Group:
    """Return the figures for people: first what stands beside the bare workflow, then what stands alone."""
    beside = _table("figure", "unit", "ours", "bare", "ratio", "budget", "")
    alone = _table("figure", "unit", "value", "budget", "")
    for one in measured:
        if isinstance(one, Comparison):
            numbers = [_text(number) for number in (one.ours, one.bare, one.ratio.value)]
            beside.add_row(one.name, one.unit, *numbers, *_held(one.ratio))
        else:
            alone.add_row(one.name, one.unit, _text(one.value), *_held(one))
    return Group(*(shown for shown in (beside, alone) if shown.row_count))


def _table(*headings: str) -> Table:
    shown = Table()
    for heading in headings:
        right = heading in {"ours", "bare", "ratio", "value"}
        shown.add_column(heading, justify="right" if right else "left", no_wrap=True)
    return shown


def _held(figure: Figure) -> tuple[str, str]:
    if figure.holds is None:
        return "", ""
    return str(figure.budget), "[green]held[/]" if figure.holds else "[red]not held[/]"


def _text(number: float) -> str:
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.{_DECIMALS}f}"
