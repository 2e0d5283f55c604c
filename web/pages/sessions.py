"""«Innlogginger»: where one is logged in now, and how to end it, here and everywhere: after a theft, or a screen left open."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from storage import sessions
from web.guard.gate import Gate
from web.pages.entry import leave
from web.visit import Visit

router: Final = APIRouter()
LOGGED_IN: Final = Gate(hatless=True)

PATH: Final = "/innlogginger"


@router.get(PATH)
async def show(visit: Annotated[Visit, Depends(LOGGED_IN)]) -> Response:
    """Show the visitor's own sessions."""
    idle = visit.house.settings.idle
    async with visit.read() as conn:
        found = await sessions.open_of(conn, _subject(visit), now=visit.house.now(), idle=idle)
    return visit.page("sessions.html", found=found, here=_here(visit))


@router.post(f"{PATH}/avslutt")
async def end(visit: Annotated[Visit, Depends(LOGGED_IN)]) -> Response:
    """End one of them, the visitor's own too."""
    try:
        key = bytes.fromhex(str((await visit.form()).get("key", "")))
    except ValueError:
        return visit.to(PATH)
    async with visit.house.engine.begin() as conn:
        await sessions.end_one(conn, _subject(visit), key)
    return await leave(visit) if key == _here(visit) else visit.to(PATH)


@router.post(f"{PATH}/alle")
async def end_all(visit: Annotated[Visit, Depends(LOGGED_IN)]) -> Response:
    """End them all, and log out here."""
    async with visit.house.engine.begin() as conn:
        await sessions.end_all(conn, _subject(visit))
    return await leave(visit)


def _subject(visit: Visit) -> str:
    assert visit.subject is not None  # noqa: S101 - the gate let nobody else in
    return visit.subject


def _here(visit: Visit) -> bytes:
    return sessions.key_of(visit.request.cookies[visit.request.app.state.cookie])
