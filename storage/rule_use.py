"""How much is open under the rules of a year; it is pinned to them and does not follow a changed file."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_COUNT: Final = text(
    """
    SELECT (SELECT count(*) FROM round WHERE grant_year = :year AND NOT finished) AS rounds,
           (SELECT count(*) FROM case_head WHERE grant_year = :year AND NOT finished) AS cases
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """Rounds that are not over and cases that are not closed, of one grant year."""

    rounds: int
    cases: int


async def pinned(conn: AsyncConnection, grant_year: int) -> Pinned:
    """Count what is open in *grant_year*."""
    row = (await conn.execute(_COUNT, {"year": grant_year})).one()
    return Pinned(rounds=row.rounds, cases=row.cases)
