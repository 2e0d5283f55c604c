"""The door of the outreach lists, one for each office and year."""

from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.instants import local_day
from domain.outreach import OutreachCommand, OutreachFacts, decide_outreach
from storage.office_duties import load_duties
from storage.office_registers import outreach_of
from storage.organisations import directory


class OutreachRegister:
    """Keeps the outreach lists of one database."""

    _engine: AsyncEngine

    async def change_outreach(self, envelope: Envelope, body: OutreachCommand) -> dict[str, Any]:
        """Tick municipalities, take a tick back, or mark one for special attention.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            known = await directory(conn)
            # The list is that of the year's first day: municipalities change at New Year.
            listed = {one.number for one in known.of_office(asked.office, date(asked.year, 1, 1))}
            facts = OutreachFacts(today=local_day(received.now), listed=listed, duties=load_duties())
            state = await outreach_of(conn, asked.office, asked.year)
            event = decide_outreach(state, asked, envelope.actor, facts)
            answer = {"status": "done", "outreach": f"{asked.office}-{asked.year}"}
            return [event], answer | {"events": [type(event).__name__]}

        return await carry_out(self._engine, envelope, f"outreach:{body.office}-{body.year}", body, decide)
