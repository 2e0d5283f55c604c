"""The ranking against the frame: the line, what another order or amount would bring, and saving the places with a reason."""

import asyncio
import re

import pytest

from domain import commands as c
from domain.actors import Role
from tests.stage import CRITERIA, LEADER, OFFICER, Stage
from tests.web.conftest import Browser, Site
from tests.web.people import person

ROWS = re.compile(r'<tr(?: class="(below|line)")?>\s*<t[dh][^>]*>(.*?)</tr>', re.DOTALL)
NUMBER = re.compile(r"SFIN-2026-\d+")


async def assessed(stage: Stage, amount_kr: int) -> str:
    """Bring a case to assessed with *amount_kr* proposed; return its number."""
    case_id = await stage.submit()
    await stage.do(case_id, OFFICER, c.DeclareImpartiality(impartial=True))
    await stage.do(case_id, OFFICER, c.Assign(officer=OFFICER.subject))
    answers = [{"criterion": key, "met": True, "reason": "Ja"} for key in CRITERIA]
    body = c.Assess.model_validate(
        {
            "answers": answers,
            "knowledge_environment_needed": False,
            "knowledge_environment_reason": "Nei",
            "proposed_ore": amount_kr * 100,
        }
    )
    await stage.do(case_id, OFFICER, body)
    await stage.do(case_id, LEADER, c.DeclareImpartiality(impartial=True))
    return (await stage.case(case_id)).case_no


@pytest.fixture
async def numbers(site: Site) -> list[str]:
    """Three applications of 300 000, 200 000 and 100 000, and a frame of 550 000."""
    await site.stage.mandate(550_000)
    return [await assessed(site.stage, kr) for kr in (300_000, 200_000, 100_000)]


@pytest.fixture
async def leader(site: Site) -> Browser:
    return await site.browser(person(Role.LEADER))


async def shown(browser: Browser, query: str = "") -> str:
    found = await browser.get(f"/runder/SFIN-2026-R1/rangering{query}")
    assert found.status_code == 200
    return found.text.replace("\xa0", " ")


def order(page: str) -> list[str]:
    """Return the numbers in their order, and ``line`` where it is drawn."""
    table = page.partition('<table class="ds-table ranking">')[2].partition("</table>")[0]
    found = []
    for kind, row in ROWS.findall(table):
        number = NUMBER.search(row)
        found += ["line"] if kind == "line" else [number.group()] if number else []
    return found


async def test_the_line_stands_where_the_frame_no_longer_reaches(leader: Browser, numbers: list[str]) -> None:
    page = await shown(leader)

    assert order(page) == [*numbers[:2], "line", numbers[2]]
    assert "Hit rekker rammen. kr 50 000 er ikke fordelt." in page


async def test_another_amount_moves_the_line_and_decides_nothing(
    site: Site, leader: Browser, numbers: list[str]
) -> None:
    page = await shown(leader, f"?b.{numbers[0]}=250 000")

    assert order(page) == [*numbers, "line"]
    assert "− 50 000" in page
    assert "Stiplet: streken før endringene." in page
    assert "Et annet beløp enn innstilt krever en ny innstilling" in page
    assert order(await shown(leader)) == [*numbers[:2], "line", numbers[2]]


async def test_a_row_is_moved_by_its_button(leader: Browser, numbers: list[str]) -> None:
    order_now = ",".join(numbers)
    page = await shown(leader, f"?rekke={order_now}&opp={numbers[2]}")

    assert order(page) == [numbers[0], numbers[2], "line", numbers[1]]
    assert "plass 2 av 3" in page


async def test_an_amount_that_cannot_be_read_is_kept_and_said(leader: Browser, numbers: list[str]) -> None:
    page = await shown(leader, f"?b.{numbers[0]}=mye")

    assert 'value="mye"' in page
    assert 'aria-invalid="true"' in page


async def test_places_are_saved_with_their_reason_in_each_case(
    site: Site, leader: Browser, numbers: list[str]
) -> None:
    kept = await leader.post(
        "/runder/SFIN-2026-R1/rangering",
        {"pott": "learning", "rekke": ",".join(reversed(numbers)), "grunn": "Minst først"},
    )
    async with asyncio.timeout(20):
        while "3 av 3 gjort." not in (page := (await leader.get(kept.headers["location"])).text):
            await asyncio.sleep(0.05)

    assert "3 av 3 gjort." in page
    assert order(await shown(leader)) == [*reversed(numbers[1:]), "line", numbers[0]]
    history = (await leader.get(f"/saker/{numbers[0]}/historikk")).text
    assert "«Minst først»" in history


async def test_without_a_reason_nothing_is_saved_and_nothing_is_lost(
    leader: Browser, numbers: list[str]
) -> None:
    found = await leader.post(
        "/runder/SFIN-2026-R1/rangering", {"rekke": ",".join(reversed(numbers)), "grunn": " "}
    )

    assert found.status_code == 422
    assert "Skriv grunnen til rangeringen" in found.text
    assert order(found.text)[0] == numbers[2]


async def test_an_officer_sees_it_and_a_leader_saves_it(site: Site, numbers: list[str]) -> None:
    officer = await site.browser(person(Role.CASE_OFFICER))
    page = await shown(officer, f"?rekke={','.join(reversed(numbers))}")

    assert "En leder lagrer rangeringen." in page
    assert "Lagre rangeringen" not in page


async def test_what_is_granted_is_money_gone_before_the_first_place(
    site: Site, leader: Browser, numbers: list[str]
) -> None:
    case_id = await site.stage.submit()
    await site.stage.grant(case_id, 100_000)
    page = await shown(leader)

    assert re.search(r"Allerede innvilget</th><td class=\"num\">kr 100 000", page)
    assert order(page)[:2] == [numbers[0], "line"]


async def test_the_file_and_the_sheets_show_the_same(leader: Browser, numbers: list[str]) -> None:
    csv = (await leader.get("/runder/SFIN-2026-R1/rangering.csv")).content.decode("utf-8-sig").splitlines()
    sheets = (await leader.get("/runder/SFIN-2026-R1/ledermote")).text

    assert [line.split(";")[1] for line in csv[1:]] == numbers
    assert sheets.count('class="sheet"') == 3


async def test_the_list_of_rounds_counts_their_applications(leader: Browser, numbers: list[str]) -> None:
    page = (await leader.get("/runder")).text

    assert f">{len(numbers)}</a>" in page
    assert "/runder/SFIN-2026-R1/rangering" in page


async def test_a_run_is_shown_to_whoever_asked_for_it_alone(
    site: Site, leader: Browser, numbers: list[str]
) -> None:
    kept = await leader.post(
        "/runder/SFIN-2026-R1/rangering", {"rekke": ",".join(reversed(numbers)), "grunn": "Slik"}
    )
    other = await site.browser(person(Role.LEADER), subject="somebody else")

    assert (await other.get(kept.headers["location"])).status_code == 404
