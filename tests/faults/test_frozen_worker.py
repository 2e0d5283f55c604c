"""A worker is frozen in the middle of a command, another one does its work, and the first one wakes up again."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Final
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain import commands as c
from storage.engine import create_engine
from storage.reevolve import check_cases
from storage.verify import verify
from tests.faults.conftest import LONG
from tests.faults.house import House
from tests.faults.lives import UNHEARD
from tests.stage import OFFICER

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(
        not LONG, reason="the database lets go of a frozen worker after seconds; `make faults` waits"
    ),
]

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)

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


async def test_a_worker_that_was_frozen_and_wakes_up_does_nothing_twice(house: House) -> None:
    stage = house.stage
    now = await stage.now()
    await stage.open_round(opens_at=now, closes_at=now + timedelta(days=60))
    case_id, command_id = await stage.submit(), uuid4()
    first = house.worker
    assert first is not None

    async with _writes_wait(house) as let_go:
        asking = asyncio.create_task(stage.ask(case_id, OFFICER, IMPARTIAL, command_id))
        await _until_one_waits(house)
        os.kill(first.pid, signal.SIGSTOP)
        await let_go()
        # What the frozen one has written is not committed, and keeps the case locked until the database gives it up.
        ready = str(house.folder / "second.ready")
        second = await house.process("second", "worker", SAKSGANG_READY_FILE=ready).start()
        try:
            assert (await asking).outcome == "received"
            async with asyncio.timeout(120):
                while (await stage.door.answer(case_id, command_id)).outcome == "received":
                    with suppress(*UNHEARD):  # the row of the command itself is locked too
                        await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)
            os.kill(first.pid, signal.SIGCONT)
            await asyncio.sleep(5)
            assigned = await stage.ask(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
        finally:
            await second.stop()

    assert assigned.outcome == "done"
    assert await stage.kinds(case_id) == ["Submitted", "ImpartialityDeclared", "Assigned"]
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
        yield let_go
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
