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


@pytest.mark.parametrize(
    "path",
    [
        "/rammer",
        "/frister",
        "/kolleger",
        "/rammer/tildelingsbrev",
        "/runder",
        "/nettverk",
        "/kommuner",
        "/kommuner/3403",
    ],
)
async def test_money_dates_and_people_are_for_everybodys_eyes(live: Live, path: str) -> None:
    await live.stage.grant(await live.stage.submit(), 400_000)
    page = await live.log_in(LEADER, path)

    await check(page)


async def test_the_card_of_a_network_is_registered_and_for_everybodys_eyes(live: Live) -> None:
    case = await live.stage.case(await live.stage.submit())
    page = await live.log_in("case_officer@SFIN", f"/nettverk/{case.network_id}")
    await check(page)
    await page.get_by_role("button", name="Registrer nettverket").click()
    await expect(page.get_by_label("Kort om oppfølgingen")).to_be_visible()

    await check(page)


async def ranked(live: Live) -> list[str]:
    """Bring two cases to the leader's table; return their numbers."""
    cases = [await live.stage.submit() for _ in range(2)]
    for case_id in cases:
        await live.stage.recommend(case_id, 300_000)
    return [(await live.stage.case(case_id)).case_no for case_id in cases]


async def test_a_row_is_moved_by_keyboard_and_the_places_are_saved_with_a_reason(live: Live) -> None:
    numbers = await ranked(live)
    page = await live.log_in(LEADER, "/runder/SFIN-2026-R1/rangering")
    await check(page)
    await page.locator(f"#opp-{numbers[1]}").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#change")).to_be_visible()
    await check(page)
    await page.locator("#grunn").fill("Når flest")
    await page.get_by_label("Jeg er habil").check()
    await page.get_by_role("button", name="Lagre rangeringen").click()

    await expect(page.locator("[data-live]").first).to_contain_text("2 av 2 gjort.")


async def test_another_amount_is_tried_without_scripts(live: Live) -> None:
    numbers = await ranked(live)
    page = await live.log_in(LEADER, "/runder/SFIN-2026-R1/rangering", scripts=False)
    await page.locator(f"#b-{numbers[0]}").fill("100 000")
    await page.get_by_role("button", name="Regn ut").last.click()

    await expect(page.get_by_text("− 200 000").first).to_be_visible()


async def test_the_sheets_for_the_meeting_are_for_everybodys_eyes(live: Live) -> None:
    await ranked(live)
    page = await live.log_in(LEADER, "/runder/SFIN-2026-R1/ledermote")

    await check(page)


async def test_the_operators_page_stays_as_it_is_when_it_is_stopped(live: Live) -> None:
    await live.stage.submit()
    page = await live.log_in("operator@-", "/drift")
    await check(page)
    await page.get_by_role("link", name="Stopp").click()

    await expect(page.get_by_text("Oppdateringen er stoppet.")).to_be_visible()
    await check(page)
