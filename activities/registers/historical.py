"""The door for old cases: a whole file or nothing, one command for each year in it (E45)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid5

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.registers.writing import (
    Envelope,
    Outcome,
    Received,
    carry_out,
    carry_out_in,
    log_access,
)
from domain.historical import (
    HistoricalCase,
    HistoricalCaseImported,
    ImportHistorical,
    MeetHistoricalDate,
    import_historical,
    meet_historical_date,
)
from domain.instants import local_day
from domain.refusal import Refused
from storage import historical


class HistoricalRegister:
    """Keeps the old cases of one database."""

    _engine: AsyncEngine

    async def import_historical(
        self, envelope: Envelope, office: str, cases: Sequence[HistoricalCase], file_sha256: str
    ) -> dict[str, Any]:
        """Bring in the cases of a file, of whichever years: all of them or none.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """
        years = sorted({one.grant_year for one in cases})
        bodies = [
            ImportHistorical(
                office=office,
                grant_year=year,
                file_sha256=file_sha256,
                cases=tuple(one for one in cases if one.grant_year == year),
            )
            for year in years
        ]
        stream = f"historical:{office}-{years[0]}"
        try:
            async with self._engine.begin() as conn:
                answers = [await _import_year(conn, envelope, body) for body in bodies]
        except Refused as refused:
            await log_access(self._engine, envelope, stream, refused)
            raise
        imported = sum(int(answer["imported"]) for answer in answers)
        return {"status": "done", "imported": imported, "years": years}

    async def meet_historical_date(self, envelope: Envelope, body: MeetHistoricalDate) -> dict[str, Any]:
        """Note that what was waited for in an old case has come.

        Raises:
            Refused: also for the same id with other content. Then nothing is stored.
        """

        async def decide(conn: AsyncConnection, received: Received) -> Outcome:
            asked = MeetHistoricalDate.model_validate(received.body)
            waited = await historical.open_dates(conn, asked.office, asked.grant_year, asked.reference)
            event = meet_historical_date(asked, envelope.actor, waited, local_day(received.now))
            await historical.write_met(conn, event, asked.grant_year)
            return [event], {"status": "done", "reference": asked.reference}

        stream = f"historical:{body.office}-{body.grant_year}"
        return await carry_out(self._engine, envelope, stream, body, decide)


async def _import_year(conn: AsyncConnection, envelope: Envelope, body: ImportHistorical) -> dict[str, Any]:
    async def decide(conn: AsyncConnection, received: Received) -> Outcome:
        asked = ImportHistorical.model_validate(received.body)
        known = await historical.references(conn, asked.office, asked.grant_year)
        events = import_historical(asked, envelope.actor, known, local_day(received.now))
        await historical.write_imported(
            conn, [event for event in events if isinstance(event, HistoricalCaseImported)]
        )
        return events, {"status": "done", "imported": len(events)}

    # A command is about one stream: each year's is named after the one that was sent.
    named = replace(envelope, command_id=uuid5(envelope.command_id, str(body.grant_year)))
    return await carry_out_in(conn, named, f"historical:{body.office}-{body.grant_year}", body, decide)
