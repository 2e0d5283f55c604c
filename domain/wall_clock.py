"""Minutes on the Norwegian clock, and the instants at which they begin."""

from datetime import UTC, datetime

from domain.instants import OSLO
from domain.problems import MistakeError


def instant_of(local: datetime) -> datetime:
    """Return the UTC instant at which the wall-clock minute *local* (naive) begins.

    Raises:
        MistakeError: ``left_out_minute``: in the night when summer time begins, an hour is left out.
    """
    found = local.replace(tzinfo=OSLO).astimezone(UTC)
    if found.astimezone(OSLO).replace(tzinfo=None) != local:
        raise MistakeError(
            "left_out_minute", "that minute is not on the Norwegian clock: summer time begins that night"
        )
    return found
