"""A report's accounts: what was spent on each line of the budget, who paid for it, and what is left of the grant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from domain.case import Case
from domain.commands import DeliverReport
from domain.duties import ReportDuty
from domain.identity import holds_identity_number
from domain.instants import last_day
from letters import formats
from letters.formats import Language
from web import typed
from web.words import say

_ORE: Final = 100

#: What was not in the budget.
OTHER: Final = "cost.other"

#: What others paid for, taken from the costs before the grant.
OTHERS_MONEY: Final = ("own", "support")

_MOST_TEXT: Final = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the accounts. ``budget_ore`` is None where there was none."""

    path: str
    label: str
    note: str
    budget_ore: int | None


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """A report as it stands in its form.

    Args:
        language: What it is read in.
        case: The case.
        duty: The report that is owed.
        sent: The application, for the budget.
        values: What is typed, by field.
        today: The Norwegian day.
    """

    language: Language
    case: Case
    duty: ReportDuty
    sent: Mapping[str, Any]
    values: Mapping[str, str]
    today: date

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of costs: the budget's, and one for what was not in it."""
        return [*self._budget(), Line(path=OTHER, label=self._say("report-other"), note="", budget_ore=None)]

    def _budget(self) -> Iterator[Line]:
        for row, one in enumerate(self.sent.get("budget") or (), start=1):
            label = self._say(f"apply-cost-{one['kind']}")
            budget_ore = one["amount_kr"] * _ORE
            yield Line(path=f"cost.{row}", label=label, note=one.get("note") or "", budget_ore=budget_ore)

    @cached_property
    def others(self) -> list[Line]:
        """What others paid for, with what was said of it in the application."""
        own = (self.sent.get("own_funding_kr") or 0) * _ORE
        support = (self.sent.get("other_support") or {}).get("lines") or ()
        given = sum(line["amount_kr"] for line in support) * _ORE
        return [
            Line(path=path, label=self._say(f"report-{path}"), note="", budget_ore=amount)
            for path, amount in zip(OTHERS_MONEY, (own, given), strict=True)
        ]

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Every field of the form."""
        return (*(line.path for line in self.lines), *OTHERS_MONEY, "final", "spent_until", "text")

    @cached_property
    def is_last(self) -> bool:
        """Whether no report can follow: then nobody is asked."""
        decision = self.case.decision
        return self.case.use_is_over or decision is None or self.duty.year >= self._last_day.year

    @property
    def _last_day(self) -> date:
        assert self.case.decision is not None  # noqa: S101 - a report is owed for a grant
        return self.case.ended_early_on or last_day(self.case.decision.use_deadline)

    def beginning(self) -> dict[str, str]:
        """Return what stands in the form when it is opened for the first time."""
        until = min(date(self.duty.year, 12, 31), self._last_day, self.today)
        known = {line.path: typed.grouped((line.budget_ore or 0) // _ORE) for line in self.others}
        return known | {"spent_until": formats.day(Language.NB, until)}

    # --- what it comes to ------------------------------------------------------------------------------------------

    @cached_property
    def problems(self) -> dict[str, str]:
        """What cannot be read or is missing: code by field, in the order of the form."""
        found = {path: code for path in self.amounts if (code := self._unreadable(path))}
        if not found and not any(self.value(line.path) for line in self.lines):
            found[self.lines[0].path] = "missing"
        if not found and self.spent_ore < 0:
            found["own"] = "over-costs"
        if not found and self.spent_ore > self.duty.available_ore:
            found["spent_ore"] = "over-grant"
        if self.until is None:
            found["spent_until"] = "day" if self.value("spent_until") else "missing"
        if not self.is_last and self.value("final") not in {"yes", "no"}:
            found["final"] = "missing"
        text = self.value("text")
        if not text or len(text) > _MOST_TEXT:
            found["text"] = "long" if text else "missing"
        return found

    @property
    def amounts(self) -> tuple[str, ...]:
        """The fields that hold amounts."""
        return (*(line.path for line in self.lines), *OTHERS_MONEY)

    def value(self, path: str) -> str:
        """Return what is typed in a field."""
        return self.values.get(path, "").strip()

    def _unreadable(self, path: str) -> str | None:
        try:
            self._ore(path)
        except typed.UnreadableError as error:
            return str(error)
        return None

    def _ore(self, path: str) -> int:
        return typed.ore(self.value(path)) if self.value(path) else 0

    def _sum(self, paths: Sequence[str]) -> int:
        return sum(self._ore(path) for path in paths if self._unreadable(path) is None)

    @cached_property
    def budget_ore(self) -> int:
        """What the budget says altogether."""
        return sum(line.budget_ore or 0 for line in self.lines)

    @cached_property
    def costs_ore(self) -> int:
        """What was spent altogether."""
        return self._sum([line.path for line in self.lines])

    @cached_property
    def spent_ore(self) -> int:
        """What was spent of the grant: the costs, without what others paid for; nothing before a cost is typed."""
        typed_one = any(self.value(line.path) for line in self.lines)
        return self.costs_ore - self._sum(OTHERS_MONEY) if typed_one else 0

    @cached_property
    def unused_ore(self) -> int:
        """What is left of what the report accounts for."""
        return self.duty.available_ore - self.spent_ore

    @cached_property
    def until(self) -> date | None:
        """The last day something was spent."""
        try:
            return typed.day(self.value("spent_until"))
        except typed.UnreadableError:
            return None

    @property
    def has_identity_number(self) -> bool:
        """Whether the text seems to hold a national identity number: the writer is warned (E41)."""
        return holds_identity_number(self.value("text"))

    # --- what is sent ----------------------------------------------------------------------------------------------

    def body(self, files: Sequence[str]) -> DeliverReport:
        """Return the report as it is sent with *files* (SHA-256); there are no problems."""
        return DeliverReport.model_validate(
            {
                "duty": self.duty.name,
                "spent_ore": self.spent_ore,
                "unused_ore": self.unused_ore,
                "final": self.is_last or self.value("final") == "yes",
                "spent_until": self.until,
                "text": f"{self.value('text')}\n\n{self._told()}",
                "attachments": files,
            }
        )

    def _told(self) -> str:
        """Return the accounts in words, in the language of the case: they belong to the report."""
        told = [
            self._say(
                "report-line",
                label=line.label,
                amount_ore=self._ore(line.path),
                planned_ore=line.budget_ore or 0,
            )
            for line in (*self.lines, *self.others)
            if self._ore(line.path) or line.budget_ore
        ]
        return "\n".join([self._say("report-accounts"), *told])

    def _say(self, key: str, **params: Any) -> str:
        return say(self.language, key, params)
