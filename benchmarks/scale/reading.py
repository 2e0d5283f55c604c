"""What the pages cost, through the web as it is, in one process: worklist, case, search, file, and the year's figures."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from benchmarks.figures import Budget
from benchmarks.scale.browser import Browser, log_in
from benchmarks.scale.lives import LONG
from benchmarks.scale.place import Place
from benchmarks.scale.told import Cost
from deploy.local import ports
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.processes import Child
from domain.actors import Actor, Role
from domain.networks.counting import overview
from storage.engine import create_engine
from storage.network_grants import grants_of

__all__ = ["Cost", "measure", "web"]

#: Whose pages are measured.
OFFICE: Final = "SFIN"
_YEAR: Final = 2026
_OFFICER: Final = Actor(subject=f"case_officer@{OFFICE}:5", role=Role.CASE_OFFICER, unit=OFFICE)
_AUDITOR: Final = Actor(subject="state_auditor@-", role=Role.STATE_AUDITOR, unit="-")

_ALONE: Final = Budget(limit=20)
_CROWD: Final = Budget(limit=80)
_CASE: Final = Budget(limit=50)
_SEARCH: Final = Budget(limit=100)
_FILE: Final = Budget(limit=5_000, at_least=True)
_FILE_MB: Final = Budget(limit=100)
_FIGURES: Final = Budget(limit=2_000)

_CROWD_SIZE: Final = 16
_FILE_ROWS: Final = 100_000
_TIMES: Final = 25

#: Filters that people use; the first ones are the views of the page.
_WORKLISTS: Final[Mapping[str, str]] = {
    "open": "",
    "mine": "vis=mine",
    "late": "vis=over",
    "ended": "vis=finished",
    "all": "vis=all",
    "stage": "stadium=awaiting_approval",
    "ended_at_stage": "vis=finished&stadium=closed",
    "year": "vis=all&ar=2026",
    "colleague": f"vis=all&saksbehandler=case_officer@{OFFICE}:7",
    "strand": "vis=all&ordning=leader",
    "narrow": "vis=finished&ar=2023&stadium=closed&ordning=learning",
    "rare": f"vis=finished&ar=2021&stadium=audited&saksbehandler=case_officer@{OFFICE}:7",
}
#: With few cases it shows no row, with many a whole page: the two are not compared.
_UNLIKE: Final = "rare"
_SEARCHES: Final[Mapping[str, str]] = {
    "municipality": "hamar",
    "misspelt": "kongsvingr",
    "network": "kongsvinger og hamar",
    "number": "2018-",
    "organisation": "970540008",
    "common_word": "tiltak",
    "amount": "400 000",
    "nothing": "xyzzyq",
}


@asynccontextmanager
async def web(dsn: str, log_file: Path, **environ: str) -> AsyncIterator[tuple[Child, int]]:
    """Run the web in a process of its own; give the process and its port."""
    port = ports.any_free()
    child = Child(
        "the web",
        [sys.executable, "-m", "benchmarks.scale.server", str(port)],
        log_file=log_file,
        env={**os.environ, "DATABASE_URL": dsn, **environ},
    )
    await child.start()

    async def answers() -> bool:
        try:
            _, writer = await asyncio.open_connection(ports.HOST, port)
        except OSError:
            return False
        writer.close()
        return True

    try:
        await child.ready(answers, seconds=60)
        yield child, port
    finally:
        await child.stop()


async def measure(place: Place, server: EmbeddedPostgres, *, quick: bool) -> dict[str, Cost]:
    """Ask for every page."""
    dsn = server.dsn(driver="postgresql")
    engine = create_engine(dsn, statement_timeout_ms=0, for_lists=True)
    times = 2 if quick else _TIMES
    async with web(dsn, place.folder / "logs" / "web.log") as (child, port):
        now = datetime.now(UTC)
        secrets = {who: (await log_in(engine, who, now))[0] for who in (_OFFICER, _AUDITOR)}
        found: dict[str, Cost] = {}
        async with Browser(port, secrets[_OFFICER]) as browser:
            for name, query in _WORKLISTS.items():
                cost = await _page(browser, f"/saker?{query}", times, _ALONE)
                found[f"worklist_{name}"] = replace(cost, grows=name != _UNLIKE)
            for name, words in _SEARCHES.items():
                found[f"search_{name}"] = await _page(browser, f"/saker?vis=all&q={words}", times, _SEARCH)
        found["worklist_16"] = await _crowd(port, secrets[_OFFICER], times)
        found["worklist_16_who_read"] = await _crowd(port, secrets[_OFFICER], 2 if quick else 8, pause=1.0)
        async with Browser(port, secrets[_AUDITOR]) as browser:
            for name in ("open", "ended", "all", "year"):
                path = f"/saker?{_WORKLISTS[name]}"
                found[f"country_{name}"] = await _page(browser, path, times, _ALONE)
            for name in ("municipality", "number"):
                path = f"/saker?vis=all&q={_SEARCHES[name]}"
                found[f"country_search_{name}"] = await _page(browser, path, times, _SEARCH)
            long = await _long_case(engine)
            found["case_500_events"] = await _page(browser, f"/saker/{long}", times, _CASE)
            found["history_500_events"] = await _page(browser, f"/saker/{long}/historikk", times, None)
            found |= await _file(browser, child, quick=quick)
    found["year_figures"] = await _figures(engine)
    await engine.dispose()
    return found


async def _page(browser: Browser, path: str, times: int, limit: Budget | None) -> Cost:
    address = path.replace(" ", "+")
    await browser.get(address)
    answers = [await browser.get(address) for _ in range(times)]
    return Cost(value=median(answer.server_ms for answer in answers), limit=limit)


async def _crowd(port: int, secret: str, times: int, *, pause: float = 0.0) -> Cost:
    """Let sixteen people turn pages, each in another view: as fast as they come, or with a *pause* (s) to read.

    Counted is the server's time, from a request's arrival in the application to its first byte.
    """
    paths = [f"/saker?{query}" for query in _WORKLISTS.values()]

    async def one(place: int) -> list[float]:
        took = []
        # They do not all begin at once.
        await asyncio.sleep(pause * place / _CROWD_SIZE)
        async with Browser(port, secret) as browser:
            for turn in range(times):
                took.append((await browser.get(paths[(place + turn) % len(paths)])).server_ms)
                await asyncio.sleep(pause)
        return took

    took = await asyncio.gather(*(one(place) for place in range(_CROWD_SIZE)))
    return Cost(value=median(ms for each in took for ms in each), limit=_CROWD)


async def _long_case(engine: AsyncEngine) -> str:
    query = text("SELECT case_no FROM case_head ORDER BY seq >= :long DESC, case_no LIMIT 1")
    async with engine.connect() as conn:
        return str(await conn.scalar(query, {"long": LONG}))


async def _file(browser: Browser, child: Child, *, quick: bool) -> dict[str, Cost]:
    """Take the file of one office's cases, all of them: a hundred thousand of a million."""
    path = f"/saker.csv?vis=all&embete={OFFICE}"
    if quick:
        path += "&ar=2026"
    before = _memory_mb(child.pid)
    began = perf_counter()
    answer = await browser.get(path)
    seconds = perf_counter() - began
    rows = answer.body.count(b"\r\n") - 1
    return {
        "file_rows": Cost(value=rows, unit="rows", grows=False),
        "file_rows_per_second": Cost(value=rows / seconds, unit="rows/s", limit=_FILE, grows=False),
        "file_memory": Cost(
            value=max(0.0, _memory_mb(child.pid) - before), unit="MB", limit=_FILE_MB, grows=False
        ),
    }


def _memory_mb(pid: int) -> float:
    """Return the most memory that a process has had, in megabytes."""
    # The leash stands before the program it started, with the same number.
    said = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in said.splitlines() if line.startswith("VmHWM")) / 1024


async def _figures(engine: AsyncEngine) -> Cost:
    """Count an office's networks of a year, over every grant it has ever made."""
    took = []
    for _ in range(3):
        async with engine.connect() as conn:
            began = perf_counter()
            overview(await grants_of(conn, OFFICE, _YEAR), _YEAR)
            took.append((perf_counter() - began) * 1000)
    return Cost(value=median(took), limit=_FIGURES, grows=False)
