"""The door of who may not act at an office any more."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.officework.access import AccessCommand, WithdrawRole, decide_access
from storage import sessions
from storage.office_registers import access_of


class AccessRegister:
    """Keeps which roles are withdrawn at the offices of one database."""

    _engine: AsyncEngine

    async def change_access(self, envelope: Envelope, body: AccessCommand) -> dict[str, Any]:
        """Withdraw a role from somebody, who is logged out wherever it could be worn; or give it back.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            event = decide_access(await access_of(conn, asked.office), asked, envelope.actor)
            if isinstance(asked, WithdrawRole):
                await sessions.end_in_role(conn, asked.whose)
            return [event], {"status": "done", "role": asked.role.value}

        return await carry_out(self._engine, envelope, f"access:{body.office}", body, decide)
