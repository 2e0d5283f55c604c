"""Once a day the newest event of every stream is signed into a file outside the database, by itself."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.heads import (
    FOLDER,
    KEY,
    HeadsDoNotHoldError,
    SignedHeads,
    generate_key,
    public_key_of,
    sign_heads,
)

log = structlog.get_logger()

_EVERY: Final = timedelta(hours=24)


class Signer:
    """Signs heads under a folder: ``heads.key`` beside the folder ``heads``, as ``saksgang trail sign`` does.

    Args:
        engine: The database.
        home: Where key and files lie; outside the database, and best outside its administrators' reach.
    """

    def __init__(self, engine: AsyncEngine, home: Path) -> None:
        self._engine = engine
        self._key = home / KEY
        self._folder = home / FOLDER

    async def sign_daily(self, now: datetime) -> bool:
        """Sign where the last signing is a day old; return whether it was done.

        A trail that no longer holds what was signed is said aloud and not signed over.
        """
        if not self._is_due(now):
            return False
        if not self._key.exists():
            self._key.parent.mkdir(parents=True, exist_ok=True)
            generate_key(self._key)
        try:
            async with self._engine.connect() as conn:
                file = await sign_heads(conn, self._key, self._folder, now)
        except HeadsDoNotHoldError as broken:
            log.error("trail_does_not_hold", problems=len(broken.problems))  # noqa: TRY400 - the alert reads the event
            return False
        log.info("heads_signed", file=file.name)
        return True

    def _is_due(self, now: datetime) -> bool:
        if not self._key.exists():
            return True
        signed_at = SignedHeads(folder=self._folder, public_key=public_key_of(self._key)).newest_at()
        return signed_at is None or now - signed_at >= _EVERY
