"""Who is logged in, in real time: the browser holds a random key, and the table holds only its hash."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from storage.tables import login_attempt, web_session

#: A visit is noted no more often than this: a page with ten parts is one write.
_NOTED_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One login. ``worn`` is the index of the role in use among ``hats``; None until one was chosen."""

    subject: str
    hats: list[dict[str, Any]]
    worn: int | None
    csrf: bytes
    began_at: datetime
    seen_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """What must be known when somebody comes back from the login."""

    verifier: str
    nonce: str
    return_to: str


def key_of(secret: str) -> bytes:
    """Return what a cookie's or a state's random text is kept as."""
    return hashlib.sha256(secret.encode()).digest()


async def begin_attempt(
    conn: AsyncConnection, state: str, browser: str, attempt: AttemptRow, *, now: datetime, ends_at: datetime
) -> None:
    """Note that the holder of *browser* goes to the login with *state*; forget what has expired."""
    await conn.execute(delete(login_attempt).where(login_attempt.c.ends_at <= now))
    await conn.execute(
        insert(login_attempt).values(
            key=key_of(state),
            browser=key_of(browser),
            verifier=attempt.verifier,
            nonce=attempt.nonce,
            return_to=attempt.return_to,
            ends_at=ends_at,
        )
    )


async def end_attempt(conn: AsyncConnection, state: str, browser: str, now: datetime) -> AttemptRow | None:
    """Return the attempt that the holder of *browser* began with *state*, once; None where there is none."""
    columns = [login_attempt.c[name] for name in AttemptRow.__dataclass_fields__]
    found = await conn.execute(
        delete(login_attempt)
        .where(
            login_attempt.c.key == key_of(state),
            login_attempt.c.browser == key_of(browser),
            login_attempt.c.ends_at > now,
        )
        .returning(*columns)
    )
    row = found.mappings().one_or_none()
    return None if row is None else AttemptRow(**row)


async def begin(conn: AsyncConnection, secret: str, session: SessionRow) -> None:
    """Open a session for the holder of *secret*; forget those that have ended."""
    await conn.execute(delete(web_session).where(web_session.c.ends_at <= session.began_at))
    columns = {name: getattr(session, name) for name in SessionRow.__dataclass_fields__}
    await conn.execute(insert(web_session).values(key=key_of(secret), **columns))


async def holds(
    conn: AsyncConnection,
    secret: str,
    session: SessionRow,
    *,
    now: datetime,
    idle: timedelta,
    quiet: bool = False,
) -> bool:
    """Say whether the *session* of the holder of *secret* goes on, and note the visit unless *quiet*; close it where it has ended or lain idle."""
    if now >= session.ends_at or now - session.seen_at >= idle:
        await end(conn, secret)
        return False
    if not quiet and now - session.seen_at >= _NOTED_EVERY:
        await conn.execute(update(web_session).where(web_session.c.key == key_of(secret)).values(seen_at=now))
    return True


async def wear(conn: AsyncConnection, secret: str, worn: int) -> None:
    """Let the holder of *secret* act in the role number *worn* from now on."""
    await conn.execute(update(web_session).where(web_session.c.key == key_of(secret)).values(worn=worn))


async def end(conn: AsyncConnection, secret: str) -> None:
    """Close the session of the holder of *secret*."""
    await conn.execute(delete(web_session).where(web_session.c.key == key_of(secret)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """One of somebody's sessions. ``key`` is the hash of its secret, which opens nothing."""

    key: bytes
    began_at: datetime
    seen_at: datetime


async def open_of(
    conn: AsyncConnection, subject: str, *, now: datetime, idle: timedelta
) -> list[OpenSession]:
    """Return the sessions of *subject* that would still let somebody in, the newest first."""
    columns = [web_session.c[name] for name in OpenSession.__dataclass_fields__]
    query = select(*columns).where(
        web_session.c.subject == subject, web_session.c.ends_at > now, web_session.c.seen_at > now - idle
    )
    return [
        OpenSession(**row)
        for row in (await conn.execute(query.order_by(web_session.c.began_at.desc()))).mappings()
    ]


async def end_one(conn: AsyncConnection, subject: str, key: bytes) -> None:
    """Close one session of *subject*; of anybody else's, none."""
    await conn.execute(delete(web_session).where(web_session.c.subject == subject, web_session.c.key == key))


async def end_all(conn: AsyncConnection, subject: str) -> int:
    """Close every session of *subject*; return how many there were."""
    return (await conn.execute(delete(web_session).where(web_session.c.subject == subject))).rowcount


async def end_in_role(conn: AsyncConnection, who: Actor) -> int:
    """Close every session in which *who* could act in this role; return how many there were."""
    held = web_session.c.hats.contains([{"role": who.role.value, "unit": who.unit}])
    return (
        await conn.execute(delete(web_session).where(web_session.c.subject == who.subject, held))
    ).rowcount
