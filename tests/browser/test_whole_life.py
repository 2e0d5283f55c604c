"""A case's whole life in a real browser, everybody at their own pages: to its end in bokmål, and the road of money back in nynorsk."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Live
from tests.browser.journey import (
    HAMAR,
    HAMAR_AUDITOR,
    NO_DUTY,
    STATE_AUDITOR,
    apply,
    decide,
    hand,
    move_to,
    pay,
)
from tests.stage import START

pytestmark = pytest.mark.timeout(180)

FULL_DUTY = {
    "terms.reporting": "required",
    "terms.report_last_day": "1.4.2027",
    "terms.final_report_last_day": "3.4.2028",
    "terms.audit": "collected",
    "terms.audit_last_day": "2.5.2028",
}


#: Two lives in one house: another network, whose sum the first one's does not count in.
MUCH = {"project.title": "Trygg start", "cost.1.amount": "1 150 000", "applied": "1 200 000"}
IN_NYNORSK = {
    "network.name": "Læringsnettverk Mjøsa",
    "project.title": "Heile vegen",
    "language": "nn",
    "project.plan": "Fire samlingar, to arbeidsgrupper.",
}


async def test_from_the_call_to_the_auditors_word_everybody_finds_the_way(live: Live) -> None:
    hamar = await hand(live, HAMAR, "/utlysninger")
    address = await apply(live, hamar, MUCH)
    officer, leader = await decide(live, address, "1 200 000", FULL_DUTY, "nb")
    await pay(live, address, hamar, leader, "V-1")
    await move_to(live, datetime(2027, 1, 20, 8, tzinfo=UTC))

    await hamar.go("/tilskudd")
    await hamar.go(address)
    await hamar.page.locator('main a[href*="/rapport/"]').first.click()
    await hamar.look()
    await hamar.fill({"cost.1": "1 150 000", "cost.2": "100 000", "final": "yes", "text": "Fire samlinger"})
    await hamar.look()
    await hamar.page.locator('main button[formaction$="/send"]').click()
    await hamar.is_done()

    await leader.go(address)
    await leader.do("second_report")
    await officer.go(address)
    await officer.do("approve_report")

    await hamar.go(address)
    await hamar.page.locator('main a[href*="/revisor/"]').first.click()
    await hamar.look()
    await hamar.fill({"address": "post@revisjon.example"})
    await hamar.page.locator("main form button").first.click()
    await expect(hamar.page.get_by_text("Revisor er invitert")).to_be_visible()
    await hamar.look()

    auditor = await hand(live, HAMAR_AUDITOR, "/oppdrag")
    await auditor.page.locator("main table a").first.click()
    await auditor.look()
    statement = {"amount_ore": "1 200 000", "auditor": "Den som reviderer", "signed_on": "20.1.2027"}
    await auditor.do("deliver_audit", statement)
    await officer.go(address)
    await officer.do("accept_audit", dict.fromkeys(("names_grant", "names_period", "own_auditor"), "yes"))

    await expect(officer.page.get_by_text("6 av 6: Revidert")).to_be_attached()
    await hamar.go(address)
    await expect(hamar.page.get_by_text("Dere trenger ikke å gjøre noe i saken")).to_be_visible()
    await hand(live, STATE_AUDITOR, f"{address}/historikk")


async def test_the_road_of_money_back_is_walked_in_nynorsk(live: Live) -> None:
    await live.stage.set_clock(START)
    hamar = await hand(live, HAMAR, "/utlysninger", language="nn")
    address = await apply(live, hamar, IN_NYNORSK)
    officer, leader = await decide(live, address, "400 000", NO_DUTY, "nn")
    accountant = await pay(live, address, hamar, leader, "V-2")
    await move_to(live, datetime(2028, 1, 20, 8, tzinfo=UTC))

    await hamar.go(address)
    await hamar.do("answer_use", {"unspent_ore": "100 000"})
    await officer.go(address)
    await officer.do("propose_claim", {"reason": "Ja"})
    await leader.go(address)
    await leader.do("decide_claim", {"due_day": "1.3.2028"})
    await accountant.go(address)
    await accountant.do("invoice_claim", {"kid": "20260000177"})
    for amount, voucher in (("60 000", "B-1"), ("40 000", "B-2")):
        paid = {"amount_ore": amount, "received_on": "20.1.2028", "voucher": voucher}
        await accountant.do("register_repayment", paid)

    await hamar.go(address)
    await expect(hamar.page.locator(".ended")).to_contain_text("Tilbakebetalt")
