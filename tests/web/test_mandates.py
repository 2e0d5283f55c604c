"""A leader registers the year's letter, once however often it is sent; what cannot be is told with its rule."""

import pytest

from domain.actors import Role
from tests.web.conftest import Browser, Site
from tests.web.people import person

PATH = "/rammer/tildelingsbrev"
LETTER = {"ar": "2026", "brev": "26/99", "belop.learning": "6 000 000", "merket.learning": "yes"}


@pytest.fixture
async def leader(site: Site) -> Browser:
    return await site.browser(person(Role.LEADER))


async def test_the_letter_gives_the_year_its_frames(leader: Browser) -> None:
    kept = await leader.post(PATH, LETTER)
    page = (await leader.get(kept.headers["location"])).text.replace("\xa0", " ")

    assert "kr 6 000 000" in page
    assert "Tildelingsbrev 26/99." in page
    assert "Øremerket." in page


async def test_less_than_is_granted_is_refused_and_what_was_typed_is_kept(
    site: Site, leader: Browser
) -> None:
    await site.stage.grant(await site.stage.submit(), 300_000)
    found = await leader.post(PATH, LETTER | {"belop.learning": "200 000"})

    assert found.status_code == 409
    assert 'value="200 000"' in found.text
    assert "kr 5 000 000" in (await leader.get("/rammer")).text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"brev": " "}, "f-brev"),
        ({"belop.learning": "mye"}, "f-belop-learning"),
        ({"belop.learning": ""}, "f-belop-"),
    ],
)
async def test_what_lacks_is_said_at_its_field(leader: Browser, changes: dict[str, str], field: str) -> None:
    found = await leader.post(PATH, LETTER | changes)

    assert found.status_code == 422
    assert f'href="#{field}' in found.text


async def test_the_way_to_it_is_a_leaders(site: Site, leader: Browser) -> None:
    officer = await site.browser(person(Role.CASE_OFFICER))

    assert PATH in (await leader.get("/rammer")).text
    assert PATH not in (await officer.get("/rammer")).text
