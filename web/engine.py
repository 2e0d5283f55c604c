"""What the engine says of itself: whether it answers, who works for it, and how much waits there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Final

from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest, DescribeTaskQueueResponse
from temporalio.client import Client
from temporalio.service import RPCError

_PATIENCE: Final = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A process that asks the engine for work. ``seen_at`` is when it last asked."""

    identity: str
    build: str
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineState:
    """How the engine answered.

    Args:
        took_ms: How long it took.
        workers: Who asked for work lately.
        backlog: How many steps wait for a worker.
    """

    took_ms: int
    workers: tuple[Worker, ...]
    backlog: int


async def engine_state(client: Client | None, task_queue: str) -> EngineState | None:
    """Return what the engine says of *task_queue*; None where it does not answer."""
    if client is None:
        return None
    began = perf_counter()
    kinds = (TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
    try:
        found = [
            await client.workflow_service.describe_task_queue(
                DescribeTaskQueueRequest(
                    namespace=client.namespace,
                    task_queue=TaskQueue(name=task_queue),
                    task_queue_type=kind,
                    report_stats=True,
                ),
                timeout=_PATIENCE,
            )
            for kind in kinds
        ]
    except (RPCError, RuntimeError):
        return None
    return EngineState(
        took_ms=round((perf_counter() - began) * 1000),
        workers=_workers(found),
        backlog=sum(one.stats.approximate_backlog_count for one in found),
    )


def _workers(found: list[DescribeTaskQueueResponse]) -> tuple[Worker, ...]:
    newest: dict[str, Worker] = {}
    for poller in (poller for one in found for poller in one.pollers):
        worker = Worker(
            identity=poller.identity,
            build=poller.deployment_options.build_id,
            seen_at=poller.last_access_time.ToDatetime(UTC),
        )
        known = newest.get(worker.identity)
        if known is None or known.seen_at < worker.seen_at:
            newest[worker.identity] = worker
    return tuple(sorted(newest.values(), key=lambda worker: worker.identity))
