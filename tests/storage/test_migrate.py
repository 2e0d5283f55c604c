"""The migrations make what the tables describe, and give the service little."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.engine import create_engine
from storage.migrate import offline_sql, upgrade
from storage.tables import metadata
from tests.databases import Database


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
