"""What every answer of the API bears: that nobody keeps it, what it depends on, and how much of the limit is left."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.api.language import language_of
from web.api.limits import STATE

_HEADERS: Final = {"Cache-Control": "no-store", "Vary": "Accept-Language, Authorization"}


class ApiHeaders:
    """Puts the headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (_HEADERS | state.get(STATE, {})).items():
                    headers[name] = value
                headers["Content-Language"] = language_of(Request(scope)).value
            await send(message)

        await self._app(scope, receive, with_headers)
