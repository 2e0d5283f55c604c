"""Whoever is away is stood in for on the days said, and only oneself or a leader says so."""

from datetime import timedelta

import pytest

from domain import commands as c
from domain.actors import Role
from domain.instants import local_day
from tests.stage import OFFICER, actor
from tests.web.conftest import Browser, Site
from tests.web.people import person

AWAY = actor(Role.CASE_OFFICER, name="case_officer@SFIN:2")


@pytest.fixture
async def case_no(site: Site) -> str:
    """A case of the colleague, who is known by it."""
    case_id = await site.stage.submit()
    await site.stage.do(case_id, AWAY, c.DeclareImpartiality(impartial=True))
    await site.stage.do(case_id, AWAY, c.Assign(officer=AWAY.subject))
    # Whoever has acted at the office is known to it.
    await site.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    return (await site.stage.case(case_id)).case_no


@pytest.fixture
async def leader(site: Site) -> Browser:
    return await site.browser(person(Role.LEADER))


@pytest.fixture
async def away(site: Site) -> Browser:
    return await site.browser(person(Role.CASE_OFFICER), subject=AWAY.subject)


@pytest.fixture
async def officer(site: Site) -> Browser:
    return await site.browser(person(Role.CASE_OFFICER))


async def days(site: Site, when: tuple[int, int]) -> dict[str, str]:
    """Return the days of an absence, counted from today."""
    today = local_day(await site.stage.now())
    ends = dict(zip(("fra_dag", "til_dag"), when, strict=True))
    return {name: (today + timedelta(days=ahead)).isoformat() for name, ahead in ends.items()}


async def say(site: Site, browser: Browser, when: tuple[int, int], who: str, substitute: str) -> int:
    asked = await days(site, when) | {"hvem": who, "vikar": substitute}
    return (await browser.post("/kolleger", asked)).status_code


@pytest.mark.parametrize(("when", "stands_in"), [((0, 0), True), ((-3, 2), True), ((1, 2), False)])
async def test_the_substitute_sees_the_tasks_on_the_days_said_and_no_others(
    site: Site, officer: Browser, away: Browser, case_no: str, when: tuple[int, int], *, stands_in: bool
) -> None:
    assert case_no not in (await officer.get("/i-dag?vis=mine")).text
    assert await say(site, away, when, "", OFFICER.subject) == 303
    page = (await officer.get("/i-dag?vis=mine")).text

    assert (case_no in page) is stands_in
    assert ("For Saksbehandler 2" in page) is stands_in


async def test_an_officer_says_so_of_oneself_alone(
    site: Site, officer: Browser, away: Browser, case_no: str
) -> None:
    assert await say(site, officer, (0, 1), AWAY.subject, AWAY.subject) == 303

    assert "Du er vikar for Saksbehandler." in (await away.get("/i-dag")).text
    assert "Du er vikar" not in (await officer.get("/i-dag")).text


async def test_a_leader_says_so_of_anybody_and_takes_it_back(
    site: Site, leader: Browser, officer: Browser, case_no: str
) -> None:
    assert await say(site, leader, (0, 1), AWAY.subject, OFFICER.subject) == 303
    assert "vikar Saksbehandler" in (await leader.get("/kolleger")).text
    await leader.post("/kolleger/slett", await days(site, (0, 1)) | {"hvem": AWAY.subject})

    assert "vikar Saksbehandler" not in (await leader.get("/kolleger")).text
    assert case_no not in (await officer.get("/i-dag?vis=mine")).text


@pytest.mark.parametrize(
    ("when", "substitute", "said"),
    [
        ((1, 0), OFFICER.subject, "Siste dag kan ikke være før"),
        ((-3, -1), OFFICER.subject, "eller være passert"),
        ((0, 1), "somebody", "Velg en annen saksbehandler"),
        ((0, 1), AWAY.subject, "Velg en annen saksbehandler"),
    ],
)
@pytest.mark.usefixtures("case_no")
async def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_is_kept(
    site: Site, away: Browser, when: tuple[int, int], substitute: str, said: str
) -> None:
    asked = await days(site, when) | {"vikar": substitute}
    found = await away.post("/kolleger", asked)

    assert found.status_code == 422
    assert said in found.text
    assert f'value="{asked["til_dag"]}"' in found.text


async def test_the_way_to_take_over_is_beside_each_colleague(officer: Browser, case_no: str) -> None:
    page = (await officer.get("/kolleger")).text

    assert "/samlet?gjor=assign&amp;fra=case_officer%40SFIN%3A2" in page


async def test_a_leader_sees_who_acts_in_which_role_and_who_is_disqualified(
    site: Site, leader: Browser, officer: Browser, case_no: str
) -> None:
    case_id = await site.stage.submit()
    unfit = c.DeclareImpartiality.model_validate({"impartial": False, "reason": "Søskenbarn"})
    await site.stage.do(case_id, OFFICER, unfit)
    page = (await leader.get("/kolleger")).text

    assert "Hvem har hvilken rolle" in page
    assert (await site.stage.case(case_id)).case_no in page
    assert "Søskenbarn" not in page
    assert "Hvem har hvilken rolle" not in (await officer.get("/kolleger")).text


async def test_other_offices_people_are_not_in_it(site: Site, case_no: str) -> None:
    elsewhere = await site.browser(person(Role.LEADER, own=False))
    page = (await elsewhere.get("/kolleger")).text

    assert "Ingen saksbehandlere har vært her ennå" in page
