"""One workflow tells other programs what happens in the cases."""

from datetime import timedelta
from typing import Final

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain.engine import ANNOUNCE, ANNOUNCER

from workflows.rolling import roll, should_roll

#: The activity looks for what happens by itself and returns about once a minute; the history rolls over every few hours.
_ROUNDS_BEFORE_ROLLING: Final = 200


@workflow.defn(name=ANNOUNCER)
class Announcer:
    """Tells for ever. It has no input and keeps no state: each program's row knows how far it has been told."""

    @workflow.run
    async def run(self) -> None:
        """Tell, turn after turn."""
        for _ in range(_ROUNDS_BEFORE_ROLLING):
            await workflow.execute_activity(
                ANNOUNCE,
                result_type=int,
                start_to_close_timeout=timedelta(minutes=30),
                heartbeat_timeout=timedelta(seconds=30),
                retry_policy=RetryPolicy(maximum_interval=timedelta(minutes=1)),
                summary="tell other programs",
            )
            if should_roll():
                break
        roll()
