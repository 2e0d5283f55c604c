"""What all models of the API share: how money, instants and days are written."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, TypeAlias

from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field


class Given(BaseModel):
    """Something that is given; read from rows by the names of their fields."""

    model_config = ConfigDict(from_attributes=True, frozen=True, extra="ignore")


Ore: TypeAlias = Annotated[int, Field(description="Norwegian kroner, counted in øre: 100 is one krone.")]
Instant: TypeAlias = Annotated[
    datetime, Field(description="An instant in UTC (RFC 3339), in the case's own time.")
]
Due: TypeAlias = Annotated[
    datetime, Field(description="The first instant (UTC) after the last day or minute in time.")
]
LastDay: TypeAlias = Annotated[date, Field(description="The last Norwegian day in time.")]
OrgNumber: TypeAlias = Annotated[str, Field(description="Organisation number, nine digits.")]
RuleKey: TypeAlias = Annotated[str, Field(description="Key of a rule, such as `R26-52` or `T13`.")]


def given(model: BaseModel, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return *model* as an answer."""
    return Response(
        model.model_dump_json(),
        status_code=status,
        media_type="application/json",
        headers=None if headers is None else dict(headers),
    )
