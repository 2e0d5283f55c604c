"""The operator sees how the service does and what stands still, mends it safely, and sees nothing of any case's content."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain import commands as c
from domain.actors import Role
from tests.stage import OFFICER
from tests.web.conftest import Browser, Site
from tests.web.people import person


@pytest.fixture
async def operator(site: Site) -> Browser:
    return await site.browser(person(Role.OPERATOR))


async def execute(site: Site, statement: str, **params: object) -> None:
    async with site.stage.database.engine.begin() as conn:
        await conn.execute(text(statement), params)


async def test_a_service_that_works_says_so(site: Site, operator: Browser) -> None:
    await site.stage.submit()
    page = (await operator.get("/drift")).text

    assert "Ingenting står fast" in page
    assert "Saker i gang</dt><dd>1" in page


async def test_no_page_of_the_operator_tells_of_a_case(site: Site, operator: Browser) -> None:
    await site.stage.submit()
    page = (await operator.get("/drift")).text

    assert "Hamar" not in page
    assert "970540008" not in page


async def test_a_worker_that_asks_for_work_is_seen(site: Site, operator: Browser) -> None:
    await site.stage.submit()

    assert "I drift" in (await operator.get("/drift")).text


class TestACommandThatWaits:
    async def waiting(self, site: Site) -> str:
        """Receive a command, carry it out by nobody, and let ten minutes go by."""
        case_id = await site.stage.submit()
        await site.stage.door.receive(
            case_id, uuid4(), OFFICER, c.DeclareImpartiality(impartial=True), real_now=datetime.now(UTC)
        )
        await site.stage.set_clock(await site.stage.now() + timedelta(minutes=10))
        return (await site.stage.case(case_id)).case_no

    async def test_it_is_named_with_what_is_safe_to_do(self, site: Site, operator: Browser) -> None:
        case_no = await self.waiting(site)
        page = (await operator.get("/drift")).text

        assert "1 ting står fast" in page
        assert case_no in page
        assert "samme kommandonummer" in page

    async def test_trying_again_carries_it_out_once_and_is_noted(self, site: Site, operator: Browser) -> None:
        await self.waiting(site)
        page = (await operator.get("/drift")).text
        stream = page.partition('name="strom" value="')[2].partition('"')[0]

        await operator.post("/drift/prov", {"strom": stream, "hva": "command"})

        assert "Ingenting står fast" in (await operator.get("/drift")).text
        async with site.stage.database.engine.connect() as conn:
            codes = list(await conn.scalars(text("SELECT code FROM access_log")))
        assert codes == ["retried"]


class TestWhatDidNotLeave:
    async def failed(self, site: Site, status: str) -> None:
        await site.stage.submit()
        await execute(
            site,
            "UPDATE outbox SET status = :status, attempts = 3, last_error = 'no_answer',"
            " next_attempt_at = next_attempt_at + interval '1 day'",
            status=status,
        )

    async def test_a_delivery_that_fails_is_tried_now(self, site: Site, operator: Browser) -> None:
        await self.failed(site, "pending")
        page = (await operator.get("/drift")).text
        assert "3 forsøk. Siste feil: no_answer." in page
        stream = page.partition('name="strom" value="')[2].partition('"')[0]

        await operator.post("/drift/prov", {"strom": stream, "hva": "delivery"})

        async with site.stage.database.engine.connect() as conn:
            due = await conn.scalar(text("SELECT max(next_attempt_at) FROM outbox"))
        assert due <= datetime.now(UTC)

    async def test_what_was_put_aside_is_the_offices_to_mend(self, site: Site, operator: Browser) -> None:
        await self.failed(site, "parked")
        page = (await operator.get("/drift")).text

        assert "Ligger som oppgave hos embetet." in page
        assert "/drift/prov" not in page


@pytest.mark.parametrize(
    "content", [{}, {"strom": "mandate:SFIN-2026", "hva": "command"}, {"strom": "case:nobody", "hva": "head"}]
)
async def test_only_what_stands_still_can_be_set_going(
    operator: Browser, site: Site, content: dict[str, str]
) -> None:
    await operator.post("/drift/prov", content)

    async with site.stage.database.engine.connect() as conn:
        assert await conn.scalar(text("SELECT count(*) FROM access_log")) == 0


async def test_with_the_engine_away_the_page_says_what_that_means(site: Site) -> None:
    from dataclasses import replace

    site.app.state.house = replace(site.house, client=None)
    page = (await (await site.browser(person(Role.OPERATOR))).get("/drift")).text

    assert "Ingen arbeidsprosess melder seg" in page
    assert "Alt mottas og kan leses, ingenting utføres" in page


async def test_the_page_asks_again_by_itself_until_it_is_stopped(operator: Browser) -> None:
    assert 'hx-trigger="every 15s"' in (await operator.get("/drift")).text
    assert 'hx-trigger="every 15s"' not in (await operator.get("/drift?stopp=1")).text
