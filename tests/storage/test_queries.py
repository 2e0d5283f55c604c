"""Every list gives the right rows in the right order, page by page, at the instant it is asked for."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert

from storage import queries, tables
from tests.databases import Database
from tests.storage.trails import AT, case_id, events, head, write_cases

NEW_YEAR = datetime(2027, 12, 31, 23, tzinfo=UTC)
DAY = timedelta(days=1)
ZERO = bytes(32)


async def add(database: Database, *heads: dict[str, Any]) -> None:
    async with database.engine.begin() as conn:
        for values in heads:
            await conn.execute(insert(tables.case_head).values(values))


async def add_deadline(database: Database, number: int, due: datetime, clock: str = "use") -> None:
    row = {
        "case_id": case_id(number),
        "clock": clock,
        "due": due,
        "last_day": date(2027, 12, 31),
        "about": "use_deadline",
        "rule": "R26-52",
        "role": "case_officer",
    }
    async with database.engine.begin() as conn:
        await conn.execute(insert(tables.deadline).values(row))


async def add_task(
    database: Database, number: int, name: str, due: datetime | None, role: str = "case_officer"
) -> None:
    row = {
        "case_id": case_id(number),
        "task": name,
        "code": name,
        "role": role,
        "office": "SFIN",
        "opened_at": AT,
        "due": due,
        "rule": "T10",
    }
    async with database.engine.begin() as conn:
        await conn.execute(insert(tables.task).values(row))


def a_round(**changed: Any) -> dict[str, Any]:
    return {
        "round_id": UUID(int=1),
        "round_no": "SFIN-2026-R1",
        "office": "SFIN",
        "grant_year": 2026,
        "strand": "learning",
        "rule_set": "2026-bufdir",
        "rule_set_sha256": "0" * 64,
        "title": "Læringsnettverk 2026",
        "state": {},
        "seq": 1,
        "hash": ZERO,
        "stage": "open",
        "opens_at": AT,
        "closes_at": AT + 30 * DAY,
        "changed_at": AT,
        **changed,
    }


class TestOverdue:
    async def test_a_deadline_is_overdue_from_the_first_instant_after(self, database: Database) -> None:
        await add(database, head(1, 1, ZERO), head(2, 1, ZERO, office="SFVL"))
        await add_deadline(database, 1, NEW_YEAR)
        await add_deadline(database, 2, NEW_YEAR - DAY, "report:2026")

        async with database.engine.connect() as conn:
            before = await queries.overdue(conn, NEW_YEAR - timedelta(microseconds=1))
            then = await queries.overdue(conn, NEW_YEAR)
            here = await queries.overdue(conn, NEW_YEAR, "SFIN")

        assert [row.clock for row in before] == ["report:2026"]
        assert [(row.case_no, row.clock, row.stage) for row in then] == [
            ("SFIN-2026-2", "report:2026", "disbursed"),
            ("SFIN-2026-1", "use", "disbursed"),
        ]
        assert [row.office for row in here] == ["SFIN"]

    async def test_pages_neither_skip_nor_repeat(self, database: Database) -> None:
        for number in range(1, 8):
            await add(database, head(number, 1, ZERO))
            await add_deadline(database, number, NEW_YEAR + (number % 2) * DAY)
        paged = []
        after = None
        async with database.engine.connect() as conn:
            whole = await queries.overdue(conn, NEW_YEAR + DAY)
            while rows := await queries.overdue(conn, NEW_YEAR + DAY, limit=2, after=after):
                paged += rows
                after = rows[-1].cursor

        assert len(whole) == 7
        assert paged == whole


class TestTasks:
    async def test_the_most_pressing_stands_first(self, database: Database) -> None:
        await add(database, head(1, 1, ZERO), head(2, 1, ZERO))
        await add_task(database, 1, "close", None)
        await add_task(database, 1, "assess", NEW_YEAR)
        await add_task(database, 2, "approve", NEW_YEAR - DAY, role="leader")

        async with database.engine.connect() as conn:
            whole = await queries.tasks(conn, "SFIN")
            mine = await queries.tasks(conn, "SFIN", "case_officer")
            other = await queries.tasks(conn, "SFVL")
            of_case = await queries.tasks_of(conn, case_id(1))

        assert [row.task for row in whole] == ["approve", "assess", "close"]
        assert [row.task for row in mine] == ["assess", "close"]
        assert other == []
        assert [row.task for row in of_case] == ["assess", "close"]

    async def test_pages_neither_skip_nor_repeat(self, database: Database) -> None:
        await add(database, head(1, 1, ZERO))
        for number, due in enumerate([None, NEW_YEAR, NEW_YEAR, None, NEW_YEAR + DAY]):
            await add_task(database, 1, f"t{number}", due)
        paged: list[str] = []
        after = None
        async with database.engine.connect() as conn:
            while rows := await queries.tasks(conn, "SFIN", limit=1, after=after):
                paged += [row.task for row in rows]
                after = rows[-1].cursor

        assert paged == ["t1", "t2", "t4", "t0", "t3"]


class TestOneThing:
    async def test_a_case_is_found_by_id_and_by_number(self, database: Database) -> None:
        await add(database, head(1, 3, ZERO, state={"stage": "disbursed"}))

        async with database.engine.connect() as conn:
            by_id = await queries.case_by(conn, case_id(1))
            found = [
                await queries.case_by(conn, key) for key in (str(case_id(1)), "SFIN-2026-1", " sfin-2026-1 ")
            ]
            missing = [await queries.case_by(conn, key) for key in (uuid4(), "SFIN-2026-2")]

        assert by_id is not None
        assert (by_id.seq, by_id.state, by_id.granted_ore) == (3, {"stage": "disbursed"}, 0)
        assert found == [by_id] * 3
        assert missing == [None, None]

    async def test_open_deadlines_of_a_case_are_listed(self, database: Database) -> None:
        await add_deadline(database, 1, NEW_YEAR + DAY, "report:2026")
        await add_deadline(database, 1, NEW_YEAR)

        async with database.engine.connect() as conn:
            rows = await queries.deadlines_of(conn, case_id(1))

        assert [row.clock for row in rows] == ["use", "report:2026"]

    async def test_a_round_is_found_by_id_and_by_number(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.round_).values(a_round()))

        async with database.engine.connect() as conn:
            found = await queries.round_by(conn, "sfin-2026-r1")
            again = await queries.round_by(conn, UUID(int=1))
            listed = [await queries.rounds(conn, office) for office in (None, "SFIN", "SFVL")]

        assert found is not None
        assert found.title == "Læringsnettverk 2026"
        assert again == found
        assert listed == [[found], [found], []]

    async def test_a_frame_says_what_is_left(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await conn.execute(
                insert(tables.mandate).values(
                    office="SFIN", grant_year=2026, reference="2026/1", registered_at=AT
                )
            )
            await conn.execute(
                insert(tables.frame).values(office="SFIN", grant_year=2026, pot="learning", amount_ore=100)
            )

        async with database.engine.connect() as conn:
            [row] = await queries.frames(conn, "SFIN", 2026)
            every = await queries.frames(conn)
            none = await queries.frames(conn, "SFIN", 2027)

        assert (row.reference, row.free_ore) == ("2026/1", 100)
        assert (every, none) == ([row], [])

    async def test_a_history_is_read_in_order(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.trail), events("mandate:SFIN-2026", 5))

        async with database.engine.connect() as conn:
            whole = await queries.history(conn, "mandate:SFIN-2026")
            part = await queries.history(conn, "mandate:SFIN-2026", after_seq=2, limit=2)

        assert [entry.seq for entry in whole] == [1, 2, 3, 4, 5]
        assert part == whole[2:4]


class TestReconciler:
    async def test_heads_ahead_of_their_workflow_are_found(self, database: Database) -> None:
        await add(
            database,
            head(1, 2, ZERO, adopted_seq=1, changed_at=AT),
            head(2, 2, ZERO, adopted_seq=2, changed_at=AT),
            head(3, 2, ZERO, adopted_seq=1, changed_at=AT + DAY),
        )
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.round_).values(a_round(changed_at=AT - DAY)))

        async with database.engine.connect() as conn:
            found = await queries.open_heads_unadopted(conn, AT + timedelta(seconds=1), 10)

        assert [(row.stream, row.seq, row.adopted_seq) for row in found] == [
            (f"round:{UUID(int=1)}", 1, 0),
            (f"case:{case_id(1)}", 2, 1),
        ]

    async def test_deadlines_nobody_handled_are_found(self, database: Database) -> None:
        await add(
            database,
            head(1, 1, ZERO, next_due=NEW_YEAR, next_cause="use@0d"),
            head(2, 1, ZERO, next_due=NEW_YEAR + DAY),
            head(3, 1, ZERO, next_due=NEW_YEAR, finished=True),
        )
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.round_).values(a_round(next_due=NEW_YEAR - DAY)))

        async with database.engine.connect() as conn:
            found = await queries.deadlines_unhandled(conn, NEW_YEAR, 10)
            earliest = await queries.next_due_min(conn)

        assert [(row.stream, row.due, row.cause) for row in found] == [
            (f"round:{UUID(int=1)}", NEW_YEAR - DAY, None),
            (f"case:{case_id(1)}", NEW_YEAR, "use@0d"),
        ]
        assert earliest == NEW_YEAR - DAY

    async def test_open_streams_are_walked_page_by_page(self, database: Database) -> None:
        await add(database, *(head(number, 1, ZERO, finished=number == 4) for number in range(1, 5)))
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.round_).values(a_round()))
        walked: list[str] = []
        async with database.engine.connect() as conn:
            while page := await queries.open_streams(conn, walked[-1] if walked else "", 2):
                walked += page

        assert walked == [
            *sorted(f"case:{case_id(number)}" for number in range(1, 4)),
            f"round:{UUID(int=1)}",
        ]

    async def test_the_oldest_that_waits_is_known(self, database: Database) -> None:
        async with database.engine.connect() as conn:
            none = [
                await ask(conn)
                for ask in (queries.inbox_pending_oldest, queries.outbox_oldest, queries.next_due_min)
            ]
        async with database.engine.begin() as conn:
            for days in (1, 0, 2):
                at = AT + days * DAY
                await conn.execute(
                    insert(tables.inbox).values(
                        command_id=uuid4(),
                        stream="case:a",
                        kind="x",
                        actor={},
                        content={},
                        content_digest="",
                        received_at=at,
                    )
                )
                await conn.execute(
                    insert(tables.outbox).values(
                        stream="case:a",
                        seq=days,
                        kind="message",
                        payload={},
                        created_at=at,
                        next_attempt_at=at,
                    )
                )

        async with database.engine.connect() as conn:
            oldest = [await queries.inbox_pending_oldest(conn), await queries.outbox_oldest(conn)]

        assert none == [None, None, None]
        assert oldest == [AT, AT]


async def test_generated_cases_can_be_read_back(database: Database) -> None:
    async with database.engine.begin() as conn:
        await write_cases(conn, 2, 3)

    async with database.engine.connect() as conn:
        assert [entry.seq for entry in await queries.history(conn, f"case:{case_id(2)}")] == [1, 2, 3]
