"""Applications checked without being sent: one after the program has started, and ten thousand with a bar that moves."""

import asyncio
import io
import json
import os
import pty
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from rich.console import Console

from benchmarks.figures import Budget, Figure, Measured
from benchmarks.house import House
from cli.checking import check_applications
from cli.environment import Environment
from cli.session import Session
from letters.formats import Language

FILES: Final = 10_000

_ONE: Final = Budget(limit=20)
_A_MINUTE: Final = Budget(limit=10_000, at_least=True)
_TIMES: Final = 20

#: Whole applications of both strands and three years, and one that lacks something.
_EXAMPLES: Final = Path(__file__).resolve().parents[1] / "examples"

_BAR: Final = re.compile(rb"(\d+)/\d+")


async def measure(house: House, progress: Callable[[str], None], *, quick: bool) -> list[Measured]:
    """Check each example again and again, then a folder full of them as a person would."""
    del house  # A check needs no server.
    files = 100 if quick else FILES
    examples = sorted(_EXAMPLES.glob("application-*.json"))
    progress(f"{len(examples)} applications are checked one by one …")
    first = await _milliseconds(examples[0])
    slowest = max([await _usual(path) for path in examples])
    with tempfile.TemporaryDirectory(prefix="saksgang-check-") as folder:
        _fill(Path(folder), examples, files)
        progress(f"{files} applications are checked in one go …")
        seconds, shown = await asyncio.to_thread(_in_bulk, Path(folder))
    return [
        Figure(name="check_first", value=first, unit="ms"),
        Figure(name="check_one", value=slowest, unit="ms", budget=_ONE),
        Figure(name="check_bar", value=shown, unit="files", budget=Budget(limit=files, at_least=True)),
        Figure(name="check_bulk", value=files / seconds * 60, unit="files/min", budget=_A_MINUTE),
    ]


async def _usual(path: Path) -> float:
    return median([await _milliseconds(path) for _ in range(_TIMES)])


async def _milliseconds(path: Path) -> float:
    """Check one application, with its answer in words, and return how long it took (ms)."""
    out, err = Console(file=io.StringIO()), Console(file=io.StringIO())
    session = Session(
        environment=Environment.of_process(), language=Language.NB, as_json=False, out=out, err=err
    )
    began = perf_counter()
    await check_applications(session, [path], None)
    return (perf_counter() - began) * 1000


def _fill(folder: Path, examples: list[Path], files: int) -> None:
    """Write *files* applications, no two of them alike."""
    whole = [json.loads(path.read_text("utf-8")) for path in examples]
    for number in range(files):
        form = whole[number % len(whole)]
        form["project"]["title"] = f"Prosjekt nummer {number}"
        (folder / f"{number:05}.json").write_text(json.dumps(form), "utf-8")


def _in_bulk(folder: Path) -> tuple[float, int]:
    """Check *folder* in a process with a terminal; return how long it took from its start (s), and how far its bar came."""
    terminal, theirs = pty.openpty()
    command = (sys.executable, "-m", "cli.main", "check", str(folder))
    began = perf_counter()
    files = [(os.POSIX_SPAWN_DUP2, theirs, 2), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(
        sys.executable, command, {**os.environ, "TERM": "xterm", "COLUMNS": "100"}, file_actions=files
    )
    os.close(theirs)
    drawn = _read_to_end(terminal)
    os.waitpid(process, 0)
    counted = [int(number) for number in _BAR.findall(drawn)]
    return perf_counter() - began, max(counted, default=0)


def _read_to_end(terminal: int) -> bytes:
    drawn = b""
    try:
        while chunk := os.read(terminal, 65_536):
            drawn += chunk
    except OSError:  # Linux says so when the other end of a terminal is closed.
        pass
    os.close(terminal)
    return drawn
