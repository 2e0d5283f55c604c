"""Every answer that is no success is a problem with a code, whatever went wrong."""

import pytest
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from domain.actors import Role
from tests.api.conftest import Service
from web.api.limits import Limits
from web.api.problems import MEDIA_TYPE, STATUSES


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/cases/", 404, "not_found"),
        ("DELETE", "/cases", 405, "method_not_allowed"),
        ("OPTIONS", "/cases", 405, "method_not_allowed"),
        ("HEAD", "/cases", 405, "method_not_allowed"),
    ],
)
async def test_what_is_not_there_is_said_so(
    shared: Service, method: str, path: str, status: int, code: str
) -> None:
    found = await shared.program(Role.CASE_OFFICER).client.request(
        method, f"/api/v1{path}", headers={"Origin": "https://elsewhere.example"}
    )

    assert found.status_code == status
    assert found.headers["content-type"] == MEDIA_TYPE
    assert not [name for name in found.headers if name.startswith("access-control")]
    if method != "HEAD":
        assert found.json()["code"] == code
        assert found.json()["instance"] == f"/api/v1{path}"


@pytest.mark.parametrize(
    ("media_type", "body", "status", "code"),
    [
        ("text/plain", b"{}", 415, "not_json"),
        ("application/x-www-form-urlencoded", b"impartial=true", 415, "not_json"),
        ("", b"{}", 415, "not_json"),
        ("application/json", b"", 422, "unusable"),
        ("application/json", b"[]", 422, "unusable"),
        ("application/json", b"{", 422, "unusable"),
        ("application/json", b'{"impartial": true, "impartial": false}', 422, "unusable"),
        ("application/json", b"\xff\xfe", 422, "unusable"),
        ("application/json", b"[" * 100_000, 422, "unusable"),
        ("application/json", b'{"impartial": true, "reason": "' + b"x" * 1_000_001 + b'"}', 413, "too_large"),
        ("application/json; charset=utf-8", b'{"impartial": "yes"}', 422, "unusable"),
        ("application/json", b'{"impartial": true, "reason": {"ref": "x", "digest": "y"}}', 422, "unusable"),
    ],
)
async def test_only_json_that_can_be_read_is_taken(
    shared: Service, media_type: str, body: bytes, status: int, code: str
) -> None:
    case_id = await shared.stage.submit()
    case = await shared.stage.case(case_id)
    officer = shared.person(Role.CASE_OFFICER)

    found = await officer.client.post(
        f"/api/v1/cases/{case.case_no}/commands/declare_impartiality",
        content=body,
        headers={
            "Content-Type": media_type,
            "Idempotency-Key": "5d1c6a52-3a0a-4f0b-9f39-54a9ad8d6a11",
        },
    )

    assert (found.status_code, found.json()["code"]) == (status, code)
    assert await shared.stage.kinds(case_id) == ["Submitted"]


async def test_what_is_left_of_the_limit_is_told_and_more_than_it_waits(service: Service) -> None:
    service.api.state.limits = Limits(2, 1)
    officer = service.program(Role.CASE_OFFICER)

    found = [await officer.get("/cases") for _ in range(3)]

    assert [one.status_code for one in found] == [200, 200, 429]
    assert found[0].headers["ratelimit-policy"] == '"reads";q=2;w=60'
    assert found[0].headers["ratelimit"] == '"reads";r=1;t=0'
    assert found[2].json()["code"] == "too_many"
    assert 1 <= int(found[2].headers["retry-after"]) <= 30
    other = service.program(Role.CASE_OFFICER, client_id="another")
    assert (await other.get("/cases")).status_code == 200


async def test_whoever_tries_tokens_is_counted_by_address(service: Service) -> None:
    answers = [(await service.caller("no.to.ken").get("/cases")).status_code for _ in range(61)]

    assert set(answers[:60]) == {401}
    assert answers[60] == 429


async def test_a_database_that_is_away_is_said_to_be_away(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_house: object) -> None:
        raise PoolTimeoutError("no connection")

    monkeypatch.setattr("web.house.House.installation", away)

    found = await service.program(Role.CASE_OFFICER).get("/cases")

    assert found.status_code == 503
    assert found.json()["code"] == "away"
    assert found.headers["retry-after"] == "5"


async def test_nothing_is_kept_on_the_way(shared: Service) -> None:
    found = await shared.program(Role.CASE_OFFICER).get("/cases")

    assert found.headers["cache-control"] == "no-store"
    assert "Authorization" in found.headers["vary"]


def test_every_code_has_a_status_that_is_an_error() -> None:
    assert all(400 <= status <= 599 for status in STATUSES.values())
