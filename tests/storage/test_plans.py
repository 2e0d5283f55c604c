"""With a hundred thousand cases every list walks an index. The plan is asserted, never the time."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import TextClause, false, select, text, true
from sqlalchemy.sql.expression import SelectBase

from deploy.local.postgres import EmbeddedPostgres
from storage import (
    applicants,
    approvals,
    case_list,
    colleagues,
    office_registers,
    operation,
    queries,
    tables,
)
from storage.ended_words import counts_asked, page_asked
from storage.engine import create_engine
from storage.list_order import ListCursor
from storage.rows import Filters, OverdueCursor, TaskCursor
from storage.searching import Sought, Ways, is_sought
from tests.databases import Database, new_database

CASES = 100_000
FIRST_DUE = datetime(2026, 1, 1, tzinfo=UTC)
AS_OF = datetime(2026, 1, 20, tzinfo=UTC)
MIDDLE = UUID(int=1 << 127)

_HEADS = """
    insert into case_head (case_id, case_no, office, round_id, project_id, network_id, rule_set, rule_set_sha256,
        strand, grant_year, host, seq, hash, stage, state, applied_ore, next_due, first_due, finished, adopted_seq,
        changed_at, search)
    select md5(n::text)::uuid, 'SFIN-2026-' || n, 'O' || n % 10, md5('r')::uuid, md5('p' || n)::uuid, md5('n')::uuid,
        '2026-bufdir', '', 'learning', 2026, (940000000 + n % 350)::text, 5, sha256(n::text::bytea), 'stage' || n % 12,
        '{}', 60000000, due, case when n % 4 > 0 then due end, n % 4 = 0,
        case when n % 1000 = 0 then 4 else 5 end, :first, 'sfin-2026-' || n || ' kommune ' || md5(n::text)
      from generate_series(1, :cases) n, lateral (
           select case when n % 20 > 0 then cast(:first as timestamptz) + n % 700 * interval '1 day' end as due) d
"""

_DEADLINES = """
    insert into deadline (case_id, clock, due, last_day, about, rule, role)
    select case_id, 'use', next_due, next_due::date, 'use', 'R26-52', 'case_officer'
      from case_head where next_due is not null and not finished
"""

_TASKS = """
    insert into task (case_id, task, code, role, office, opened_at, due, rule)
    select case_id, 'assess', 'assess', case when seq % 2 = 0 then 'leader' else 'case_officer' end, office, :first,
        next_due, 'T10'
      from case_head
"""

_OUTBOX = """
    insert into outbox (stream, seq, kind, payload, created_at, status, next_attempt_at, done_at)
    select 'case:' || n, 1, 'message', jsonb_build_object('office', 'O' || n % 10, 'case_no', 'SFIN-2026-' || n),
        cast(:first as timestamptz),
        case when n % 5000 = 0 then 'parked' else 'done' end, cast(:first as timestamptz),
        case when n % 5000 > 0 then cast(:first as timestamptz) end
      from generate_series(1, :cases) n
"""


_INBOX = """
    insert into inbox (command_id, stream, kind, actor, content, content_digest, received_at, status, settled_at)
    select md5('c' || n)::uuid, 'case:' || n, 'assess', jsonb_build_object('unit', 'O' || n % 10, 'role',
        case when n % 3 = 0 then 'leader' else 'case_officer' end, 'subject', 'person ' || n % 70), '{}', '',
        cast(:first as timestamptz) + n * interval '1 minute', 'refused', :first
      from generate_series(1, :cases) n
"""

_UNDECIDED = """
    update case_head set stage = 'submitted', state = '{"members": {"940000007": "0301"}}'
     where right(case_no, 3) = '777'
"""


@pytest.fixture(scope="module")
async def crowded(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A database with many cases, deadlines and tasks."""
    async with new_database(postgres) as database:
        engine = create_engine(database.owner_dsn, statement_timeout_ms=0)
        async with engine.begin() as conn:
            await conn.execute(text(_HEADS), {"first": FIRST_DUE, "cases": CASES})
            await conn.execute(text(_DEADLINES))
            await conn.execute(text(_TASKS), {"first": FIRST_DUE})
            await conn.execute(text(_OUTBOX), {"first": FIRST_DUE, "cases": CASES})
            await conn.execute(text(_INBOX), {"first": FIRST_DUE, "cases": CASES})
            await conn.execute(text(_UNDECIDED))
            await conn.execute(text("analyze case_head, ended_word, deadline, task, outbox, inbox"))
        await engine.dispose()
        yield database


