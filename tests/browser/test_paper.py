"""A case officer in a real browser: an application that came on paper is registered, with scripts and without."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import FilePayload, expect

from tests.browser.conftest import Live
from tests.browser.journey import NEXT, OFFICER, Hand, hand
from tests.domain.applications import HAMAR, LOTEN
from tests.web.applicants import MONEY, PLAN, WHO

pytestmark = pytest.mark.timeout(180)

SCAN: FilePayload = {"name": "soknad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 skannet"}


async def go_on(officer: Hand, step: str) -> None:
    await officer.page.locator(NEXT).click()
    await officer.page.wait_for_url(f"**/steg/{step}")
    await officer.look()


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_paper_is_registered_with_its_original_and_the_time_it_came(
    live: Live, scripts: bool
) -> None:
    await live.stage.set_clock(datetime(2026, 3, 20, 9, tzinfo=UTC))
    officer = await hand(live, OFFICER, "/runder", scripts=scripts)
    page = officer.page
    await page.get_by_role("link", name="Registrer søknad på papir").click()
    await officer.look()
    await page.get_by_label("Vertskommune").select_option(HAMAR)
    await page.get_by_role("button", name="Start registreringen").click()
    await page.wait_for_url("**/steg/applicant")
    await officer.look()
    await officer.fill(WHO | {"paper.day": "14.3.2026", "paper.time": "14.05"})
    await go_on(officer, "plan")
    await officer.fill(PLAN)
    await go_on(officer, "network")
    await page.locator('[name="new.member"]').select_option(LOTEN)
    await page.locator('button[value="invite"]').click()
    said = {"day": "10.3.2026", "by": "Den som leder", "role": "kommunedirektør"}
    await officer.fill({f"said.{int(HAMAR)}.{part}": text for part, text in said.items()})
    await officer.fill(MONEY)
    await officer.look()
    await go_on(officer, "support")
    await page.locator('main [name="received"][value="no"]').check()
    await go_on(officer, "files")
    await page.locator('input[type="file"]').set_input_files([SCAN])
    await page.get_by_role("button", name="Last opp filene").click()
    await expect(page.get_by_role("link", name="soknad.pdf")).to_be_visible()
    await go_on(officer, "check")
    await expect(page.get_by_text("Løten").first).to_be_visible()
    await page.get_by_role("button", name="Registrer søknaden").click()

    await expect(page.get_by_text("mottatt 14.03.2026 kl. 14.05").first).to_be_visible()
    await officer.look()
    await page.get_by_role("link", name="Se saken").click()
    await expect(page.get_by_role("link", name="soknad.pdf")).to_be_visible()
