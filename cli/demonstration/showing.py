"""Shows what came of a demonstration: tables for people, one JSON object for programs."""

from itertools import groupby, pairwise
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.demonstration.language import Life
from cli.demonstration.record import Ending, Overdue, Record
from cli.demonstration.verbs import TO_MONEY
from domain.lifecycle import Stage
from letters.catalogue import Language, MissingTextError, text
from letters.formats import money
from storage.reference import municipalities
from storage.rows import FrameRow

_EN: Final = Language.EN

#: Narrower terminals show the municipality alone.
_ROOM_FOR_NETWORKS: Final = 150

#: What nearly every case passes is not said again for each; that it was paid says that it was granted.
_ROUTINE: Final = frozenset(TO_MONEY)


def as_json(record: Record) -> dict[str, Any]:
    """Return everything as plain values. Amounts in øre, days and instants in ISO form."""
    return {
        "holds": record.holds,
        "problems": list(record.all_problems),
        "cases": [_case(ending) for ending in record.endings],
        "overdue": _overdue(record.overdue),
        "frames": [_frame(frame) for frame in record.frames],
        "trail": {
            "events": record.trail.events,
            "streams": record.trail.streams,
            "problems": list(record.trail.problems),
        },
        "delivered": {
            "messages": record.delivered.messages,
            "payment_orders": record.delivered.payment_orders,
            "commands": record.delivered.commands,
            "undelivered": record.delivered.undelivered,
        },
        "commands": record.commands,
        "deadlines": record.deadlines,
        "seconds": {name: round(value, 2) for name, value in record.seconds.items()},
    }


def _case(ending: Ending) -> dict[str, Any]:
    life = ending.life
    return {
        "key": life.key,
        "title": life.title,
        "shows": list(life.shows),
        "case_no": ending.case_no,
        "host": life.form.host,
        "municipality": _municipality(life.form.host),
        "network": life.form.network.name,
        "rule_set": life.call.round.rule_set,
        "granted_ore": ending.granted_ore,
        "path": [stage.value for stage in ending.path],
        "stage": ending.stage.value if ending.stage else None,
        "expected": life.path[-1].value,
        "days": ending.days,
        "refusals": list(ending.refusals),
        "as_planned": ending.as_planned,
        "problems": list(ending.problems),
    }


def _overdue(overdue: Overdue) -> dict[str, Any]:
    rows = [
        {
            "case_no": row.case_no,
            "host": row.host,
            "stage": row.stage,
            "about": row.about,
            "clock": row.clock,
            "last_day": row.last_day.isoformat(),
            "rule": row.rule,
            "role": row.role,
            "tasks": list(overdue.tasks[row.case_no]),
        }
        for row in overdue.rows
    ]
    return {"as_of": overdue.as_of.isoformat(), "rows": rows}


def _frame(frame: FrameRow) -> dict[str, Any]:
    return {
        "office": frame.office,
        "grant_year": frame.grant_year,
        "pot": frame.pot,
        "reference": frame.reference,
        "earmarked": frame.earmarked,
        "amount_ore": frame.amount_ore,
        "committed_ore": frame.committed_ore,
        "paid_ore": frame.paid_ore,
        "free_ore": frame.free_ore,
    }


def show(record: Record, console: Console) -> None:
    """Print the tables, and what is not as planned."""
    console.print(_cases_table(record, networks=console.width >= _ROOM_FOR_NETWORKS))
    console.print(_overdue_table(record.overdue))
    console.print(_frames_table(record))
    _closing_lines(record, console)


