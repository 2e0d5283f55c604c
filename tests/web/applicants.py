"""A municipality at its application, as a browser without scripts would go through it."""

import html
import re
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import httpx2

from domain.actors import Role
from tests.domain.applications import LOTEN, ORG_HAMAR, ORG_LOTEN
from tests.web.conftest import Browser, Site
from tests.web.people import Person

HAMAR_SIGNATORY: Final = Person(role=Role.APPLICANT_SIGNATORY, unit=ORG_HAMAR, own=True)
HAMAR_EDITOR: Final = Person(role=Role.APPLICANT_EDITOR, unit=ORG_HAMAR, own=True)
LOTEN_SIGNATORY: Final = Person(role=Role.APPLICANT_SIGNATORY, unit=ORG_LOTEN, own=False)

#: What a learning network types in the steps before its municipalities.
WHO: Final = {
    "network.name": "Læringsnettverk Hedmarken",
    "language": "nb",
    "account": "1234 56 78903",
    "contact.name": "Rådgiver",
    "contact.email": "post@hamar.example",
}
PLAN: Final = {
    "project.title": "Tidlig innsats sammen",
    "project.plan": "Fire samlinger, to arbeidsgrupper.",
    "project_type": "self_initiated",
}
MONEY: Final = {
    "cost.1.kind": "salaries",
    "cost.1.amount": "350 000",
    "cost.2.kind": "meetings",
    "cost.2.amount": "100000",
    "applied": "400 000",
    "own.1.municipality": "3403",
    "own.1.amount": "50 000",
}


@dataclass(kw_only=True)
class Applying:
    """One person at one draft."""

    site: Site
    browser: Browser
    address: str

    @property
    def draft_id(self) -> UUID:
        return UUID(self.address.rpartition("/")[2])

    async def open(self, step: str) -> str:
        found = await self.browser.get(f"{self.address}/steg/{step}")
        assert found.status_code == 200, found.text
        return found.text

    async def send(self, step: str, do: str = "next", **typed: Any) -> httpx2.Response:
        """Open a step, type, and press a button."""
        page = await self.open(step)
        content = {"seen": seen(page), "do": do, **typed}
        return await self.browser.post(f"{self.address}/steg/{step}", content)

    async def answer(self, said: str, **more: str) -> httpx2.Response:
        """Answer for one's own municipality."""
        return await self.browser.post(f"{self.address}/bekreft", {"answer": said, **more})

    async def as_(self, person: Person) -> "Applying":
        """Let somebody else open the same draft."""
        return Applying(site=self.site, browser=await self.site.browser(person), address=self.address)


def seen(page: str) -> str:
    found = re.search(r'id="seen" name="seen" value="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def value(page: str, path: str) -> str:
    """Return what stands in a field."""
    found = re.search(rf'name="{re.escape(path)}" value="([^"]*)"', page)
    assert found is not None, path
    return html.unescape(found[1])


def words(page: str) -> str:
    """Return what a page says, without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


async def begin(site: Site, person: Person = HAMAR_SIGNATORY, round_no: str = "") -> Applying:
    """Begin an application to the round of the site."""
    browser = await site.browser(person)
    listed = (await browser.get("/utlysninger")).text
    number = round_no or re.findall(r'/utlysninger/([A-Z0-9-]+)"', listed)[0]
    begun = await browser.post("/soknader", {"round": number})
    assert begun.status_code == 303
    return Applying(site=site, browser=browser, address=begun.headers["location"])


async def filled_in(site: Site) -> Applying:
    """Fill in an application that lacks nothing."""
    hamar = await begin(site)
    await hamar.send("applicant", **WHO)
    await hamar.send("plan", **PLAN)
    await hamar.send("network", "invite", **{"new.member": LOTEN})
    loten = await hamar.as_(LOTEN_SIGNATORY)
    for one in (hamar, loten):
        await one.answer("yes", anchored_by="Kommunedirektør", anchored_as="kommunedirektør")
    await hamar.send("network", **MONEY)
    await hamar.send("support", received="no")
    return hamar
