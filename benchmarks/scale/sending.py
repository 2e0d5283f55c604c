"""Applications sent by ten people at once, beside a bare workflow that is started and updated by the same call."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final
from uuid import UUID, uuid4

from temporalio.client import Client

from activities.door import Door, Outcome
from activities.register import Register
from benchmarks.figures import Budget
from benchmarks.house import engine_of_server, set_clock
from benchmarks.life import LIVED_AT, application, open_round, signatory
from benchmarks.lives import Send, bare_update
from benchmarks.scale.told import Pair
from deploy.local.credentials import OWNER_ROLE
from deploy.local.postgres import DATABASE, EmbeddedPostgres
from deploy.local.processes import Child
from deploy.local.temporal import DevServer
from domain import commands as c
from storage.migrate import upgrade
from workflows.sandbox import CONVERTER

_PEOPLE: Final = 10
_APPLICATIONS: Final = 300
_WARM_UP: Final = 20
_QUEUE: Final = "scale"
_TRIES: Final = 6

_P50: Final = Budget(limit=390)
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What one run gave, and how much of the machine's processors each part of it took (0 to 100)."""

    per_second: float
    p50_ms: float
    load: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _House:
    """The servers, and what is sent to them."""

    folder: Path
    postgres: EmbeddedPostgres
    temporal: DevServer
    client: Client
    ours: Callable[[], Send]
    bare: Callable[[], Send]

    @asynccontextmanager
    async def crew(self, size: int) -> AsyncIterator[list[Child]]:
        """Run *size* worker processes."""
        environ = {
            **os.environ,
            "DATABASE_URL": self.postgres.dsn(driver="postgresql"),
            "TEMPORAL_ADDRESS": self.temporal.address,
            "SAKSGANG_HOME": str(self.folder),
        }
        command = [sys.executable, "-m", "benchmarks.scale.crew", _QUEUE]
        crew = [
            Child(f"worker {n}", command, log_file=self.folder / "logs" / "crew.log", env=environ)
            for n in range(size)
        ]
        try:
            for child in crew:
                await child.start()
            yield crew
        finally:
            for child in crew:
                await child.stop()


async def measure(folder: Path, *, quick: bool) -> list[Pair]:
    """Send applications with one worker process and with two, by ten people and by more."""
    count, warm_up = (4, 2) if quick else (_APPLICATIONS, _WARM_UP)
    with tempfile.TemporaryDirectory(prefix="sending-", dir=folder) as made:
        async with _house(Path(made)) as house:
            found: dict[str, _Run] = {}
            for size in (1, 2):
                async with house.crew(size) as crew:
                    sent = partial(_run, house, crew)
                    await sent(house.ours, warm_up, _PEOPLE)
                    await sent(house.bare, warm_up, _PEOPLE)
                    found[f"{size}"] = await sent(house.ours, count, _PEOPLE)
                    found[f"{size}_bare"] = await sent(house.bare, count, _PEOPLE)
                    found[f"{size}_crowd"] = await sent(house.ours, count, 4 * _PEOPLE)
    return list(_told(found))


def _told(found: Mapping[str, _Run]) -> list[Pair]:
    engine = found["1_bare"].per_second
    # Twenty-five a second, or what the engine itself does in the same minutes where that is less.
    least = Budget(limit=min(25.0, engine), at_least=True)
    pairs = [
        _pair("sending_per_second", "applications/s", found["1"].per_second, least),
        _pair("sending_p50", "ms", found["1"].p50_ms, _P50),
        _pair("sending_engine_per_second", "starts/s", engine),
        _pair("sending_engine_p50", "ms", found["1_bare"].p50_ms),
        _pair("sending_two_workers_per_second", "applications/s", found["2"].per_second),
        _pair("sending_two_workers_p50", "ms", found["2"].p50_ms),
        _pair("sending_two_workers_engine_per_second", "starts/s", found["2_bare"].per_second),
        _pair("sending_40_people_per_second", "applications/s", found["1_crowd"].per_second),
        _pair("sending_40_people_two_workers_per_second", "applications/s", found["2_crowd"].per_second),
    ]
    return pairs + [
        _pair(f"sending_load_{part}", "% of the machine", load) for part, load in found["1"].load.items()
    ]


