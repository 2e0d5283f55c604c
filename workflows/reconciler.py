"""One workflow that, every minute, brings together what a fault has parted: inbox, heads and their workflows."""

from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain.engine import RECONCILE, RECONCILER

from workflows.rolling import roll, should_roll

_EVERY: Final = timedelta(minutes=1)
_ROUNDS_BEFORE_ROLLING: Final = 200


@workflow.defn(name=RECONCILER)
class Reconciler:
    """Reconciles for ever. It has no input and keeps no state: the database knows what is behind."""

    @workflow.run
    async def run(self) -> None:
        """Look once a minute."""
        for _ in range(_ROUNDS_BEFORE_ROLLING):
            await workflow.execute_activity(
                RECONCILE,
                result_type=int,
                start_to_close_timeout=timedelta(minutes=5),
                heartbeat_timeout=timedelta(seconds=30),
                retry_policy=RetryPolicy(maximum_interval=timedelta(minutes=1)),
                summary="send and nudge what is behind",
            )
            if should_roll():
                break
            await workflow.sleep(_EVERY, summary="until the next look")
        roll()
