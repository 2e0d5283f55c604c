"""Cases as other programs see them: a line of the list, and the whole case as far as its reader may see it."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from domain.claims import ClaimGround, ClaimState
from domain.duties import DutyState, Ground
from domain.lifecycle import Stage
from domain.ruleset import Strand
from web.api.models.base import Due, Given, Instant, LastDay, Ore, OrgNumber, RuleKey


class CaseLine(Given):
    """A case in the list."""

    case_no: str
    case_id: UUID
    office: str
    network: str
    host: OrgNumber
    stage: Stage
    strand: Strand
    grant_year: int
    officer: str | None = Field(
        description="Subject of the case officer; only told to the office and to auditors."
    )
    applied_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    refunded_ore: Ore
    first_due: Due | None
    first_clock: str | None
    finished: bool
    changed_at: datetime = Field(description="When it last changed, in real time (UTC).")


class CasePage(Given):
    """A page of cases: by the earliest deadline, then those without one, then the finished."""

    items: list[CaseLine]
    next: str | None = Field(description="The address of the next page; null on the last.")


class Money(Given):
    """The case's money."""

    applied_ore: Ore
    granted_ore: Ore
    paid_ore: Ore
    unspent_ore: Ore | None
    refunded_ore: Ore


class Deadline(Given):
    """An open deadline of the case."""

    clock: str
    due: Due
    last_day: LastDay
    about: str
    rule: RuleKey
    role: str = Field(description="Who is to act.")


class Task(Given):
    """Something that somebody is to do in the case."""

    task: str
    code: str
    role: str
    rule: RuleKey
    opened_at: Instant
    due: Due | None


class Report(Given):
    """A report that is owed, for one year of use."""

    name: str = Field(description="What `deliver_report` calls `duty`.")
    year: int
    ground: Ground
    rule: RuleKey
    last_day: LastDay
    state: DutyState
    available_ore: Ore = Field(description="What the report must account for, in øre.")
    spent_ore: Ore | None
    unused_ore: Ore | None
    delivered_at: Instant | None
    final: bool
    returns: int


class Audit(Given):
    """An auditor's statement that is owed."""

    name: str = Field(description="What `deliver_audit` calls `duty`.")
    rule: RuleKey
    last_day: LastDay
    collected: bool
    state: DutyState
    amount_ore: Ore | None
    delivered_at: Instant | None
    returns: int


class ClaimGiven(Given):
    """Money that is claimed back; a municipality sees those that it has been told of."""

    number: int
    ground: ClaimGround
    state: ClaimState
    amount_ore: Ore
    received_ore: Ore
    written_off_ore: Ore
    reduced_ore: Ore
    due_day: LastDay | None
    kid: str | None
    notice_last_day: LastDay | None


class DocumentGiven(Given):
    """A document of the case; its content is at `documents/{document_id}`. One that is erased has neither name nor content."""

    document_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    received_at: Instant
    erased_at: Instant | None


class DocumentList(Given):
    """The documents of a case, the first received first."""

    items: list[DocumentGiven]


class CanDo(Given):
    """A command that can be sent now."""

    command: str
    about: str | None = Field(description="The duty, claim, condition or appeal it is about.")


class CannotDo(CanDo):
    """A command that cannot be carried out yet, and why."""

    code: str
    rule: RuleKey
    detail: str
    mend: str


class CaseGiven(Given):
    """A case as it stands, as far as its reader may see it."""

    case_no: str
    case_id: UUID
    seq: int = Field(description="The number of its newest event: what `ETag` says and `If-Match` asks for.")
    office: str
    host: OrgNumber
    network_id: UUID
    network: str
    project_id: UUID
    project: str
    round_id: UUID
    strand: Strand
    grant_year: int
    rule_set: str
    stage: Stage
    finished: bool
    received_at: Instant
    late: bool = Field(description="Whether the application came after the round's deadline.")
    officer: str | None
    money: Money
    use_deadline: Due | None = Field(
        description="The first instant (UTC) after the last day to use the money."
    )
    reports: list[Report]
    audits: list[Audit]
    claims: list[ClaimGiven]
    deadlines: list[Deadline]
    tasks: list[Task] = Field(description="Only told to the office.")
    documents: list[DocumentGiven]
    can: list[CanDo] = Field(description="What the caller's role can do now.")
    cannot: list[CannotDo] = Field(description="What it cannot do yet, the nearest first.")
