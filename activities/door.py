"""The door for case commands: write it down first, then ask the engine to carry it out.

Three answers come back: done, refused, or received and not carried out yet. "Nothing was received" is said only where
no inbox row was written, and then by an exception.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final
from uuid import UUID, uuid4

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import (
    Client,
    WithStartWorkflowOperation,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError

from domain.actors import CLOCK, Actor
from domain.commands import Body, parse_body
from domain.engine import (
    CARRY_OUT,
    GRANT_CASE,
    NUDGE,
    ROUND,
    TASK_QUEUE,
    case_workflow_id,
    round_workflow_id,
)
from storage import inbox
from storage.constant import straight
from storage.engine import one_by_one

log = structlog.get_logger()

#: A person waits no longer than this before being told "received, not carried out yet".
PATIENCE: Final = timedelta(seconds=10)


class Outcome(StrEnum):
    """What a person is told."""

    DONE = "done"
    REFUSED = "refused"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a command.

    Args:
        outcome: Done, refused, or received and not carried out yet.
        command_id: Ask again with it; sending again is safe.
        case_id: The case.
        detail: Where it was refused: code, rule and parameters. Where it was done only ``Door.answer`` tells the events.
    """

    outcome: Outcome
    command_id: UUID
    case_id: UUID
    detail: dict[str, Any]


