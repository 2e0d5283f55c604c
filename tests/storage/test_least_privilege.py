"""What the service's role in the database is, and what it is not: not the owner, nobody's heir, and no reader of secrets."""

import re
from typing import Final

import asyncpg
import pytest
from sqlalchemy import text

from deploy.local.credentials import OWNER_ROLE, SERVICE_ROLE
from deploy.local.postgres import EmbeddedPostgres
from storage.engine import create_engine
from storage.migrate import _PRIVILEGES
from storage.tables import metadata
from tests.databases import Database

DENIED: Final = "InsufficientPrivilegeError"


_PRIVILEGE: Final = re.compile(r"(\w+)(?: \(([^)]*)\))?")


def written_out() -> dict[str, set[str]]:
    """Return what the service is to have, by table; of a column as ``UPDATE status``."""
    found = {"alembic_version": {"SELECT"}}
    for table, listed in _PRIVILEGES.items():
        found[table] = {"SELECT"}
        for privilege, columns in _PRIVILEGE.findall(listed):
            found[table] |= (
                {f"{privilege} {column}" for column in columns.split(", ")} if columns else {privilege}
            )
    return found


async def ask(dsn: str, query: str, *given: object) -> list[asyncpg.Record]:
    """Return the rows of *query*."""
    connection = await asyncpg.connect(dsn)
    try:
        return list(await connection.fetch(query, *given))
    finally:
        await connection.close()


async def refused(dsn: str, attempt: str) -> str:
    """Return why the database does not carry out *attempt*, each statement of it by itself."""
    connection = await asyncpg.connect(dsn)
    try:
        with pytest.raises(asyncpg.PostgresError) as error:
            await connection.execute(attempt)
        return f"{type(error.value).__name__}: {error.value}"
    finally:
        await connection.close()


@pytest.mark.parametrize(
    "attempt",
    [
        f"set role {OWNER_ROLE}",
        f"set session authorization {OWNER_ROLE}",
        f"grant {OWNER_ROLE} to {SERVICE_ROLE}",
        f"alter role {SERVICE_ROLE} superuser",
        f"alter role {SERVICE_ROLE} createrole",
        f"alter role {SERVICE_ROLE} bypassrls",
        f"alter role {OWNER_ROLE} password 'mine'",
        "create role helper superuser",
        f"alter table trail owner to {SERVICE_ROLE}",
        f"alter function refuse_change() owner to {SERVICE_ROLE}",
        f"reassign owned by {OWNER_ROLE} to {SERVICE_ROLE}",
    ],
)
async def test_the_service_does_not_become_the_owner(database: Database, attempt: str) -> None:
    assert DENIED in await refused(database.service_dsn, attempt)


async def test_the_service_is_no_more_than_a_login_and_nobody_s_heir(database: Database) -> None:
    roles = await ask(database.superuser_dsn, "select * from pg_roles where rolname = $1", SERVICE_ROLE)
    memberships = await ask(
        database.superuser_dsn,
        "select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = $1",
        SERVICE_ROLE,
    )

    could = {name for name, value in roles[0].items() if value is True and name.startswith("rol")}
    assert could == {"rolcanlogin", "rolinherit"}
    assert memberships == []


@pytest.mark.parametrize(
    "attempt",
    [
        "alter table trail disable trigger all",
        "alter table trail disable trigger only_grows",
        "drop trigger only_grows on trail",
        "create trigger mine before insert on trail for each row execute function refuse_change()",
        "create rule mine as on delete to trail do instead nothing",
        "set session_replication_role = replica",
        f"alter role {SERVICE_ROLE} set session_replication_role = replica",
        "alter system set session_replication_role = replica",
        "drop function refuse_change() cascade",
        "alter table trail drop constraint pk_trail",
        "drop index ix_trail_cause_once",
    ],
)
async def test_the_service_switches_no_guard_off(database: Database, attempt: str) -> None:
    assert DENIED in await refused(database.service_dsn, attempt)


@pytest.mark.parametrize(
    "attempt",
    [
        "create table mine ()",
        "create temp table mine ()",
        "create schema mine",
        "create view mine as select * from trail",
        "create function mine() returns int language sql as 'select 1'",
        "create type mine as enum ('a')",
        "create sequence mine",
        "create extension dblink",
        "create publication mine for all tables",
        "create database mine",
        "select lo_create(0)",
        "select lo_creat(-1)",
        "select lo_from_bytea(0, 'mine')",
    ],
)
async def test_the_service_makes_nothing(database: Database, attempt: str) -> None:
    assert DENIED in await refused(database.service_dsn, attempt)


