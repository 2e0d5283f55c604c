"""Each member says for itself, with its own login, that its management stands behind an application that was sent."""

from uuid import UUID

from domain.actors import Role
from tests.domain.applications import LOTEN
from tests.web.applicants import HAMAR_SIGNATORY, LOTEN_SIGNATORY, words
from tests.web.conftest import Site
from tests.web.people import ORG_OTHER, Person

STRANGER = Person(role=Role.APPLICANT_SIGNATORY, unit=ORG_OTHER, own=False)
WORD = {"position": "kommunedirektør", "person": "Den som leder", "anchored_on": "01.02.2026"}


async def sent(site: Site) -> tuple[UUID, str]:
    case_id = await site.stage.submit()
    return case_id, f"/saker/{(await site.stage.case(case_id)).case_no}"


async def test_a_member_confirms_for_itself_and_sees_nothing_else_of_the_case(site: Site) -> None:
    case_id, address = await sent(site)
    loten = await site.browser(LOTEN_SIGNATORY)

    page = words((await loten.get(f"{address}/forankring")).text)
    said = await loten.post(f"{address}/forankring", WORD)

    assert "Hamar kommune søker for nettverket" in page
    assert said.status_code == 303
    assert (await site.stage.case(case_id)).anchored_by_themselves == (LOTEN,)
    assert "har bekreftet" in words((await loten.get(said.headers["location"])).text)
    assert (await loten.get(address)).status_code == 404


async def test_what_is_missing_is_said_at_its_field(site: Site) -> None:
    _, address = await sent(site)
    loten = await site.browser(LOTEN_SIGNATORY)

    refused = await loten.post(f"{address}/forankring", WORD | {"position": ""})

    assert refused.status_code == 422
    assert 'href="#f-position"' in refused.text
    assert "Den som leder" in refused.text


async def test_a_member_is_shown_what_waits_for_its_word(site: Site) -> None:
    _, address = await sent(site)
    loten = await site.browser(LOTEN_SIGNATORY)

    before = (await loten.get("/soknader")).text
    await loten.post(f"{address}/forankring", WORD)

    assert f"{address}/forankring" in before
    assert "Ikke svart" in words(before)
    assert "Ikke svart" not in words((await loten.get("/soknader")).text)


async def test_to_others_the_page_does_not_exist_and_that_they_asked_is_noted(site: Site) -> None:
    _, address = await sent(site)
    stranger = await site.browser(STRANGER)

    assert (await stranger.get(f"{address}/forankring")).status_code == 404
    assert (await stranger.post(f"{address}/forankring", WORD)).status_code == 404


async def test_the_host_confirms_for_its_own_municipality_too(site: Site) -> None:
    case_id, address = await sent(site)
    hamar = await site.browser(HAMAR_SIGNATORY)

    await hamar.post(f"{address}/forankring", WORD)

    assert len((await site.stage.case(case_id)).anchored_by_themselves) == 1
