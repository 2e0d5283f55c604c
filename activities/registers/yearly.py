"""The door of what an office does once a year."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.instants import local_day
from domain.officework.yearly import YearlyCommand, decide_yearly
from storage.office_duties import load_duties
from storage.office_registers import year_of


class YearlyRegister:
    """Keeps what the offices of one database have done each year."""

    _engine: AsyncEngine

    async def change_yearly(self, envelope: Envelope, body: YearlyCommand) -> dict[str, Any]:
        """Say that a duty of the year is done, or take it back.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            state = await year_of(conn, asked.office, asked.year)
            event = decide_yearly(state, asked, envelope.actor, load_duties(), local_day(received.now))
            return [event], {"status": "done", "duty": asked.duty.value, "year": asked.year}

        return await carry_out(self._engine, envelope, f"yearly:{body.office}-{body.year}", body, decide)
