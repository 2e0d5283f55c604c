"""Another use of the money than the application said: asked by the municipality, answered by a leader (T41).

What was granted, its frame and its duties stay as they are: a change of those is a reversal (T40).
"""

from domain import commands as c
from domain import events as e
from domain.authority import check_impartial
from domain.changes import Change
from domain.decisions.context import Context
from domain.refusal import Refused


def ask_change(ctx: Context[c.AskChange]) -> list[e.Event]:
    """Take the municipality's request, one at a time (T41)."""
    if not ctx.case.may_be_changed or ctx.case.open_change is not None:
        raise ctx.not_now("T41")
    asked = e.ChangeAsked(
        number=ctx.case.changes + 1, change=ctx.body.change, attachments=ctx.body.attachments, by=ctx.by
    )
    return [asked]


def approve_change(ctx: Context[c.ApproveChange]) -> list[e.Event]:
    """Let the money be used so (T41)."""
    return [e.ChangeApproved(number=_open(ctx).number, note=ctx.body.note, by=ctx.by)]


def decline_change(ctx: Context[c.DeclineChange]) -> list[e.Event]:
    """Answer no, with a reason (T41)."""
    return [e.ChangeDeclined(number=_open(ctx).number, reason=ctx.body.reason, by=ctx.by)]


def _open(ctx: Context[c.Body]) -> Change:
    asked = ctx.case.open_change
    if asked is None:
        raise Refused("no_change_asked", "T41")
    check_impartial(ctx.case, ctx.actor, declared=True)
    return asked
