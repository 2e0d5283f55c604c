"""The card of a network and the overview of a municipality: what the office knows, and nothing that is another office's."""

import re

import pytest

from domain.actors import Role
from tests.web.conftest import Browser, Site
from tests.web.people import person


@pytest.fixture
async def officer(site: Site) -> Browser:
    return await site.browser(person(Role.CASE_OFFICER))


@pytest.fixture
async def address(site: Site) -> str:
    """Where the network of an application is."""
    case = await site.stage.case(await site.stage.submit())
    return f"/nettverk/{case.network_id}"


async def test_a_network_that_has_applied_is_listed_and_shown_as_the_application_says(
    officer: Browser, address: str
) -> None:
    assert address in (await officer.get("/nettverk")).text
    page = (await officer.get(address)).text

    assert "Slik nettverket står i søknaden" in page
    assert 'href="/kommuner/3403"' in page
    assert "SFIN-2026-1" in page


async def test_the_networks_are_leafed_through(
    site: Site, officer: Browser, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.pages.networks.PAGE", 1)
    other = (await site.stage.case(await site.stage.submit())).network_id
    first = (await officer.get("/nettverk")).text
    second = (await officer.get(linked(first, "Neste"))).text
    back = (await officer.get(linked(second, "Forrige"))).text

    assert "2 nettverk." in first
    assert "Viser 2 til 2 av 2" in second
    assert {address in first, address in second} == {True, False}
    assert {f"/nettverk/{other}" in first, f"/nettverk/{other}" in second} == {True, False}
    assert (address in back) is (address in first)


def linked(page: str, word: str) -> str:
    found = re.search(rf'href="(/nettverk\?[^"]+)">{word}<', page)
    assert found is not None
    return found.group(1).replace("&amp;", "&")


async def test_it_is_registered_from_its_application_and_followed_up(officer: Browser, address: str) -> None:
    await officer.post(f"{address}/registrer")
    done = {"hva": "meeting", "dag": "01.03.2026", "tekst": "Oppstartsmøte på Hamar"}
    kept = await officer.post(f"{address}/oppfolging", done)
    page = (await officer.get(address)).text

    assert kept.status_code == 303
    assert "Registrert av embetet." in page
    assert "Oppstartsmøte på Hamar" in page


async def test_what_lacks_in_a_line_of_the_log_is_said_and_the_rest_is_kept(
    officer: Browser, address: str
) -> None:
    await officer.post(f"{address}/registrer")
    found = await officer.post(f"{address}/oppfolging", {"hva": "note", "dag": "i går", "tekst": "Ringte"})

    assert found.status_code == 422
    assert 'href="#dag"' in found.text
    assert 'value="i går"' in found.text


async def test_a_refusal_of_the_register_is_told_with_its_reason(officer: Browser, address: str) -> None:
    await officer.post(f"{address}/registrer")
    early = {"hva": "note", "dag": "02.03.2036", "tekst": "Ringte"}
    found = await officer.post(f"{address}/oppfolging", early)

    assert found.status_code == 409
    assert "Ikke gjort" in found.text


async def test_whoever_only_reads_has_no_form(site: Site, address: str) -> None:
    attestor = await site.browser(person(Role.ATTESTOR))

    assert f"{address}/registrer" not in (await attestor.get(address)).text


async def test_a_municipality_shows_its_cases_money_and_networks(
    site: Site, officer: Browser, address: str
) -> None:
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 300_000)
    page = (await officer.get("/kommuner/3403")).text.replace("\xa0", " ")

    assert (await site.stage.case(case_id)).case_no in page
    assert "kr 300 000" in page
    assert address in page
    assert 'href="/kommuner/3403"' in (await officer.get("/kommuner")).text


async def test_a_municipality_of_another_area_is_not_there(officer: Browser) -> None:
    assert (await officer.get("/kommuner/4601")).status_code == 404
    assert (await officer.get("/kommuner/9999")).status_code == 404
