"""A round opens, reminds and closes by itself, to the minute."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from storage import queries
from storage.tables import outbox
from tests.stage import Stage

CLOSES = datetime(2026, 6, 1, 22, 0, tzinfo=UTC)


async def _history(stage: Stage, round_id: str) -> list[tuple[str, datetime]]:
    async with stage.database.engine.connect() as conn:
        return [(entry.kind, entry.occurred_at) for entry in await queries.history(conn, f"round:{round_id}")]


async def _sent(stage: Stage, round_id: str) -> list[Any]:
    query = select(outbox.c.payload).where(outbox.c.stream == f"round:{round_id}").order_by(outbox.c.id)
    async with stage.database.engine.connect() as conn:
        return list((await conn.scalars(query)).all())


async def test_a_round_opens_reminds_fourteen_and_three_days_before_and_closes_at_its_minute(
    stage: Stage,
) -> None:
    round_id = await stage.open_round()
    await stage.move_to(datetime(2026, 6, 2, tzinfo=UTC), [])

    history = await _history(stage, round_id)

    assert history[1:] == [
        ("RoundStarted", datetime(2026, 3, 1, 9, 0, tzinfo=UTC)),
        ("RoundReminded", datetime(2026, 5, 18, 6, 0, tzinfo=UTC)),
        ("RoundReminded", datetime(2026, 5, 29, 6, 0, tzinfo=UTC)),
        ("RoundClosed", CLOSES),
    ]


async def test_the_announcement_and_the_reminders_go_to_every_address_of_the_round(stage: Stage) -> None:
    round_id = await stage.open_round(addresses=("postmottak@hamar.example", "postmottak@loten.example"))
    await stage.move_to(datetime(2026, 5, 20, tzinfo=UTC), [])

    sent = await _sent(stage, round_id)

    assert [(row["letter"], row["address"]) for row in sent] == [
        ("L01", "postmottak@hamar.example"),
        ("L01", "postmottak@loten.example"),
        ("round_reminder", "postmottak@hamar.example"),
        ("round_reminder", "postmottak@loten.example"),
    ]


async def test_a_round_that_is_closed_is_not_reminded_of(stage: Stage) -> None:
    round_id = await stage.open_round()
    await stage.move_to(CLOSES, [])
    before = await _history(stage, round_id)
    await stage.move_to(datetime(2026, 9, 1, tzinfo=UTC), [])

    assert await _history(stage, round_id) == before
