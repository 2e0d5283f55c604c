"""Worker and engine die after the commit and before the engine knows of it, and the caller does not come back."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import commands as c
from domain.actors import Actor
from domain.application import Application
from domain.engine import case_workflow_id
from storage import queries
from storage.engine import create_engine
from storage.trail import Entry
from tests.domain.applications import learning
from tests.faults.house import House, Part
from tests.stage import OFFICER, SIGNATORY

pytestmark = pytest.mark.timeout(240)

_LOCK: Final = 4_711

#: Deferred to the commit, which so waits for the test: what a debug hook in the worker would do, without one.
_WAIT_AT_COMMIT: Final = (
    (
        "CREATE FUNCTION wait_for_the_test() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN PERFORM pg_advisory_xact_lock_shared({_LOCK}); RETURN NULL; END $$"
    ),
    (
        "CREATE CONSTRAINT TRIGGER wait_for_the_test AFTER INSERT ON trail DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION wait_for_the_test()"
    ),
)
_GO_ON: Final = ("DROP TRIGGER wait_for_the_test ON trail", "DROP FUNCTION wait_for_the_test()")


async def test_a_case_is_whole_again_by_itself(house: House, long_form: bool) -> None:
    stage = house.stage
    now = await stage.now()
    await stage.open_round(opens_at=now, closes_at=now + timedelta(days=60))
    case_id, new_case_id = await _in_assessment(house), uuid4()
    last_day = (now + timedelta(days=20)).date()
    returned = c.ReturnForSupplement.model_validate(
        {"deficiencies": ["signature_missing"], "explanation": "Mangler", "last_day": last_day.isoformat()}
    )
    submit = c.Submit(round_id=stage.round_id, application=Application.model_validate(learning()))
    command_id, first_command_id = uuid4(), uuid4()

    asked = [
        _asked(case_id, command_id, OFFICER, returned),
        _asked(new_case_id, first_command_id, SIGNATORY, submit),
    ]
    async with _committed_unseen(house, len(asked)):
        caller = await house.process("caller", "tests.faults.caller", json.dumps(asked)).start()
    caller.kill()

    for done, case in ((command_id, case_id), (first_command_id, new_case_id)):
        assert (await stage.door.answer(case, done)).outcome == "done"
    unseen = {case_id: 4, new_case_id: 1}
    assert all([await _head(house, case) == (seq, seq - 1) for case, seq in unseen.items()])
    await house.restart()
    assert command_id not in await _updates(house, case_id)
    # The reminder, three days before the last day, comes while the case is still not whole.
    reminder = await _next_due(house, case_id)
    await stage.set_clock(reminder - timedelta(seconds=3))
    if not long_form:
        await house.reconcile()

    async with asyncio.timeout(120):
        for case, seq in unseen.items():
            while (await _head(house, case))[1] < seq:
                await asyncio.sleep(0.1)
        while (step := (await _entries(house, case_id))[-1]).kind != "LadderStepReached":
            await asyncio.sleep(0.1)
    assert (step.occurred_at, step.cause) == (reminder, "supplement:1@-3d")
    # A head is acknowledged before the workflow task that shows it has ended.
    async with asyncio.timeout(20):
        while await _shown(house, case_id) != ("returned_for_supplement", await _next_due(house, case_id)):
            await asyncio.sleep(0.1)
        while (await _shown(house, new_case_id))[0] != "submitted":
            await asyncio.sleep(0.1)


def _asked(case_id: UUID, command_id: UUID, who: Actor, body: c.Body) -> dict[str, Any]:
    return {
        "case_id": str(case_id),
        "command_id": str(command_id),
        "actor": asdict(who),
        "body": body.model_dump(mode="json"),
    }


async def _in_assessment(house: House) -> UUID:
    case_id = await house.stage.submit()
    await house.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await house.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    return case_id


@asynccontextmanager
async def _committed_unseen(house: House, commits: int) -> AsyncIterator[None]:
    """Let *commits* transactions begun in the body be committed, while the worker is frozen; then kill it and the engine."""
    superuser = create_engine(house.stage.database.superuser_dsn)
    async with superuser.connect() as raw:
        conn = await raw.execution_options(isolation_level="AUTOCOMMIT")
        for statement in _WAIT_AT_COMMIT:
            await conn.execute(text(statement))
        await conn.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
        yield
        async with asyncio.timeout(20):
            while await _waiting(conn) < commits:
                await asyncio.sleep(0.01)
        assert house.worker is not None
        os.kill(house.worker.pid, signal.SIGSTOP)
        await conn.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))
        async with asyncio.timeout(20):
            while await conn.scalar(text("SELECT count(*) FROM inbox WHERE status = 'pending'")):
                await asyncio.sleep(0.01)
        await house.kill(Part.WORKER, Part.TEMPORAL)
        for statement in _GO_ON:
            await conn.execute(text(statement))
    await superuser.dispose()


async def _waiting(conn: AsyncConnection) -> int:
    query = text(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :lock AND NOT granted"
    )
    return int(await conn.scalar(query, {"lock": _LOCK}) or 0)


async def _shown(house: House, case_id: UUID) -> tuple[object, ...]:
    """Return stage and next deadline as the engine's lists show them."""
    shown = await house.stage.client.get_workflow_handle(case_workflow_id(case_id)).describe()
    return tuple(shown.search_attributes.get(name, [None])[0] for name in ("CaseStage", "NextDeadline"))


async def _head(house: House, case_id: UUID) -> tuple[int, int]:
    """Return the number of the newest event, and of the newest one that the workflow knows."""
    async with house.stage.database.engine.connect() as conn:
        query = text("SELECT seq, adopted_seq FROM case_head WHERE case_id = :id")
        row = (await conn.execute(query, {"id": case_id})).one()
        return row.seq, row.adopted_seq


async def _next_due(house: House, case_id: UUID) -> datetime:
    async with house.stage.database.engine.connect() as conn:
        due = await conn.scalar(text("SELECT next_due FROM case_head WHERE case_id = :id"), {"id": case_id})
    assert isinstance(due, datetime)
    return due.astimezone(UTC)


async def _entries(house: House, case_id: UUID) -> list[Entry]:
    async with house.stage.database.engine.connect() as conn:
        return await queries.history(conn, f"case:{case_id}")


async def _updates(house: House, case_id: UUID) -> set[UUID]:
    """Return the commands that the engine's history of the case knows of."""
    handle = house.stage.client.get_workflow_handle(case_workflow_id(case_id))
    return {
        UUID(event.workflow_execution_update_accepted_event_attributes.accepted_request.meta.update_id)
        for event in (await handle.fetch_history()).events
        if event.HasField("workflow_execution_update_accepted_event_attributes")
    }
