"""`python -m benchmarks.scale`: fill a database with a thousand cases, then a million, and measure the service on both."""

import argparse
import asyncio
import atexit
import logging
import os
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import structlog
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from benchmarks.figures import write_json
from benchmarks.scale import reading, sending
from benchmarks.scale.filling import Stage, stages
from benchmarks.scale.place import Place
from benchmarks.scale.told import Pair, told
from deploy.local.home import home_of

# A thread of the SDK may still need the interpreter while it ends (temporalio/sdk-python#300).
atexit.register(time.sleep, 0.05)

_WIDE: Final = 120
_FEW: Final = 1_000
_MANY: Final = 1_000_000
_BAR: Final = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
    TimeRemainingColumn(),
)


async def _filled(place: Place, stage: Stage, console: Console, *, quick: bool) -> None:
    with Progress(*_BAR, console=console) as bar:
        task = bar.add_task(f"Cases {stage.first:,} to {stage.last:,}", total=stage.last - stage.first + 1)
        await place.filled(
            stage,
            lambda what: bar.console.print(what, style="dim"),
            lambda done: bar.update(task, completed=done),
            quick=quick,
        )


async def _measured(given: argparse.Namespace, console: Console) -> list[Pair]:
    """Fill and measure, first few cases and then many, each in a folder of its own."""
    found: dict[str, Mapping[str, reading.Cost]] = {}
    sizes = {"few": min(_FEW, given.cases // 2), "many": given.cases}
    for name, cases in sizes.items():
        place = Place(folder=given.folder / name)
        if not given.measure_only:
            place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _share_lives(given.folder / "lives.json", place.lives)
            # The few are all at the office whose pages are measured.
            for stage in stages(cases, office=reading.OFFICE if name == "few" else None):
                await _filled(place, stage, console, quick=given.quick)
            _share_lives(place.lives, given.folder / "lives.json")
        console.print(f"The pages over {cases:,} cases …", style="dim", highlight=False)
        async with place.server() as server:
            await place.bring_up_to_date(server)
            found[name] = await reading.measure(place, server, quick=given.quick)
    pairs = [Pair.of(one, found["few"][one], cost) for one, cost in found["many"].items()]
    if not given.no_sending:
        console.print("Applications are sent …", style="dim")
        pairs += await sending.measure(given.folder, quick=given.quick)
    return pairs


def _share_lives(there: Path, here: Path) -> None:
    """Let both databases be filled with the same lives; they are lived once."""
    if there.exists() and not here.exists():
        shutil.copyfile(there, here)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--cases", type=int, default=_MANY, help=f"how many are many ({_MANY:,})")
    parser.add_argument("--folder", type=Path, help="where the filled databases are kept (.saksgang/scale)")
    parser.add_argument("--json", type=Path, help="where the figures are stored (scale.json in the folder)")
    parser.add_argument("--measure-only", action="store_true", help="on what was filled before")
    parser.add_argument("--no-sending", action="store_true", help="without the applications that are sent")
    parser.add_argument("--quick", action="store_true", help="tiny: does it run? No limit is held to")
    given = parser.parse_args()
    given.folder = (given.folder or home_of(os.environ) / "scale").absolute()
    return given


def main() -> int:
    """Fill, measure and tell; return 1 when a limit does not hold."""
    given = _arguments()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    pairs = asyncio.run(_measured(given, console))
    console.print(told(pairs))
    figures = [figure for pair in pairs for figure in pair.figures()]
    write_json(given.json or given.folder / "scale.json", figures)
    if given.quick:
        console.print("Quick: these figures say that it runs, and nothing more.")
        return 0
    return 1 if any(figure.holds is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
