"""A case goes over to another office, or another municipality takes the host's place (T43, E23, E24)."""

from domain import commands as c
from domain import events as e
from domain.decisions.context import Context
from domain.refusal import Refused


def ask_transfer(ctx: Context[c.AskTransfer]) -> list[e.Event]:
    """Ask another office, one at a time; the case stays here until it agrees (T43)."""
    _need_free(ctx)
    if ctx.body.office == ctx.case.office:
        raise Refused("already_there", "T43", office=ctx.body.office)
    if ctx.case.transfer_to is not None:
        raise ctx.not_now("T43")
    return [e.TransferAsked(office=ctx.body.office, reason=ctx.body.reason, by=ctx.by)]


def accept_transfer(ctx: Context[c.AcceptTransfer]) -> list[e.Event]:
    """Take the case over as a leader of the office that was asked (T43)."""
    office = _asked(ctx)
    _need_free(ctx)
    return [e.OfficeChanged(before=ctx.case.office, office=office, by=ctx.by)]


def decline_transfer(ctx: Context[c.DeclineTransfer]) -> list[e.Event]:
    """Let the case stay where it is (T43)."""
    return [e.TransferDeclined(office=_asked(ctx), reason=ctx.body.reason, by=ctx.by)]


def change_host(ctx: Context[c.ChangeHost]) -> list[e.Event]:
    """Put another municipality in the host's place; its account is confirmed anew before anything is paid (E23)."""
    case, facts = ctx.case, ctx.facts
    if case.finished:
        raise ctx.not_now("T43")
    if case.open_payment is not None:
        raise Refused("payment_under_way", "T16", payment=case.open_payment.number)
    if not facts.host_is_municipality:
        raise Refused("host_not_municipality", "E46", org_number=ctx.body.org_number)
    host = facts.host_main_unit or ctx.body.org_number
    if host == case.host:
        raise Refused("already_host", "T43", org_number=host)
    return [
        e.HostChanged(
            before=case.host,
            host=host,
            language=facts.host_language or case.language,
            contact=ctx.body.contact,
            reason=ctx.body.reason,
            by=ctx.by,
        )
    ]


def _asked(ctx: Context[c.Body]) -> str:
    if ctx.case.transfer_to is None:
        raise Refused("no_transfer_asked", "T43")
    return ctx.case.transfer_to


def _need_free(ctx: Context[c.Body]) -> None:
    if not ctx.case.may_be_transferred:
        raise ctx.not_now("T43")
