"""Brings a database to the newest schema, and gives the service's role no more than it needs.

The owner makes tables; the service logs in as a role that owns nothing, because an owner could switch the trail's
triggers off. What the role may do is written out here column by column and laid anew at every upgrade, so that the
list below and the database cannot drift apart.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import create_engine

SERVICE_ROLE: Final = "saksgang_service"

#: An arbitrary number of our own: two upgrades at once wait for each other.
_LOCK: Final = 7_253_490_126

#: What the service may do beside reading, by table. ``UPDATE (…)`` names the only columns that may change.
_PRIVILEGES: Final = {
    "installation": "UPDATE (clock_shift_us, spread_seconds)",
    "rule_set": "INSERT",
    "office_setting": "INSERT, UPDATE (attestor_may_recommend, write_off_limit_ore)",
    "counter": "INSERT, UPDATE (value)",
    "inbox": "INSERT, UPDATE (status, answer, first_seq, last_seq, settled_at, attempts, last_attempt_at,"
    " content_salt)",
    "trail": "INSERT",
    "private_text": "INSERT, UPDATE (salt, text, erased_at)",
    "document": "INSERT, UPDATE (name, content, erased_at)",
    "access_log": "INSERT",
    "outbox": "INSERT, UPDATE (status, attempts, next_attempt_at, last_error, done_at)",
    "case_head": "INSERT, UPDATE, DELETE",
    "ended_word": "INSERT, DELETE",
    "round": "INSERT, UPDATE, DELETE",
    "deadline": "INSERT, UPDATE, DELETE",
    "task": "INSERT, UPDATE, DELETE",
    "network": "INSERT, UPDATE",
    "project": "INSERT, UPDATE",
    "register_head": "INSERT, UPDATE",
    "historical_case": "INSERT, UPDATE (met)",
    "mandate": "INSERT, UPDATE (reference, registered_at)",
    "frame": "INSERT (office, grant_year, pot, amount_ore, earmarked), UPDATE (amount_ore, earmarked)",
    "commitment": "INSERT",
    "disbursement": "INSERT, UPDATE (voucher, paid_on)",
    "web_session": "INSERT, UPDATE (worn, seen_at), DELETE",
    "login_attempt": "INSERT, DELETE",
    "webhook": "INSERT, UPDATE (position, paused, attempts, next_attempt_at, last_error), DELETE",
    "bulk_run": "INSERT, DELETE",
    "absence": "INSERT, UPDATE (last_day, substitute, by_subject, said_at), DELETE",
    "saved_view": "INSERT, UPDATE (query), DELETE",
    "draft": "INSERT, UPDATE (revision, changed_at, case_id, command_id, sent_at, emptied_at), DELETE",
    "draft_field": "INSERT, UPDATE (value, by_subject, by_role, by_unit, changed_at, revision), DELETE",
    "draft_partner": "INSERT, UPDATE (reminded_at, answer, answered_at, anchored_by, anchored_as), DELETE",
    "draft_presence": "INSERT, UPDATE (role, unit, step, seen_at), DELETE",
    "draft_file": "INSERT, DELETE",
}


async def upgrade(
    owner_dsn: str, service_role: str = SERVICE_ROLE, *, kind: Literal["local", "real"] = "real"
) -> None:
    """Bring the database at *owner_dsn* to the newest schema; does nothing where it is there already.

    Args:
        owner_dsn: ``postgresql://…`` of the role that owns the database.
        service_role: The role the service logs in as. It is made, without a password, where it is missing.
        kind: What a new database is: ``local`` installations may shift their clock, real ones never. An
            existing database keeps what it is.
    """
    engine = create_engine(
        owner_dsn, pool_size=1, application_name="saksgang migrate", statement_timeout_ms=0
    )
    try:
        async with engine.begin() as conn:
            await conn.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            await conn.run_sync(_upgrade)
            await conn.execute(
                text("insert into installation (id, kind) values (1, :kind) on conflict (id) do nothing"),
                {"kind": kind},
            )
            await _make_role(conn, service_role)
            for statement in _grants(service_role):
                await conn.execute(text(statement))
    finally:
        await engine.dispose()


def offline_sql(service_role: str = SERVICE_ROLE) -> str:
    """Return the whole schema as SQL, for those who let a database administrator run it; the role must exist."""
    out = io.StringIO()
    config = _config()
    config.output_buffer = out
    command.upgrade(config, "head", sql=True)
    grants = "".join(f"{statement};\n" for statement in _grants(service_role))
    return f"{out.getvalue()}\nBEGIN;\n\n{grants}\nCOMMIT;\n"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(conn: Connection) -> None:
    config = _config()
    config.attributes["connection"] = conn
    command.upgrade(config, "head")


async def _make_role(conn: AsyncConnection, role: str) -> None:
    known = await conn.scalar(text("select 1 from pg_roles where rolname = :role"), {"role": role})
    if not known:
        await conn.execute(text(f"CREATE ROLE {_quoted(role)} LOGIN"))


def _grants(role: str) -> Iterator[str]:
    to = _quoted(role)
    yield f"GRANT USAGE ON SCHEMA public TO {to}"
    # First everything is taken away: a privilege that left the list must leave the database too.
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {to}"
    for table, privileges in _PRIVILEGES.items():
        yield f"GRANT SELECT, {privileges} ON {_quoted(table)} TO {to}"
    yield f"GRANT SELECT ON alembic_version TO {to}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
