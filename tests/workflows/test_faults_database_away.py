"""The database is away for half an hour: the engine's history stays short, and then everything goes on."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs
from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHandle
from temporalio.testing import TimeSkipper

from activities import trying
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.engine import case_workflow_id
from storage import queries
from storage.engine import create_engine
from storage.trail import Entry
from tests.databases import Database, new_database
from tests.faults.conftest import LONG
from tests.faults.gate import Gate
from tests.faults.room import at_work, connected, new_room
from tests.stage import OFFICER, Stage

pytestmark = pytest.mark.timeout(900)

#: The half hour is lived through in the long form; in the short form so much of it that the pauses have grown long.
HALF_AN_HOUR: Final = timedelta(minutes=30)
UNTIL_STEADY: Final = timedelta(seconds=115)
STEADY: Final = timedelta(minutes=2)

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)

#: The case waits to be assigned; the three working days end here.
DEADLINE: Final = datetime(2026, 3, 4, 23, 0, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Away:
    """A case whose worker can lose its database, a minute before a deadline of the case."""

    stage: Stage
    gate: Gate
    case_id: UUID

    @property
    def handle(self) -> "WorkflowHandle[object, object]":
        return self.stage.client.get_workflow_handle(case_workflow_id(self.case_id))

    async def events(self) -> int:
        """Count the events of the history, without those that the skipping of time leaves in it."""
        skipped = {
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
        }
        return len(
            [event async for event in self.handle.fetch_history_events() if event.event_type not in skipped]
        )

    async def live_through(self, time: timedelta) -> None:
        assert await TimeSkipper(self.stage.client).fast_forward(self.handle, time)

    async def entries(self) -> list[Entry]:
        async with self.stage.database.engine.connect() as conn:
            return await queries.history(conn, f"case:{self.case_id}")


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    async with new_database(postgres) as made:
        yield made


@pytest.fixture
async def away(
    database: Database, temporal_server: DevServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Away]:
    if not LONG:
        # The tries in place take real time, the pauses between them do not: more pauses here than in earnest.
        monkeypatch.setattr(trying, "IN_PLACE_SECONDS", 0.2)
    async with Gate(database.service_dsn) as gate:
        engine = create_engine(gate.dsn)
        stage = await new_room(database, await connected(temporal_server))
        async with at_work(stage, tmp_path, engine=engine):
            await stage.open_round()
            case_id = await stage.submit()
            await stage.move_to(DEADLINE - timedelta(minutes=1), [case_id])
            yield Away(stage=stage, gate=gate, case_id=case_id)
            await gate.open()
        await engine.dispose()


@pytest.mark.parametrize(
    "how",
    [
        "down",
        pytest.param(
            "silent",
            marks=pytest.mark.skipif(
                not LONG, reason="each try waits seconds for a server that says nothing; `make faults` waits"
            ),
        ),
    ],
)
async def test_half_an_hour_without_a_database_adds_few_events_and_the_case_goes_on(
    away: Away, how: str
) -> None:
    stage, command_id = away.stage, uuid4()
    before = await away.events()
    await (away.gate.shut() if how == "down" else away.gate.fall_silent())

    # The command was written down just before, and its Update waits; the deadline passes meanwhile.
    await stage.door.receive(away.case_id, command_id, OFFICER, IMPARTIAL, real_now=datetime.now(UTC))
    sending = asyncio.create_task(stage.door.send(away.case_id, command_id, patience=timedelta(minutes=14)))
    if LONG:
        await away.live_through(HALF_AN_HOUR)
        added: float = await away.events() - before
    else:
        await away.live_through(UNTIL_STEADY)
        until_steady = await away.events()
        await away.live_through(STEADY)
        steady = await away.events() - until_steady
        added = until_steady - before + steady * ((HALF_AN_HOUR - UNTIL_STEADY) / STEADY)
    print(f"{added:.0f} events in half an hour")  # noqa: T201 - shown with what failed
    back_at = await TimeSkipper(stage.client).get_current_time(away.handle)
    await away.gate.open()

    assert added < 300
    assert await sending
    await stage.do(away.case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    submitted, step, declared, assigned = await away.entries()
    assert [entry.kind for entry in (submitted, declared, assigned)] == [
        "Submitted",
        "ImpartialityDeclared",
        "Assigned",
    ]
    # The deadline first, at its own time and said to be handled when the database was back; then the command.
    assert (step.cause, step.occurred_at) == ("assign@0d", DEADLINE)
    # A try in place bears the time of its workflow task, up to ten seconds before it reached the database.
    assert step.recorded_at >= back_at - timedelta(seconds=10)
    assert declared.recorded_at >= step.recorded_at
    assert declared.occurred_at == datetime.fromisoformat(step.body["handled_at"])


async def test_a_failure_of_the_program_rests_and_is_mended_without_a_hand(away: Away) -> None:
    superuser = create_engine(away.stage.database.superuser_dsn)
    body = "BEGIN RAISE EXCEPTION 'not today'; END"
    async with superuser.begin() as conn:
        await conn.execute(text(f"CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"))
        await conn.execute(
            text(
                "CREATE TRIGGER fail BEFORE INSERT ON trail FOR EACH ROW WHEN (NEW.kind = 'LadderStepReached')"
                " EXECUTE FUNCTION fail()"
            )
        )
    before = await away.events()
    with capture_logs() as said:
        await away.live_through(timedelta(minutes=3))
        asked = await away.stage.ask(away.case_id, OFFICER, IMPARTIAL)
        await away.live_through(timedelta(minutes=27))
    events = await away.events() - before
    async with superuser.begin() as conn:
        await conn.execute(text("DROP TRIGGER fail ON trail"))
    await superuser.dispose()

    await away.live_through(timedelta(minutes=16))
    again = await away.stage.ask(away.case_id, OFFICER, IMPARTIAL, asked.command_id)

    assert "record_failed" in {entry["event"] for entry in said if entry["log_level"] == "error"}
    assert asked.outcome == "received"
    assert again.outcome == "done"
    assert events < 60
    assert [entry.kind for entry in await away.entries()] == [
        "Submitted",
        "LadderStepReached",
        "ImpartialityDeclared",
    ]
