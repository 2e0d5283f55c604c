"""The registers beside the cases: rounds, frames, networks, projects and rule sets."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, Final, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from domain.actors import OFFICE_ROLES
from domain.codec import round_of
from domain.instants import local_day
from domain.offices import OFFICES
from domain.officework.desk import KnownNetwork
from domain.rulebook.values import values
from domain.ruleset import RuleSet
from storage import queries
from storage.keys import NameCursor
from storage.network_list import networks_after
from storage.networks import ProjectRow, projects_page
from storage.organisations import directory
from storage.rows import RoundRow
from storage.rulesets import load_incomplete_rule_sets, load_rows, load_rule_sets
from web.api.describing import answers
from web.api.gate import ApiGate
from web.api.models import registers as models
from web.api.models.base import given
from web.api.paging import After, Limit, cursor_text, link, next_address, no_cursor
from web.api.problems import ProblemError
from web.guard.readers import FRAMES
from web.visit import Visit

router: Final = APIRouter(tags=["registers"])

ANYBODY: Final = ApiGate()
OFFICE: Final = ApiGate(roles=OFFICE_ROLES)
FRAME_READERS: Final = ApiGate(roles=FRAMES)

Year = Annotated[int | None, Query(ge=2000, lt=2100, description="The year of the money.")]


@router.get("/rounds", responses=answers(ANYBODY), response_model=models.RoundList)
async def rounds(visit: Annotated[Visit, Depends(ANYBODY)], year: Year = None) -> Response:
    """List the calls that take applications, and those that will; an office also sees its own that are over."""
    async with visit.read() as conn:
        rows = await queries.rounds(conn)
    shown = [row for row in rows if _is_shown(visit, row) and year in {None, row.grant_year}]
    return given(models.RoundList(items=[_round(row, visit.now) for row in shown]))


@router.get("/rounds/{round_no}", responses=answers(ANYBODY, found=True), response_model=models.RoundGiven)
async def round_(visit: Annotated[Visit, Depends(ANYBODY)], round_no: str) -> Response:
    """Show one call."""
    async with visit.read() as conn:
        row = await queries.round_by(conn, round_no) if round_no.isprintable() else None
    if row is None or not _is_shown(visit, row):
        raise ProblemError("not_found")
    return given(_round(row, visit.now))


def _is_shown(visit: Visit, row: RoundRow) -> bool:
    """Say whether the visitor sees a round: what is open is for everybody, as on the pages."""
    return row.closes_at > visit.now or row.office == visit.who.unit


def _round(row: RoundRow, now: datetime) -> models.RoundGiven:
    found = round_of(row.state)
    return models.RoundGiven(
        round_no=row.round_no,
        round_id=row.round_id,
        office=row.office,
        grant_year=row.grant_year,
        strand=found.strand,
        title=found.title,
        rule_set=row.rule_set,
        form_version=found.form_version,
        stage=row.stage_at(now),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        criteria=[models.Criterion.model_validate(one) for one in found.criteria],
    )


@router.get("/frames", responses=answers(FRAME_READERS), response_model=models.FrameList)
async def frames(
    visit: Annotated[Visit, Depends(FRAME_READERS)],
    year: Year = None,
    office: Annotated[
        str | None, Query(pattern="^[A-Z]{4}$", description="For those who see all offices.")
    ] = None,
) -> Response:
    """List the money of each pot: of one's own office, or of all."""
    own = visit.who.unit if visit.who.role in OFFICE_ROLES else office
    if own is not None and own not in OFFICES:
        return given(models.FrameList(items=[]))
    async with visit.read() as conn:
        rows = await queries.frames(conn, own, year)
    return given(models.FrameList(items=[models.FrameGiven.model_validate(row) for row in rows]))


@router.get("/networks", responses=answers(OFFICE), response_model=models.NetworkPage)
async def networks(
    visit: Annotated[Visit, Depends(OFFICE)], limit: Limit = 50, after: After = None
) -> Response:
    """List the networks of the office, registered or applied for, by name."""
    cursor = _after(after, NameCursor.parse)
    async with visit.read() as conn:
        rows = await networks_after(conn, visit.who.unit, await directory(conn), cursor, limit + 1)
    shown, today = rows[:limit], local_day(visit.now)
    following = next_address(visit.request, str(shown[-1].cursor)) if len(rows) > limit else None
    page = models.NetworkPage(items=[_network(row.known, today) for row in shown], next=following)
    return given(page, headers=link(following))


def _network(one: KnownNetwork, today: date) -> models.NetworkGiven:
    return models.NetworkGiven(
        network_id=UUID(one.network.network_id),
        name=one.network.name,
        office=one.network.office,
        strand=one.network.strand,
        first_day=one.network.first_day,
        last_day=one.network.last_day,
        registered=one.registered,
        municipalities=sorted(one.network.municipalities_on(today)),
        open_cases=list(one.open_cases),
    )


@router.get("/projects", responses=answers(OFFICE), response_model=models.ProjectPage)
async def projects(
    visit: Annotated[Visit, Depends(OFFICE)], limit: Limit = 50, after: After = None
) -> Response:
    """List the projects of the office with their cases over the years, by title."""
    async with visit.read() as conn:
        rows = await projects_page(conn, visit.who.unit, limit + 1, _after(after, NameCursor.parse))
    shown = rows[:limit]
    following = next_address(visit.request, str(shown[-1].cursor)) if len(rows) > limit else None
    page = models.ProjectPage(items=[_project(row) for row in shown], next=following)
    return given(page, headers=link(following))


def _project(row: ProjectRow) -> models.ProjectGiven:
    named: dict[str, Any] = {name: getattr(row, name) for name in type(row).__dataclass_fields__}
    return models.ProjectGiven.model_validate(named | {"network": row.network_name})


C = TypeVar("C")


def _after(after: str | None, parse: Callable[[str], C]) -> C | None:
    text = cursor_text(after)
    try:
        return None if text is None else parse(text)
    except ValueError as error:
        raise no_cursor() from error


@router.get("/rule-sets", responses=answers(ANYBODY, asks=False), response_model=models.RuleSetList)
async def rule_sets(_visit: Annotated[Visit, Depends(ANYBODY)]) -> Response:
    """List the rule sets that have a source, the oldest first."""
    return given(
        models.RuleSetList(items=[models.RuleSetLine(**_line(one)) for one in load_rule_sets().values()])
    )


@router.get("/rule-sets/{key}", responses=answers(ANYBODY, found=True), response_model=models.RuleSetGiven)
async def rule_set(_visit: Annotated[Visit, Depends(ANYBODY)], key: str) -> Response:
    """Show a rule set: each value with its rule and the source's words."""
    rules = {**load_rule_sets(), **load_incomplete_rule_sets()}.get(key)
    if rules is None:
        raise ProblemError("not_found")
    rows = load_rows()
    listed = [
        models.RuleValueGiven(
            key=one.key,
            value=one.value,
            rule=one.rule,
            section=rows[one.rule].section if one.rule in rows else None,
            quote=one.quote,
            note=one.note,
        )
        for one in values(rules)
    ]
    return given(
        models.RuleSetGiven(
            **_line(rules),
            issuer=rules.issuer,
            valid_from=rules.valid_from,
            valid_to=rules.valid_to,
            source_document=rules.source_document,
            values=listed,
        )
    )


def _line(rules: RuleSet) -> dict[str, Any]:
    return {
        "key": rules.key,
        "year": rules.grant_year,
        "title": rules.title,
        "source_incomplete": rules.source_incomplete,
    }
