"""One round of applications, one workflow: it opens, reminds, and closes at its deadline to the minute."""

from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from domain.engine import LOAD_ROUND, NUDGE, RECORD_ROUND_DUE, ROUND, DueInput, Head

from workflows.calls import SELDOM, persistently
from workflows.rolling import roll, should_roll


@workflow.defn(name=ROUND)
class Round:
    """The durable course of one round. Its input is the round id alone."""

    @workflow.init
    def __init__(self, round_id: str) -> None:
        self._round_id = round_id
        self._head: Head | None = None
        self._stale = False

    @workflow.run
    async def run(self, round_id: str) -> None:
        """Wait for each step of the round's ladder until it is closed."""
        await self._call(LOAD_ROUND, "load the round")
        while self._stale or (self._head is not None and not self._head.finished):
            if self._stale:
                self._stale = False
                await self._call(LOAD_ROUND, "load the round")
            elif self._is_due():
                await self._call(RECORD_ROUND_DUE, "deadline of the round")
            elif should_roll():
                roll(round_id)
            else:
                await self._wait()

    @workflow.signal(name=NUDGE)
    def nudge(self) -> None:
        """Reload the head."""
        self._stale = True

    def _is_due(self) -> bool:
        return (
            self._head is not None and self._head.wake_at is not None and self._head.wake_at <= workflow.now()
        )

    async def _wait(self) -> None:
        wake_at = self._head.wake_at if self._head else None
        timeout = None if wake_at is None else max(wake_at - workflow.now(), timedelta(milliseconds=1))
        cause = self._head.cause if self._head else None
        try:
            await workflow.wait_condition(
                lambda: self._stale or should_roll(), timeout=timeout, timeout_summary=cause
            )
        except TimeoutError:
            return

    async def _call(self, activity: str, summary: str) -> None:
        try:
            self._head = await persistently(activity, self._due_input, Head, summary)
        except ApplicationError:
            self._stale = True
            await workflow.sleep(SELDOM, summary="rest after a failure of the program")
        if self._head is not None:
            workflow.set_current_details(f"**{self._head.label}**: {self._head.stage}")

    def _due_input(self) -> DueInput:
        return DueInput(
            id=self._round_id, adopted_seq=self._head.seq if self._head else 0, engine_now=workflow.now()
        )
