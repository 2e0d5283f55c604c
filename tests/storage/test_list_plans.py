"""Whatever the list of cases is narrowed to, it walks an index: every combination that is offered, page and count alike.

The cases lie as in an installation that is some years old: nearly all have ended. Plans are asserted, never the time.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Final
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.sql.expression import SelectBase

from deploy.local.postgres import EmbeddedPostgres
from domain.actors import Actor, Role
from storage.case_list import count_query, page_query
from storage.engine import create_engine
from storage.list_order import ListCursor, Segment
from storage.rows import Filters
from tests.databases import Database, new_database
from tests.storage.test_plans import indexes, kinds_of, nodes, sorted_rows
from web.case_filters import VIEWS, Wanted

CASES: Final = 100_000
NOW: Final = datetime(2026, 1, 20, tzinfo=UTC)
MIDDLE: Final = UUID(int=1 << 127)

#: More than that nobody waits for; a page's own rows may be sorted.
FEW: Final = 1_000

_HEADS: Final = """
    insert into case_head (case_id, case_no, office, round_id, project_id, network_id, rule_set, rule_set_sha256,
        strand, grant_year, host, seq, hash, stage, state, applied_ore, officer, first_due, finished, adopted_seq,
        changed_at, search)
    select md5(n::text)::uuid, 'SFIN-2026-' || n, (array['SFIN', 'SFAG', 'SFVL', 'SFNO'])[1 + d.office % 4],
        md5('r')::uuid, md5('p' || n)::uuid, md5('n' || n % 2000)::uuid, '2026-bufdir', '',
        case when d.strand % 30 = 0 then 'leader' else 'learning' end, 2018 + d.year % 9,
        (940000000 + n % 350)::text, 5, sha256(n::text::bytea),
        case when ended then (array['closed', 'audited', 'rejected', 'withdrawn'])[1 + d.stage % 4]
             else (array['submitted', 'granted', 'awaiting_approval', 'carry_over'])[1 + d.stage % 4] end,
        jsonb_build_object('project_type', case when d.kind % 5 = 0 then 'foster_home' else 'self_initiated' end,
                           'claims', '[]'::jsonb),
        60000000, 'case_officer@SFIN:' || d.officer % 12,
        case when not ended and n % 3 > 0 then timestamptz '2026-01-01' + d.day % 300 * interval '1 day' end, ended,
        5, timestamptz '2018-01-01' + d.day % 2900 * interval '1 day', 'sfin-2026-' || n || ' ' || md5(n::text)
      from generate_series(1, :cases) n, lateral (
           select abs(hashint4(n)) as office, abs(hashint4(n + 1)) as stage, abs(hashint4(n + 2)) as year,
                  abs(hashint4(n + 3)) as strand, abs(hashint4(n + 4)) as officer, abs(hashint4(n + 5)) as day,
                  abs(hashint4(n + 6)) as kind, n % 50 > 0 as ended) d
"""

OFFICER: Final = Actor(subject="case_officer@SFIN:5", role=Role.CASE_OFFICER, unit="SFIN")
LEADER: Final = Actor(subject="leader@SFIN", role=Role.LEADER, unit="SFIN")
AUDITOR: Final = Actor(subject="state_auditor", role=Role.STATE_AUDITOR, unit="-")
COORDINATOR: Final = Actor(subject="coordinator", role=Role.COORDINATOR, unit="-")


@pytest.fixture(scope="module")
async def crowded(postgres: EmbeddedPostgres) -> AsyncIterator[Database]:
    """A database with many cases, most of them ended."""
    async with new_database(postgres) as database:
        engine = create_engine(database.owner_dsn, statement_timeout_ms=0)
        async with engine.begin() as conn:
            # What they are found by is not asked for here, and takes long to write for so many.
            await conn.execute(text("alter table case_head disable trigger ended_at_once"))
            await conn.execute(text(_HEADS), {"cases": CASES})
        async with engine.connect() as conn:
            await conn.execution_options(isolation_level="AUTOCOMMIT")
            await conn.execute(text("vacuum (analyze) case_head"))
        await engine.dispose()
        yield database


def offered(who: Actor) -> Iterator[Wanted]:
    """Give every combination that *who* can choose on the page."""
    everywhere = who.role in {Role.STATE_AUDITOR, Role.COORDINATOR}
    choices = product(
        Wanted().views(who),
        ("", "closed", "granted"),
        ("", "2024"),
        ("", "leader", "learning"),
        ("",) if everywhere else ("", "case_officer@SFIN:7"),
        ("", "SFIN") if everywhere else ("",),
    )
    for view, stage, year, strand, officer, office in choices:
        yield Wanted(view=view, stage=stage, year=year, strand=strand, officer=officer, office=office)


def cursors(segment: Segment) -> Iterator[tuple[ListCursor | None, bool]]:
    """Give the first page, one from the middle, and the one before it."""
    here = ListCursor(
        first_due=NOW if segment is Segment.DATED else None,
        finished=segment is Segment.FINISHED,
        changed_at=datetime(2022, 1, 1, tzinfo=UTC),
        case_id=MIDDLE,
    )
    yield from ((None, False), (here, False), (here, True))


def asked(office: str | None, filters: Filters) -> Iterator[SelectBase]:
    """Give the statements behind one page of the list: a page of each part, and the count."""
    for segment in Segment:
        if filters.finished in {None, segment is Segment.FINISHED}:
            for cursor, backwards in cursors(segment):
                yield page_query(office, filters, segment, cursor, 51, backwards=backwards)
    yield select(count_query(office, filters))


@pytest.mark.parametrize("who", [OFFICER, LEADER, AUDITOR, COORDINATOR], ids=lambda who: who.role.value)
async def test_every_combination_that_is_offered_walks_an_index(crowded: Database, who: Actor) -> None:
    seen = 0
    for wanted in offered(who):
        for query in asked(wanted.place(who), wanted.filters(who, None, NOW)):
            plan = await nodes(crowded, query)
            said = f"{wanted}: {query}"
            assert "Seq Scan" not in kinds_of(plan, "case_head"), said
            assert sorted_rows(plan) <= FEW, said
            assert indexes(plan), said
            seen += 1

    assert seen > 5 * len(VIEWS)
