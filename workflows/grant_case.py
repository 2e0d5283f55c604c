"""One application, one workflow: from submission until nobody and no clock needs the case any more.

The workflow holds the head that the database returned, and never computes it. It carries out commands one at a time,
wakes for the next deadline, and rolls over to a new run when its history grows or a new build is current.
"""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from temporalio import workflow
from temporalio.common import SearchAttributeKey, SearchAttributeUpdate
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from domain.engine import (
        CARRY_OUT,
        ENFORCE_THRESHOLD,
        ENFORCE_USE_DEADLINE,
        GRANT_CASE,
        LOAD_HEAD,
        NUDGE,
        RECORD,
        RECORD_DUE,
        DueInput,
        Head,
        Recorded,
        RecordInput,
    )

from workflows.calls import SELDOM, persistently
from workflows.rolling import roll, should_roll

_STAGE: Final = SearchAttributeKey.for_keyword("CaseStage")
_OFFICE: Final = SearchAttributeKey.for_keyword("CaseOffice")
_GRANT_YEAR: Final = SearchAttributeKey.for_int("GrantYear")
_NEXT_DEADLINE: Final = SearchAttributeKey.for_datetime("NextDeadline")
_OVERDUE: Final = SearchAttributeKey.for_bool("Overdue")

#: How long after a person's answer the engine's lists show what came of it: a burst of commands is shown once.
_SHOWN_AFTER: Final = timedelta(seconds=5)

#: Runs without this mark were begun by builds that showed everything with the answer, and go on so until they roll over.
_SHOWS_AFTERWARDS: Final = "shows-afterwards"

#: Which check a due step calls, by the first word of its name; every other clock is recorded as it is.
_ENFORCED: Final = {
    "use": ENFORCE_USE_DEADLINE,
    "grant_year_end": ENFORCE_USE_DEADLINE,
    "threshold": ENFORCE_THRESHOLD,
}


