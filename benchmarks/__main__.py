"""`python -m benchmarks`: measure, show it side by side, store it, and say whether the budgets hold."""

import argparse
import atexit
import logging
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import structlog
import uvloop
from rich.console import Console

from activities.memory import settle_memory
from benchmarks import check, lists, lives, new_year
from benchmarks.figures import Measured, broken, tables, write_json
from benchmarks.house import House, house
from benchmarks.machine import machine
from deploy.local.home import home_of

# A thread of the SDK may still need the interpreter while it ends (temporalio/sdk-python#300).
atexit.register(time.sleep, 0.05)

_Part: TypeAlias = Callable[..., Awaitable[list[Measured]]]

_PARTS: Final[dict[str, _Part]] = {
    "lives": lives.measure,
    "new-year": new_year.measure,
    "lists": lists.measure,
    "check": check.measure,
}


async def _measure(parts: Sequence[str], console: Console, *, quick: bool) -> list[Measured]:
    folder = home_of(os.environ)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Beside a real installation, so that both lie on the same disk.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=folder) as made:
        async with house(Path(made)) as place:
            for what, value in (await machine(place)).items():
                console.print(f"[dim]{what:>12}[/]  {value}", highlight=False, soft_wrap=True)
            settle_memory()
            return [one for part in parts for one in await _part(part, place, console, quick=quick)]


async def _part(part: str, place: House, console: Console, *, quick: bool) -> list[Measured]:
    def progress(what: str) -> None:
        console.print(what, style="dim", highlight=False)

    return await _PARTS[part](place, progress, quick=quick)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, help="where the figures are stored (.saksgang/bench.json)")
    parser.add_argument("--quick", action="store_true", help="tiny: does it run? No budget is held to")
    parser.add_argument("--only", action="append", choices=_PARTS, help="a part; may be given more than once")
    return parser.parse_args()


def main() -> int:
    """Run the parts asked for; return 1 when a budget does not hold."""
    given = _arguments()
    # A line for every refused command or reloaded case would be measured too.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    console = Console()
    measured = uvloop.run(_measure(given.only or list(_PARTS), console, quick=given.quick))
    console.print(tables(measured))
    path: Path = given.json or home_of(os.environ) / "bench.json"
    write_json(path, measured)
    console.print(f"Stored in {path}.", style="dim", highlight=False)
    if given.quick:
        console.print("Quick: these figures say that it runs, and nothing more.")
        return 0
    for figure in broken(measured):
        console.print(
            f"[red]Not held:[/] {figure.name} is {figure.value:.2f} {figure.unit}; {figure.budget}."
        )
    return 1 if broken(measured) else 0


if __name__ == "__main__":
    sys.exit(main())
