"""The door of erasure."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import Envelope, Outcome, Received, carry_out
from domain.officework.erasing import EraseContent, decide_erasing
from storage import documents, erasable, private_texts


class ErasureRegister:
    """Has content of the cases of one database erased."""

    _engine: AsyncEngine

    async def erase(self, envelope: Envelope, body: EraseContent) -> dict[str, Any]:
        """Erase texts and documents of a case for good, in the transaction that says so.

        Raises:
            Refused: also for the same id with other content. Then nothing is erased.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = EraseContent.model_validate(received.body)
            event = decide_erasing(asked, envelope.actor, await erasable.kept(conn, asked.case_no))
            texts = await private_texts.erase(conn, asked.texts, received.now)
            files = await documents.erase(conn, asked.documents, received.now)
            return [event], {"status": "done", "case_no": asked.case_no, "texts": texts, "documents": files}

        return await carry_out(self._engine, envelope, f"erasure:{body.office}", body, decide)
