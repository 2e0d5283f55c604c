"""How much is open under the rules of a year; it is pinned to them and does not follow a changed file."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.rulebook.tightening import RoundOverride

_COUNT: Final = text(
    """
    SELECT (SELECT count(*) FROM round WHERE grant_year = :year AND NOT finished) AS rounds,
           (SELECT count(*) FROM case_head WHERE grant_year = :year AND NOT finished) AS cases
    """
)


_TIGHTENED: Final = text(
    """
    SELECT round_no, state -> 'override' AS override FROM round
     WHERE grant_year BETWEEN :first AND :last AND jsonb_typeof(state -> 'override') = 'object' ORDER BY round_no
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


async def tightened_rounds(conn: AsyncConnection, first: int, last: int) -> dict[str, RoundOverride]:
    """Return what offices asked for beside the rules in rounds of the years *first* to *last*, by the round's number."""
    rows = await conn.execute(_TIGHTENED, {"first": first, "last": last})
    return {row.round_no: RoundOverride.model_validate(row.override) for row in rows}
