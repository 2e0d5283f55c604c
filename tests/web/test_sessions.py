"""What a login is worth: not what was there before it, not after it was ended anywhere, and not a role that was withdrawn."""

import re
import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from deploy.local.logins import RESOURCE_PREFIX
from domain.actors import Role
from domain.offices import OFFICES
from storage import sessions
from storage.verify import verify
from tests.web.conftest import Browser, Site
from tests.web.people import person
from web.app import create_app
from web.login.hats import Hat
from web.login.provider import Departure
from web.settings import Oidc

SFIN = OFFICES["SFIN"].org_number
OFFICER = person(Role.CASE_OFFICER)
LEADER = person(Role.LEADER)


async def is_in(browser: Browser) -> bool:
    return (await browser.get("/innlogginger")).status_code == 200


async def test_who_is_logged_in_sees_where_and_ends_one_of_them(shared: Site) -> None:
    here, elsewhere = await shared.browser(OFFICER), await shared.browser(OFFICER)
    page = (await here.get("/innlogginger")).text
    assert page.count("Denne nettleseren") == 1
    other = sessions.key_of(elsewhere.client.cookies[shared.app.state.cookie]).hex()
    assert other in page

    await here.post("/innlogginger/avslutt", {"key": other})

    assert await is_in(here)
    assert not await is_in(elsewhere)


async def test_logging_out_everywhere_ends_every_session_and_nobody_else_s(shared: Site) -> None:
    here, elsewhere, leader = [await shared.browser(who) for who in (OFFICER, OFFICER, LEADER)]

    answer = await here.post("/innlogginger/alle")

    assert answer.status_code == 303
    assert [await is_in(one) for one in (here, elsewhere, leader)] == [False, False, True]


async def test_nobody_ends_another_person_s_session(shared: Site) -> None:
    mine, theirs = await shared.browser(OFFICER), await shared.browser(LEADER)
    key = sessions.key_of(theirs.client.cookies[shared.app.state.cookie]).hex()

    await mine.post("/innlogginger/avslutt", {"key": key})
    await mine.post("/innlogginger/avslutt", {"key": "no key"})

    assert await is_in(theirs)


async def test_the_page_shows_no_secret(shared: Site) -> None:
    browser = await shared.browser(OFFICER)

    page = (await browser.get("/innlogginger")).text

    assert browser.client.cookies[shared.app.state.cookie] not in page


async def test_an_ended_session_of_one_s_own_is_not_listed(shared: Site) -> None:
    now = datetime.now(UTC)
    await shared.browser(OFFICER, ends_at=now - timedelta(seconds=1))
    await shared.browser(OFFICER, seen_at=now - shared.house.settings.idle)
    browser = await shared.browser(OFFICER)
    await browser.post("/innlogginger/alle")
    browser = await shared.browser(OFFICER)

    assert len(re.findall(r'name="key"', (await browser.get("/innlogginger")).text)) == 1


async def test_whose_role_is_withdrawn_is_logged_out_at_once_and_comes_back_without_it(site: Site) -> None:
    officer, leader = await site.browser(OFFICER), await site.browser(LEADER)
    hat = {"hvem": OFFICER.subject, "rolle": OFFICER.role.value}
    assert (await officer.get("/i-dag")).status_code == 200

    async def change(what: str) -> int:
        asked = {"gjor": what, "command_id": _id(), **hat}
        return (await leader.post("/kolleger/tilgang", asked)).status_code

    assert await change("withdraw_role") == 303
    assert not await is_in(officer)
    officer = await site.browser(OFFICER)
    assert (await officer.get("/i-dag")).headers["location"] == "/velg-rolle"
    assert "trukket rollen tilbake" in (await officer.get("/velg-rolle")).text
    assert (await officer.post("/velg-rolle", {"hat": "0"})).headers["location"] == "/velg-rolle"
    assert await change("withdraw_role") == 409
    assert await change("give_role_back") == 303
    assert (await officer.get("/i-dag")).status_code == 200
    async with site.stage.database.engine.connect() as conn:
        assert await verify(conn) == []


