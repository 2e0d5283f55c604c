"""A person reminds the municipality of what it is to do, beside the reminders of the clocks (T20)."""

from typing import Final

from domain import commands as c
from domain import events as e
from domain.clocks import running_clocks
from domain.decisions.context import Context
from domain.refusal import Refused
from domain.ruleset import Clock

#: Where the municipality is to answer, deliver or pay.
ASKED: Final = frozenset(
    {Clock.SUPPLEMENT, Clock.ACCEPTANCE, Clock.USE_QUESTION, Clock.REPORT, Clock.AUDIT, Clock.CLAIM}
)


def remind(ctx: Context[c.Remind]) -> list[e.Event]:
    """Remind of what the municipality has the shortest time for, or is latest with; at most once a day."""
    waits = [one for one in running_clocks(ctx.case, ctx.rules) if one.clock in ASKED]
    if not waits:
        raise Refused("nothing_to_remind_of", "T20")
    if ctx.case.reminded_on == ctx.today:
        raise Refused("reminded_today", "T20")
    first = min(waits, key=lambda one: (one.deadline, one.name))
    return [e.Reminded(clock=first.name, deadline=first.deadline, by=ctx.by)]
