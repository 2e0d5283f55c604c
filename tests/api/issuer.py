"""Issuers of tokens as the API knows them by their published keys; the tests hold the private ones."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from deploy.local.logins import RESOURCE_PREFIX
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Role, scope_name
from domain.offices import OFFICES
from web.api.tokens import Keys
from web.settings import ApiSettings, Oidc

AUDIENCE: Final = "http://localhost:8000/api/v1"
MASKINPORTEN: Final = "https://maskinporten.example/"
LOGIN: Final = "https://login.example"
API: Final = ApiSettings(
    issuer=MASKINPORTEN, audience=AUDIENCE, reads_per_minute=100_000, writes_per_minute=100_000
)
OIDC: Final = Oidc(issuer=LOGIN, client_id="saksgang", client_secret="secret")

#: Roles without a place are held by some organisation all the same.
ELSEWHERE: Final = "974760843"


@dataclass(kw_only=True)
class Signer:
    """An issuer with one key."""

    name: str
    key: RSAKey
    asked: int = 0

    def keys(self) -> Keys:
        """Return the published keys, as the API fetches them."""

        async def fetch(address: str) -> Any:
            self.asked += 1
            if "well-known" in address:
                return {"jwks_uri": f"{self.name}/jwks"}
            return KeySet([self.key]).as_dict(private=False)

        return Keys(f"{self.name}/.well-known", fetch)

    def sign(self, claims: dict[str, Any], **header: Any) -> str:
        return jwt.encode({"alg": "RS256", "kid": self.key.kid, **header}, claims, self.key)


@cache
def _first_key(_name: str) -> RSAKey:
    """Return the key that an issuer begins with; to make one takes longer than most tests."""
    return RSAKey.generate_key(2048, {"kid": "first"})


def known(name: str) -> Signer:
    """Return the issuer *name* as the API comes to know it."""
    return Signer(name=name, key=_first_key(name))


def org_number(role: Role, unit: str) -> str:
    """Return the organisation that holds *role* at *unit*."""
    if role in OFFICE_ROLES:
        return OFFICES[unit].org_number
    return unit if role in MUNICIPAL_ROLES else ELSEWHERE


def claims(signer: Signer, role: Role, *, mode: str = "write", **changes: Any) -> dict[str, Any]:
    """Return what any token for *role* says."""
    now = int(datetime.now(UTC).timestamp())
    found = {
        "iss": signer.name,
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 120,
        "client_id": "program",
        "scope": f"saksgang:{scope_name(role, mode)}",
    } | changes
    return {name: value for name, value in found.items() if value is not None}


def program(signer: Signer, role: Role, unit: str, *, mode: str = "write", **changes: Any) -> str:
    """Return a token for a program of the organisation at *unit*."""
    consumer = {"authority": "iso6523-actorid-upis", "ID": f"0192:{org_number(role, unit)}"}
    return signer.sign(claims(signer, role, mode=mode, **{"consumer": consumer, **changes}))


def person(
    signer: Signer, role: Role, unit: str, subject: str, *, mode: str = "write", **changes: Any
) -> str:
    """Return a token of the login for the person *subject*, who uses a program."""
    party = {"orgno": {"authority": "iso6523-actorid-upis", "ID": f"0192:{org_number(role, unit)}"}}
    right = {"resource": f"{RESOURCE_PREFIX}{role}", "authorized_parties": [party]}
    more = {"sub": subject, "acr": "idporten-loa-high", "authorization_details": [right]}
    return signer.sign(claims(signer, role, mode=mode, **{**more, **changes}))