async def test_the_other_roles_of_the_login_stay(site: Site) -> None:
    hats = [Hat(role=Role.CASE_OFFICER, unit="SFIN"), Hat(role=Role.ATTESTOR, unit="SFIN")]
    both = await site.browser(OFFICER, hats=[hat.stored() for hat in hats], worn=0)
    leader = await site.browser(LEADER)
    asked = {"gjor": "withdraw_role", "hvem": OFFICER.subject, "rolle": "case_officer", "command_id": _id()}

    elsewhere = await site.browser(OFFICER, hats=[Hat(role=Role.ATTESTOR, unit="SFAG").stored()])
    await leader.post("/kolleger/tilgang", asked)
    assert [await is_in(one) for one in (both, elsewhere, leader)] == [False, True, True]
    both = await site.browser(OFFICER, hats=[hat.stored() for hat in hats], worn=0)

    assert "Attestant" in (page := (await both.get("/velg-rolle")).text)
    assert 'name="hat" value="0"' not in page
    await both.post("/velg-rolle", {"hat": "1"})
    assert (await both.get("/i-dag")).status_code == 200


async def test_a_leader_cannot_be_locked_out_by_the_own_hand(site: Site) -> None:
    leader = await site.browser(LEADER)
    asked = {"gjor": "withdraw_role", "hvem": LEADER.subject, "rolle": "leader", "command_id": _id()}

    answer = await leader.post("/kolleger/tilgang", asked)

    assert answer.status_code == 409
    assert "din egen rolle" in answer.text


class Provider:
    """The OpenID provider, at the edge of the world: lets in one officer."""

    async def depart(self) -> Departure:
        self.state = secrets.token_hex(8)
        return Departure(url="https://login.example/", state=self.state, verifier="v", nonce="n")

    async def arrive(self, code: str, verifier: str, nonce: str) -> dict[str, Any]:
        assert (code, verifier, nonce) == ("c", "v", "n")
        right = {
            "resource": f"{RESOURCE_PREFIX}case_officer",
            "authorized_parties": [{"orgno": {"ID": f"0192:{SFIN}"}}],
        }
        return {"sub": OFFICER.subject, "authorization_details": [right]}

    async def leave(self, back_to: str) -> str:
        return back_to


@pytest.fixture
def with_login(shared: Site) -> Site:
    oidc = Oidc(issuer="https://login.example", client_id="x", client_secret="y")
    house = replace(shared.house, settings=replace(shared.house.settings, oidc=oidc))
    app = create_app(house)
    app.state.provider = Provider()
    return Site(stage=shared.stage, app=app, house=house)


async def _log_in(site: Site, browser: Browser) -> str:
    """Go to the login and back; return the key that the browser has then."""
    departed = await browser.post("/logg-inn", {"til": "/"})
    assert departed.headers["location"] == "https://login.example/"
    back = await browser.get(f"/logg-inn/tilbake?code=c&state={site.app.state.provider.state}")
    assert back.status_code == 303
    return str(back.cookies[site.app.state.cookie])


async def test_a_key_that_was_in_the_browser_before_a_login_opens_nothing_after_it(with_login: Site) -> None:
    victim = await with_login.browser(OFFICER)
    planted = victim.client.cookies[with_login.app.state.cookie]

    after = await _log_in(with_login, victim)

    assert after != planted
    async with with_login.stranger() as thief:
        thief.cookies.set(with_login.app.state.cookie, planted)
        assert (await thief.get("/innlogginger")).status_code == 303


async def test_who_tries_the_login_again_and_again_is_stopped(with_login: Site) -> None:
    most = with_login.house.settings.logins_per_minute
    async with with_login.stranger() as browser:
        answers = [(await browser.post("/logg-inn", data={"til": "/"})).status_code for _ in range(most + 5)]

    assert answers[-1] == 429
    assert answers.count(303) <= most


def _id() -> str:
    return str(uuid4())
