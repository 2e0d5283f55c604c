"""Bearer tokens, in Maskinporten's shape: signed JWTs, held against the published keys of whoever issued them.

Two may issue them: Maskinporten, to programs, and the login of the pages, to a person who uses a program.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Final

import structlog
from httpx2 import AsyncClient, HTTPError
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import extract_compact
from joserfc.jwt import JWTClaimsRegistry

from activities.certificates import believed
from web.api.problems import ProblemError

log = structlog.get_logger()

ALGORITHMS: Final = ("RS256", "ES256")

#: A longer one is none of ours.
_LONGEST: Final = 8_192
#: How far the clocks of two houses may be apart.
_LEEWAY: Final = 10
#: Keys are asked for again after so long, and for a key that is not known no more often than this.
_KEPT: Final = timedelta(hours=1)
_NO_SOONER: Final = timedelta(minutes=1)
_PATIENCE: Final = 5


class IssuerAwayError(Exception):
    """The issuer's keys are not known, and it does not tell them; the text is for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Somebody whose tokens are taken.

    Args:
        name: What stands as ``iss``.
        metadata: The address of its metadata, which names the address of its keys.
        persons: Whether its tokens stand for a person; else for a program of an organisation.
    """

    name: str
    metadata: str
    persons: bool


class Keys:
    """The keys of one issuer, fetched when they are first needed.

    Args:
        metadata: The address of its metadata.
        fetch: Returns the JSON at an address.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        metadata: str,
        fetch: Callable[[str], Any] | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._metadata = metadata
        self._fetch = fetch or _fetched
        self._clock = clock
        self._lock = asyncio.Lock()
        self._keys: KeySet | None = None
        self._asked_at: float | None = None

    async def all(self) -> KeySet:
        """Return the keys.

        Raises:
            IssuerAwayError: They are not known.
        """
        if self._keys is None or self._age() > _KEPT.total_seconds():
            await self._renew()
        if self._keys is None:
            raise IssuerAwayError(self._metadata)
        return self._keys

    async def newer(self) -> KeySet:
        """Return the keys, asked for again unless that was done just now: a stranger's token must not make us hammer."""
        await self._renew()
        return await self.all()

    def _age(self) -> float:
        return float("inf") if self._asked_at is None else self._clock() - self._asked_at

    async def _renew(self) -> None:
        async with self._lock:
            if self._age() < _NO_SOONER.total_seconds():
                return
            self._asked_at = self._clock()
            try:
                found = await self._fetch((await self._fetch(self._metadata))["jwks_uri"])
                self._keys = KeySet.import_key_set(found)
            except (HTTPError, JoseError, ValueError, KeyError, TypeError) as error:
                log.warning("keys_not_fetched", issuer=self._metadata, error=type(error).__name__)


async def _fetched(address: str) -> Any:
    async with AsyncClient(timeout=_PATIENCE, verify=believed(environment=True)) as client:
        response = await client.get(address, headers={"Accept": "application/json"})
        response.raise_for_status()
        return response.json()


class Tokens:
    """Reads tokens.

    Args:
        audience: What they must be made for.
        issuers: Whose are taken, each with its keys.
    """

    def __init__(self, audience: str, issuers: Mapping[Issuer, Keys]) -> None:
        self._audience = audience
        self._issuers = {issuer.name: (issuer, keys) for issuer, keys in issuers.items()}

    async def read(self, token: str, now: datetime) -> tuple[Issuer, dict[str, Any]]:
        """Return who issued *token*, and what it says.

        Raises:
            ProblemError: ``token_unusable``, or ``issuer_away`` where nobody can say.
        """
        try:
            issuer, keys = self._issuer(token)
            claims = await self._claims(token, keys)
            self._check(issuer, claims, now)
        except IssuerAwayError as error:
            log.warning("issuer_away", issuer=str(error))
            raise ProblemError("issuer_away", headers={"Retry-After": "60"}) from error
        except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
            log.info("token_unusable", error=type(error).__name__)
            raise unusable() from error
        return issuer, claims

    def _issuer(self, token: str) -> tuple[Issuer, Keys]:
        if len(token) > _LONGEST:
            raise ValueError("too long")
        # Not believed yet: it only says whose keys the token must be held against.
        said = extract_compact(token.encode("ascii"))
        if said.headers().get("alg") not in ALGORITHMS:
            raise ValueError("another algorithm")
        return self._issuers[_object(said.payload)["iss"]]

    async def _claims(self, token: str, keys: Keys) -> dict[str, Any]:
        try:
            return dict(jwt.decode(token, await keys.all(), algorithms=ALGORITHMS).claims)
        except InvalidKeyIdError:
            return dict(jwt.decode(token, await keys.newer(), algorithms=ALGORITHMS).claims)

    def _check(self, issuer: Issuer, claims: dict[str, Any], now: datetime) -> None:
        registry = JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=_LEEWAY,
            iss={"essential": True, "value": issuer.name},
            aud={"essential": True, "value": self._audience},
            exp={"essential": True},
            iat={"essential": True},
            client_id={"essential": True},
            scope={"essential": True},
        )
        registry.validate(claims)
        if not all(isinstance(claims[name], str) and claims[name] for name in ("client_id", "scope")):
            raise ValueError("no client or scope")


def unusable() -> ProblemError:
    """Return what is answered to a token that cannot be used; why stands in the log alone."""
    header = 'Bearer realm="saksgang", error="invalid_token"'
    return ProblemError("token_unusable", headers={"WWW-Authenticate": header})


def _object(payload: bytes) -> dict[str, Any]:
    found = json.loads(payload)
    if not isinstance(found, dict):
        raise TypeError("no object")
    return found
