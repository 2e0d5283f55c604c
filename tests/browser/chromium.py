"""The browser: the machine's own where it has one, else the one that npm brought."""

import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from playwright.async_api import Browser, async_playwright

from deploy import assets
from tests.memory import MEMORY

_NAMES = ("chromium", "chromium-browser", "google-chrome")

_UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());"


@cache
def executable() -> str:
    """Return the path of a Chromium; it is unpacked once where npm brought it."""
    named = os.environ.get("SAKSGANG_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if named:
        return named
    folder = assets.ROOT / assets.MODULES / ".chromium"
    if not (folder / "chromium").is_file():
        # Where npm makes its folder anew, what lay in it is gone.
        assets.make()
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [*assets.node(), "--input-type=module", "-e", _UNPACK],
            check=True,
            cwd=assets.ROOT,
            env={**os.environ, "TMPDIR": str(folder)},
            stdout=subprocess.DEVNULL,
        )
    return str(folder / "chromium")


@cache
def axe() -> str:
    """Return the accessibility checker's program."""
    return (assets.ROOT / assets.MODULES / "axe-core" / "axe.min.js").read_text("utf-8")


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """Have a browser without a window."""
    # Root may run it only without its sandbox; the pages it sees are ours.
    alone = ["--no-sandbox"] if os.geteuid() == 0 else []
    # Each page has its programs anew: what it would cost to make them quicker is never won back. One process draws what
    # one person sees, and keeps what it has read of a program for the next page.
    cheap = ("--js-flags=--no-opt --no-maglev --no-flush-bytecode", "--renderer-process-limit=1")
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=executable(),
            args=[*alone, *cheap, "--headless=shell", "--disable-gpu", "--no-zygote"],
            # Playwright has its processes share what they draw in files on a disk: memory may be too small for it.
            ignore_default_args=["--disable-dev-shm-usage"] if MEMORY else None,
        )
        try:
            yield started
        finally:
            await started.close()
