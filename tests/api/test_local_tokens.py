"""The tokens of a machine of one's own: the local provider issues them as Maskinporten does, and the API takes them."""

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from joserfc.jwk import ECKey

from deploy.local import ports
from deploy.local.login import LocalLogin
from deploy.local.postgres import EmbeddedPostgres
from deploy.local.temporal import DevServer
from domain.actors import Role
from tests.api.local import Local, new_local
from tests.web.conftest import ADDRESS
from web.settings import Settings


@pytest.fixture(scope="module")
async def local(
    postgres: EmbeddedPostgres, temporal_server: DevServer, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Local]:
    async with new_local(postgres, temporal_server, tmp_path_factory.mktemp("login")) as made:
        yield made


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
async def test_there_is_a_program_for_each_role_and_its_token_is_taken(local: Local, role: Role) -> None:
    found = await (await local.caller(role)).get("/rule-sets")

    assert found.status_code == 200


async def test_a_program_s_token_is_no_person_s_and_a_login_s_is(local: Local) -> None:
    case = await local.service.stage.case(await local.service.stage.submit())
    address = f"/cases/{case.case_no}/commands/declare_impartiality"

    program = await (await local.caller(Role.CASE_OFFICER)).post(address, {"impartial": True})
    person = await local.caller(Role.CASE_OFFICER, sub="case_officer@SFIN")
    done = await person.post(address, {"impartial": True})

    assert program.json()["code"] == "person_required"
    assert done.json()["outcome"] == "done"
    assert (await local.service.stage.case(case_id_of(done))).impartial == ("case_officer@SFIN",)


def case_id_of(answer: httpx2.Response) -> Any:
    from uuid import UUID

    return UUID(answer.json()["case_id"])


async def test_a_login_gives_no_other_role_than_its_own(local: Local) -> None:
    found = await (await local.caller(Role.LEADER, sub="case_officer@SFIN")).get("/cases")

    assert (found.status_code, found.json()["code"]) == (403, "right_missing")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"iss": "nobody"}, "invalid_client"),
        ({"aud": "https://elsewhere.example"}, "invalid_grant"),
        ({"exp": int(time.time()) - 10}, "invalid_grant"),
        ({"exp": int(time.time()) + 6000}, "invalid_grant"),
        ({"scope": "saksgang:leader.write"}, "invalid_scope"),
        ({"scope": ""}, "invalid_scope"),
        ({"sub": "nobody@nowhere"}, "invalid_grant"),
        ({"key": ECKey.generate_key("P-256")}, "invalid_grant"),
    ],
)
async def test_an_assertion_that_does_not_hold_gives_no_token(
    local: Local, changes: dict[str, Any], error: str
) -> None:
    found = await local.ask(Role.CASE_OFFICER, **changes)

    assert (found.status_code, found.json()["error"]) == (400, error)


async def test_keys_are_for_their_owner_alone_and_go_with_the_provider(tmp_path: Path) -> None:
    login = LocalLogin(ADDRESS, ports.any_free(), folder=tmp_path, log_file=tmp_path / "login.log")
    await login.start()
    files = sorted(login.programs.glob("*.json"))
    modes = {file.stat().st_mode & 0o777 for file in files}

    await login.stop()

    assert len(files) == len(Role) - 1
    assert modes == {0o600}
    assert not list(login.programs.glob("*"))


def test_the_web_is_told_of_its_issuers_by_the_same_environment() -> None:
    login = LocalLogin(ADDRESS, 1, folder=Path("nowhere"), log_file=Path("nowhere"))
    settings = Settings.from_environment(login.environment | {"DATABASE_URL": "postgresql://a:b@localhost/c"})

    assert settings.api is not None
    assert settings.api.issuer == f"{login.issuer}/maskinporten"
    assert settings.api.audience == f"{ADDRESS}/api/v1"
