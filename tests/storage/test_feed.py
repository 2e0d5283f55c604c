"""Who follows along is told everything once, in the order in which it was written, and nothing that is not theirs."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from deploy.local.postgres import EmbeddedPostgres
from domain.actors import Actor, Role
from storage.engine import create_engine
from storage.feed import happened, happened_query, settled_until
from tests.databases import Database, new_database

NOW: Final = datetime(2026, 6, 1, 8, tzinfo=UTC)
OFFICER: Final = Actor(subject="o", role=Role.CASE_OFFICER, unit="SFIN")
ELSEWHERE: Final = Actor(subject="o", role=Role.CASE_OFFICER, unit="SFAG")
HAMAR: Final = Actor(subject="s", role=Role.APPLICANT_SIGNATORY, unit="970540008")
OTHER_HOST: Final = Actor(subject="s", role=Role.APPLICANT_EDITOR, unit="945578564")
AUDITOR: Final = Actor(subject="a", role=Role.STATE_AUDITOR, unit="-")

_HEAD: Final = text("""
    insert into case_head (case_id, case_no, office, round_id, project_id, network_id, rule_set, rule_set_sha256, strand,
        grant_year, host, seq, hash, stage, state, applied_ore, finished, changed_at, search)
    values (:case_id, :case_no, 'SFIN', :case_id, :case_id, :case_id, '2026-bufdir', '', 'learning', 2026, '970540008', 1,
        sha256('x'), 'submitted', '{}', 1, false, :at, '')
""")
_EVENT: Final = text("""
    insert into trail (stream, seq, kind, occurred_at, recorded_at, envelope, hash)
    values (:stream, :seq, 'Assigned', :at, :at, '{}', sha256('x'))
""")


@pytest.fixture
async def database(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    async with new_database(postgres) as made:
        yield made


@pytest.fixture
async def case_id(database: Database) -> UUID:
    case_id = uuid4()
    async with database.engine.begin() as conn:
        await conn.execute(_HEAD, {"case_id": case_id, "case_no": "SFIN-2026-1", "at": NOW})
    return case_id


async def write(conn: AsyncConnection, case_id: UUID, seq: int, at: datetime = NOW) -> None:
    await conn.execute(_EVENT, {"stream": f"case:{case_id}", "seq": seq, "at": at})


async def seqs(
    database: Database, reader: Actor, after: int = 0, limit: int = 50, now: datetime = NOW
) -> list[int]:
    async with database.engine.connect() as conn:
        return [one.seq for one in await happened(conn, reader, after, now, limit)]


async def test_what_happened_is_told_page_by_page_to_those_whose_case_it_is(
    database: Database, case_id: UUID
) -> None:
    async with database.engine.begin() as conn:
        for seq in (1, 2, 3):
            await write(conn, case_id, seq)
        await conn.execute(_EVENT, {"stream": "round:x", "seq": 1, "at": NOW})
    async with database.engine.connect() as conn:
        [first, second] = await happened(conn, OFFICER, 0, NOW, 2)

    assert (first.case_id, first.case_no, first.kind) == (case_id, "SFIN-2026-1", "Assigned")
    assert [first.seq, second.seq] == [1, 2]
    assert await seqs(database, OFFICER, after=second.position) == [3]
    assert await seqs(database, HAMAR) == await seqs(database, AUDITOR) == [1, 2, 3]
    assert await seqs(database, ELSEWHERE) == await seqs(database, OTHER_HOST) == []


async def test_what_is_committed_late_is_waited_for_and_not_passed_by(
    database: Database, case_id: UUID
) -> None:
    """The first to take a number is the last to commit."""
    async with database.engine.connect() as slow:
        await write(slow, case_id, 1)
        async with database.engine.begin() as quick:
            await write(quick, case_id, 2)

        assert await seqs(database, OFFICER) == []
        await slow.commit()

    assert await seqs(database, OFFICER) == [1, 2]


async def test_a_number_whose_taker_gave_up_is_passed_when_no_transaction_can_live_any_more(
    database: Database, case_id: UUID
) -> None:
    async with database.engine.begin() as conn:
        await write(conn, case_id, 1)
    async with database.engine.connect() as gone:
        await write(gone, case_id, 2)
        await gone.rollback()
    async with database.engine.begin() as conn:
        await write(conn, case_id, 2)

    assert await seqs(database, OFFICER) == [1]
    assert await seqs(database, OFFICER, now=NOW + timedelta(minutes=3)) == [1, 2]


async def test_before_anything_happened_there_is_nothing(database: Database) -> None:
    async with database.engine.connect() as conn:
        assert await settled_until(conn, NOW) == 0
    assert await seqs(database, AUDITOR) == []


async def test_many_at_once_are_looked_through_to_the_last(database: Database, case_id: UUID) -> None:
    """More than the tail holds were written within the time: still none is passed by."""
    many = text("""
        insert into trail (stream, seq, kind, occurred_at, recorded_at, envelope, hash)
        select :stream, n, 'Assigned', :at, :at, '{}', sha256('x') from generate_series(1, 2500) n
    """)
    async with database.engine.connect() as gone:
        await write(gone, uuid4(), 1)
        await gone.rollback()
    async with database.engine.begin() as conn:
        await conn.execute(many, {"stream": f"case:{case_id}", "at": NOW})
    async with database.engine.connect() as conn:
        assert await settled_until(conn, NOW) == 0
        assert await settled_until(conn, NOW + timedelta(minutes=3)) == 2501


@pytest.mark.parametrize("reader", [OFFICER, HAMAR, AUDITOR], ids=lambda reader: reader.role.value)
async def test_following_along_reads_no_more_than_its_page(
    database: Database, case_id: UUID, reader: Actor
) -> None:
    many = text("""
        insert into trail (stream, seq, kind, occurred_at, recorded_at, envelope, hash)
        select 'case:' || md5((n / 20)::text)::uuid, n, 'Assigned', :at, :at, '{}', sha256('x')
          from generate_series(1, 20000) n
    """)
    async with database.engine.begin() as conn:
        await conn.execute(many, {"at": NOW})
        await write(conn, case_id, 1)
    owner = create_engine(database.owner_dsn)
    async with owner.begin() as conn:
        await conn.execute(text("analyze"))
    await owner.dispose()
    async with database.engine.connect() as conn:
        sql = happened_query(reader, 19_000, 20_001, 50).compile(
            dialect=database.engine.dialect, compile_kwargs={"literal_binds": True}
        )
        plan = "\n".join(str(line) for line in (await conn.execute(text(f"explain {sql}"))).scalars())

    assert "Seq Scan on trail" not in plan, plan
