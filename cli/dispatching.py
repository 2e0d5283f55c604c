"""``dispatch``: what has not left the house, sent again or settled by a person."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from cli import tables
from cli.errors import Status
from cli.network_register import carry_out, command_of, day_or_today, said
from cli.session import Session
from domain.officework.dispatch import NoteSentOtherwise, SendAgain
from letters import formats
from storage.office_registers import stopped_of

_COMMANDS: Final[Mapping[str, type[Any]]] = {
    str(model.model_fields["kind"].default): model for model in (SendAgain, NoteSentOtherwise)
}

_KINDS: Final = {"message": "dispatch-message", "payment_order": "dispatch-payment_order"}


async def change_dispatch(
    session: Session, acting: str | None, command_id: UUID | None, kind: str, values: Mapping[str, Any]
) -> Status:
    """Send again, or say that it came there otherwise."""
    async with session.record() as record:
        fields = dict(values)
        fields["about"] = str(fields["about"]).strip().upper()
        # A number begins with its office's code: SFIN-2026-17.
        fields["office"] = fields["about"].partition("-")[0]
        if "sent_on" in fields:
            fields["sent_on"] = day_or_today(session, record, fields["sent_on"])
        body = command_of(_COMMANDS[kind], fields)
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.change_dispatch(envelope, body),
        )


async def show_stopped(session: Session, office: str) -> Status:
    """Answer with what has not left the house."""
    async with session.record() as record, record.engine.connect() as conn:
        rows = sorted(await stopped_of(conn, office), key=lambda one: (one.since, one.about))
    shapes = [
        {
            "about": one.about,
            "kind": one.kind,
            "given_up": one.parked,
            "since": one.since,
            "sendings": one.count,
        }
        for one in rows
    ]
    word = session.word
    table = tables.table(
        said(session, "dispatch-waits_since"),
        word("about"),
        word("what"),
        word("state"),
        said(session, "dispatch-sendings"),
        right=(4,),
    )
    for one in rows:
        table.add_row(
            formats.day(session.language, one.since),
            one.about,
            said(session, _KINDS[one.kind]),
            word("outbox-parked" if one.parked else "outbox-pending"),
            str(one.count),
        )
    session.say({"office": office, "stopped": shapes}, table if rows else said(session, "dispatch-all_sent"))
    return Status.DONE
