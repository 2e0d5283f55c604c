"""Tables and texts for a terminal: amounts to the right, dates unbroken, thin lines, no zebra."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeAlias

from rich import box
from rich.console import RenderableType
from rich.style import StyleType
from rich.table import Table
from rich.text import Text

from cli.unbroken import held
from domain.instants import OSLO, last_day
from domain.problems import shown
from domain.ruleset import Clock
from letters import catalogue, formats
from letters.formats import Language

Cell: TypeAlias = str | Text

#: Where there is nothing to say.
NOTHING: Final = "–"

#: Clocks whose name says which year, or which statement, they are about.
_OF_A_YEAR: Final = frozenset({"report", "report_review", "audit", "audit_review"})

LATE: Final = "bold red"
_HEAD: Final = "dim"


def table(*heads: str, right: Sequence[int] = (), wide: Sequence[int] = ()) -> Table:
    """Return an empty table.

    Args:
        heads: Over the columns.
        right: Which columns hold amounts.
        wide: Which columns may be broken over lines; the others never are.
    """
    made = UnbrokenTable(box=box.SIMPLE_HEAD, header_style=_HEAD, pad_edge=False, show_edge=False)
    for number, head in enumerate(heads):
        made.add_column(
            head,
            justify="right" if number in right else "left",
            no_wrap=number not in wide,
            overflow="fold",
        )
    return made


class UnbrokenTable(Table):
    """A table whose cells may be folded, but whose amounts are not."""

    def add_row(
        self, *renderables: RenderableType | None, style: StyleType | None = None, end_section: bool = False
    ) -> None:
        super().add_row(*map(held, renderables), style=style, end_section=end_section)


def grid(*rows: tuple[str, RenderableType]) -> Table:
    """Return names with what belongs to them, line by line."""
    made = UnbrokenTable(box=None, padding=(0, 3), show_header=False, pad_edge=False, collapse_padding=True)
    made.add_column(style=_HEAD, no_wrap=True)
    made.add_column(overflow="fold")
    for name, what in rows:
        made.add_row(name, what)
    return made


def heading(text: str) -> Text:
    """Return a section's heading, with room above it."""
    return Text(f"\n{text}", style="bold")


def money(language: Language, amount_ore: int | None) -> str:
    """Return an amount, or a dash where there is none."""
    return NOTHING if not amount_ore else formats.money(language, amount_ore)


def clock(language: Language, instant: datetime) -> str:
    """Return an instant to the minute on the Norwegian clock, short enough for a column."""
    local = instant.astimezone(OSLO)
    mark = " " if language is Language.EN else " kl. "
    sign = ":" if language is Language.EN else "."
    return f"{formats.day(language, local.date())}{mark}{local:%H}{sign}{local:%M}"


def last(language: Language, first_after: datetime | None) -> str:
    """Return the last day of a deadline that is stored as the first instant after it."""
    return NOTHING if first_after is None else formats.last_day_of(language, first_after)


def due(language: Language, first_after: datetime | None, now: datetime) -> Text:
    """Return the last day of a deadline, in red where it has passed."""
    late = first_after is not None and first_after <= now
    return Text(last(language, first_after), style=LATE if late else "")


def days_over(first_after: datetime, today: date) -> int:
    """Return how many days ago the last day of a deadline was."""
    return (today - last_day(first_after)).days


def stage(language: Language, code: str) -> str:
    """Return what a stage is called."""
    return catalogue.text(language, f"stage-{code}")


def role(language: Language, code: str) -> str:
    """Return what a role is called."""
    return catalogue.text(language, f"role-{code}")


def clock_name(language: Language, running: str) -> str:
    """Return what a clock such as ``report:2026`` is about, with its year or number."""
    code, _, rest = running.partition(":")
    about = rest.partition(":")[0]
    called = catalogue.text(language, f"clock-{code}")
    if code in _OF_A_YEAR:
        key = f"duty-{about}"
        return f"{called} for {catalogue.text(language, key) if catalogue.has(language, key) else about}"
    return f"{called} ({about})" if code == Clock.CLAIM else called


def safe(text: str | None) -> str:
    """Return text from outside so that it cannot steer a terminal."""
    return NOTHING if not text else shown(text)
