"""Which tokens are taken: those of the two issuers, whole, in time, for us, for one role that fits; and nothing else."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from domain.actors import Role
from domain.officework.access import WithdrawRole
from storage import sessions
from storage.sessions import SessionRow
from tests.api import issuer
from tests.api.conftest import Service
from tests.api.issuer import Signer, claims, org_number, program
from tests.domain.applications import ORG_HAMAR
from tests.stage import LEADER, OFFICE
from web.guard import csrf
from web.login.hats import Hat

NOW = int(datetime.now(UTC).timestamp())


async def code_of(service: Service, token: str | None) -> tuple[int, str]:
    found = await service.caller(token).get("/cases")
    return found.status_code, found.json().get("code", "")


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": NOW - 60},
        {"nbf": NOW + 600},
        {"iat": NOW + 600},
        {"aud": "https://somebody-else.example"},
        {"aud": None},
        {"iss": "https://nobody.example/"},
        {"iss": None},
        {"exp": None},
        {"iat": None},
        {"client_id": None},
        {"client_id": ""},
        {"client_id": 7},
        {"scope": None},
        {"scope": ["saksgang:caseofficer.read"]},
    ],
)
async def test_a_token_that_lacks_something_is_not_taken(shared: Service, changes: dict[str, Any]) -> None:
    token = program(shared.maskinporten, Role.CASE_OFFICER, OFFICE, **changes)

    assert await code_of(shared, token) == (401, "token_unusable")


def unsigned(signer: Signer) -> str:
    parts = program(signer, Role.CASE_OFFICER, OFFICE).split(".")
    return f"eyJhbGciOiJub25lIn0.{parts[1]}."


def changed(signer: Signer) -> str:
    one = program(signer, Role.CASE_OFFICER, OFFICE).split(".")
    other = program(signer, Role.LEADER, OFFICE).split(".")
    return ".".join((one[0], other[1], one[2]))


def by_public_key(signer: Signer) -> str:
    """Return a token signed with the published key as if it were a shared secret."""
    header = json.dumps({"alg": "HS256", "kid": signer.key.kid}).encode()
    said = json.dumps(claims(signer, Role.CASE_OFFICER)).encode()
    parts = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in (header, said))
    signature = hmac.digest(signer.key.as_pem(private=False), parts, "sha256")
    return b".".join((parts, urlsafe_b64encode(signature).rstrip(b"="))).decode()


def by_another_key(signer: Signer) -> str:
    stolen = Signer(name=signer.name, key=RSAKey.generate_key(2048, {"kid": "first"}))
    return program(stolen, Role.CASE_OFFICER, OFFICE)


def with_its_own_key(signer: Signer) -> str:
    stranger = Signer(name=signer.name, key=RSAKey.generate_key(2048, {"kid": "mine"}))
    return stranger.sign(claims(signer, Role.CASE_OFFICER), jwk=stranger.key.as_dict(private=False))


@pytest.mark.parametrize("forged", [unsigned, changed, by_public_key, by_another_key, with_its_own_key])
async def test_a_token_that_is_not_the_issuer_s_is_not_taken(
    shared: Service, forged: Callable[[Signer], str]
) -> None:
    assert await code_of(shared, forged(shared.maskinporten)) == (401, "token_unusable")


@pytest.mark.parametrize(
    "text", ["x", "a.b.c", "e30.e30.e30", "." * 20, "x" * 10_000, "ø.ø.ø", "e30." + "W1" * 3000 + ".x"]
)
async def test_what_is_no_token_is_not_taken(shared: Service, text: str) -> None:
    found = await shared.caller().client.get(
        "/api/v1/cases", headers={b"Authorization": f"Bearer {text}".encode()}
    )

    assert found.status_code == 401
    assert found.json()["code"] == "token_unusable"
    assert found.headers["www-authenticate"].startswith("Bearer ")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic dTpw"])
async def test_without_a_token_nobody_comes_in_and_a_cookie_opens_nothing(
    shared: Service, header: str
) -> None:
    caller = shared.caller(Cookie="saksgang=anything", **({"Authorization": header} if header else {}))

    found = await caller.get("/cases")

    assert found.status_code == 401
    assert found.json()["code"] == "token_missing"
    assert "set-cookie" not in found.headers


@pytest.mark.parametrize(
    ("scope", "code"),
    [
        ("openid", "scope_missing"),
        ("saksgang:system.write", "scope_missing"),
        ("other:caseofficer.read", "scope_missing"),
        ("saksgang:caseofficer.read saksgang:leader.read", "one_role_at_a_time"),
    ],
)
async def test_a_token_is_for_one_role_of_ours(shared: Service, scope: str, code: str) -> None:
    token = program(shared.maskinporten, Role.CASE_OFFICER, OFFICE, scope=scope)

    assert await code_of(shared, token) == (403, code)


@pytest.mark.parametrize(
    ("role", "number"),
    [
        (Role.CASE_OFFICER, ORG_HAMAR),
        (Role.APPLICANT_SIGNATORY, org_number(Role.CASE_OFFICER, OFFICE)),
        (Role.CASE_OFFICER, "123456789"),
    ],
)
async def test_a_role_must_fit_its_organisation(shared: Service, role: Role, number: str) -> None:
    consumer = {"authority": "iso6523-actorid-upis", "ID": f"0192:{number}"}
    token = program(
        shared.maskinporten, role, OFFICE if role is Role.CASE_OFFICER else ORG_HAMAR, consumer=consumer
    )

    assert await code_of(shared, token) == (403, "organisation_does_not_fit")


async def test_a_token_for_reading_sends_nothing(shared: Service) -> None:
    case = await shared.stage.case(await shared.stage.submit())
    reader = shared.person(Role.CASE_OFFICER, mode="read")

    found = await reader.post(f"/cases/{case.case_no}/commands/declare_impartiality", {"impartial": True})

    assert found.status_code == 403
    assert found.json()["code"] == "scope_missing"
    assert (await reader.get(f"/cases/{case.case_no}")).status_code == 200


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"sub": None}, (401, "token_unusable")),
        ({"sub": "client:program"}, (401, "token_unusable")),
        ({"acr": "idporten-loa-low"}, (401, "token_unusable")),
        ({"authorization_details": []}, (403, "right_missing")),
        ({"scope": "saksgang:leader.read"}, (403, "right_missing")),
    ],
)
async def test_a_person_s_rights_are_those_of_the_login(
    shared: Service, changes: dict[str, Any], answer: tuple[int, str]
) -> None:
    token = issuer.person(shared.login, Role.CASE_OFFICER, OFFICE, "somebody", **changes)

    assert await code_of(shared, token) == answer


async def test_maskinporten_cannot_speak_for_a_person(service: Service) -> None:
    case_id = await service.stage.submit()
    case = await service.stage.case(case_id)
    sub = program(service.maskinporten, Role.LEADER, OFFICE, sub="leader@SFIN", acr="idporten-loa-high")

    found = await service.caller(sub).post(
        f"/cases/{case.case_no}/commands/declare_impartiality", {"impartial": True}
    )

    assert found.json()["code"] == "person_required"


async def test_a_new_key_of_the_issuer_is_taken_and_unknown_ones_do_not_make_us_hammer(
    service: Service,
) -> None:
    signer = service.maskinporten
    assert (await service.program(Role.CASE_OFFICER).get("/cases")).status_code == 200
    asked = signer.asked
    clock = service.api.state.tokens._issuers[signer.name][1]
    stranger = Signer(name=signer.name, key=RSAKey.generate_key(2048, {"kid": "unknown"}))

    for _ in range(5):
        await code_of(service, program(stranger, Role.CASE_OFFICER, OFFICE))
    assert signer.asked == asked

    clock._clock = lambda: float("inf")
    signer.key = RSAKey.generate_key(2048, {"kid": "second"})
    assert (await service.program(Role.CASE_OFFICER).get("/cases")).status_code == 200


async def test_where_the_issuer_is_away_nothing_is_let_in_and_that_is_said(service: Service) -> None:
    from httpx2 import ConnectError

    async def away(_address: str) -> Any:
        raise ConnectError("away")

    service.api.state.tokens._issuers[issuer.MASKINPORTEN][1]._fetch = away

    found = await service.program(Role.CASE_OFFICER).get("/cases")

    assert found.status_code == 503
    assert found.json()["code"] == "issuer_away"
    assert found.headers["retry-after"] == "60"


async def test_a_role_that_a_leader_withdraws_is_gone_for_programs_at_once(service: Service) -> None:
    officer = service.person(Role.CASE_OFFICER)
    assert (await officer.get("/cases")).status_code == 200
    withdrawn = WithdrawRole(office=OFFICE, subject="case_officer@SFIN", role=Role.CASE_OFFICER)
    await service.house.register.change_access(service.stage.envelope(LEADER), withdrawn)

    found = await officer.get("/cases")

    assert (found.status_code, found.json()["code"]) == (403, "right_missing")


@pytest.mark.parametrize(
    "changes", [{"aud": ["https://other.example", issuer.AUDIENCE]}, {"nbf": NOW - 5}, {"exp": NOW + 3600}]
)
async def test_a_token_that_holds_is_taken(shared: Service, changes: dict[str, Any]) -> None:
    token = program(shared.maskinporten, Role.CASE_OFFICER, OFFICE, **changes)

    assert await code_of(shared, token) == (200, "")


async def test_somebody_who_is_logged_in_on_the_pages_has_nothing_here_by_that(shared: Service) -> None:
    now, secret = datetime.now(UTC), "a session's secret"
    session = SessionRow(
        subject="leader@SFIN",
        hats=[Hat(role=Role.LEADER, unit=OFFICE).stored()],
        worn=0,
        csrf=csrf.new_token(),
        began_at=now,
        seen_at=now,
        ends_at=now + timedelta(hours=1),
    )
    async with shared.stage.database.engine.begin() as conn:
        await sessions.begin(conn, secret, session)
    caller = shared.caller()
    caller.client.cookies.set(shared.app.state.cookie, secret)

    page = await caller.client.get("/saker")
    found = await caller.get("/cases")

    assert page.status_code == 200
    assert (found.status_code, found.json()["code"]) == (401, "token_missing")
