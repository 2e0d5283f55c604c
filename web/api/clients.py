"""Who a token stands for: one role at one office or municipality, held by a person or by a program of the organisation.

A scope names the role and says ``.read`` or ``.write``. A program's organisation is its ``consumer``. A person's rights are
those of the login, read as on the pages, and so is the subject: who recommended on a page cannot approve by a program.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.actors import PROGRAM, Actor, Role, scope_name
from web.api.problems import ProblemError
from web.api.tokens import Issuer, unusable
from web.guard.readers import EVERYBODY
from web.login.hats import hat_at, hats_of, org_number_in
from web.settings import Oidc

READ: Final = "read"
WRITE: Final = "write"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Whoever is behind a request.

    Args:
        client: The program.
        actor: Whom it stands for.
        writes: Whether it may send anything.
    """

    client: str
    actor: Actor
    writes: bool


_SCOPES: Final = {scope_name(role, mode): (role, mode) for role in EVERYBODY for mode in (READ, WRITE)}


def caller_of(issuer: Issuer, claims: Mapping[str, Any], prefix: str, oidc: Oidc | None) -> Caller:
    """Return who is behind *claims*, which are known to be the issuer's.

    Args:
        issuer: Who issued them.
        claims: What the token says.
        prefix: What stands before a role's name in a scope.
        oidc: The login of the pages, where the issuer is that one.

    Raises:
        ProblemError: The token gives no role, more than one, or one that does not fit.
    """
    role, writes = _role(str(claims["scope"]), prefix)
    client = str(claims["client_id"])
    if issuer.persons:
        assert oidc is not None  # noqa: S101 - the issuer of persons is the login
        actor = _person(claims, role, oidc)
    else:
        actor = _program(claims, role, client)
    return Caller(client=client, actor=actor, writes=writes)


def _role(scope: str, prefix: str) -> tuple[Role, bool]:
    named = [name.removeprefix(prefix) for name in scope.split() if name.startswith(prefix)]
    given = [_SCOPES[name] for name in named if name in _SCOPES]
    roles = {role for role, _mode in given}
    if not roles:
        raise ProblemError("scope_missing", headers=_challenge())
    if len(roles) > 1:
        raise ProblemError("one_role_at_a_time")
    return roles.pop(), any(mode == WRITE for _role, mode in given)


def _program(claims: Mapping[str, Any], role: Role, client: str) -> Actor:
    consumer = claims.get("consumer")
    number = org_number_in(consumer) if isinstance(consumer, Mapping) else None
    hat = hat_at(role, number)
    if hat is None:
        raise ProblemError("organisation_does_not_fit")
    return hat.actor(f"{PROGRAM}{client}")


def _person(claims: Mapping[str, Any], role: Role, oidc: Oidc) -> Actor:
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject or subject.startswith(PROGRAM):
        raise unusable()
    if claims.get("acr") not in oidc.acr:
        raise unusable()
    hats = [hat for hat in hats_of(claims, oidc.resource_prefix) if hat.role is role]
    if not hats:
        raise ProblemError("right_missing")
    if len(hats) > 1:
        raise ProblemError("one_role_at_a_time")
    return hats[0].actor(subject)


def _challenge() -> dict[str, str]:
    return {"WWW-Authenticate": 'Bearer realm="saksgang", error="insufficient_scope"'}
