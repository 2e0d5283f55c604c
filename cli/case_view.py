"""One case with all that is shown of it, read at once, and its shape for scripts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from cli.reads import Unsent, find_case, unsent
from cli.session import Record
from domain.case import Case
from domain.codec import case_of
from domain.letter_days import LetterDays, proposed_days
from domain.lifecycle import Stage
from domain.possible import Possible, possible
from domain.report_form import AskedInReport, report_form
from domain.ruleset import RuleSet
from domain.terms import INTERNAL
from storage import queries
from storage.case_file import Attached, Titles, attached, titles
from storage.pinned_rules import pinned_rules
from storage.rows import DeadlineRow, Head, TaskRow

_REMARK: Final = ("severity", "code", "rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case at an instant (case time)."""

    head: Head
    case: Case
    called: Titles
    tasks: list[TaskRow]
    deadlines: list[DeadlineRow]
    documents: list[Attached]
    report_form: tuple[AskedInReport, ...]
    unsent: list[Unsent]
    proposed_days: LetterDays | None
    now: datetime

    @property
    def possible(self) -> tuple[Possible, ...]:
        """What can be asked of the case now."""
        return possible(self.case)

    def shape(self) -> dict[str, Any]:
        """Return the case for scripts."""
        case = self.case
        return {
            "case": self.head,
            "network": self.called.network,
            "project": self.called.project,
            "received_at": case.received_at,
            "late": case.late,
            "path": case.path,
            "remarks": [dict(zip(_REMARK, remark.split(":", 2), strict=True)) for remark in case.remarks],
            "money": {
                "applied_ore": case.applied_ore,
                "granted_ore": case.granted_ore,
                "paid_ore": case.paid_ore,
                "unspent_ore": case.unspent_ore,
                "refunded_ore": case.refunded_ore,
            },
            "terms": _terms(case),
            "proposed_days": self.proposed_days,
            "use_deadline": None if case.decision is None else case.decision.use_deadline,
            "reports": case.reports,
            "report_form": self.report_form if case.reports else (),
            "audits": case.audits,
            "claims": case.claims,
            "duty_carried_by": case.duty_carried_by,
            "deadlines": self.deadlines,
            "tasks": self.tasks,
            "possible": self.possible,
            "letters_outstanding": case.letters_outstanding,
            "documents": self.documents,
            "unsent": self.unsent,
        }


async def view_of(record: Record, given: str, now: datetime) -> CaseView:
    """Return the case with this number or id.

    Raises:
        UnusableError: There is none.
    """
    async with record.engine.connect() as conn:
        head = await find_case(conn, given)
        case = case_of(head.state)
        rules = await pinned_rules(conn, head.rule_set, head.rule_set_sha256)
        return CaseView(
            head=head,
            case=case,
            report_form=report_form(rules, case.project_type),
            proposed_days=_days(case, rules),
            called=await titles(conn, head),
            tasks=await queries.tasks_of(conn, head.case_id),
            deadlines=await queries.deadlines_of(conn, head.case_id),
            documents=await attached(conn, head.case_id),
            unsent=await unsent(conn, head.case_id),
            now=now,
        )


def _days(case: Case, rules: RuleSet) -> LetterDays | None:
    """Return the days to begin with while the letter waits for its terms."""
    return proposed_days(rules, case.strand, case.grant_year) if case.stage is Stage.ASSESSED else None


def _terms(case: Case) -> dict[str, Any] | None:
    """Return what the letter says; why it says so is internal and sealed (R26-56)."""
    if case.decision is None:
        return None
    terms: dict[str, Any] = case.decision.terms.model_dump(
        mode="json", exclude={*INTERNAL, "added_questions"}
    )
    return terms
