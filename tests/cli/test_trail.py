"""The trail is verified, and what was tampered with is named; signed heads bear witness from outside."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import create_engine
from tests.cli.conftest import Terminal


@asynccontextmanager
async def superuser(terminal: Terminal) -> AsyncIterator[AsyncConnection]:
    """Somebody who can do everything, with the triggers switched off."""
    engine = create_engine(terminal.stage.database.superuser_dsn, pool_size=1)
    try:
        async with engine.begin() as conn:
            await conn.execute(text("ALTER TABLE trail DISABLE TRIGGER USER"))
            yield conn
    finally:
        await engine.dispose()


@pytest.fixture
async def lived(opened: Terminal) -> Terminal:
    """An installation in which two cases have been granted."""
    for _ in range(2):
        await opened.stage.grant(await opened.stage.submit(), 400_000)
    return opened


async def test_a_whole_trail_is_said_to_be_whole_with_its_numbers(lived: Terminal) -> None:
    answer = await lived.json("trail", "verify")
    shown = await lived("trail", "verify")

    assert (answer["outcome"], answer["problems"], answer["signed_heads"]) == ("whole", [], None)
    assert answer["streams"] == 4
    assert "Sporet er helt" in shown.stdout
    assert "saksgang trail sign" in shown.stdout


async def test_one_case_can_be_verified_alone(lived: Terminal) -> None:
    answer = await lived.json("trail", "verify", "--case", "SFIN-2026-2")

    assert (answer["outcome"], answer["streams"]) == ("whole", 1)


async def test_a_changed_event_is_named_and_the_status_is_one(lived: Terminal) -> None:
    async with superuser(lived) as conn:
        await conn.execute(
            text(
                "UPDATE trail SET envelope = replace(envelope, '40000000', '90000000') WHERE kind = 'Granted'"
            )
        )

    result = await lived("trail", "verify")
    answer = await lived.json("trail", "verify", status=1)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Sporet er ikke helt" in result.stderr
    assert "changed" in result.stderr
    assert answer["outcome"] == "broken"
    assert {problem["code"] for problem in answer["problems"]} >= {"changed"}


async def test_a_read_table_that_says_something_else_than_the_trail_is_named(lived: Terminal) -> None:
    async with superuser(lived) as conn:
        await conn.execute(text("UPDATE case_head SET stage = 'closed' WHERE case_no = 'SFIN-2026-2'"))

    other = await lived.json("trail", "verify", "--case", "SFIN-2026-1")
    answer = await lived.json("trail", "verify", status=1)

    assert other["outcome"] == "whole"
    assert [problem["detail"] for problem in answer["problems"]] == [
        "case_head.stage is not what the trail gives"
    ]


async def test_what_was_cut_after_it_was_signed_is_found(lived: Terminal) -> None:
    signed = await lived.json("trail", "sign")
    async with superuser(lived) as conn:
        await conn.execute(
            text(
                "DELETE FROM trail WHERE kind = 'ThresholdEvaluated' AND stream = (SELECT max(stream) FROM trail WHERE kind = 'Granted')"
            )
        )

    answer = await lived.json("trail", "verify", status=1)
    again = await lived("trail", "sign")

    assert signed["file"].startswith(str(lived.environment.home.folder / "heads"))
    assert "cut" in {problem["code"] for problem in answer["problems"]}
    assert again.exit_code == 1
    assert "Sporet er ikke helt" in again.stderr


async def test_the_signing_key_is_made_once_and_readable_by_its_owner_alone(lived: Terminal) -> None:
    first = await lived("trail", "sign")
    second = await lived("trail", "sign")

    key = lived.environment.home.folder / "heads.key"
    assert "signeringsnøkkel" in first.stdout
    assert "signeringsnøkkel" not in second.stdout
    assert key.stat().st_mode & 0o777 == 0o600
    verified = await lived("trail", "verify")
    assert "Sammenlignet med de signerte hodene" in verified.stdout
