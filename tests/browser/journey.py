"""What people do on the pages: to apply, to decide, to pay. Nothing goes past the web but the clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pytest
from playwright.async_api import Locator, Page, expect
from sqlalchemy import select

from storage.tables import case_head
from tests.browser import chromium
from tests.browser.conftest import Live, check
from tests.domain.applications import LOTEN, ORG_HAMAR, ORG_LOTEN
from tests.stage import CRITERIA
from tests.web.applicants import MONEY, PLAN, WHO

OFFICER: Final = "case_officer@SFIN"
LEADER: Final = "leader@SFIN"
ATTESTOR: Final = "attestor@SFIN"
ACCOUNTANT: Final = "accountant@SFIN"
HAMAR: Final = f"applicant_signatory@{ORG_HAMAR}"
LOTEN_SIGNATORY: Final = f"applicant_signatory@{ORG_LOTEN}"
HAMAR_AUDITOR: Final = f"municipal_auditor@{ORG_HAMAR}"
STATE_AUDITOR: Final = "state_auditor@-"

#: So many steps with Tab lead nowhere.
_FAR: Final = 250

#: Which key brings one nearer to an element; none where it has the focus.
_KEY_TO: Final = """one => one === document.activeElement ? null
    : one.type === "radio" && document.activeElement?.name === one.name ? "ArrowDown" : "Tab"
"""

NEXT: Final = 'main .form-end button[value="next"]'

NO_DUTY: Final = {"terms.reporting": "none", "terms.audit": "none"}

_ATTESTED: Final = ("legal_ground", "budget_cover", "soundness", "recipient")


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Somebody at the pages. One who looks sees to it that everybody could use each page on the way; it needs scripts.

    One with keys alone has no pointer: everything is reached by Tab, and done by Enter, Space and typing.
    """

    live: Live
    page: Page
    language: str = "nb"
    looks: bool = True
    keys: bool = False

    async def press(self, wanted: Locator) -> None:
        """Follow a link, press a button or tick something."""
        if not self.keys:
            await wanted.click()
            return
        await self.reach(wanted)
        ticked = await wanted.evaluate("one => one.type === 'radio' || one.type === 'checkbox'")
        await self.page.keyboard.press("Space" if ticked else "Enter")

    async def type(self, wanted: Locator, text: str) -> None:
        """Type *text* instead of what stands there."""
        if not self.keys:
            await wanted.fill(text)
            return
        await self.reach(wanted)
        await self.page.keyboard.press("ControlOrMeta+a")
        await self.page.keyboard.type(text)

    async def reach(self, wanted: Locator) -> None:
        """Go on with Tab until *wanted* has the focus; among answers of one question, with the arrows."""
        await expect(wanted).to_be_visible()
        for _ in range(_FAR):
            key = await wanted.evaluate(_KEY_TO)
            if key is None:
                return
            await self.page.keyboard.press(key)
        pytest.fail(f"{wanted} cannot be reached by keys on {self.page.url}")

    async def look(self) -> None:
        """Check the page that is open."""
        await expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        if self.looks:
            await check(self.page)

    async def go(self, address: str) -> None:
        """Open the page at *address* and look at it."""
        await self.page.goto(address)
        await self.look()

    async def fill(self, typed: Mapping[str, str]) -> None:
        """Type and tick; what the form has settled itself is left alone."""
        for name, text in typed.items():
            field = self.page.locator(f'main [name="{name}"]')
            kind = await field.first.get_attribute("type")
            if kind in {"radio", "checkbox"}:
                chosen = self.page.locator(f'main [name="{name}"][value="{text}"]')
                if not await chosen.is_checked():
                    await self.press(chosen)
            elif kind != "hidden":
                await self.type(field, text)

    async def do(self, command: str, typed: Mapping[str, str] | None = None) -> None:
        """Find the way from the case's page to the form of *command*, send it, and be told that it is done."""
        way = self.page.locator(f'main a[href*="/gjor/{command}"]').first
        if not await way.is_visible():
            await self.press(self.page.locator("main details.more summary"))
        await self.press(way)
        await self.page.wait_for_url(f"**/gjor/{command}*")
        await self.look()
        await self.fill(typed or {})
        await self.press(self.page.locator("main form .buttons button").first)
        await self.is_done()

    async def is_done(self) -> None:
        """Be told on the case's page that what was sent is done."""
        await expect(self.page.locator('#reply [data-color="success"]')).to_be_visible()
        await self.look()


async def hand(
    live: Live,
    subject: str,
    to: str,
    *,
    language: str = "nb",
    scripts: bool = True,
    looks: bool = True,
    keys: bool = False,
) -> Hand:
    """Log in as *subject*, come to *to* and look at it."""
    page = await live.log_in(subject, to, language=language, scripts=scripts)
    if looks and scripts:
        await page.add_init_script(chromium.axe())
    found = Hand(live=live, page=page, language=language, looks=looks and scripts, keys=keys)
    await found.look()
    return found


async def move_to(live: Live, instant: datetime) -> None:
    """Move the clock of everybody: other cases of the same site have deadlines too."""
    async with live.stage.database.engine.connect() as conn:
        cases = list(await conn.scalars(select(case_head.c.case_id)))
    await live.stage.move_to(instant, cases)


