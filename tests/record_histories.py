"""Lives whole lives on a real engine and keeps its histories, for ``tests/histories/test_replay.py`` to replay.

python -m tests.record_histories
"""

import asyncio
import atexit
import json
import logging
import re
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

import structlog
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory
from temporalio.testing import TimeSkipper

from activities import trying
from deploy.local.build import ROOT
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer, DynamicValue
from domain import commands as c
from domain.engine import case_workflow_id, round_workflow_id
from storage.engine import create_engine
from tests.databases import new_database
from tests.faults import shapes
from tests.faults.gate import Gate
from tests.faults.room import at_work, connected, new_room
from tests.stage import OFFICER, Stage, actor
from workflows.standing import start_standing

# A thread of the SDK may still need the interpreter while it ends (temporalio/sdk-python#300).
atexit.register(time.sleep, 0.05)

#: The builds of today; what older ones recorded stays beside it as it is.
FOLDER: Final = Path(__file__).with_name("histories") / "shown_afterwards"
IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)

_SKIPS_TIME: Final = {"frontend.WorkflowTimeSkippingEnabled": True}
_ROLLS_OVER: Final = {"limit.historyCount.suggestContinueAsNew": 40}


async def main() -> None:
    """Record every history of today's builds anew, and remove those that are not recorded any more."""
    # A database that is away makes a noise; here it is meant.
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with tempfile.TemporaryDirectory(prefix="histories-") as folder:
        home = Path(folder)
        async with EmbeddedPostgres(home / "postgres") as postgres:
            recorded = await _ordinary(postgres, home) | await _rolled_over(postgres, home)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, history in recorded.items():
        (FOLDER / f"{name}.json").write_text(_written(history), "utf-8")
        print(f"{name}: {len(history.events)} events")  # noqa: T201 - says what it did


async def _ordinary(postgres: EmbeddedPostgres, home: Path) -> dict[str, WorkflowHistory]:
    """Whole lives, their round, the standing workflows, and a case whose database was away."""
    async with _server(home, _SKIPS_TIME) as server, new_database(postgres) as database:
        stage = await new_room(database, await connected(server))
        async with at_work(stage, home):
            await start_standing(stage.client, stage.task_queue)
            await stage.open_round()
            rejected, audited = await shapes.rejected(stage), await shapes.audited(stage)
            histories = {
                "rejected": await _of_case(stage, rejected),
                "audited": await _of_case(stage, audited),
                "round": await _history(stage, round_workflow_id(stage.round_id)),
                "outbox": await _history(stage, "outbox"),
                "reconciler": await _history(stage, "reconciler"),
            }
        async with new_database(postgres) as other:
            stage = await new_room(other, stage.client)
            async with at_work(stage, home):
                await stage.open_round()
                histories["closed"] = await _of_case(stage, await shapes.closed(stage))
        histories["timed_out"] = await _timed_out(postgres, server, home)
        histories["database_away"] = await _database_away(postgres, server, home)
        return histories


async def _timed_out(postgres: EmbeddedPostgres, server: DevServer, home: Path) -> WorkflowHistory:
    """The database says nothing for so long that ``record`` is cut short, while a person waits for the answer."""
    async with new_database(postgres) as database, Gate(database.service_dsn) as gate:
        behind = create_engine(gate.dsn)
        stage = await new_room(database, await connected(server))
        async with at_work(stage, home, engine=behind):
            await stage.open_round()
            case_id, command_id = await stage.submit(), uuid4()
            handle = stage.client.get_workflow_handle(case_workflow_id(case_id))
            await gate.fall_silent()
            await stage.door.receive(case_id, command_id, OFFICER, IMPARTIAL, real_now=datetime.now(UTC))
            sending = asyncio.create_task(stage.door.send(case_id, command_id, timedelta(minutes=2)))
            while not [event async for event in handle.fetch_history_events() if _says_timeout(event)]:
                await asyncio.sleep(0.5)
            await gate.open()
            await TimeSkipper(stage.client).fast_forward(handle, timedelta(minutes=1))
            await sending
            history = await _of_case(stage, case_id)
        await behind.dispose()
        return history


def _says_timeout(event: HistoryEvent) -> bool:
    return event.marker_recorded_event_attributes.failure.HasField("timeout_failure_info")


async def _database_away(postgres: EmbeddedPostgres, server: DevServer, home: Path) -> WorkflowHistory:
    trying.IN_PLACE_SECONDS = 0.2  # type: ignore[misc] # only the pauses are in the history
    async with new_database(postgres) as database, Gate(database.service_dsn) as gate:
        behind = create_engine(gate.dsn)
        stage = await new_room(database, await connected(server))
        async with at_work(stage, home, engine=behind):
            await stage.open_round()
            case_id = await stage.submit()
            handle = stage.client.get_workflow_handle(case_workflow_id(case_id))
            await gate.shut()
            await stage.door.nudge(handle.id)
            await TimeSkipper(stage.client).fast_forward(handle, timedelta(minutes=3))
            await gate.open()
            await TimeSkipper(stage.client).fast_forward(handle, timedelta(minutes=2))
            await stage.do(case_id, OFFICER, IMPARTIAL)
            history = await _of_case(stage, case_id)
        await behind.dispose()
        return history


async def _rolled_over(postgres: EmbeddedPostgres, home: Path) -> dict[str, WorkflowHistory]:
    """The first run of a case that rolled over, and the one after it."""
    async with _server(home, _ROLLS_OVER) as server, new_database(postgres) as database:
        stage = await new_room(database, await connected(server))
        async with at_work(stage, home):
            await stage.open_round()
            case_id = await stage.submit()
            for number in range(12):
                await stage.do(case_id, actor(OFFICER.role, name=f"officer-{number}"), IMPARTIAL)
            listed = stage.client.list_workflows(f"WorkflowId = '{case_workflow_id(case_id)}'")
            runs = sorted([run async for run in listed], key=lambda run: run.start_time)
            return {
                f"rolled_over_{number}": await _history(stage, run.id, run.run_id)
                for number, run in enumerate(runs[:2], start=1)
            }


def _server(home: Path, settings: Mapping[str, DynamicValue]) -> DevServer:
    return DevServer(None, log_file=home / "temporal.log", dynamic_config=settings)


async def _of_case(stage: Stage, case_id: object) -> WorkflowHistory:
    return await _history(stage, case_workflow_id(str(case_id)))


async def _history(stage: Stage, workflow_id: str, run_id: str | None = None) -> WorkflowHistory:
    return await stage.client.get_workflow_handle(workflow_id, run_id=run_id).fetch_history()


def _written(history: WorkflowHistory) -> str:
    """Return *history* as text without what is only of the machine that recorded it."""
    read = json.loads(history.to_json())
    text = json.dumps({"workflowId": history.workflow_id, **read}, ensure_ascii=False, indent=1)
    text = re.sub(r'"identity": "[^"]*"', '"identity": "recorder"', text)
    # In stack traces: the folder of this program, of its environment and of Python itself.
    return re.sub(r'(File \\")/[^"\\]*/', r"\1…/", text.replace(str(ROOT), "…")) + "\n"


if __name__ == "__main__":
    asyncio.run(main())
