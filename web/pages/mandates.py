"""The allocation letter of a year: a leader registers its frames, or a later letter that changes them (I21-02, I21-06)."""

from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic import ValidationError

from activities.registers.writing import Envelope
from domain.actors import Role
from domain.instants import local_day
from domain.mandates import SetMandate
from domain.money import kroner as whole_kroner
from domain.refusal import Refused
from storage import queries
from storage.office_duties import rules_in_force
from storage.rows import FrameRow
from web.guard.gate import Gate
from web.mending import Refusal, in_words
from web.pages.frames import PATH as FRAMES
from web.typed import UnreadableError, kroner
from web.visit import Visit

router: Final = APIRouter()
LEADERS: Final = Gate(roles=frozenset({Role.LEADER}))

PATH: Final = f"{FRAMES}/tildelingsbrev"

#: A letter may come before its year, and be registered or changed after it.
_YEARS: Final = range(-1, 2)

_LONGEST: Final = 80


@router.get(PATH)
async def ask(visit: Annotated[Visit, Depends(LEADERS)]) -> Response:
    """Show the form of one year's letter."""
    return await _page(visit, _year(visit, visit.request.query_params.get("ar", "")), {})


@router.post(PATH)
async def register(visit: Annotated[Visit, Depends(LEADERS)]) -> Response:
    """Register the letter."""
    form = {name: value for name, value in (await visit.form()).items() if isinstance(value, str)}
    year = _year(visit, form.get("ar", ""))
    body, errors = _read(visit, year, form)
    if body is None:
        return await _page(visit, year, form, errors=errors, status=422)
    envelope = Envelope(command_id=_id(form), actor=visit.who, real_now=visit.house.now())
    try:
        await visit.house.register.set_mandate(envelope, body)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
        return await _page(visit, year, form, refusal=said, status=409)
    return visit.to(f"{FRAMES}?ar={year}")


def _read(visit: Visit, year: int, form: Mapping[str, str]) -> tuple[SetMandate | None, dict[str, str]]:
    errors: dict[str, str] = {}
    frames: list[dict[str, Any]] = []
    for pot in _pots(visit, year):
        typed = form.get(f"belop.{pot}", "").strip()
        if not typed:
            continue
        try:
            amount = whole_kroner(kroner(typed))
        except UnreadableError as error:
            errors[f"belop.{pot}"] = str(error)
            continue
        frames.append({"pot": pot, "amount_ore": amount, "earmarked": form.get(f"merket.{pot}") == "yes"})
    reference = form.get("brev", "").strip()
    if not 0 < len(reference) <= _LONGEST:
        errors["brev"] = "missing"
    if not frames and not errors:
        errors[f"belop.{next(iter(_pots(visit, year)))}"] = "missing"
    if errors:
        return None, errors
    content = {
        "office": visit.who.unit,
        "grant_year": year,
        "reference": reference,
        "frames": frames,
    }
    try:
        return SetMandate.model_validate(content), {}
    except ValidationError:
        return None, {"brev": "missing"}


def _pots(visit: Visit, year: int) -> tuple[str, ...]:
    """Return the pots that the rules of the year have, or the newest before it."""
    rules = rules_in_force(visit.who.unit, year)
    return tuple(pot.key for pot in rules.pots) if rules else ()


def _year(visit: Visit, given: str) -> int:
    this = local_day(visit.now).year
    return int(given) if given in {str(this + ahead) for ahead in _YEARS} else this


def _id(form: Mapping[str, str]) -> UUID:
    try:
        return UUID(form.get("command_id", ""))
    except ValueError:
        return uuid4()


async def _page(
    visit: Visit,
    year: int,
    typed: Mapping[str, str],
    *,
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Response:
    async with visit.read() as conn:
        known: dict[str, FrameRow] = {
            row.pot: row for row in await queries.frames(conn, visit.who.unit, year)
        }
    this = local_day(visit.now).year
    return visit.page(
        "mandate.html",
        status=status,
        section=FRAMES,
        year=year,
        years=[this + ahead for ahead in reversed(_YEARS)],
        pots=_pots(visit, year),
        known=known,
        typed=typed,
        errors=errors or {},
        refusal=refusal,
        command_id=uuid4(),
    )
