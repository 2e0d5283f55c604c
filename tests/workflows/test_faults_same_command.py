"""The same command sent again has one effect and one answer, whatever has happened in between."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.engine import case_workflow_id
from domain.private import Private
from domain.refusal import Refused
from tests.databases import new_database
from tests.faults.room import at_work, connected, new_room
from tests.stage import ACCOUNTANT, LEADER, OFFICER, SIGNATORY, Stage, actor

IMPARTIAL = c.DeclareImpartiality(impartial=True)


@pytest.fixture(scope="module")
async def rolling_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    """A server that asks for a new run after thirty events: after a handful of commands."""
    log_file = tmp_path_factory.mktemp("temporal") / "temporal.log"
    settings = {"limit.historyCount.suggestContinueAsNew": 30}
    async with DevServer(None, log_file=log_file, dynamic_config=settings) as server:
        yield server


@pytest.fixture
async def rolling_stage(
    postgres: EmbeddedPostgres, rolling_server: DevServer, tmp_path: Path
) -> AsyncIterator[Stage]:
    async with new_database(postgres) as database:
        stage = await new_room(database, await connected(rolling_server))
        async with at_work(stage, tmp_path):
            yield stage


async def run_id(stage: Stage, case_id: UUID) -> str:
    described = await stage.client.get_workflow_handle(case_workflow_id(case_id)).describe()
    assert described.run_id is not None
    return described.run_id


async def test_a_command_sent_again_in_the_same_run_is_answered_as_before(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    command_id = uuid4()
    first = await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)

    second = await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)
    sent_by_the_engine = await stage.door.send(case_id, command_id)

    assert first == second
    assert sent_by_the_engine
    assert await stage.kinds(case_id) == ["Submitted", "ImpartialityDeclared"]


async def test_a_command_sent_many_times_at_once_is_carried_out_once(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    command_id = uuid4()

    answers = await asyncio.gather(*(stage.ask(case_id, OFFICER, IMPARTIAL, command_id) for _ in range(12)))

    assert all(answer == answers[0] for answer in answers)
    assert await stage.kinds(case_id) == ["Submitted", "ImpartialityDeclared"]


async def test_a_refusal_stays_a_refusal_when_the_command_becomes_possible(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    command_id, assign = uuid4(), c.Assign(officer=OFFICER.subject)
    before = await stage.ask(case_id, OFFICER, assign, command_id)
    await stage.do(case_id, OFFICER, IMPARTIAL)

    after = await stage.ask(case_id, OFFICER, assign, command_id)

    assert (before.outcome, before.detail["code"]) == ("refused", "officer_has_not_declared")
    assert after == before
    assert (await stage.ask(case_id, OFFICER, assign)).outcome == "done"


@pytest.mark.parametrize("other", ["body", "person", "case"])
async def test_an_id_used_for_something_else_is_refused(stage: Stage, other: str) -> None:
    await stage.open_round()
    case_id, other_case = await stage.submit(), await stage.submit()
    command_id = uuid4()
    await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)

    with pytest.raises(Refused) as refused:
        await stage.ask(
            other_case if other == "case" else case_id,
            LEADER if other == "person" else OFFICER,
            c.DeclareImpartiality(impartial=other != "body"),
            command_id,
        )

    assert refused.value.code == "command_id_reused"
    assert await stage.kinds(case_id) == ["Submitted", "ImpartialityDeclared"]
    assert await stage.kinds(other_case) == ["Submitted"]


async def test_an_application_sent_again_makes_no_second_case(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    submitted = stage.answers[-1].command_id

    assert await stage.door.send(case_id, submitted)

    assert await stage.kinds(case_id) == ["Submitted"]


async def test_a_command_sent_again_after_the_workflow_rolled_over_has_no_second_effect(
    rolling_stage: Stage,
) -> None:
    stage = rolling_stage
    await stage.open_round()
    case_id = await stage.submit()
    command_id = uuid4()
    first = await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)
    first_run = await run_id(stage, case_id)
    for number in range(8):
        await stage.do(case_id, actor(OFFICER.role, name=f"officer-{number}"), IMPARTIAL)
    async with asyncio.timeout(10):
        while await run_id(stage, case_id) == first_run:
            await asyncio.sleep(0.05)
    before = await stage.kinds(case_id)

    # The inbox would answer by itself; the engine is asked past it, as the reconciler might ask it.
    assert await stage.door.send(case_id, command_id)
    again = await stage.ask(case_id, OFFICER, IMPARTIAL, command_id)

    assert again == first
    assert await stage.kinds(case_id) == before


async def test_a_command_sent_again_to_a_finished_case_is_answered_as_before(stage: Stage) -> None:
    await stage.open_round()
    case_id = await stage.submit()
    command_id = uuid4()
    first = await stage.ask(case_id, SIGNATORY, c.Withdraw(), command_id)

    assert await stage.door.send(case_id, command_id)

    assert await stage.ask(case_id, SIGNATORY, c.Withdraw(), command_id) == first
    assert await stage.kinds(case_id) == ["Submitted", "Withdrawn"]


async def test_an_id_that_nobody_wrote_down_changes_nothing_and_holds_up_nobody(stage: Stage) -> None:
    await stage.open_round()
    case_id, other_case = await stage.submit(), await stage.submit()
    of_other_case = stage.answers[-1].command_id

    await stage.door.send(case_id, uuid4())
    await stage.door.send(case_id, of_other_case)
    await stage.do(case_id, OFFICER, IMPARTIAL)

    assert await stage.kinds(case_id) == ["Submitted", "ImpartialityDeclared"]
    assert await stage.kinds(other_case) == ["Submitted"]


async def test_a_voucher_of_another_payment_is_refused_and_the_case_goes_on(stage: Stage) -> None:
    await stage.open_round()
    paid, other = await stage.submit(), await stage.submit()
    for case_id in (paid, other):
        await stage.grant(case_id, 400_000)
    await stage.pay(paid, "V-1")

    with pytest.raises(AssertionError, match="voucher_taken"):
        await stage.pay(other, "V-1")
    right = c.RegisterDisbursement(
        amount_ore=40_000_000,
        org_number=SIGNATORY.unit,
        voucher="V-2",
        paid_on=datetime(2026, 3, 1, tzinfo=UTC).date(),
    )
    await stage.do(other, ACCOUNTANT, right)

    assert (await stage.case(other)).stage == "disbursed"


async def test_a_corrected_voucher_frees_the_number_for_the_payment_that_has_it(stage: Stage) -> None:
    await stage.open_round()
    wrong, right = await stage.submit(), await stage.submit()
    for case_id in (wrong, right):
        await stage.grant(case_id, 400_000)
    await stage.pay(wrong, "V-1")

    corrected = c.CorrectDisbursement(payment=1, voucher="V-9", reason=Private(text="Tastefeil"))
    await stage.do(wrong, ACCOUNTANT, corrected)
    await stage.pay(right, "V-1")

    assert [(await stage.case(one)).payments[0].voucher for one in (wrong, right)] == ["V-9", "V-1"]


async def test_a_command_in_a_case_that_does_not_exist_is_refused_as_such(stage: Stage) -> None:
    await stage.open_round()

    answer = await stage.ask(uuid4(), OFFICER, IMPARTIAL)

    assert (answer.outcome, answer.detail["code"]) == ("refused", "no_such_case")
