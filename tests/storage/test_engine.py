"""Any usual address is understood, and no statement waits longer than a person would."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import engine as storage_engine
from storage.engine import create_engine, database_url
from tests.databases import Database


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://a:b@host:5433/saksgang",
        "postgresql+asyncpg://a:b@host:5433/saksgang",
        "postgresql+psycopg://a:b@host:5433/saksgang",
        "postgres://a:b@host:5433/saksgang",
        " postgresql://a:b@host:5433/saksgang\n",
    ],
)
def test_the_usual_ways_to_write_an_address_are_understood(given: str) -> None:
    url = database_url(given)

    assert url.render_as_string(hide_password=False) == "postgresql+asyncpg://a:b@host:5433/saksgang"


def test_the_usual_word_for_encryption_is_understood() -> None:
    assert database_url("postgresql://host/saksgang?sslmode=verify-full").query == {"ssl": "verify-full"}


@pytest.mark.parametrize("given", ["mysql://a:b@host/x", "sqlite:///x", "saksgang"])
def test_another_database_is_refused_without_its_password(given: str) -> None:
    with pytest.raises(ValueError, match="postgresql://") as refused:
        database_url(given)

    assert ":b@" not in str(refused.value)


async def test_a_statement_that_hangs_is_cancelled(database: Database) -> None:
    engine = create_engine(database.service_dsn, statement_timeout_ms=50)
    async with engine.connect() as conn:
        with pytest.raises(DBAPIError, match="statement timeout"):
            await conn.execute(text("select pg_sleep(5)"))
    await engine.dispose()


async def test_the_limits_lie_below_what_record_waits(database: Database) -> None:
    async with database.engine.connect() as conn:
        shown = [
            await conn.scalar(text(f"show {name}"))
            for name in ("statement_timeout", "lock_timeout", "application_name", "timezone")
        ]

    assert shown == ["8s", "5s", "saksgang", "UTC"]


async def test_norwegian_letters_come_back_from_json_as_they_were(database: Database) -> None:
    async with database.engine.connect() as conn:
        found = await conn.scalar(text('select cast(\'{"by": "Tromsø – Romssa"}\' as jsonb)'))

    assert found == {"by": "Tromsø – Romssa"}


async def test_connections_that_the_server_cut_are_replaced_unseen(database: Database) -> None:
    cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be cut'"
    engine = create_engine(database.service_dsn, application_name="to be cut")
    async with engine.connect(), engine.connect():
        pass
    superuser = create_engine(database.superuser_dsn)
    async with superuser.connect() as conn:
        cuts = len((await conn.execute(text(cut))).all())
    await superuser.dispose()
    await asyncio.sleep(0.1)

    async with engine.connect() as first, engine.connect() as second:
        found = [await conn.scalar(text("select 1")) for conn in (first, second)]
    await engine.dispose()

    assert (cuts, found) == (2, [1, 1])


@pytest.mark.parametrize(("unused", "asked"), [(30.0, 0), (0.0, 1)])
async def test_only_a_connection_that_nobody_used_for_long_is_asked_whether_it_lives(
    database: Database, monkeypatch: pytest.MonkeyPatch, unused: float, asked: int
) -> None:
    monkeypatch.setattr(storage_engine, "ASKED_AFTER_SECONDS", unused)
    engine, said = create_engine(database.service_dsn, pool_size=1), list[str]()
    async with engine.connect() as conn:
        raw = (await conn.get_raw_connection()).driver_connection
    assert raw is not None
    raw.add_query_logger(lambda record: said.append(record.query))

    async with engine.connect() as conn:
        await conn.scalar(text("select 1"))
    await engine.dispose()

    assert said.count(";") == asked
