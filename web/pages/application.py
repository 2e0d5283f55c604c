"""The application step by step: it saves by itself, says what it lacks as it arises, and shows what others do in it."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import FormData

from domain.application import Activity, CostKind, PartnerKind, RepresentativeRole, ServiceKind
from domain.offices import OFFICES
from storage import drafts
from storage.applicants import earlier_projects
from storage.drafts import Saved
from storage.organisations import directory
from storage.reference import municipalities
from web.applying.forms import SEVERAL, VISITED, Step, mail_path, said_path
from web.applying.opened import Opened, opened
from web.applying.rows import change_rows
from web.applying.supplement import KIND as SUPPLEMENT
from web.applying.supplement import wanted
from web.applying.view import StepView
from web.guard.drafts import SENDERS, WRITERS, DraftGate, DraftVisit
from web.guard.gate import NotYoursError
from web.pages.drafts import PATH
from web.typed import UnreadableError, grouped, kroner

router: Final = APIRouter()

MEMBERS: Final = DraftGate(roles=WRITERS)
QUIET: Final = DraftGate(roles=WRITERS, quiet=True)

#: A page asks this often who else is there; who has not been heard of for longer has gone.
_ASKS_EVERY: Final = timedelta(seconds=20)
_GONE_AFTER: Final = timedelta(seconds=60)

_AMOUNTS: Final = frozenset({"amount", "applied"})

CODES: Final = {
    "activities": tuple(Activity),
    "cost": tuple(CostKind),
    "partner": tuple(PartnerKind),
    "person": tuple(RepresentativeRole),
    "service": tuple(ServiceKind),
}


@router.get(f"{PATH}/{{draft_id}}")
async def front(visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Go to where the draft is gone on with."""
    if visit.draft.command_id is not None:
        return visit.to(f"{visit.address}/kvittering")
    if not visit.is_own and visit.partner is not None and visit.partner.answer is None:
        return visit.to(f"{visit.address}/bekreft")
    async with visit.read() as conn:
        found = await opened(conn, visit.draft, visit.now)
    view = StepView(opened=found, step=found.form.steps[0], language=visit.language)
    ahead = (step for step in found.form.steps if not view.was_visited(step) or view.errors_of(step))
    return visit.to(step_address(visit, next(ahead, found.form.steps[-1])))


def step_address(visit: DraftVisit, step: Step) -> str:
    """Return where a step is."""
    return f"{visit.address}/steg/{step.key}"


