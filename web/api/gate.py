"""The gate before every resource: a token, a role, and the case that is asked for; cookies are never read here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from fastapi import Path, Request

from domain.actors import Actor, Role
from domain.case import Case
from domain.sight import may_see
from storage import office_registers
from web.api.clients import Caller, caller_of
from web.api.language import language_of
from web.api.limits import Limits
from web.api.problems import ProblemError
from web.api.tokens import Tokens
from web.guard.cases import case_for
from web.guard.gate import CaseVisit, of_visit
from web.guard.readers import EVERYBODY
from web.house import House, installation_of
from web.visit import Visit

_SCHEME: Final = "bearer"

CaseNo: TypeAlias = Annotated[str, Path(description="Number of the case, such as `SFIN-2026-1`.")]


@dataclass(frozen=True)
class ApiGate:
    """Lets in whose token is for one of *roles*.

    Args:
        roles: Who may come.
        writes: Something is sent: the token must say so.
        public: Everybody may come, without a token.
        cost: How much of what one client may ask it takes.
    """

    roles: frozenset[Role] = EVERYBODY
    writes: bool = False
    public: bool = False
    cost: int = 1

    async def __call__(self, request: Request) -> Visit:
        """Return the visit, or say why not."""
        return await self.enter(request)

    async def enter(self, request: Request) -> Visit:
        """Return the visit, or say why not."""
        house: House = request.app.state.house
        limits: Limits = request.app.state.limits
        visit = Visit(request=request, house=house, language=language_of(request))
        if self.public:
            limits.stranger(request)
            return visit
        caller = await self._caller(request, house, limits)
        limits.client(request, caller.client, writes=self.writes, cost=self.cost)
        if caller.actor.role not in self.roles:
            raise ProblemError("not_for_role", role=caller.actor.role.value)
        if self.writes and not caller.writes:
            raise ProblemError("scope_missing")
        async with house.read() as conn:
            if await office_registers.is_barred(conn, caller.actor):
                raise ProblemError("right_missing")
            visit.installation = await installation_of(conn)
        visit.actor, visit.subject = caller.actor, caller.actor.subject
        return visit

    async def _caller(self, request: Request, house: House, limits: Limits) -> Caller:
        tokens: Tokens = request.app.state.tokens
        settings = house.settings
        assert settings.api is not None  # noqa: S101 - else there is no API
        try:
            issuer, claims = await tokens.read(_token(request), house.now())
            return caller_of(issuer, claims, settings.api.scope_prefix, settings.oidc)
        except ProblemError:
            # Whoever has no token that holds is counted by address.
            limits.stranger(request)
            raise


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != _SCHEME or not token.strip():
        raise ProblemError("token_missing", headers={"WWW-Authenticate": 'Bearer realm="saksgang"'})
    return token.strip()


@dataclass(frozen=True)
class ApiCaseGate(ApiGate):
    """Lets in who may see the case in the address; to others it does not exist, and that they asked is noted.

    Args:
        sees: Who that is.
    """

    sees: Callable[[Actor, Case], bool] = may_see

    # Without a form of its own: what is no number is no case, and whoever has no token is told nothing else first.
    async def __call__(self, request: Request, case_no: CaseNo) -> CaseVisit:  # type: ignore[override]
        """Return the visit to the case ``case_no`` of the address."""
        visit = await self.enter(request)
        found = await case_for(visit.house, visit.who, case_no, visit.now, self.sees)
        if found is None:
            raise ProblemError("not_found")
        return CaseVisit(**of_visit(visit), head=found.head, case=found.case)


#: For everybody, also without a token.
PUBLIC: Final = ApiGate(public=True)
