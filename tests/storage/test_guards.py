"""What the database refuses, whoever asks: the service, and the owner of the tables too."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import CLOCK
from storage import tables
from storage.engine import create_engine
from storage.trail import Entry, genesis
from tests.databases import Database

AT = datetime(2026, 6, 1, tzinfo=UTC)
CASE = uuid4()
STREAM = f"case:{CASE}"
POT = {"office": "SFIN", "grant_year": 2026, "pot": "learning"}


def event(seq: int = 1, *, cause: str | None = None, command_id: UUID | None = None) -> dict[str, Any]:
    entry = Entry(
        stream=STREAM,
        seq=seq,
        kind="noted",
        schema=1,
        occurred_at=AT,
        recorded_at=AT,
        actor=CLOCK,
        cause=cause,
        command_id=command_id,
        body={},
    )
    return entry.row(genesis(STREAM))


async def write(database: Database, *rows: dict[str, Any]) -> None:
    async with database.engine.begin() as conn:
        await conn.execute(insert(tables.trail), list(rows))


async def run(dsn: str, statement: str) -> None:
    engine = create_engine(dsn)
    try:
        async with engine.begin() as conn:
            await conn.execute(text(statement))
    finally:
        await engine.dispose()


async def with_frame(conn: AsyncConnection, amount_ore: int = 650_000_00) -> None:
    await conn.execute(
        insert(tables.mandate).values(office="SFIN", grant_year=2026, reference="2026/1", registered_at=AT)
    )
    await conn.execute(insert(tables.frame).values(**POT, amount_ore=amount_ore))


async def commit(conn: AsyncConnection, amount_ore: int, *, case_id: UUID = CASE, number: int = 1) -> None:
    await conn.execute(
        insert(tables.commitment).values(
            **POT,
            case_id=case_id,
            decision_no=number,
            project_id=uuid4(),
            amount_ore=amount_ore,
            decided_at=AT,
        )
    )


async def pay(conn: AsyncConnection, amount_ore: int, *, case_id: UUID = CASE, voucher: str = "1") -> None:
    await conn.execute(
        insert(tables.disbursement).values(
            **POT,
            case_id=case_id,
            payment_no=int(voucher),
            amount_ore=amount_ore,
            voucher=voucher,
            paid_on=date(2026, 9, 1),
        )
    )


async def sums(database: Database) -> tuple[int, int]:
    async with database.engine.connect() as conn:
        row = (await conn.execute(select(tables.frame.c.committed_ore, tables.frame.c.paid_ore))).one()
    return row.committed_ore, row.paid_ore


CHANGES = (
    "update trail set kind = 'x'",
    "update trail set kind = 'x' where false",
    "delete from trail",
    "truncate trail",
)


class TestTrail:
    async def test_the_service_adds_events(self, database: Database) -> None:
        await write(database, event(1), event(2))

        async with database.engine.connect() as conn:
            assert await conn.scalar(text("select count(*) from trail")) == 2

    @pytest.mark.parametrize("change", CHANGES)
    async def test_the_service_changes_and_removes_nothing(self, database: Database, change: str) -> None:
        await write(database, event())

        with pytest.raises(DBAPIError, match="permission denied"):
            await run(database.service_dsn, change)

    @pytest.mark.parametrize("change", CHANGES)
    async def test_nor_does_the_owner(self, database: Database, change: str) -> None:
        await write(database, event())

        with pytest.raises(DBAPIError, match="only grows"):
            await run(database.owner_dsn, change)

    async def test_nor_a_superuser_who_calls_the_session_a_replica(self, database: Database) -> None:
        engine = create_engine(database.superuser_dsn)
        async with engine.connect() as conn:
            await conn.execute(text("set session_replication_role = replica"))
            with pytest.raises(DBAPIError, match="only grows"):
                await conn.execute(text("delete from trail"))
        await engine.dispose()

    @pytest.mark.parametrize(
        "change",
        [
            "alter table trail disable trigger only_grows",
            "drop trigger only_grows on trail",
            "drop table trail",
            "set session_replication_role = replica",
            "create or replace function refuse_change() returns trigger language sql as 'select null'",
            "create table mine ()",
        ],
    )
    async def test_the_service_cannot_switch_the_guard_off(self, database: Database, change: str) -> None:
        with pytest.raises(DBAPIError, match=r"must be owner|permission denied"):
            await run(database.service_dsn, change)

    async def test_a_number_is_used_once(self, database: Database) -> None:
        await write(database, event())

        with pytest.raises(IntegrityError, match="pk_trail"):
            await write(database, event())

    async def test_a_step_of_a_ladder_happens_once(self, database: Database) -> None:
        await write(database, event(1, cause="use:0d"), event(2, cause="use:-30d"), event(3), event(4))

        with pytest.raises(IntegrityError, match="ix_trail_cause_once"):
            await write(database, event(5, cause="use:0d"))


class TestCommands:
    async def received(self, database: Database) -> UUID:
        command_id = uuid4()
        async with database.engine.begin() as conn:
            await conn.execute(
                insert(tables.inbox).values(
                    command_id=command_id,
                    stream=STREAM,
                    kind="note",
                    actor={},
                    content={},
                    content_digest="",
                    received_at=AT,
                )
            )
        return command_id

    async def carry_out(self, database: Database, command_id: UUID, first: int, last: int) -> None:
        rows = [event(seq, command_id=command_id) for seq in range(first, last + 1)]
        async with database.engine.begin() as conn:
            await conn.execute(insert(tables.trail), rows)
            await conn.execute(
                tables.inbox.update()
                .where(tables.inbox.c.command_id == command_id, tables.inbox.c.status == "pending")
                .values(status="done", first_seq=first, last_seq=last, answer={}, settled_at=AT)
            )

    async def test_a_command_is_carried_out(self, database: Database) -> None:
        await self.carry_out(database, await self.received(database), 1, 2)

        async with database.engine.connect() as conn:
            assert await conn.scalar(text("select count(*) from trail")) == 2

    async def test_a_command_is_not_carried_out_twice(self, database: Database) -> None:
        command_id = await self.received(database)
        await self.carry_out(database, command_id, 1, 2)

        with pytest.raises(IntegrityError, match="not among the events of command"):
            await self.carry_out(database, command_id, 3, 4)

    async def test_no_command_is_carried_out_that_nobody_sent(self, database: Database) -> None:
        with pytest.raises(IntegrityError, match="not among the events of command"):
            await write(database, event(command_id=uuid4()))

    async def test_a_command_left_pending_leaves_no_event(self, database: Database) -> None:
        command_id = await self.received(database)

        with pytest.raises(IntegrityError, match="not among the events of command"):
            await write(database, event(command_id=command_id))

    async def test_trail_and_inbox_may_be_written_in_one_statement(self, database: Database) -> None:
        command_id = await self.received(database)
        added = insert(tables.trail).values(event(command_id=command_id)).cte("added")
        settled = (
            tables.inbox.update()
            .values(status="done", first_seq=1, last_seq=1, answer={}, settled_at=AT)
            .returning(tables.inbox.c.command_id)
            .cte("settled")
        )

        async with database.engine.begin() as conn:
            await conn.execute(select(settled.c.command_id).add_cte(added))

        async with database.engine.connect() as conn:
            assert await conn.scalar(text("select count(*) from trail")) == 1


class TestMoney:
    async def test_a_grant_is_counted_on_its_frame(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 600_000_00)
            await pay(conn, 600_000_00)

        assert await sums(database) == (600_000_00, 600_000_00)

    async def test_a_frame_cannot_be_overspent(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 600_000_00)

        with pytest.raises(IntegrityError, match="not_overspent"):
            async with database.engine.begin() as conn:
                await commit(conn, 60_000_00, case_id=uuid4())

        assert await sums(database) == (600_000_00, 0)

    async def test_what_is_reversed_can_be_granted_again(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 650_000_00)
            await commit(conn, -50_000_00, number=2)
            await commit(conn, 50_000_00, case_id=uuid4())

        assert await sums(database) == (650_000_00, 0)

    async def test_more_than_was_granted_cannot_be_reversed(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 100_00, case_id=uuid4())

        with pytest.raises(IntegrityError, match="committed"):
            async with database.engine.begin() as conn:
                await commit(conn, -100_00)

    async def test_a_case_is_not_paid_from_what_another_was_granted(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 100_00)
            await commit(conn, 500_00, case_id=uuid4())

        with pytest.raises(IntegrityError, match="øre paid"):
            async with database.engine.begin() as conn:
                await pay(conn, 101_00)

    async def test_what_is_paid_cannot_be_reversed(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 100_00)
            await commit(conn, 500_00, case_id=uuid4())
            await pay(conn, 100_00)

        with pytest.raises(IntegrityError, match="øre paid"):
            async with database.engine.begin() as conn:
                await commit(conn, -1_00, number=2)

    async def test_a_voucher_pays_once(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 100_00)
            await commit(conn, 100_00, case_id=(other := uuid4()))
            await pay(conn, 50_00)

        with pytest.raises(IntegrityError, match="voucher"):
            async with database.engine.begin() as conn:
                await pay(conn, 50_00, case_id=other)

    async def test_a_frame_is_not_lowered_below_what_is_granted(self, database: Database) -> None:
        async with database.engine.begin() as conn:
            await with_frame(conn)
            await commit(conn, 600_000_00)
            await conn.execute(tables.frame.update().values(amount_ore=600_000_00))

        with pytest.raises(IntegrityError, match="not_overspent"):
            await run(database.service_dsn, "update frame set amount_ore = amount_ore - 1")

    @pytest.mark.parametrize(
        "change",
        [
            "update frame set committed_ore = 0",
            "update frame set paid_ore = 0",
            "insert into frame (office, grant_year, pot, amount_ore, committed_ore) values ('SFIN', 2026, 'x', 1, 1)",
            "delete from frame",
            "delete from commitment",
            "update commitment set amount_ore = 1",
            "update disbursement set amount_ore = 1",
            "update installation set kind = 'local'",
        ],
    )
    async def test_the_service_writes_no_sum_by_hand(self, database: Database, change: str) -> None:
        with pytest.raises(DBAPIError, match="permission denied"):
            await run(database.service_dsn, change)

    async def test_what_was_noted_of_a_payment_may_be_corrected(self, database: Database) -> None:
        await run(database.service_dsn, "update disbursement set voucher = 'V-2', paid_on = '2026-03-02'")

    @pytest.mark.parametrize(
        "change",
        [
            "delete from commitment",
            "delete from disbursement",
            "truncate disbursement",
            "update disbursement set amount_ore = 1",
            "update disbursement set voucher = 'V-2', office = 'SFVL'",
        ],
    )
    async def test_the_ledgers_only_grow_for_their_owner_too(self, database: Database, change: str) -> None:
        with pytest.raises(DBAPIError, match="only grows"):
            await run(database.owner_dsn, change)


class TestInstallation:
    async def test_a_local_clock_may_be_shifted(self, database: Database) -> None:
        await run(database.service_dsn, "update installation set clock_shift_us = 5")

        async with database.engine.connect() as conn:
            assert await conn.scalar(text("select clock_shift_us from installation")) == 5

    async def test_a_real_one_never(self, database: Database) -> None:
        await run(database.owner_dsn, "update installation set kind = 'real'")

        with pytest.raises(IntegrityError, match="real_time_where_it_is_real"):
            await run(database.service_dsn, "update installation set clock_shift_us = 5")
