"""A case's life in words, for the timeline and the history: who did what, or why it happened by itself, by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from activities.names import names
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.automatic import is_automatic
from domain.corrections import Entered, corrected_by
from domain.sight import told_to_grantee
from letters import catalogue
from letters.formats import Language
from storage import private_texts
from storage.trail import Entry
from web.people import called
from web.rules import RuleLink, rule_link
from web.words import say

#: What a person gave as reason stands under one of these names, sealed.
_REASONS: Final = ("reason", "explanation", "comment", "note", "fault", "difference_reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event in words.

    Args:
        seq: Its number in the case.
        at: When it happened (UTC, case time).
        by: ``person``, ``automatic`` or ``planned``.
        who: The role and place; for automatic ones that it was the system.
        text: What happened.
        reason: What the person wrote, where the reader may see it.
        link: The rule behind it.
    """

    seq: int
    at: datetime
    by: str
    who: str
    text: str
    reason: str | None
    link: RuleLink | None


def told_of(who: Actor, entries: Sequence[Entry]) -> list[Entry]:
    """Return those of all the *entries* of a case that *who* may be told of: a municipality of what it was told."""
    if who.role not in MUNICIPAL_ROLES:
        return list(entries)
    told = told_to_grantee((one.kind, one.body) for one in entries)
    return [one for one, is_told in zip(entries, told, strict=True) if is_told]


async def tell(
    conn: AsyncConnection, language: Language, entries: Sequence[Entry], *, reasons: bool
) -> list[Told]:
    """Return *entries* in words; *reasons* says whether the reader may see what people wrote."""
    refs = [ref for entry in entries for ref in _refs(entry)] if reasons else []
    texts = await private_texts.texts(conn, refs) if refs else {}
    return [_told(language, entry, texts) for entry in entries]


def corrected(entries: Sequence[Entry], told: Mapping[int, Told]) -> dict[int, list[Told]]:
    """Return, for each entry that was said anew, how: by its number, in order; *told* by number."""
    entered = (Entered.of(one.seq, one.kind, one.body) for one in entries)
    return {seq: [told[one] for one in by] for seq, by in corrected_by(entered).items()}


def _told(language: Language, entry: Entry, texts: Mapping[UUID, str | None]) -> Told:
    automatic = entry.actor.role is Role.SYSTEM or is_automatic(entry.kind, entry.body)
    found = " ".join(text for ref in _refs(entry) if (text := texts.get(ref)))
    return Told(
        seq=entry.seq,
        at=entry.occurred_at,
        by="automatic" if automatic else "person",
        who=say(language, "told-automatic") if automatic else _who(language, entry),
        text=_sentence(language, entry),
        reason=found or None,
        link=rule_link(language, _rule(entry.body)),
    )


def _sentence(language: Language, entry: Entry) -> str:
    known = dict(names(language))
    known |= {
        subject: called(language, subject)
        for subject in (entry.body.get("officer"), entry.body.get("subject"))
        if isinstance(subject, str)
    }
    return catalogue.event(language, entry.kind, entry.body, known)


def _who(language: Language, entry: Entry) -> str:
    actor = entry.actor
    who = called(language, actor.subject)
    if actor.role in OFFICE_ROLES:
        return who
    place = names(language).get(actor.unit)
    return f"{who}, {place}" if place else who


def _rule(body: Mapping[str, Any]) -> str | None:
    rule = body.get("rule")
    return rule if isinstance(rule, str) else None


def _refs(entry: Entry) -> list[UUID]:
    sealed = [entry.body.get(name) for name in _REASONS]
    return [UUID(one["ref"]) for one in sealed if isinstance(one, dict) and one.get("ref")]
