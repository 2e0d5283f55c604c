"""Cases roll over to new runs and new builds while commands are in flight, and every one of them is answered."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from temporalio.api.workflowservice.v1 import (
    SetWorkerDeploymentCurrentVersionRequest,
)
from temporalio.client import Client
from temporalio.service import RPCError

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import NAMESPACE, DevServer
from domain import commands as c
from domain.engine import case_workflow_id
from tests.databases import Database, new_database
from tests.faults.conftest import LONG
from tests.faults.room import at_work, connected, new_room
from tests.stage import OFFICER, Stage, actor

IMPARTIAL = c.DeclareImpartiality(impartial=True)

#: Clients, commands of each.
MANY, EACH = (12, 40) if LONG else (6, 12)


@pytest.fixture(scope="module")
async def rolling_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    """A server that asks for a new run after forty events: after a handful of commands."""
    log_file = tmp_path_factory.mktemp("temporal") / "temporal.log"
    settings = {
        "limit.historyCount.suggestContinueAsNew": 40,
        "system.forceSearchAttributesCacheRefreshOnRead": True,
    }
    async with DevServer(None, log_file=log_file, dynamic_config=settings) as server:
        yield server


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    async with new_database(postgres) as made:
        yield made


async def runs(client: Client, case_id: UUID) -> Counter[str]:
    """Return how many runs of the case there were, by how each ended."""
    listed = client.list_workflows(f"WorkflowId = '{case_workflow_id(case_id)}'")
    return Counter([run.status.name if run.status else "?" async for run in listed])


@pytest.mark.timeout(180)
async def test_commands_in_flight_over_many_runs_are_all_answered(
    database: Database, rolling_server: DevServer, tmp_path: Path
) -> None:
    stage = await new_room(database, await connected(rolling_server))
    async with at_work(stage, tmp_path):
        await stage.open_round()
        case_id = await stage.submit()

        async def client(name: int) -> list[str]:
            officers = [actor(OFFICER.role, name=f"officer-{name}-{number}") for number in range(EACH)]
            return [(await stage.ask(case_id, officer, IMPARTIAL)).outcome for officer in officers]

        outcomes = [outcome for said in await asyncio.gather(*map(client, range(MANY))) for outcome in said]
        async with asyncio.timeout(20):
            while (await runs(stage.client, case_id))["CONTINUED_AS_NEW"] < 2:
                await asyncio.sleep(0.1)
        last = await stage.ask(case_id, OFFICER, IMPARTIAL)

    ended = await runs(stage.client, case_id)
    assert Counter(outcomes) == {"done": MANY * EACH}
    assert last.outcome == "done"
    assert Counter(await stage.kinds(case_id)) == {"Submitted": 1, "ImpartialityDeclared": MANY * EACH + 1}
    assert ended["RUNNING"] == 1
    assert set(ended) == {"RUNNING", "CONTINUED_AS_NEW"}


@pytest.mark.timeout(180)
async def test_a_nudge_moves_a_sleeping_case_to_the_new_build_and_it_goes_on(
    database: Database, rolling_server: DevServer, tmp_path: Path
) -> None:
    stage = await new_room(database, await connected(rolling_server))
    deployment = f"saksgang-{stage.task_queue}"

    def build(name: str) -> dict[str, str]:
        return {"SAKSGANG_BUILD_ID": name, "TEMPORAL_DEPLOYMENT_NAME": deployment}

    async with at_work(stage, tmp_path, environ=build("b1")):
        await make_current(stage, deployment, "b1")
        await stage.open_round()
        case_id = await stage.submit()
        handle = stage.client.get_workflow_handle(case_workflow_id(case_id))
        assert await build_of(stage, case_id) == f"{deployment}:b1"

        async with at_work(stage, tmp_path, environ=build("b2")):
            await make_current(stage, deployment, "b2")
            async with asyncio.timeout(60):
                # The server tells its queues of the new build by and by; who was nudged too early is nudged again.
                while await build_of(stage, case_id) != f"{deployment}:b2":
                    await stage.door.nudge(handle.id)
                    await asyncio.sleep(0.5)
            answer = await stage.ask(case_id, OFFICER, IMPARTIAL)

    assert answer.outcome == "done"
    assert await runs(stage.client, case_id) == {"CONTINUED_AS_NEW": 1, "RUNNING": 1}


async def make_current(stage: Stage, deployment: str, build: str) -> None:
    """Make *build* the one on which new runs start, as soon as its worker is known to the server."""
    request = SetWorkerDeploymentCurrentVersionRequest(
        namespace=NAMESPACE, deployment_name=deployment, build_id=build, ignore_missing_task_queues=True
    )
    async with asyncio.timeout(30):
        while True:
            try:
                await stage.client.workflow_service.set_worker_deployment_current_version(request)
            except RPCError:  # its worker has not polled yet
                await asyncio.sleep(0.1)
            else:
                return


async def build_of(stage: Stage, case_id: UUID) -> str:
    described = await stage.client.get_workflow_handle(case_workflow_id(case_id)).describe()
    info = described.raw_description.workflow_execution_info.versioning_info
    version = info.deployment_version
    return f"{version.deployment_name}:{version.build_id}"
