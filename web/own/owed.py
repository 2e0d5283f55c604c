"""What a municipality must do in its case: by when, what, why, and where it is done; the nearest first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from domain.case import Case
from domain.claims import Claim, ClaimState
from domain.duties import DutyState, ReportDuty
from domain.instants import end_of_day, end_of_year, last_day
from domain.lifecycle import Stage
from letters.formats import Language
from storage.rows import DeadlineRow
from web.rules import RuleLink, rule_link
from web.words import say
from web.work import case_address, command_address

#: A command and what it is about.
Act = tuple[str, str | None]

#: Claims that the municipality is to pay.
_TO_PAY: Final = frozenset(
    {ClaimState.DECIDED, ClaimState.INVOICED, ClaimState.PART_PAID, ClaimState.IN_COLLECTION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One thing that the municipality must do.

    Args:
        due: First instant after the last day.
        what: The task.
        why: The reason as a sentence.
        link: The rule behind it.
        href: Where it is done; None where it is not done here, or not yet.
        verb: What the button there says.
        is_act: Whether something is sent there, and not only read.
    """

    due: datetime
    what: str
    why: str
    link: RuleLink | None
    href: str | None
    verb: str
    is_act: bool = True


def owed(
    language: Language, case: Case, deadlines: Collection[DeadlineRow], can: Collection[Act]
) -> list[Owed]:
    """Return what the municipality must do in *case*, of which the reader can do *can* now; the nearest first."""
    maker = _Maker(language, case, deadlines, can)
    parts = (
        maker.supplement,
        maker.terms,
        maker.budget,
        maker.account,
        maker.duties,
        maker.use,
        maker.claims,
    )
    return sorted((one for part in parts for one in part()), key=lambda one: one.due)


class _Maker:
    def __init__(
        self, language: Language, case: Case, deadlines: Collection[DeadlineRow], can: Collection[Act]
    ) -> None:
        self._language = language
        self._case = case
        self._deadlines = deadlines
        self._can = can
        self._address = case_address(case.case_no)

    def supplement(self) -> Iterator[Owed]:
        """Send what the application lacks."""
        case = self._case
        if case.stage is Stage.RETURNED and case.supplement_last_day is not None:
            yield self._owed("supplement", case.supplement_last_day, "T07", href=f"{self._address}/utfyll")

    def terms(self) -> Iterator[Owed]:
        """Accept the terms of the letter, where the round asks for it."""
        case = self._case
        if case.awaits_acceptance and case.acceptance_last_day is not None:
            yield self._owed("accept_terms", case.acceptance_last_day, "T15", act=("accept_terms", None))

    def budget(self) -> Iterator[Owed]:
        """Send a budget of what was granted, where it is less than was applied for."""
        case = self._case
        if case.awaits_budget and case.budget_last_day is not None:
            yield self._owed("deliver_budget", case.budget_last_day, "T13", act=("deliver_budget", None))

    def account(self) -> Iterator[Owed]:
        """Say where the money is to be sent, before the authority to pay it ends."""
        case = self._case
        if case.stage is Stage.GRANTED and not case.account_confirmed and not case.grant_year_ended:
            day, year = last_day(end_of_year(case.grant_year)), str(case.grant_year)
            yield self._owed("confirm_account", day, "E36", act=("confirm_account", None), year_shown=year)

    def duties(self) -> Iterator[Owed]:
        """Reports and auditor's statements, once there is money to account for."""
        case = self._case
        if not case.paid_ore:
            return
        for report in case.reports:
            if report.awaits_grantee:
                yield self._report(report)
        for audit in case.audits:
            if audit.awaits_grantee:
                key = "audit-whole" if audit.collected else "audit"
                why = "owed-audit-returned" if audit.state is DutyState.RETURNED else "owed-audit.why"
                href = f"{self._address}/revisor/{audit.name}"
                yield self._owed(
                    key, audit.last_day, audit.rule, href=href, why=self._say(why), duty=audit.name
                )

    def _report(self, report: ReportDuty) -> Owed:
        act = ("deliver_report", report.name)
        why = self._say(f"duty-why-{report.ground}")
        if report.state is DutyState.RETURNED:
            why = self._say("owed-report-returned")
        href = f"{self._address}/rapport/{report.name}" if act in self._can else None
        return self._owed("report", report.last_day, report.rule, href=href, why=why, duty=report.name)

    def use(self) -> Iterator[Owed]:
        """Answer the one question about unspent money."""
        row = next((one for one in self._deadlines if one.clock.startswith("use_question")), None)
        if row is not None:
            yield self._owed("answer_use", row.last_day, row.rule, act=("answer_use", None))

    def claims(self) -> Iterator[Owed]:
        """Reply to a notice, and pay back."""
        for claim in self._case.claims:
            if claim.state is ClaimState.NOTICED and not claim.replied and claim.notice_last_day is not None:
                act = ("reply_to_claim", str(claim.number))
                amount = claim.amount_ore
                yield self._owed("reply_to_claim", claim.notice_last_day, "T30", act=act, amount_ore=amount)
            elif claim.state in _TO_PAY and claim.due_day is not None and claim.outstanding_ore:
                yield self._pay(claim, claim.due_day)

    def _pay(self, claim: Claim, day: date) -> Owed:
        return self._owed(
            "pay",
            day,
            "T31",
            href=f"{self._address}#krav-{claim.number}",
            why=self._say(f"owed-pay-{claim.ground}"),
            is_act=False,
            amount_ore=claim.outstanding_ore,
        )

    def _owed(
        self,
        key: str,
        day: date,
        rule: str,
        *,
        act: Act | None = None,
        href: str | None = None,
        why: str | None = None,
        is_act: bool = True,
        **params: Any,
    ) -> Owed:
        if act is not None and act in self._can:
            href = command_address(self._case.case_no, *act)
        return Owed(
            due=end_of_day(day),
            what=self._say(f"owed-{key}", **params),
            why=self._say(f"owed-{key}.why", **params) if why is None else why,
            link=rule_link(self._language, rule),
            href=href,
            verb=self._say(f"owed-{key}.do"),
            is_act=is_act,
        )

    def _say(self, key: str, **params: Any) -> str:
        return say(self._language, key, params)
