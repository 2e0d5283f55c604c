"""A caseworker's morning in a real browser: from the desk to a granted application, with scripts and without."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Live, check
from tests.stage import CRITERIA

pytestmark = pytest.mark.timeout(120)

OFFICER = "case_officer@SFIN"
LEADER = "leader@SFIN"


async def send(page: Page, button: str) -> None:
    """Send the form of the page and come to the case with its answer."""
    await page.get_by_role("button", name=button, exact=True).click()
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()


async def declare(page: Page) -> None:
    await page.get_by_label("Ja").check()
    await send(page, "Si om du er habil")


async def test_from_the_desk_to_a_granted_application(live: Live) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, "/i-dag")
    await check(page)

    await page.get_by_role("row", name=case_no).get_by_role("link", name="Fordel").click()
    await check(page)
    await expect(page.get_by_text("har ikke sagt om hun eller han er habil")).to_be_visible()
    await page.get_by_role("link", name="avgi habilitetserklæring").click()
    await check(page)
    await declare(page)
    await page.get_by_role("link", name="Fordel saken").click()
    await page.get_by_role("radio", name="Saksbehandler").check()
    await send(page, "Fordel saken")
    await check(page)

    await page.get_by_role("link", name="Fullfør vurderingen").click()
    await check(page)
    await assess(page)
    await page.get_by_role("link", name="Send innstilling").click()
    await page.locator('[name="terms.reporting"][value="none"]').check()
    await page.locator('[name="terms.audit"][value="none"]').check()
    await page.locator('[name="reason"]').fill("Treffer formålet.")
    await send(page, "Send innstilling")

    leader = await live.log_in(LEADER, f"/saker/{case_no}")
    await check(leader)
    await leader.get_by_role("link", name="Si om du er habil").click()
    await declare(leader)
    await leader.get_by_role("link", name="Innvilg og send brev").click()
    await check(leader)
    await send(leader, "Innvilg og send brev")
    await expect(leader.get_by_text("Innvilget kr 400 000, søkt om").first).to_be_visible()
    await check(leader)


async def assess(page: Page) -> None:
    for key in CRITERIA:
        await page.locator(f'[name="answers.{key}.met"][value="yes"]').check()
        await page.locator(f'[name="answers.{key}.reason"]').fill("Godt begrunnet")
    await page.locator('[name="knowledge_environment_needed"][value="no"]').check()
    await page.locator('[name="knowledge_environment_reason"]').fill("Har det selv")
    await page.get_by_label("Foreslått beløp i kroner").fill("400 000")
    await send(page, "Fullfør vurderingen")


async def test_without_scripts_the_same_form_is_sent_and_errors_are_linked(live: Live) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, f"/saker/{case_no}", scripts=False)

    await page.goto(f"/saker/{case_no}/gjor/declare_impartiality")
    await page.get_by_role("button", name="Si om du er habil").click()
    await expect(page.get_by_role("heading", name="Én feil må rettes")).to_be_visible()
    await page.get_by_role("link", name="Er du habil i saken?").click()
    await page.get_by_label("Ja").check()
    await send(page, "Si om du er habil")


async def test_with_the_engine_away_it_is_received_and_the_page_tells_by_itself_when_it_is_done(
    live: Live,
) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, f"/saker/{case_no}/gjor/declare_impartiality")
    with live.without_engine():
        await page.get_by_label("Ja").check()
        await page.get_by_role("button", name="Si om du er habil").click()
        await expect(page.get_by_role("heading", name="ikke behandlet ennå")).to_be_visible()
        await check(page)

    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()


async def test_by_keyboard_alone_the_content_is_two_steps_away_and_the_menu_closes_by_escape(
    live: Live,
) -> None:
    page = await live.log_in(OFFICER, "/i-dag", width=390)

    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Hopp til hovedinnhold")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("#main")).to_be_focused()
    menu = page.get_by_text("Meny", exact=True)
    await menu.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("link", name="I dag")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("link", name="I dag")).to_be_hidden()


async def tab_to(page: Page, name: str, role: str = "link") -> None:
    """Go on with Tab, as who has no pointer does, until what is called *name* has the focus."""
    wanted = page.locator("main").get_by_role(role, name=name).first  # type: ignore[arg-type]
    for _ in range(200):
        await page.keyboard.press("Tab")
        if await wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{name} cannot be reached by Tab")


async def test_by_keyboard_alone_an_officer_declares_and_takes_a_case(live: Live) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, f"/saker/{case_no}/gjor/assign")
    await tab_to(page, "avgi habilitetserklæring")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/gjor/declare_impartiality")
    await tab_to(page, "Ja", "radio")
    await page.keyboard.press("Space")
    await tab_to(page, "Si om du er habil", "button")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()
    await tab_to(page, "Fordel saken")
    await page.keyboard.press("Enter")
    await tab_to(page, "Saksbehandler", "radio")
    await page.keyboard.press("Space")
    await tab_to(page, "Fordel saken", "button")
    await page.keyboard.press("Enter")

    await expect(page.get_by_text("Fordelt til Saksbehandler").first).to_be_visible()


async def test_in_nynorsk_every_word_of_the_frame_is(live: Live) -> None:
    page = await live.log_in(OFFICER, "/i-dag")
    await page.get_by_role("link", name="Nynorsk").click()

    await expect(page.locator("html")).to_have_attribute("lang", "nn")
    await expect(page.get_by_role("columnheader", name="Oppgåve og grunn")).to_be_visible()
    await check(page)


async def test_without_scripts_two_cases_are_taken_at_once_and_each_answers(live: Live) -> None:
    numbers = [(await live.stage.case(await live.stage.submit())).case_no for _ in range(2)]
    page = await live.log_in(OFFICER, "/saker", scripts=False)
    for case_no in numbers:
        await page.locator(f'input[name="sak"][value="{case_no}"]').check()
    await page.get_by_role("button", name="Fordel", exact=True).click()
    await page.get_by_label("Jeg er habil i sakene").check()
    await page.get_by_role("button", name="Fordel sakene").click()

    await expect(page.get_by_text("2 av 2 gjort.")).to_be_visible()


async def test_what_is_done_in_many_cases_is_for_everybodys_eyes(live: Live) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, f"/samlet?sak={case_no}")
    await check(page)
    await page.get_by_role("button", name="Fordel sakene").click()

    await expect(page.get_by_text("0 av 1 gjort, 1 avvist.").first).to_be_visible()
    await check(page)
    await page.goto("/saker")
    await check(page)


async def test_logged_out_the_way_back_is_shut(live: Live) -> None:
    page = await live.log_in(OFFICER, "/i-dag")
    await page.get_by_text("Saksbehandler", exact=True).first.click()
    await page.get_by_role("button", name="Logg ut").click()
    await page.get_by_role("button", name="Logg ut").click()
    await page.wait_for_url(f"{live.address}/**")

    await page.goto("/i-dag")

    await expect(page.get_by_role("heading", name="Logg inn i Saksgang")).to_be_visible()


async def test_who_represents_nobody_is_told_how_to_get_access(live: Live) -> None:
    page = await live.log_in("nobody")

    await expect(
        page.get_by_role("heading", name="Du er logget inn, men representerer ingen")
    ).to_be_visible()
    await check(page)


async def test_a_first_visit_weighs_less_than_a_picture_and_the_next_next_to_nothing(live: Live) -> None:
    page = await live.log_in(OFFICER, "/hjelp")
    context = await live.browser.new_context(
        base_url=live.address, storage_state=await page.context.storage_state()
    )
    fresh = await context.new_page()
    session = await context.new_cdp_session(fresh)
    await session.send("Network.enable")
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))

    await fresh.goto("/i-dag", wait_until="networkidle")
    first, weights[:] = sum(weights), []
    await fresh.goto("/i-dag", wait_until="networkidle")

    assert first <= 250_000
    assert sum(weights) <= 30_000


async def test_another_view_of_the_case_comes_without_the_page_and_has_its_own_address(live: Live) -> None:
    case_no = (await live.stage.case(await live.stage.submit())).case_no
    page = await live.log_in(OFFICER, f"/saker/{case_no}")
    await page.evaluate("window.isTheSame = true")
    await page.get_by_role("link", name="Budsjett").click()

    await expect(page.get_by_text("Sum finansiering")).to_be_visible()
    await expect(page.get_by_role("link", name="Budsjett")).to_be_focused()
    await expect(page).to_have_url(f"{live.address}/saker/{case_no}?vis=budget")
    assert await page.evaluate("window.isTheSame")
    await check(page)
