"""The door for money moved between frames; the directorate's document is kept with the mandate."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.ruleset import Pot
from domain.transfers import FrameTransferred, HeldFrame, TransferMoney, transfer_money
from storage.office_duties import rules_in_force
from storage.tables import document, frame, trail
from storage.trail import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that comes with a command."""

    name: str
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its digest in hex."""
        return hashlib.sha256(self.content).hexdigest()


class TransferRegister:
    """Moves money between the frames of one database."""

    _engine: AsyncEngine

    async def transfer_money(
        self, envelope: Envelope, body: TransferMoney, attachment: Attachment | None = None
    ) -> dict[str, Any]:
        """Move money from one frame of an office and year to another.

        Args:
            envelope: Who asks.
            body: What is asked.
            attachment: The directorate's document; its digest stands in the body.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
            ValueError: when the attachment is not the document the body names.
        """
        if (attachment.sha256 if attachment else None) != body.document_sha256:
            raise ValueError("the attachment is not the document that the command names")
        stream = f"mandate:{body.office}-{body.grant_year}"

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = TransferMoney.model_validate(received.body)
            frames = await _locked(conn, asked.office, asked.grant_year)
            event = transfer_money(asked, envelope.actor, frames, _pots(asked.office, asked.grant_year))
            await _move(conn, event)
            if attachment is not None:
                await _keep(conn, attachment, received)
            return [event], {"status": "done", "mandate": stream.partition(":")[2]}

        return await carry_out(self._engine, envelope, stream, body, decide)


async def moved_ore(conn: AsyncConnection, stream: str) -> dict[str, int]:
    """Return what was moved into each pot of a mandate, less what was moved out, in øre."""
    moved: dict[str, int] = {}
    kind = trail.c.kind == FrameTransferred.__name__
    for envelope in await conn.scalars(select(trail.c.envelope).where(trail.c.stream == stream, kind)):
        body = parse(envelope).body
        for pot, change in ((body["from_pot"], -body["amount_ore"]), (body["to_pot"], body["amount_ore"])):
            moved[pot] = moved.get(pot, 0) + change
    return moved


async def _locked(conn: AsyncConnection, office: str, grant_year: int) -> dict[str, HeldFrame]:
    """Lock every frame of the office and year, in one order."""
    query = select(frame).where(frame.c.office == office, frame.c.grant_year == grant_year)
    rows = await conn.execute(query.order_by(frame.c.pot).with_for_update())
    return {
        row.pot: HeldFrame(
            amount_ore=row.amount_ore, committed_ore=row.committed_ore, earmarked=row.earmarked
        )
        for row in rows
    }


def _pots(office: str, grant_year: int) -> dict[str, Pot]:
    """Return the pots of the year's rules; none where the year has no rules of its own."""
    rules = rules_in_force(office, grant_year)
    if rules is None or rules.grant_year != grant_year:
        return {}
    return {pot.key: pot for pot in rules.pots}


async def _move(conn: AsyncConnection, event: FrameTransferred) -> None:
    for pot, change in ((event.from_pot, -event.amount_ore), (event.to_pot, event.amount_ore)):
        mine = (
            frame.c.office == event.office,
            frame.c.grant_year == event.grant_year,
            frame.c.pot == pot,
        )
        await conn.execute(update(frame).where(*mine).values(amount_ore=frame.c.amount_ore + change))


async def _keep(conn: AsyncConnection, attachment: Attachment, received: Received) -> UUID:
    document_id = uuid5(received.envelope.command_id, attachment.sha256)
    row = insert(document).values(
        document_id=document_id,
        stream=received.stream,
        name=attachment.name,
        media_type=attachment.media_type,
        sha256=attachment.sha256,
        size=len(attachment.content),
        content=attachment.content,
        received_at=received.now,
    )
    await conn.execute(row.on_conflict_do_nothing())
    return document_id
