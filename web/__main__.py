"""Serves the web: ``python -m web``. All settings are read from the environment; see docs/web.md."""

import os
import sys
from typing import Final

import uvicorn
import uvloop
from temporalio.client import Client

from activities.memory import settle_memory
from activities.observing import configure_logging
from domain.problems import MistakeError
from storage.engine import create_engine
from web.app import create_app
from web.house import House
from web.serving import Listening
from web.settings import Settings, SettingsError
from workflows.connecting import engine_config
from workflows.sandbox import CONVERTER

_POOL: Final = 10


async def engine_client() -> Client:
    """Return a connection to the engine that is made when it is first used: the web starts without it."""
    try:
        config = engine_config(os.environ)
    except MistakeError as error:
        raise SettingsError(str(error)) from error
    return await Client.connect(**config, data_converter=CONVERTER, lazy=True)


async def serve() -> None:
    """Serve until told to stop."""
    configure_logging()
    settings, listening = Settings.from_environment(os.environ), Listening.from_environment(os.environ)
    engine = create_engine(
        settings.database_url, pool_size=_POOL, application_name="saksgang-web", for_lists=True
    )
    house = House(settings=settings, engine=engine, client=await engine_client())
    app = create_app(house)
    settle_memory()
    await uvicorn.Server(listening.config(app)).serve()


def main() -> None:
    """Serve, or say which setting is wrong."""
    try:
        uvloop.run(serve())
    except SettingsError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
