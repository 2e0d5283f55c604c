"""Whom the login's word is taken from: the issuer that was agreed on, by its keys, for us, for this very login, and strong enough."""

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from ssl import SSLContext
from typing import Any, Final

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from web.login.provider import LoginFailedError, Provider
from web.settings import Oidc

ISSUER: Final = "https://login.example"
OIDC: Final = Oidc(
    issuer=ISSUER, client_id="saksgang", client_secret="a secret of thirty-two letters or more"
)
KEY: Final = RSAKey.generate_key(2048, {"kid": "first"})
STRANGER: Final = RSAKey.generate_key(2048, {"kid": "first"})


def metadata(**changes: Any) -> dict[str, Any]:
    return {
        "issuer": ISSUER,
        "authorization_endpoint": f"{ISSUER}/authorize",
        "token_endpoint": f"{ISSUER}/token",
        "jwks": KeySet([KEY]).as_dict(private=False),
        # What a careless provider says it can; which of them are taken is ours to say.
        "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
    } | changes


def provider(token: str = "", **changes: Any) -> Provider:
    """Return the provider as it is, with the network at its edge in our hands."""
    made, known = Provider(OIDC, "http://localhost:8000/logg-inn/tilbake"), metadata(**changes)

    async def load() -> dict[str, Any]:
        return known

    async def fetch(**_asked: str) -> dict[str, str]:
        return {"id_token": token}

    made._app.load_server_metadata = load
    made._app.fetch_access_token = fetch
    return made


def claims(**changes: Any) -> dict[str, Any]:
    now = int(datetime.now(UTC).timestamp())
    found = {
        "iss": ISSUER,
        "aud": "saksgang",
        "sub": "pairwise-1",
        "iat": now,
        "exp": now + 120,
        "nonce": "n",
        "acr": "idporten-loa-high",
    } | changes
    return {name: value for name, value in found.items() if value is not None}


def signed(key: RSAKey | OctKey = KEY, alg: str = "RS256", **changes: Any) -> str:
    return jwt.encode({"alg": alg, "kid": "first"}, claims(**changes), key, algorithms=[alg])


async def arrive(token: str, **changes: Any) -> dict[str, Any]:
    return await provider(token, **changes).arrive("code", "verifier", "n")


async def test_nobody_waits_at_the_login_while_certificates_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    made, reads = provider(), list[Any]()
    monkeypatch.setattr(SSLContext, "load_verify_locations", lambda *asked: reads.append(asked))

    assert (await made.depart()).url.startswith(f"{ISSUER}/authorize")
    assert reads == []


async def test_a_token_that_is_all_it_should_be_says_who_it_is() -> None:
    assert (await arrive(signed()))["sub"] == "pairwise-1"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another-client"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"nonce": "of another login"},
        {"nonce": None},
        {"sub": None},
        {"sub": "client:program"},
        {"acr": "idporten-loa-low"},
        {"acr": None},
    ],
    ids=str,
)
async def test_one_that_is_for_others_of_another_login_over_or_too_weak_is_not_taken(
    changes: dict[str, Any],
) -> None:
    with pytest.raises(LoginFailedError):
        await arrive(signed(**changes))


async def test_one_that_another_key_signed_is_not_taken() -> None:
    with pytest.raises(LoginFailedError, match="BadSignature"):
        await arrive(signed(STRANGER))


async def test_one_whose_content_was_changed_afterwards_is_not_taken() -> None:
    head, _, tail = signed().split(".")
    other = signed(sub="somebody.else").split(".")[1]

    with pytest.raises(LoginFailedError, match="BadSignature"):
        await arrive(f"{head}.{other}.{tail}")


async def test_one_that_is_signed_with_what_both_sides_know_or_not_at_all_is_not_taken() -> None:
    shared = signed(OctKey.import_key(OIDC.client_secret), "HS256")
    _, body, _ = signed().split(".")
    unsigned = urlsafe_b64encode(json.dumps({"alg": "none", "kid": "first"}).encode()).decode().rstrip("=")
    bare = f"{unsigned}.{body}."

    for token in (shared, bare):
        with pytest.raises(LoginFailedError):
            await arrive(token)


async def test_metadata_of_another_issuer_lead_nowhere() -> None:
    with pytest.raises(LoginFailedError, match="another issuer"):
        await provider(issuer="https://elsewhere.example").depart()
    with pytest.raises(LoginFailedError, match="another issuer"):
        await arrive(signed(iss="https://elsewhere.example"), issuer="https://elsewhere.example")


async def test_a_provider_that_signs_in_no_agreed_way_is_not_used() -> None:
    with pytest.raises(LoginFailedError, match="no way"):
        await provider(id_token_signing_alg_values_supported=["HS256", "none"]).depart()


async def test_each_departure_is_its_own_with_a_proof_key_a_state_and_a_nonce() -> None:
    first, second = await provider().depart(), await provider().depart()

    for one in (first, second):
        assert "code_challenge_method=S256" in one.url
        assert "code_challenge=" in one.url
        assert one.verifier not in one.url
        assert "response_type=code" in one.url
        assert "prompt=login" in one.url
    assert not {first.state, first.nonce, first.verifier} & {second.state, second.nonce, second.verifier}
    assert all(len(text) >= 20 for text in (first.state, first.nonce, first.verifier))
