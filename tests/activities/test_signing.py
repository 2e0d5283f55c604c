"""The heads are signed once a day, and never over a trail that no longer holds."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from activities.signing import Signer
from storage.engine import database_url
from storage.heads import FOLDER
from tests.databases import Database
from tests.storage.trails import write_cases

NOW = datetime.now(UTC)


@pytest.fixture
async def signer(database: Database, tmp_path: Path) -> Signer:
    async with database.engine.begin() as conn:
        await write_cases(conn, 1, 2)
    return Signer(database.engine, tmp_path)


async def test_the_first_look_signs_and_the_next_does_not(signer: Signer) -> None:
    assert [await signer.sign_daily(NOW), await signer.sign_daily(NOW)] == [True, False]


async def test_a_day_later_the_heads_are_signed_again(signer: Signer) -> None:
    await signer.sign_daily(NOW)

    assert await signer.sign_daily(NOW + timedelta(hours=25))


async def test_a_file_that_came_back_from_a_copy_is_as_old_as_what_it_says(
    signer: Signer, tmp_path: Path
) -> None:
    await signer.sign_daily(NOW - timedelta(hours=25))
    (copied,) = (tmp_path / FOLDER).iterdir()
    copied.touch()

    assert await signer.sign_daily(NOW)


@pytest.mark.parametrize("name", ["heads-old copy.jsonl", "heads-2099-01-01.jsonl"])
async def test_a_file_with_another_name_is_taken_for_none_of_ours(
    signer: Signer, tmp_path: Path, name: str
) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / name).write_text("not signed\n", encoding="utf-8")

    assert [await signer.sign_daily(NOW), await signer.sign_daily(NOW)] == [True, False]


async def test_a_trail_that_was_cut_is_not_signed_over(signer: Signer, database: Database) -> None:
    await signer.sign_daily(NOW)
    superuser = create_async_engine(database_url(database.superuser_dsn))
    async with superuser.begin() as conn:
        await conn.execute(text("ALTER TABLE trail DISABLE TRIGGER ALL"))
        await conn.execute(text("DELETE FROM trail WHERE seq = 2"))
    await superuser.dispose()

    assert not await signer.sign_daily(NOW + timedelta(hours=25))
