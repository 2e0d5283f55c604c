"""Who finds a weakness finds whom to tell, as RFC 9116 says it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.web.conftest import ADDRESS, Site
from web.app import create_app
from web.settings import Settings, SettingsError

PATH = "/.well-known/security.txt"
CONTACT = "mailto:security@saksgang.example"


async def test_a_stranger_reads_whom_to_tell_until_when_in_which_languages_and_where_this_stands(
    shared: Site,
) -> None:
    async with shared.stranger() as stranger:
        found = await stranger.get(PATH)
    told = dict(line.split(": ", 1) for line in found.text.splitlines())

    assert found.headers["content-type"] == "text/plain; charset=utf-8"
    assert told.pop("Expires").endswith("T00:00:00Z")
    assert told == {
        "Contact": CONTACT,
        "Preferred-Languages": "nb, nn, en",
        "Canonical": ADDRESS + PATH,
    }


async def test_it_has_not_expired_and_will_within_a_year(shared: Site) -> None:
    async with shared.stranger() as stranger:
        text = (await stranger.get(PATH)).text
    expires = datetime.fromisoformat(text.split("Expires: ")[1].splitlines()[0])

    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


async def test_where_nobody_is_named_there_is_no_such_page(shared: Site) -> None:
    house = replace(shared.house, settings=replace(shared.house.settings, security_contact=None))
    site = Site(stage=shared.stage, app=create_app(house), house=house)
    async with site.stranger() as stranger:
        assert (await stranger.get(PATH)).status_code == 404


def settings(contact: str) -> Settings:
    environ = {"DATABASE_URL": "postgresql://a:b@localhost/d", "SAKSGANG_SECURITY_CONTACT": contact}
    return Settings.from_environment(environ)


@pytest.mark.parametrize("contact", [CONTACT, "https://saksgang.example/sikkerhet"])
def test_an_address_for_mail_or_a_page_may_be_named(contact: str) -> None:
    assert settings(contact).security_contact == contact


@pytest.mark.parametrize(
    "contact",
    [
        "security@saksgang.example",
        "mailto:security",
        "http://saksgang.example",
        "https:",
        "tel:+4712345678",
        f"{CONTACT}\nContact: mailto:thief@elsewhere.example",
    ],
)
def test_anything_else_stops_the_start(contact: str) -> None:
    with pytest.raises(SettingsError, match="SAKSGANG_SECURITY_CONTACT"):
        settings(contact)
