"""The migrations make what the tables describe, and give the service little."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from deploy.local.credentials import OWNER_ROLE, SUPERUSER
from deploy.local.postgres import EmbeddedPostgres
from storage.engine import create_engine
from storage.migrate import offline_sql, upgrade
from storage.tables import metadata
from tests.databases import Database

_numbers = itertools.count(1)


@pytest.fixture
async def empty(postgres: EmbeddedPostgres) -> AsyncIterator[str]:
    """The name of a database with nothing in it."""
    name = f"saksgang_empty_{next(_numbers)}"
    await postgres.create_database(name)
    yield name
    await postgres.drop_database(name)


async def ask(dsn: str, query: str) -> object:
    connection = await asyncpg.connect(dsn)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


def differences(conn: Connection) -> object:
    return compare_metadata(MigrationContext.configure(conn, opts={"compare_server_default": True}), metadata)


async def test_the_migrated_database_is_what_the_tables_describe(database: Database) -> None:
    engine = create_engine(database.owner_dsn)
    async with engine.connect() as conn:
        found = await conn.run_sync(differences)
    await engine.dispose()

    assert found == []


async def test_upgrading_twice_changes_nothing(database: Database) -> None:
    await upgrade(database.owner_dsn, kind="real")

    async with database.engine.connect() as conn:
        assert await conn.scalar(text("select kind from installation")) == "local"


async def test_the_service_owns_nothing(database: Database) -> None:
    async with database.engine.connect() as conn:
        owned = await conn.scalar(
            text(
                "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user"
            )
        )

    assert owned == 0


def test_the_schema_can_be_had_as_sql() -> None:
    sql = offline_sql()

    assert "CREATE TABLE trail" in sql
    assert "create trigger only_grows" in sql
    assert 'GRANT SELECT, INSERT ON "trail" TO "saksgang_service"' in sql


async def test_two_upgrades_at_once_wait_for_each_other(postgres: EmbeddedPostgres, empty: str) -> None:
    dsn = postgres.dsn(empty, OWNER_ROLE, driver="postgresql")

    await asyncio.gather(upgrade(dsn), upgrade(dsn))

    assert await ask(dsn, "select version_num from alembic_version") == "0023"
    assert await ask(dsn, "select kind from installation") == "real"


async def test_the_schema_as_sql_is_the_same_schema(postgres: EmbeddedPostgres, empty: str) -> None:
    dsn = postgres.dsn(empty, OWNER_ROLE, driver="postgresql")
    connection = await asyncpg.connect(dsn)
    await connection.execute(offline_sql())
    await connection.close()
    engine = create_engine(dsn)
    async with engine.connect() as conn:
        found = await conn.run_sync(differences)
    await engine.dispose()

    assert found == []
    assert await ask(dsn, "select count(*) from pg_trigger where tgname = 'only_grows'") == 3
    await upgrade(dsn)


async def test_a_missing_service_role_is_made(postgres: EmbeddedPostgres, empty: str) -> None:
    dsn = postgres.dsn(empty, SUPERUSER, driver="postgresql")

    await upgrade(dsn, "another service")

    asked = "select has_table_privilege('another service', 'trail', '{}')"
    assert await ask(dsn, asked.format("insert")) is True
    assert await ask(dsn, asked.format("update")) is False


async def test_a_privilege_that_is_not_listed_is_taken_away(database: Database) -> None:
    engine = create_engine(database.owner_dsn)
    async with engine.begin() as conn:
        await conn.execute(text("grant update on trail to saksgang_service"))
        await conn.execute(text("grant update (committed_ore) on frame to saksgang_service"))
    await engine.dispose()

    await upgrade(database.owner_dsn)

    granted = "select has_any_column_privilege('saksgang_service', 'trail', 'update')"
    assert await ask(database.owner_dsn, granted) is False
    summed = "select has_column_privilege('saksgang_service', 'frame', 'committed_ore', 'update')"
    assert await ask(database.owner_dsn, summed) is False
