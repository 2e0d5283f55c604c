"""Cases: the list with its filters, and each as it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.lifecycle import Stage
from domain.ruleset import Strand
from storage import queries
from storage.case_file import attached, titles
from storage.case_list import ListedCase, cases_after
from storage.list_order import ListCursor
from storage.looked_up import look_up
from storage.rows import Filters, TaskRow
from storage.searching import sought
from web.api.answering import etag
from web.api.describing import answers
from web.api.gate import ApiCaseGate, ApiGate
from web.api.models import cases as models
from web.api.models.base import given
from web.api.paging import After, Limit, cursor_text, link, next_address, no_cursor
from web.case_filters import Wanted
from web.guard.gate import CaseVisit
from web.guard.readers import AUDITING, CASE_LISTS
from web.mending import in_words
from web.outlooks import outlook_of
from web.visit import Visit

router: Final = APIRouter(tags=["cases"])

LISTS: Final = ApiGate(roles=CASE_LISTS | MUNICIPAL_ROLES)
CASE: Final = ApiCaseGate()


class CaseFilters(BaseModel):
    """What the list is narrowed to, as on the pages."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        str, Field(max_length=100, description="A number, an amount, a municipality or a network.")
    ] = ""
    view: Annotated[
        Literal["open", "mine", "over", "finished", "all"] | None,
        Field(
            description="Open cases, one's own, those with a deadline that has passed, finished ones, or all."
        ),
    ] = None
    stage: Stage | None = None
    year: Annotated[int | None, Field(ge=2000, lt=2100, description="The year of the money.")] = None
    strand: Strand | None = None
    officer: Annotated[str, Field(max_length=100, description="Subject of the case officer.")] = ""
    office: Annotated[str, Field(pattern="^([A-Z]{4})?$", description="For those who see all offices.")] = ""

    def wanted(self) -> Wanted:
        """Return the same as the pages say it."""
        return Wanted(
            text=_printable(self.q),
            view=self.view or "",
            stage=self.stage or "",
            year=str(self.year or ""),
            strand=self.strand or "",
            officer=_printable(self.officer),
            office=self.office,
        )


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()


class CaseQuery(CaseFilters):
    """One page of it."""

    limit: Limit = 50
    after: After = None


async def narrowed(conn: AsyncConnection, visit: Visit, asked: CaseFilters) -> tuple[str | None, Filters]:
    """Return the office and the filters of what *asked* leaves the visitor to see: never more than is theirs."""
    wanted, who = asked.wanted(), visit.who
    office = wanted.place(who)
    filters = wanted.filters(who, await sought(conn, wanted.text, office), visit.now)
    if who.role in MUNICIPAL_ROLES:
        filters = replace(filters, host=who.unit, audited=who.role is Role.MUNICIPAL_AUDITOR)
    return office, await look_up(conn, office, filters)


def line(who: Actor, row: ListedCase) -> models.CaseLine:
    """Return *row* as *who* may see it."""
    found = models.CaseLine.model_validate(row)
    return found if who.role in AUDITING else found.model_copy(update={"officer": None})


@router.get("/cases", responses=answers(LISTS), response_model=models.CasePage)
async def cases(visit: Annotated[Visit, Depends(LISTS)], asked: Annotated[CaseQuery, Query()]) -> Response:
    """List the cases that are one's own to see, narrowed and searched as on the pages."""
    async with visit.read() as conn:
        office, filters = await narrowed(conn, visit, asked)
        rows = await cases_after(conn, office, filters, _cursor(asked.after), asked.limit + 1)
    shown = rows[: asked.limit]
    following = next_address(visit.request, str(shown[-1].cursor)) if len(rows) > len(shown) else None
    found = models.CasePage(items=[line(visit.who, row) for row in shown], next=following)
    return given(found, headers=link(following))


def _cursor(after: str | None) -> ListCursor | None:
    text = cursor_text(after)
    try:
        return None if text is None else ListCursor.parse(text)
    except ValueError as error:
        raise no_cursor() from error


@router.get("/cases/{case_no}", responses=answers(CASE), response_model=models.CaseGiven)
async def case(visit: Annotated[CaseVisit, Depends(CASE)]) -> Response:
    """Show a case as it stands. `ETag` is the number of its newest event."""
    async with visit.read() as conn:
        called = await titles(conn, visit.head)
        deadlines = await queries.deadlines_of(conn, visit.head.case_id)
        office = visit.who.role in OFFICE_ROLES
        tasks = await queries.tasks_of(conn, visit.head.case_id) if office else []
        documents = await attached(conn, visit.head.case_id)
    can, cannot = await _outlook(visit)
    head, case_ = visit.head, visit.case
    found = models.CaseGiven.model_validate(
        {
            **{name: getattr(head, name) for name in _OF_HEAD},
            "network": called.network,
            "project": called.project,
            "received_at": case_.received_at,
            "late": case_.late,
            "officer": head.officer if visit.who.role in AUDITING else None,
            "money": models.Money.model_validate(case_),
            "use_deadline": None if case_.decision is None else case_.decision.use_deadline,
            "reports": [models.Report.model_validate(one) for one in case_.reports],
            "audits": [models.Audit.model_validate(one) for one in case_.audits],
            "claims": _claims(visit),
            "deadlines": [models.Deadline.model_validate(one) for one in deadlines],
            "tasks": _tasks(tasks),
            "documents": [models.DocumentGiven.model_validate(one) for one in documents],
            "can": can,
            "cannot": cannot,
        }
    )
    return given(found, headers={"ETag": etag(head.seq)})


_OF_HEAD: Final = (
    "case_no",
    "case_id",
    "seq",
    "office",
    "host",
    "network_id",
    "project_id",
    "round_id",
    "strand",
    "grant_year",
    "rule_set",
    "stage",
    "finished",
)


def _tasks(rows: Sequence[TaskRow]) -> list[models.Task]:
    return [models.Task.model_validate(row) for row in rows]


def _claims(visit: CaseVisit) -> list[models.ClaimGiven]:
    """Return the claims; one that the municipality has not been told of is the office's own matter."""
    told = (
        visit.case.claims if visit.who.role in AUDITING else [one for one in visit.case.claims if one.is_told]
    )
    return [models.ClaimGiven.model_validate(one) for one in told]


async def _outlook(visit: CaseVisit) -> tuple[list[models.CanDo], list[models.CannotDo]]:
    found = await outlook_of(visit)
    cannot = []
    for one in found.cannot:
        refused = one.refused
        words = in_words(visit.language, refused.code, refused.rule, refused.params)
        cannot.append(
            models.CannotDo(
                command=one.command,
                about=one.about,
                code=refused.code,
                rule=refused.rule,
                detail=words.reason,
                mend=words.mend,
            )
        )
    return [models.CanDo(command=one.command, about=one.about) for one in found.can], cannot
