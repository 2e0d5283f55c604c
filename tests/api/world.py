"""Cases and drafts of several municipalities at several offices, and everybody who might ask for them."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid4

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.application import Application
from domain.case import Case
from domain.sight import may_see
from storage.organisations import packed_municipalities
from tests.api.conftest import Caller, Service, new_service
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN, learning, member
from tests.stage import OFFICE, actor
from tests.web.addresses import of_case
from tests.web.people import EVERY_ROLE, Person

ELSEWHERE: Final = "SFAG"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A case, and what stands in the addresses of its parts."""

    case_id: UUID
    case_no: str
    parts: dict[str, str]


@dataclass(kw_only=True)
class World:
    """Cases of two municipalities at one office, and of a third at another."""

    service: Service
    things: list[Thing]

    async def theirs(self, who: Actor, sees: Callable[[Actor, Case], bool] = may_see) -> set[str]:
        """Return the numbers of the cases that *who* may see."""
        return {one.case_no for one in self.things if sees(who, await self.service.stage.case(one.case_id))}


@asynccontextmanager
async def new_world(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[World]:
    """Have it while the body runs."""
    async with new_service(postgres, temporal_server) as service:
        here = service.stage.round_id
        there = await service.stage.open_round(ELSEWHERE)
        hosts = [(here, ORG_HAMAR), (here, ORG_LOTEN), (there, in_agder()[0])]
        things = [await _submit(service, round_id, host) for round_id, host in hosts]
        yield World(service=service, things=things)


def in_agder() -> list[str]:
    """Return two municipalities of the other office."""
    known = packed_municipalities().values()
    return [one.org_number for one in known if one.org_number and one.number.startswith("42")][:2]


async def _submit(service: Service, round_id: str, host: str) -> Thing:
    case_id, plain = uuid4(), learning() | {"host": host}
    if host not in {ORG_HAMAR, ORG_LOTEN}:
        known = {one.org_number: one.number for one in packed_municipalities().values()}
        plain["members"] = [member(known[number], number) for number in in_agder()]
        numbers = [one["municipality"] for one in plain["members"]]
        plain["services"] = [
            {"name": f"Barnevernet {number}", "kind": "barnevern", "municipalities": [number]}
            for number in numbers
        ]
        plain["initiator"] = plain["services"][0]["name"]
    signatory = actor(Role.APPLICANT_SIGNATORY, host)
    application = Application.model_validate(plain | {"network": {"name": f"Nettverk {host}"}})
    await service.stage.do(case_id, signatory, c.Submit(round_id=round_id, application=application))
    parts = await of_case(service.stage, case_id)
    return Thing(case_id=case_id, case_no=parts["case_no"], parts=parts)


def readers() -> list[Person]:
    """Return every role at every place there is a case of, and at one there is none of."""
    found = []
    for role in EVERY_ROLE:
        units: Iterable[str] = ("-",)
        if role in OFFICE_ROLES:
            units = (OFFICE, ELSEWHERE, "SFTL")
        elif role in MUNICIPAL_ROLES:
            units = (ORG_HAMAR, ORG_LOTEN, *in_agder())
        found += [Person(role=role, unit=unit, own=False) for unit in units]
    return found


def caller(world: World, who: Person) -> Caller:
    return world.service.person(who.role, who.unit, who.subject)


def acting(who: Person) -> Actor:
    return Actor(subject=who.subject, role=who.role, unit=who.unit)
