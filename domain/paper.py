"""An application that came on paper or by e-mail: from when it counts, and what it can be stopped by (T04)."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Final

from domain.checks import Finding
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


def stopping(findings: Iterable[Finding], *, by_hand: bool) -> list[Finding]:
    """Return the *findings* that stop an application.

    A form can ask for what it lacks at once; what came on paper is received as it is, and returned for supplement.
    """
    return [] if by_hand else [found for found in findings if found.severity is Severity.ERROR]
