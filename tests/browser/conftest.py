"""A whole site for browsers: real database, engine and worker, the web on a port, and the local login with its real protocol."""

import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from playwright.async_api import Browser, Page, ViewportSize

from deploy.local import ports
from deploy.local.login import LocalLogin
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from tests.browser import chromium
from tests.browser.nynorsk import bokmal_in
from tests.stage import Stage, new_stage
from tests.web.conftest import house_on
from tests.web.serving import served
from web.app import create_app
from web.house import House
from web.settings import Oidc, Settings

#: What a page must be for everybody: WCAG 2.2 A and AA, and good practice.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


#: A window, what is left of it to a page at 200 % zoom, and the smallest of screens, in CSS pixels.
ROOMS: Final[tuple[ViewportSize, ...]] = (
    {"width": 1280, "height": 900},
    {"width": 640, "height": 450},
    {"width": 320, "height": 800},
)


@dataclass(kw_only=True)
class Live:
    """The site and a browser."""

    stage: Stage
    app: FastAPI
    address: str
    browser: Browser
    problems: list[str]
    windows: dict[tuple[str, str], Page] = field(default_factory=dict)

    @contextlib.contextmanager
    def without_engine(self) -> Iterator[None]:
        """Let the web find no engine while the body runs."""
        house: House = self.app.state.house
        self.app.state.house = replace(house, client=None)
        try:
            yield
        finally:
            self.app.state.house = house

    async def page(self, *, scripts: bool = True, width: int = 1280) -> Page:
        """Open a window of somebody's own, as if on another machine."""
        context = await self.browser.new_context(
            base_url=self.address, java_script_enabled=scripts, viewport={"width": width, "height": 900}
        )
        page = await context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._own_host)
        return page

    def _note(self, kind: str, text: str) -> None:
        # A page that answers 409 or 422 is said to have failed; the tests see what it says.
        if kind == "error" and "status of 4" not in text:
            self.problems.append(text)

    def _own_host(self, request: Any) -> None:
        if not request.url.startswith(("http://localhost:", "http://127.0.0.1:", "data:")):
            self.problems.append(f"asked elsewhere: {request.url}")

    async def log_in(self, subject: str, to: str = "/", *, language: str = "nb", **how: Any) -> Page:
        """Log in through the real protocol, as *subject*, and come to *to*; read it in *language*."""
        page = await self.page(**how)
        await page.goto(f"/sprak/{language}?til={quote(f'/logg-inn?til={to}')}")
        await page.click("main form button")
        await page.click(f'form:has(input[value="{subject}"]) button')
        await page.wait_for_url(f"{self.address}/**")
        return page

    async def known_as(self, subject: str, language: str) -> Page:
        """Return the window of *subject* in *language*, logged in at the first time."""
        if (subject, language) not in self.windows:
            page = await self.log_in(subject, language=language)
            # Each page that is opened here is looked at.
            await page.add_init_script(chromium.axe())
            self.windows[subject, language] = page
        return self.windows[subject, language]


#: What is wider than the place where it is shown, and not shown there whole: the text after the edge is gone.
_CUT = """() => [...document.body.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one);
    return ["hidden", "clip"].includes(style.overflowX) && one.clientWidth > 1 && style.clipPath === "none"
        && one.scrollWidth > one.clientWidth + 1 && one.checkVisibility({visibilityProperty: true});
}).map(one => one.outerHTML.slice(0, 120))"""


async def check(page: Page) -> None:
    """See to it that everybody can use *page*: nothing for axe to say and nothing cut at any width, and one language."""
    if await page.locator("html").get_attribute("lang") == "nn":
        assert await bokmal_in(page) == set(), page.url
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(chromium.axe())
    for room in ROOMS:
        await page.set_viewport_size(room)
        found = await page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']}).then(r => r.violations.map(v => "
            "`${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`))",
            AXE_TAGS,
        )
        assert found == [], f"{page.url} in {room['width']}"
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= room["width"], f"{page.url} is {width} wide in {room['width']}"
        assert await page.evaluate(_CUT) == [], f"{page.url} in {room['width']}"
    await page.set_viewport_size(ROOMS[0])


@pytest.fixture(scope="module")
async def live(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Live]:
    folder: Path = tmp_path_factory.mktemp("login")
    port = ports.any_free()
    address = f"http://localhost:{port}"
    async with contextlib.AsyncExitStack() as stack:
        stage = await stack.enter_async_context(new_stage(postgres, temporal_server))
        await stage.open_round()
        login = LocalLogin(address, ports.any_free(), folder=folder, log_file=folder / "login.log")
        stack.push_async_callback(login.stop)
        await login.start()
        oidc = Oidc(issuer=login.issuer, client_id="saksgang", client_secret=login.client_secret)
        settings = Settings(
            database_url=stage.database.service_dsn, address=address, oidc=oidc, reads_per_minute=100_000
        )
        app = create_app(house_on(stage, settings))
        await stack.enter_async_context(served(app, port))
        problems: list[str] = []
        made = Live(
            stage=stage,
            app=app,
            address=address,
            browser=await stack.enter_async_context(chromium.browser()),
            problems=problems,
        )
        yield made
        assert problems == []
