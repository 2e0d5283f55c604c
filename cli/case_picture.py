"""``case show``: where a case is, its money and its duties; what waits for whom stands in ``case_waiting``."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from cli import tables
from cli.case_view import CaseView, view_of
from cli.case_waiting import waiting
from cli.errors import Status
from cli.names import short_name
from cli.session import Session
from domain.instants import end_of_day
from letters import catalogue, formats


async def show_case(session: Session, given: str) -> Status:
    """Answer with one case."""
    async with session.record() as record:
        view = await view_of(record, given, session.now(record))
    session.say(view.shape(), *picture(session, view))
    return Status.DONE


def picture(session: Session, view: CaseView) -> Iterator[RenderableType]:
    """Return the case for people."""
    yield from _title(session, view)
    yield from _money(session, view)
    yield from _facts(session, view)
    yield from _remarks(session, view)
    yield from _duties(session, view)
    yield from _claims(session, view)
    yield from waiting(session, view)


def _title(session: Session, view: CaseView) -> Iterator[RenderableType]:
    language, head = session.language, view.head
    yield Text(f"{head.case_no}  {tables.safe(view.called.network)}", style="bold")
    strand = catalogue.text(language, f"strand-{head.strand}")
    yield Text(
        " · ".join((short_name(head.host), strand, tables.safe(view.called.project), head.rule_set)),
        style="dim",
    )
    *before, now = [tables.stage(language, stage).replace(" ", formats.NBSP) for stage in view.case.path]
    said = Text("\n") + Text("".join(f"{stage} → " for stage in before), style="dim")
    yield said + Text(now, style="bold underline") + Text("\n")


def _money(session: Session, view: CaseView) -> Iterator[RenderableType]:
    case, word = view.case, session.word
    heads = (word("applied"), word("proposed"), word("granted"), word("paid"), word("refunded"))
    table = tables.table(*heads, right=range(len(heads)))
    proposed = case.assessment.proposed_ore if case.assessment else None
    amounts = (case.applied_ore, proposed, case.granted_ore, case.paid_ore, case.refunded_ore)
    table.add_row(*(tables.money(session.language, amount) for amount in amounts))
    yield table
    yield ""


def _facts(session: Session, view: CaseView) -> Iterator[RenderableType]:
    case, language, word = view.case, session.language, session.word
    late = f" ({word('after-deadline')})" if case.late else ""
    rows = [
        (word("received"), tables.clock(language, case.received_at) + late),
        (word("officer"), tables.safe(case.officer)),
    ]
    if (days := view.proposed_days) is not None:
        names = ("report_last_day", "final_report_last_day", "audit_last_day")
        said = (
            f"{catalogue.text(language, f'term-{name}')} {formats.day(language, getattr(days, name))}"
            for name in names
        )
        rows.append((word("proposed-days"), ", ".join(said)))
    if case.decision is not None:
        rows.append((word("use-deadline"), tables.last(language, case.decision.use_deadline)))
    if case.unspent_ore is not None:
        rows.append((word("unspent"), formats.money(language, case.unspent_ore)))
    if case.duty_carried_by:
        rows.append((word("duty-carried-by"), case.duty_carried_by))
    yield tables.grid(*rows)


def _remarks(session: Session, view: CaseView) -> Iterator[RenderableType]:
    """Return what the formal checks remarked, with the codes that a return for supplement names, until it is decided."""
    language, word = session.language, session.word
    if not view.case.remarks or view.case.decision is not None:
        return
    yield tables.heading(word("remarks"))
    table = tables.table(word("severity"), word("what"), word("code"), word("rule-head"), wide=(1,))
    for remark, times in Counter(view.case.remarks).items():
        severity, code, rule = remark.split(":", 2)
        short = catalogue.text(language, f"finding-{code}.short") + (f" (× {times})" if times > 1 else "")
        table.add_row(word(f"severity-{severity}"), short, Text(code, style="cyan"), rule)
    yield table


def _duties(session: Session, view: CaseView) -> Iterator[RenderableType]:
    case, language, word = view.case, session.language, session.word
    if not case.reports and not case.audits:
        return
    yield tables.heading(word("duties"))
    heads = (word("last-day"), word("duty"), word("state"), word("spent"), word("unused"), word("rule-head"))
    table = tables.table(*heads, right=(3, 4))
    for report in case.reports:
        table.add_row(
            _day(session, view, report.last_day, waits=report.awaits_grantee),
            word("report-for", duty=report.name),
            catalogue.text(language, f"state-{report.state.value}"),
            _amount(session, report.spent_ore),
            _amount(session, report.unused_ore),
            report.rule,
        )
    asked = [
        catalogue.text(language, f"report_question-{one.question}") + f" ({one.rule})"
        for one in view.report_form
        if case.reports
    ]
    for audit in case.audits:
        table.add_row(
            _day(session, view, audit.last_day, waits=audit.awaits_grantee),
            word("audit-for", duty=audit.name),
            catalogue.text(language, f"state-{audit.state.value}"),
            _amount(session, audit.amount_ore),
            tables.NOTHING,
            audit.rule,
        )
    yield table
    if asked:
        yield word("report-asks", questions="; ".join(asked))


def _claims(session: Session, view: CaseView) -> Iterator[RenderableType]:
    language, word = session.language, session.word
    if not view.case.claims:
        return
    yield tables.heading(word("claims"))
    heads = (word("number"), word("ground"), word("amount"), word("outstanding"), word("state"), word("due"))
    table = tables.table(*heads, right=(2, 3))
    for claim in view.case.claims:
        due = claim.due_day
        table.add_row(
            str(claim.number),
            catalogue.text(language, f"ground-{claim.ground.value}"),
            _amount(session, claim.amount_ore),
            # What came in too much stands with a minus until it has gone back.
            _amount(session, claim.outstanding_ore - claim.overpaid_ore),
            catalogue.text(language, f"state-{claim.state.value}"),
            tables.NOTHING if due is None else _day(session, view, due, waits=claim.is_open),
        )
    yield table


def _amount(session: Session, amount_ore: int | None) -> str:
    """Return an amount that may truly be zero, or a dash where nobody has said."""
    return tables.NOTHING if amount_ore is None else formats.money(session.language, amount_ore)


def _day(session: Session, view: CaseView, last_day: date, *, waits: bool) -> Text:
    late = waits and end_of_day(last_day) <= view.now
    return Text(formats.day(session.language, last_day), style=tables.LATE if late else "")
