"""Who comes, in one question: every page begins with what the database says of itself, of the login, and of withdrawn roles."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Text, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import Actor
from domain.officework.access import OfficeAccess
from domain.register_states import state_from
from storage import sessions
from storage.sessions import SessionRow
from storage.tables import installation, register_head, web_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What is known of whoever comes.

    Args:
        kind: Of the installation.
        shift: How far its clock is ahead.
        session: The login; None where there is none that holds.
        accesses: What leaders have withdrawn at the offices of the login's roles.
    """

    kind: str
    shift: timedelta
    session: SessionRow | None = None
    accesses: tuple[OfficeAccess, ...] = ()

    def bars(self, actor: Actor) -> bool:
        """Say whether a leader has withdrawn from *actor* the role worn."""
        return any(access.bars(actor) for access in self.accesses)


_FIELDS: Final = tuple(SessionRow.__dataclass_fields__)
_HAT: Final = func.jsonb_array_elements(web_session.c.hats).table_valued("value", name="hat")
_ACCESSES: Final = (
    select(func.jsonb_object_agg(register_head.c.stream, register_head.c.state))
    .where(
        register_head.c.stream.in_(
            select("access:" + func.jsonb_extract_path_text(_HAT.c.value, "unit", type_=Text))
        )
    )
    .correlate(web_session)
    .scalar_subquery()
)
_ASKED: Final = select(
    installation.c.kind,
    installation.c.clock_shift_us,
    *(web_session.c[name] for name in _FIELDS),
    _ACCESSES.label("accesses"),
).select_from(installation.outerjoin(web_session, web_session.c.key == bindparam("key")))


async def arrival(
    conn: AsyncConnection, secret: str | None, *, now: datetime, idle: timedelta, quiet: bool = False
) -> Arrival:
    """Return what is known of the holder of *secret* at *now* (real time); note the visit unless *quiet*.

    A session that has ended, or lain idle, is closed and is none.
    """
    key = None if secret is None else sessions.key_of(secret)
    row = (await conn.execute(_ASKED, {"key": key})).one()
    shift = timedelta(microseconds=row.clock_shift_us)
    session = _session(row)
    if secret is None or session is None:
        return Arrival(kind=row.kind, shift=shift)
    if not await sessions.holds(conn, secret, session, now=now, idle=idle, quiet=quiet):
        return Arrival(kind=row.kind, shift=shift)
    found = (state_from(stream, state) for stream, state in (row.accesses or {}).items())
    accesses = tuple(one for one in found if isinstance(one, OfficeAccess))
    return Arrival(kind=row.kind, shift=shift, session=session, accesses=accesses)


def _session(row: Any) -> SessionRow | None:
    if row.subject is None:
        return None
    return SessionRow(**{name: getattr(row, name) for name in _FIELDS})
