"""The worker: where workflows, activities, database and engine are put together, and nothing is decided."""

import asyncio
import atexit
import os
import signal
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog
import uvloop
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client
from temporalio.worker import PollerBehaviorSimpleMaximum, Worker

from activities.announcing import Announcements
from activities.deliver import Deliverer, DeliverySettings
from activities.door import Door
from activities.encrypted import check_database
from activities.memory import settle_memory
from activities.observing import configure_logging, measure
from activities.reconcile import ReconcileActivity
from activities.record import Recorder
from activities.round_record import RoundRecorder
from activities.secret import secret
from activities.signing import Signer
from domain.engine import TASK_QUEUE
from storage.engine import create_engine
from workflows.announcer import Announcer
from workflows.connecting import connect, metrics_runtime, versioning
from workflows.grant_case import GrantCase
from workflows.outbox import Outbox
from workflows.reconciler import Reconciler
from workflows.round import Round
from workflows.sandbox import SANDBOX
from workflows.standing import start_standing

# A thread of the SDK may still need the interpreter while it ends (temporalio/sdk-python#300).
atexit.register(time.sleep, 0.05)

#: With the default of five, a first Update waits for seconds now and then when many cases move at once.
_POLLERS: Final = 20
_POOL: Final = 20


def compose(
    client: Client, engine: AsyncEngine, environ: Mapping[str, str], task_queue: str = TASK_QUEUE
) -> Worker:
    """Put one worker together on *client* and *engine*. The demo, the benchmarks and the tests run this very one."""
    door = Door(engine, client, task_queue)
    home = Path(environ.get("SAKSGANG_HOME", ".saksgang"))
    deliverer = Deliverer(engine, DeliverySettings.from_environment(environ, home), door.send_for_outbox)
    return Worker(
        client,
        task_queue=task_queue,
        workflows=[GrantCase, Round, Outbox, Reconciler, Announcer],
        activities=[
            *Recorder(engine).all,
            *RoundRecorder(engine).all,
            deliverer.deliver,
            Announcements(engine).announce,
            ReconcileActivity(engine, door, Signer(engine, home)).reconcile,
        ],
        workflow_runner=SANDBOX,
        workflow_task_poller_behavior=PollerBehaviorSimpleMaximum(_POLLERS),
        max_cached_workflows=5_000,
        graceful_shutdown_timeout=timedelta(seconds=10),
        deployment_config=versioning(environ),
    )


async def main(environ: Mapping[str, str]) -> None:
    """Work until told to stop; finish what is in hand first."""
    configure_logging()
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    # Without one, what is missing is said as an address that is none.
    check_database(environ, url := secret(environ, "DATABASE_URL") or "")
    engine = create_engine(url, pool_size=_POOL, application_name="saksgang-worker")
    runtime = metrics_runtime(environ)
    client = await connect(environ, runtime)
    async with compose(client, engine, environ):
        await start_standing(client)
        settle_memory()
        gauges = asyncio.create_task(measure(engine, runtime.metric_meter))
        structlog.get_logger().info("worker_ready", task_queue=TASK_QUEUE)
        if ready := environ.get("SAKSGANG_READY_FILE"):
            await asyncio.to_thread(Path(ready).touch)
        await stop.wait()
        gauges.cancel()
    await engine.dispose()


if __name__ == "__main__":
    uvloop.run(main(os.environ))