class Door:
    """Receives commands on one database and sends them through one engine."""

    def __init__(self, engine: AsyncEngine, client: Client | None, task_queue: str = TASK_QUEUE) -> None:
        self._engine = one_by_one(engine)
        self._client = client
        self._task_queue = task_queue

    async def ask(
        self,
        case_id: UUID,
        command_id: UUID,
        actor: Actor,
        body: Body,
        *,
        real_now: datetime,
        expected_seq: int | None = None,
        received_at: datetime | None = None,
        patience: timedelta = PATIENCE,
    ) -> Answer:
        """Write the command down, have it carried out, and answer; as for ``receive``, and *patience* as for ``send``.

        Raises:
            Refused: ``command_id_reused`` when the id was used for something else.
            SQLAlchemyError, OSError: when nothing could be written down; then nothing was received.
        """
        receipt = await self.receive(
            case_id,
            command_id,
            actor,
            body,
            real_now=real_now,
            expected_seq=expected_seq,
            received_at=received_at,
        )
        try:
            if receipt.status == "pending":
                said = await self.send(case_id, command_id, patience, receipt.done)
                if said is not None and said == receipt.done:
                    return Answer(outcome=Outcome.DONE, command_id=command_id, case_id=case_id, detail={})
            # What else the engine says is not believed: somebody else's worker may have answered.
            answer = await self.answer(case_id, command_id)
            return replace(answer, detail={}) if answer.outcome is Outcome.DONE else answer
        except (SQLAlchemyError, OSError) as error:
            # It is written down; that the database went away since does not undo it.
            log.warning("answer_not_read", command_id=str(command_id), error=type(error).__name__)
            return Answer(outcome=Outcome.RECEIVED, command_id=command_id, case_id=case_id, detail={})

    async def receive(
        self,
        case_id: UUID,
        command_id: UUID,
        actor: Actor,
        body: Body,
        *,
        real_now: datetime,
        expected_seq: int | None = None,
        received_at: datetime | None = None,
    ) -> inbox.Receipt:
        """Write the command down with the instant it arrived, and no more.

        Args:
            case_id: The case it is about.
            command_id: Made by the sender; sending it again is safe.
            actor: Who asks.
            body: What is asked.
            real_now: The present (UTC).
            expected_seq: The newest event the sender had seen.
            received_at: When it reached the office (case time), where that is earlier than now: on paper, by e-mail.
        """
        kind: str = type(body).model_fields["kind"].default
        async with straight(self._engine) as conn:
            return await inbox.put(
                conn,
                command_id=command_id,
                stream=f"case:{case_id}",
                kind=kind,
                actor=actor,
                content=body,
                received_at=received_at or real_now,
                on_real_clock=received_at is None,
                expected_seq=expected_seq,
            )

    async def answer(self, case_id: UUID, command_id: UUID) -> Answer:
        """Return what came of a command so far.

        Raises:
            LookupError: when it was never received.
        """
        async with self._engine.connect() as conn:
            found = await inbox.get_answer(conn, command_id)
        if found is None:
            raise LookupError(f"command {command_id} was never received")
        outcome = Outcome.RECEIVED if found.status == "pending" else Outcome(found.status)
        return Answer(outcome=outcome, command_id=command_id, case_id=case_id, detail=found.answer or {})

    async def send(
        self, case_id: UUID, command_id: UUID, patience: timedelta = PATIENCE, done: str | None = None
    ) -> str | None:
        """Ask the case's workflow to carry out a command that is written down, starting it where none runs.

        Args:
            case_id: The case.
            command_id: The command.
            patience: How long the engine may take.
            done: The word that proves it done, where the caller knows it.

        Returns:
            What the engine says: as a word of ``inbox.done`` it is proven. None where the engine did not answer; then the
            reconciler sends it again.
        """
        if self._client is None:
            return None
        try:
            with suppress(WorkflowUpdateFailedError):
                said = await self._update(self._client, case_id, command_id, str(command_id), patience)
                if said == done or not await self._is_pending(command_id):
                    return said
            # Temporal gives the outcome of an Update to whoever sends its id again, even after its run: a failure, or what
            # a stranger's worker said. Under another id it is tried anew; that it is done once is the database's matter.
            return await self._update(self._client, case_id, command_id, f"{command_id}:{uuid4()}", patience)
        except (
            RPCError,
            WorkflowUpdateRPCTimeoutOrCancelledError,
            WorkflowUpdateFailedError,
            RuntimeError,
        ) as error:
            log.warning("command_not_carried_out_yet", command_id=str(command_id), error=type(error).__name__)
            return None

    async def _is_pending(self, command_id: UUID) -> bool:
        async with self._engine.connect() as conn:
            found = await inbox.get_answer(conn, command_id)
        return found is not None and found.status == "pending"

    async def _update(
        self, client: Client, case_id: UUID, command_id: UUID, update_id: str, patience: timedelta
    ) -> str:
        start: WithStartWorkflowOperation[Any, Any] = WithStartWorkflowOperation(
            GRANT_CASE,
            str(case_id),
            id=case_workflow_id(case_id),
            task_queue=self._task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            static_summary="grant case",
        )
        try:
            outcome: str = await client.execute_update_with_start_workflow(
                CARRY_OUT,
                str(command_id),
                start_workflow_operation=start,
                id=update_id,
                result_type=str,
                rpc_timeout=patience,
            )
        except (RPCError, WorkflowUpdateRPCTimeoutOrCancelledError):
            # The SDK leaves the failure in the operation's own future too; unretrieved it would be complained of.
            with suppress(Exception):
                await asyncio.wait_for(start.workflow_handle(), 1)
            raise
        return outcome

    async def send_for_outbox(self, case_id: str, body: dict[str, Any], command_id: UUID) -> None:
        """Send a command from one case to another, as the system; the same id is carried out once.

        Raises:
            RuntimeError: when the engine did not answer yet; the outbox tries again.
        """
        sent = await self.ask(UUID(case_id), command_id, CLOCK, parse_body(body), real_now=datetime.now(UTC))
        if sent.outcome is Outcome.RECEIVED:
            raise RuntimeError("the engine has not carried out the command yet")

    async def start_round(self, round_id: UUID) -> bool:
        """Start the workflow of a round, where none runs. Where the engine is away the reconciler does it."""
        return await self._start(ROUND, str(round_id), round_workflow_id(round_id))

    async def start_case(self, case_id: UUID) -> bool:
        """Start the workflow of a case, where none runs; it loads its head."""
        return await self._start(GRANT_CASE, str(case_id), case_workflow_id(case_id))

    async def nudge(self, workflow_id: str) -> bool:
        """Tell a running workflow to reload its head."""
        if self._client is None:
            return False
        try:
            await self._client.get_workflow_handle(workflow_id).signal(NUDGE)
        except RPCError as error:
            log.info("not_nudged", workflow_id=workflow_id, error=str(error.status))
            return False
        return True

    async def _start(self, workflow: str, given: str, workflow_id: str) -> bool:
        if self._client is None:
            return False
        try:
            await self._client.start_workflow(
                workflow, given, id=workflow_id, task_queue=self._task_queue, static_summary=workflow
            )
        except WorkflowAlreadyStartedError:
            return True
        except RPCError as error:
            log.warning("workflow_not_started", workflow_id=workflow_id, error=str(error.status))
            return False
        return True
