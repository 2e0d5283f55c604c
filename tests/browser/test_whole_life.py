"""A case's whole life in a real browser, everybody at their own pages, in bokmål and nynorsk: to its end, and with money back."""

from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import expect

from domain.identity import kid_mod10
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

pytestmark = pytest.mark.timeout(400)

FULL_DUTY = {
    "terms.reporting": "required",
    "terms.report_last_day": "1.4.2027",
    "terms.final_report_last_day": "3.4.2028",
    "terms.audit": "collected",
    "terms.audit_last_day": "2.5.2028",
}


LANGUAGES = pytest.mark.parametrize("language", ["nb", "nn"])

KIDS = {"nb": "20260000177", "nn": kid_mod10("2026000018")}

MUCH = {"cost.1.amount": "1 150 000", "applied": "1 200 000"}


def written(language: str, number: int) -> dict[str, str]:
    """Return what is typed in an application; each life has a network of its own, whose sum no other counts in."""
    return {
        "network.name": f"Læringsnettverk Mjøsa {number} {language}",
        "project.title": f"Heile vegen {number} {language}",
        "project.plan": "Felles plan.",
        "language": language,
    }


@LANGUAGES
async def test_from_the_call_to_the_auditors_word_everybody_finds_the_way(live: Live, language: str) -> None:
    await live.stage.set_clock(START)
    hamar = await hand(live, HAMAR, "/utlysninger", language=language)
    address = await apply(live, hamar, written(language, 1) | MUCH)
    officer, leader = await decide(live, address, "1 200 000", FULL_DUTY, language)
    await pay(live, address, hamar, leader, f"V-1-{language}")
    await move_to(live, datetime(2027, 1, 20, 8, tzinfo=UTC))

    await hamar.go("/tilskudd")
    await hamar.go(address)
    await hamar.page.locator('main a[href*="/rapport/"]').first.click()
    await hamar.look()
    await hamar.fill({"cost.1": "1 150 000", "cost.2": "100 000", "final": "yes", "text": "Alt er gjort"})
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
    await expect(hamar.page.locator('main [data-color="success"]')).to_be_visible()
    await hamar.look()

    auditor = await hand(live, HAMAR_AUDITOR, "/oppdrag", language=language)
    await auditor.page.locator(f'main table a[href="{address}"]').click()
    await auditor.look()
    statement = {"amount_ore": "1 200 000", "auditor": "Revisor 1", "signed_on": "20.1.2027"}
    await auditor.do("deliver_audit", statement)
    await officer.go(address)
    await officer.do("accept_audit", dict.fromkeys(("names_grant", "names_period", "own_auditor"), "yes"))

    await expect(officer.page.locator(".stepper li[data-done]")).to_have_count(6)
    await hamar.go(address)
    await expect(hamar.page.locator("section.act")).to_have_count(0)
    await hand(live, STATE_AUDITOR, f"{address}/historikk", language=language)


@LANGUAGES
async def test_the_road_of_money_back_is_walked_to_its_end(live: Live, language: str) -> None:
    await live.stage.set_clock(START)
    hamar = await hand(live, HAMAR, "/utlysninger", language=language)
    address = await apply(live, hamar, written(language, 2))
    officer, leader = await decide(live, address, "400 000", NO_DUTY, language)
    accountant = await pay(live, address, hamar, leader, f"V-2-{language}")
    await move_to(live, datetime(2028, 1, 20, 8, tzinfo=UTC))

    await hamar.go(address)
    await hamar.do("answer_use", {"unspent_ore": "100 000"})
    await officer.go(address)
    await officer.do("propose_claim", {"reason": "Ja"})
    await leader.go(address)
    await leader.do("decide_claim", {"due_day": "1.3.2028"})
    await accountant.go(address)
    await accountant.do("invoice_claim", {"kid": KIDS[language]})
    for amount, voucher in (("60 000", f"B-1-{language}"), ("40 000", f"B-2-{language}")):
        paid = {"amount_ore": amount, "received_on": "20.1.2028", "voucher": voucher}
        await accountant.do("register_repayment", paid)

    await hamar.go(address)
    await expect(hamar.page.locator(".ended")).to_contain_text("Tilbakebetalt")


async def test_by_keyboard_alone_a_case_without_duties_goes_from_the_call_to_its_close(live: Live) -> None:
    await live.stage.set_clock(START)
    how: dict[str, Any] = {"keys": True, "looks": False}
    hamar = await hand(live, HAMAR, "/utlysninger", **how)
    address = await apply(live, hamar, {"project.title": "Nye rutiner"})
    officer, leader = await decide(live, address, "400 000", NO_DUTY, "nb", keys=True)
    await pay(live, address, hamar, leader, "V-3")
    await move_to(live, datetime(2028, 1, 20, 8, tzinfo=UTC))

    await hamar.go(address)
    await hamar.do("answer_use", {"unspent_ore": "0"})
    await officer.go(address)
    await officer.do("close")

    await expect(officer.page.locator(".ended")).to_contain_text("Avsluttet")
