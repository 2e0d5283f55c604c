"""The one place that lets people in: role × office or municipality × relation to the case.

Every route has a gate as its dependency, and a test holds each gate against a row of its matrix. ``decide`` asks again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from fastapi import Request
from starlette.datastructures import UploadFile

from domain.actors import Actor, Role
from domain.case import Case
from domain.sight import may_see
from letters.formats import Language
from storage.arrivals import Arrival, arrival
from storage.rows import Head
from storage.sessions import SessionRow
from web.guard import cases, csrf
from web.guard.rates import Rate
from web.house import House, Installation
from web.login.hats import Hat
from web.visit import Visit

_NUL: Final = "\0"

#: What asks, and sends nothing.
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

#: The name that the token has in a form.
TOKEN: Final = "csrf"  # noqa: S105 - its name, not itself


class GateError(Exception):
    """Somebody was not let in; ``web.errors`` says it to them.

    The tree::

        GateError
        ├── LogInError       nobody is logged in, or the session has ended
        ├── ChooseHatError   the login gives more than one role, and none is chosen
        ├── NotYoursError    there is no such page or case, or it is not this person's: both are said alike
        ├── NotForRoleError  the page is for other roles
        ├── ForeignFormError the form was not ours, or is older than the session
        └── TooManyError     more was asked or sent than a person does
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__(type(self).__name__)
        self.visit = visit


class LogInError(GateError):
    """Nobody is logged in, or the session has ended."""


class ChooseHatError(GateError):
    """The login gives more than one role, and none is chosen."""


class NotYoursError(GateError):
    """There is no such page or case, or it is not this person's: both are said alike."""


class NotForRoleError(GateError):
    """The page is for other roles."""


class ForeignFormError(GateError):
    """The form was not ours, or is older than the session."""


class TooManyError(GateError):
    """More was asked or sent than a person does; ``wait`` is for how many seconds."""

    def __init__(self, visit: Visit, wait: int) -> None:
        super().__init__(visit)
        self.wait = wait


@dataclass(frozen=True)
class Gate:
    """Lets the named *roles* in; every role where left out, and everybody where *public*.

    Args:
        roles: Who may come; None is everybody who is logged in and has a role.
        public: Also those who are not logged in.
        hatless: Also those whose login gives no role, or who have not chosen one.
        quiet: The page asks by itself: nobody is there because of it, and a session lies idle all the same.
        cost: How much of what one session may ask it takes.
    """

    roles: frozenset[Role] | None = None
    public: bool = False
    hatless: bool = False
    quiet: bool = False
    cost: int = 1

    async def __call__(self, request: Request) -> Visit:
        """Return the visit, or say why not."""
        return await self.enter(request)

    async def enter(self, request: Request) -> Visit:
        """Return the visit, or say why not."""
        visit = await _visit(request, quiet=self.quiet)
        state = request.app.state
        spend(visit, state.reads, address_of(visit) if visit.token is None else visit.token.hex(), self.cost)
        if _NUL in request.scope["path"] or _NUL in unquote(request.url.query):
            # No text of ours holds it, and no table keeps it: nothing is there.
            raise NotYoursError(visit)
        if request.method not in READING:
            await self._check_form(visit)
        if self.public:
            return visit
        if visit.token is None:
            raise LogInError(visit)
        if self.hatless:
            return visit
        if visit.actor is None:
            raise ChooseHatError(visit)
        if self.roles is not None and visit.actor.role not in self.roles:
            raise NotForRoleError(visit)
        return visit

    async def _check_form(self, visit: Visit) -> None:
        if not csrf.is_same_origin(visit.request.headers, visit.house.settings.address):
            raise ForeignFormError(visit)
        if visit.token is None:
            if self.public:
                return
            raise LogInError(visit)
        given = (await visit.form()).get(TOKEN)
        if isinstance(given, UploadFile) or given is None or not csrf.is_token(given, visit.token):
            raise ForeignFormError(visit)
        spend(visit, visit.request.app.state.writes, visit.token.hex())


def spend(visit: Visit, rate: Rate, key: str, cost: int = 1) -> None:
    """Take from the bucket of *key* what the visit costs.

    Raises:
        TooManyError: There is not so much in it.
    """
    taken = rate.take(key, cost)
    if not taken.allowed:
        raise TooManyError(visit, taken.wait)


def address_of(visit: Visit) -> str:
    """Return the address that the visit comes from."""
    return visit.request.client.host if visit.request.client else "-"


@dataclass(kw_only=True)
class CaseVisit(Visit):
    """A visit to one case that is the visitor's to see."""

    head: Head
    case: Case

    @property
    def address(self) -> str:
        """Where the case's page is."""
        return f"/saker/{self.head.case_no}"


@dataclass(frozen=True)
class CaseGate(Gate):
    """Lets in who may see the case in the address; to others it does not exist, and that they asked is noted.

    Args:
        sees: Who that is.
    """

    sees: Callable[[Actor, Case], bool] = may_see

    async def __call__(self, request: Request) -> CaseVisit:
        """Return the visit to the case ``case_no`` of the address."""
        visit = await self.enter(request)
        given = str(request.path_params["case_no"])
        found = await cases.case_for(visit.house, visit.who, given, visit.now, self.sees)
        if found is None:
            raise NotYoursError(visit)
        return CaseVisit(**of_visit(visit), head=found.head, case=found.case)


_VISIT: Final = ("request", "house", "language", "installation", "actor", "hats", "subject", "token")


def of_visit(visit: Visit) -> dict[str, Any]:
    """Return what *visit* is made of, for a visit to something."""
    return {name: getattr(visit, name) for name in _VISIT}


async def note_denied(visit: Visit, stream: str) -> None:
    """Write down that the visitor asked for what is not theirs."""
    await cases.note_denied(visit.house, visit.who, stream, visit.now)


async def _visit(request: Request, *, quiet: bool) -> Visit:
    house: House = request.app.state.house
    visit = Visit(request=request, house=house, language=language_of(request))
    secret = request.cookies.get(request.app.state.cookie)
    async with house.read() as conn:
        here = await arrival(conn, secret, now=house.now(), idle=house.settings.idle, quiet=quiet)
    visit.installation = Installation(kind=here.kind, shift=here.shift)
    if here.session is None:
        return visit
    visit.hats = _held(here, here.session)
    visit.token, visit.subject = here.session.csrf, here.session.subject
    hat = None if here.session.worn is None else visit.hats.get(here.session.worn)
    visit.actor = None if hat is None else hat.actor(here.session.subject)
    return visit


def _held(here: Arrival, session: SessionRow) -> dict[int, Hat]:
    """Return the roles of *session* by their numbers, without those that a leader has withdrawn since."""
    hats = {number: Hat.of_stored(hat) for number, hat in enumerate(session.hats)}
    return {number: hat for number, hat in hats.items() if not here.bars(hat.actor(session.subject))}


#: The cookie with the language, which says nothing of a person.
LANGUAGE_COOKIE: Final = "saksgang_language"


def language_of(request: Request) -> Language:
    """Return the language the person chose, else bokmål."""
    house: House = request.app.state.house
    chosen = request.cookies.get(house.settings.cookie(LANGUAGE_COOKIE))
    return Language(chosen) if chosen in set(Language) else Language.NB


#: Pages for everybody.
PUBLIC: Final = Gate(public=True)
