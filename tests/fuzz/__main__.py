"""`python -m tests.fuzz`: ask the API everything, in the name of each kind of role; exit 1 where an answer is not as described."""

import argparse
import asyncio
import logging
import secrets
import sys
import tempfile
from pathlib import Path

import structlog
from rich.console import Console
from rich.table import Table

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from storage.verify import verify
from tests.fuzz.asking import ASKERS, PHASES, Asked, ask, open_service


async def _run(examples: int, seed: int, console: Console) -> list[Asked]:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        async with (
            EmbeddedPostgres(folder / "postgres", log_file=folder / "postgres.log") as postgres,
            DevServer(folder / "temporal.db", log_file=folder / "temporal.log") as temporal,
            open_service(postgres, temporal) as (service, address),
        ):
            found = []
            for role, unit, case_no in ASKERS:
                console.print(f"{role} about {case_no} …", style="dim", highlight=False)
                asked = await ask(
                    service, address, role, unit, case_no, examples=examples, seed=seed, phases=PHASES
                )
                console.print(asked.failures, highlight=False, markup=False, end="")
                found.append(asked)
            async with service.stage.database.engine.connect() as conn:
                if problems := await verify(conn):
                    console.print("The record is not whole any more:", *problems, sep="\n")
                    sys.exit(1)
            return found


def main() -> int:
    """Ask; tell what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=25, help="for each operation and phase (25)")
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(2**31), help="the same asks the same again"
    )
    given = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    console = Console()
    found = asyncio.run(_run(given.examples, given.seed, console))
    table = Table("Asked as", "Operations", "Requests", "Not as described")
    for one in found:
        table.add_row(one.role, str(one.operations), str(one.cases), "yes" if one.failures else "none")
    console.print(table)
    console.print(f"{sum(one.cases for one in found)} requests, seed {given.seed}", highlight=False)
    return 1 if any(one.failures or not one.cases for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
