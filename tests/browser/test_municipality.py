"""A municipality in a real browser: it applies, completes, accepts, reports and follows a claim, with scripts and without."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from playwright.async_api import FilePayload, expect

from domain import commands as c
from tests.browser.conftest import Live, check
from tests.browser.journey import HAMAR, LOTEN_SIGNATORY, NEXT, apply, hand, move_to
from tests.browser.journey import OFFICER as OFFICER_AT_WORK
from tests.stage import ACCOUNTANT, FULL_DUTY, LEADER, OFFICER

pytestmark = pytest.mark.timeout(180)

MINUTES: FilePayload = {"name": "vedtak.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 sak 3"}

BUDGET = {
    "applied_kr": 1_200_000,
    "budget": [{"kind": "salaries", "amount_kr": 1_250_000, "note": "Prosjektleder"}],
    "own_funding_kr": 50_000,
    "other_support": {"received": False},
}


@pytest.mark.parametrize("scripts", [True, False])
async def test_it_applies_with_its_partner_and_gets_a_receipt(live: Live, scripts: bool) -> None:
    hamar = await hand(live, HAMAR, "/utlysninger", scripts=scripts)

    await apply(live, hamar)

    await expect(hamar.page.get_by_text("Søknaden er mottatt").first).to_be_visible()


async def test_a_member_says_for_itself_on_a_page_for_everybodys_eyes(live: Live) -> None:
    case_id = await live.stage.submit()
    address = f"/saker/{(await live.stage.case(case_id)).case_no}/forankring"
    loten = await hand(live, LOTEN_SIGNATORY, address)
    await loten.fill({"position": "kommunedirektør", "person": "Den som leder", "anchored_on": "1.2.2026"})
    await loten.page.locator("main form .buttons button").click()

    await expect(loten.page.get_by_text("Løten kommune har bekreftet")).to_be_visible()
    await loten.look()


async def granted(live: Live) -> tuple[UUID, str]:
    await live.stage.set_clock(datetime(2026, 3, 1, 9, tzinfo=UTC))
    case_id = await live.stage.submit(**BUDGET)
    await live.stage.grant(case_id, 1_200_000, FULL_DUTY)
    return case_id, f"/saker/{(await live.stage.case(case_id)).case_no}"


async def test_it_confirms_its_account_reports_and_invites_its_auditor(live: Live) -> None:
    case_id, address = await granted(live)
    page = await live.log_in(HAMAR, address)
    await check(page)
    await page.get_by_role("link", name="Bekreft konto").click()
    await page.locator('[name="account"]').fill("1234 56 78903")
    await page.get_by_role("button", name="Bekreft kontonummeret").click()
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()
    await live.stage.pay(case_id, "V-91")
    await move_to(live, datetime(2027, 1, 20, 8, tzinfo=UTC))

    await page.goto("/oversikt")
    await check(page)
    await page.goto(address)
    await page.get_by_role("link", name="Lag rapport").click()
    await page.locator('[name="cost.1"]').fill("950 000")
    await page.locator('[name="text"]').fill("Fire samlinger")
    await page.keyboard.press("Tab")
    await expect(page.locator("#reckoned")).to_contain_text("900")
    await check(page)
    await page.get_by_role("button", name="Lever rapporten").click()
    await expect(page.get_by_role("heading", name="Én feil må rettes")).to_be_visible()
    await check(page)
    await page.locator('[name="final"][value="no"]').check()
    await page.get_by_role("button", name="Lever rapporten").click()
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()
    await page.get_by_role("link", name="Inviter revisor").click()
    await check(page)
    await page.locator('[name="address"]').fill("post@revisjon.example")
    await page.get_by_role("button", name="Send invitasjonen").click()
    await expect(page.get_by_text("Revisor er invitert")).to_be_visible()


async def test_an_application_that_came_back_is_completed_in_nynorsk(live: Live) -> None:
    await live.stage.set_clock(datetime(2026, 3, 1, 9, tzinfo=UTC))
    case_id = await live.stage.submit()
    await live.stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await live.stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    content = {
        "deficiencies": ["plan_missing"],
        "explanation": "Når er samlingene?",
        "last_day": "2026-06-30",
    }
    await live.stage.do(case_id, OFFICER, c.ReturnForSupplement.model_validate(content))
    page = await live.log_in(HAMAR, f"/saker/{(await live.stage.case(case_id)).case_no}")
    await page.get_by_role("link", name="Nynorsk").click()
    await page.get_by_role("link", name="Fyll ut søknaden").click()
    await check(page)
    await page.get_by_role("button", name="Fyll ut søknaden").click()
    await page.wait_for_url("**/steg/**")
    await check(page)
    await page.goto(f"{page.url.partition('/steg/')[0]}/steg/plan")
    await page.locator('[name="project.plan"]').fill("Samlingar i mars og mai.")
    await page.locator(NEXT).click()
    await page.wait_for_url("**/steg/network")
    await page.goto(f"{page.url.partition('/steg/')[0]}/steg/check")
    await page.get_by_role("button", name="Send det som mangla").click()
    await expect(page.get_by_text("Utfyllinga er motteken").first).to_be_visible()
    await page.get_by_role("link", name="Sjå saka").click()
    await expect(page.get_by_text("Endra i utfyllinga")).to_be_visible()
    await check(page)


async def test_it_answers_the_one_question_and_follows_the_claim(live: Live) -> None:
    await live.stage.set_clock(datetime(2026, 3, 1, 9, tzinfo=UTC))
    case_id = await live.stage.submit()
    await live.stage.grant(case_id, 400_000)
    await live.stage.pay(case_id, "V-92")
    await move_to(live, datetime(2028, 1, 20, 8, tzinfo=UTC))
    page = await live.log_in(HAMAR, f"/saker/{(await live.stage.case(case_id)).case_no}")
    await page.get_by_role("link", name="Svar", exact=True).click()
    await check(page)
    await page.locator('[name="unspent_ore"]').fill("100 000")
    await page.get_by_role("button", name="Svar om ubrukte midler").click()
    await expect(page.get_by_role("heading", name="Gjort")).to_be_visible()
    if not (await live.stage.case(case_id)).claims:
        claim = {"ground": "unused", "amount_ore": 10_000_000, "reason": "Ubrukt"}
        await live.stage.do(case_id, OFFICER, c.ProposeClaim.model_validate(claim))
    await live.stage.do(case_id, LEADER, c.DecideClaim(claim=1, due_day=date(2028, 3, 1)))
    await live.stage.do(case_id, ACCOUNTANT, c.InvoiceClaim(claim=1, kid="20260000177"))

    await page.reload()

    await page.get_by_role("link", name="Se kravet").click()
    await expect(page.get_by_role("heading", name="Krav om tilbakebetaling")).to_be_visible()
    await check(page)


@pytest.mark.parametrize("scripts", [True, False])
async def test_it_appeals_with_its_files(live: Live, scripts: bool) -> None:
    await live.stage.set_clock(datetime(2026, 3, 1, 9, tzinfo=UTC))
    _case_id, address = await granted(live)
    hamar = await hand(live, HAMAR, address, scripts=scripts)
    page = hamar.page
    await page.locator('main a[href$="/gjor/file_appeal"]').first.click()
    await hamar.look()
    await hamar.fill({"text": "Vi ber om at hele budsjettet regnes med."})
    await page.locator('input[type="file"]').set_input_files([MINUTES])
    await page.get_by_role("button", name="Last opp filene").click()
    await expect(page.get_by_role("button", name="Fjern vedtak.pdf")).to_be_visible()
    await expect(page.locator('[name="text"]')).to_have_value("Vi ber om at hele budsjettet regnes med.")
    await hamar.look()

    await page.locator("main form .buttons button").first.click()

    await hamar.is_done()
    await expect(page.get_by_role("link", name="vedtak.pdf")).to_be_visible()
    officer = await hand(live, OFFICER_AT_WORK, address, scripts=scripts)
    await expect(officer.page.get_by_text("Kom med: klage")).to_be_visible()
