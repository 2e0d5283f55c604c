"""Serves the web: ``python -m web``. All settings are read from the environment; see docs/web.md."""

import os
import sys
from typing import Final

import uvicorn
from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from activities.memory import settle_memory
from activities.observing import configure_logging
from storage.engine import create_engine
from web.app import create_app
from web.house import House
from web.settings import Settings, SettingsError
from workflows.sandbox import CONVERTER

_LISTEN: Final = "127.0.0.1:8000"
_POOL: Final = 10


async def engine_client() -> Client:
    """Return a connection to the engine that is made when it is first used: the web starts without it."""
    config = ClientConfig.load_client_connect_config()
    config.setdefault("target_host", "127.0.0.1:7233")
    return await Client.connect(**config, data_converter=CONVERTER, lazy=True)


async def serve() -> None:
    """Serve until told to stop."""
    configure_logging()
    settings = Settings.from_environment(os.environ)
    engine = create_engine(
        settings.database_url, pool_size=_POOL, application_name="saksgang-web", for_lists=True
    )
    house = House(settings=settings, engine=engine, client=await engine_client())
    app = create_app(house)
    settle_memory()
    host, _, port = os.environ.get("SAKSGANG_WEB_LISTEN", _LISTEN).rpartition(":")
    config = uvicorn.Config(
        app,
        host=host,
        port=int(port),
        log_level="warning",
        server_header=False,
        forwarded_allow_ips=os.environ.get("SAKSGANG_WEB_PROXIES", "127.0.0.1"),
    )
    await uvicorn.Server(config).serve()


def main() -> None:
    """Serve, or say which setting is wrong."""
    import asyncio

    try:
        asyncio.run(serve())
    except SettingsError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