async def apply(live: Live, hamar: Hand, typed: Mapping[str, str] | None = None) -> str:
    """Fill in an application from the open calls, have the partner confirm it, and send it; return its case's address.

    Args:
        live: The site.
        hamar: The host's signatory, at the open calls.
        typed: What is typed otherwise than usual, by field.
    """
    page, typed = hamar.page, typed or {}
    await hamar.press(page.locator("main table a, main li a").first)
    await hamar.press(page.locator("main form button"))
    await page.wait_for_url("**/steg/applicant")
    draft = page.url.partition("/steg/")[0]
    for step, usual in (("plan", WHO), ("network", PLAN)):
        await hamar.look()
        await hamar.fill({name: typed.get(name, text) for name, text in usual.items()})
        await hamar.press(page.locator(NEXT))
        await page.wait_for_url(f"**/steg/{step}")
    await invite(hamar, LOTEN, "Løten")
    await expect(page.locator(f'button[value="remind:{LOTEN}"]')).to_be_visible()
    await hamar.look()
    scripts = await page.evaluate("'scripts' in document.documentElement.dataset")
    loten = await hand(
        live,
        LOTEN_SIGNATORY,
        f"{draft.removeprefix(live.address)}/bekreft",
        language=hamar.language,
        scripts=scripts,
        looks=hamar.looks,
        keys=hamar.keys,
    )
    await confirm(loten)
    await hamar.go(f"{draft}/bekreft")
    await confirm(hamar)
    await hamar.go(f"{draft}/steg/network")
    await hamar.fill({name: typed.get(name, text) for name, text in MONEY.items()})
    await hamar.press(page.locator(NEXT))
    await page.wait_for_url("**/steg/support")
    await hamar.look()
    await hamar.fill({"received": "no"})
    await hamar.press(page.locator(NEXT))
    await page.wait_for_url("**/steg/files")
    await hamar.look()
    await hamar.go(f"{draft}/steg/check")
    await hamar.press(page.locator('main form[action$="/send"] button'))
    await page.wait_for_url("**/kvittering")
    await expect(page.locator('#outcome [data-color="success"]')).to_be_visible()
    await hamar.look()
    to = await page.locator("#outcome .buttons a").get_attribute("href")
    assert to is not None
    return to


async def invite(hamar: Hand, number: str, name: str) -> None:
    """Ask the municipality *number*, called *name*, to take part."""
    choice = hamar.page.locator('[name="new.member"]')
    if hamar.keys:
        await hamar.reach(choice)
        # The first letter again and again goes from one of that letter to the next.
        for _ in range(_FAR):
            if await choice.input_value() == number:
                break
            await hamar.page.keyboard.press(name[0])
    else:
        await choice.select_option(number)
    await hamar.press(hamar.page.locator('button[value="invite"]'))


async def confirm(member: Hand) -> None:
    """Say for one's own municipality that it takes part."""
    await member.fill({"anchored_by": "Den som leder", "anchored_as": "kommunedirektør"})
    await member.press(member.page.locator('button[name="answer"][value="yes"]'))
    await member.page.wait_for_load_state()
    await member.look()


async def assess(officer: Hand, proposed: str) -> None:
    """Take the case, judge it and propose *proposed* kroner, from the case's page."""
    await officer.do("declare_impartiality", {"impartial": "yes"})
    await officer.do("assign", {"officer": OFFICER})
    judged = {f"answers.{key}.met": "yes" for key in CRITERIA} | {
        f"answers.{key}.reason": "Ja" for key in CRITERIA
    }
    more = {"knowledge_environment_needed": "no", "knowledge_environment_reason": "Ja"}
    await officer.do("assess", judged | more | {"proposed_ore": proposed})


async def decide(
    live: Live, address: str, amount: str, terms: Mapping[str, str], language: str, *, keys: bool = False
) -> tuple[Hand, Hand]:
    """Assess, recommend and grant; return the officer and the leader at the case."""
    how: dict[str, Any] = {"language": language, "keys": keys, "looks": not keys}
    officer = await hand(live, OFFICER, address, **how)
    await assess(officer, amount)
    await officer.do("recommend", {"reason": "Ja", **terms})
    leader = await hand(live, LEADER, address, **how)
    await leader.do("declare_impartiality", {"impartial": "yes"})
    await leader.do("grant")
    return officer, leader


async def pay(live: Live, address: str, hamar: Hand, leader: Hand, voucher: str) -> Hand:
    """Confirm the account, order, attest and register the voucher; return the accountant at the case."""
    await hamar.go(address)
    await hamar.do("confirm_account", {"account": "1234 56 78903"})
    await leader.go(address)
    await leader.do("order_payment")
    how: dict[str, Any] = {"language": leader.language, "keys": leader.keys, "looks": leader.looks}
    attestor = await hand(live, ATTESTOR, address, **how)
    await attestor.do("attest_payment", dict.fromkeys(_ATTESTED, "yes"))
    accountant = await hand(live, ACCOUNTANT, address, **how)
    paid_on = f"{await live.stage.now():%d.%m.%Y}"
    await accountant.do("register_disbursement", {"voucher": voucher, "paid_on": paid_on})
    return accountant
