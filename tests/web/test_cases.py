"""«Saker»: one finds one's own cases, whatever one remembers of them, and nothing of anybody else's."""

import re
from typing import Any

import pytest

from domain import commands as c
from domain.actors import Role
from tests.domain.applications import ORG_HAMAR
from tests.stage import OFFICER, SIGNATORY
from tests.web.conftest import Browser, Site
from tests.web.people import person

CASE_LINK = re.compile(r'class="name" href="/saker/([A-Z0-9-]+)"')


@pytest.fixture(scope="module")
async def numbers(shared: Site) -> list[str]:
    """Three cases: the second is granted, the third withdrawn."""
    ids = [await shared.stage.submit() for _ in range(3)]
    await shared.stage.grant(ids[1], 350_000)
    await shared.stage.do(ids[2], SIGNATORY, c.Withdraw())
    return [(await shared.stage.case(one)).case_no for one in ids]


async def listed(browser: Browser, query: str = "") -> list[str]:
    found = await browser.get(f"/saker{query}")
    assert found.status_code == 200
    return CASE_LINK.findall(found.text)


@pytest.fixture
async def officer(shared: Site, numbers: list[str]) -> Browser:
    return await shared.browser(person(Role.CASE_OFFICER))


class TestTheList:
    async def test_open_cases_are_shown_where_nothing_else_is_asked_for(
        self, officer: Browser, numbers: list[str]
    ) -> None:
        assert sorted(await listed(officer)) == numbers[:2]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("?vis=finished", [2]),
            ("?vis=all", [0, 1, 2]),
            ("?vis=mine", [1]),
            ("?vis=over", []),
            ("?stadium=granted", [1]),
            ("?stadium=granted&vis=finished", []),
            ("?ar=2025", []),
            ("?ordning=learning", [0, 1]),
            (f"?saksbehandler={OFFICER.subject}", [1]),
            ("?vis=nonsense&stadium=nonsense&ar=x&etter=nonsense", [0, 1]),
        ],
    )
    async def test_the_address_narrows_it(
        self, officer: Browser, numbers: list[str], query: str, expected: list[int]
    ) -> None:
        assert sorted(await listed(officer, query)) == [numbers[one] for one in expected]

    @pytest.mark.parametrize(
        "text",
        ["hamar", "Hammar kommune", ORG_HAMAR, "970 540 008", "400 000", "kr 400.000", "tidlig innsats"],
    )
    async def test_a_search_finds_open_and_finished_cases(
        self, officer: Browser, numbers: list[str], text: str
    ) -> None:
        assert sorted(await listed(officer, f"?q={text}")) == numbers

    async def test_a_granted_amount_finds_the_case(self, officer: Browser, numbers: list[str]) -> None:
        assert await listed(officer, "?q=350 000") == [numbers[1]]

    async def test_a_member_of_the_network_finds_the_case(self, officer: Browser, numbers: list[str]) -> None:
        assert sorted(await listed(officer, "?q=loten")) == numbers

    @pytest.mark.parametrize("text", ["SFIN-2026-1", "sfin-2026-1", "2026/1"])
    async def test_a_case_number_leads_to_the_case(self, officer: Browser, text: str) -> None:
        found = await officer.get(f"/saker?q={text}")

        assert (found.status_code, found.headers["location"]) == (303, "/saker/SFIN-2026-1")

    async def test_a_search_without_a_hit_offers_a_way_on(self, officer: Browser) -> None:
        found = await officer.get("/saker?q=2026/999")

        assert "Ingen sak passer «2026/999»" in found.text
        assert "fjern alle filtre" in found.text

    async def test_what_was_searched_for_is_shown_and_not_run(self, officer: Browser) -> None:
        found = await officer.get('/saker?q="><script>alert(1)</script>')

        assert "<script>alert" not in found.text

    async def test_pages_follow_each_other_both_ways(
        self, officer: Browser, numbers: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("web.pages.cases._PAGE", 2)
        first = await officer.get("/saker?vis=all")
        second = await officer.get(_button(first.text, "Neste"))
        back = await officer.get(_button(second.text, "Forrige"))

        assert CASE_LINK.findall(first.text) + CASE_LINK.findall(second.text) == [*numbers]
        assert "Viser 3 til 3 av 3" in second.text
        assert CASE_LINK.findall(back.text) == CASE_LINK.findall(first.text)
        assert "Viser 1 til 2 av 3" in back.text


def _button(page: str, word: str) -> str:
    found = re.search(rf'href="(/saker\?[^"]+)">{word}<', page)
    assert found is not None
    return found.group(1).replace("&amp;", "&")


class TestSomebodyElses:
    @pytest.mark.parametrize("query", ["", "?q=hamar", "?q=SFIN-2026-1", "?embete=SFIN", "?vis=all"])
    @pytest.mark.usefixtures("numbers")
    async def test_another_office_finds_nothing_and_is_told_nothing(self, shared: Site, query: str) -> None:
        browser = await shared.browser(person(Role.LEADER, own=False))

        assert await listed(browser, query) == []
        assert "SFIN-2026" not in (await browser.get(f"/saker.csv{query}")).text

    @pytest.mark.usefixtures("numbers")
    async def test_the_coordinator_sees_foster_home_projects_alone(self, shared: Site) -> None:
        assert await listed(await shared.browser(person(Role.COORDINATOR)), "?vis=all") == []

    async def test_the_state_auditor_sees_every_office(self, shared: Site, numbers: list[str]) -> None:
        auditor = await shared.browser(person(Role.STATE_AUDITOR))

        assert sorted(await listed(auditor, "?vis=all")) == numbers
        assert await listed(auditor, "?vis=all&embete=SFAG") == []


class TestTheFile:
    async def rows(self, browser: Browser, query: str = "") -> list[list[str]]:
        found = await browser.get(f"/saker.csv{query}")
        assert found.headers["content-disposition"].startswith('attachment; filename="saker-')
        assert found.content.startswith(b"\xef\xbb\xbf")
        return [line.split(";") for line in found.content.decode("utf-8-sig").splitlines()]

    async def test_it_has_the_same_cases_as_norwegians_read_them(
        self, officer: Browser, numbers: list[str]
    ) -> None:
        heads, row = await self.rows(officer, "?stadium=granted")

        assert heads[:2] == ["Saksnummer", "Embete"]
        assert row[0] == numbers[1]
        assert row[heads.index("Søkt (kr)")] == "400 000,00"
        assert row[heads.index("Frist")] == "31.12.2026"


class TestSavedViews:
    async def test_a_list_is_kept_shown_and_forgotten(self, shared: Site) -> None:
        mine = await shared.browser(person(Role.ATTESTOR))
        kept = await mine.post("/visninger", {"navn": "Sene", "liste": "vis=over&ar=2026&skadelig=1"})
        page = await mine.get("/saker")

        assert kept.headers["location"] == "/saker?vis=over&ar=2026"
        assert '<a href="/saker?vis=over&amp;ar=2026">Sene</a>' in page.text

        await mine.post("/visninger/slett", {"navn": "Sene"})

        assert "Sene" not in (await mine.get("/saker")).text

    @pytest.mark.parametrize("content", [{"navn": "", "liste": "vis=over"}, {"navn": " \n ", "liste": ""}])
    async def test_a_view_without_a_name_is_not_kept(self, shared: Site, content: dict[str, Any]) -> None:
        mine = await shared.browser(person(Role.ACCOUNTANT))
        await mine.post("/visninger", content)

        assert "views-kept" not in (await mine.get("/saker")).text
