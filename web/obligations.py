"""Duties and dates of a case in one list: who, by when, why, and how far it has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from activities.names import short_name
from domain.case import Case
from domain.duties import AuditDuty, DutyState, ReportDuty
from domain.instants import end_of_day, last_day
from domain.lifecycle import Stage
from letters.formats import Language
from storage.rows import DeadlineRow
from web.rules import RuleLink, rule_link
from web.words import say

_STATE: Final = {
    DutyState.EXPECTED: ("duty-state-expected", "neutral"),
    DutyState.DELIVERED: ("duty-state-delivered", "info"),
    DutyState.RETURNED: ("duty-state-returned", "warning"),
    DutyState.APPROVED: ("duty-state-approved", "success"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One line of the list. ``day`` is the last day; ``ours`` says that the office is to act."""

    day: date
    what: str
    why: str
    link: RuleLink | None
    who: str
    ours: bool
    state: str
    colour: str


def obligations(
    language: Language, case: Case, deadlines: Sequence[DeadlineRow], now: datetime
) -> list[Obligation]:
    """Return what is owed in *case* at *now*, the nearest first."""
    made = _Maker(language, case, now)
    found = [*made.conditions(), *made.payment(), *made.use(), *made.duties()]
    known = {"payment", "use", "report", "audit"}
    found += [made.deadline(row) for row in deadlines if row.clock.partition(":")[0] not in known]
    return sorted(found, key=lambda one: one.day)


class _Maker:
    def __init__(self, language: Language, case: Case, now: datetime) -> None:
        self._language = language
        self._case = case
        self._now = now
        self._host = short_name(case.host)

    def conditions(self) -> Iterator[Obligation]:
        """What the letter made a condition, until it is met."""
        case = self._case
        for name, blocks in case.open_conditions:
            yield self._line(
                date(case.grant_year, 12, 31),
                self._say("duty-condition", condition=name),
                self._say(f"duty-condition-blocks-{blocks}"),
                "R26-17",
                state=("duty-state-awaited", "warning"),
            )

    def payment(self) -> Iterator[Obligation]:
        """Pay before the authority ends."""
        case = self._case
        if case.stage not in {Stage.GRANTED, Stage.PAYMENT_ORDERED} or case.grant_year_ended:
            return
        ordered = case.open_payment is not None
        yield self._line(
            date(case.grant_year, 12, 31),
            self._say("duty-pay"),
            self._say("duty-pay-why", year_shown=str(case.grant_year)),
            "R26-02",
            ours=True,
            state=("duty-state-ordered", "info") if ordered else ("duty-state-not-ordered", "neutral"),
        )

    def use(self) -> Iterator[Obligation]:
        """Use the money within its time."""
        decision = self._case.decision
        if decision is None or self._case.stage is Stage.CLOSED:
            return
        over = self._case.use_is_over
        yield self._line(
            last_day(decision.use_deadline),
            self._say("duty-use"),
            self._say("duty-use-why"),
            "R26-32",
            state=("duty-state-over", "neutral") if over else ("duty-state-runs", "info"),
            counts=not over,
        )

    def duties(self) -> Iterator[Obligation]:
        """Reports and auditor's statements."""
        for report in self._case.reports:
            what = self._say("duty-report", duty=report.name)
            yield self._duty(report, what, self._say(f"duty-why-{report.ground}"))
        for audit in self._case.audits:
            key = "duty-audit-collected" if audit.collected else "duty-audit"
            yield self._duty(audit, self._say(key, duty=audit.name), self._say("duty-audit-why"))

    def deadline(self, row: DeadlineRow) -> Obligation:
        """A clock that runs beside the duties."""
        ours = not row.role.startswith(("applicant", "municipal"))
        what = self._say(f"clock-{row.about}")
        return self._line(
            row.last_day,
            what[:1].upper() + what[1:],
            "",
            row.rule,
            ours=ours,
            state=("duty-state-runs", "info") if ours else ("duty-state-awaited", "warning"),
        )

    def _duty(self, duty: ReportDuty | AuditDuty, what: str, why: str) -> Obligation:
        state = _STATE[duty.state]
        return self._line(duty.last_day, what, why, duty.rule, state=state, counts=duty.awaits_grantee)

    def _line(
        self,
        day: date,
        what: str,
        why: str,
        rule: str,
        *,
        state: tuple[str, str],
        ours: bool = False,
        counts: bool = True,
    ) -> Obligation:
        key, colour = ("duty-state-late", "danger") if counts and end_of_day(day) <= self._now else state
        return Obligation(
            day=day,
            what=what,
            why=why,
            link=rule_link(self._language, rule),
            who=self._say("duty-office") if ours else self._host,
            ours=ours,
            state=self._say(key),
            colour=colour,
        )

    def _say(self, key: str, **params: Any) -> str:
        return say(self._language, key, params)
