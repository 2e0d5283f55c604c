"""What every answer says about itself: nothing from elsewhere, nothing inline, nothing kept by others."""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CSP: Final = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
    "; frame-ancestors 'none'"
)

_HEADERS: Final = {
    "Content-Security-Policy": _CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

#: A year, as browsers ask before they remember it for good.
_HSTS: Final = "max-age=31536000; includeSubDomains"


def security_headers(*, secure: bool, login: str | None) -> Mapping[str, str]:
    """Return what every answer says.

    Args:
        secure: Whether people reach us encrypted.
        login: Origin of the login, where forms may lead by way of a redirect.
    """
    headers = dict(_HEADERS)
    if secure:
        headers["Strict-Transport-Security"] = _HSTS
    if login is not None:
        headers["Content-Security-Policy"] = _CSP.replace("form-action 'self'", f"form-action 'self' {login}")
    # Pages are one person's; what is for everybody says so itself.
    return headers | {"Cache-Control": "no-store"}


class SecurityHeaders:
    """Puts *headers* on every answer that does not say otherwise."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
