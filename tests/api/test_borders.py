"""Nobody gets an object that is not theirs, by any door: each reader against each case, list, file, event and export.

What is theirs is said by ``domain.sight`` alone; here every door is held against it.
"""

import re
from collections.abc import AsyncIterator
from typing import Any, Final

import httpx2
import pytest

from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.sight import is_member
from tests.api.world import Thing, World, acting, caller, new_world, readers
from tests.web.people import Person

_CASE_NO: Final = re.compile(r"\bSF[A-Z]{2}-20[0-9]{2}-[0-9]+\b")


@pytest.fixture(scope="module")
async def world(postgres: EmbeddedPostgres, temporal_server: DevServer) -> AsyncIterator[World]:
    async with new_world(postgres, temporal_server) as made:
        yield made


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
