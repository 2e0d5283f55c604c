"""Pictures of the main screens, for the README and for laying beside the target: ``make screenshots``.

A whole local installation is started in a folder of its own, with its morning at work and its login, and gone afterwards.
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from playwright.async_api import Browser

from deploy.local.home import Home
from deploy.local.up import Steps, installation
from tests.browser import chromium

FOLDER: Final = Path(__file__).parents[2] / "docs" / "screens"


class Screen(NamedTuple):
    """One picture: its name, who sees it, where, and how wide the window is."""

    name: str
    subject: str
    path: str
    width: int = 1280


SCREENS: Final = (
    Screen("today", "case_officer@SFIN", "/i-dag"),
    Screen("today-narrow", "case_officer@SFIN", "/i-dag", 390),
    Screen("case", "case_officer@SFIN", "/saker/SFIN-2026-8"),
    Screen("case-narrow", "case_officer@SFIN", "/saker/SFIN-2026-8", 390),
    Screen("case-of-the-municipality", "applicant_signatory@970540008", "/saker/SFIN-2026-1"),
    Screen("overview-of-the-municipality", "applicant_signatory@970540008", "/oversikt"),
    Screen("form", "case_officer@SFIN", "/saker/SFIN-2026-11/gjor/assess"),
    Screen("leader", "leader@SFIN", "/saker/SFIN-2026-9"),
    Screen("ranking", "leader@SFIN", "/runder/SFIN-2026-R2/rangering"),
    Screen("approval", "leader@SFIN", "/godkjenning"),
    Screen("frames", "leader@SFIN", "/rammer"),
    Screen("deadlines", "leader@SFIN", "/frister"),
    Screen("operation", "operator@-", "/drift"),
    Screen("history", "state_auditor@-", "/saker/SFIN-2026-8/historikk"),
    Screen("correcting", "case_officer@SFIN", "/saker/SFIN-2026-8/rett"),
)


async def take(browser: Browser, address: str, screen: Screen, folder: Path) -> None:
    """Log in and take one picture."""
    context = await browser.new_context(base_url=address, viewport={"width": screen.width, "height": 900})
    page = await context.new_page()
    await page.goto(f"/logg-inn?til={screen.path}")
    await page.click("main form button")
    await page.click(f'form:has(input[value="{screen.subject}"]) button')
    await page.wait_for_url(f"{address}{screen.path}")
    await page.evaluate("document.fonts.ready")
    await page.screenshot(path=folder / f"{screen.name}.png", full_page=True)
    await context.close()


def say(what: str) -> None:
    """Tell what is being started."""
    sys.stderr.write(f"{what}\n")


async def main(folder: Path) -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory(prefix="saksgang-screens-") as home:
        async with installation(Home(Path(home)), progress=say, steps=Steps()) as running:
            assert running.runtime.web is not None
            async with chromium.browser() as browser:
                for screen in SCREENS:
                    await take(browser, running.runtime.web, screen, folder)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target))
