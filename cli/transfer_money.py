"""Moving money between frames, with the directorate's document where it comes with one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from activities.registers.transfers import Attachment
from cli.errors import Status
from cli.network_register import carry_out, command_of
from cli.originals import read_original
from cli.session import Session
from domain.money import kroner
from domain.transfers import TransferMoney


async def move(
    session: Session,
    acting: str | None,
    command_id: UUID | None,
    values: Mapping[str, Any],
    document: Path | None,
) -> Status:
    """Move money from one frame to another, and tell what happened."""
    attachment = None
    if document is not None:
        read = read_original(document)
        attachment = Attachment(name=read.name, media_type=read.media_type, content=read.content)
    plain = {name: value for name, value in values.items() if name != "amount_kr"}
    plain["amount_ore"] = kroner(values["amount_kr"])
    plain["document_sha256"] = attachment.sha256 if attachment else None
    body = command_of(TransferMoney, plain)
    async with session.record() as record:
        return await carry_out(
            session,
            record,
            acting,
            command_id,
            lambda register, envelope: register.transfer_money(envelope, body, attachment),
        )
