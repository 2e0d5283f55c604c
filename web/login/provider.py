"""The way to the OpenID provider and back, by Authlib."""

from dataclasses import dataclass
from typing import Any, Final

from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from httpx2 import HTTPError
from joserfc.errors import JoseError

from activities.certificates import believed
from domain.actors import PROGRAM
from web.settings import Oidc

_NAME: Final = "provider"

#: By which a token may be signed, whatever the provider says it can: with keys of which only one half is known to us.
_ALGORITHMS: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"}
)


class LoginFailedError(Exception):
    """The provider did not let the person in, or what it said cannot be trusted; the text is for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A person on the way to the provider: where to, and what must be remembered until the return."""

    url: str
    state: str
    verifier: str
    nonce: str


class Provider:
    """One OpenID provider; its metadata and keys are fetched when they are first needed.

    Args:
        oidc: Its settings.
        callback: Our address that it sends people back to.
    """

    def __init__(self, oidc: Oidc, callback: str) -> None:
        self._oidc = oidc
        self._callback = callback
        self._app: Any = OAuth().register(
            _NAME,
            client_id=oidc.client_id,
            client_secret=oidc.client_secret,
            server_metadata_url=f"{oidc.issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid",
                "code_challenge_method": "S256",
                "timeout": 10,
                "verify": believed(environment=True),
            },
        )

    async def depart(self) -> Departure:
        """Return the way to the provider.

        Raises:
            LoginFailedError: The provider does not answer.
        """
        try:
            await self._check_metadata()
            made = await self._app.create_authorization_url(
                self._callback, acr_values=" ".join(sorted(self._oidc.acr)), prompt="login"
            )
        except (HTTPError, OAuthError, RuntimeError) as error:
            raise LoginFailedError(f"{type(error).__name__}: {error}") from error
        return Departure(
            url=made["url"], state=made["state"], verifier=made["code_verifier"], nonce=made["nonce"]
        )

    async def arrive(self, code: str, verifier: str, nonce: str) -> dict[str, Any]:
        """Return the claims of the person who came back with *code*.

        Raises:
            LoginFailedError: The code is not good, the token cannot be trusted, or the login is too weak.
        """
        try:
            await self._check_metadata()
            token = await self._app.fetch_access_token(
                code=code,
                code_verifier=verifier,
                redirect_uri=self._callback,
                grant_type="authorization_code",
            )
            claims = await self._app.parse_id_token(token, nonce)
        except (HTTPError, OAuthError, JoseError, RuntimeError, ValueError) as error:
            raise LoginFailedError(f"{type(error).__name__}: {error}") from error
        if claims is None or not claims.get("sub"):
            raise LoginFailedError("no id token")
        if str(claims["sub"]).startswith(PROGRAM):
            raise LoginFailedError("a person cannot be called as programs are")
        if claims.get("acr") not in self._oidc.acr:
            raise LoginFailedError(f"level {claims.get('acr')} is not enough")
        return dict(claims)

    async def _check_metadata(self) -> None:
        """See that the metadata are those of the issuer in our settings, and let it sign as we have agreed to only."""
        metadata = await self._app.load_server_metadata()
        if str(metadata.get("issuer", "")).rstrip("/") != self._oidc.issuer:
            raise LoginFailedError("the metadata are another issuer's")
        signing = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        agreed = [name for name in signing if name in _ALGORITHMS]
        if not agreed:
            raise LoginFailedError("the provider signs in no way that is agreed to")
        metadata["id_token_signing_alg_values_supported"] = agreed

    async def leave(self, back_to: str) -> str:
        """Return the provider's address for logging out, or *back_to* where it has none or does not answer."""
        try:
            made = await self._app.create_logout_url(
                post_logout_redirect_uri=back_to, client_id=self._oidc.client_id
            )
        except (HTTPError, OAuthError, RuntimeError):
            return back_to
        return str(made["url"])
