"""``case explain``: a case's life in plain language; each automatic step with rule, rule set, input and result."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.names import names
from cli.reads import find_case
from cli.session import Session
from domain.actors import OFFICE_ROLES, Role
from domain.automatic import Explanation, explanation
from letters import catalogue, formats
from letters.formats import Language
from storage import queries
from storage.rows import Head
from storage.trail import Entry

#: Where the step was handled so long after its deadline, that is told: the service was down.
_NOTED_AFTER_SECONDS: Final = 3600


async def explain_case(session: Session, given: str) -> Status:
    """Answer with the life of one case, a sentence for each step."""
    async with session.record() as record, record.engine.connect() as conn:
        head = await find_case(conn, given)
        entries = await queries.history(conn, f"case:{head.case_id}")
    steps = steps_of(session.language, entries, head.rule_set)
    shape = {
        "case_id": head.case_id,
        "case_no": head.case_no,
        "rule_set": head.rule_set,
        "stage": head.stage,
        "steps": steps,
    }
    session.say(shape, *_lines(session, head, steps))
    return Status.DONE


def steps_of(language: Language, entries: Sequence[Entry], rule_set: str) -> list[dict[str, Any]]:
    """Return each event in words: who, what, and for an automatic step by which rule, on what, with which result."""
    earlier: list[tuple[str, Mapping[str, Any]]] = []
    found = []
    for entry in entries:
        found.append(_step(language, entry, explanation(entry.kind, entry.body, earlier, rule_set)))
        earlier.append((entry.kind, entry.body))
    return found


def _step(language: Language, entry: Entry, why: Explanation | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "seq": entry.seq,
        "at": entry.occurred_at,
        "kind": entry.kind,
        "automatic": why is not None,
        "who": _who(language, entry),
        "text": catalogue.event(language, entry.kind, entry.body, names(language)),
    }
    if why is not None:
        found |= {
            "rule": why.rule,
            "rule_set": why.rule_set,
            "input": why.inputs,
            "result": catalogue.result(language, entry.kind, entry.body, names(language)),
            "handled_late_at": _handled_late(entry),
        }
    return found


def _who(language: Language, entry: Entry) -> str:
    """Return role and place; a person's name is no part of a case's life as it is told here."""
    actor = entry.actor
    if actor.role is Role.SYSTEM:
        return tables.role(language, actor.role.value)
    unit = actor.unit if actor.role in OFFICE_ROLES else names(language).get(actor.unit, actor.unit)
    return f"{tables.role(language, actor.role.value)}, {tables.safe(unit)}"


def _handled_late(entry: Entry) -> str | None:
    handled = entry.body.get("handled_at")
    if handled is None:
        return None
    late = (formats.as_instant(handled) - entry.occurred_at).total_seconds() > _NOTED_AFTER_SECONDS
    return str(handled) if late else None


def _lines(session: Session, head: Head, steps: list[dict[str, Any]]) -> Iterator[Text]:
    language, word = session.language, session.word
    yield Text(head.case_no, style="bold")
    yield Text(word("explain-pinned", rule_set=head.rule_set), style="dim")
    for told in steps:
        when = formats.instant(language, told["at"])
        said = Text(f"\n{told['seq']}. ", style="bold")
        said += Text(f"{when} – {told['who']}\n", style="dim")
        said += Text(f"   {told['text']}.")
        for line in _grounds(session, told):
            said += Text(f"\n   {line}", style="dim")
        yield said
    yield Text(f"\n{word('explain-now', reached=tables.stage(language, head.stage))}", style="bold")


def _grounds(session: Session, told: Mapping[str, Any]) -> Iterator[str]:
    if not told["automatic"]:
        return
    word = session.word
    yield word("explain-rule", rule=told["rule"], rule_set=told["rule_set"])
    yield word("explain-input", inputs=inputs(session, told["input"]))
    yield word("explain-result", outcome_text=told["result"])
    if told["handled_late_at"]:
        at = formats.as_instant(told["handled_late_at"])
        yield word("handled-later", when=tables.clock(session.language, at))


def inputs(session: Session, given: Mapping[str, Any]) -> str:
    """Return what an automatic step looked at, on one line."""
    return "; ".join(_input(session, name, value) for name, value in given.items())


def _input(session: Session, name: str, value: Any) -> str:
    called = session.word(f"input-{name.removesuffix('_ore').replace('_', '-')}")
    several = value if name.endswith("_ore") and isinstance(value, list) else [value]
    shown = [catalogue.shown(session.language, name, one) or session.word("unknown") for one in several]
    return f"{called}: {' + '.join(shown)}"
