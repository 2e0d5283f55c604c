"""Old cases on a real database: all or none, sealed, and waited for only where a date was typed (E45)."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.actors import Role
from domain.historical import MeetHistoricalDate
from domain.historical_file import read_cases
from domain.refusal import Refused
from storage import historical
from storage.engine import create_engine
from tests.activities.registers.doors import OFFICER, House, actor
from tests.domain.test_historical import CELLS, WHOLE, sheet

SHA = "a" * 64
TWO_YEARS = (WHOLE, CELLS | {"saksnummer": "2020/3", "tilskuddsår": "2020"})


async def bring_in(house: House, *rows: dict[str, str], **changes: Any) -> dict[str, Any]:
    envelope = changes.pop("envelope", None) or house.envelope(changes.pop("who", OFFICER))
    return await house.register.import_historical(envelope, "SFIN", read_cases(sheet(*rows)), SHA)


async def test_a_file_of_several_years_is_written_to_a_stream_for_each(house: House) -> None:
    answer = await bring_in(house, *TWO_YEARS)

    assert answer == {"status": "done", "imported": 2, "years": [2020, 2021]}
    assert await house.trail("historical:SFIN-2020") == ["HistoricalCaseImported"]
    assert await house.trail("historical:SFIN-2021") == ["HistoricalCaseImported"]
    async with house.database.engine.connect() as conn:
        rows = await historical.cases(conn, "SFIN")
        assert await historical.cases(conn, "SFVL") == []
    assert [(row["reference"], row["granted_ore"]) for row in rows] == [
        ("2021/77", 40_000_000),
        ("2020/3", None),
    ]
    assert await house.problems() == []


async def test_a_file_that_is_sent_again_is_brought_in_once(house: House) -> None:
    envelope = house.envelope()
    first = await bring_in(house, *TWO_YEARS, envelope=envelope)

    assert await bring_in(house, *TWO_YEARS, envelope=envelope) == first

    assert len(await house.rows("SELECT 1 FROM historical_case")) == 2
    with pytest.raises(Refused, match="historical_case_there_already"):
        await bring_in(house, *TWO_YEARS)


async def test_where_one_year_is_refused_nothing_of_the_file_is_stored(house: House) -> None:
    await bring_in(house, WHOLE)

    with pytest.raises(Refused, match="historical_case_there_already"):
        await bring_in(house, *TWO_YEARS)

    assert len(await house.rows("SELECT 1 FROM historical_case")) == 1
    assert await house.trail("historical:SFIN-2020") == []
    with pytest.raises(Refused, match="other_office"):
        await bring_in(house, *TWO_YEARS, who=actor(Role.LEADER, "SFVL"))
    assert [row.code for row in await house.rows("SELECT code FROM access_log")] == ["other_office"]


async def test_only_typed_dates_are_waited_for_until_they_are_met(house: House) -> None:
    await house.mandate(learning=1)
    await bring_in(house, *TWO_YEARS)
    waiting = await house.tasks(datetime(2026, 1, 31, tzinfo=UTC))
    assert [(task.code, task.case_no, task.params["date_kind"]) for task in waiting] == [
        ("historical_date", "2021/77", "use_until"),
        ("historical_date", "2021/77", "report_due"),
    ]

    for kind in ("use_until", "report_due"):
        body = MeetHistoricalDate.model_validate(
            {
                "office": "SFIN",
                "grant_year": 2021,
                "reference": "2021/77",
                "date_kind": kind,
                "met_on": "2026-02-01",
            }
        )
        await house.register.meet_historical_date(house.envelope(), body)
        with pytest.raises(Refused, match="historical_date_not_open"):
            await house.register.meet_historical_date(house.envelope(), body)

    assert await house.codes(datetime(2026, 1, 31, tzinfo=UTC)) == []
    assert await house.problems() == []


async def test_a_note_is_sealed(house: House) -> None:
    await bring_in(house, WHOLE)

    stored = await house.rows("SELECT envelope FROM trail UNION ALL SELECT content::text FROM inbox")
    assert not any("pandemien" in row[0] for row in stored)
    [(ref,)] = await house.rows("SELECT ref FROM private_text WHERE text = 'Forsinket av pandemien'")
    assert [tuple(row) for row in await house.rows("SELECT note_ref FROM historical_case")] == [(ref,)]


async def test_an_old_case_belongs_to_the_project_that_is_typed_in(house: House) -> None:
    project_id = uuid4()
    await bring_in(house, CELLS | {"prosjekt-id": str(project_id)})

    async with house.database.engine.connect() as conn:
        assert len(await historical.cases(conn, project_id=project_id)) == 1
        assert await historical.open_dates(conn, "SFIN", 2021, "x") is None


async def test_a_row_that_was_changed_by_hand_is_found(house: House) -> None:
    await bring_in(house, WHOLE)
    engine = create_engine(house.database.superuser_dsn)
    async with engine.begin() as conn:
        await conn.execute(text("UPDATE historical_case SET granted_ore = 1"))
    await engine.dispose()

    assert await house.problems() == [
        "historical:SFIN-2021: historical_case 2021/77 is not what the trail gives"
    ]
