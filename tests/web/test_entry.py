"""In and out: whom a login makes somebody, how long it lasts, and where it leads."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from deploy.local.logins import RESOURCE_PREFIX, logins
from domain.actors import Role
from domain.identity import is_org_number
from domain.offices import OFFICES
from tests.web.conftest import Site
from tests.web.people import EVERY_ROLE, person
from web.login.hats import Hat, hats_of
from web.pages.entry import own_address
from web.settings import Settings, SettingsError

OFFICER = person(Role.CASE_OFFICER)


def right(role: str, *numbers: str) -> dict[str, Any]:
    parties = [{"orgno": {"authority": "iso6523-actorid-upis", "ID": f"0192:{number}"}} for number in numbers]
    return {"resource": f"{RESOURCE_PREFIX}{role}", "authorized_parties": parties}


def test_the_number_of_a_county_governor_is_that_office_and_any_other_the_municipality() -> None:
    claims = {
        "authorization_details": [
            right("case_officer", OFFICES["SFIN"].org_number, "970540008"),
            right("applicant_signatory", "970540008", OFFICES["SFIN"].org_number),
        ]
    }

    assert hats_of(claims, RESOURCE_PREFIX) == (
        Hat(role=Role.APPLICANT_SIGNATORY, unit="970540008"),
        Hat(role=Role.CASE_OFFICER, unit="SFIN"),
    )


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"authorization_details": "leader"},
        {"authorization_details": [right("system", "970540008")]},
        {"authorization_details": [right("nothing", "970540008")]},
        {"authorization_details": [right("leader", "123456789")]},
        {"authorization_details": [{"resource": "urn:altinn:resource:other", "authorized_parties": [{}]}]},
    ],
)
def test_a_right_that_is_not_ours_makes_nobody(claims: dict[str, Any]) -> None:
    assert hats_of(claims, RESOURCE_PREFIX) == ()


def test_the_local_logins_have_every_role_at_every_office_and_name_no_person() -> None:
    found = logins()
    hats = {hat for login in found for hat in hats_of(login, RESOURCE_PREFIX)}

    assert {hat.role for hat in hats} == set(EVERY_ROLE)
    assert {hat.unit for hat in hats if hat.role is Role.LEADER} == set(OFFICES)
    assert all(is_org_number(hat.unit) for hat in hats if hat.role is Role.APPLICANT_SIGNATORY)
    assert len({login["subject"] for login in found}) == len(found)


@pytest.mark.parametrize(
    "given", [None, "", "//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere", "i-dag"]
)
def test_a_login_leads_nowhere_else(given: str | None) -> None:
    assert own_address(given) == "/"


def test_a_login_leads_back_to_where_it_was_asked_for() -> None:
    assert own_address("/saker/SFIN-2026-1?vis=tasks") == "/saker/SFIN-2026-1?vis=tasks"


async def test_a_session_ends_by_itself_whether_used_or_not(shared: Site) -> None:
    now = datetime.now(UTC)
    ended = await shared.browser(OFFICER, ends_at=now - timedelta(seconds=1))
    idle = await shared.browser(OFFICER, seen_at=now - shared.house.settings.idle)

    for browser in (ended, idle):
        assert (await browser.get("/i-dag")).headers["location"] == "/logg-inn?til=/i-dag"


async def test_logging_out_ends_the_session_and_not_only_the_cookie(shared: Site) -> None:
    browser = await shared.browser(OFFICER)
    secret = browser.client.cookies[shared.app.state.cookie]

    await browser.post("/logg-ut")
    browser.client.cookies.set(shared.app.state.cookie, secret)

    assert (await browser.get("/i-dag")).status_code == 303


async def test_who_has_more_than_one_role_chooses_and_may_change(shared: Site) -> None:
    hats = [Hat(role=Role.CASE_OFFICER, unit="SFIN"), Hat(role=Role.LEADER, unit="SFAG")]
    browser = await shared.browser(OFFICER, hats=[hat.stored() for hat in hats], worn=None)

    assert (await browser.get("/i-dag")).headers["location"] == "/velg-rolle"
    assert "Statsforvalteren i Agder" in (await browser.get("/velg-rolle")).text
    await browser.post("/velg-rolle", {"hat": "1"})
    assert "Leder" in (await browser.get("/i-dag")).text


async def test_with_no_login_configured_the_page_says_so(shared: Site) -> None:
    async with shared.stranger() as stranger:
        found = await stranger.post("/logg-inn", data={"til": "/"})

    assert found.status_code == 503
    assert "SAKSGANG_OIDC_ISSUER" in found.text


async def test_a_return_that_nobody_began_is_refused(shared: Site) -> None:
    async with shared.stranger() as stranger:
        found = await stranger.get("/logg-inn/tilbake?code=x&state=y")

    assert found.status_code == 400


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DATABASE_URL": "postgresql://a:b@elsewhere.example/d"},
        {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_CLAMD": "elsewhere.example:3310"},
        {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_WEB_ADDRESS": "http://saksgang.example"},
        {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_WEB_ADDRESS": "saksgang"},
        {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_OIDC_ISSUER": "https://id.example"},
        {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_WEB_IDLE_MINUTES": "long"},
    ],
)
def test_a_setting_that_is_missing_or_unsafe_stops_the_start(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        Settings.from_environment(environ)


def test_secrets_may_lie_in_files_and_the_settings_show_none(tmp_path: Path) -> None:
    files = {"DATABASE_URL": "postgresql://a:h3mmelig@localhost/d", "SAKSGANG_OIDC_CLIENT_SECRET": "h3mmelig"}
    environ = {"SAKSGANG_OIDC_ISSUER": "https://id.example", "SAKSGANG_OIDC_CLIENT_ID": "x"}
    for name, content in files.items():
        (tmp_path / name).write_text(f"{content}\n")
        environ[f"{name}_FILE"] = str(tmp_path / name)

    settings = Settings.from_environment(environ)

    assert settings.oidc is not None
    assert [settings.database_url, settings.oidc.client_secret] == list(files.values())
    assert "h3mmelig" not in repr(settings)


def test_a_secret_s_file_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL_FILE"):
        Settings.from_environment({"DATABASE_URL_FILE": str(tmp_path / "nothing")})
