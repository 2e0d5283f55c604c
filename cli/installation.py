"""The installation itself: start it, migrate it, put its cases back to work, and set the clock of one that is one's own."""

import os
from datetime import datetime, time, timedelta

import asyncpg
import uvloop
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text
from sqlalchemy import text, update
from sqlalchemy.exc import SQLAlchemyError
from temporalio.client import Client

from activities.door import Door
from activities.reconcile import rebuild as rebuild_all
from cli import tables
from cli.environment import Environment
from cli.errors import AwayError, Phrase, Status, UnusableError
from cli.reads import newest_event, open_streams
from cli.session import Record, Session
from cli.wall_clock import minute
from deploy.local.banner import without_password
from deploy.local.credentials import SERVICE_ROLE
from deploy.local.errors import LocalError
from deploy.local.up import TEMPORAL_VARIABLES, Steps
from deploy.local.up import up as run_installation
from domain.problems import MistakeError, Problem
from domain.refusal import Refused
from domain.wall_clock import instant_of
from storage.engine import create_engine
from storage.migrate import offline_sql, upgrade
from storage.tables import installation
from workflows.standing import start_standing


async def up(session: Session, *, empty: bool = False) -> Status:
    """Run a local installation until it is told to stop; a new one begins with demo cases, unless *empty*."""
    steps = Steps(cases=None) if empty else Steps()
    try:
        await run_installation(session.environment.home, console=Console(), steps=steps)
    except LocalError as error:
        raise AwayError(*str(error).splitlines()) from error
    except MistakeError as error:
        raise UnusableError(Problem.of("", error)) from error
    return Status.DONE


def work(environment: Environment) -> None:
    """Run a worker in this process, in the foreground, until it is told to stop.

    Raises:
        AwayError: No database is named, or the engine does not answer.
    """
    import worker

    if not any(environment.environ.get(name) for name in TEMPORAL_VARIABLES):
        # Where our own installation runs, its engine may have had to take another port.
        os.environ["TEMPORAL_ADDRESS"] = environment.engine_address()
    try:
        uvloop.run(worker.main({**os.environ, "DATABASE_URL": environment.database_url()}))
    except RuntimeError as error:
        # So the SDK says that nobody listens where the engine should be.
        if "connect" not in str(error):
            raise
        raise AwayError(Phrase("engine-away")) from error
    except ValueError as error:
        # And so that another process serves its figures at the same address.
        if "Prometheus" not in str(error):
            raise
        raise AwayError(Phrase("metrics-taken")) from error


async def migrate(session: Session, *, sql: bool) -> Status:
    """Bring the database's tables to what this build needs, or print the SQL that would."""
    role = session.environment.environ.get("DATABASE_SERVICE_ROLE", SERVICE_ROLE)
    if sql:
        session.out.file.write(offline_sql(role))
        return Status.DONE
    url = session.environment.owner_url()
    address = without_password(url)
    try:
        await upgrade(url, role)
        revision = await _revision(url)
    except MistakeError as error:
        raise UnusableError(Problem.of("", error)) from error
    except (SQLAlchemyError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise AwayError(Phrase("database-away", {"address": address, "reason": reason})) from error
    session.say(
        {"outcome": "done", "database": address, "revision": revision},
        Text(f"✓ {session.word('migrated', address=address, revision=revision)}", style="bold"),
    )
    return Status.DONE


async def rebuild(session: Session) -> Status:
    """Give every open case and round its workflow again, and send every command that waits."""
    async with session.record(patient=True) as record:
        client = await _engine(session)
        await start_standing(client, session.environment.task_queue)
        done = await _tell_all(session, record, client)
    session.say(
        {"outcome": "done", "streams": done}, Text(f"✓ {session.word('rebuilt', streams=done)}", style="bold")
    )
    return Status.DONE


async def show_clock(session: Session) -> Status:
    """Answer what time it is in the cases."""
    async with session.record() as record:
        now = session.now(record)
    shape = {"case_time": now, "shift_seconds": record.shift.total_seconds(), "kind": record.kind}
    key = "clock-shifted" if record.shift else "clock-real"
    session.say(shape, session.word(key, when=tables.clock(session.language, now)))
    return Status.DONE


async def set_clock(session: Session, given: str) -> Status:
    """Move case time to a Norwegian minute and let every case handle what fell due; on a local installation only."""
    try:
        target = instant_of(minute(given, of_day=time(8)))
    except MistakeError as error:
        raise UnusableError(Problem.of("--at", error)) from None
    async with session.record() as record:
        if not record.is_local:
            raise Refused("clock_of_real_installation", "ARCHITECTURE")
        await _check_forward(session, record, target)
        shift = target - session.environment.now()
        values = {"clock_shift_us": shift // timedelta(microseconds=1), "spread_seconds": 0}
        async with record.engine.begin() as conn:
            await conn.execute(update(installation).values(values))
        client = await session.environment.engine_client()
        if client is not None:
            await _tell_all(session, record, client)
    shape = {"outcome": "done", "case_time": target, "told": client is not None}
    said = session.word("clock-set", when=tables.clock(session.language, target))
    later = [] if client is not None else [session.word("round-later")]
    session.say(shape, Text(f"✓ {said}", style="bold"), *later)
    return Status.DONE


async def _check_forward(session: Session, record: Record, target: datetime) -> None:
    """Refuse to go back behind what has happened: the trail is in order of time."""
    async with record.engine.connect() as conn:
        newest = await newest_event(conn)
    if newest is not None and target < newest:
        when = tables.clock(session.language, newest)
        raise UnusableError(Phrase("clock-back", {"when": when}))


async def _engine(session: Session) -> Client:
    client = await session.environment.engine_client()
    if client is None:
        raise AwayError(Phrase("engine-away"))
    return client


async def _tell_all(session: Session, record: Record, client: Client) -> int:
    """Start or nudge the workflow of every open case and round, showing how far it has come."""
    async with record.engine.connect() as conn:
        total = await open_streams(conn)
    door = Door(record.engine, client, session.environment.task_queue)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    hidden = session.as_json or not session.err.is_terminal
    with Progress(*columns, console=session.err, transient=True, disable=hidden) as bar:
        task = bar.add_task(session.word("rebuilding"), total=total)
        return await rebuild_all(record.engine, door, lambda done: bar.update(task, completed=done))


async def _revision(url: str) -> str:
    engine = create_engine(url, pool_size=1, application_name="saksgang-cli")
    try:
        async with engine.connect() as conn:
            return str(await conn.scalar(text("select version_num from alembic_version")))
    finally:
        await engine.dispose()
