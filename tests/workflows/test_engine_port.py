"""Whoever reaches the engine's port decides nothing: what was not written down at the door has no effect on the record."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, text
from temporalio import workflow
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import EventType
from temporalio.api.workflowservice.v1 import ResetWorkflowExecutionRequest
from temporalio.client import (
    ActivityFailureError,
    WithStartWorkflowOperation,
    WorkflowExecutionStatus,
    WorkflowHandle,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.exceptions import ApplicationError
from temporalio.worker import UnsandboxedWorkflowRunner, Worker

from activities.door import Door
from activities.reconcile import reconcile
from domain import commands as c
from domain.engine import (
    CARRY_OUT,
    ENFORCE_THRESHOLD,
    ENFORCE_USE_DEADLINE,
    GRANT_CASE,
    LOAD_HEAD,
    LOAD_ROUND,
    NUDGE,
    RECORD,
    RECORD_DUE,
    RECORD_ROUND_DUE,
    ROUND,
    DueInput,
    RecordInput,
    case_workflow_id,
    round_workflow_id,
)
from storage.reevolve import check_cases
from storage.tables import case_head, commitment, disbursement, network, outbox, project, task, trail
from storage.verify import verify
from tests.stage import LEADER, OFFICER, Stage

IMPARTIAL: Final = c.DeclareImpartiality(impartial=True)

#: Every deadline of every case has passed by then.
FAR_AHEAD: Final = datetime(2035, 1, 1, tzinfo=UTC)


async def recorded(stage: Stage) -> dict[str, int]:
    """Return how many rows each table has that says what was decided, done or sent."""
    tables = (trail, case_head, commitment, disbursement, outbox, task, network, project)
    counted = [
        select(func.count()).select_from(table).scalar_subquery().label(table.name) for table in tables
    ]
    async with stage.database.engine.connect() as conn:
        return dict((await conn.execute(select(*counted))).mappings().one())


async def holds(stage: Stage) -> bool:
    """Say whether the trail is whole and every case is what its events say."""
    async with stage.database.engine.connect() as conn:
        return not await verify(conn) and not await check_cases(conn)


def workflow_of(stage: Stage, case_id: UUID) -> WorkflowHandle[Any, Any]:
    return stage.client.get_workflow_handle(case_workflow_id(case_id))


async def carry_out(stage: Stage, case_id: UUID, command_id: object) -> str:
    """Send an Update past the door; return what the case's workflow answers."""
    answer: str = await workflow_of(stage, case_id).execute_update(
        CARRY_OUT, str(command_id), result_type=str
    )
    return answer


@pytest.fixture
async def awaiting(stage: Stage) -> UUID:
    """A case that is recommended and waits for the leader: one word would grant it."""
    await stage.open_round()
    case_id = await stage.submit()
    await stage.recommend(case_id, 400_000)
    await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    return case_id


async def test_an_update_with_an_invented_command_changes_nothing(stage: Stage, awaiting: UUID) -> None:
    before = await recorded(stage)

    assert await carry_out(stage, awaiting, uuid4()) == "unknown"

    assert await recorded(stage) == before


@pytest.mark.parametrize("sent", ["grant", "", "{}", "' OR 1=1 --"])
async def test_an_update_that_bears_no_id_is_refused_before_it_is_written_down(
    stage: Stage, awaiting: UUID, sent: str
) -> None:
    before = await recorded(stage)

    with pytest.raises(WorkflowUpdateFailedError) as refused:
        await carry_out(stage, awaiting, sent)

    assert isinstance(refused.value.cause, ApplicationError)
    assert refused.value.cause.type == "command_id_malformed"
    assert await recorded(stage) == before


async def test_a_command_to_one_case_is_not_carried_out_in_another(stage: Stage, awaiting: UUID) -> None:
    other, command_id = await stage.submit(), uuid4()
    await stage.door.receive(other, command_id, OFFICER, IMPARTIAL, real_now=datetime.now(UTC))
    before = await recorded(stage)

    assert await carry_out(stage, awaiting, command_id) == "unknown"

    assert await recorded(stage) == before
    assert (await stage.door.answer(other, command_id)).outcome == "received"


async def test_the_actor_and_the_content_are_the_inbox_s_and_no_sender_can_name_others(
    stage: Stage, awaiting: UUID
) -> None:
    command_id = uuid4()
    await stage.door.receive(awaiting, command_id, OFFICER, c.Grant(), real_now=datetime.now(UTC))

    # Asked by a stranger at the port, the officer's command is judged as the officer's: who recommended cannot grant.
    assert await carry_out(stage, awaiting, command_id) == "refused"

    assert (await stage.case(awaiting)).stage == "awaiting_approval"


