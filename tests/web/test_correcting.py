"""Where an officer finds how a wrong entry is set right: what was done, what corrects it now, by whom and by which rule."""

import re

import pytest

from domain.actors import Role
from tests.web.applicants import words
from tests.web.conftest import Browser, Site
from tests.web.people import person


@pytest.fixture
async def case_no(site: Site) -> str:
    """A case that waits for its leader."""
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, 300_000)
    return (await site.stage.case(case_id)).case_no


async def row(browser: Browser, case_no: str, about: str) -> tuple[str, list[str]]:
    """Return what the page says of one entry, and where its button leads."""
    page = (await browser.get(f"/saker/{case_no}/rett")).text
    (found,) = [one for one in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if about in one]
    return words(found), re.findall(r'class="ds-button"[^>]*href="([^"]+)"', found)


async def test_the_case_leads_there(site: Site, case_no: str) -> None:
    officer = await site.browser(person(Role.CASE_OFFICER))

    assert f'href="/saker/{case_no}/rett"' in (await officer.get(f"/saker/{case_no}")).text


async def test_an_officer_takes_a_recommendation_back_with_a_reason_and_writes_it_anew(
    site: Site, case_no: str
) -> None:
    officer = await site.browser(person(Role.CASE_OFFICER))
    said, leads = await row(officer, case_no, "Innstilt")
    await officer.post(leads[0], {"comment": "Skrivefeil i summen"})

    assert "Sende innstillingen tilbake reglene om retur av innstillingen (T12)" in said
    history = words((await officer.get(f"/saker/{case_no}/historikk?vis=correction")).text)
    assert "«Skrivefeil i summen»" in history
    assert (await row(officer, case_no, "Vurdert"))[1] == [f"/saker/{case_no}/gjor/assess"]


async def test_what_is_anothers_to_correct_says_whose(site: Site, case_no: str) -> None:
    accountant = await site.browser(person(Role.ACCOUNTANT))

    said, leads = await row(accountant, case_no, "Søknad om")
    assert "Dette gjør saksbehandler, leder." in said
    assert leads == []


async def test_what_somebody_said_of_oneself_is_nobody_elses_to_correct(site: Site, case_no: str) -> None:
    officer, leader = await site.browser(person(Role.CASE_OFFICER)), await site.browser(person(Role.LEADER))

    assert (await row(officer, case_no, "Habilitetserklæring"))[1] == [
        f"/saker/{case_no}/gjor/declare_impartiality"
    ]
    said, leads = await row(leader, case_no, "Habilitetserklæring")
    assert "Dette gjør saksbehandler." in said
    assert leads == []


async def test_a_municipality_has_no_such_page(site: Site, case_no: str) -> None:
    signatory = await site.browser(person(Role.APPLICANT_SIGNATORY))

    assert (await signatory.get(f"/saker/{case_no}/rett")).status_code in {403, 404}
