"""One open transaction on one case: what was read under lock, what happened since, and how it is written."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain import commands as c
from domain import events as e
from domain.actors import Actor, Role
from domain.case import Case
from domain.clocks import next_step, spread
from domain.codec import case_of, event_body, round_of
from domain.engine import Head
from domain.evolve import evolve
from domain.facts import RoundFacts
from domain.officework.access import OfficeAccess
from domain.outgoing import outgoing
from domain.refusal import AUTHORITY_CODES, Refused
from domain.register_states import state_from
from domain.ruleset import RuleSet
from storage import record_sql as sql
from storage.constant import Connection, Straight
from storage.pinned_rules import pinned_rules
from storage.projection import deadline_rows, head_row, is_overdue, task_rows
from storage.rulesets import load_rule_sets
from storage.searching import municipality_mark
from storage.trail import Entry, canonical, genesis


@dataclass(kw_only=True)
class Transaction:
    """A case under lock. ``append`` evolves it in memory; ``commit`` writes all of it in one statement."""

    conn: Connection
    case_id: UUID
    found: sql.Found
    case: Case | None
    rules: RuleSet
    now: datetime
    engine_now: datetime
    adopted_seq: int
    before: Case | None
    entries: list[dict[str, Any]] = field(default_factory=list)
    outbox: list[dict[str, Any]] = field(default_factory=list)
    commitments: list[dict[str, Any]] = field(default_factory=list)
    disbursements: list[dict[str, Any]] = field(default_factory=list)
    disbursement_corrections: list[dict[str, Any]] = field(default_factory=list)
    access: list[dict[str, Any]] = field(default_factory=list)
    inbox: dict[str, Any] | None = None
    hash: bytes = b""

    @property
    def held(self) -> AsyncConnection:
        """The connection, for what must stay as it is read until it is acted on.

        Raises:
            LocksNeededError: No transaction is open. Nothing was written, and all of it can be tried again in one.
        """
        if isinstance(self.conn, Straight):
            raise sql.LocksNeededError
        return self.conn

    @property
    def stream(self) -> str:
        """The name of the case's stream in the trail."""
        return f"case:{self.case_id}"

    @property
    def shift(self) -> timedelta:
        """How far case time is ahead of real time; zero in every real installation."""
        return self.found.clock_shift

    @property
    def round(self) -> RoundFacts:
        """The round the case belongs to.

        Raises:
            Refused: ``no_such_round`` when there is none.
        """
        if self.found.round is None:
            raise Refused("no_such_round", "T03")
        return round_of(self.found.round.state).facts

    @property
    def access_of_sender(self) -> OfficeAccess | None:
        """Which roles are withdrawn at the office of whoever sent the command; None where none ever was."""
        if self.found.access is None:
            return None
        known = state_from(*self.found.access)
        return known if isinstance(known, OfficeAccess) else None

    def command(self, command_id: UUID, row: sql.InboxRow) -> c.Command:
        """Return the command of the inbox row that was read."""
        return c.Command(
            command_id=str(command_id),
            case_id=str(self.case_id),
            actor=Actor(**{**row.actor, "role": Role(row.actor["role"])}),
            body=c.parse_body(row.content),
            received_at=row.received_at,
            expected_seq=row.expected_seq,
            content_digest=sealed_digest(row.content),
        )

    def append(
        self,
        events: Sequence[e.Event],
        at: datetime,
        actor: Actor,
        *,
        command_id: UUID | None = None,
        cause: str | None = None,
    ) -> None:
        """Let *events* happen *at* (UTC, case time): evolve the case, chain the trail, fill the outbox."""
        for number, event in enumerate(events):
            self.case = evolve(self.case, event, case_id=str(self.case_id), at=at)
            entry = Entry(
                stream=self.stream,
                seq=self.case.seq,
                kind=type(event).__name__,
                schema=event.schema,
                occurred_at=at,
                recorded_at=self.engine_now,
                actor=actor,
                command_id=command_id,
                # What follows from the same cause is named after it, so that each is there once.
                cause=cause if cause is None or number == 0 else f"{cause}#{number}",
                body=event_body(event),
            ).row(self.hash)
            self.hash = entry["hash"]
            self.entries.append(_json_row(entry))
            self._send(event)
            self._keep_ledgers(event)

    def _send(self, event: e.Event) -> None:
        assert self.case is not None  # noqa: S101 - append has just evolved it
        for part, item in enumerate(outgoing(event, self.case)):
            self.outbox.append(
                {
                    "stream": self.stream,
                    "seq": self.case.seq,
                    "part": part,
                    "kind": item.kind,
                    "payload": dict(item.payload),
                    "created_at": self.engine_now.isoformat(),
                }
            )

    def _keep_ledgers(self, event: e.Event) -> None:
        assert self.case is not None  # noqa: S101 - append has just evolved it
        frame = {"office": self.case.frame_office, "grant_year": self.case.grant_year, "pot": self.case.pot}
        if isinstance(event, e.Granted):
            self.commitments.append(
                frame
                | {
                    "decision_no": event.decision_no,
                    "project_id": self.case.project_id,
                    "amount_ore": event.amount_ore,
                    "decided_at": event.decided_at.isoformat(),
                }
            )
        if isinstance(event, e.Reversed) and event.amount_ore != event.before_ore:
            self.commitments.append(
                frame
                | {
                    "decision_no": event.decision_no,
                    "project_id": self.case.project_id,
                    "amount_ore": event.amount_ore - event.before_ore,
                    "decided_at": event.decided_at.isoformat(),
                }
            )
        if isinstance(event, e.Disbursed):
            self.disbursements.append(
                frame
                | {
                    "payment_no": event.payment_no,
                    "amount_ore": event.amount_ore,
                    "voucher": event.voucher,
                    "paid_on": event.paid_on.isoformat(),
                }
            )

        if isinstance(event, e.DisbursementCorrected):
            self.disbursement_corrections.append(
                {
                    "payment_no": event.payment_no,
                    "voucher": event.voucher,
                    "paid_on": event.paid_on.isoformat() if event.paid_on else None,
                }
            )

    def done(self, command: c.Command) -> None:
        """Note that *command* was carried out."""
        mine = [entry for entry in self.entries if entry["command_id"] == command.command_id]
        answer = {"status": "done", "events": [entry["kind"] for entry in mine], "case_no": self.case_no}
        self._answer(command, "done", answer, mine[0]["seq"], mine[-1]["seq"])

    def refuse(self, command: c.Command, refused: Refused) -> None:
        """Note that *command* was refused; a lack of authority also goes to the access log."""
        answer = {
            "status": "refused",
            "code": refused.code,
            "rule": refused.rule,
            "params": dict(refused.params),
            "case_no": self.case_no,
        }
        self._answer(command, "refused", answer, None, None)
        if refused.code in AUTHORITY_CODES:
            actor = command.actor
            self.access.append(
                {
                    "at": self.now.isoformat(),
                    "subject": actor.subject,
                    "role": actor.role.value,
                    "unit": actor.unit,
                    "stream": self.stream,
                    "command_id": command.command_id,
                    "code": refused.code,
                }
            )

    @property
    def case_no(self) -> str | None:
        """The case number, once there is a case."""
        return self.case.case_no if self.case else None

    def _answer(
        self, command: c.Command, status: str, answer: dict[str, Any], first: int | None, last: int | None
    ) -> None:
        self.inbox = {
            "command_id": command.command_id,
            "status": status,
            "answer": answer,
            "first_seq": first,
            "last_seq": last,
            "settled_at": self.now.isoformat(),
        }

    async def commit(self, *, search: c.Command | None) -> None:
        """Write everything in one statement; the caller's transaction commits.

        Args:
            search: The application, where this creates the case: what it is searched by, and its network and project.
        """
        if not self.entries and self.inbox is None:
            await self.adopt()
            return
        created = search if self.before is None else None
        document = {
            "inbox": self.inbox,
            "trail": self.entries,
            "head": self._head_rows(created),
            "outbox": self.outbox,
            "commitment": self.commitments,
            "disbursement": self.disbursements,
            "disbursement_correction": self.disbursement_corrections,
            "access_log": self.access,
            **_changes(
                "deadlines", deadline_rows(self.before, self.rules), deadline_rows(self.case, self.rules)
            ),
            **self._task_changes(),
            **_register_rows(self.case, created, self.now),
        }
        old_seq = self.before.seq if self.before else 0
        await sql.write(self.conn, self.case_id, old_seq, document)

    def _task_changes(self) -> dict[str, Any]:
        changes = _changes("tasks", task_rows(self.before, self.rules), task_rows(self.case, self.rules))
        opened_at = self.now.isoformat()
        return {**changes, "tasks": [row | {"opened_at": opened_at} for row in changes["tasks"]]}

    def _head_rows(self, created: c.Command | None) -> list[dict[str, Any]]:
        if self.case is None or not self.entries:
            return []
        row = head_row(self.case, self.rules, self.now) | {
            "rule_set_sha256": self.found.round.rule_set_sha256 if self.found.round else None,
            "hash": self.hash.hex(),
            "adopted_seq": self.adopted_seq,
            "changed_at": self.engine_now.isoformat(),
            "search": _search_words(self.case, created),
        }
        return [row]

    async def adopt(self) -> None:
        """Note that the workflow knows the head as it stands."""
        if self.case is not None:
            await sql.adopt(self.conn, self.case_id, self.case.seq)

    def head(self) -> Head:
        """Return the case as its workflow will know it."""
        if self.case is None:
            raise Refused("no_such_case", "T03")
        case = self.case
        due = None if case.finished else next_step(case, self.rules)
        wake_at = due_at = None
        if due is not None:
            due_at = due.instant
            window = 0 if due.step is None else self.found.spread_seconds
            wake_at = due_at - self.shift + spread(case.case_id, window)
        return Head(
            seq=case.seq,
            stage=case.stage.value,
            office=case.office,
            grant_year=case.grant_year,
            label=case.case_no,
            due_at=due_at,
            wake_at=wake_at,
            cause=due.cause if due else None,
            overdue=is_overdue(case, self.rules, self.now),
            finished=case.finished,
        )


