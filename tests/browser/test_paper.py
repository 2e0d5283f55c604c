"""A case officer in a real browser: an application that came on paper is registered, with scripts and without."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Live, check
from tests.browser.test_municipality import NEXT, fill
from tests.domain.applications import HAMAR, LOTEN
from tests.web.applicants import MONEY, PLAN, WHO

pytestmark = pytest.mark.timeout(180)

OFFICER = "case_officer@SFIN"
SCAN: FilePayload = {"name": "soknad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 skannet"}


async def go_on(page: Page, step: str) -> None:
    await page.locator(NEXT).click()
    await page.wait_for_url(f"**/steg/{step}")


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_paper_is_registered_with_its_original_and_the_time_it_came(
    live: Live, scripts: bool
) -> None:
    async def look(page: Page) -> None:
        if scripts:
            await check(page)

    await live.stage.set_clock(datetime(2026, 3, 20, 9, tzinfo=UTC))
    page = await live.log_in(OFFICER, "/runder", scripts=scripts)
    await look(page)
    await page.get_by_role("link", name="Registrer søknad på papir").click()
    await look(page)
    await page.get_by_label("Vertskommune").select_option(HAMAR)
    await page.get_by_role("button", name="Start registreringen").click()
    await page.wait_for_url("**/steg/applicant")
    await look(page)
    await fill(page, WHO | {"paper.day": "14.3.2026", "paper.time": "14.05"})
    await go_on(page, "plan")
    await fill(page, {name: text for name, text in PLAN.items() if name != "project_type"})
    await page.locator('main [name="project_type"][value="self_initiated"]').check()
    await go_on(page, "network")
    await page.locator('[name="new.member"]').select_option(LOTEN)
    await page.locator('button[value="invite"]').click()
    said = {"day": "10.3.2026", "by": "Den som leder", "role": "kommunedirektør"}
    await fill(page, {f"said.{int(HAMAR)}.{part}": text for part, text in said.items()})
    await fill(
        page, {name: text for name, text in MONEY.items() if not name.endswith((".kind", ".municipality"))}
    )
    await look(page)
    await go_on(page, "support")
    await page.locator('main [name="received"][value="no"]').check()
    await go_on(page, "files")
    await look(page)
    await page.locator('input[type="file"]').set_input_files([SCAN])
    await page.get_by_role("button", name="Last opp filene").click()
    await expect(page.get_by_role("link", name="soknad.pdf")).to_be_visible()
    await go_on(page, "check")
    await look(page)
    await expect(page.get_by_text("Løten").first).to_be_visible()
    await page.get_by_role("button", name="Registrer søknaden").click()

    await expect(page.get_by_text("mottatt 14.03.2026 kl. 14.05").first).to_be_visible()
    await look(page)
    await page.get_by_role("link", name="Se saken").click()
    await expect(page.get_by_role("link", name="soknad.pdf")).to_be_visible()
