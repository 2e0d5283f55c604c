"""What lies in a case's file: its application, its history, its letters; and what a check finds."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from domain.actors import Role
from domain.ruleset import Severity
from web.api.models.base import Given, Instant, RuleKey


class ApplicationGiven(Given):
    """The newest application of a case, as it was sent; of the account only the last four digits."""

    case_no: str
    application: dict[str, Any] = Field(description="As `examples/application.schema.json` describes it.")


class HistoryEntry(Given):
    """One event of a case. What people wrote, and the event's own values, are told to the office and to auditors."""

    seq: int
    kind: str
    at: Instant
    text: str = Field(description="What happened, in the asked language.")
    by: str = Field(description="`person`, or `automatic`.")
    who: str
    role: Role
    unit: str
    rule: RuleKey | None
    reason: str | None = Field(description="What the person gave as reason.")
    subject: str | None
    command_id: UUID | None
    recorded_at: datetime | None = Field(description="When it was written, in real time.")
    body: dict[str, Any] | None = Field(
        description="The event's values; private texts as their id and digest."
    )


class HistoryPage(Given):
    """A page of a case's history, in order."""

    items: list[HistoryEntry]
    next: str | None


class LetterLine(Given):
    """A letter of the case."""

    number: int
    letter: str = Field(description="Which letter it is, such as `L05`.")
    subject: str
    sent: bool
    written_at: Instant


class LetterList(Given):
    """The letters of a case, the first written first."""

    items: list[LetterLine]


class LetterGiven(LetterLine):
    """A letter as it was sent, in its own language."""

    language: str
    body: str


class FindingGiven(Given):
    """What an application lacks, and the rule that asks for it."""

    severity: Severity
    rule: RuleKey
    field: str
    message: str
    mend: str


class AllowedGiven(Given):
    """What other years ask for and these rules let pass in so many words."""

    rule: RuleKey
    field: str
    message: str


class CheckGiven(Given):
    """What came of checking an application; nothing is stored."""

    ruleset: str
    acceptable: bool = Field(description="Whether no finding is an error.")
    findings: list[FindingGiven]
    allowed: list[AllowedGiven]


class UploadGiven(Given):
    """A file that was uploaded, and not sent with anything yet."""

    sha256: str = Field(description="What it is named by in `attachments`.")
    name: str = Field(
        description="As it was sent, without what does harm, and with the ending of what it is."
    )
    media_type: str = Field(description="What it is by its content.")
    size: int
    scan: str = Field(description="`clean`, or `not_scanned` where nobody looks for malware.")
    received_at: Instant
    keep_until: Instant = Field(description="Then it is deleted, if it was not sent with anything.")


class UploadList(Given):
    """What one's own organisation has uploaded, the first received first."""

    items: list[UploadGiven]
