"""The web as it is, in one process of its own, which also says how long it took: `python -m benchmarks.scale.server PORT`.

``Server-Timing`` (W3C) tells the milliseconds from the request's arrival in the application to its first byte.
"""

import os
import sys
from time import perf_counter
from typing import Final

import uvicorn
import uvloop
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from temporalio.client import Client

from activities.memory import settle_memory
from deploy.local import ports
from storage.engine import create_engine
from web.__main__ import engine_client
from web.app import create_app
from web.house import House
from web.settings import Settings

_POOL: Final = 10


class Timed:
    """The application, and how long it took."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the time in a header."""
        began = perf_counter()

        async def timed(message: Message) -> None:
            if message["type"] == "http.response.start":
                took = f"app;dur={(perf_counter() - began) * 1000:.2f}"
                message["headers"] = [*message["headers"], (b"server-timing", took.encode())]
            await send(message)

        await self._app(scope, receive, timed)


async def serve(port: int) -> None:
    """Serve until told to stop."""
    settings = Settings(
        database_url=os.environ["DATABASE_URL"],
        address=f"http://{ports.HOST}:{port}",
        # Sixteen users ask as fast as they are answered, which no person does.
        reads_per_minute=1_000_000,
        writes_per_minute=1_000_000,
    )
    client: Client | None = await engine_client() if "TEMPORAL_ADDRESS" in os.environ else None
    engine = create_engine(
        settings.database_url, pool_size=_POOL, application_name="saksgang-web", for_lists=True
    )
    house = House(settings=settings, engine=engine, client=client)
    app = Timed(create_app(house))
    settle_memory()
    config = uvicorn.Config(app, host=ports.HOST, port=port, log_level="warning")
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1])))