def _cases_table(record: Record, *, networks: bool) -> Table:
    table = Table(
        title="Cases. Amounts in NOK; the routine up to the payment is left out of the paths."
        " C1 to C16: docs/edge-cases.md.",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        show_edge=False,
    )
    where = "municipality · network" if networks else "municipality"
    for name in ("case", where, "what it shows", "rule set"):
        table.add_column(name, no_wrap=name != "what it shows")
    table.add_column("granted", justify="right", no_wrap=True)
    table.add_column("path")
    table.add_column("end", no_wrap=True)
    table.add_column("days", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for _, endings in groupby(record.endings, key=lambda ending: ending.life.call.round.office):
        table.add_section()
        for ending in endings:
            table.add_row(*_row(ending, networks=networks))
    return table


def _row(ending: Ending, *, networks: bool) -> tuple[str | Text, ...]:
    life = ending.life
    municipality = _municipality(life.form.host)
    mark = Text("✓", "green") if ending.as_planned else Text("✗", "bold red")
    return (
        ending.case_no or "–",
        f"{municipality} · {_network(life)}" if networks else municipality,
        Text(life.title).append(f" {' '.join(life.shows)}" if life.shows else "", "dim"),
        life.call.round.rule_set,
        _kroner(ending.granted_ore) if ending.granted_ore else "–",
        _way(ending),
        _stage(ending.stage),
        str(ending.days),
        mark,
    )


def _way(ending: Ending) -> str:
    """Return the path in short, without what nearly every case passes, and with what was refused as planned."""
    words: list[str] = []
    for before, stage in pairwise((None, *ending.path)):
        if (before, stage) == (Stage.AWAITING_APPROVAL, Stage.ASSESSED):
            words.append("sent back")
        if stage is Stage.DISBURSED:
            words.append("paid")
        elif stage is not None and (stage not in _ROUTINE or stage is ending.stage):
            words.append(_stage(stage))
    refusals = "".join(f"; {code} refused" for code in ending.refusals)
    return " → ".join(words) + refusals


def _overdue_table(overdue: Overdue) -> Table | str:
    title = f"Overdue on {overdue.as_of:%-d %B %Y}"
    if not overdue.rows:
        return f"\n{title}: nothing\n"
    table = Table(
        title=f"\n{title}", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False
    )
    for name in ("case", "municipality", "what", "last day", "rule", "on the table of"):
        table.add_column(name)
    for row in overdue.rows:
        roles = ", ".join(_word(f"role-{role}", role) for role in overdue.tasks[row.case_no])
        what = f"{_word(f'clock-{row.about}', row.about)} ({row.clock})"
        table.add_row(row.case_no, _municipality(row.host), what, f"{row.last_day}", row.rule, roles or "–")
    return table


def _frames_table(record: Record) -> Table:
    table = Table(
        title="\nFrames", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False
    )
    for name in ("office", "year", "pot", "letter"):
        table.add_column(name)
    for name in ("frame", "granted", "paid", "free"):
        table.add_column(name, justify="right")
    for frame in record.frames:
        pot = f"{frame.pot} (earmarked)" if frame.earmarked else frame.pot
        amounts = (frame.amount_ore, frame.committed_ore, frame.paid_ore, frame.free_ore)
        table.add_row(frame.office, str(frame.grant_year), pot, frame.reference, *map(_kroner, amounts))
    return table


def _closing_lines(record: Record, console: Console) -> None:
    trail, sent = record.trail, record.delivered
    verified = "verified" if not trail.problems else f"{len(trail.problems)} problems"
    console.print(
        f"\nTrail: {trail.events} events in {trail.streams} streams, {verified}."
        f" {record.commands} acts of people, {record.deadlines} of clocks."
    )
    console.print(
        f"Sent: {sent.messages} messages, {sent.payment_orders} payment orders,"
        f" {sent.commands} commands from case to case; {sent.undelivered} undelivered."
    )
    console.print(" · ".join(f"{name} {value:.1f} s" for name, value in record.seconds.items()), style="dim")
    as_planned = sum(ending.as_planned for ending in record.endings)
    if record.holds:
        console.print(f"All {as_planned} cases ended where they should.", style="green")
        return
    console.print(f"{as_planned} of {len(record.endings)} cases ended where they should.", style="bold red")
    for problem in record.all_problems:
        console.print(f"✗ {problem}", style="red", markup=False, highlight=False)


def _stage(stage: Stage | None) -> str:
    return "–" if stage is None else stage.value.replace("_", " ")


def _word(key: str, otherwise: str) -> str:
    try:
        return text(_EN, key)
    except MissingTextError:
        return otherwise


def _network(life: Life) -> str:
    """Return its name without the word for what it is: `Hedmarken`."""
    return life.form.network.name.partition(" ")[2]


def _kroner(amount_ore: int) -> str:
    return money(_EN, amount_ore).removeprefix("NOK").strip()


def _municipality(org_number: str) -> str:
    return next((one.name for one in municipalities().values() if one.org_number == org_number), org_number)
