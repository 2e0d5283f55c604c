"""The workflows of which there is always one: the outbox, the reconciler and the announcer."""

from typing import Final

from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy

from domain.engine import ANNOUNCER, OUTBOX, RECONCILER, TASK_QUEUE

_STANDING: Final = {OUTBOX: "outbox", RECONCILER: "reconciler", ANNOUNCER: "announcer"}


async def start_standing(client: Client, task_queue: str = TASK_QUEUE) -> None:
    """Start what does not run yet. Every worker does this when it starts; only the first one has an effect."""
    for workflow, workflow_id in _STANDING.items():
        await client.start_workflow(
            workflow,
            id=workflow_id,
            task_queue=task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            static_summary=workflow_id,
        )
