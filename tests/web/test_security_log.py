"""Who comes in, who goes out and who fails to is in the log, with nothing that would let a reader of it in."""

from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from deploy.local.logins import RESOURCE_PREFIX
from domain.offices import OFFICES
from tests.web.conftest import Site
from web.app import create_app
from web.login.provider import Departure, LoginFailedError
from web.settings import Oidc


class Provider:
    """The OpenID provider, at the edge of the world: lets in one leader, or nobody."""

    failing = False

    async def depart(self) -> Departure:
        return Departure(url="https://login.example/", state="s7ate", verifier="v3rifier", nonce="n0nce")

    async def arrive(self, _code: str, _verifier: str, _nonce: str) -> dict[str, Any]:
        if self.failing:
            raise LoginFailedError("level idporten-loa-low is not enough")
        party = {"orgno": {"ID": f"0192:{OFFICES['SFIN'].org_number}"}}
        right = {"resource": f"{RESOURCE_PREFIX}leader", "authorized_parties": [party]}
        return {"sub": "pairwise-1", "acr": "idporten-loa-high", "authorization_details": [right]}

    async def leave(self, back_to: str) -> str:
        return back_to


@pytest.fixture
def door(shared: Site) -> Site:
    oidc = Oidc(issuer="https://login.example", client_id="x", client_secret="cl1ent")
    house = replace(shared.house, settings=replace(shared.house.settings, oidc=oidc))
    app = create_app(house)
    app.state.provider = Provider()
    return Site(stage=shared.stage, app=app, house=house)


async def logged(site: Site, *paths: str) -> list[dict[str, Any]]:
    """Go to the login and then to *paths*; return what was written down."""
    with capture_logs() as lines:
        async with site.stranger() as browser:
            await browser.post("/logg-inn", data={"til": "/"})
            for path in paths:
                await browser.get(path)
    return [dict(line) for line in lines]


BACK = "/logg-inn/tilbake?code=c0de&state=s7ate"


async def test_who_came_in_as_what_how_strongly_and_from_where(door: Site) -> None:
    assert await logged(door, BACK) == [
        {
            "event": "logged_in",
            "log_level": "info",
            "subject": "pairwise-1",
            "rights": ["leader@SFIN"],
            "acr": "idporten-loa-high",
            "address": "127.0.0.1",
        }
    ]


async def test_who_failed_to_come_in_and_why(door: Site) -> None:
    door.app.state.provider.failing = True
    weak = await logged(door, BACK)
    refused = await logged(door, "/logg-inn/tilbake?error=access_denied&state=s7ate")
    foreign = await logged(door, "/logg-inn/tilbake?code=c0de&state=another")

    assert [line["event"] for line in (*weak, *refused, *foreign)] == [
        "login_failed",
        "login_refused",
        "login_not_begun_here",
    ]


async def test_nothing_in_the_log_lets_anybody_in(door: Site) -> None:
    said = str(await logged(door, BACK, "/velg-rolle", "/i-dag"))

    assert not [secret for secret in ("s7ate", "v3rifier", "n0nce", "c0de", "cl1ent") if secret in said]
