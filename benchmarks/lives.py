"""Whole lives through the door, beside a bare workflow with as many Updates: lives a second, and what a command waits."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count
from statistics import median, quantiles
from time import perf_counter
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

from temporalio.client import Client, WithStartWorkflowOperation, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.service import RPCError
from temporalio.worker import Worker

from activities.door import PATIENCE, Door, Outcome
from benchmarks.bare import BARE
from benchmarks.figures import Budget, Comparison, Measured
from benchmarks.house import House, Installation, installation
from benchmarks.life import LIVED_AT, Said, whole_life
from domain.engine import CARRY_OUT

#: Of ours and of the bare workflow, by turns; the median of each counts.
RUNS: Final = 3

#: How many cases live at once in the crowded runs.
CROWD: Final = 32

#: Lives one time through; 14 commands each, so that every run has more than 1 000.
LIVES: Final = 96

_COMMANDS: Final = len(whole_life("", "V-1", LIVED_AT.date()))
_WARM_UP: Final = 8
_TRIES: Final = 6

_LIVES_RATIO: Final = Budget(limit=0.55, at_least=True)
_ALONE_RATIO: Final = Budget(limit=1.7)
_CROWD_RATIO: Final = Budget(limit=2.0)

#: Sends one command; says whether it was answered.
Send: TypeAlias = Callable[[], Awaitable[bool]]

#: Gives what is sent in one whole life, one after the other.
Live: TypeAlias = Callable[[], Iterator[Send]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run gave."""

    lives_per_second: float
    p50_ms: float
    p95_ms: float


@dataclass(slots=True)
class _Sides:
    """The runs of ours and of the bare workflow."""

    ours: list[Run] = field(default_factory=list)
    bare: list[Run] = field(default_factory=list)

    def compared(self, name: str, unit: str, budget: Budget | None, of: Callable[[Run], float]) -> Comparison:
        """Compare the medians."""
        ours, bare = (median(of(run) for run in runs) for runs in (self.ours, self.bare))
        return Comparison(name=name, unit=unit, ours=ours, bare=bare, budget=budget)


class Failed(Exception):  # noqa: N818 - it says that the benchmark failed, and has no other use
    """A command was not carried out: what was measured means nothing."""


async def measure(house: House, progress: Callable[[str], None], *, quick: bool) -> list[Measured]:
    """Measure ours and the bare workflow by turns, alone and in a crowd."""
    lives, runs, crowd = (4, 1, 2) if quick else (LIVES, RUNS, CROWD)
    alone, crowded = _Sides(), _Sides()
    # Both workers run all the time, so that neither has to warm up; the one that is not measured only waits.
    async with installation(house, "lives") as place, place.worker, place.bare:
        ours, bare = _ours(place), _bare(house.client, place.bare)
        for live in (ours, bare):
            await _run(live, lives=min(lives, _WARM_UP), at_once=min(crowd, _WARM_UP))
        for turn in range(1, runs + 1):
            progress(
                f"{lives} lives of {_COMMANDS} commands, one of ours and one bare by turns, turn {turn} of {runs} …"
            )
            await _by_turns(ours, bare, alone, lives=lives)
            progress(f"{lives} lives of {_COMMANDS} commands, {crowd} at once, turn {turn} of {runs} …")
            crowded.ours.append(await _run(ours, lives=lives, at_once=crowd))
            crowded.bare.append(await _run(bare, lives=lives, at_once=crowd))
    return _compared(alone, crowded)


def _ours(place: Installation) -> Live:
    """Return lives of a grant case, each command through the door."""
    numbers = count(1)

    def live() -> Iterator[Send]:
        case_id = uuid4()
        for said in whole_life(place.round_id, f"V-{next(numbers)}", LIVED_AT.date()):
            yield partial(_asked, place.door, case_id, uuid4(), said)

    return live


