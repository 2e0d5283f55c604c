"""A leader's and an operator's pages in a real browser: everybody can use them, and nothing is cut."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Live, check

pytestmark = pytest.mark.timeout(120)

LEADER = "leader@SFIN"


async def test_from_the_queue_to_the_decision_and_back_to_an_empty_queue(live: Live) -> None:
    case_id = await live.stage.submit()
    await live.stage.recommend(case_id, 400_000)
    case_no = (await live.stage.case(case_id)).case_no
    page = await live.log_in(LEADER, "/godkjenning")
    await check(page)

    await page.get_by_role("row", name=case_no).get_by_role("link", name="Si om du er habil").click()
    await page.get_by_label("Ja").check()
    await page.get_by_role("button", name="Si om du er habil").click()
    await page.get_by_role("link", name="Godkjenning").click()
    await page.get_by_role("row", name=case_no).get_by_role("link", name="Ta stilling").click()
    await page.get_by_role("button", name="Innvilg og send brev").click()
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()
    await page.get_by_role("link", name="Godkjenning").click()

    await expect(page.get_by_text("Ingen innstillinger venter", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["/rammer", "/frister", "/kolleger"])
async def test_money_dates_and_people_are_for_everybodys_eyes(live: Live, path: str) -> None:
    await live.stage.grant(await live.stage.submit(), 400_000)
    page = await live.log_in(LEADER, path)

    await check(page)


async def test_the_operators_page_stays_as_it_is_when_it_is_stopped(live: Live) -> None:
    await live.stage.submit()
    page = await live.log_in("operator@-", "/drift")
    await check(page)
    await page.get_by_role("link", name="Stopp").click()

    await expect(page.get_by_text("Oppdateringen er stoppet.")).to_be_visible()
    await check(page)
