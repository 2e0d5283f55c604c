"""The bare workflow: Updates with one empty local activity each. What is left when everything of ours is taken away."""

from datetime import timedelta
from typing import Final

from temporalio import activity, workflow

BARE: Final = "Bare"
NOTHING: Final = "nothing"


@activity.defn(name=NOTHING)
async def nothing() -> None:
    """Do nothing."""


@workflow.defn(name=BARE)
class Bare:
    """Lives for as many Updates as it is told."""

    @workflow.init
    def __init__(self, updates: int) -> None:
        self._left = updates

    @workflow.run
    async def run(self, _updates: int) -> None:
        """Wait for the last Update."""
        await workflow.wait_condition(lambda: self._left == 0 and workflow.all_handlers_finished())

    @workflow.update(name="carry_out")
    async def carry_out(self, _command_id: str) -> None:
        """Call the empty activity."""
        await workflow.execute_local_activity(nothing, start_to_close_timeout=timedelta(seconds=9))
        self._left -= 1
