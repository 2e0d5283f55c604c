"""Who is logged in, as an operator has to do with it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from storage import sessions
from storage.sessions import SessionRow
from tests.cli.conftest import Terminal


async def _log_in(terminal: Terminal, subject: str, secret: str) -> None:
    now = datetime.now(UTC)
    session = SessionRow(
        subject=subject,
        hats=[],
        worn=None,
        csrf=b"c",
        began_at=now,
        seen_at=now,
        ends_at=now + timedelta(hours=1),
    )
    async with terminal.stage.database.engine.begin() as conn:
        await sessions.begin(conn, secret, session)


async def test_an_operator_logs_somebody_out_everywhere_and_it_is_noted(terminal: Terminal) -> None:
    for subject, secret in (("stolen", "at work"), ("stolen", "at home"), ("another", "elsewhere")):
        await _log_in(terminal, subject, secret)

    answer = await terminal.json("access", "end-sessions", "stolen")

    assert answer == {"outcome": "done", "subject": "stolen", "ended": 2}
    async with terminal.stage.database.engine.connect() as conn:
        left = (await conn.scalars(text("SELECT subject FROM web_session"))).all()
        noted = (await conn.execute(text("SELECT subject, role, stream, code FROM access_log"))).one()
    assert left == ["another"]
    assert (noted.role, noted.stream, noted.code) == ("operator", "sessions:stolen", "sessions_ended")
    assert noted.subject.startswith("terminal:")
    assert "ikke logget inn noe sted" in (await terminal("access", "end-sessions", "stolen")).stdout
