"""The log of who asked for what is not theirs."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from storage.tables import access_log


async def log_denied(conn: AsyncConnection, actor: Actor, stream: str, code: str, at: datetime) -> None:
    """Note that *actor* was denied *stream* for *code*, at *at* (case time)."""
    row = {"subject": actor.subject, "role": actor.role.value, "unit": actor.unit}
    await conn.execute(insert(access_log).values(at=at, stream=stream, code=code, **row))