@router.get(f"{PATH}/{{draft_id}}/steg/{{step}}")
async def show(step: str, visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Show one step."""
    if visit.draft.command_id is not None:
        return visit.to(f"{visit.address}/kvittering")
    async with visit.house.engine.begin() as conn:
        found = await opened(conn, visit.draft, visit.now)
        chosen = _step(visit, found, step)
        await drafts.be_present(conn, visit.draft.draft_id, visit.who, chosen.key, visit.now)
    return await _page(visit, StepView(opened=found, step=chosen, language=visit.language))


@router.post(f"{PATH}/{{draft_id}}/steg/{{step}}")
async def save(step: str, visit: Annotated[DraftVisit, Depends(MEMBERS)]) -> Response:
    """Save what was typed in one step, and do what the button says."""
    form = await visit.form()
    async with visit.house.engine.begin() as conn:
        locked = await drafts.draft_by(conn, visit.draft.draft_id, locked=True)
        if locked is None or locked.command_id is not None:
            return visit.to(f"{visit.address}/kvittering")
        before = await opened(conn, locked, visit.now)
        chosen = _step(visit, before, step)
        sent = _Sent.of(chosen, form)
        saved = await sent.save(conn, visit)
        do = str(form.get("do", ""))
        anchor = await change_rows(conn, visit, await opened(conn, locked, visit.now), do)
    if saved.conflicts or visit.is_quick:
        async with visit.read() as conn:
            fresh = await drafts.draft_by(conn, visit.draft.draft_id)
            assert fresh is not None  # noqa: S101 - it was there a moment ago
            found = await opened(conn, fresh, visit.now)
        view = StepView(
            opened=found,
            step=chosen,
            language=visit.language,
            conflicts=saved.conflicts,
            typed={one.path: one.mine for one in saved.conflicts},
        )
        return (
            _quickly(visit, view, sent)
            if visit.is_quick
            else await _page(visit, view, sent.seen_after(saved))
        )
    return visit.to(_on(visit, before, chosen, do) + anchor)


def _on(visit: DraftVisit, found: Opened, step: Step, do: str) -> str:
    by = {"next": 1, "previous": -1}.get(do, 0)
    return step_address(visit, found.form.beside(step, by) or step)


@router.get(f"{PATH}/{{draft_id}}/steg/{{step}}/andre")
async def others(step: str, visit: Annotated[DraftVisit, Depends(QUIET)], sett: int = 0) -> Response:
    """Say who else is in the draft, and what they have changed in this step since revision *sett*."""
    async with visit.house.engine.begin() as conn:
        found = await opened(conn, visit.draft, visit.now)
        chosen = _step(visit, found, step)
        await drafts.be_present(conn, visit.draft.draft_id, visit.who, chosen.key, visit.now)
        present = await drafts.others(conn, visit.draft.draft_id, visit.who.subject, visit.now - _GONE_AFTER)
    view = StepView(opened=found, step=chosen, language=visit.language)
    return visit.page("applying/others.html", **_company(visit, view, present, sett))


def _company(visit: DraftVisit, view: StepView, present: list[Any], revision: int) -> dict[str, Any]:
    changed = [
        one
        for one in view.opened.fields.values()
        if one.revision > revision and one.by.subject != visit.who.subject and view.step.takes(one.path)
    ]
    return {
        "view": view,
        "present": present,
        "changed": sorted(changed, key=lambda one: -one.revision),
        "revision": revision,
        "asks_every": int(_ASKS_EVERY.total_seconds()),
        "address": step_address(visit, view.step),
        "base": visit.address,
    }


def _step(visit: DraftVisit, found: Opened, key: str) -> Step:
    step = found.form.step(key)
    if step is None:
        raise NotYoursError(visit)
    return step


async def _page(visit: DraftVisit, view: StepView, seen: str | None = None) -> Response:
    async with visit.read() as conn:
        present = await drafts.others(conn, visit.draft.draft_id, visit.who.subject, visit.now - _GONE_AFTER)
        projects = await earlier_projects(conn, visit.draft.host)
        known = await directory(conn)
        case_id = visit.draft.case_id if visit.draft.kind == SUPPLEMENT else None
        asked = await wanted(conn, visit.language, case_id) if case_id else None
    form = view.opened.form
    return visit.page(
        "applying/step.html",
        section=visit.section,
        following=form.beside(view.step, 1),
        previous=form.beside(view.step, -1),
        number=form.number(view.step),
        seen=view.seen if seen is None else seen,
        projects=projects,
        places=_places(view.opened),
        name_of=known.name_of,
        codes=CODES,
        wanted=asked,
        mail_path=mail_path,
        said_path=said_path,
        may_send=visit.who.role in SENDERS,
        round=view.opened.round_,
        **_company(visit, view, present, view.opened.draft.revision),
    )


def _places(found: Opened) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the municipalities that can be asked, by county, those of the round's own office first."""
    asked = {one.municipality for one in found.partners}
    own = OFFICES[found.round_.office].counties
    counties: dict[str, list[tuple[str, str]]] = {}
    for one in sorted(municipalities().values(), key=lambda one: (one.county not in own, one.county_name)):
        if one.number not in asked and one.org_number:
            counties.setdefault(one.county_name, []).append((one.number, one.name))
    return [(county, sorted(found, key=by_name)) for county, found in counties.items()]


def by_name(place: tuple[str, str]) -> str:
    """Return what a municipality sorts by, number and name, as Norwegians sort it: æ, ø and å come last."""
    return place[1].casefold().translate(_LAST_LETTERS)


_LAST_LETTERS: Final = str.maketrans({"æ": "z1", "ø": "z2", "å": "z3"})


def _quickly(visit: DraftVisit, view: StepView, sent: "_Sent") -> Response:
    if sent.chosen:
        response = Response(status_code=204)
        response.headers["HX-Refresh"] = "true"
        return response
    saved = Saved(revision=view.opened.draft.revision, written=(), conflicts=tuple(view.conflicts))
    return visit.page(
        "applying/saved.html",
        view=view,
        seen=sent.seen_after(saved),
        base=visit.address,
    )


@dataclass(frozen=True, kw_only=True)
class _Sent:
    """What a form brought: the values, the marks of what its writer had seen, and choices between two texts."""

    step: Step
    typed: dict[str, str]
    seen: dict[str, str]
    chosen: dict[str, str]

    @classmethod
    def of(cls, step: Step, form: FormData) -> "_Sent":
        typed = {}
        for path in form:
            values = [one for one in form.getlist(path) if isinstance(one, str)]
            if step.takes(path) and values:
                several = path.rpartition(".")[2] in SEVERAL
                typed[path] = " ".join(filter(None, values)) if several else _kept(path, values[-1])
        chosen = {
            path.removeprefix("choose."): str(form[path]) for path in form if path.startswith("choose.")
        }
        return cls(step=step, typed=typed, seen=seen_marks(form.get("seen")), chosen=chosen)

    async def save(self, conn: AsyncConnection, visit: DraftVisit) -> Saved:
        """Write it into the draft, which is locked."""
        typed = {path: value for path, value in self.typed.items() if self.chosen.get(path) != "theirs"}
        seen = {path: found for path, found in self.seen.items() if self.chosen.get(path) != "mine"}
        if not visit.is_quick:
            typed[VISITED + self.step.key] = "yes"
        return await drafts.save(conn, visit.draft.draft_id, typed, seen=seen, by=visit.who, at=visit.now)

    def seen_after(self, saved: Saved) -> str:
        """Return the marks of what the writer's form shows from now on."""
        asked = {one.path for one in saved.conflicts}
        marks = self.seen | {
            path: drafts.mark(value) for path, value in self.typed.items() if path not in asked
        }
        return json.dumps(marks, separators=(",", ":"))


def _kept(path: str, text: str) -> str:
    if path.rpartition(".")[2] in _AMOUNTS:
        with suppress(UnreadableError):
            return grouped(kroner(text))
    # Browsers send line ends as two signs, and PostgreSQL keeps no NUL.
    return text.replace("\r\n", "\n").replace("\x00", "")


def seen_marks(given: object) -> dict[str, str]:
    """Return the marks of what a form showed, as its hidden field holds them."""
    try:
        found = json.loads(given) if isinstance(given, str) else {}
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: one for path, one in found.items() if isinstance(path, str) and isinstance(one, str)}
