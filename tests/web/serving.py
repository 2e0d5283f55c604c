"""A web served on a port of this machine, for programs and browsers that come over the network."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import uvicorn
from fastapi import FastAPI

from deploy.local import ports
from deploy.local.login import listens


@contextlib.asynccontextmanager
async def served(app: FastAPI, port: int) -> AsyncIterator[None]:
    """Serve the web in this process while the body runs; Ctrl-C stays the test runner's."""
    config = uvicorn.Config(app, host=ports.HOST, port=port, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign, assignment]
    serving = asyncio.create_task(server.serve())
    while not await listens(port):
        await asyncio.sleep(0.02)
    try:
        yield
    finally:
        server.should_exit = True
        await serving
