"""The door for what did not leave the house."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.instants import local_day
from domain.officework.dispatch import DispatchCommand, SendAgain, decide_dispatch, meant
from storage import outbox


class DispatchRegister:
    """Keeps what people did about the messages that one database could not send."""

    _engine: AsyncEngine

    async def change_dispatch(self, envelope: Envelope, body: DispatchCommand) -> dict[str, Any]:
        """Let what was given up be sent again, or note that it came there otherwise.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = type(body).model_validate(received.body)
            given_up = await outbox.given_up(conn, asked.office, asked.about)
            event = decide_dispatch(asked, envelope.actor, given_up, local_day(received.now))
            for one in meant(asked, given_up):
                if isinstance(asked, SendAgain):
                    await outbox.unpark(conn, one.row_id, envelope.real_now)
                else:
                    await outbox.settle(conn, one.row_id, envelope.real_now)
            return [event], {"status": "done", "about": asked.about}

        return await carry_out(self._engine, envelope, f"dispatch:{body.office}", body, decide)
