"""What every answer says, and what no request gets past."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx2
import pytest
from fastapi import APIRouter
from sqlalchemy.ext.asyncio import create_async_engine
from structlog.testing import capture_logs

from domain.actors import Role
from tests.web.conftest import ADDRESS, Site
from tests.web.people import person
from web.app import MOST_SENT, UngatedRouteError, create_app, gate_of, pages
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


async def test_no_other_origin_reads_a_page_frames_it_or_learns_its_address(shared: Site) -> None:
    browser = await shared.browser(OFFICER)
    elsewhere = {"origin": "https://elsewhere.example", "access-control-request-method": "POST"}
    for method, path in (("GET", "/i-dag"), ("OPTIONS", "/i-dag"), ("GET", "/static/saksgang.css")):
        headers = (await browser.client.request(method, path, headers=elsewhere)).headers
        assert not [name for name in headers if name.startswith("access-control-")]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["referrer-policy"] == "same-origin"


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


async def test_whoever_asks_for_more_than_a_person_reads_waits_and_others_do_not(
    shared: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guard.rates.monotonic", lambda: 0.0)
    settings = replace(shared.house.settings, reads_per_minute=40)
    house = replace(shared.house, settings=settings)
    site = Site(stage=shared.stage, app=create_app(house), house=house)
    reader, other = await site.browser(OFFICER), await site.browser(OFFICER)

    asked = [await reader.get(path) for path in ("/saker.csv", *["/i-dag"] * 11)]

    assert [one.status_code for one in asked] == [200] * 11 + [429], "a file costs as much as thirty pages"
    assert 1 <= int(asked[-1].headers["retry-after"]) <= 2
    assert "Vent et minutt" in asked[-1].text
    assert (await other.get("/saker.csv")).status_code == 200
    async with site.stranger() as stranger:
        statuses = [(await stranger.get("/utlysninger")).status_code for _ in range(41)]
    assert statuses == [200] * 40 + [429]


def test_more_than_a_person_sends_is_stopped_and_others_are_not() -> None:
    rate = Rate(3)

    assert [rate.take("one").allowed for _ in range(4)] == [True, True, True, False]
    assert rate.take("other").allowed


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


async def test_a_fault_is_answered_with_the_same_headers_and_says_nothing_of_what_went_wrong(
    shared: Site,
) -> None:
    app = create_app(shared.house)

    @app.get("/fault")
    async def fault() -> None:
        raise TypeError("h3mmelig")

    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url=ADDRESS) as stranger:
        found = await stranger.get("/fault")

    assert found.status_code == 500
    assert "h3mmelig" not in found.text
    assert "default-src 'self'" in found.headers["content-security-policy"]
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/logg-inn", "/soknader", "/saker/SFIN-2026-1/gjor/withdraw"])
@pytest.mark.parametrize("announced", [True, False])
async def test_more_than_files_can_be_is_not_listened_to_whoever_sends_it(
    shared: Site, path: str, announced: bool
) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        while sent < 2 * MOST_SENT:
            sent += 1_000_000
            yield bytes(1_000_000)

    headers = {"content-type": "multipart/form-data; boundary=x"}
    if announced:
        headers["content-length"] = str(2 * MOST_SENT)
    browser = await shared.browser(OFFICER)
    found = await browser.client.post(path, content=endless(), headers=headers)

    assert found.status_code == 413
    assert "for mye" in found.text
    assert sent <= (0 if announced else MOST_SENT + 2_000_000)


@pytest.mark.parametrize("path", ["/sprak/nn", "/logg-ut"])
async def test_where_people_come_encrypted_every_cookie_is_bound_to_this_host(
    shared: Site, path: str
) -> None:
    settings = replace(shared.house.settings, address="https://saksgang.example")
    app = create_app(replace(shared.house, settings=settings))
    site = Site(stage=shared.stage, app=app, house=replace(shared.house, settings=settings))
    browser = await site.browser(OFFICER)
    asked = browser.post if path == "/logg-ut" else browser.get
    found = await asked(path)
    cookies = found.headers.get_list("set-cookie")

    assert cookies
    for cookie in cookies:
        assert cookie.startswith("__Host-saksgang")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert found.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


async def test_whoever_logs_out_leaves_nothing_in_the_browser(shared: Site) -> None:
    browser = await shared.browser(OFFICER)

    found = await browser.post("/logg-ut")

    assert found.headers["clear-site-data"] == '"cache", "storage"'


async def test_no_method_echoes_a_request_and_no_folder_is_listed(shared: Site) -> None:
    async with shared.stranger() as stranger:
        for path in ("/logg-inn", "/static/saksgang.css"):
            assert (await stranger.request("TRACE", path)).status_code == 405
        assert (await stranger.get("/static/")).status_code == 404
        assert (await stranger.get("/static/../settings.py")).status_code == 404
        assert (await stranger.get("/static/%2e%2e/settings.py")).status_code == 404


@pytest.mark.parametrize(
    ("path", "content", "why"),
    [
        ("/drift", None, "not-for-role"),
        ("/saker/SFIN-2026-999", None, "not-found"),
        ("/logg-ut", {"csrf": "x"}, "foreign-form"),
    ],
)
async def test_who_is_not_let_in_is_in_the_log_with_when_where_and_why(
    shared: Site, path: str, content: dict[str, str] | None, why: str
) -> None:
    browser = await shared.browser(OFFICER)
    with capture_logs() as lines:
        await (browser.get(path) if content is None else browser.post(path, content))

    assert lines == [
        {
            "event": "not_let_in",
            "log_level": "warning",
            "why": why,
            "method": "GET" if content is None else "POST",
            "path": path,
            "subject": OFFICER.subject,
            "role": "case_officer@SFIN",
        }
    ]
