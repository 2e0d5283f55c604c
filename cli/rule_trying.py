"""``rules duty``, ``deadlines`` and ``appeal-due``: what the rules would give, without a case."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cli import tables
from cli.errors import Status, UnusableError
from cli.rule_words import answer, rule_set, said
from cli.session import Session
from cli.wall_clock import day as wall_day
from domain.appeals_calendar import appeal_due
from domain.instants import local_day
from domain.money import ORE_PER_KRONE, kroner
from domain.problems import MistakeError, Problem
from domain.rulebook.dates import YearDates, year_dates
from domain.rulebook.duty import Question, duty
from letters import formats


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What ``rules duty`` was given; amounts in whole kroner."""

    rule_set: str
    grants_kr: tuple[int, ...]
    ended_early: bool
    reporting_required: bool


async def try_duty(session: Session, given: Tried) -> Status:
    """Answer with the duties that grants of one project bring, and why."""
    rules = rule_set(session, given.rule_set)
    grants = [kroner(amount) for amount in given.grants_kr]
    question = Question(
        grants_ore=grants, ended_early=given.ended_early, reporting_required=given.reporting_required
    )
    found = duty(rules, question)
    reasons = [(one.rule, said(session, f"duty-{one.code}", **one.params)) for one in found.reasons]
    shape = {
        "basis": found.basis_ore // ORE_PER_KRONE,
        "reporting": found.reporting,
        "audit": found.audit,
        "reasons": [{"rule": rule, "text": text} for rule, text in reasons],
    }
    answer(
        session,
        shape,
        said(session, "rules-basis", basis_ore=found.basis_ore),
        said(session, "rules-report_line", said=said(session, f"report_duty-{found.reporting}")),
        said(session, "rules-audit_line", said=said(session, f"audit_duty-{found.audit}")),
        "",
        tables.grid(*reasons),
    )
    return Status.DONE


async def show_deadlines(session: Session, key: str, grant_year: int) -> Status:
    """Answer with the dates that a rule set gives the money of one year, as the last second inside."""
    rules = rule_set(session, key)
    dates = year_dates(rules, grant_year)
    shape = {
        "ruleset": rules.key,
        "grant_year": grant_year,
        "in_force": rules.grant_year == grant_year,
        "paid_by": dates.paid_by,
        "use_within": dates.use_within,
        "use_deadline": dates.use_deadline,
        "reminders": dates.reminders,
        "rules": {
            "paid_by": rules.paid_in_grant_year.rule,
            "use_within": rules.use.within_grant_year.rule,
            "use_deadline": rules.use.deadline_years_after.rule,
        },
    }
    lines = [tables.grid(*_dates(session, dates, shape["rules"]))]
    if rules.grant_year == grant_year:
        answer(session, shape, *lines)
        return Status.DONE
    other = {"rule_set": rules.key, "rule_set_year": rules.grant_year, "year": grant_year}
    answer(session, shape, *lines, "", said(session, "rules-other_year", **other))
    return Status.DONE


#: The dates, and what they are called.
_NAMED: Final = {
    "paid_by": "rules-paid_by",
    "use_within": "rules-use_within",
    "use_deadline": "rules-use_deadline",
}


def _dates(session: Session, dates: YearDates, rules: Any) -> list[tuple[str, str]]:
    language = session.language
    rows = []
    for name, word in _NAMED.items():
        instant = getattr(dates, name)
        silent = said(session, "value-silent")
        shown = silent if instant is None else formats.day(language, local_day(instant))
        rows.append((said(session, word), f"{shown} ({rules[name]})"))
    if dates.reminders:
        days = formats.listed(language, [formats.day(language, one) for one in dates.reminders])
        rows.append((said(session, "rules-reminders"), days))
    return rows


async def show_appeal_due(session: Session, received: str) -> Status:
    """Answer with the last day for an appeal against a decision received on a day."""
    due = appeal_due(_day(received))
    answer(session, {"due": due}, said(session, "rules-appeal_due", due_day=due.isoformat()))
    return Status.DONE


def _day(text: str) -> date:
    try:
        return wall_day(text)
    except MistakeError as error:
        raise UnusableError(Problem.of("--received", error)) from None
