"""What operators see of a process: JSON lines with case and command ids, and gauges of what waits."""

import asyncio
import logging
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity, workflow
from temporalio.common import MetricMeter

from storage import queries
from storage.tables import installation

_EVERY_SECONDS: Final = 15.0


def configure_logging(level: int = logging.INFO) -> None:
    """Write one JSON object a line to standard output; say nothing twice when a workflow is replayed."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        _silent_while_replaying,
        _with_ids,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(sort_keys=True),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    workflow.logger.workflow_info_on_message = False
    activity.logger.activity_info_on_message = False


def _silent_while_replaying(
    _logger: Any, _name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    if workflow.in_workflow() and workflow.unsafe.is_replaying_history_events():
        raise structlog.DropEvent
    return event


def _with_ids(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Add the ids of workflow, run and update; they hold no names."""
    if workflow.in_workflow():
        info = workflow.info()
        event.update(workflow_id=info.workflow_id, run_id=info.run_id)
        update = workflow.current_update_info()
        if update is not None:
            event["command_id"] = update.id
    elif activity.in_activity():
        running = activity.info()
        event.update(workflow_id=running.workflow_id, attempt=running.attempt)
    return event


async def measure(engine: AsyncEngine, meter: MetricMeter) -> None:
    """Keep the gauges of what waits up to date until cancelled. A failing database leaves them as they are."""
    inbox = meter.create_gauge_float(
        "saksgang_inbox_pending_oldest_seconds", "Age of the oldest command not carried out", "s"
    )
    outbox = meter.create_gauge_float(
        "saksgang_outbox_pending_oldest_seconds", "Age of the oldest row not delivered", "s"
    )
    unhandled = meter.create_gauge(
        "saksgang_deadlines_unhandled", "Deadlines that passed and were not handled"
    )
    while True:
        try:
            async with engine.connect() as conn:
                row = (
                    await conn.execute(select(installation.c.clock_shift_us, installation.c.spread_seconds))
                ).one()
                now = datetime.now(UTC)
                case_now = now + timedelta(microseconds=row.clock_shift_us)
                due = case_now - timedelta(seconds=row.spread_seconds + 60)
                inbox.set(_age(await queries.inbox_pending_oldest(conn), case_now))
                outbox.set(_age(await queries.outbox_oldest(conn), now))
                unhandled.set(len(await queries.deadlines_unhandled(conn, due, 1000)))
        except Exception as error:  # noqa: BLE001 - a gauge must not stop the worker; the next look tries again
            structlog.get_logger().warning("not_measured", error=type(error).__name__)
        await asyncio.sleep(_EVERY_SECONDS)


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
