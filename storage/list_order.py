"""The order of the list of all cases, where a page of it begins, and how far anything in it is counted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Self
from uuid import UUID

from sqlalchemy import CompoundSelect, ScalarSelect, Select, func, select

from domain.instants import FIRST_YEAR, LAST_YEAR

MOST_COUNTED: Final = 1000


class Segment(StrEnum):
    """The list's three parts, in their order: each is sorted in its own way, and walks an index of its own."""

    DATED = "dated"
    UNDATED = "undated"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCursor:
    """A row that a page begins or ends with."""

    first_due: datetime | None
    finished: bool
    changed_at: datetime
    case_id: UUID

    @property
    def segment(self) -> Segment:
        if self.finished:
            return Segment.FINISHED
        return Segment.UNDATED if self.first_due is None else Segment.DATED

    def __str__(self) -> str:
        place = self.changed_at if self.first_due is None else self.first_due
        return f"{self.segment}/{place.isoformat()}/{self.case_id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the cursor that *text* stands for.

        Raises:
            ValueError: It stands for none.
        """
        segment, place, case_id = text.split("/")
        at = datetime.fromisoformat(place)
        if at.tzinfo is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise ValueError("no instant of a case")
        return cls(
            first_due=at if Segment(segment) is Segment.DATED else None,
            finished=segment == Segment.FINISHED,
            changed_at=at,
            case_id=UUID(case_id),
        )


def counted(some: Select[Any] | CompoundSelect[Any]) -> ScalarSelect[Any]:
    """Return how many *some* are, counted no further than one above ``MOST_COUNTED``."""
    found = select(func.count()).select_from(some.limit(MOST_COUNTED + 1).subquery())
    return found.scalar_subquery()
