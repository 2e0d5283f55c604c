"""Lets in the office whose round it is."""

from dataclasses import dataclass

from fastapi import Request

from storage import queries
from storage.rows import RoundRow
from web.guard.gate import Gate, NotYoursError, note_denied, of_visit
from web.visit import Visit


@dataclass(kw_only=True)
class RoundVisit(Visit):
    """A visit to one round of the visitor's own office."""

    round: RoundRow

    @property
    def address(self) -> str:
        """Where the round's pages begin."""
        return f"/runder/{self.round.round_no}"


@dataclass(frozen=True)
class RoundGate(Gate):
    """Lets in the office whose round it is; to others it does not exist here, and that they asked is noted."""

    async def __call__(self, request: Request) -> RoundVisit:
        """Return the visit to the round ``round_no`` of the address."""
        visit = await self.enter(request)
        given = str(request.path_params["round_no"])
        async with visit.read() as conn:
            row = await queries.round_by(conn, given) if given.isprintable() else None
        if row is None:
            raise NotYoursError(visit)
        if row.office != visit.who.unit:
            await note_denied(visit, f"round:{row.round_id}")
            raise NotYoursError(visit)
        return RoundVisit(**of_visit(visit), round=row)