@pytest.mark.parametrize(
    "attempt",
    [
        "select rolpassword from pg_authid",
        "select passwd from pg_shadow",
        "select * from pg_hba_file_rules",
        "select pg_ls_dir('.')",
        "select pg_read_file('pg_hba.conf')",
        "select pg_read_binary_file(FILE)",
        "select lo_import(FILE)",
        "copy trail to '/tmp/trail'",
        "copy (select 1) to program 'id'",
        "select pg_stat_file(FILE)",
        "select * from pg_file_settings",
    ],
)
async def test_the_service_reads_no_secret_of_the_owner_and_no_file(
    database: Database, postgres: EmbeddedPostgres, attempt: str
) -> None:
    asked = attempt.replace("FILE", f"'{postgres.credentials_file}'")

    assert DENIED in await refused(database.service_dsn, asked)


async def test_the_service_does_not_see_what_others_ask(database: Database) -> None:
    owner = create_engine(database.owner_dsn)
    async with owner.connect() as conn:
        await conn.execute(text("select 'h3mmelig'"))
        seen = await ask(
            database.service_dsn,
            "select query from pg_stat_activity where usename = $1 and query <> ''",
            OWNER_ROLE,
        )
    await owner.dispose()

    assert {row["query"] for row in seen} == {"<insufficient privilege>"}


async def test_only_the_ledgers_triggers_act_with_the_owner_s_rights_and_nobody_calls_them(
    database: Database,
) -> None:
    found = await ask(
        database.superuser_dsn,
        "select proname, prorettype::regtype::text as gives, proconfig from pg_proc"
        " where prosecdef and pronamespace <> 'pg_catalog'::regnamespace",
    )

    assert {row["proname"] for row in found} == {"commitment_counts", "disbursement_counts"}
    # Called by a trigger alone, and what they name is found where they were made, whatever the caller's path.
    assert {(row["gives"], tuple(row["proconfig"])) for row in found} == {("trigger", ('search_path=""',))}


@pytest.mark.parametrize("name", ["commitment_counts", "disbursement_counts"])
async def test_a_function_with_the_owner_s_rights_cannot_be_called(database: Database, name: str) -> None:
    said = await refused(database.service_dsn, f"select {name}()")

    assert "trigger functions can only be called as triggers" in said


async def test_the_service_may_what_is_written_out_and_nothing_more(database: Database) -> None:
    granted = await ask(
        database.superuser_dsn,
        "select c.relname as name, array_agg(distinct a.privilege_type order by a.privilege_type) as may"
        " from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee"
        " where r.rolname = $1 and c.relnamespace = 'public'::regnamespace group by 1",
        SERVICE_ROLE,
    )
    columns = await ask(
        database.superuser_dsn,
        "select c.relname as name, a.privilege_type as may, t.attname as column"
        " from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a"
        " join pg_roles r on r.oid = a.grantee"
        " where r.rolname = $1 and c.relnamespace = 'public'::regnamespace",
        SERVICE_ROLE,
    )
    found = {row["name"]: set(row["may"]) for row in granted}
    for row in columns:
        found.setdefault(row["name"], set()).add(f"{row['may']} {row['column']}")

    assert found == written_out()
    assert set(found) == set(metadata.tables) | {"alembic_version"}


@pytest.mark.parametrize("table", ["trail", "access_log"])
async def test_what_only_grows_can_only_be_read_and_added_to(database: Database, table: str) -> None:
    assert written_out()[table] == {"SELECT", "INSERT"}
    for attempt in ("update {} set stream = stream", "delete from {}", "truncate {}"):
        assert DENIED in await refused(database.service_dsn, attempt.format(table))


async def test_nobody_else_may_anything(database: Database) -> None:
    others = await ask(
        database.superuser_dsn,
        "select c.relname from pg_class c, aclexplode(c.relacl) a"
        " where c.relnamespace = 'public'::regnamespace and a.grantee not in"
        " (select oid from pg_roles where rolname in ($1, $2))",
        OWNER_ROLE,
        SERVICE_ROLE,
    )

    assert others == []
