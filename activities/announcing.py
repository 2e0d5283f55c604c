"""Tells other programs what happens in the cases: signed, in order, again until they have heard it, from a cursor.

The trail itself is what is told from: nothing has to be put aside for a program, so that nothing can be lost between a
commit and a queue, and whoever wants to hear it all again only moves its cursor. What is told are ids, kinds and
instants; the rest is asked for by the API, with the rights that its asker has then. Signed as the Standard Webhooks
specification says (``webhook-id``, ``webhook-timestamp``, ``webhook-signature``).
"""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

import httpx2
import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity

from activities.outside import ForbiddenAddressError, reach
from domain.engine import ANNOUNCE
from storage import feed, office_registers, webhooks
from storage.feed import Happened
from storage.tables import installation
from storage.webhooks import Webhook

__all__ = ["Announcements", "signature"]

#: How many programs are told in one turn, and how much each.
_PROGRAMS: Final = 8
_EVENTS: Final = 50

#: How long what has heard everything waits to be asked for again.
_QUIET: Final = timedelta(seconds=5)

#: How long one run of the activity goes on, and how often it looks: a store of programs that have nothing to hear is cheap.
_PATIENCE_SECONDS: Final = 45.0
_POLL_SECONDS: Final = 3.0

_TRIES: Final = 40
_FIRST_WAIT: Final = timedelta(seconds=30)
_LONGEST_WAIT: Final = timedelta(hours=1)

#: "I do not want this any more", as the specification says.
_GONE: Final = 410

log = structlog.get_logger()


class NotHeardError(Exception):
    """A program did not take what it was told; the text says why and holds nothing of theirs."""

    def __init__(self, reason: str, *, for_good: bool = False) -> None:
        super().__init__(reason)
        self.for_good = for_good


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Announcements:
    """Tells the webhooks of one database; any number may do so at the same time.

    Args:
        engine: The database.
        now: Real time (UTC).
    """

    def __init__(self, engine: AsyncEngine, *, now: Callable[[], datetime] = _utc_now) -> None:
        self._engine = engine
        self._now = now

    @activity.defn(name=ANNOUNCE)
    async def announce(self) -> int:
        """Tell what happens for as long as the patience lasts; return how many events were told.

        Returns early when the worker stops, after the program that is in hand.
        """
        until, told = time.monotonic() + _PATIENCE_SECONDS, 0
        while not activity.is_worker_shutdown() and time.monotonic() < until:
            heard = await self.tell_due()
            told += heard
            if not heard:
                with suppress(TimeoutError):
                    await asyncio.wait_for(activity.wait_for_worker_shutdown(), _POLL_SECONDS)
        return told

    async def tell_due(self) -> int:
        """Tell every program that is due what it has not heard; return how many events were told."""
        async with self._engine.begin() as conn:
            due = await webhooks.claim(conn, _PROGRAMS, self._now())
            # Programs on this machine, and without encryption, are for those who try things out.
            local = await conn.scalar(select(installation.c.kind)) == "local"
        heard = 0
        for one in due:
            heard += await self._tell(one, local=local)
        # Also where nothing was due: whoever waits for the heartbeat must hear it.
        _live()
        return heard

    async def _tell(self, one: Webhook, *, local: bool) -> int:
        async with self._engine.connect() as conn:
            barred = await office_registers.is_barred(conn, one.reader)
            found = (
                [] if barred else await feed.happened(conn, one.reader, one.position, self._now(), _EVENTS)
            )
        if barred:
            await self._failed(one, NotHeardError("role_withdrawn", for_good=True))
            return 0
        position, trouble = one.position, None
        for event in found:
            _live()
            try:
                await _post(one, event, local=local)
            except NotHeardError as error:
                trouble = error
                break
            position = event.position
        if trouble is None or position > one.position:
            more = len(found) == _EVENTS or trouble is not None
            async with self._engine.begin() as conn:
                await webhooks.told(conn, one, position, self._now() + (timedelta() if more else _QUIET))
        else:
            await self._failed(one, trouble)
        return sum(event.position <= position for event in found)

    async def _failed(self, one: Webhook, error: NotHeardError) -> None:
        give_up = error.for_good or one.attempts + 1 >= _TRIES
        wait = min(_FIRST_WAIT * 2 ** min(one.attempts, 10), _LONGEST_WAIT)
        async with self._engine.begin() as conn:
            await webhooks.failed(conn, one, str(error), None if give_up else self._now() + wait)
        log.warning("webhook_failed", webhook_id=str(one.webhook_id), reason=str(error), paused=give_up)


async def _post(one: Webhook, event: Happened, *, local: bool) -> None:
    """Tell one event.

    Raises:
        NotHeardError: It did not say that it heard.
    """
    body = message(event)
    message_id, timestamp = f"evt_{event.position}", int(time.time())
    headers = {
        "content-type": "application/json",
        "user-agent": "Saksgang",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(one.secret, message_id, timestamp, body),
    }
    try:
        status = await reach(one.url, body, headers, local=local)
    except ForbiddenAddressError as error:
        raise NotHeardError(str(error)) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise NotHeardError(type(error).__name__) from None
    if status == _GONE:
        raise NotHeardError("gone", for_good=True)
    if not httpx2.codes.is_success(status):
        raise NotHeardError(f"status {status}")


def _live() -> None:
    if activity.in_activity():
        activity.heartbeat()


def message(event: Happened) -> bytes:
    """Return what is told of *event*: ids, kind and instants, and nothing of a person."""
    said = {
        "type": "case.event",
        "timestamp": event.recorded_at.isoformat(),
        "data": {
            "position": event.position,
            "case_no": event.case_no,
            "case_id": str(event.case_id),
            "seq": event.seq,
            "kind": event.kind,
            "occurred_at": event.occurred_at.isoformat(),
        },
    }
    return json.dumps(said, separators=(",", ":")).encode()


def signature(secret: bytes, message_id: str, timestamp: int, body: bytes) -> str:
    """Return the signature over a message, as the Standard Webhooks specification says."""
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)).decode()
