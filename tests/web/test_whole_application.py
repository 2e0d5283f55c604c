"""Whoever judges an application reads all of it: every answer, who takes part, and the budget with its sums."""

import pytest

from domain.actors import Role
from tests.web.applicants import words
from tests.web.conftest import Browser, Site
from tests.web.people import person


@pytest.fixture(scope="module")
async def case_no(shared: Site) -> str:
    return (await shared.stage.case(await shared.stage.submit())).case_no


async def page(browser: Browser, case_no: str, view: str) -> str:
    return words((await browser.get(f"/saker/{case_no}?vis={view}")).text).replace("\xa0", " ")


@pytest.mark.parametrize(
    "said",
    [
        "Hva skal dere gjøre? Felles rutiner for samarbeid med skolene.",
        "Hva brukes pengene til? Utvikling av tjenester, Samlinger",
        "Barneverntjenesten i Løten (Barnevern: Løten)",
        "Høgskolen i Eksempel (Kunnskapsmiljø)",
        "Barnevernsleder i 3403 (Barnevernsleder, Hamar)",
        "Leder for nettverket Leder for nettverket",
    ],
)
async def test_an_officer_reads_every_answer(shared: Site, case_no: str, said: str) -> None:
    assert said in await page(await shared.browser(person(Role.CASE_OFFICER)), case_no, "application")


async def test_the_budget_has_its_lines_and_its_sums_and_says_where_they_differ(
    shared: Site, case_no: str
) -> None:
    found = await page(await shared.browser(person(Role.CASE_OFFICER)), case_no, "budget")

    assert "Prosjektledelse og lønn Prosjektleder i halv stilling 350 000" in found
    assert "Sum kostnader 470 000" in found
    assert "Egenandel Hamar 50 000" in found
    assert "Annen offentlig støtte Fylkeskommunen 20 000" in found
    assert "Sum finansiering 470 000" in found
    assert "fra hverandre" not in found


async def test_the_municipality_reads_the_same_of_its_own(shared: Site, case_no: str) -> None:
    found = await page(await shared.browser(person(Role.APPLICANT_SIGNATORY)), case_no, "")

    assert "Felles rutiner for samarbeid med skolene." in found
    assert "Sum finansiering 470 000" in found