async def _asked(door: Door, case_id: UUID, command_id: UUID, said: Said) -> bool:
    answer = await door.ask(case_id, command_id, said.who, said.body, real_now=datetime.now(UTC))
    if answer.outcome is Outcome.REFUSED:
        raise Failed(f"{said.body.__class__.__name__}: {answer.detail}")
    return answer.outcome is Outcome.DONE


def _bare(client: Client, worker: Worker) -> Live:
    """Return lives of the bare workflow, with as many Updates, each by the same call as the door's."""

    def live() -> Iterator[Send]:
        workflow_id = f"bare-{uuid4()}"
        for _ in range(_COMMANDS):
            yield partial(bare_update, client, worker.task_queue, workflow_id, str(uuid4()), _COMMANDS)

    return live


async def bare_update(
    client: Client, task_queue: str, workflow_id: str, update_id: str, updates: int
) -> bool:
    """Send one Update to a bare workflow of *updates* Updates, which is started where it does not run; say whether it was answered."""
    start: WithStartWorkflowOperation[Any, Any] = WithStartWorkflowOperation(
        BARE,
        updates,
        id=workflow_id,
        task_queue=task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
        static_summary="bare",
    )
    try:
        await client.execute_update_with_start_workflow(
            CARRY_OUT, update_id, start_workflow_operation=start, id=update_id, rpc_timeout=PATIENCE
        )
    except (RPCError, WorkflowUpdateRPCTimeoutOrCancelledError):
        await asyncio.gather(start.workflow_handle(), return_exceptions=True)
        return False
    return True


async def _by_turns(ours: Live, bare: Live, sides: _Sides, *, lives: int) -> None:
    """Live *lives* lives of each, alone: one of ours, one bare, so that a machine that slows down does so for both."""
    took_ours: list[float] = []
    took_bare: list[float] = []
    for _ in range(lives):
        await _live(ours, took_ours)
        await _live(bare, took_bare)
    for took, runs in ((took_ours, sides.ours), (took_bare, sides.bare)):
        runs.append(_run_of(took, lives=lives, seconds=sum(took)))


async def _run(live: Live, *, lives: int, at_once: int) -> Run:
    """Live *lives* lives, *at_once* at a time."""
    took: list[float] = []
    waiting = iter(range(lives))

    async def one_after_another() -> None:
        for _ in waiting:
            await _live(live, took)

    started = perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(one_after_another())
    return _run_of(took, lives=lives, seconds=perf_counter() - started)


async def _live(live: Live, took: list[float]) -> None:
    """Live one life; add the seconds that each command took to *took*."""
    for send in live():
        began = perf_counter()
        await _answered(send)
        took.append(perf_counter() - began)


def _run_of(took: list[float], *, lives: int, seconds: float) -> Run:
    cuts = quantiles((one * 1000 for one in took), n=100)
    return Run(lives_per_second=lives / seconds, p50_ms=cuts[49], p95_ms=cuts[94])


async def _answered(send: Send) -> None:
    """Send until it is answered. What was received and not carried out yet is sent again, as a person would.

    That happens, to both sides, when the machine has so much else to do that the engine loses a task.
    """
    for _ in range(_TRIES):
        if await send():
            return
    raise Failed(f"not answered in {_TRIES} tries")


def _compared(alone: _Sides, crowded: _Sides) -> list[Measured]:
    return [
        crowded.compared("crowd_lives", "lives/s", _LIVES_RATIO, lambda run: run.lives_per_second),
        alone.compared("alone_p50", "ms", _ALONE_RATIO, lambda run: run.p50_ms),
        crowded.compared("crowd_p95", "ms", _CROWD_RATIO, lambda run: run.p95_ms),
        alone.compared("alone_lives", "lives/s", None, lambda run: run.lives_per_second),
        alone.compared("alone_p95", "ms", None, lambda run: run.p95_ms),
        crowded.compared("crowd_p50", "ms", None, lambda run: run.p50_ms),
    ]
