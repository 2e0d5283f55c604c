"""What a report answers beside its figures, as it stands by the forms of those who write and those who read it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from domain.report_form import AskedInReport, report_form
from storage import private_texts
from storage.pinned_rules import pinned_rules
from web.guard.gate import CaseVisit

#: What is done with a report.
_OF_REPORTS: Final = frozenset({"deliver_report", "second_report", "approve_report", "return_report"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsks:
    """The questions of the year's rules, and in the letter's own words what it adds (R26-57)."""

    questions: tuple[AskedInReport, ...] = ()
    added: str | None = None


async def report_asks(visit: CaseVisit, command: str) -> ReportAsks:
    """Return what the report behind *command* answers; nothing for a command about something else."""
    case, head = visit.case, visit.head
    if command not in _OF_REPORTS or case.decision is None:
        return ReportAsks()
    async with visit.read() as conn:
        rules = await pinned_rules(conn, head.rule_set, head.rule_set_sha256)
        added = case.decision.terms.added_questions
        ref = UUID(added.ref) if added is not None and added.ref else None
        texts = await private_texts.texts(conn, [ref]) if ref else {}
    return ReportAsks(questions=report_form(rules, case.project_type), added=texts.get(ref) if ref else None)
