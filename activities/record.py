"""``record``: the one transaction in which a case changes, whoever asks: a person, a clock, another case.

Lock the head ▸ the command is done already? give the stored answer ▸ apply every deadline that fell due before ▸ read
the facts under locks ▸ decide ▸ append to the trail ▸ head, read tables, outbox, inbox ▸ commit.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity
from temporalio.exceptions import ApplicationError

from activities.facts import facts_for
from activities.transaction import Transaction, open_transaction
from activities.trying import transact, transact_lightly
from activities.within import only_within_its_workflow
from domain import commands as c
from domain.actors import CLOCK, OFFICE_ROLES
from domain.clocks import next_step
from domain.decisions import decide, on_due
from domain.engine import (
    ENFORCE_THRESHOLD,
    ENFORCE_USE_DEADLINE,
    LOAD_HEAD,
    RECORD,
    RECORD_DUE,
    DueInput,
    Head,
    Recorded,
    RecordInput,
)
from domain.events import Event
from domain.officework.access import check_not_withdrawn
from domain.refusal import Refused
from storage import inbox
from storage import record_sql as sql
from storage.constant import Connection

T = TypeVar("T")
log = structlog.get_logger()


class Recorder:
    """The activities that change cases, on one database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @property
    def all(self) -> tuple[Callable[..., Any], ...]:
        """Every activity of this class, for the worker."""
        return (
            self.record,
            self.record_due,
            self.enforce_use_deadline,
            self.enforce_reporting_threshold,
            self.load_head,
        )

    @activity.defn(name=RECORD)
    async def record(self, given: RecordInput) -> Recorded:
        """Carry out one command of the inbox, once; give the stored answer when it is done already."""
        return await self._transact(lambda conn: _carry_out(conn, given))

    @activity.defn(name=RECORD_DUE)
    async def record_due(self, given: DueInput) -> Head:
        """Handle every deadline of the case that has fallen due."""
        await self._carry_out_waiting(given)
        return await self._transact(lambda conn: _handle_due(conn, given))

    @activity.defn(name=ENFORCE_USE_DEADLINE)
    async def enforce_use_deadline(self, given: DueInput) -> Head:
        """Enforce that money is used by 31.12 of the year after the grant year (R26-31 to R26-33, I21-28).

        From stored facts, in the same transaction as everything else; the event bears the rule, the input, the result
        and the deadline's own time.
        """
        await self._carry_out_waiting(given)
        return await self._transact(lambda conn: _handle_due(conn, given))

    @activity.defn(name=ENFORCE_THRESHOLD)
    async def enforce_reporting_threshold(self, given: DueInput) -> Head:
        """Enforce the reporting threshold over the project's whole grant period (R26-52, R26-53).

        It is due at once after every grant, under the project's lock; any other act in the case does it first.
        """
        return await self._transact(lambda conn: _handle_due(conn, given))

    @activity.defn(name=LOAD_HEAD)
    async def load_head(self, given: DueInput) -> Head | None:
        """Return the head as the database has it, and note that the workflow knows it; None where no case is yet."""
        return await self._transact(lambda conn: _load(conn, given))

    async def _carry_out_waiting(self, given: DueInput) -> None:
        """Carry out the legally dated acts that wait: after an outage, what came in time is not overtaken by its deadline."""
        only_within_its_workflow()
        stream = f"case:{given.id}"
        for command_id in await transact(
            self._engine, lambda conn: inbox.waiting(conn, stream, c.DATED_BY_RECEIPT)
        ):
            act = RecordInput(
                case_id=given.id,
                command_id=str(command_id),
                adopted_seq=given.adopted_seq,
                engine_now=given.engine_now,
            )
            # One that the program cannot carry out has been logged, and holds up no deadline.
            with suppress(ApplicationError):
                await self.record(act)

    async def _transact(self, work: Callable[[Connection], Awaitable[T]]) -> T:
        only_within_its_workflow()
        return await transact_lightly(self._engine, work)


async def _carry_out(conn: Connection, given: RecordInput) -> Recorded:
    command_id = UUID(given.command_id)
    tx = await open_transaction(conn, UUID(given.case_id), command_id, given.engine_now, given.adopted_seq)
    row = tx.found.command
    if row is None or row.stream != tx.stream:
        # Whoever reaches the engine can send an id, but not invent a command, nor send one to another case.
        log.warning("unknown_command", command_id=given.command_id)
        return Recorded(outcome="unknown", head=tx.head() if tx.case else None)
    done = inbox.done(row.content_salt, command_id) or "done"
    if row.status != "pending":
        outcome = done if row.status == "done" else row.status
        return Recorded(outcome=outcome, head=tx.head() if tx.case else None)
    command = tx.command(command_id, row)
    kind: str = type(command.body).model_fields["kind"].default
    now = command.received_at if kind in c.DATED_BY_RECEIPT else tx.now
    try:
        await _apply_due(tx, now)
        _check_access(tx, command)
        await _check_expected(tx, command)
        tx.append(await _decided(tx, command, now), now, command.actor, command_id=command_id)
    except Refused as refused:
        tx.refuse(command, refused)
        await tx.commit(search=None)
        log.info("command_refused", code=refused.code, rule=refused.rule, command=kind)
        return Recorded(outcome="refused", head=tx.head() if tx.case else None)
    tx.done(command)
    await tx.commit(search=command)
    return Recorded(outcome=done, head=tx.head())


async def _decided(tx: Transaction, command: c.Command, now: datetime) -> list[Event]:
    if not isinstance(command.body, c.Submit):
        return decide(tx.case, command, await facts_for(tx, command), tx.rules, now)
    # Only what is received has a case number: a refusal gives it back.
    async with tx.held.begin_nested():
        return decide(tx.case, command, await facts_for(tx, command), tx.rules, now)


async def _handle_due(conn: Connection, given: DueInput) -> Head:
    tx = await open_transaction(conn, UUID(given.id), None, given.engine_now, given.adopted_seq)
    await _apply_due(tx, tx.now)
    await tx.commit(search=None)
    return tx.head()


async def _load(conn: Connection, given: DueInput) -> Head | None:
    tx = await open_transaction(conn, UUID(given.id), None, given.engine_now, given.adopted_seq)
    if tx.case is None:
        return None
    await tx.adopt()
    return tx.head()


async def _apply_due(tx: Transaction, until: datetime) -> None:
    """Apply every deadline that fell due up to *until*, each at its own time, in order."""
    while tx.case is not None and not tx.case.finished:
        due = next_step(tx.case, tx.rules)
        if due is None or due.instant > until:
            return
        facts = await facts_for(tx, None)
        tx.append(on_due(tx.case, due, facts, tx.rules, tx.now), due.instant, CLOCK, cause=due.cause)


def _check_access(tx: Transaction, command: c.Command) -> None:
    """Refuse a command of an office's whose sender has lost the role since it was received."""
    if command.actor.role in OFFICE_ROLES:
        check_not_withdrawn(tx.access_of_sender, command.actor)


async def _check_expected(tx: Transaction, command: c.Command) -> None:
    """Refuse a command whose sender had seen an older case, unless only clocks have spoken since (E39)."""
    if command.expected_seq is None or tx.case is None or command.expected_seq >= tx.case.seq:
        return
    since = await sql.events_since(tx.held, tx.stream, command.expected_seq)
    by_people = [kind for kind in since if kind != "LadderStepReached"]
    if by_people:
        raise Refused("case_has_moved_on", "E39", seq=tx.case.seq, events=by_people)
