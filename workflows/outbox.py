"""One workflow drains the outbox: everything that leaves the house goes through it, in order per case."""

from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain.engine import DELIVER, OUTBOX

from workflows.rolling import roll, should_roll

#: The activity waits for new rows by itself and returns about once a minute; the history rolls over every few hours.
_ROUNDS_BEFORE_ROLLING: Final = 200


@workflow.defn(name=OUTBOX)
class Outbox:
    """Delivers for ever. It has no input and keeps no state: the rows know how far they have come."""

    @workflow.run
    async def run(self) -> None:
        """Deliver, batch after batch."""
        for _ in range(_ROUNDS_BEFORE_ROLLING):
            await workflow.execute_activity(
                DELIVER,
                result_type=int,
                start_to_close_timeout=timedelta(minutes=5),
                heartbeat_timeout=timedelta(seconds=20),
                retry_policy=RetryPolicy(maximum_interval=timedelta(minutes=1)),
                summary="deliver what waits",
            )
            if should_roll():
                break
        roll()
