"""One way to reach the database, so that no statement can wait longer than a person would."""

import json
from functools import partial
from time import monotonic
from typing import Any, Final

from pydantic_core import from_json
from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError, InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.problems import MistakeError

DRIVER: Final = "postgresql+asyncpg"

#: Below the ten seconds for which ``record`` tries in place: it gets an error to act on, not a silence.
STATEMENT_TIMEOUT_MS: Final = 8_000
LOCK_TIMEOUT_MS: Final = 5_000
#: A process that stopped in the middle of a transaction does not hold a case for longer than this.
IDLE_TIMEOUT_MS: Final = 30_000
CONNECT_SECONDS: Final = 5.0
POOL_WAIT_SECONDS: Final = 8.0
#: A connection that nobody used for so long is asked whether it lives, since what lies between may have forgotten it.
ASKED_AFTER_SECONDS: Final = 30.0

_FOR_LISTS: Final = {"plan_cache_mode": "force_custom_plan", "max_parallel_workers_per_gather": "0"}

_dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def database_url(text: str) -> URL:
    """Read *text* as the address of a PostgreSQL, whichever usual scheme it is written with.

    Raises:
        MistakeError: It is not one.
    """
    try:
        url = make_url(text.strip())
    except ArgumentError:
        # Its message repeats the address, password and all.
        raise MistakeError(
            "database_address", "must be like postgresql://user:password@host/database", field="DATABASE_URL"
        ) from None
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        english = f"must begin with postgresql://, not {url.drivername}://"
        raise MistakeError("other_database", english, field="DATABASE_URL", scheme=url.drivername)
    # libpq's word for it, which stands in the addresses that hosting gives out; asyncpg's own is ``ssl``.
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    return url.set(drivername=DRIVER, query=query)


def create_engine(
    url: str,
    *,
    pool_size: int = 10,
    application_name: str = "saksgang",
    statement_timeout_ms: int = STATEMENT_TIMEOUT_MS,
    for_lists: bool = False,
) -> AsyncEngine:
    """Return an engine for *url*; nothing connects before it is used.

    Args:
        url: ``postgresql://user:password@host/database``.
        pool_size: The most connections this process holds.
        application_name: What the database's own lists call us.
        statement_timeout_ms: 0 lets a statement take as long as it needs: for migrations only.
        for_lists: Each statement is planned for the values it is asked with: what is quick for a rare word is slow for
            a common one, and a plan that is kept must be one for all. Commands ask the same every time, and keep theirs.
            None takes a second processor: to start it takes longer than a page may.
    """
    limits = {
        "statement_timeout": statement_timeout_ms,
        "lock_timeout": LOCK_TIMEOUT_MS if statement_timeout_ms else 0,
        "idle_in_transaction_session_timeout": IDLE_TIMEOUT_MS if statement_timeout_ms else 0,
    }
    settings = {name: str(value) for name, value in limits.items()}
    engine = create_async_engine(
        database_url(url),
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=POOL_WAIT_SECONDS,
        pool_use_lifo=True,
        json_serializer=_dumps,
        json_deserializer=from_json,
        # What goes wrong is logged; names and texts that were written at the time are not part of it.
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "prepared_statement_cache_size": 500,
            # The driver would make up even the constant statements anew each five minutes.
            "max_cached_statement_lifetime": 0,
            # JIT pays off after seconds; our statements take milliseconds.
            "server_settings": {
                "application_name": application_name,
                "jit": "off",
                "timezone": "UTC",
                **(_FOR_LISTS if for_lists else {}),
                **settings,
            },
        },
    )
    _give_out_the_living(engine)
    return engine


def one_by_one(engine: AsyncEngine) -> AsyncEngine:
    """Return *engine* with each statement a transaction of its own: whole without BEGIN and COMMIT around it."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _give_out_the_living(engine: AsyncEngine) -> None:
    """Let nobody get a connection that died with a restarted server, at no cost for those in constant use.

    SQLAlchemy's ``pool_pre_ping`` would ask each time, and it asks in three round trips: BEGIN, nothing, ROLLBACK. A
    server that stops closes its connections, and asyncpg knows that without asking.
    """

    @event.listens_for(engine.sync_engine, "checkin")
    def put_back(_connection: Any, record: Any) -> None:
        record.info["unused_since"] = monotonic()

    @event.listens_for(engine.sync_engine, "checkout")
    def take(connection: Any, record: Any, _proxy: Any) -> None:
        if connection.driver_connection.is_closed():
            # The others are as old: all are made anew.
            raise InvalidatePoolError
        unused_since = record.info.get("unused_since")
        if unused_since is not None and monotonic() - unused_since > ASKED_AFTER_SECONDS:
            try:
                connection.ping()
            except Exception as error:
                raise InvalidatePoolError from error
