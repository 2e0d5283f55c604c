"""In and out: the front door, the way to the login and back, the choice of role, and logging out."""

import secrets
from datetime import timedelta
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import structlog
from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response

from storage import sessions
from storage.sessions import AttemptRow, SessionRow
from web import navigation
from web.guard import csrf
from web.guard.gate import PUBLIC, Gate, address_of, spend
from web.login.hats import hats_of
from web.login.provider import LoginFailedError, Provider
from web.visit import Visit

router: Final = APIRouter()
log = structlog.get_logger()

#: A person at the login has so long.
_ATTEMPT: Final = timedelta(minutes=10)
_BROWSER: Final = "saksgang_login"

ANYBODY: Final = Gate()
HATLESS: Final = Gate(hatless=True)


def own_address(given: str | None) -> str:
    """Return *given* where it is an address of ours, else the front door."""
    if not given or not given.startswith("/") or given.startswith(("//", "/\\")) or not given.isprintable():
        return "/"
    parts = urlsplit(given)
    return given if not parts.scheme and not parts.netloc else "/"


@router.get("/")
async def front_door(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Send people to where their role begins, and others to the login."""
    if visit.token is None:
        return visit.page("entry.html", failed=None, to="/")
    if visit.actor is None:
        return visit.to("/velg-rolle")
    return visit.to(navigation.home(visit.actor.role, visit.paths))


@router.get(navigation.NOTHING_YET)
async def nothing_yet(visit: Annotated[Visit, Depends(ANYBODY)]) -> Response:
    """Welcome a role whose pages are not there."""
    return visit.page("nothing_yet.html")


@router.get("/logg-inn")
async def log_in(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Show the way in."""
    to = own_address(visit.request.query_params.get("til"))
    return visit.page("entry.html", failed=None, to=to)


@router.post("/logg-inn")
async def depart(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Send the person to the login."""
    spend(visit, visit.request.app.state.logins, address_of(visit))
    to = own_address(str((await visit.form()).get("til", "")))
    provider: Provider | None = visit.request.app.state.provider
    if provider is None:
        return visit.page("entry.html", status=503, failed="none", to=to)
    try:
        leaving = await provider.depart()
    except LoginFailedError as error:
        log.warning("login_away", error=str(error))
        return visit.page("entry.html", status=503, failed="away", to=to)
    browser, now = secrets.token_urlsafe(32), visit.house.now()
    attempt = AttemptRow(verifier=leaving.verifier, nonce=leaving.nonce, return_to=to)
    async with visit.house.engine.begin() as conn:
        await sessions.begin_attempt(conn, leaving.state, browser, attempt, now=now, ends_at=now + _ATTEMPT)
    response = RedirectResponse(leaving.url, status_code=303)
    # Lax: the browser comes back from another host. The cookie opens nothing without the state beside it.
    response.set_cookie(
        visit.house.settings.cookie(_BROWSER),
        browser,
        max_age=int(_ATTEMPT.total_seconds()),
        secure=visit.house.settings.secure,
        httponly=True,
        samesite="lax",
    )
    return response


@router.get("/logg-inn/tilbake")
async def arrive(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Take the person back from the login."""
    given = visit.request.query_params
    provider: Provider | None = visit.request.app.state.provider
    attempt = await _attempt(visit, given.get("state", ""))
    if provider is None or attempt is None:
        log.warning("login_not_begun_here", address=address_of(visit))
        return visit.page("entry.html", status=400, failed="expired", to="/")
    if "code" not in given:
        log.warning("login_refused", address=address_of(visit))
        return visit.page("entry.html", status=400, failed="failed", to=attempt.return_to)
    try:
        claims = await provider.arrive(given["code"], attempt.verifier, attempt.nonce)
    except LoginFailedError as error:
        log.warning("login_failed", error=str(error), address=address_of(visit))
        return visit.page("entry.html", status=400, failed="failed", to=attempt.return_to)
    return await _open(visit, claims, attempt.return_to)


async def _attempt(visit: Visit, state: str) -> AttemptRow | None:
    browser = visit.request.cookies.get(visit.house.settings.cookie(_BROWSER), "")
    if not state or not browser:
        return None
    async with visit.house.engine.begin() as conn:
        return await sessions.end_attempt(conn, state, browser, visit.house.now())


async def _open(visit: Visit, claims: dict[str, Any], to: str) -> Response:
    settings, now = visit.house.settings, visit.house.now()
    assert settings.oidc is not None  # noqa: S101 - somebody has just come from there
    hats = hats_of(claims, settings.oidc.resource_prefix)
    secret = secrets.token_urlsafe(32)
    session = SessionRow(
        subject=str(claims["sub"]),
        hats=[hat.stored() for hat in hats],
        worn=0 if len(hats) == 1 else None,
        csrf=csrf.new_token(),
        began_at=now,
        seen_at=now,
        ends_at=now + settings.absolute,
    )
    before = visit.request.cookies.get(visit.request.app.state.cookie)
    async with visit.house.engine.begin() as conn:
        if before is not None:
            # Nobody goes on with a key that was in the browser before the login, whoever put it there.
            await sessions.end(conn, before)
        await sessions.begin(conn, secret, session)
    rights = [f"{hat.role}@{hat.unit}" for hat in hats]
    log.info(
        "logged_in", subject=session.subject, rights=rights, acr=claims.get("acr"), address=address_of(visit)
    )
    response = visit.to(to if len(hats) == 1 else "/velg-rolle")
    response.delete_cookie(settings.cookie(_BROWSER), secure=settings.secure, httponly=True, samesite="lax")
    response.set_cookie(
        visit.request.app.state.cookie,
        secret,
        max_age=int(settings.absolute.total_seconds()),
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )
    return response


@router.get("/velg-rolle")
async def choose_hat(visit: Annotated[Visit, Depends(HATLESS)]) -> Response:
    """Let the person choose among the roles of the login, or say that it represents nobody here."""
    return visit.page("hats.html")


@router.post("/velg-rolle")
async def wear_hat(visit: Annotated[Visit, Depends(HATLESS)]) -> Response:
    """Act in the chosen role from now on."""
    given = str((await visit.form()).get("hat", ""))
    if not given.isdecimal() or int(given) not in visit.hats:
        return visit.to("/velg-rolle")
    secret = visit.request.cookies[visit.request.app.state.cookie]
    async with visit.house.engine.begin() as conn:
        await sessions.wear(conn, secret, int(given))
    return visit.to("/")


@router.post("/logg-ut")
async def log_out(visit: Annotated[Visit, Depends(HATLESS)]) -> Response:
    """End the session here and at the login."""
    async with visit.house.engine.begin() as conn:
        await sessions.end(conn, visit.request.cookies[visit.request.app.state.cookie])
    return await leave(visit)


async def leave(visit: Visit) -> Response:
    """Send a browser whose session has ended out by way of the login, which has one too."""
    log.info("logged_out", subject=visit.subject)
    cookie = visit.request.app.state.cookie
    provider: Provider | None = visit.request.app.state.provider
    back = f"{visit.house.settings.address}/"
    response = RedirectResponse(await provider.leave(back) if provider else back, status_code=303)
    response.delete_cookie(cookie, secure=visit.house.settings.secure, httponly=True, samesite="lax")
    # The way back in the browser shows nothing of who was here.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
