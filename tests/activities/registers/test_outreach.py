"""The outreach list and the organisation history on a real database."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.actors import Role
from domain.organisations import commands as o
from domain.outreach import MarkAttention, TickMunicipalities
from domain.refusal import Refused
from storage.office_registers import outreach_of, registers_of
from storage.organisations import directory
from tests.activities.registers.doors import LEADER, TODAY, House, actor

SPLIT: dict[str, Any] = {
    "office": "SFMR",
    "ended": ({"number": "1507", "name": "Ålesund"},),
    "begun": ({"number": "1508"}, {"number": "1580"}),
    "from_day": "2024-01-01",
}


async def tick(house: House, **changes: Any) -> dict[str, Any]:
    plain = {
        "office": "SFIN",
        "year": 2026,
        "tick": "invited",
        "everyone": True,
        "ticked_on": "2026-03-01",
    }
    body = TickMunicipalities.model_validate(plain | changes)
    return await house.register.change_outreach(house.envelope(actor(Role.LEADER, body.office)), body)


async def test_every_municipality_of_the_county_is_on_the_list(house: House) -> None:
    await tick(house)

    async with house.database.engine.connect() as conn:
        found = await outreach_of(conn, "SFIN", 2026)
        assert await outreach_of(conn, "SFIN", 2025) is None
    assert found is not None
    assert len(found.reached) == 46
    assert await house.problems() == []


async def test_those_in_no_network_are_listed_and_the_task_goes_with_the_first_tick(house: House) -> None:
    await house.mandate(learning=1)
    network_id = await house.network()
    await house.join(network_id, "3403", "3412")
    async with house.database.engine.connect() as conn:
        outside = (await registers_of(conn, "SFIN", TODAY)).outside
    assert len(outside) == 44
    assert not {"3403", "3412"} & set(outside)
    assert await house.codes() == ["open_round", "reach_out"]

    await tick(house, everyone=False, municipalities=["3420"])

    assert await house.codes() == ["open_round"]


async def test_a_member_of_a_network_at_another_office_is_in_a_network(house: House) -> None:
    network_id = await house.network()
    await house.join(network_id, "3403", "4214")

    async with house.database.engine.connect() as conn:
        assert "4214" not in (await registers_of(conn, "SFAG", TODAY)).outside


async def test_the_list_of_a_year_has_the_municipalities_of_that_year(house: House) -> None:
    await house.register.change_organisations(
        house.envelope(actor(Role.CASE_OFFICER, "SFMR")), o.ReorganiseMunicipalities.model_validate(SPLIT)
    )
    with pytest.raises(Refused, match="municipality_of_other_office"):
        await tick(house, office="SFMR", year=2024, everyone=False, municipalities=["1507"])

    await tick(house, office="SFMR", year=2023, everyone=False, municipalities=["1507"])
    await tick(house, office="SFMR", year=2024, everyone=False, municipalities=["1508", "1580"])

    assert await house.trail("organisations") == ["MunicipalitiesReorganised"]
    assert await house.problems() == []


async def test_the_note_of_the_mark_is_sealed(house: House) -> None:
    body = MarkAttention.model_validate(
        {
            "office": "SFIN",
            "year": 2026,
            "municipality": "3420",
            "marked": True,
            "access": "internal",
            "note": "Bare to ansatte",
        }
    )

    await house.register.change_outreach(house.envelope(LEADER), body)

    [(envelope,)] = await house.rows("SELECT envelope FROM trail")
    assert "Bare to ansatte" not in envelope
    assert [tuple(row) for row in await house.rows("SELECT field, text FROM private_text")] == [
        ("note", "Bare to ansatte")
    ]


async def test_the_directory_is_the_packed_list_and_what_offices_registered(house: House) -> None:
    async with house.database.engine.connect() as conn:
        assert (await directory(conn)).municipality("1507") is None

    await house.register.change_organisations(
        house.envelope(actor(Role.LEADER, "SFMR")), o.ReorganiseMunicipalities.model_validate(SPLIT)
    )

    async with house.database.engine.connect() as conn:
        found = (await directory(conn)).municipality("1507")
    assert found is not None
    assert found.became == ("1508", "1580")


async def test_next_years_rules_and_the_letter_are_tasks_of_the_leader(house: House) -> None:
    assert await house.codes(datetime(2026, 1, 1, 9, tzinfo=UTC)) == ["register_mandate"]
    await house.mandate(learning=1)
    await tick(house)
    assert await house.codes(datetime(2026, 11, 30, 9, tzinfo=UTC)) == ["open_round"]

    rows = await house.tasks(datetime(2026, 12, 1, 9, tzinfo=UTC), role="leader")

    assert [(row.code, row.case_no, row.rule, row.role) for row in rows] == [
        ("open_round", "2026", "T01", "leader"),
        ("impartiality_list", "2026", "L-20", "leader"),
        ("review_rules", "2027", "R26-66", "leader"),
    ]
    assert await house.tasks(datetime(2026, 12, 1, 9, tzinfo=UTC), role="accountant") == []
