"""The leader's pages: what waits for this leader and what does not, how the money stands, and which dates are near."""

import re
from datetime import UTC, datetime

import pytest

from domain.actors import Role
from tests.stage import OFFICER
from tests.web.conftest import Browser, Site
from tests.web.people import person

BUTTON = re.compile(r'<a class="ds-button"[^>]*href="(/saker/[^"]+)"')


def between(page: str, begins: str, ends: str) -> str:
    return page.partition(begins)[2].partition(ends)[0]


@pytest.fixture
async def leader(site: Site) -> Browser:
    return await site.browser(person(Role.LEADER))


async def waiting(site: Site, amount_kr: int = 300_000) -> str:
    """Bring a case to the leader's table; return its number."""
    case_id = await site.stage.submit()
    await site.stage.recommend(case_id, amount_kr)
    return (await site.stage.case(case_id)).case_no


class TestApproval:
    async def test_a_recommendation_waits_with_its_amount_and_whoever_made_it(
        self, site: Site, leader: Browser
    ) -> None:
        case_no = await waiting(site)
        page = (await leader.get("/godkjenning")).text.replace("\xa0", " ")

        assert case_no in page
        assert "Innvilge kr 300 000." in page
        assert "Innstilt av Saksbehandler" in page
        assert "Én innstilling venter på deg, på kr 300 000." in page

    async def test_what_must_be_done_first_stands_on_the_button(self, site: Site, leader: Browser) -> None:
        case_no = await waiting(site)
        page = (await leader.get("/godkjenning")).text

        assert BUTTON.findall(page)[0] == f"/saker/{case_no}/gjor/declare_impartiality"

    async def test_whoever_has_declared_decides(self, site: Site, leader: Browser) -> None:
        case_no = await waiting(site)
        await leader.post(f"/saker/{case_no}/gjor/declare_impartiality", {"impartial": "yes"})
        page = (await leader.get("/godkjenning")).text

        assert BUTTON.findall(page)[0] == f"/saker/{case_no}/gjor/grant"

    async def test_what_one_prepared_oneself_is_told_beside_the_queue_with_the_rule(self, site: Site) -> None:
        case_no = await waiting(site)
        both = await site.browser(person(Role.LEADER), subject=OFFICER.subject)
        page = (await both.get("/godkjenning")).text

        assert "Ingen innstillinger venter" in page
        assert case_no in between(page, "En annen leder må godkjenne", "</section>")

    async def test_more_than_is_free_is_said_before_anything_is_decided(
        self, site: Site, leader: Browser
    ) -> None:
        await site.stage.mandate(250_000)
        await waiting(site)
        page = (await leader.get("/godkjenning")).text.replace("\xa0", " ")

        assert "er kr 50 000 mer enn det som er fritt" in page

    async def test_other_offices_cases_are_not_in_it(self, site: Site) -> None:
        await waiting(site)
        elsewhere = await site.browser(person(Role.LEADER, own=False))

        assert "SFIN-2026" not in (await elsewhere.get("/godkjenning")).text


class TestFrames:
    async def test_the_parts_of_a_frame_are_told_and_add_up(self, site: Site, leader: Browser) -> None:
        paid, granted = await site.stage.submit(), await site.stage.submit()
        await site.stage.grant(paid, 400_000)
        await site.stage.pay(paid)
        await site.stage.grant(granted, 300_000)
        page = (await leader.get("/rammer")).text.replace("\xa0", " ")

        for part, amount in (
            ("Utbetalt", "kr 400 000"),
            ("Innvilget, ikke utbetalt", "kr 300 000"),
            ("Fritt", "kr 4 300 000"),
            ("Hele rammen", "kr 5 000 000"),
        ):
            assert re.search(rf"{part}</th><td class=\"num\">{amount}</td>", page), part
        assert "kr 4 600 000 faller bort 31.12.2026 om det ikke blir betalt ut." in page

    async def test_the_bar_says_in_a_sentence_what_it_shows(self, leader: Browser) -> None:
        page = (await leader.get("/rammer")).text

        assert re.search(r'role="img" aria-label="[^"]*fritt\."', page)

    async def test_an_office_sees_its_own_frames_alone(self, site: Site) -> None:
        elsewhere = await site.browser(person(Role.LEADER, own=False))

        assert "Ingen rammer er registrert" in (await elsewhere.get("/rammer?embete=SFIN")).text

    async def test_the_state_auditor_sees_all_offices_with_their_sum(self, site: Site) -> None:
        auditor = await site.browser(person(Role.STATE_AUDITOR))
        page = (await auditor.get("/rammer")).text.replace("\xa0", " ")

        assert "Statsforvalteren i Innlandet" in page
        assert "5 000 000" in between(page, "<tfoot>", "</tfoot>")

    async def test_the_file_has_the_same(self, leader: Browser) -> None:
        lines = (await leader.get("/rammer.csv")).content.decode("utf-8-sig").splitlines()

        assert lines[1].split(";")[4:8] == ["5 000 000,00", "0,00", "0,00", "5 000 000,00"]


class TestDeadlines:
    async def test_what_is_late_comes_first_and_says_who_is_to_act(self, site: Site, leader: Browser) -> None:
        case_id = await site.stage.submit()
        await site.stage.set_clock(datetime(2026, 4, 1, 9, 0, tzinfo=UTC))
        page = (await leader.get("/frister")).text

        late = between(page, "Over fristen</th>", "</tbody>")
        assert (await site.stage.case(case_id)).case_no in late
        assert "Fordeling av saken" in late
        assert "Saksbehandler" in late

    async def test_the_board_is_narrowed_to_whoever_is_to_act(self, site: Site, leader: Browser) -> None:
        case_no = (await site.stage.case(await site.stage.submit())).case_no

        assert case_no in (await leader.get("/frister?hvem=case_officer")).text
        assert case_no not in (await leader.get("/frister?hvem=municipality")).text

    async def test_the_file_has_the_same(self, site: Site, leader: Browser) -> None:
        case_no = (await site.stage.case(await site.stage.submit())).case_no
        found = await leader.get("/frister.csv")

        assert case_no in found.text

    async def test_the_file_names_whoever_is_to_act_also_those_without_a_chip(
        self, site: Site, leader: Browser
    ) -> None:
        await site.stage.set_clock(datetime(2027, 1, 5, 9, 0, tzinfo=UTC))
        found = await leader.get("/frister.csv")

        assert ";Økonomimedarbeider;" in found.text
