"""A case's history for whoever audits it: who, what, when, on whose authority, by which rule, and what bears it out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from activities.names import names
from domain.actors import OFFICE_ROLES, Actor, Role
from domain.authority import MAY
from domain.automatic import Explanation, explanation
from domain.corrections import CORRECTS
from letters import catalogue
from letters.formats import Language
from storage.case_file import SentLetter
from storage.case_history import Link, RefusedCommand
from storage.trail import Entry
from web.mending import in_words
from web.outgoing import message_of
from web.people import called
from web.rules import RuleLink, rule_link
from web.telling import Told
from web.words import say
from web.work import case_address

#: What moved money, or said that it should move.
_MONEY: Final = frozenset(
    {
        "ClaimDecided",
        "ClaimInvoiced",
        "ClaimSentToCollection",
        "ClaimWrittenOff",
        "Disbursed",
        "DisbursementCorrected",
        "Granted",
        "OverpaymentCorrected",
        "OverpaymentReturned",
        "PaymentAttested",
        "PaymentCancelled",
        "PaymentFailed",
        "PaymentOrdered",
        "Refunded",
        "RepaymentCorrected",
        "RepaymentReceived",
        "Reversed",
    }
)

#: What set right something that was said or done before.
_CORRECTIONS: Final = frozenset(
    {
        *CORRECTS,
        "AuditReturned",
        "ClaimDropped",
        "OverpaymentReturned",
        "PaymentCancelled",
        "PaymentFailed",
        "RefusalSetAside",
        "Reopened",
        "ReportReturned",
        "Reversed",
        "SentBack",
    }
)

#: Which records can be looked at alone, in the order of the page.
FAMILIES: Final = ("all", "person", "automatic", "money", "correction", "refused")

_HASH_SHOWN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What bears a record out: a letter in its own language, a rule set, or the event's checksum; ``href`` where it can be opened."""

    text: str
    href: str | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of the history.

    Args:
        seq: The event's number; None for a command that was refused.
        at: When it happened (UTC, case time).
        who: Role and place, or that it happened by itself.
        what: In a sentence.
        detail: What the person wrote, or what the automatic step came to.
        authority: On whose authority.
        link: The rule behind it.
        evidence: What bears it out.
        families: Which of ``FAMILIES`` it is in.
    """

    seq: int | None
    at: datetime
    who: str
    what: str
    detail: str
    authority: str
    link: RuleLink | None
    evidence: Evidence
    families: frozenset[str]

    @property
    def is_correction(self) -> bool:
        return "correction" in self.families


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a history is made of.

    Args:
        case_no: Number of the case.
        rule_set: What it is pinned to.
        chain: Its events.
        told: The same in words.
        commands: Which command stands behind each command id.
        letters: What was sent.
        refused: What was refused.
        mandate: The reference of the budget authority of its year; None where none is registered.
    """

    case_no: str
    rule_set: str
    chain: Sequence[Link]
    told: Sequence[Told]
    commands: Mapping[UUID, str]
    letters: Sequence[SentLetter]
    refused: Sequence[RefusedCommand]
    mandate: str | None


def records(language: Language, past: Past) -> list[Record]:
    """Return every record of the case, the newest first."""
    found = [*_events(language, past), *(_refused(language, one) for one in past.refused)]
    return sorted(found, key=lambda one: (one.at, one.seq or 0), reverse=True)


def _events(language: Language, past: Past) -> Iterator[Record]:
    earlier: list[tuple[str, Mapping[str, object]]] = []
    authority = _Authority(language, past.mandate)
    for link, told in zip(past.chain, past.told, strict=True):
        entry = link.entry
        why = explanation(entry.kind, entry.body, earlier, past.rule_set)
        yield Record(
            seq=entry.seq,
            at=entry.occurred_at,
            who=told.who,
            what=told.text,
            detail=_detail(language, entry, told, why),
            authority=authority.of(entry, told),
            link=rule_link(language, why.rule if why else _rule(entry, past.commands)),
            evidence=_evidence(language, link, why, past),
            families=_families(entry.kind, told),
        )
        earlier.append((entry.kind, entry.body))


