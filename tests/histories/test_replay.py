"""Today's workflows replay what yesterday's have lived: a change that would strand running cases fails here."""

import json
from pathlib import Path
from typing import Final

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer
from temporalio.workflow import NondeterminismError

from workflows.grant_case import GrantCase
from workflows.outbox import Outbox
from workflows.reconciler import Reconciler
from workflows.round import Round
from workflows.sandbox import CONVERTER, SANDBOX

#: By the builds that recorded them, each in a folder.
RECORDED: Final = sorted(Path(__file__).parent.glob("*/*.json"))

#: One for each way in which a history can look.
_SHAPES: Final = {
    "audited",
    "closed",
    "database_away",
    "outbox",
    "reconciler",
    "rejected",
    "rolled_over_1",
    "rolled_over_2",
    "round",
}


SHAPES: Final = {"with_the_answer": _SHAPES, "shown_afterwards": _SHAPES | {"timed_out"}}


def replayer() -> Replayer:
    return Replayer(
        workflows=[GrantCase, Round, Outbox, Reconciler], workflow_runner=SANDBOX, data_converter=CONVERTER
    )


def history(file: Path) -> WorkflowHistory:
    read = json.loads(file.read_text("utf-8"))
    return WorkflowHistory.from_json(read.pop("workflowId"), read)


@pytest.mark.parametrize("builds", SHAPES)
def test_there_is_a_history_of_every_shape(builds: str) -> None:
    assert {file.stem for file in RECORDED if file.parent.name == builds} == SHAPES[builds]


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: f"{file.parent.name}-{file.stem}")
async def test_a_recorded_history_is_replayed_by_the_workflows_of_today(file: Path) -> None:
    await replayer().replay_workflow(history(file))


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_recorded_history_names_no_folder_of_the_machine_it_was_recorded_on(file: Path) -> None:
    assert 'File \\"/' not in file.read_text("utf-8")


async def test_a_history_that_does_not_fit_is_found_out() -> None:
    of_the_reconciler = next(file for file in RECORDED if file.stem == "reconciler").read_text("utf-8")
    read = json.loads(of_the_reconciler.replace('"Reconciler"', '"Outbox"'))

    with pytest.raises(NondeterminismError):
        await replayer().replay_workflow(WorkflowHistory.from_json(read.pop("workflowId"), read))
