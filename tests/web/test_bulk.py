"""One thing asked of many cases at once: each answers for itself, and what is asked twice happens once."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from activities.reconcile import tidy
from domain import commands as c
from domain.actors import Role
from tests.stage import OFFICER, actor
from tests.web.conftest import Browser, Site
from tests.web.people import person

COLLEAGUE = actor(Role.CASE_OFFICER, name="case_officer@SFIN:2")
RUN_ID = re.compile(r'name="run_id" value="([^"]+)"')


@pytest.fixture
async def officer(site: Site) -> Browser:
    return await site.browser(person(Role.CASE_OFFICER))


@pytest.fixture
async def numbers(site: Site) -> list[str]:
    """Two new cases."""
    return [(await site.stage.case(await site.stage.submit())).case_no for _ in range(2)]


async def finished(browser: Browser, address: str) -> str:
    """Return the page of a run when everything in it is answered."""
    async with asyncio.timeout(20):
        while "venter. Du kan lukke" in (page := (await browser.get(address)).text):
            await asyncio.sleep(0.05)
    return page


async def test_many_cases_are_taken_at_once_by_whoever_says_to_be_impartial_in_them(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    begun = await officer.post("/samlet", {"sak": numbers, "saksbehandler": OFFICER.subject, "habil": "yes"})
    page = await finished(officer, begun.headers["location"])

    assert "<h1>Fordeling av saker</h1>" in page
    assert "2 av 2 gjort." in page
    assert (await officer.get("/saker?vis=mine")).text.count('class="name"') == 2


async def test_where_one_case_says_no_the_others_go_on_and_the_reason_is_told(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    mine = await site.stage.submit()
    await site.stage.do(mine, OFFICER, c.DeclareImpartiality(impartial=True))
    case_no = (await site.stage.case(mine)).case_no
    begun = await officer.post("/samlet", {"sak": [numbers[0], case_no], "saksbehandler": OFFICER.subject})
    page = await finished(officer, begun.headers["location"])

    assert "1 av 2 gjort, 1 avvist." in page
    assert "har ikke sagt om hun eller han er habil" in page
    assert (await site.stage.case(mine)).officer == OFFICER.subject


async def test_reminders_go_to_those_who_are_awaited_and_the_others_say_why_not(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    returned = await site.stage.submit()
    await site.stage.do(returned, OFFICER, c.DeclareImpartiality(impartial=True))
    await site.stage.do(returned, OFFICER, c.Assign(officer=OFFICER.subject))
    lacks = {"deficiencies": ["plan_missing"], "explanation": "Planen mangler", "last_day": "2035-01-01"}
    await site.stage.do(returned, OFFICER, c.ReturnForSupplement.model_validate(lacks))
    case_no = (await site.stage.case(returned)).case_no
    form = (await officer.get(f"/samlet?gjor=remind&sak={case_no}&sak={numbers[0]}")).text
    begun = await officer.post("/samlet", {"gjor": "remind", "sak": [case_no, numbers[0]]})
    page = await finished(officer, begun.headers["location"])

    assert re.findall(r'value="([^"]+)" aria-label="[^"]*" checked', form) == [case_no]
    assert "Send påminnelsene</button>" in form
    assert "<h1>Påminnelser</h1>" in page
    assert "1 av 2 gjort, 1 avvist." in page
    assert "Ingenting ventes fra kommunen i denne saken nå." in page
    assert "Reminded" in await site.stage.kinds(returned)


async def test_sent_twice_it_happens_once(officer: Browser, numbers: list[str]) -> None:
    form = (await officer.get(f"/samlet?gjor=assign&sak={numbers[0]}")).text
    run = RUN_ID.search(form)
    assert run is not None
    wish = {"sak": numbers[:1], "saksbehandler": OFFICER.subject, "habil": "yes", "run_id": run[1]}
    begun = [await officer.post("/samlet", wish) for _ in range(2)]

    assert begun[0].headers["location"] == begun[1].headers["location"]
    assert "1 av 1 gjort." in await finished(officer, begun[0].headers["location"])


async def test_a_colleagues_cases_are_taken_over_in_one_go(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    theirs = await site.stage.submit()
    await site.stage.do(theirs, COLLEAGUE, c.DeclareImpartiality(impartial=True))
    await site.stage.do(theirs, COLLEAGUE, c.Assign(officer=COLLEAGUE.subject))
    case_no = (await site.stage.case(theirs)).case_no
    form = (await officer.get(f"/samlet?gjor=assign&fra={COLLEAGUE.subject}")).text

    assert re.findall(r'name="sak" value="([^"]+)"', form) == [case_no]
    assert "Sakene til Saksbehandler 2" in form


async def test_without_a_choice_nothing_is_sent_and_the_choice_is_kept(
    officer: Browser, numbers: list[str]
) -> None:
    found = await officer.post("/samlet", {"sak": numbers, "saksbehandler": "somebody"})

    assert found.status_code == 422
    assert "Velg hvem som skal ha sakene" in found.text
    assert re.findall(r'name="sak" value="([^"]+)"', found.text) == numbers


async def test_another_offices_cases_are_not_among_them(site: Site, numbers: list[str]) -> None:
    elsewhere = await site.browser(person(Role.CASE_OFFICER, own=False))

    assert "Ingen saker er valgt" in (await elsewhere.get(f"/samlet?sak={numbers[0]}")).text
    found = await elsewhere.post("/samlet", {"sak": numbers, "saksbehandler": "case_officer@SFAG"})
    assert found.status_code == 422


async def test_a_run_is_shown_to_whoever_asked_for_it_alone(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    begun = await officer.post("/samlet", {"sak": numbers, "saksbehandler": OFFICER.subject, "habil": "yes"})
    other = await site.browser(person(Role.CASE_OFFICER), subject="somebody else")

    assert (await other.get(begun.headers["location"])).status_code == 404


async def test_a_run_is_forgotten_after_ninety_days_and_what_was_done_stays(
    site: Site, officer: Browser, numbers: list[str]
) -> None:
    begun = await officer.post("/samlet", {"sak": numbers, "saksbehandler": OFFICER.subject, "habil": "yes"})
    address = begun.headers["location"]
    await finished(officer, address)

    await tidy(site.house.engine, datetime.now(UTC) + timedelta(days=89))
    assert (await officer.get(address)).status_code == 200
    await tidy(site.house.engine, datetime.now(UTC) + timedelta(days=91))

    assert (await officer.get(address)).status_code == 404
    assert "Saksbehandler" in (await officer.get(f"/saker/{numbers[0]}")).text
