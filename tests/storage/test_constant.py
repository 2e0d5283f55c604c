"""A constant statement gives the same on a connection of either kind, and fails in the same words."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import bindparam, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from activities.trying import transact_lightly
from storage.constant import Connection, Constant, Straight, straight
from storage.engine import create_engine
from storage.record_sql import LocksNeededError
from storage.tables import installation
from tests.databases import Database

_TOLD = Constant(
    text("SELECT CAST(:told AS jsonb) AS told, CAST(:number AS int) + 1 AS more, :number AS number")
)
_COUNTED = Constant(text("INSERT INTO counter (name, value) VALUES (:name, 1) RETURNING value"))
_KIND = Constant(select(installation.c.kind).where(installation.c.kind == bindparam("kind")))
_WRONG = Constant(text("SELECT 1 / CAST(:number AS int)"))

WAYS = ("straight", "transaction")


@asynccontextmanager
async def connection(engine: AsyncEngine, way: str) -> AsyncIterator[Connection]:
    if way == "straight":
        async with straight(engine) as lent:
            yield lent
    else:
        async with engine.begin() as conn:
            yield conn


async def counted_once(database: Database) -> None:
    async with straight(database.engine) as conn:
        await _COUNTED.first(conn, name="once")


def sqlstate(error: DBAPIError) -> object:
    return getattr(error.orig, "sqlstate", None)


@pytest.mark.parametrize("way", WAYS)
async def test_values_go_in_by_name_and_json_comes_out_as_what_it_says(database: Database, way: str) -> None:
    async with connection(database.engine, way) as conn:
        found = await _TOLD.first(conn, number=2, told='{"navn": "Åse", "beløp": [1, null]}')

    assert found == {"told": {"navn": "Åse", "beløp": [1, None]}, "more": 3, "number": 2}


@pytest.mark.parametrize("way", WAYS)
async def test_where_nothing_is_found_there_is_no_row(database: Database, way: str) -> None:
    async with connection(database.engine, way) as conn:
        assert await _KIND.first(conn, kind="local") == {"kind": "local"}
        assert await _KIND.first(conn, kind="elsewhere") is None


@pytest.mark.parametrize("way", WAYS)
async def test_what_breaks_a_constraint_is_the_same_error(database: Database, way: str) -> None:
    await counted_once(database)

    with pytest.raises(IntegrityError) as refused:
        async with connection(database.engine, way) as conn:
            await _COUNTED.first(conn, name="once")

    assert sqlstate(refused.value) == "23505"


@pytest.mark.parametrize("way", WAYS)
async def test_what_cannot_be_calculated_is_the_same_error(database: Database, way: str) -> None:
    with pytest.raises(DBAPIError) as refused:
        async with connection(database.engine, way) as conn:
            await _WRONG.first(conn, number=0)

    assert sqlstate(refused.value) == "22012"


async def test_straight_each_statement_stands_by_itself(database: Database) -> None:
    async def one_and_another_that_fails() -> None:
        async with straight(database.engine) as conn:
            await _COUNTED.first(conn, name="once")
            await _WRONG.first(conn, number=0)

    with pytest.raises(DBAPIError):
        await one_and_another_that_fails()

    with pytest.raises(IntegrityError):
        await counted_once(database)


async def test_a_connection_that_was_lent_is_given_back_and_fit_for_use(database: Database) -> None:
    engine = create_engine(database.service_dsn, pool_size=1)
    try:
        for _ in range(3):
            with pytest.raises(DBAPIError):
                async with straight(engine) as conn:
                    await _WRONG.first(conn, number=0)
        async with engine.begin() as conn:
            assert await _KIND.first(conn, kind="local") == {"kind": "local"}
    finally:
        await engine.dispose()


async def test_where_the_server_ends_the_connection_the_next_one_is_another(database: Database) -> None:
    engine = create_engine(database.service_dsn, pool_size=1)
    ended = Constant(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    try:
        with pytest.raises(DBAPIError) as refused:
            async with straight(engine) as conn:
                await ended.first(conn)
        async with straight(engine) as conn:
            assert await _KIND.first(conn, kind="local") == {"kind": "local"}
    finally:
        await engine.dispose()

    assert refused.value.connection_invalidated


async def test_where_no_connection_can_be_had_it_is_the_same_error(database: Database) -> None:
    engine = create_engine(f"{database.service_dsn}_that_is_not_there")

    with pytest.raises(DBAPIError) as refused:
        async with straight(engine):
            pass

    assert sqlstate(refused.value) == "3D000"


async def test_one_that_is_given_up_in_the_middle_leaves_the_connection_fit_for_use(
    database: Database,
) -> None:
    engine = create_engine(database.service_dsn, pool_size=1)
    slow = Constant(text("SELECT pg_sleep(:seconds)"))

    async def wait() -> None:
        async with straight(engine) as conn:
            await slow.first(conn, seconds=30.0)

    try:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(wait(), 0.2)
        async with straight(engine) as conn:
            assert await _KIND.first(conn, kind="local") == {"kind": "local"}
    finally:
        await engine.dispose()


async def test_work_that_turns_out_to_need_locks_is_done_anew_in_a_transaction(database: Database) -> None:
    tried: list[str] = []

    async def work(conn: Connection) -> str:
        tried.append("straight" if isinstance(conn, Straight) else "transaction")
        if isinstance(conn, Straight):
            raise LocksNeededError
        return "done"

    assert await transact_lightly(database.engine, work) == "done"
    assert tried == list(WAYS)
