"""Every answer that is no success is a problem with a code, whatever went wrong."""

from base64 import urlsafe_b64encode
from uuid import uuid4

import pytest
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from domain.actors import Role
from tests.api.conftest import Service
from tests.domain.applications import ORG_HAMAR
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


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/openapi.json", 200),
        ("GET", "/cases", 200),
        ("GET", "/cases/SFIN-2026-99999", 404),
        ("GET", "/cases?limit=0", 422),
        ("GET", "/nothing", 404),
        ("DELETE", "/cases", 405),
        ("POST", "/checks", 415),
    ],
)
async def test_every_answer_tells_of_its_limit(shared: Service, method: str, path: str, status: int) -> None:
    found = await shared.program(Role.CASE_OFFICER).client.request(method, f"/api/v1{path}")

    assert found.status_code == status
    assert {"ratelimit", "ratelimit-policy"} <= found.headers.keys()


async def test_an_export_costs_as_much_as_thirty_questions(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guard.rates.monotonic", lambda: 0.0)
    service.api.state.limits = Limits(60, 1)
    officer = service.program(Role.CASE_OFFICER)

    found = [await officer.get("/exports/cases.csv") for _ in range(3)]

    assert [one.status_code for one in found] == [200, 200, 429]
    assert [one.headers["ratelimit"].split(";")[1] for one in found[:2]] == ["r=30", "r=0"]
    assert found[2].headers["retry-after"] == "30"


async def test_what_is_not_there_is_asked_for_no_more_often_than_by_a_stranger(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.guard.rates.monotonic", lambda: 0.0)
    service.api.state.limits = Limits(100, 100, 3)
    officer = service.program(Role.CASE_OFFICER)

    found = [await officer.get("/nothing") for _ in range(4)]

    assert [one.status_code for one in found] == [404, 404, 404, 429]
    assert found[0].headers["ratelimit"] == '"strangers";r=2;t=0'


async def test_whoever_tries_tokens_is_counted_by_address(service: Service) -> None:
    answers = [(await service.caller("no.to.ken").get("/cases")).status_code for _ in range(61)]

    assert set(answers[:60]) == {401}
    assert answers[60] == 429


async def test_a_database_that_is_away_is_said_to_be_away(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(_house: object) -> None:
        raise PoolTimeoutError("no connection")

    monkeypatch.setattr("web.api.gate.installation_of", away)

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


async def test_a_fault_of_ours_is_a_problem_that_says_nothing_of_it(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(_house: object) -> None:
        raise KeyError("inner matters")

    monkeypatch.setattr("web.api.gate.installation_of", fails)
    officer = service.program(Role.CASE_OFFICER)
    quiet = ASGITransport(app=service.app, raise_app_exceptions=False)

    async with AsyncClient(transport=quiet, base_url="http://localhost:8000") as client:
        found = await client.get("/api/v1/cases", headers=officer.client.headers)

    assert found.status_code == 500
    assert found.json()["code"] == "fault"
    assert "inner" not in found.text


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%E2%80%AE%0A",
        "q='%3B--",
        "officer=%00%27",
        "q=%25_%5C",
        "q=" + "9" * 100,
        "q=kr%20999999999999999",
    ],
)
async def test_whatever_is_searched_for_is_only_searched_for(shared: Service, query: str) -> None:
    for path in ("/cases", "/exports/cases.csv"):
        found = await shared.program(Role.CASE_OFFICER).get(f"{path}?{query}")

        assert found.status_code == 200


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/cases", "dated/0001-01-01T00:00:00+14:00/00000000-0000-0000-0000-000000000000"),
        ("/cases", "dated/9999-12-31T23:59:59-14:00/00000000-0000-0000-0000-000000000000"),
        ("/cases", "gone/2026-01-01T00:00:00+00:00/00000000-0000-0000-0000-000000000000"),
        ("/cases", "dated/2026-01-01/x"),
        ("/tasks", "0001-01-01T00:00:00+14:00|00000000-0000-0000-0000-000000000000|x"),
        ("/tasks", "2026-01-01T00:00:00|00000000-0000-0000-0000-000000000000|x"),
        ("/tasks", "|x|y"),
        ("/tasks", "\0|00000000-0000-0000-0000-000000000000|x"),
        ("/overdue", "|00000000-0000-0000-0000-000000000000|x"),
        ("/overdue", "x"),
        ("/projects", "x"),
    ],
)
async def test_a_cursor_of_somebody_else_s_making_is_refused(shared: Service, path: str, key: str) -> None:
    after = urlsafe_b64encode(key.encode()).decode()

    found = await shared.program(Role.CASE_OFFICER).get(f"{path}?after={after}")

    assert (found.status_code, found.json()["errors"][0]["field"]) == (422, "after")


async def test_strange_names_of_fields_are_told_so_that_they_can_be_read(shared: Service) -> None:
    found = await shared.program(Role.APPLICANT_SIGNATORY, ORG_HAMAR).client.post(
        "/api/v1/applications",
        content=b'{"\\ud800\\u0000": 1, "round": "\\ud800", "application": {"\\ud800": "\\ud800"}}',
        headers={
            "Content-Type": "application/json",
            "Idempotency-Key": "5d1c6a52-3a0a-4f0b-9f39-54a9ad8d6a12",
        },
    )

    assert found.status_code == 422
    assert "\N{REPLACEMENT CHARACTER}" * 2 in {one["field"] for one in found.json()["errors"]}


async def test_a_text_that_no_table_keeps_is_refused(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())

    for text in (b'"\\ud800"', b'"\\u0000"'):
        found = await shared.person(Role.CASE_OFFICER).client.post(
            f"/api/v1/cases/{case.case_no}/commands/declare_impartiality",
            content=b'{"impartial": false, "reason": ' + text + b"}",
            headers={"Content-Type": "application/json", "Idempotency-Key": str(uuid4())},
        )

        assert found.status_code == 422
