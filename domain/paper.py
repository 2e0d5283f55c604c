"""What came on paper or by e-mail: from when it counts, and what an application can be stopped by (T04)."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from domain.checks import Finding
from domain.instants import end_of_day, local_day, start_of_day
from domain.problems import MistakeError
from domain.ruleset import Severity
from domain.wall_clock import instant_of

#: A day alone counts from its beginning: an unclear stamp is not to the municipality's harm.
OF_DAY: Final = time(0)


def arrived(local: datetime, now: datetime) -> datetime:
    """Return the instant (UTC) at which what is stamped *local* (naive, Norwegian wall clock) reached the office.

    Raises:
        MistakeError: ``left_out_minute`` when no clock in Norway has shown it, ``ahead`` when it has yet to come.
    """
    found = instant_of(local)
    if found > now:
        raise MistakeError("ahead", "that time lies ahead")
    return found


def came_on(day: date, now: datetime, happened: Iterable[datetime]) -> datetime | None:
    """Return from when (UTC) something counts that reached the office on *day*; None for today, which is from now on.

    A day counts from its beginning, but not before what had happened in the case that day: what it answers comes first.

    Args:
        day: The Norwegian day.
        now: The present (case time, UTC).
        happened: When each event of the case happened (UTC).

    Raises:
        MistakeError: ``ahead``, or ``before_case``: then there was no case yet.
    """
    today = local_day(now)
    if day > today:
        raise MistakeError("ahead", "that time lies ahead")
    before = [at for at in happened if at < end_of_day(day)]
    if not before:
        raise MistakeError("before_case", "there was no case yet")
    return None if day == today else max(start_of_day(day), *before)


def stopping(findings: Iterable[Finding], *, by_hand: bool) -> list[Finding]:
    """Return the *findings* that stop an application.

    A form can ask for what it lacks at once; what came on paper is received as it is, and returned for supplement.
    """
    return [] if by_hand else [found for found in findings if found.severity is Severity.ERROR]
