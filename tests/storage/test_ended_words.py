"""What very many ended cases are found by is read in the list's order, and is always what the cases themselves say."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, select, text, update

from storage import case_list, list_order, tables
from storage.case_list import ListedCase
from storage.looked_up import look_up
from storage.rows import Filters
from storage.searching import municipality_mark, sought
from tests.databases import Database
from tests.storage.test_queries import ZERO, add
from tests.storage.trails import AT, case_id, head

LISTER, TOTEN = UUID(int=101), UUID(int=102)
DAY = timedelta(days=1)

#: What the cases say; what is kept of it.
_SAID = text(
    "select w.word, h.office, h.changed_at, h.case_id from case_head h, ended_words(h) w(word) where h.finished"
)


async def add_ended(database: Database) -> None:
    """Cases that have ended, at two offices, some of them on one day."""
    async with database.engine.begin() as conn:
        for key, name in ((LISTER, "Barnevernsledernettverk Lister"), (TOTEN, "Østre og Vestre Toten")):
            row = {
                "network_id": key,
                "name": name,
                "office": "SFIN",
                "strand": "leader",
                "created_at": AT,
            }
            await conn.execute(insert(tables.network).values(row))
    for n in range(1, 25):
        at_innlandet = n % 4 > 0
        office = "SFIN" if at_innlandet else "SFAG"
        words = [
            f"{office}-2026-{n}".lower(),
            "tidlig" if n % 2 else "tidligere",
            "hjelp" if n % 3 else "støtte",
        ]
        words += [municipality_mark("3442")] if n % 5 == 0 else []
        await add(
            database,
            head(
                n,
                1,
                ZERO,
                case_no=f"{office}-2026-{n}",
                office=office,
                finished=n != 7,
                changed_at=AT + n // 3 * DAY,
                network_id=LISTER if n % 7 == 0 else UUID(int=n),
                granted_ore=125_000_000 if n % 6 == 0 else 0,
                search=" ".join(words),
            ),
        )


@pytest.mark.parametrize("office", ["SFIN", None])
@pytest.mark.parametrize(
    "said",
    ["tidlig", "tidlig hjelp", "hjelp tidlig", "lister", "toten", "1 250 000", "2026-1", "SFIN-2026-", "nei"],
)
async def test_pages_of_very_many_are_those_of_few_in_either_direction(
    database: Database, monkeypatch: pytest.MonkeyPatch, said: str, office: str | None
) -> None:
    await add_ended(database)
    async with database.engine.connect() as conn:
        plain = Filters(finished=True, search=await sought(conn, said, office))
        few = await look_up(conn, office, plain)
        monkeypatch.setattr(list_order, "MOST_COUNTED", 1)
        many = await look_up(conn, office, plain)
        whole = await case_list.cases_after(conn, office, few, None, 50)
        if few.search is not None and few.search.has_parts:
            # Of words that very many have, parts are not looked for.
            whole = [
                one for one in whole if not said.startswith("tidlig") or int(one.case_no.split("-")[2]) % 2
            ]
        forth: list[ListedCase] = []
        while page := await case_list.cases_after(conn, office, many, forth[-1].cursor if forth else None, 2):
            forth += page
        back = [] if not whole else [whole[-1]]
        while back and (page := await case_list.cases_before(conn, office, many, back[0].cursor, 3)):
            back = page + back

    assert forth == whole == back
    assert many.search is not None
    assert (many.search.walked is not None) is (len(whole) > 1)


async def kept_and_said(database: Database) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    async with database.engine.connect() as conn:
        kept = {tuple(row) for row in await conn.execute(select(tables.ended_word))}
        return kept, {tuple(row) for row in await conn.execute(_SAID)}


@pytest.mark.parametrize(
    "changed",
    [
        {"finished": True},
        {"finished": False},
        {"office": "SFVL"},
        {"changed_at": AT + 100 * DAY},
        {"granted_ore": 7},
        {"adopted_seq": 1},
    ],
    ids=["ended", "runs_again", "moved", "later", "granted", "adopted"],
)
async def test_what_is_kept_follows_the_cases(database: Database, changed: dict[str, object]) -> None:
    await add_ended(database)
    async with database.engine.begin() as conn:
        ids = [case_id(n) for n in (6, 7, 8)]
        await conn.execute(
            update(tables.case_head).where(tables.case_head.c.case_id.in_(ids)).values(changed)
        )

    kept, said = await kept_and_said(database)

    assert kept == said
    assert kept


async def test_a_case_that_is_gone_is_not_found(database: Database) -> None:
    await add_ended(database)
    async with database.engine.begin() as conn:
        await conn.execute(delete(tables.case_head).where(tables.case_head.c.case_id == case_id(6)))

    kept, said = await kept_and_said(database)

    assert kept == said
    assert case_id(6) not in {row[3] for row in kept}


async def test_a_running_case_is_not_written_word_by_word(database: Database) -> None:
    await add(database, head(1, 1, ZERO, search="sfin-2026-1 tidlig hjelp"))

    assert await kept_and_said(database) == (set(), set())
