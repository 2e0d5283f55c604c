"""One person's request: who, in which language, at which time, and how the answer is made."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.datastructures import FormData

from domain.actors import Actor
from letters.formats import Language
from web.guard import csrf
from web.house import House, Installation
from web.login.hats import Hat
from web.templating import Templates

#: Where a form is kept once it was read: what reads a request a second time finds it empty.
_FORM: Final = "saksgang.form"


@dataclass(kw_only=True)
class Visit:
    """One request.

    Args:
        request: As it came.
        house: The process it came to.
        language: What the person reads.
        installation: What the database says of itself; None where it was not asked.
        actor: Who is there; None on pages for everybody.
        hats: Every role the login gives and nobody has withdrawn, by its number in the session.
        subject: Whose login it is; also before a role is chosen.
        token: The session's token for forms.
    """

    request: Request
    house: House
    language: Language
    installation: Installation | None = None
    actor: Actor | None = None
    hats: Mapping[int, Hat] = field(default_factory=dict)
    subject: str | None = None
    token: bytes | None = None

    @property
    def who(self) -> Actor:
        """Who is there, on pages that are for somebody."""
        assert self.actor is not None  # noqa: S101 - the gate let nobody else in
        return self.actor

    @property
    def now(self) -> datetime:
        """Case time (UTC)."""
        real = self.house.now()
        return real if self.installation is None else real + self.installation.shift

    @property
    def is_quick(self) -> bool:
        """Whether htmx asks, and only the part that changes is wanted."""
        return self.request.headers.get("hx-request") == "true"

    @property
    def paths(self) -> frozenset[str]:
        """The addresses that exist."""
        found: frozenset[str] = self.request.app.state.paths
        return found

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Have a connection for reading while the body runs."""
        async with self.house.read() as conn:
            yield conn

    async def form(self) -> FormData:
        """Return what was sent."""
        if _FORM not in self.request.scope:
            self.request.scope[_FORM] = await self.request.form()
        found: FormData = self.request.scope[_FORM]
        return found

    @property
    def sent(self) -> FormData | None:
        """What was sent, where it was read already."""
        return self.request.scope.get(_FORM)

    def say(self, key: str, **params: Any) -> str:
        """Return a text in the reader's language."""
        from web.words import say

        return say(self.language, key, params)

    def page(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """Return a whole page."""
        templates: Templates = self.request.app.state.templates
        return HTMLResponse(templates.render(template, self, context), status_code=status)

    def masked_token(self) -> str:
        """Return the token for one form."""
        return "" if self.token is None else csrf.masked(self.token)

    def to(self, address: str) -> Response:
        """Send the browser on to *address* of ours."""
        return RedirectResponse(address, status_code=303)

    @property
    def own_address(self) -> str:
        """Where this is, with its query."""
        query = self.request.url.query
        return self.request.url.path + (f"?{query}" if query else "")

    def login_address(self) -> str:
        """Return where to log in and come back here."""
        return f"/logg-inn?til={quote(self.own_address)}"
