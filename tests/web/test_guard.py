"""What every answer says, and what no request gets past."""

import pytest
from fastapi import APIRouter
from sqlalchemy.ext.asyncio import create_async_engine

from domain.actors import Role
from tests.web.conftest import ADDRESS, Site
from tests.web.people import person
from web.app import UngatedRouteError, create_app, gate_of, pages
from web.guard import csrf
from web.guard.rates import Rate
from web.house import House
from web.settings import Settings

OFFICER = person(Role.CASE_OFFICER)


async def test_every_answer_forbids_what_is_not_ours_and_is_kept_by_nobody(shared: Site) -> None:
    browser = await shared.browser(OFFICER)
    for path in ("/i-dag", "/nothing", "/logg-inn"):
        headers = (await browser.get(path)).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


async def test_static_files_may_be_kept_since_their_address_changes_with_them(shared: Site) -> None:
    async with shared.stranger() as stranger:
        page = (await stranger.get("/logg-inn")).text
        address = page.split('href="/static/saksgang.css')[1].split('"')[0]
        headers = (await stranger.get(f"/static/saksgang.css{address}")).headers

    assert address.startswith("?v=")
    assert "immutable" in headers["cache-control"]


def test_a_page_that_asks_by_itself_keeps_nobody_logged_in() -> None:
    quiet = {route.path for route in pages() if (gate := gate_of(route)) is not None and gate.quiet}

    assert quiet == {
        "/drift/naa",
        "/saker/{case_no}/svar/{command_id}",
        "/samlet/{run_id}",
        "/soknader/{draft_id}/kvittering/svar",
        "/soknader/{draft_id}/steg/{step}/andre",
    }


async def test_no_page_has_script_or_style_of_its_own(shared: Site) -> None:
    browser = await shared.browser(OFFICER)
    page = (await browser.get("/i-dag")).text

    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": ADDRESS},
        {"origin": "null"},
    ],
)
async def test_a_form_from_elsewhere_is_refused(shared: Site, headers: dict[str, str]) -> None:
    browser = await shared.browser(OFFICER)

    found = await browser.client.post("/logg-ut", data={"csrf": browser.token}, headers=headers)

    assert found.status_code == 403


def test_a_token_is_masked_anew_each_time_and_is_still_the_same() -> None:
    token = csrf.new_token()
    first, second = csrf.masked(token), csrf.masked(token)

    assert first != second
    assert csrf.is_token(first, token)
    assert not csrf.is_token(first, csrf.new_token())
    assert not csrf.is_token("no token", token)


def test_more_than_a_person_sends_is_stopped_and_others_are_not() -> None:
    rate = Rate(3)

    assert [rate.lets("one") for _ in range(4)] == [True, True, True, False]
    assert rate.lets("other")


def test_a_route_without_a_gate_stops_the_program() -> None:
    router = APIRouter()

    @router.get("/open")
    async def open_to_all() -> None: ...

    with pytest.raises(UngatedRouteError, match="/open"):
        pages([router])


async def test_with_the_database_away_what_was_typed_is_given_back(shared: Site) -> None:
    away = House(
        settings=Settings(database_url="postgresql://a:b@127.0.0.1:1/c"),
        engine=create_async_engine("postgresql+asyncpg://a:b@127.0.0.1:1/c"),
        client=None,
    )
    site = Site(stage=shared.stage, app=create_app(away), house=away)
    async with site.stranger() as stranger:
        stranger.cookies.set(site.app.state.cookie, "anything")
        found = await stranger.post(
            "/saker/SFIN-2026-1/gjor/withdraw", data={"csrf": "x", "reason": "Vi trekker søknaden likevel"}
        )

    assert found.status_code == 503
    assert "Ikke mottatt" in found.text
    assert "Vi trekker søknaden likevel" in found.text
