"""How long something holds in a register: from a day to a day, both included, on the Norwegian calendar."""

from datetime import date


def holds_on(day: date, first_day: date | None, last_day: date | None) -> bool:
    """Say whether what began on *first_day* and ends with *last_day* holds on *day*; None is open."""
    return (first_day is None or first_day <= day) and (last_day is None or day <= last_day)
