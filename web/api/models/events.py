"""What happened, for programs that follow along, and where they want to be told."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from web.api.models.base import Given, Instant

Position = Annotated[int, Field(ge=0, lt=2**63)]


class EventGiven(Given):
    """One event of a case: ids, its kind and instants. The rest is asked for at the case."""

    position: Position = Field(description="Its place among all events; follow along after it.")
    case_no: str
    case_id: UUID
    seq: int = Field(description="Its number in the case.")
    kind: str
    occurred_at: Instant
    recorded_at: datetime = Field(description="When it was written, in real time (UTC).")


class EventPage(Given):
    """A page of what happened, in the order in which it was written."""

    items: list[EventGiven]
    next: str = Field(description="What comes after; ask again for it, also when there was nothing new.")


class WebhookWanted(BaseModel):
    """Where a program wants to be told."""

    model_config = ConfigDict(extra="forbid", strict=True)

    url: str = Field(min_length=1, max_length=500, description="An https address that anybody may reach.")
    after: Position | None = Field(
        default=None, description="Told is what comes after this position; from now on where it is left out."
    )


class WebhookResumed(BaseModel):
    """How a webhook goes on."""

    model_config = ConfigDict(extra="forbid", strict=True)

    after: Position | None = Field(
        default=None,
        description="Told again is what comes after this position; where it is left out, what is not told.",
    )


class WebhookGiven(Given):
    """Where a program is told, and how far."""

    webhook_id: UUID
    url: str
    position: Position = Field(description="It has been told everything up to this.")
    paused: bool = Field(description="It is not told any more until it is resumed.")
    attempts: int = Field(description="How often the next event could not be told.")
    last_error: str | None = Field(description="Why not.")
    next_attempt_at: datetime = Field(description="When it is told on, in real time (UTC).")
    made_at: datetime = Field(description="When it was asked for, in real time (UTC).")


class WebhookMade(WebhookGiven):
    """A new webhook."""

    secret: str = Field(
        description="What our messages are signed with (Standard Webhooks); shown to whoever asked for it, and kept safe there."
    )


class WebhookPage(Given):
    """All of them; there are never many."""

    items: list[WebhookGiven]