async def open_transaction(
    conn: Connection, case_id: UUID, command_id: UUID | None, engine_now: datetime, adopted_seq: int
) -> Transaction:
    """Lock the case and read all that is needed in one statement. *engine_now* is the workflow's time (UTC)."""
    found = await sql.read(conn, case_id, command_id)
    case = None if found.state is None else case_of(found.state)
    return Transaction(
        conn=conn,
        case_id=case_id,
        found=found,
        case=case,
        before=case,
        rules=await _rules(conn, found.round),
        now=engine_now + found.clock_shift,
        engine_now=engine_now.astimezone(UTC),
        adopted_seq=adopted_seq,
        hash=genesis(f"case:{case_id}") if found.hash is None else found.hash,
    )


async def _rules(conn: Connection, round_: sql.PinnedRound | None) -> RuleSet:
    if round_ is None:
        # No round and no case: the command will be refused, whichever rules are at hand.
        return next(iter(load_rule_sets().values()))
    return await pinned_rules(conn, round_.rule_set, round_.rule_set_sha256)


def sealed_digest(content: object) -> str:
    """Return the SHA-256 (hex) of a sealed command as it stands in the inbox."""
    return hashlib.sha256(canonical({"content": content}).encode()).hexdigest()


def _json_row(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {
        "occurred_at": entry["occurred_at"].isoformat(),
        "recorded_at": entry["recorded_at"].isoformat(),
        "command_id": str(entry["command_id"]) if entry["command_id"] else None,
        "hash": entry["hash"].hex(),
    }


def _changes(name: str, old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    return {
        f"{name}_gone": sorted(old.keys() - new.keys()),
        name: [row for key, row in sorted(new.items()) if old.get(key) != row],
    }


def _search_words(case: Case, created: c.Command | None) -> str:
    if created is None or not isinstance(created.body, c.Submit):
        return ""
    application = created.body.application
    words = [case.case_no, case.host, application.network.name, application.project.title]
    for member in application.members:
        words += [member.org_number, municipality_mark(member.municipality)]
    return " ".join(words).casefold()


def _register_rows(case: Case | None, created: c.Command | None, now: datetime) -> dict[str, Any]:
    if case is None or created is None or not isinstance(created.body, c.Submit):
        return {"network": [], "project": []}
    application = created.body.application
    network = {
        "network_id": case.network_id,
        "name": application.network.name,
        "office": case.office,
        "strand": case.strand.value,
        "created_at": now.isoformat(),
    }
    project = {
        "project_id": case.project_id,
        "network_id": case.network_id,
        "title": application.project.title,
    }
    return {"network": [network], "project": [project]}
