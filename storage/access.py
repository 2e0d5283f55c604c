"""The log of who asked for what is not theirs, and of who took a case's whole history away."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from storage.tables import access_log


async def log(conn: AsyncConnection, actor: Actor, stream: str, code: str, at: datetime) -> None:
    """Note what *actor* did with *stream*, or was denied, at *at* (case time); *code* says which."""
    row = {"subject": actor.subject, "role": actor.role.value, "unit": actor.unit}
    await conn.execute(insert(access_log).values(at=at, stream=stream, code=code, **row))