class _Authority:
    """Follows the events in order: who had the case then, and which act an automatic step follows on."""

    def __init__(self, language: Language, mandate: str | None) -> None:
        self._language = language
        self._mandate = mandate
        self._officer: str | None = None
        self._acts: dict[datetime, int] = {}

    def of(self, entry: Entry, told: Told) -> str:
        """Return on whose authority *entry*, the next event, came about."""
        if told.by != "person":
            return self._of_itself(entry)
        self._acts.setdefault(entry.occurred_at, entry.seq)
        if entry.kind == "Assigned":
            self._officer = entry.body["officer"]
        return self._of_person(entry.actor)

    def _of_itself(self, entry: Entry) -> str:
        # What follows on an act happens at its very instant, whether in its transaction or by a clock that it set.
        act = self._acts.get(entry.occurred_at)
        if act is not None:
            return say(self._language, "audit-follows", {"seq": act})
        clock = (entry.cause or "").partition("@")[0]
        if clock:
            return say(self._language, "audit-clock", {"clock": clock})
        return say(self._language, "audit-other-case")

    def _of_person(self, actor: Actor) -> str:
        if actor.role is Role.LEADER and self._mandate:
            said = say(self._language, "audit-budget", {"reference": self._mandate})
        elif actor.role is Role.CASE_OFFICER and actor.subject == self._officer:
            said = say(self._language, "audit-assigned")
        else:
            said = say(self._language, f"audit-role-{actor.role}")
        return f"{said} {say(self._language, 'audit-asserted')}" if actor.asserted else said


def _rule(entry: Entry, commands: Mapping[UUID, str]) -> str | None:
    """Return the rule that the event names, else the one that says who may do it."""
    named = entry.body.get("rule")
    if isinstance(named, str):
        return named
    command = commands.get(entry.command_id) if entry.command_id else None
    return MAY[command][1] if command in MAY else None


def _detail(language: Language, entry: Entry, told: Told, why: Explanation | None) -> str:
    if why is not None:
        result = catalogue.result(language, entry.kind, entry.body, names(language))
        return "" if result.casefold() in told.text.casefold() else result
    return f"«{told.reason}»" if told.reason else ""


def _evidence(language: Language, link: Link, why: Explanation | None, past: Past) -> Evidence:
    for letter in past.letters:
        message = message_of(language, letter, {}) if letter.seq == link.entry.seq else None
        if message is not None:
            address = f"{case_address(past.case_no)}/brev/{letter.id}"
            return Evidence(text=message.subject, href=address, language=message.language)
    if why is not None:
        return Evidence(text=say(language, "audit-rule-set", {"rule_set": why.rule_set}))
    return Evidence(text=say(language, "audit-checksum", {"digits": link.hash.hex()[:_HASH_SHOWN]}))


def _families(kind: str, told: Told) -> frozenset[str]:
    found = {"all", told.by}
    if kind in _MONEY:
        found.add("money")
    if kind in _CORRECTIONS:
        found.add("correction")
    return frozenset(found)


def _refused(language: Language, one: RefusedCommand) -> Record:
    refusal = in_words(language, one.code, one.rule, one.params)
    who = called(language, one.actor.subject)
    place = "" if one.actor.role in OFFICE_ROLES else names(language).get(one.actor.unit, "")
    return Record(
        seq=None,
        at=one.received_at,
        who=f"{who}, {place}" if place else who,
        what=say(language, "audit-refused", {"command": one.kind}),
        detail=refusal.reason,
        authority=say(language, "audit-no-change"),
        link=refusal.link,
        evidence=Evidence(text=say(language, "audit-refused-command", {"digits": str(one.command_id)[:8]})),
        families=frozenset({"all", "refused"}),
    )
