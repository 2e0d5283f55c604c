"""Between machines nothing is open to read, unless somebody has said that the network is their own."""

import pytest

from activities.encrypted import ACCEPTED, check_database
from domain.problems import MistakeError
from workflows.connecting import engine_config

ELSEWHERE = "postgresql://a:b@db.example/saksgang"


@pytest.mark.parametrize(
    "address",
    [
        ELSEWHERE,
        f"{ELSEWHERE}?sslmode=require",
        f"{ELSEWHERE}?sslmode=verify-ca",
        f"{ELSEWHERE}?ssl=prefer",
        "postgresql://a:b@10.0.0.7/saksgang",
        "postgresql:///saksgang?host=db.example",
    ],
)
def test_a_database_on_another_machine_must_show_its_certificate(address: str) -> None:
    with pytest.raises(MistakeError) as refused:
        check_database({}, address, "DATABASE_OWNER_URL")

    assert (refused.value.code, refused.value.field) == ("plain_database", "DATABASE_OWNER_URL")
    assert "a:b" not in str(refused.value)
    check_database({ACCEPTED: "accepted"}, address)


@pytest.mark.parametrize(
    ("environ", "address"),
    [
        ({}, f"{ELSEWHERE}?sslmode=verify-full"),
        ({"PGSSLMODE": "verify-full"}, ELSEWHERE),
        ({}, "postgresql://a:b@127.0.0.1/saksgang"),
        ({}, "postgresql://a:b@[::1]/saksgang"),
        ({}, "postgresql://a:b@localhost:5433/saksgang"),
        ({}, "postgresql:///saksgang?host=/run/postgresql"),
    ],
)
def test_one_that_shows_it_or_is_on_this_machine_is_reached(environ: dict[str, str], address: str) -> None:
    check_database(environ, address)


AWAY = {"TEMPORAL_ADDRESS": "engine.example:7233"}


@pytest.mark.parametrize("environ", [AWAY, AWAY | {"TEMPORAL_TLS": "false"}])
def test_an_engine_on_another_machine_is_not_reached_in_plain(environ: dict[str, str]) -> None:
    with pytest.raises(MistakeError) as refused:
        engine_config(environ)

    assert (refused.value.code, refused.value.field) == ("plain_engine", "TEMPORAL_TLS")


@pytest.mark.parametrize(
    "environ",
    [
        AWAY | {"TEMPORAL_TLS": "true"},
        AWAY | {"TEMPORAL_API_KEY": "k"},
        AWAY | {ACCEPTED: "accepted"},
        {"TEMPORAL_ADDRESS": "127.0.0.1:7233"},
        {},
    ],
)
def test_one_that_is_reached_encrypted_or_is_on_this_machine_is(environ: dict[str, str]) -> None:
    assert engine_config(environ)["target_host"] == environ.get("TEMPORAL_ADDRESS", "127.0.0.1:7233")
