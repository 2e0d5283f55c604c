"""Which programs may use the API on a machine of one's own: one for each role, with a key that is made at the start."""

import json
from pathlib import Path
from typing import Any, Final

from joserfc.jwk import ECKey, RSAKey

from deploy.local.credentials import write_private
from deploy.local.logins import ELSEWHERE
from domain.actors import MUNICIPAL_ROLES, OFFICE_ROLES, Role, scope_name
from domain.offices import OFFICES
from storage.reference import municipalities

#: Whose programs they are: where the made-up cases are.
_OFFICE: Final = "SFIN"
_MUNICIPALITY: Final = "3403"

_SCOPE_PREFIX: Final = "saksgang:"


def signing_key() -> dict[str, Any]:
    """Make the key that a provider signs with (JWK)."""
    return dict(
        RSAKey.generate_key(2048, {"kid": "local", "use": "sig", "alg": "RS256"}).as_dict(private=True)
    )


def programs(issuer: str, api: str, folder: Path) -> list[dict[str, Any]]:
    """Make every program, and put what it needs to come in in *folder*: one file each, named after its role.

    Args:
        issuer: The local provider.
        api: The address of the API, which tokens are made for.
        folder: Where the files are put.

    Returns:
        What the provider must know of each.
    """
    return [_program(role, issuer, api, folder) for role in sorted(set(Role) - {Role.SYSTEM})]


def _program(role: Role, issuer: str, api: str, folder: Path) -> dict[str, Any]:
    key = ECKey.generate_key("P-256", {"kid": role.value, "use": "sig", "alg": "ES256"})
    client_id, scopes = (
        f"local-{role}",
        [f"{_SCOPE_PREFIX}{scope_name(role, mode)}" for mode in ("read", "write")],
    )
    mine = {
        "client_id": client_id,
        "scope": scopes[-1],
        "issuer": f"{issuer}/maskinporten",
        "token_endpoint": f"{issuer}/maskinporten/token",
        "api": api,
        "key": key.as_dict(private=True),
    }
    write_private(folder / f"{role}.json", json.dumps(mine, indent=2) + "\n")
    return {
        "client_id": client_id,
        "scopes": scopes,
        "org_number": _org_number(role),
        "key": key.as_dict(private=False),
    }


def _org_number(role: Role) -> str:
    if role in OFFICE_ROLES:
        return OFFICES[_OFFICE].org_number
    if role in MUNICIPAL_ROLES:
        number = municipalities()[_MUNICIPALITY].org_number
        assert number is not None  # noqa: S101 - every municipality of ours has one
        return number
    return next(number for held, number, _place in ELSEWHERE if held is role)
