"""«I dag»: what must be done now, sorted by its date, with the distance in words and the reason."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain import commands as c
from domain.actors import Role
from domain.instants import end_of_day
from letters.formats import Language
from tests.stage import LEADER, START
from tests.web.conftest import Site
from tests.web.people import person
from web.formats import distance
from web.pages.today import Row, grouped

#: A Wednesday morning.
NOW = datetime(2026, 11, 25, 7, 15, tzinfo=UTC)


def row(due: datetime | None) -> Row:
    return Row(
        code="assign",
        due=due,
        opened_at=NOW,
        rule="T05",
        case_no="SFIN-2026-1",
        host="970540008",
        network="",
        officer=None,
        href="",
    )


@pytest.mark.parametrize(
    ("last_day", "group"),
    [
        (date(2026, 11, 24), "over"),
        (date(2026, 11, 25), "today"),
        (date(2026, 11, 29), "week"),
        (date(2026, 11, 30), "later"),
    ],
)
def test_a_task_stands_where_its_last_day_puts_it(last_day: date, group: str) -> None:
    assert list(grouped([row(end_of_day(last_day))], NOW)) == [group]


def test_a_task_without_a_date_stands_last() -> None:
    assert list(grouped([row(None), row(end_of_day(date(2026, 11, 30)))], NOW)) == ["later", "undated"]


@pytest.mark.parametrize(
    ("last_day", "said"),
    [
        (date(2026, 11, 20), "3 virkedager over"),
        (date(2026, 11, 24), "1 virkedag over"),
        (date(2026, 11, 25), "I dag"),
        (date(2026, 11, 27), "fredag"),
        (date(2026, 12, 3), "om 8 dager"),
    ],
)
def test_how_far_a_date_is_stands_in_words(last_day: date, said: str) -> None:
    assert distance(Language.NB, end_of_day(last_day), NOW) == said


async def test_an_office_that_is_asked_to_take_a_case_over_sees_it_and_takes_it(site: Site) -> None:
    case_id = await site.stage.submit()
    asked = c.AskTransfer.model_validate({"office": "SFAG", "reason": "Vertskommunen har byttet fylke"})
    await site.stage.do(case_id, LEADER, asked)
    browser = await site.browser(person(Role.LEADER, own=False))

    desk = (await browser.get("/i-dag")).text
    case = (await browser.get("/saker/SFIN-2026-1")).text

    assert "Ta stilling til om embetet skal overta saken" in desk
    assert "/saker/SFIN-2026-1" in desk
    assert "/saker/SFIN-2026-1/gjor/accept_transfer" in case
    assert "/saker/SFIN-2026-1/gjor/assign" not in case


async def test_what_an_office_is_to_do_stands_on_its_own_desk_and_on_no_other(site: Site) -> None:
    case_id = await site.stage.submit()
    await site.stage.move_to(START + timedelta(days=30), [case_id])
    case_no = (await site.stage.case(case_id)).case_no

    own = (await (await site.browser(person(Role.CASE_OFFICER))).get("/i-dag")).text
    other = (await (await site.browser(person(Role.CASE_OFFICER, own=False))).get("/i-dag")).text

    assert case_no in own
    assert "virkedager over" in own
    assert f"/saker/{case_no}/gjor/assign" in own
    assert case_no not in other
