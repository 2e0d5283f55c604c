"""One worker process for the sending: the service's worker, and the bare workflow's with the very same settings.

`python -m benchmarks.scale.crew QUEUE`; what it works on stands in the environment, as for the real worker.
"""

import asyncio
import os
import signal
import sys

import uvloop
from temporalio.client import Client

from activities.memory import settle_memory
from benchmarks.house import like
from storage.engine import create_engine
from worker import compose
from workflows.sandbox import CONVERTER


async def work(queue: str) -> None:
    """Work until told to stop."""
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    engine = create_engine(os.environ["DATABASE_URL"], pool_size=20, application_name="saksgang-worker")
    client = await Client.connect(os.environ["TEMPORAL_ADDRESS"], data_converter=CONVERTER)
    ours = compose(client, engine, os.environ, queue)
    async with ours, like(ours):
        settle_memory()
        await stop.wait()
    await engine.dispose()


if __name__ == "__main__":
    uvloop.run(work(sys.argv[1]))
