"""How a transaction is tried: again at once after a lost race, again in place while the database comes back.

Where the program itself is wrong nothing is tried again: that would hold a case for ever. The tries are counted here and
not by Temporal: in temporalio 1.35 ``schedule_to_close_timeout`` does not end a local activity that fails fast and is
tried again, and each of its workflow-task heartbeats is three events in the history.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from temporalio.exceptions import ApplicationError

from domain.codec import UnknownEventError
from domain.engine import RECORD_FAILED
from domain.evolve import BrokenTrailError
from storage.constant import Connection, straight
from storage.record_sql import LocksNeededError, LostRaceError

T = TypeVar("T")
log = structlog.get_logger()

#: No new try begins after this. It is less than the eight seconds after which a workflow task must show that it lives.
IN_PLACE_SECONDS: Final = 6.0
_FIRST_PAUSE_SECONDS: Final = 0.1
_LONGEST_PAUSE_SECONDS: Final = 2.0

#: A lost race is tried again at once; the winner has committed.
_RACES: Final = 5

#: What no second try mends. The command stays in the inbox, and it is said aloud.
_PROGRAM_ERRORS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BrokenTrailError,
    LookupError,
    NameError,
    RecursionError,
    TypeError,
    UnknownEventError,
    ValueError,
)

#: Classes of SQLSTATE for a statement that is wrong however often it comes: data, constraint, syntax or rights, trigger.
_WRONG_STATEMENT: Final = frozenset({"22", "23", "42", "P0"})


async def transact(engine: AsyncEngine, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
    """Return what *work* makes of one transaction, trying for a few seconds where the database is away.

    Args:
        engine: The database.
        work: Is called anew for each try.

    Raises:
        ApplicationError: ``record_failed``, where no second try can help.
        Exception: what kept it from being done, when the time was over.
    """

    async def once() -> T:
        async with engine.begin() as conn:
            return await work(conn)

    return await _trying(once)


async def transact_lightly(engine: AsyncEngine, work: Callable[[Connection], Awaitable[T]]) -> T:
    """Return what ``transact`` does, for work that writes in one statement: that is whole without BEGIN and COMMIT around it.

    Where it turns out to need locks it is called again in a transaction.
    """

    async def once() -> T:
        try:
            async with straight(engine) as conn:
                return await work(conn)
        except LocksNeededError:
            async with engine.begin() as held:
                return await work(held)

    return await _trying(once)


async def _trying(once: Callable[[], Awaitable[T]]) -> T:
    clock = asyncio.get_running_loop().time
    give_up, pause, races = clock() + IN_PLACE_SECONDS, _FIRST_PAUSE_SECONDS, 0
    while True:
        try:
            return await once()
        except Exception as error:
            if isinstance(error, LostRaceError | IntegrityError) and races < _RACES:
                races += 1
                log.info("record_lost_race", attempt=races, error=type(error).__name__)
                await asyncio.sleep(0.01 * races)
                continue
            if _is_program_error(error):
                log.exception("record_failed")
                raise ApplicationError(
                    type(error).__name__, type=RECORD_FAILED, non_retryable=True
                ) from error
            if clock() + pause > give_up:
                raise
            log.info("record_tries_again", error=type(error).__name__, pause=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)


def _is_program_error(error: Exception) -> bool:
    if isinstance(error, DBAPIError):
        state = str(getattr(error.orig, "sqlstate", None) or "")
        return state[:2] in _WRONG_STATEMENT
    return isinstance(error, _PROGRAM_ERRORS)
