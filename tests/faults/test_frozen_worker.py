"""A worker is frozen in the middle of a command, another one does its work, and the first one wakes up again."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from activities.door import Answer, Outcome
from domain import commands as c
from domain.actors import Actor
from storage.engine import create_engine
from storage.reevolve import check_cases
from storage.verify import verify
from tests.faults.conftest import LONG
from tests.faults.house import House
from tests.faults.lives import UNHEARD
from tests.stage import LEADER, OFFICER, Stage

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(
        not LONG, reason="the database lets go of a frozen worker after seconds; `make faults` waits"
    ),
]

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)

_COLLEAGUE: Final = replace(OFFICER, subject="a-colleague")

_LOCK: Final = 4_712
_WAIT: Final = (
    f"""
    CREATE FUNCTION wait_for_the_test() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared({_LOCK}); RETURN NEW; END $$
    """,
    """
    CREATE TRIGGER wait_for_the_test BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION wait_for_the_test()
    """,
)
_GO_ON: Final = ("DROP TRIGGER wait_for_the_test ON trail", "DROP FUNCTION wait_for_the_test()")


async def test_what_a_frozen_worker_held_in_a_transaction_another_does_once(house: House) -> None:
    stage = house.stage
    case_id = await _submitted(stage)
    await stage.recommend(case_id, 400_000)
    await stage.do(case_id, LEADER, IMPARTIAL)

    async with _frozen_in(house, case_id, LEADER, c.Grant()) as (command_id, answer):
        # What the frozen one has written is not committed, and keeps the case locked until the database gives it up.
        assert answer.outcome is Outcome.RECEIVED
        async with asyncio.timeout(120):
            while (await stage.door.answer(case_id, command_id)).outcome is Outcome.RECEIVED:
                with suppress(*UNHEARD):  # the row of the command itself is locked too
                    await stage.ask(case_id, LEADER, c.Grant(), command_id)
        await _wakes_and_does_nothing_twice(house, case_id, "Granted")


async def test_what_a_frozen_worker_wrote_in_one_statement_the_database_does_without_it(house: House) -> None:
    stage = house.stage
    case_id = await _submitted(stage)

    async with _frozen_in(house, case_id, OFFICER, IMPARTIAL) as (_, answer):
        assert answer.outcome is Outcome.DONE
        await _wakes_and_does_nothing_twice(house, case_id, "ImpartialityDeclared")


async def _submitted(stage: Stage) -> UUID:
    now = await stage.now()
    await stage.open_round(opens_at=now, closes_at=now + timedelta(days=60))
    return await stage.submit()


@asynccontextmanager
async def _frozen_in(
    house: House, case_id: UUID, who: Actor, body: c.Body
) -> AsyncIterator[tuple[UUID, Answer]]:
    """Freeze the worker while it writes what *who* asks for; give what *who* is told, and a second worker for the body."""
    first, command_id = house.worker, uuid4()
    assert first is not None
    async with _writes_wait(house) as let_go:
        asking = asyncio.create_task(house.stage.ask(case_id, who, body, command_id))
        await _until_one_waits(house)
        os.kill(first.pid, signal.SIGSTOP)
        await let_go()
        ready = str(house.folder / f"{command_id}.ready")
        second = await house.process("second", "worker", SAKSGANG_READY_FILE=ready).start()
        try:
            yield command_id, await asking
        finally:
            os.kill(first.pid, signal.SIGCONT)
            await second.stop()


async def _wakes_and_does_nothing_twice(house: House, case_id: UUID, once: str) -> None:
    stage, first = house.stage, house.worker
    assert first is not None
    before = await stage.kinds(case_id)
    os.kill(first.pid, signal.SIGCONT)
    await asyncio.sleep(5)
    after = await stage.ask(case_id, _COLLEAGUE, IMPARTIAL)

    assert before.count(once) == 1
    assert after.outcome is Outcome.DONE
    assert await stage.kinds(case_id) == [*before, "ImpartialityDeclared"]
    async with stage.database.engine.connect() as conn:
        assert await verify(conn) == []
    async with stage.database.engine.connect() as conn:
        assert await check_cases(conn, case_id) == []


@asynccontextmanager
async def _writes_wait(house: House) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Keep every write to the trail waiting, in the middle of its transaction, until the given function is called."""
    superuser = create_engine(house.stage.database.superuser_dsn)
    async with superuser.connect() as raw:
        conn = await raw.execution_options(isolation_level="AUTOCOMMIT")

        async def let_go() -> None:
            await conn.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))

        for statement in _WAIT:
            await conn.execute(text(statement))
        await conn.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
        try:
            yield let_go
        finally:
            for statement in _GO_ON:
                await conn.execute(text(statement))
    await superuser.dispose()


async def _until_one_waits(house: House) -> None:
    query = text(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :lock AND NOT granted"
    )
    async with asyncio.timeout(20), house.stage.database.engine.connect() as conn:
        while not await conn.scalar(query, {"lock": _LOCK}):
            await asyncio.sleep(0.01)
