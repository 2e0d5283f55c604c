"""«Nettverk»: those of the office, and each one's card: members, people, partners, projects and what was done for it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from activities.names import names
from activities.registers.writing import Envelope
from domain.actors import OFFICE_ROLES, Role
from domain.instants import local_day
from domain.networks import commands as c
from domain.networks.parts import FollowUp, Network, on
from domain.networks.standing import lacks
from domain.officework.desk import KnownNetwork
from domain.refusal import Refused
from letters import catalogue
from letters.catalogue import FindingText
from storage import network_list, private_texts
from storage.keys import NameCursor
from storage.network_list import networks_after, networks_before
from storage.networks import any_network, projects
from storage.office_duties import rules_in_force
from storage.organisations import directory
from web.guard.gate import Gate, NotYoursError, note_denied
from web.leafing import PAGE, leaf_of
from web.mending import Refusal, in_words
from web.typed import UnreadableError, day
from web.visit import Visit

router: Final = APIRouter()
OFFICE: Final = Gate(roles=OFFICE_ROLES)
HANDS: Final = Gate(roles=frozenset({Role.CASE_OFFICER, Role.LEADER}))

PATH: Final = "/nettverk"


@router.get(PATH)
async def networks(visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show the networks of the office, by name."""
    office = visit.who.unit
    async with visit.read() as conn:
        known = await directory(conn)
        leaf = await leaf_of(
            visit.request.query_params,
            NameCursor.parse,
            partial(networks_after, conn, office, known),
            partial(networks_before, conn, office, known),
            PAGE,
        )
        total = await network_list.count(conn, office)
    today = local_day(visit.now)
    return visit.page(
        "networks.html", section=PATH, leaf=leaf, total=total, most=network_list.MOST_COUNTED, today=today
    )


@router.get(f"{PATH}/{{network_id}}")
async def card(network_id: UUID, visit: Annotated[Visit, Depends(OFFICE)]) -> Response:
    """Show a network that is the office's own, or has a member of its area."""
    return await _page(visit, await _known(visit, network_id))


@router.post(f"{PATH}/{{network_id}}/registrer")
async def register(network_id: UUID, visit: Annotated[Visit, Depends(HANDS)]) -> Response:
    """Register a network as its newest application describes it."""
    known = await _known(visit, network_id)
    if known.network.case_no is None or known.registered:
        return visit.to(f"{PATH}/{network_id}")
    return await _change(visit, known, c.TakeApplication(case_no=known.network.case_no), {})


@router.post(f"{PATH}/{{network_id}}/oppfolging")
async def follow_up(network_id: UUID, visit: Annotated[Visit, Depends(HANDS)]) -> Response:
    """Write a line in the follow-up log."""
    form = await visit.form()
    known = await _known(visit, network_id)
    typed = {name: str(form.get(name, "")).strip() for name in ("hva", "dag", "tekst")}
    errors: dict[str, str] = {}
    if typed["hva"] not in tuple(FollowUp):
        errors["hva"] = "missing"
    if not typed["tekst"]:
        errors["tekst"] = "missing"
    held_on = _day(typed["dag"])
    if held_on is None:
        errors["dag"] = "day"
    if errors or held_on is None:
        return await _page(visit, known, typed=typed, errors=errors, status=422)
    entry = c.LogFollowUp.model_validate(
        {"entry": typed["hva"], "held_on": held_on.isoformat(), "text": typed["tekst"]}
    )
    return await _change(visit, known, entry, typed)


def _day(text: str) -> date | None:
    try:
        return day(text)
    except UnreadableError:
        return None


async def _change(
    visit: Visit, known: KnownNetwork, body: c.NetworkCommand, typed: Mapping[str, str]
) -> Response:
    network_id = UUID(known.network.network_id)
    envelope = Envelope(command_id=uuid4(), actor=visit.who, real_now=visit.house.now())
    try:
        await visit.house.register.change_network(envelope, network_id, body)
    except Refused as refused:
        said = in_words(visit.language, refused.code, refused.rule, refused.params)
        return await _page(visit, known, typed=typed, refusal=said, status=409)
    return visit.to(f"{PATH}/{network_id}")


async def _known(visit: Visit, network_id: UUID) -> KnownNetwork:
    async with visit.read() as conn:
        known = await any_network(conn, network_id, await directory(conn))
    if known is None:
        raise NotYoursError(visit)
    offices = {known.network.office, *(member.office for member in known.network.members)}
    if visit.who.unit not in offices:
        await note_denied(visit, f"network:{network_id}")
        raise NotYoursError(visit)
    return known


async def _page(
    visit: Visit,
    known: KnownNetwork,
    *,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> Response:
    network, today = known.network, local_day(visit.now)
    refs = [UUID(ref) for ref in _refs(network) if ref]
    async with visit.read() as conn:
        texts = await private_texts.texts(conn, refs) if refs else {}
        # Another office's cases are that office's own.
        mine = network.office == visit.who.unit
        found = await projects(conn, network_id=UUID(network.network_id)) if mine else []
    return visit.page(
        "network.html",
        status=status,
        section=PATH,
        known=known,
        network=network,
        mine=mine,
        may_write=mine and visit.who.role in {Role.CASE_OFFICER, Role.LEADER},
        lacking=_lacking(visit, network),
        members=list(on(network.members, today)),
        former=[one for one in network.members if one.last_day is not None and one.last_day < today],
        services=on(network.services, today),
        people=on(network.people, today),
        partners=on(network.partners, today),
        log=sorted(network.log, key=lambda line: line.held_on, reverse=True),
        projects=found,
        texts={str(ref): text for ref, text in texts.items()},
        entries=tuple(FollowUp),
        typed=typed or {},
        errors=errors or {},
        refusal=refusal,
        today=today,
    )


def _refs(network: Network) -> Iterator[str | None]:
    yield from (one.person.ref for one in network.people)
    yield from (one.text.ref for one in network.log)


def _lacking(visit: Visit, network: Network) -> list[FindingText]:
    """Return what the rules of the year miss in the network."""
    today = local_day(visit.now)
    rules = rules_in_force(network.office, today.year)
    found = lacks(network, rules, today) if rules else ()
    return [catalogue.finding(visit.language, one, names(visit.language)) for one in found]
