"""Gives an empty local installation a morning at work, through its own worker: ``python -m cli.demonstration.populate``.

What stands in the database afterwards was done by the same doors as everything else, and its clock was moved by the
demonstration's conductor. A database that holds anything at all is left as it is, and a real installation always.
"""

import asyncio
import os
import sys
from collections.abc import Mapping
from itertools import product
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from activities.door import Door
from activities.register import Register
from cli.demonstration.calls import ALLOCATIONS
from cli.demonstration.conductor import Conductor, ConductorStuckError
from cli.demonstration.house import House
from cli.demonstration.language import moments
from cli.demonstration.morning import MORNING, script
from cli.demonstration.performance import Performance, stamped
from deploy.local.home import Home
from domain.actors import Actor
from domain.officework.yearly import DoYearlyDuty
from storage.engine import create_engine
from storage.office_duties import load_duties
from storage.tables import inbox, installation
from workflows.sandbox import CONVERTER

_POOL: Final = 20


async def populate(environ: Mapping[str, str]) -> int:
    """Let the cases live until the morning; return how many acts were done.

    Raises:
        ConductorStuckError: The lives did not go as written; what did not is named.
    """
    engine = create_engine(environ["DATABASE_URL"], pool_size=_POOL, application_name="saksgang-demo")
    try:
        if not await _may_be_filled(engine):
            return 0
        client = await Client.connect(environ["TEMPORAL_ADDRESS"], data_converter=CONVERTER)
        built = House(
            home=Home.from_environment(), engine=engine, door=Door(engine, client), register=Register(engine)
        )
        return await live_until_morning(built)
    finally:
        await engine.dispose()


async def live_until_morning(house: House) -> int:
    """Perform the morning's script in *house*; return how many acts were done.

    Raises:
        ConductorStuckError: The lives did not go as written; what did not is named.
    """
    conductor = Conductor(house.engine, house.door)
    performance = Performance(house, conductor, lambda _at, _done: None)
    await performance.perform(moments(script()), MORNING.date())
    await conductor.advance_to(MORNING)
    await _leave_no_old_duty(house.register)
    problems = [f"{key}: {what}" for key, lived in performance.lived.items() for what in lived.problems]
    if problems:
        raise ConductorStuckError("; ".join(problems))
    return performance.acts


async def _leave_no_old_duty(register: Register) -> None:
    """Say that the offices have done what each year asked of them: nobody comes to a desk that was left for years."""
    for (office, year), (key, duty) in product(
        sorted({(one.mandate.office, one.mandate.grant_year) for one in ALLOCATIONS}),
        load_duties().yearly.items(),
    ):
        if not duty.is_of(office, year) or duty.last_day(year) >= MORNING.date():
            continue
        who = Actor(subject=f"{duty.role.value}@{office}", role=duty.role, unit=office, asserted=True)
        done = DoYearlyDuty(office=office, year=year, duty=key, done_on=duty.last_day(year))
        await register.change_yearly(stamped(who, f"{key.value} {office} {year}"), done)


async def _may_be_filled(engine: AsyncEngine) -> bool:
    async with engine.connect() as conn:
        kind = await conn.scalar(select(installation.c.kind))
        return kind == "local" and (await conn.scalar(select(inbox.c.command_id).limit(1))) is None


def main() -> None:
    """Fill the installation that the environment names."""
    try:
        print(f"{asyncio.run(populate(os.environ))} acts")  # noqa: T201 - the supervisor keeps it in a log
    except ConductorStuckError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
