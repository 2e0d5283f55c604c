"""The list of all cases: in its order, page by page both ways, counted, and found by what people remember of a case."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert

from storage import case_list, list_order, tables
from storage.case_list import ListedCase
from storage.list_order import ListCursor
from storage.looked_up import look_up
from storage.rows import Filters
from storage.searching import Sought, municipality_mark, sought
from tests.databases import Database
from tests.storage.test_queries import ZERO, add
from tests.storage.trails import AT, head

NEW_YEAR = datetime(2027, 12, 31, 23, tzinfo=UTC)
DAY = timedelta(days=1)
LISTER, TOTEN = UUID(int=101), UUID(int=102)


def numbers(rows: list[ListedCase]) -> list[str]:
    return [row.case_no.removeprefix("SFIN-2026-") for row in rows]


async def add_some(database: Database) -> None:
    await add(
        database,
        head(1, 1, ZERO, first_due=NEW_YEAR + DAY),
        head(2, 1, ZERO, first_due=NEW_YEAR),
        head(3, 1, ZERO, changed_at=AT),
        head(4, 1, ZERO, changed_at=AT + DAY),
        head(5, 1, ZERO, first_due=NEW_YEAR),
        head(6, 1, ZERO, finished=True, changed_at=AT + DAY),
        head(7, 1, ZERO, finished=True, changed_at=AT + 2 * DAY),
        head(8, 1, ZERO, office="SFVL", first_due=NEW_YEAR),
        head(9, 1, ZERO, first_due=NEW_YEAR + 2 * DAY),
    )


class TestOrder:
    async def test_the_next_deadline_stands_first_then_what_was_changed_last(
        self, database: Database
    ) -> None:
        await add_some(database)
        async with database.engine.connect() as conn:
            open_ = await case_list.cases_after(conn, "SFIN", Filters(), None, 50)
            finished = await case_list.cases_after(conn, "SFIN", Filters(finished=True), None, 50)

        assert numbers(open_) == ["2", "5", "1", "9", "4", "3"]
        assert numbers(finished) == ["7", "6"]

    @pytest.mark.parametrize("size", [1, 2, 3, 5])
    async def test_pages_neither_skip_nor_repeat_in_either_direction(
        self, database: Database, size: int
    ) -> None:
        await add_some(database)
        everything = Filters(finished=None)
        async with database.engine.connect() as conn:
            whole = await case_list.cases_after(conn, None, everything, None, 50)
            forth: list[ListedCase] = []
            while page := await case_list.cases_after(
                conn, None, everything, forth[-1].cursor if forth else None, size
            ):
                forth += page
            back: list[ListedCase] = [whole[-1]]
            while page := await case_list.cases_before(conn, None, everything, back[0].cursor, size):
                assert len(page) <= size
                back = page + back

        assert forth == whole
        assert back == whole


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"stage": "granted"}, ["2"]),
        ({"officer": "s-9"}, ["3"]),
        ({"host": "958935420"}, ["4"]),
        ({"strand": "leader"}, ["5"]),
        ({"grant_year": 2027}, ["6"]),
        ({"overdue_at": NEW_YEAR}, ["7"]),
        ({"search": Sought(text="østre toten")}, ["8"]),
        ({"search": Sought(text="100 %")}, ["9"]),
        ({"foster_home": True}, ["10", "12"]),
        ({"stage": "granted", "officer": "s-9"}, []),
    ],
)
async def test_the_list_is_narrowed(database: Database, filters: dict[str, Any], expected: list[str]) -> None:
    await add(
        database,
        head(1, 1, ZERO, search="sfin-2026-1 100 kommuner"),
        head(2, 1, ZERO, stage="granted"),
        head(3, 1, ZERO, officer="s-9"),
        head(4, 1, ZERO, host="958935420"),
        head(5, 1, ZERO, strand="leader"),
        head(6, 1, ZERO, grant_year=2027),
        head(7, 1, ZERO, first_due=NEW_YEAR),
        head(8, 1, ZERO, search="sfin-2026-8 østre toten"),
        head(9, 1, ZERO, search="sfin-2026-9 100 % stilling"),
        head(10, 1, ZERO, state={"project_type": "foster_home"}),
        head(11, 1, ZERO, first_due=NEW_YEAR + DAY),
        head(12, 1, ZERO, state={"project_type": "learning", "foster_home": True}),
    )
    async with database.engine.connect() as conn:
        found = await case_list.cases_after(conn, "SFIN", Filters(**filters), None, 50)

    assert numbers(found) == expected


@pytest.mark.parametrize(("due", "finished"), [(NEW_YEAR, False), (None, False), (None, True)])
async def test_a_place_in_the_list_can_be_written_and_read(
    database: Database, due: datetime | None, finished: bool
) -> None:
    await add(database, *(head(n, 1, ZERO, first_due=due, finished=finished) for n in (1, 2)))
    async with database.engine.connect() as conn:
        first, second = await case_list.cases_after(conn, None, Filters(finished=None), None, 50)
        read = ListCursor.parse(str(first.cursor))

        assert await case_list.cases_after(conn, None, Filters(finished=None), read, 50) == [second]


@pytest.mark.parametrize(
    "text", ["", "//", "a/b/c", "dated/2026-01-01T00:00:00Z/nobody", f"dated/2026-01-01/{LISTER}"]
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        ListCursor.parse(text)


async def test_each_kind_is_counted(database: Database) -> None:
    await add_some(database)
    async with database.engine.connect() as conn:
        kinds = {"all": Filters(finished=None), "late": Filters(overdue_at=NEW_YEAR)}

        assert (await case_list.beside(conn, "SFIN", kinds)).counts == {"all": 8, "late": 2}


async def test_counting_stops_where_nobody_reads_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_some(database)
    monkeypatch.setattr(list_order, "MOST_COUNTED", 3)
    async with database.engine.connect() as conn:
        # A kind that nothing else asks for: statements that were made keep the number they were made with.
        assert (await case_list.beside(conn, None, {"few": Filters()})).counts == {"few": 4}


async def test_the_officers_of_open_cases_are_known(database: Database) -> None:
    await add(
        database,
        head(1, 1, ZERO, officer="b"),
        head(2, 1, ZERO, officer="a"),
        head(3, 1, ZERO, officer="c", finished=True),
        head(4, 1, ZERO, officer="d", office="SFVL"),
    )
    async with database.engine.connect() as conn:
        assert (await case_list.beside(conn, "SFIN", {})).officers == ["a", "b"]


class TestSearch:
    async def found(self, database: Database, text: str, **filters: Any) -> list[str]:
        async with database.engine.connect() as conn:
            wanted = Filters(finished=None, search=await sought(conn, text, "SFIN"), **filters)
            return numbers(await case_list.cases_after(conn, "SFIN", wanted, None, 50))

    async def add_named(self, database: Database) -> None:
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
        await add(
            database,
            head(1, 1, ZERO, network_id=LISTER, search="sfin-2026-1 tidlig hjelp"),
            head(2, 1, ZERO, network_id=TOTEN, search=f"sfin-2026-2 {municipality_mark('3442')}"),
            head(3, 1, ZERO, host="970540008", search="sfin-2026-3 970540008", finished=True),
            head(4, 1, ZERO, applied_ore=125_000_000, search="sfin-2026-4"),
            head(5, 1, ZERO, applied_ore=1, granted_ore=125_000_000, search="sfin-2026-5"),
            head(17, 1, ZERO, search="sfin-2026-17"),
            head(18, 1, ZERO, office="SFVL", case_no="SFVL-2026-18", search="sfvl-2026-18 tidlig hjelp"),
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("SFIN-2026-17", ["17"]),
            ("2026/17", ["17"]),
            ("lsiter", ["1"]),
            ("tidlig hjelp", ["1"]),
            ("Ostre Toten", ["2"]),
            ("Oestre toten kommune", ["2"]),
            ("970 540 008", ["3"]),
            ("1 250 000", ["4", "5"]),
            ("kr 1.250.000,00", ["4", "5"]),
            ("12 500", []),
            ("Ingen steder", []),
            ("hjelp tidlig", ["1"]),
            ("dlig hje", ["1"]),
            ("2026-1", ["1", "17"]),
            ("SFIN-2026", ["1", "17", "2", "3", "4", "5"]),
            ("2027", []),
            ("SFAG-2026", []),
        ],
    )
    async def test_a_case_is_found_by_what_people_remember(
        self, database: Database, text: str, expected: list[str]
    ) -> None:
        await self.add_named(database)

        assert sorted(await self.found(database, text)) == expected

    async def test_a_search_stays_within_the_other_filters(self, database: Database) -> None:
        await self.add_named(database)

        assert await self.found(database, "1 250 000", grant_year=2020) == []

    async def test_an_empty_search_is_none(self, database: Database) -> None:
        async with database.engine.connect() as conn:
            assert await sought(conn, "  ", "SFIN") is None

    async def test_networks_of_other_offices_are_not_looked_through(self, database: Database) -> None:
        await self.add_named(database)
        async with database.engine.connect() as conn:
            found = await sought(conn, "Lister", "SFVL")

        assert found is not None
        assert found.networks == ()

    @pytest.mark.parametrize(
        "text", ["sfin", "tidlig hjelp", "1 250 000", "2026", "SFVL-2026", "toten", "ingen"]
    )
    @pytest.mark.parametrize("most", [0, 1, 1_000])
    async def test_what_was_looked_up_is_listed_and_counted_as_what_was_not(
        self, database: Database, monkeypatch: pytest.MonkeyPatch, text: str, most: int
    ) -> None:
        await self.add_named(database)
        monkeypatch.setattr(list_order, "MOST_COUNTED", most)
        async with database.engine.connect() as conn:
            plain = Filters(finished=None, search=await sought(conn, text, "SFIN"))
            known = await look_up(conn, "SFIN", plain)
            whole = await case_list.cases_after(conn, "SFIN", plain, None, 50)
            forth: list[ListedCase] = []
            while page := await case_list.cases_after(
                conn, "SFIN", known, forth[-1].cursor if forth else None, 2
            ):
                forth += page
            counts = (await case_list.beside(conn, "SFIN", {"looked_up": known})).counts

        assert forth == whole
        assert counts == {"looked_up": min(len(whole), most + 1)}

    async def test_views_of_what_was_looked_up_are_counted_each(self, database: Database) -> None:
        await add(
            database,
            head(1, 1, ZERO, officer="a", first_due=NEW_YEAR, search="sfin-2026-1 barn"),
            head(2, 1, ZERO, officer="b", first_due=NEW_YEAR + DAY, search="sfin-2026-2 barn"),
            head(3, 1, ZERO, officer="a", finished=True, search="sfin-2026-3 barn"),
        )
        async with database.engine.connect() as conn:
            every = Filters(finished=None, search=await sought(conn, "barn", "SFIN"))
            known = await look_up(conn, "SFIN", every)
            kinds = {
                "open": replace(known, finished=False),
                "late": replace(known, finished=False, overdue_at=NEW_YEAR),
                "mine": replace(known, finished=None, officer="a"),
            }

            assert (await case_list.beside(conn, "SFIN", kinds)).counts == {"open": 2, "late": 1, "mine": 2}

    async def test_where_very_many_have_the_words_parts_of_words_are_not_looked_for(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await add(
            database,
            *(head(n, 1, ZERO, finished=True, search=f"sfin-2026-{n} barn") for n in (1, 2)),
            head(3, 1, ZERO, search="sfin-2026-3 barnevern"),
        )
        found = {}
        async with database.engine.connect() as conn:
            every = Filters(finished=None, search=await sought(conn, "barn", "SFIN"))
            for most in (2, 1):
                monkeypatch.setattr(list_order, "MOST_COUNTED", most)
                known = await look_up(conn, "SFIN", every)
                found[most] = numbers(await case_list.cases_after(conn, "SFIN", known, None, 50))

        assert {most: sorted(some) for most, some in found.items()} == {2: ["1", "2", "3"], 1: ["1", "2"]}