@pytest.mark.parametrize("signal", [NUDGE, "grant", "carry_out", "record"])
async def test_a_signal_decides_nothing(stage: Stage, awaiting: UUID, signal: str) -> None:
    before = await recorded(stage)

    await workflow_of(stage, awaiting).signal(signal, "granted" if signal != NUDGE else None)
    # The next command is carried out after the signal was taken, and the case still goes on.
    assert await carry_out(stage, awaiting, uuid4()) == "unknown"

    assert await recorded(stage) == before


async def test_a_workflow_that_is_started_with_a_made_up_id_makes_no_case(
    stage: Stage, awaiting: UUID
) -> None:
    before, made_up = await recorded(stage), uuid4()
    start: WithStartWorkflowOperation[Any, Any] = WithStartWorkflowOperation(
        GRANT_CASE,
        str(made_up),
        id=case_workflow_id(made_up),
        task_queue=stage.task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
    )

    answer = await stage.client.execute_update_with_start_workflow(
        CARRY_OUT, str(uuid4()), start_workflow_operation=start, result_type=str
    )
    await (await start.workflow_handle()).result()

    assert answer == "unknown"
    assert await recorded(stage) == before


async def test_a_second_workflow_of_the_same_case_records_nothing_twice(stage: Stage, awaiting: UUID) -> None:
    before = await recorded(stage)
    twin = await stage.client.start_workflow(
        GRANT_CASE, str(awaiting), id=f"twin-{awaiting}", task_queue=stage.task_queue
    )

    assert await twin.execute_update(CARRY_OUT, str(uuid4()), result_type=str) == "unknown"
    command_id = uuid4()
    await stage.door.receive(awaiting, command_id, LEADER, c.Grant(), real_now=datetime.now(UTC))
    answers = await asyncio.gather(
        twin.execute_update(CARRY_OUT, str(command_id), result_type=str),
        carry_out(stage, awaiting, command_id),
    )
    await twin.terminate()

    assert {answer.partition(":")[0] for answer in answers} == {"done"}
    assert (await recorded(stage))["commitment"] == before["commitment"] + 1
    assert await holds(stage)


def _case_activities(case_id: UUID, command_id: UUID) -> dict[str, RecordInput | DueInput]:
    due = DueInput(id=str(case_id), adopted_seq=0, engine_now=FAR_AHEAD)
    command = RecordInput(
        case_id=str(case_id), command_id=str(command_id), adopted_seq=0, engine_now=FAR_AHEAD
    )
    named = (RECORD_DUE, ENFORCE_USE_DEADLINE, ENFORCE_THRESHOLD, LOAD_HEAD)
    return {RECORD: command, **dict.fromkeys(named, due)}


async def _start_by_itself(stage: Stage, activity: str, given: object) -> str | None:
    """Put *activity* on the worker's queue, outside of any workflow; return the type of the failure."""
    with pytest.raises(ActivityFailureError) as failed:
        await stage.client.execute_activity(
            activity,
            given,
            id=str(uuid4()),
            task_queue=stage.task_queue,
            start_to_close_timeout=timedelta(seconds=10),
        )
    assert isinstance(failed.value.cause, ApplicationError)
    return failed.value.cause.type


async def test_no_activity_is_carried_out_by_itself_at_a_time_that_the_caller_chose(
    stage: Stage, awaiting: UUID
) -> None:
    command_id = uuid4()
    await stage.door.receive(awaiting, command_id, LEADER, c.Grant(), real_now=datetime.now(UTC))
    before = await recorded(stage)
    of_round = DueInput(id=stage.round_id, adopted_seq=0, engine_now=FAR_AHEAD)
    given = {**_case_activities(awaiting, command_id), LOAD_ROUND: of_round, RECORD_ROUND_DUE: of_round}

    failures = {await _start_by_itself(stage, name, content) for name, content in given.items()}

    assert failures == {"not_within_its_workflow"}
    assert await recorded(stage) == before
    assert (await stage.door.answer(awaiting, command_id)).outcome == "received"


async def _terminate(handle: WorkflowHandle[Any, Any]) -> None:
    await handle.terminate("a stranger")


async def _cancel(handle: WorkflowHandle[Any, Any]) -> None:
    await handle.cancel()
    async with asyncio.timeout(20):
        while (await handle.describe()).status is WorkflowExecutionStatus.RUNNING:
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("stop", [_terminate, _cancel])
async def test_a_case_whose_workflow_is_stopped_is_brought_back_with_nothing_lost(
    stage: Stage, awaiting: UUID, stop: Callable[[WorkflowHandle[Any, Any]], Awaitable[None]]
) -> None:
    await stop(workflow_of(stage, awaiting))
    before = await recorded(stage)
    async with stage.database.engine.connect() as conn:
        due = await conn.scalar(
            text("SELECT next_due FROM case_head WHERE case_id = :case_id"), {"case_id": awaiting}
        )
    assert due is not None
    await stage.set_clock(due + timedelta(minutes=2))

    await reconcile(stage.database.engine, stage.door, datetime.now(UTC))

    async with asyncio.timeout(30):
        while (await recorded(stage))["trail"] == before["trail"]:
            await asyncio.sleep(0.05)
    assert (await workflow_of(stage, awaiting).describe()).status is WorkflowExecutionStatus.RUNNING
    assert await holds(stage)
    await stage.do(awaiting, LEADER, c.Grant())


