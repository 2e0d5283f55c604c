"""The documents and letters of a case in one list, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from activities.names import names
from letters.formats import Language
from storage.case_file import Attached, SentLetter
from storage.trail import Entry
from web.guard.gate import CaseVisit
from web.outgoing import message_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document or a letter of the case. ``direction`` is in, out or inside; ``language`` is a letter's own.

    What is erased has no ``href``.
    """

    at: datetime
    title: str
    language: Language | None
    direction: str
    other: str
    state: str
    href: str | None


def papers(
    visit: CaseVisit, letters: Sequence[SentLetter], documents: Sequence[Attached], entries: Sequence[Entry]
) -> list[Paper]:
    """Return what has come in and gone out; *entries* say when a letter was written, and what a document came with."""
    at = {entry.seq: entry.occurred_at for entry in entries}
    came_with = {sha256: entry.kind for entry in entries for sha256 in entry.body.get("attachments", ())}
    host = names(visit.language).get(visit.case.host, visit.case.host)
    found = [
        Paper(
            at=one.received_at,
            title=one.name if one.erased_at is None else visit.say("paper-erased"),
            language=None,
            direction="in",
            other=host,
            state=_filed(visit, came_with.get(one.sha256)),
            href=f"{visit.address}/dokument/{one.document_id}" if one.erased_at is None else None,
        )
        for one in documents
    ]
    for letter in letters:
        message = message_of(visit.language, letter, {})
        sent = letter.status == "done"
        found.append(
            Paper(
                at=at.get(letter.seq, letter.created_at),
                title=message.subject if message else letter.payload["letter"],
                language=message.language if message else None,
                direction="out",
                other=host,
                state=visit.say("paper-sent" if sent else "paper-waits"),
                href=f"{visit.address}/brev/{letter.id}",
            )
        )
    return sorted(found, key=lambda one: one.at, reverse=True)


def _filed(visit: CaseVisit, kind: str | None) -> str:
    """Say what a document came with; what came with an application or a report is only filed."""
    if kind is None:
        return visit.say("paper-filed")
    return visit.say("paper-came-with", event_shown=visit.say(f"event-{kind}.name"))
