"""Temporal sees ids, stages and instants: not a name, a text, an account number or an amount, also when things fail."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import pytest
from google.protobuf.message import Message
from sqlalchemy import text
from temporalio.api.common.v1 import Payloads, RetryPolicy, WorkflowExecution
from temporalio.api.failure.v1 import Failure
from temporalio.api.history.v1 import (
    WorkflowExecutionUpdateCompletedEventAttributes,
    WorkflowTaskStartedEventAttributes,
)
from temporalio.api.update.v1 import Outcome
from temporalio.testing import TimeSkipper

from activities import trying
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.application import Application
from domain.engine import case_workflow_id, round_workflow_id
from storage.engine import create_engine
from tests.databases import Database, new_database
from tests.domain.applications import learning
from tests.faults import shapes
from tests.faults.contents import everything_in, spoken, strangers
from tests.faults.room import at_work, connected, new_room
from tests.stage import SIGNATORY, Stage
from workflows.sandbox import CONVERTER

_TEXTS: Final = (
    shapes.REPORT_TEXT,
    shapes.AUDITOR_NAME,
    shapes.REJECTION,
    shapes.EXPLANATION,
    "Godt prosjekt",
    "Nettverket har kompetansen selv",
)


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    async with new_database(postgres) as made:
        yield made


PRIVATE: Final = frozenset(
    {
        *spoken(learning()),
        *spoken(shapes.LARGE),
        *_TEXTS,
        "V-11",
        "V-12",
        "70000000",
        "51200000",
        "case_officer@",
    }
    - {"2026-03-02", "2026-01-15"}
)


async def found_in(stage: Stage, *workflow_ids: str) -> list[str]:
    listed = ", ".join(f"'{workflow_id}'" for workflow_id in workflow_ids)
    return [
        f"{workflow_id} {stranger}"
        async for workflow_id, message in everything_in(stage.client, f"WorkflowId IN ({listed})")
        for stranger in strangers(message, PRIVATE)
    ]


async def test_whole_lives_leave_nothing_but_ids_stages_and_instants(stage: Stage) -> None:
    await stage.open_round()
    rejected = await shapes.rejected(stage)
    closed = await shapes.closed(stage)
    round_of_all = round_workflow_id(stage.round_id)
    assert (await stage.client.get_workflow_handle(round_of_all).describe()).close_time is not None

    assert await found_in(stage, round_of_all, case_workflow_id(rejected), case_workflow_id(closed)) == []


async def test_reports_and_statements_leave_nothing_but_ids_stages_and_instants(stage: Stage) -> None:
    await stage.open_round()
    audited = await shapes.audited(stage)

    assert (await stage.case(audited)).stage == "audited"
    assert await found_in(stage, case_workflow_id(audited)) == []


@pytest.mark.parametrize("sqlstate", ["P0001", "57P03"], ids=["for good", "for now"])
async def test_a_statement_that_fails_tells_the_engine_nothing_of_what_it_would_have_written(
    database: Database,
    temporal_server: DevServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sqlstate: str,
) -> None:
    monkeypatch.setattr(trying, "IN_PLACE_SECONDS", 0.1)
    stage = await new_room(database, await connected(temporal_server))
    await stage.open_round()
    case_id, command_id = uuid4(), uuid4()
    workflow_id = case_workflow_id(case_id)
    submit = c.Submit(round_id=stage.round_id, application=Application.model_validate(learning()))
    async with at_work(stage, tmp_path):
        async with no_network_can_be_written(database, sqlstate):
            sending = asyncio.create_task(stage.ask(case_id, SIGNATORY, submit, command_id))
            await until_something_failed(stage, workflow_id)
        if sqlstate == "57P03":
            handle = stage.client.get_workflow_handle(workflow_id)
            await TimeSkipper(stage.client).fast_forward(handle, timedelta(seconds=10))
        await sending
        again = await stage.ask(case_id, SIGNATORY, submit, command_id)

    assert again.outcome == "done"
    assert await found_in(stage, workflow_id) == []


@asynccontextmanager
async def no_network_can_be_written(database: Database, sqlstate: str) -> AsyncIterator[None]:
    """Make a write fail, with the whole row, names and all, in the words of the error."""
    superuser = create_engine(database.superuser_dsn)
    body = f"BEGIN RAISE EXCEPTION 'cannot write %', NEW USING ERRCODE = '{sqlstate}'; END"
    async with superuser.begin() as conn:
        await conn.execute(text(f"CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"))
        await conn.execute(
            text("CREATE TRIGGER fail BEFORE INSERT ON network FOR EACH ROW EXECUTE FUNCTION fail()")
        )
    try:
        yield
    finally:
        async with superuser.begin() as conn:
            await conn.execute(text("DROP TRIGGER fail ON network"))
        await superuser.dispose()


async def until_something_failed(stage: Stage, workflow_id: str) -> None:
    async with asyncio.timeout(50):
        while True:
            async for _, message in everything_in(stage.client, f"WorkflowId = '{workflow_id}'"):
                if "Error" in str(message):
                    return
            await asyncio.sleep(0.05)


def test_an_exception_of_any_kind_is_told_by_its_type_alone_with_its_causes() -> None:
    application = learning()
    failure = Failure()
    with pytest.raises(RuntimeError) as raised:
        fail_over(application)

    CONVERTER.failure_converter.to_failure(raised.value, CONVERTER.payload_converter, failure)

    assert (failure.message, failure.cause.message) == ("RuntimeError", "ValidationError")
    assert list(strangers(failure, PRIVATE)) == []


def fail_over(application: dict[str, Any]) -> None:
    try:
        Application.model_validate({"network": application["network"]})
    except ValueError as error:
        raise RuntimeError(application["contact"]["email"]) from error


@pytest.mark.parametrize("said", ["50000", "kr50000", "50000kr", "saldo: 50000.00", "5000000 øre"])
def test_an_amount_that_the_engine_was_told_is_found(said: str) -> None:
    assert list(strangers(Failure(message=said), PRIVATE))


def test_an_amount_in_what_is_handed_on_is_found() -> None:
    result = WorkflowExecutionUpdateCompletedEventAttributes(
        outcome=Outcome(success=Payloads(payloads=CONVERTER.payload_converter.to_payloads([50_000])))
    )
    assert list(strangers(result, PRIVATE)) == ["WorkflowExecutionUpdateCompletedEventAttributes: 50000"]


def test_an_amount_in_a_number_that_we_set_is_found() -> None:
    assert list(strangers(RetryPolicy(maximum_attempts=50_000), PRIVATE)) == ["RetryPolicy: 50000"]


@pytest.mark.parametrize(
    "message",
    [
        WorkflowTaskStartedEventAttributes(history_size_bytes=50_000),
        WorkflowExecution(run_id="0a50000f-8f2c-4d50-9000-a50000b50000"),
        Failure(message="done:a50000f0c0ffee00c0ffee00c0b50000"),
    ],
    ids=["the size of a history", "an id", "a proof"],
)
def test_what_the_engine_counts_and_what_an_id_holds_by_chance_is_no_amount(message: Message) -> None:
    assert list(strangers(message, PRIVATE)) == []
