"""Sends on what waits in the outbox: messages, payment orders, and commands from one case to another.

Files and commands happen once: a repeat writes the same file under the same name and sends the same command id. E-mail
leaves at least once (``outgoing_mail``). A row that cannot be sent waits longer and longer, and after a dozen times a
person must look at it; what no repetition can mend is put aside at once. The rows behind it in its case wait meanwhile.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final, TypeAlias
from uuid import UUID

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity

from activities.delivery_settings import DeliverySettings, Smtp
from activities.outbox_bell import listening
from activities.outgoing_files import (
    file_name,
    sending_id,
    write_payment_cancellation,
    write_payment_order,
    write_whole,
)
from activities.outgoing_mail import UNSENT, UnusableAddressError, as_mail, send, told
from domain.engine import DELIVER
from letters import messages
from letters.catalogue import Language, office_name
from storage import documents, outbox
from storage.engine import one_by_one
from storage.outbox import Sending
from storage.private_texts import texts as private_texts
from storage.reference import municipalities

__all__ = ["Deliverer", "DeliverySettings", "SendCommand", "Smtp"]

SendCommand: TypeAlias = Callable[[str, dict[str, Any], UUID], Awaitable[None]]
"""Sends a command: the case id, the body, and the id under which it is carried out once."""

#: Rows of as many cases are sent at the same time; all of them well within their lease.
_AT_ONCE: Final = 8

#: After so many tries a person must look.
_TRIES: Final = 12
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)

log = structlog.get_logger()


class UndeliverableError(Exception):
    """No repetition will send this row: it is put aside with the reason, which names nobody."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Deliverer:
    """Drains the outbox of one database; any number may do so at the same time.

    Args:
        engine: The database.
        settings: Where things go.
        send_command: How a command reaches another case; ``Door.send_for_outbox``.
        now: Real time (UTC), in which rows wait.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        settings: DeliverySettings,
        send_command: SendCommand,
        *,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._engine = engine
        self._saying = one_by_one(engine)
        self._settings = settings
        self._send_command = send_command
        self._now = now
        self._kinds: dict[str, Callable[[Sending], Awaitable[None]]] = {
            "message": self._message,
            "payment_order": self._payment_order,
            "payment_cancellation": self._payment_cancellation,
            "command": self._command,
        }

    @activity.defn(name=DELIVER)
    async def deliver(self) -> int:
        """Send what is due, then wait for more until the patience is over; return how many rows were sent.

        Returns early when the worker stops, after what is in hand. What a killed worker had in hand comes up again
        when its lease is over.
        """
        until = time.monotonic() + self._settings.patience_seconds
        sent = 0
        async with listening(self._engine) as bell, self._living(bell) as stopping:
            while not stopping.is_set() and (left := until - time.monotonic()) > 0:
                bell.clear()
                taken, gone = await self._batch()
                sent += gone
                if not taken:
                    await self._wait(bell, stopping, left)
        return sent

    async def _wait(self, bell: asyncio.Event, stopping: asyncio.Event, seconds: float) -> None:
        """Wait for new rows, and a moment longer for those that follow."""
        with suppress(TimeoutError):
            await asyncio.wait_for(bell.wait(), min(seconds, self._settings.poll_seconds))
            await asyncio.wait_for(stopping.wait(), self._settings.gather_seconds)

    async def deliver_due(self) -> int:
        """Send all that is due now, without waiting for more; return how many rows were sent."""
        sent = 0
        taken = True
        while taken:
            taken, gone = await self._batch()
            sent += gone
        return sent

    @asynccontextmanager
    async def _living(self, bell: asyncio.Event) -> AsyncIterator[asyncio.Event]:
        """Heartbeat for as long as the block runs; the event is set when the worker wants to stop."""
        stopping = asyncio.Event()

        async def heartbeats() -> None:
            while True:
                activity.heartbeat()
                await asyncio.sleep(self._settings.heartbeat_seconds)

        async def watch() -> None:
            await activity.wait_for_worker_shutdown()
            stopping.set()
            bell.set()

        beside = [asyncio.create_task(heartbeats()), asyncio.create_task(watch())]
        try:
            yield stopping
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)

    async def _batch(self) -> tuple[bool, int]:
        """Take a few rows, each of another stream, and send them; return whether there were any and how many left."""
        async with self._engine.begin() as conn:
            rows = await outbox.claim(conn, _AT_ONCE, self._now())
        # All are let end: one that the database fails does not leave another half said.
        results = await asyncio.gather(*(self._try(row) for row in rows), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result
        return bool(rows), sum(result is True for result in results)

    async def _try(self, row: Sending) -> bool:
        """Send *row* and note how it went; only the database's own failures get out of here."""
        said = log.bind(stream=row.stream, seq=row.seq, part=row.part, kind=row.kind, attempt=row.attempts)
        try:
            await self._kinds.get(row.kind, _unknown)(row)
        except UndeliverableError as error:
            await self._park(row, str(error))
            said.warning("outbox_parked", reason=str(error))
            return False
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with one row must not stop the others
            return await self._failed(row, told(error), said)
        async with self._saying.connect() as conn:
            await outbox.done(conn, row.id, self._now())
        said.info("outbox_sent")
        return True

    async def _failed(self, row: Sending, error: str, said: structlog.stdlib.BoundLogger) -> bool:
        if row.attempts >= _TRIES:
            await self._park(row, f"gave_up: {error}")
            said.error("outbox_parked", reason="gave_up", error=error)
            return False
        wait = min(_FIRST_WAIT * 4 ** (row.attempts - 1), _LONGEST_WAIT)
        async with self._engine.begin() as conn:
            await outbox.failed(conn, row.id, error, self._now() + wait)
        said.warning("outbox_failed", error=error, wait_seconds=int(wait.total_seconds()))
        return False

    async def _park(self, row: Sending, reason: str) -> None:
        async with self._engine.begin() as conn:
            await outbox.park(conn, row.id, reason)

    async def _message(self, row: Sending) -> None:
        quoted = messages.text_refs(row.payload)
        contact = row.payload.get("contact")
        found = await self._texts(*quoted, contact)
        # What a round sends bears the official address of a body; a case's contact is a person, and sealed.
        recipient = row.payload.get("address") or _private(found, contact, "recipient")
        files = await self._files(row.stream, messages.file_digests(row.payload))
        message = messages.compose(row.payload, found, _names() | files)
        smtp = self._settings.smtp
        try:
            mail = as_mail(
                message,
                row,
                sender_name=office_name(Language(row.payload["language"]), row.payload["office"]),
                sender=smtp.sender if smtp else UNSENT,
                recipient=recipient,
            )
        except UnusableAddressError:
            raise UndeliverableError("recipient_unusable") from None
        if smtp is None:
            name = file_name(row, "eml")
            await asyncio.to_thread(write_whole, self._settings.spool_dir, name, mail.as_bytes())
        else:
            await asyncio.to_thread(send, smtp, mail)

    async def _payment_order(self, row: Sending) -> None:
        ref = row.payload["account"]
        account = _private(await self._texts(ref), ref, "account")
        await asyncio.to_thread(write_payment_order, self._settings.payment_dir, row, account)

    async def _payment_cancellation(self, row: Sending) -> None:
        await asyncio.to_thread(write_payment_cancellation, self._settings.payment_dir, row)

    async def _command(self, row: Sending) -> None:
        await self._send_command(row.payload["case_id"], row.payload["body"], sending_id(row))

    async def _files(self, stream: str, digests: Sequence[str]) -> dict[str, str]:
        if not digests:
            return {}
        async with self._engine.connect() as conn:
            return await documents.names(conn, stream, digests)

    async def _texts(self, *refs: str | UUID | None) -> dict[UUID, str | None]:
        async with self._engine.connect() as conn:
            return await private_texts(conn, [UUID(str(ref)) for ref in refs if ref])


async def _unknown(_row: Sending) -> None:
    """Refuse a kind that this build does not know."""
    raise UndeliverableError("unknown_kind")


def _private(found: dict[UUID, str | None], ref: str | None, what: str) -> str:
    """Return the text that cannot be done without.

    Raises:
        UndeliverableError: There never was one, or it is erased.
    """
    if ref is None or UUID(ref) not in found:
        raise UndeliverableError(f"{what}_missing")
    text = found[UUID(ref)]
    if text is None:
        raise UndeliverableError(f"{what}_erased")
    return text


@cache
def _names() -> dict[str, str]:
    """Return what municipalities are called, by organisation number, as far as the list knows them."""
    return {
        found.org_number: f"{found.official_name} kommune"
        for found in municipalities().values()
        if found.org_number
    }
