"""Rows leave in order for each case, whoever claims them, and a killed claimer holds nothing up for long."""

import asyncio
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import outbox, tables
from tests.databases import Database

NOW = datetime(2026, 6, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def add(database: Database, stream: str, *seqs: int) -> None:
    rows = [
        {
            "stream": stream,
            "seq": seq,
            "kind": "message",
            "payload": {"n": seq},
            "created_at": NOW,
            "next_attempt_at": NOW,
        }
        for seq in seqs
    ]
    async with database.engine.begin() as conn:
        await conn.execute(insert(tables.outbox), rows)


async def claim(database: Database, limit: int = 10, now: datetime = NOW) -> list[outbox.Sending]:
    async with database.engine.begin() as conn:
        return await outbox.claim(conn, limit, now)


async def finish(database: Database, sending: outbox.Sending) -> None:
    async with database.engine.begin() as conn:
        await outbox.done(conn, sending.id, NOW)


def names(sendings: list[outbox.Sending]) -> list[tuple[str, int]]:
    return sorted((sending.stream, sending.seq) for sending in sendings)


async def test_only_the_first_of_each_stream_is_claimed(database: Database) -> None:
    await add(database, "case:a", 1, 2)
    await add(database, "case:b", 5)

    assert names(await claim(database)) == [("case:a", 1), ("case:b", 5)]


async def test_the_next_follows_when_the_first_is_done(database: Database) -> None:
    await add(database, "case:a", 1, 2)
    [first] = await claim(database)
    assert first.payload == {"n": 1}
    assert await claim(database) == []

    await finish(database, first)

    assert names(await claim(database)) == [("case:a", 2)]


async def test_no_more_are_claimed_than_asked_for(database: Database) -> None:
    for number in range(5):
        await add(database, f"case:{number}", 1)

    assert names(await claim(database, limit=2)) == [("case:0", 1), ("case:1", 1)]


async def test_what_a_killed_claimer_had_comes_up_again(database: Database) -> None:
    await add(database, "case:a", 1)
    [first] = await claim(database)

    assert await claim(database, now=NOW + outbox.LEASE - timedelta(seconds=1)) == []
    [again] = await claim(database, now=NOW + outbox.LEASE)

    assert (again.id, first.attempts, again.attempts) == (first.id, 1, 2)


async def test_a_failed_row_holds_up_its_own_stream_alone(database: Database) -> None:
    await add(database, "case:a", 1, 2)
    await add(database, "case:b", 1, 2)
    for sending in await claim(database):
        async with database.engine.begin() as conn:
            if sending.stream == "case:a":
                await outbox.failed(conn, sending.id, "smtp: 451", NOW + 5 * MINUTE)
            else:
                await outbox.done(conn, sending.id, NOW)

    assert names(await claim(database, now=NOW + 4 * MINUTE)) == [("case:b", 2)]
    assert names(await claim(database, now=NOW + 5 * MINUTE)) == [("case:a", 1), ("case:b", 2)]
    async with database.engine.connect() as conn:
        assert (
            await conn.scalar(select(tables.outbox.c.last_error).where(tables.outbox.c.id == 1))
            == "smtp: 451"
        )


async def test_a_parked_row_lets_the_others_pass_and_can_come_back(database: Database) -> None:
    await add(database, "case:a", 1, 2)
    [first] = await claim(database)

    async with database.engine.begin() as conn:
        parked = [await outbox.park(conn, first.id, "wrong address"), await outbox.park(conn, first.id)]
    [second] = await claim(database)
    await finish(database, second)
    async with database.engine.begin() as conn:
        unparked = [await outbox.unpark(conn, first.id, NOW), await outbox.unpark(conn, second.id, NOW)]

    assert (parked, unparked, second.seq) == ([True, False], [True, False], 2)
    assert names(await claim(database)) == [("case:a", 1)]


async def test_a_late_failure_does_not_undo_what_was_done(database: Database) -> None:
    await add(database, "case:a", 1)
    [first] = await claim(database)
    await finish(database, first)

    async with database.engine.begin() as conn:
        await outbox.failed(conn, first.id, "late", NOW)

    assert await claim(database, now=NOW + 60 * MINUTE) == []


async def test_a_row_locked_by_another_claimer_keeps_its_followers_back(database: Database) -> None:
    await add(database, "case:a", 1, 2)

    async with database.engine.begin() as conn:
        assert names(await outbox.claim(conn, 10, NOW)) == [("case:a", 1)]
        assert await claim(database) == []


async def test_two_claimers_keep_the_order_of_every_stream(database: Database) -> None:
    for number in range(10):
        await add(database, f"case:{number}", *range(1, 11))
    sent: dict[str, list[int]] = defaultdict(list)

    async def work() -> None:
        while batch := await claim(database, limit=4):
            for sending in batch:
                sent[sending.stream].append(sending.seq)
                await asyncio.sleep(0)
                await finish(database, sending)

    while sum(map(len, sent.values())) < 100:
        await asyncio.gather(work(), work(), work())

    assert sent == {f"case:{number}": list(range(1, 11)) for number in range(10)}


async def test_an_event_writes_each_of_its_rows_once(database: Database) -> None:
    await add(database, "case:a", 1)

    with pytest.raises(IntegrityError, match="uq_outbox_stream_seq_part"):
        await add(database, "case:a", 1)


async def test_what_is_to_be_sent_cannot_be_changed(database: Database) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        async with database.engine.begin() as conn:
            await conn.execute(tables.outbox.update().values(payload={}))


async def test_a_new_row_wakes_whoever_listens(database: Database) -> None:
    heard: asyncio.Queue[object] = asyncio.Queue()
    listener = await asyncpg.connect(database.service_dsn)
    await listener.add_listener("outbox", lambda *heard_now: heard.put_nowait(heard_now[3]))

    await add(database, "case:a", 1, 2)

    assert await asyncio.wait_for(heard.get(), 5) == "case:a"
    await listener.close()
