"""The door of the organisation history: one stream for the whole country."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.organisations.commands import OrganisationCommand
from domain.organisations.deciding import decide_organisations
from domain.register_states import ORGANISATIONS
from storage.organisations import directory


class OrganisationRegister:
    """Keeps the organisation history of one database."""

    _engine: AsyncEngine

    async def change_organisations(self, envelope: Envelope, body: OrganisationCommand) -> dict[str, Any]:
        """Register a merger or split, a number, a sub-unit, or another payee.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            event = decide_organisations(asked, envelope.actor, await directory(conn))
            return [event], {"status": "done", "events": [type(event).__name__]}

        return await carry_out(self._engine, envelope, ORGANISATIONS, body, decide)
