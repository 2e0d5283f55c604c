"""How much one request may bring: whoever sends more, logged in or not, is not listened to any further."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class TooLargeError(Exception):
    """More was sent than is taken."""


class BodyLimit:
    """Lets no more than *most* bytes of a request's content be read.

    Raises:
        TooLargeError: Where more is read, or was announced.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        # What is announced to be too long is refused when somebody begins to read it.
        read = self._most + 1 if announced.isdecimal() and int(announced) > self._most else 0

        async def counted() -> Message:
            nonlocal read
            if read > self._most:
                raise TooLargeError
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise TooLargeError
            return message

        await self._app(scope, counted, send)
