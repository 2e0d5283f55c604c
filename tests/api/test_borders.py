"""Nobody gets an object that is not theirs, by any door: each reader against each case, list, file, event and export.

What is theirs is said by ``domain.sight`` alone; here every door is held against it.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid4

import httpx2
import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain import commands as c
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Actor, Role
from domain.application import Application
from domain.case import Case
from domain.sight import is_member, may_see
from storage.organisations import packed_municipalities
from tests.api.conftest import Caller, Service, new_service
from tests.domain.applications import ORG_HAMAR, ORG_LOTEN, learning, member
from tests.stage import OFFICE, actor
from tests.web.addresses import of_case
from tests.web.people import EVERY_ROLE, Person

ELSEWHERE: Final = "SFAG"

_CASE_NO: Final = re.compile(r"\bSF[A-Z]{2}-20[0-9]{2}-[0-9]+\b")


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


@pytest.fixture(scope="module")
async def world(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[World]:
    async with new_service(postgres, temporal_server) as service:
        here = service.stage.round_id
        there = await service.stage.open_round(ELSEWHERE)
        hosts = [(here, ORG_HAMAR), (here, ORG_LOTEN), (there, _in_agder()[0])]
        things = [await _submit(service, round_id, host) for round_id, host in hosts]
        yield World(service=service, things=things)


def _in_agder() -> list[str]:
    known = packed_municipalities().values()
    return [one.org_number for one in known if one.org_number and one.number.startswith("42")][:2]


async def _submit(service: Service, round_id: str, host: str) -> Thing:
    case_id, plain = uuid4(), learning() | {"host": host}
    if host not in {ORG_HAMAR, ORG_LOTEN}:
        known = {one.org_number: one.number for one in packed_municipalities().values()}
        plain["members"] = [member(known[number], number) for number in _in_agder()]
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
            units = (ORG_HAMAR, ORG_LOTEN, *_in_agder())
        found += [Person(role=role, unit=unit, own=False) for unit in units]
    return found


READERS: Final = pytest.mark.parametrize("who", readers(), ids=lambda who: f"{who.role.value}@{who.unit}")

#: What is one case's, by its address.
OF_A_CASE: Final = (
    "/cases/{case_no}",
    "/applications/{case_no}",
    "/cases/{case_no}/history",
    "/cases/{case_no}/documents",
    "/cases/{case_no}/documents/{document_id}",
    "/cases/{case_no}/letters",
    "/cases/{case_no}/letters/{number}",
)
PAGES_OF_A_CASE: Final = (
    "/saker/{case_no}",
    "/saker/{case_no}/historikk",
    "/saker/{case_no}/dokument/{document_id}",
    "/saker/{case_no}/brev/{number}",
)

#: What lists cases.
LISTS: Final = (
    "/cases?view=all",
    "/tasks",
    "/overdue",
    "/exports/cases.csv?view=all",
    "/events",
    "/projects",
    "/networks",
)
PAGES: Final = (
    "/saker?vis=all",
    "/saker.csv?vis=all",
    "/i-dag",
    "/godkjenning",
    "/frister",
    "/frister.csv",
    "/oversikt",
    "/tilskudd",
    "/soknader",
    "/oppdrag",
)


def caller(world: World, who: Person) -> Caller:
    return world.service.person(who.role, who.unit, who.subject)


def acting(who: Person) -> Actor:
    return Actor(subject=who.subject, role=who.role, unit=who.unit)


@READERS
async def test_a_program_gets_what_is_its_reader_s_and_to_the_rest_it_does_not_exist(
    world: World, who: Person
) -> None:
    theirs, asking = await world.theirs(acting(who)), caller(world, who)
    for thing in world.things:
        for path in OF_A_CASE:
            found = await asking.get(path.format(**thing.parts))
            assert (found.status_code == 200) is (thing.case_no in theirs), f"{path}: {found.status_code}"
            if found.status_code != 200:
                _says_nothing(found, thing)


@READERS
async def test_a_part_of_another_s_case_is_not_had_by_way_of_one_s_own(world: World, who: Person) -> None:
    theirs, asking = await world.theirs(acting(who)), caller(world, who)
    own = [one for one in world.things if one.case_no in theirs]
    others = [one for one in world.things if one.case_no not in theirs]
    for mine in own:
        for other in others:
            mixed = other.parts | {"case_no": mine.case_no}
            for path in ("/cases/{case_no}/documents/{document_id}", "/cases/{case_no}/letters/{number}"):
                assert (await asking.get(path.format(**mixed))).status_code == 404, path


@READERS
async def test_no_list_file_or_feed_names_another_s_case(world: World, who: Person) -> None:
    theirs, asking = await world.theirs(acting(who)), caller(world, who)
    for path in LISTS:
        found = await asking.get(path)
        assert found.status_code in {200, 403}, path
        assert set(_CASE_NO.findall(found.text)) <= theirs, path


@READERS
async def test_the_answer_to_another_s_command_is_nobody_else_s(world: World, who: Person) -> None:
    theirs, asking = await world.theirs(acting(who)), caller(world, who)
    for thing in world.things:
        found = await asking.get(f"/commands/{thing.parts['command_id']}")
        allowed = thing.case_no in theirs or not _foreign(thing, found)
        assert allowed, found.text


@READERS
async def test_no_page_shows_another_s_case(world: World, who: Person) -> None:
    theirs = await world.theirs(acting(who))
    browser = await world.service.browser(who)
    for thing in world.things:
        for path in PAGES_OF_A_CASE:
            found = await browser.get(path.format(**thing.parts))
            assert (found.status_code == 200) is (thing.case_no in theirs), f"{path}: {found.status_code}"
            if found.status_code != 200:
                _says_nothing(found, thing)
    # A member of the network is asked to confirm its part: it is told which application that is in.
    asked = await world.theirs(acting(who), is_member)
    for path in PAGES:
        found = await browser.get(path)
        assert found.status_code in {200, 403, 404}, path
        assert set(_CASE_NO.findall(found.text)) <= theirs | asked, path


def _says_nothing(found: httpx2.Response, thing: Thing) -> None:
    told: Any = re.sub(re.escape(thing.case_no), "", found.text)
    assert found.status_code in {403, 404}
    assert "Nettverk 9" not in told
    assert "plan.pdf" not in told


def _foreign(thing: Thing, found: httpx2.Response) -> bool:
    return found.status_code == 200 and thing.case_no in found.text
