"""``case history``: who did what, when, in what order and why; automatic steps with rule, input and result."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from rich.text import Text
from sqlalchemy.ext.asyncio import AsyncConnection

from cli import tables
from cli.case_explain import inputs
from cli.errors import Status
from cli.names import names
from cli.reads import find_case
from cli.session import Session
from domain.actors import OFFICE_ROLES, Role
from letters import catalogue, formats
from storage import private_texts, queries
from storage.trail import Entry

#: What a person gave as reason stands under one of these names, sealed.
_REASONS: Final = ("reason", "explanation", "comment", "note", "fault", "difference_reason")

#: What an automatic check looked at, where its event says so.
_INPUTS: Final = ("grants_ore", "network_basis_ore", "paid_ore", "leftover_ore", "unspent_ore", "step")


async def show_history(session: Session, given: str, after_seq: int) -> Status:
    """Answer with the events of one case."""
    async with session.record() as record, record.engine.connect() as conn:
        head = await find_case(conn, given)
        entries = await queries.history(conn, f"case:{head.case_id}", after_seq)
        # Texts of people are not for the operator of a real installation.
        texts = await _texts(conn, entries) if record.is_local else {}
    events = [_shape(session, entry, texts) for entry in entries]
    shape = {"case_id": head.case_id, "case_no": head.case_no, "events": events}
    word = session.word
    if not entries:
        session.say(shape, word("no-events", seq=after_seq))
        return Status.DONE
    table = tables.table("#", word("when"), word("who"), word("what"), wide=(2, 3), right=(0,))
    for entry, event in zip(entries, events, strict=True):
        table.add_row(
            str(entry.seq),
            tables.clock(session.language, entry.occurred_at),
            _who(session, entry),
            _what(session, entry, event),
        )
    session.say(shape, Text(f"{head.case_no}", style="bold"), table)
    return Status.DONE


def _shape(session: Session, entry: Entry, texts: Mapping[UUID, str | None]) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "kind": entry.kind,
        "occurred_at": entry.occurred_at,
        "recorded_at": entry.recorded_at,
        "actor": entry.actor,
        "command_id": entry.command_id,
        "cause": entry.cause,
        "text": catalogue.event(session.language, entry.kind, entry.body, names(session.language)),
        "reason": _reason(entry, texts),
        "body": entry.body,
    }


def _who(session: Session, entry: Entry) -> Text:
    language, actor = session.language, entry.actor
    if actor.role is Role.SYSTEM:
        return Text(tables.role(language, actor.role.value), style="dim")
    unit = actor.unit if actor.role in OFFICE_ROLES else names(language).get(actor.unit, actor.unit)
    said = Text(f"{tables.role(language, actor.role.value)}, {tables.safe(unit)}")
    name = actor.subject.partition(":")[2]
    if name:
        said += Text(f" ({tables.safe(name)})")
    return said + Text(f" {session.word('asserted')}", style="dim") if actor.asserted else said


def _what(session: Session, entry: Entry, event: Mapping[str, Any]) -> Text:
    said = Text(event["text"])
    if event["reason"]:
        said += Text(f"\n{session.word('told-reason', text=event['reason'])}", style="dim")
    if grounds := " · ".join(_grounds(session, entry)):
        said += Text(f"\n{grounds}", style="dim")
    return said


def _grounds(session: Session, entry: Entry) -> Iterator[str]:
    """Say by which rule, on what, and when it was seen to; its result stands in the event's own line."""
    body, language = entry.body, session.language
    if rule := body.get("rule"):
        rule_set = body.get("rule_set")
        yield session.word("by-rule", rule=rule) + (f" ({rule_set})" if rule_set else "")
    if entry.actor.role is Role.SYSTEM:
        looked_at = {name: body[name] for name in _INPUTS if name in body}
        if looked_at:
            yield session.word("on-grounds", grounds=inputs(session, looked_at))
    if handled := body.get("handled_at"):
        at = formats.as_instant(handled)
        if (at - entry.occurred_at).total_seconds() > _NOTED_AFTER_SECONDS:
            yield session.word("handled-later", when=tables.clock(language, at))


#: What was handled so much after its deadline is told: the service was down.
_NOTED_AFTER_SECONDS: Final = 3600


def _reason(entry: Entry, texts: Mapping[UUID, str | None]) -> str | None:
    found = [texts.get(ref) for ref in _refs(entry)]
    return " ".join(text for text in found if text) or None


def _refs(entry: Entry) -> list[UUID]:
    sealed = [entry.body.get(name) for name in _REASONS]
    return [UUID(one["ref"]) for one in sealed if isinstance(one, dict) and one.get("ref")]


async def _texts(conn: AsyncConnection, entries: list[Entry]) -> dict[UUID, str | None]:
    refs = [ref for entry in entries for ref in _refs(entry)]
    return await private_texts.texts(conn, refs) if refs else {}
