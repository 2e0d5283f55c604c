"""``case explain``: a case's life in plain language; each automatic step with rule, rule set, input and result."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rich.text import Text

from cli import tables
from cli.errors import Status
from cli.names import names
from cli.reads import find_case
from cli.session import Session
from domain.actors import OFFICE_ROLES, Role
from letters import catalogue, formats
from letters.formats import Language
from storage import queries
from storage.rows import Head
from storage.trail import Entry

#: What an automatic step looked at, in the order it is told.
_INPUTS: Final = (
    "step",
    "grants_ore",
    "basis_ore",
    "network_basis_ore",
    "limit_ore",
    "available_ore",
    "paid_ore",
    "leftover_ore",
    "unspent_ore",
)

#: Where the step was handled so long after its deadline, that is told: the service was down.
_NOTED_AFTER_SECONDS: Final = 3600


async def explain_case(session: Session, given: str) -> Status:
    """Answer with the life of one case, a sentence for each step."""
    async with session.record() as record, record.engine.connect() as conn:
        head = await find_case(conn, given)
        entries = await queries.history(conn, f"case:{head.case_id}")
    steps = [step(session.language, entry, head.rule_set) for entry in entries]
    shape = {
        "case_id": head.case_id,
        "case_no": head.case_no,
        "rule_set": head.rule_set,
        "stage": head.stage,
        "steps": steps,
    }
    session.say(shape, *_lines(session, head, steps))
    return Status.DONE


def step(language: Language, entry: Entry, rule_set: str) -> dict[str, Any]:
    """Return one event in words: who, what, and for an automatic step by which rule, on what, with which result."""
    automatic = entry.actor.role is Role.SYSTEM
    body = entry.body
    found: dict[str, Any] = {
        "seq": entry.seq,
        "at": entry.occurred_at,
        "kind": entry.kind,
        "automatic": automatic,
        "who": _who(language, entry),
        "text": catalogue.event(language, entry.kind, body, names(language)),
    }
    if automatic:
        found |= {
            "rule": body.get("rule"),
            "rule_set": body.get("rule_set") or rule_set,
            "input": {name: body[name] for name in _INPUTS if body.get(name) is not None},
            "result": _result(language, body),
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


def _result(language: Language, body: Mapping[str, Any]) -> str | None:
    if body.get("overtaken"):
        # Its own sentence says that it was passed over.
        return None
    if (result := body.get("result")) is not None:
        return catalogue.text(language, f"verdict-{result}")
    if (act := body.get("act")) is not None:
        return catalogue.text(language, f"act-{act}")
    return None


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
    word, language = session.word, session.language
    if told["rule"]:
        yield word("explain-rule", rule=told["rule"], rule_set=told["rule_set"])
    if told["input"]:
        inputs = "; ".join(_input(session, name, value) for name, value in told["input"].items())
        yield word("explain-input", inputs=inputs)
    if told["result"]:
        yield word("explain-result", outcome_text=told["result"])
    if told["handled_late_at"]:
        at = formats.as_instant(told["handled_late_at"])
        yield word("handled-later", when=tables.clock(language, at))


def _input(session: Session, name: str, value: Any) -> str:
    called = session.word(f"input-{name.removesuffix('_ore').replace('_', '-')}")
    if name.endswith("_ore"):
        amounts = value if isinstance(value, list) else [value]
        value = " + ".join(formats.money(session.language, amount) for amount in amounts)
    return f"{called}: {value}"
