"""A finished case is taken up again, because a finding came after its end (T42, E44)."""

from domain import commands as c
from domain import events as e
from domain.decisions.context import Context
from domain.lifecycle import Move


def reopen(ctx: Context[c.Reopen]) -> list[e.Event]:
    """Reopen a case that had come to its end; the letters that were sent stay as they are."""
    ctx.need(Move.REOPEN, "T42")
    if not ctx.case.may_be_reopened:
        # Audited, with a claim or a dispute still open: there is nothing to take up again.
        raise ctx.not_now("T42")
    return [
        e.Reopened(
            number=ctx.case.reopenings + 1,
            reason=ctx.body.reason,
            source=ctx.body.source,
            from_stage=ctx.case.stage.value,
            by=ctx.by,
        )
    ]