async def test_a_case_whose_workflow_is_stopped_is_brought_back_by_its_next_command(
    stage: Stage, awaiting: UUID
) -> None:
    await _terminate(workflow_of(stage, awaiting))

    await stage.do(awaiting, LEADER, c.Grant())

    assert (await stage.case(awaiting)).stage == "granted"


async def test_a_workflow_that_is_set_back_undoes_nothing_and_does_nothing_twice(
    stage: Stage, awaiting: UUID
) -> None:
    await stage.do(awaiting, LEADER, c.Grant())
    before = await recorded(stage)
    history = await workflow_of(stage, awaiting).fetch_history()
    first = next(
        event.event_id
        for event in history.events
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED
    )
    await stage.client.workflow_service.reset_workflow_execution(
        ResetWorkflowExecutionRequest(
            namespace=stage.client.namespace,
            workflow_execution=WorkflowExecution(workflow_id=case_workflow_id(awaiting)),
            reason="a stranger",
            workflow_task_finish_event_id=first,
            request_id=str(uuid4()),
        )
    )

    assert await carry_out(stage, awaiting, uuid4()) == "unknown"

    assert await recorded(stage) == before
    assert await holds(stage)


@workflow.defn(name=GRANT_CASE)
class Liar:
    """A stranger's worker: says that everything was done."""

    @workflow.run
    async def run(self, _case_id: str) -> None:
        await workflow.wait_condition(lambda: False)

    @workflow.update(name=CARRY_OUT)
    async def carry_out(self, command_id: str) -> str:
        return LIES[UUID(command_id)]


#: What the stranger's worker says of each command.
LIES: Final[dict[UUID, str]] = {}


@pytest.mark.parametrize("lie", ["done", "done:", f"done:{'0' * 32}", "done of another command"])
async def test_nobody_is_told_that_something_was_done_because_a_stranger_s_worker_says_so(
    stage: Stage, awaiting: UUID, lie: str
) -> None:
    command_id, heard = uuid4(), await stage.door.send(awaiting, await _carried_out(stage, awaiting))
    assert heard is not None
    assert heard.startswith("done:")
    LIES[command_id] = heard if lie == "done of another command" else lie
    await _terminate(workflow_of(stage, awaiting))
    queue, before = f"taken-over-{uuid4()}", await recorded(stage)
    liar = Worker(
        stage.client, task_queue=queue, workflows=[Liar], workflow_runner=UnsandboxedWorkflowRunner()
    )
    async with liar:
        door = Door(stage.database.engine, stage.client, queue)
        answer = await door.ask(awaiting, command_id, LEADER, c.Grant(), real_now=datetime.now(UTC))

    assert answer.outcome == "received"
    assert await recorded(stage) == before
    # With the stranger gone, the command that waits is carried out.
    await _terminate(workflow_of(stage, awaiting))
    await stage.door.send(awaiting, command_id)
    assert (await stage.door.answer(awaiting, command_id)).outcome == "done"


async def _carried_out(stage: Stage, case_id: UUID) -> UUID:
    """Have a command carried out and return its id; whoever sends it again hears what the engine said of it."""
    command_id = uuid4()
    await stage.door.ask(case_id, command_id, OFFICER, IMPARTIAL, real_now=datetime.now(UTC))
    return command_id


async def test_a_stopped_round_still_closes_at_its_deadline(stage: Stage, awaiting: UUID) -> None:
    await stage.client.get_workflow_handle(round_workflow_id(stage.round_id)).terminate("a stranger")
    async with stage.database.engine.connect() as conn:
        closes = await conn.scalar(text("SELECT closes_at FROM round"))
    assert closes is not None
    await stage.set_clock(closes + timedelta(minutes=2))

    await reconcile(stage.database.engine, stage.door, datetime.now(UTC))

    async with asyncio.timeout(30):
        while not await _is_closed(stage):
            await asyncio.sleep(0.05)


async def _is_closed(stage: Stage) -> bool:
    async with stage.database.engine.connect() as conn:
        query = text("SELECT count(*) FROM trail WHERE stream = :stream AND kind = 'RoundClosed'")
        return bool(await conn.scalar(query, {"stream": f"round:{stage.round_id}"}))


async def test_a_round_that_is_started_with_a_made_up_id_announces_nothing(
    stage: Stage, awaiting: UUID
) -> None:
    before, made_up = await recorded(stage), uuid4()

    handle = await stage.client.start_workflow(
        ROUND, str(made_up), id=round_workflow_id(made_up), task_queue=stage.task_queue
    )
    await handle.result()

    assert await recorded(stage) == before
