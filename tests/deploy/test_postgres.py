"""The embedded PostgreSQL keeps what was committed, whatever happens to its process."""

import os
import socket
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from deploy.local import postgres as module
from deploy.local.credentials import OWNER_ROLE, SERVICE_ROLE, SUPERUSER
from deploy.local.errors import AlreadyRunningError, CannotStartError, LocalError, StoppedByItselfError
from deploy.local.postgres import DATABASE, EmbeddedPostgres


async def ask(server: EmbeddedPostgres, user: str, *statements: str, database: str = DATABASE) -> object:
    """Carry out *statements* as *user* and give the first value of the last."""
    connection = await asyncpg.connect(server.dsn(database, user, driver="postgresql"))
    try:
        for statement in statements[:-1]:
            await connection.execute(statement)
        return await connection.fetchval(statements[-1])
    finally:
        await connection.close()


@pytest.fixture
async def own_server(tmp_path: Path) -> AsyncIterator[EmbeddedPostgres]:
    async with EmbeddedPostgres(tmp_path / "data") as server:
        yield server


async def test_what_was_committed_is_there_after_the_server_was_killed(own_server: EmbeddedPostgres) -> None:
    await ask(own_server, OWNER_ROLE, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7) RETURNING n")
    assert own_server.child is not None
    own_server.child.kill()
    await own_server.child.wait()

    async with EmbeddedPostgres(own_server.data_dir) as again:
        assert await ask(again, OWNER_ROLE, "SELECT n FROM kept") == 7


async def test_a_stop_and_a_second_start_keep_data_and_passwords(own_server: EmbeddedPostgres) -> None:
    before = own_server.dsn().partition("@")[0]
    await ask(own_server, OWNER_ROLE, "CREATE TABLE kept (n int)", "SELECT 1")
    await own_server.stop()

    async with EmbeddedPostgres(own_server.data_dir) as again:
        assert again.dsn().partition("@")[0] == before
        assert await ask(again, OWNER_ROLE, "SELECT count(*) FROM kept") == 0


async def test_a_second_server_on_the_same_folder_is_refused(
    own_server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PREDECESSOR_SECONDS", 0.2)

    with pytest.raises(AlreadyRunningError, match="in use"):
        await EmbeddedPostgres(own_server.data_dir).start()

    assert await ask(own_server, SERVICE_ROLE, "SELECT 1") == 1


async def test_the_service_role_logs_in_and_may_make_nothing(postgres: EmbeddedPostgres) -> None:
    assert await ask(postgres, SERVICE_ROLE, "SELECT current_user") == SERVICE_ROLE

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await ask(postgres, SERVICE_ROLE, "CREATE TABLE own (n int)")


async def test_the_owner_role_owns_the_database_and_is_no_superuser(postgres: EmbeddedPostgres) -> None:
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"

    assert await ask(postgres, OWNER_ROLE, owner) == OWNER_ROLE
    assert (
        await ask(postgres, OWNER_ROLE, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    )


async def test_a_database_made_from_a_template_has_its_tables_and_can_be_dropped(
    postgres: EmbeddedPostgres,
) -> None:
    await postgres.create_database("pattern")
    await ask(postgres, OWNER_ROLE, "CREATE TABLE shape (n int)", "SELECT 1", database="pattern")
    await postgres.create_database("copy", template="pattern")

    assert await ask(postgres, OWNER_ROLE, "SELECT count(*) FROM shape", database="copy") == 0

    for name in ("copy", "pattern"):
        await postgres.drop_database(name)
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await ask(postgres, OWNER_ROLE, "SELECT 1", database="copy")


async def test_text_is_sorted_by_the_builtin_locale_and_no_one_logs_in_without_a_password(
    postgres: EmbeddedPostgres,
) -> None:
    locale = "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"
    assert await ask(postgres, SUPERUSER, locale) == "bC.UTF-8"

    bare = f"postgresql://{SUPERUSER}@127.0.0.1:{postgres.port}/{DATABASE}"
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(bare, password="")


def test_passwords_are_readable_by_their_owner_alone(postgres: EmbeddedPostgres) -> None:
    assert stat.S_IMODE(postgres.credentials_file.stat().st_mode) == 0o600


async def test_a_data_folder_without_its_passwords_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    with pytest.raises(CannotStartError, match="Put the file back"):
        await EmbeddedPostgres(tmp_path / "data").start()


async def test_root_without_user_namespaces_is_told_to_be_an_ordinary_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(module, "_allowed", lambda _: False)

    with pytest.raises(CannotStartError, match="as an ordinary user"):
        await EmbeddedPostgres(tmp_path / "data").start()


async def test_a_half_made_data_folder_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "data.new").mkdir()
    (tmp_path / "data.new" / "PG_VERSION").write_text("18\n")

    async with EmbeddedPostgres(tmp_path / "data") as server:
        assert await ask(server, SERVICE_ROLE, "SELECT 1") == 1


async def test_a_taken_port_is_told_with_the_servers_own_words(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))

        with pytest.raises(LocalError, match="could not bind"):
            await EmbeddedPostgres(tmp_path / "data", taken.getsockname()[1]).start()


@pytest.mark.parametrize("in_the_middle", [False, True])
async def test_a_server_that_is_killed_as_it_opens_is_told_as_one_that_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, in_the_middle: bool
) -> None:
    server = EmbeddedPostgres(tmp_path / "data")

    async def killed() -> None:
        assert server.child is not None
        if in_the_middle:
            async with server._superuser() as connection:
                server.child.kill()
                await connection.execute("SELECT pg_sleep(60)")
        server.child.kill()
        await asyncpg.connect(server.dsn("postgres", SUPERUSER, driver="postgresql"))

    monkeypatch.setattr(server, "_make_roles_and_database", killed)

    with pytest.raises(StoppedByItselfError, match="was ended by SIGKILL"):
        await server.start()