async def nodes(database: Database, query: SelectBase) -> list[dict[str, Any]]:
    """Return the nodes of the plan for *query*."""
    compiled = query.compile(database.engine.sync_engine, compile_kwargs={"literal_binds": True})
    async with database.engine.connect() as conn:
        found = await conn.exec_driver_sql(f"explain (format json) {compiled}")
        plan = found.scalar_one()
    return list(walk((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))


def walk(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for inner in plan.get("Plans", []):
        yield from walk(inner)


def indexes(plan: list[dict[str, Any]]) -> set[str]:
    return {node["Index Name"] for node in plan if "Index Name" in node}


def sorted_rows(plan: list[dict[str, Any]]) -> int:
    """How many rows the planner expects to sort: a page may be, a table may not."""
    return max((node["Plan Rows"] for node in plan if node["Node Type"] == "Sort"), default=0)


def kinds(plan: list[dict[str, Any]]) -> set[str]:
    return {node["Node Type"] for node in plan}


def kinds_of(plan: list[dict[str, Any]], table: str) -> set[str]:
    return {node["Node Type"] for node in plan if node.get("Relation Name") == table}


async def test_what_has_not_left_is_found_without_reading_all_that_has(crowded: Database) -> None:
    plan = await nodes(crowded, office_registers.stopped_query("O7"))

    assert indexes(plan) == {"ix_outbox_not_done"}


async def test_the_cases_to_be_ranked_are_counted_by_an_index(crowded: Database) -> None:
    plan = await nodes(crowded, office_registers.to_be_ranked_query("O7"))

    assert "Seq Scan" not in kinds(plan)


async def test_who_acts_at_an_office_is_found_person_by_person(crowded: Database) -> None:
    plan = await nodes(crowded, colleagues.seen_query("O7"))
    async with crowded.engine.connect() as conn:
        seen = await colleagues.seen(conn, "O7")

    assert indexes(plan) == {"ix_inbox_actor"}
    assert "Seq Scan" not in kinds(plan)
    # Sorting would be of every command.
    assert sorted_rows(plan) == 0
    assert [(one.role, one.subject) for one in seen] == sorted((one.role, one.subject) for one in seen)
    assert len(seen) == 14


async def test_where_a_municipality_is_a_member_is_looked_for_among_the_undecided(crowded: Database) -> None:
    plan = await nodes(crowded, applicants.member_query("940000007"))
    async with crowded.engine.connect() as conn:
        found = await applicants.member_cases(conn, "940000007")

    assert indexes(plan) == {"ix_case_head_undecided"}
    assert "Seq Scan" not in kinds(plan)
    assert len(found) == CASES // 1000 - sum(one.host == "940000007" for one in found)


# Written out, as the lists do it: only then may the planner use the index of the one or the other.
ENDED = select(tables.case_head.c.case_id).where(tables.case_head.c.finished == true())
OPEN = select(tables.case_head.c.case_id).where(tables.case_head.c.finished == false())


@pytest.mark.parametrize("office", ["O7", None])
async def test_a_part_of_a_text_is_looked_for_by_its_index(crowded: Database, office: str | None) -> None:
    sought = Sought(text="ommune 777")
    plan = await nodes(crowded, ENDED.where(is_sought(sought, office, finished=True)))
    others = await nodes(crowded, OPEN.where(is_sought(sought, office, finished=False)))

    assert indexes(plan) == {"ix_case_head_ended_search"}
    assert indexes(others) == {"ix_case_head_open_search"}
    assert "Seq Scan" not in kinds_of(plan, "case_head") | kinds_of(others, "case_head")


@pytest.mark.parametrize("office", ["SFIN", None])
async def test_what_a_case_number_begins_with_is_a_stretch_of_their_index(
    crowded: Database, office: str | None
) -> None:
    sought = Sought(text="2026-777", number="2026-777", year=2026)
    plan = await nodes(crowded, ENDED.where(is_sought(sought, office, finished=True)))

    # Its whole words are looked for too: somebody may have written it in a title.
    assert indexes(plan) == {"uq_case_head_case_no", "ix_case_head_ended_search"}
    assert "Seq Scan" not in kinds_of(plan, "case_head")


EVERYTHING = Sought(
    text="kvænangen",
    municipalities=("5546",),
    networks=(UUID(int=7),),
    amount_ore=123_456_700,
)


@pytest.mark.parametrize("office", ["O7", None])
async def test_a_search_in_every_way_at_once_walks_an_index_for_each(
    crowded: Database, office: str | None
) -> None:
    plan = await nodes(crowded, ENDED.where(is_sought(EVERYTHING, office, finished=True)).limit(1_000))
    others = await nodes(crowded, OPEN.where(is_sought(EVERYTHING, office, finished=False)))

    assert indexes(plan) == {"ix_case_head_ended_search", "ix_case_head_network_id"}
    assert indexes(others) == {"ix_case_head_open_search"}
    assert "Seq Scan" not in kinds_of(plan, "case_head") | kinds_of(others, "case_head")


@pytest.mark.parametrize("backwards", [False, True])
async def test_of_a_word_of_very_many_no_more_is_read_than_is_shown_and_counted(
    crowded: Database, backwards: bool
) -> None:
    ways = Ways(ways=(("kommune",),))
    here = ListCursor(first_due=None, finished=True, changed_at=FIRST_DUE, case_id=MIDDLE)
    page = await read_rows(crowded, *page_asked("O4", ways, here, 51, backwards=backwards))
    count = await read_rows(crowded, *counts_asked("O4", ways))

    assert (page, count) == ({"pk_ended_word": 51}, {"pk_ended_word": 1_001})


async def read_rows(database: Database, query: TextClause, values: dict[str, Any]) -> dict[str, int]:
    """Return how many rows of each index are read for *query*."""
    async with database.engine.connect() as conn:
        found = await conn.scalar(text(f"explain (analyze, timing off, format json) {query.text}"), values)
    plan = list(walk((json.loads(found) if isinstance(found, str) else found)[0]["Plan"]))
    assert "Seq Scan" not in kinds(plan)
    read: dict[str, int] = {}
    for node in plan:
        if "Index Name" in node:
            rows = round(node["Actual Rows"] * node["Actual Loops"])
            read[node["Index Name"]] = read.get(node["Index Name"], 0) + rows
    return read


HERE = ListCursor(first_due=AS_OF, finished=False, changed_at=FIRST_DUE, case_id=MIDDLE)


@pytest.mark.parametrize("after", [None, OverdueCursor(due=AS_OF, case_id=MIDDLE, clock="use")])
@pytest.mark.parametrize("office", [None, "O1"])
async def test_a_page_of_what_is_overdue_walks_an_index(
    crowded: Database, office: str | None, after: OverdueCursor | None
) -> None:
    plan = await nodes(crowded, queries.overdue_query(AS_OF, office, 50, after))

    assert "ix_deadline_due_case_id_clock" in indexes(plan)
    assert "Seq Scan" not in kinds(plan)


@pytest.mark.parametrize("after", [None, TaskCursor(due=AS_OF, case_id=MIDDLE, task="assess")])
async def test_a_page_of_tasks_walks_an_index(crowded: Database, after: TaskCursor | None) -> None:
    plan = await nodes(crowded, queries.tasks_query("O1", "case_officer", 50, after))

    assert "ix_task_office_role_due_case_id_task" in indexes(plan)
    assert "Seq Scan" not in kinds(plan)
    assert sorted_rows(plan) == 0


async def test_the_lists_give_whole_pages(crowded: Database) -> None:
    async with crowded.engine.connect() as conn:
        pages = [
            len(await case_list.cases_after(conn, "O1", Filters(), None, 50)),
            len(await case_list.cases_after(conn, None, Filters(stage="stage1"), HERE, 50)),
            len(await queries.overdue(conn, AS_OF)),
            len(await queries.tasks(conn, "O1")),
            len(await queries.deadlines_unhandled(conn, AS_OF, 50)),
            len(await queries.open_heads_unadopted(conn, AS_OF, 50)),
        ]

    assert pages == [50] * 6


async def test_the_clocks_of_the_next_month_walk_an_index(crowded: Database) -> None:
    plan = await nodes(crowded, operation.clock_load_query(AS_OF))

    assert "ix_case_head_due" in indexes(plan)
    assert "Seq Scan" not in kinds(plan)


async def test_the_leaders_queue_walks_an_index(crowded: Database) -> None:
    plan = await nodes(crowded, approvals.waiting_query("O1", 100))

    assert "ix_case_head_office_stage_first_due_case_id" in indexes(plan)
    assert "Seq Scan" not in kinds_of(plan, "case_head")
