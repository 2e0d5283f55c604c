"""The list of an office's networks: by name, page by page both ways, counted, and each with whoever answers for it."""

from datetime import date
from uuid import UUID

import pytest

from domain.actors import Role
from storage import network_list
from storage.keys import NameCursor
from storage.network_list import ListedNetwork, networks_after, networks_before
from storage.organisations import directory
from tests.activities.registers.doors import House, actor

TODAY = date(2026, 6, 1)
NAMES = ("valdres", "Hadeland", "Ådalen", "Hadeland", "Østerdalen")


async def add_some(house: House) -> None:
    for name in NAMES:
        await house.network(network_name=name)
    await house.network(actor(Role.LEADER, "SFVL"), office="SFVL", network_name="Sunnfjord")


def names(rows: list[ListedNetwork]) -> list[str]:
    return [row.known.network.name for row in rows]


@pytest.mark.parametrize("size", [1, 2, 3])
async def test_pages_neither_skip_nor_repeat_in_either_direction(house: House, size: int) -> None:
    await add_some(house)
    async with house.database.engine.connect() as conn:
        known = await directory(conn)
        whole = await networks_after(conn, "SFIN", known, None, 50)
        forth: list[ListedNetwork] = []
        while page := await networks_after(conn, "SFIN", known, forth[-1].cursor if forth else None, size):
            forth += page
        back = [whole[-1]]
        while page := await networks_before(conn, "SFIN", known, back[0].cursor, size):
            assert len(page) <= size
            back = page + back

    assert names(whole) == ["Hadeland", "Hadeland", "valdres", "Ådalen", "Østerdalen"]
    assert forth == whole
    assert back == whole


async def test_a_place_in_the_list_can_be_written_and_read(house: House) -> None:
    await add_some(house)
    async with house.database.engine.connect() as conn:
        known = await directory(conn)
        first, *others = await networks_after(conn, "SFIN", known, None, 50)

        assert await networks_after(conn, "SFIN", known, NameCursor.parse(str(first.cursor)), 50) == others


@pytest.mark.parametrize("text", ["", "nobody", f"{UUID(int=1)}\0"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        NameCursor.parse(text)


async def test_counting_stops_where_nobody_reads_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await add_some(house)
    async with house.database.engine.connect() as conn:
        assert await network_list.count(conn, "SFIN") == 5
        monkeypatch.setattr(network_list, "MOST_COUNTED", 3)
        assert await network_list.count(conn, "SFIN") == 4


async def test_each_municipality_is_told_with_its_networks(house: House) -> None:
    await add_some(house)
    joined = await house.network(network_name="Hedmarken")
    await house.join(joined, "3403", "3412")
    async with house.database.engine.connect() as conn:
        members = await network_list.members_by_municipality(conn, "SFIN", TODAY)

        assert members == {"3403": 1, "3412": 1}
        assert await network_list.networks_with(conn, "SFIN", "3403", TODAY) == [(joined, "Hedmarken")]
        assert await network_list.networks_with(conn, "SFVL", "3403", TODAY) == []
