"""``saksgang demo``: three dozen applications live their whole lives in seconds, in a house of their own."""

import argparse
import asyncio
import json
import logging
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final, Self

import structlog
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from cli.demonstration import (
    judging,
    lives_by_year,
    lives_elsewhere,
    lives_innlandet,
    lives_nordland,
    lives_reconsidered,
    lives_vestland,
)
from cli.demonstration.calls import ALLOCATIONS, CALLS
from cli.demonstration.conductor import Conductor, ConductorStuckError
from cli.demonstration.house import house, temporary_folder
from cli.demonstration.language import Script, instant, moments
from cli.demonstration.lives_nordland import OVERDUE, OVERDUE_ON
from cli.demonstration.performance import Performance
from cli.demonstration.record import Record
from cli.demonstration.showing import as_json, show
from deploy.local.errors import LocalError
from domain.instants import FIRST_YEAR, LAST_YEAR, OSLO
from domain.refusal import Refused

_NOON: Final = "12:00"
_WIDE: Final = 160
_INTERRUPTED: Final = 130


def whole_script() -> Script:
    """Return everything that happens."""
    lives = (
        *lives_by_year.lives(),
        *lives_innlandet.lives(),
        *lives_vestland.lives(),
        *lives_nordland.lives(),
        *lives_elsewhere.lives(),
        *lives_reconsidered.lives(),
    )
    return Script(allocations=ALLOCATIONS, calls=CALLS, lives=lives)


def run_demo(json_output: bool = False, as_of: date | None = None, *, keep: bool = False) -> int:
    """Perform the whole demonstration, show what came of it, and return the exit status.

    Args:
        json_output: One JSON object on standard output, and nothing else.
        as_of: The day of the overdue list; the day on which a report has climbed to the leader when left out.
        keep: Leave the folder with the database, the messages and the payment orders; say where.

    Returns:
        0 when every case ended where it should, every planned refusal came, and the trail verifies; else 1.
    """
    errors = Console(stderr=True)
    try:
        record = asyncio.run(_demonstrate(as_of or OVERDUE_ON, errors, quiet=json_output, keep=keep))
    except (LocalError, ConductorStuckError, Refused) as error:
        errors.print(f"The demonstration stopped: {error}", style="red", markup=False)
        errors.print("With --keep its folder, logs and all, is left to look at.", style="dim")
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        errors.print("Stopped.")
        return _INTERRUPTED
    if json_output:
        json.dump(as_json(record), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        console = Console()
        show(record, console if console.is_terminal else Console(width=_WIDE))
    return 0 if record.holds else 1


async def _demonstrate(as_of: date, console: Console, *, quiet: bool, keep: bool) -> Record:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - asyncio.run made it
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    script = whole_script()
    plan = moments(script, instant(as_of.isoformat(), _NOON))
    async with AsyncExitStack() as stack:
        folder = await stack.enter_async_context(temporary_folder(keep=keep))
        stack.enter_context(_logging_to(folder / "logs" / "demo.log"))
        watch = stack.enter_context(_Watch(console, sum(moment.size for moment in plan), quiet=quiet))
        built = await stack.enter_async_context(house(folder, watch.say))
        watch.lap("start")
        conductor = Conductor(built.engine, built.door)
        performance = Performance(built, conductor, watch.progress)
        await performance.perform(plan, as_of)
        watch.lap("lives")
        watch.say("Checking …")
        await conductor.everything_sent()
        must_be_overdue = frozenset({OVERDUE} if as_of == OVERDUE_ON else {})
        record = await judging.record_of(built, script, performance, must_be_overdue)
        watch.lap("checks")
    watch.lap("stop")
    if keep:
        console.print(f"Kept: {folder}", style="dim", markup=False)
    return replace(record, seconds=watch.seconds)


class _Watch:
    """What a person sees while waiting: what is being started, then case time and a bar; and how long each took."""

    def __init__(self, console: Console, total: int, *, quiet: bool) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.monotonic()
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", style="bold"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("acts"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task("Starting …", total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def say(self, what: str) -> None:
        """Say what goes on."""
        self._bar.update(self._task, description=what)

    def progress(self, at: datetime, done: int) -> None:
        """Show the day of case time, and how far it has come."""
        self._bar.update(self._task, description=f"{at.astimezone(OSLO):%-d %b %Y}", completed=done)

    def lap(self, name: str) -> None:
        """Note how long it took since the last lap."""
        now = time.monotonic()
        self.seconds[name], self._since = now - self._since, now


@contextmanager
def _logging_to(file: Path) -> Iterator[None]:
    """Let the worker's log lie beside the servers' logs: the terminal shows what came of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.JSONRenderer()],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    logging.basicConfig(filename=file, level=logging.WARNING, force=True)
    try:
        yield
    finally:
        # Threads of the engine's library may have a last word when the folder is gone.
        logging.basicConfig(handlers=[logging.NullHandler()], force=True)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not a day, such as {OVERDUE_ON}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demonstration as a program of its own: ``python -m cli.demo``."""
    parser = argparse.ArgumentParser(prog="python -m cli.demo", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object, nothing else")
    parser.add_argument("--as-of", type=_day, metavar="DAY", help=f"day of the overdue list ({OVERDUE_ON})")
    parser.add_argument("--keep", action="store_true", help="keep the folder, and say where it is")
    given = parser.parse_args(arguments)
    return run_demo(given.json, given.as_of, keep=given.keep)


if __name__ == "__main__":
    sys.exit(main())