def _pair(name: str, unit: str, value: float, limit: Budget | None = None) -> Pair:
    return Pair(name=name, unit=unit, few=None, many=value, limit=limit, compared=False)


@asynccontextmanager
async def _house(folder: Path) -> AsyncIterator[_House]:
    logs = folder / "logs"
    async with AsyncExitStack() as stack:
        postgres = await stack.enter_async_context(
            EmbeddedPostgres(folder / "postgres", log_file=logs / "postgres.log")
        )
        temporal = await stack.enter_async_context(
            DevServer(folder / "temporal.db", log_file=logs / "temporal.log")
        )
        await upgrade(postgres.dsn(DATABASE, OWNER_ROLE, driver="postgresql"), kind="local")
        engine = await stack.enter_async_context(engine_of_server(postgres, DATABASE))
        await set_clock(engine, LIVED_AT)
        round_id = await open_round(Register(engine), datetime.now(UTC))
        client = await Client.connect(temporal.address, data_converter=CONVERTER)
        door = Door(engine, client, _QUEUE)
        yield _House(
            folder=folder,
            postgres=postgres,
            temporal=temporal,
            client=client,
            ours=lambda: partial(_applied, door, round_id, uuid4(), uuid4()),
            bare=lambda: partial(bare_update, client, f"bare-{_QUEUE}", f"bare-{uuid4()}", str(uuid4()), 1),
        )


async def _applied(door: Door, round_id: str, case_id: UUID, command_id: UUID) -> bool:
    """Send an application, or ask again for the answer to it: it is one command, however often it is sent."""
    body = c.Submit(round_id=round_id, application=application())
    answer = await door.ask(case_id, command_id, signatory(), body, real_now=datetime.now(UTC))
    if answer.outcome is Outcome.REFUSED:
        raise RuntimeError(f"refused: {answer.detail}")
    return answer.outcome is Outcome.DONE


async def _run(house: _House, crew: list[Child], made: Callable[[], Send], count: int, people: int) -> _Run:
    took: list[float] = []
    waiting = iter(range(count))

    async def person() -> None:
        for _ in waiting:
            send = made()
            began = perf_counter()
            for _try in range(_TRIES):
                if await send():
                    break
            took.append((perf_counter() - began) * 1000)

    before, began = _seconds(house, crew), perf_counter()
    await asyncio.gather(*(person() for _ in range(people)))
    seconds = perf_counter() - began
    spent = {part: after - before[part] for part, after in _seconds(house, crew).items()}
    whole = seconds * (os.cpu_count() or 1)
    return _Run(
        per_second=count / seconds,
        p50_ms=median(took),
        load={part: 100 * used / whole for part, used in spent.items()},
    )


def _seconds(house: _House, crew: list[Child]) -> dict[str, float]:
    """Return how many processor seconds each part has taken so far."""
    assert house.postgres.child is not None  # noqa: S101 - it runs
    assert house.temporal.child is not None  # noqa: S101 - it runs
    parts = {
        "postgres": [house.postgres.child.pid],
        "temporal": [house.temporal.child.pid],
        "workers": [child.pid for child in crew],
        "senders": [os.getpid()],
    }
    used = dict.fromkeys(parts, 0.0)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text(encoding="utf-8").partition(" (")
        except OSError:
            continue
        fields = rest.rpartition(") ")[2].split(" ")
        for part, own in parts.items():
            if int(pid) in own or (part == "postgres" and int(fields[1]) in own):
                used[part] += (int(fields[11]) + int(fields[12])) / _TICKS
    return used
