"""How workflows call their activities: timeouts and retries in one place, and a readable line in Temporal's own pages."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError
from temporalio.exceptions import TimeoutError as TookTooLongError

with workflow.unsafe.imports_passed_through():
    from domain.engine import RECORD_FAILED

#: ``record`` itself tries in place for some seconds (``activities.trying``) and is not called again for that. It is cut
#: short of the eight seconds after which a workflow task must show that it lives: three events each time …
_IN_PLACE: Final = timedelta(seconds=7.5)
_ONCE: Final = RetryPolicy(maximum_attempts=1)

#: … but by timers that grow to a minute: an outage of hours must not flood the history.
_PAUSES: Final = (5, 15, 30, 60)

#: What the program itself cannot do is tried again this seldom: a new build may mend it.
SELDOM: Final = timedelta(minutes=15)


async def persistently(
    name: str, given: Callable[[], object], result_type: type[Any] | None, summary: str
) -> Any:
    """Call the local activity *name* until it answers, however long the database is away.

    Args:
        name: The activity.
        given: Makes its one argument anew for each try: it bears the time, and an outage may have lain between.
        result_type: What it returns.
        summary: One line for people who watch the workflow.

    Raises:
        ApplicationError: ``record_failed``, where the program itself failed, and no second try mends it.
    """
    failures = 0
    while True:
        try:
            return await _once(name, given(), result_type, summary)
        # What a local activity raises comes bare. A timeout comes as an ActivityError while it happens, and bare when the
        # run is replayed (temporalio 1.35): whoever tells the two apart is stranded by the replay.
        except (ApplicationError, ActivityError, TookTooLongError) as error:
            if isinstance(error, ApplicationError) and error.type == RECORD_FAILED:
                raise
            pause = _PAUSES[min(failures, len(_PAUSES) - 1)]
            failures += 1
            await asyncio.sleep(pause)


async def _once(name: str, given: object, result_type: type[Any] | None, summary: str) -> Any:
    return await workflow.execute_local_activity(
        name,
        given,
        result_type=result_type,
        start_to_close_timeout=_IN_PLACE,
        retry_policy=_ONCE,
        summary=summary,
    )