@workflow.defn(name=GRANT_CASE)
class GrantCase:
    """The durable course of one grant case. Its input is the case id alone."""

    @workflow.init
    def __init__(self, case_id: str) -> None:
        self._case_id = case_id
        self._head: Head | None = None
        self._loaded = False
        self._stale = False
        self._lock = asyncio.Lock()
        self._shown: Head | None = None
        self._showing: asyncio.Task[None] | None = None

    @workflow.run
    async def run(self, case_id: str) -> None:
        """Wait for deadlines until the case is finished, or roll over to a new run."""
        async with self._lock:
            # A command that started the workflow runs before this and has brought the head already.
            self._stale = self._stale or not self._loaded
        while not self._over():
            if self._stale or self._is_due():
                await self._catch_up()
            elif should_roll() and workflow.all_handlers_finished():
                roll(case_id)
            else:
                await self._wait()
        await workflow.wait_condition(workflow.all_handlers_finished)
        self._show()

    @workflow.update(name=CARRY_OUT)
    async def carry_out(self, command_id: str) -> str:
        """Carry out one command of the inbox; return its outcome after it is committed. The answer is in the inbox."""
        async with self._lock:
            # Without a line for people, who see the Update that asks for it: each line passes the sandbox four times.
            recorded: Recorded = await persistently(
                RECORD, lambda: self._record_input(command_id), Recorded, ""
            )
            self._loaded = True
            self._head = recorded.head
            # The threshold is due at once after a grant: who approved it sees the duty with the answer.
            if self._threshold_is_due():
                with suppress(ApplicationError):  # the command is carried out; the clock tries the rest again
                    await self._handle_due()
            self._show_soon()
            return recorded.outcome

    @carry_out.validator
    def _has_the_form_of_an_id(self, command_id: str) -> None:
        try:
            UUID(command_id)
        except ValueError:
            raise ApplicationError(
                "not a command id", type="command_id_malformed", non_retryable=True
            ) from None

    @workflow.signal(name=NUDGE)
    def nudge(self) -> None:
        """Reload the head; after a rollout this is also what moves the case to the new build."""
        self._stale = True

    @property
    def _seq(self) -> int:
        return self._head.seq if self._head else 0

    def _over(self) -> bool:
        return self._loaded and not self._stale and (self._head is None or self._head.finished)

    def _is_due(self) -> bool:
        return (
            self._head is not None and self._head.wake_at is not None and self._head.wake_at <= workflow.now()
        )

    def _threshold_is_due(self) -> bool:
        cause = self._head.cause if self._head else None
        return cause is not None and cause.startswith("threshold") and self._is_due()

    def _wake_at(self) -> datetime | None:
        return self._head.wake_at if self._head else None

    def _wakes_before(self, armed: datetime | None) -> bool:
        wake_at = self._wake_at()
        return wake_at is not None and (armed is None or wake_at < armed)

    async def _wait(self) -> None:
        """Wait for the next deadline, a change, or a reason to roll over.

        The timer stays when the deadline moves away: it wakes once for nothing, where most steps of a case would cancel
        one and arm another.
        """
        armed = self._wake_at()
        timeout = None if armed is None else max(armed - workflow.now(), timedelta(milliseconds=1))
        cause = self._head.cause if self._head else None
        try:
            await workflow.wait_condition(
                lambda: (
                    self._wakes_before(armed)
                    or self._stale
                    or self._over()
                    or (should_roll() and workflow.all_handlers_finished())
                ),
                timeout=timeout,
                timeout_summary=cause,
            )
        except TimeoutError:
            return

    async def _catch_up(self) -> None:
        """Reload, or handle what is due. Where the program itself fails, rest without holding up the commands."""
        try:
            async with self._lock:
                if self._stale:
                    await self._load()
                else:
                    await self._handle_due()
                self._show()
        except ApplicationError:
            self._stale = True
            await workflow.sleep(SELDOM, summary="rest after a failure of the program")

    async def _load(self) -> None:
        self._stale = False
        self._head = await persistently(LOAD_HEAD, self._due_input, Head, "load the head")
        self._loaded = True

    async def _handle_due(self) -> None:
        """Handle what is due. The clock may have been late, or a command first: the database knows what is left."""
        if self._head is None or not self._is_due():
            return
        name = (self._head.cause or "").partition("@")[0].partition(":")[0]
        activity = _ENFORCED.get(name, RECORD_DUE)
        self._head = await persistently(activity, self._due_input, Head, f"deadline: {self._head.cause}")

    def _record_input(self, command_id: str) -> RecordInput:
        return RecordInput(
            case_id=self._case_id, command_id=command_id, adopted_seq=self._seq, engine_now=workflow.now()
        )

    def _due_input(self) -> DueInput:
        return DueInput(id=self._case_id, adopted_seq=self._seq, engine_now=workflow.now())

    def _show_soon(self) -> None:
        """Show the head a moment after the answer: each upsert is indexed by the engine anew, and a person waits for none."""
        if self._shown is None or not workflow.patched(_SHOWS_AFTERWARDS):
            self._show()
        elif self._showing is None and _seen(self._head) != _seen(self._shown):
            self._showing = asyncio.create_task(self._show_later())

    async def _show_later(self) -> None:
        await workflow.sleep(_SHOWN_AFTER, summary="show how the case stands")
        self._showing = None
        self._show()

    def _show(self) -> None:
        """Show the head where it changed, once for all that was done."""
        head = self._head
        if head is None:
            return
        shown, self._shown = self._shown, head
        changes: list[SearchAttributeUpdate[Any]] = []
        if shown is None or shown.stage != head.stage:
            changes.append(_STAGE.value_set(head.stage))
            workflow.set_current_details(f"**{head.label}**: {head.stage}")
        if shown is None or shown.office != head.office:
            changes.append(_OFFICE.value_set(head.office))
        if shown is None:
            changes.append(_GRANT_YEAR.value_set(head.grant_year))
        if shown is None or shown.due_at != head.due_at:
            changes.append(
                _NEXT_DEADLINE.value_set(head.due_at) if head.due_at else _NEXT_DEADLINE.value_unset()
            )
        if shown is None or shown.overdue != head.overdue:
            changes.append(_OVERDUE.value_set(head.overdue))
        if changes:
            workflow.upsert_search_attributes(changes)


def _seen(head: Head | None) -> object:
    """Return what of a head the engine's lists show."""
    return head and (head.stage, head.office, head.due_at, head.overdue)
