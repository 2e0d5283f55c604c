"""Until when a decision can be appealed: three weeks from receipt, never ending on a day off (fvl. § 29, L-23, L-29)."""

from datetime import date, timedelta
from typing import Final

from domain.workdays import on_or_after

#: Forvaltningsloven § 29: three weeks from when the notice reached the party.
_APPEAL_PERIOD: Final = timedelta(weeks=3)


def appeal_due(received: date) -> date:
    """Return the last day for an appeal against a decision that was *received* that day.

    A deadline that ends on a Saturday, a Sunday or a public holiday ends on the next working day (domstolloven § 149).
    """
    return on_or_after(received + _APPEAL_PERIOD)
