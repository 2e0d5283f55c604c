"""Whether this process can serve: for whoever watches over it, without a login."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse

from web.guard.gate import PUBLIC
from web.visit import Visit

router: Final = APIRouter()


@router.get("/helse")
async def health(visit: Annotated[Visit, Depends(PUBLIC)]) -> PlainTextResponse:
    """Answer when the database does; where it is away, the error page says so with 503."""
    assert visit.installation is not None  # noqa: S101 - the gate has asked the database
    return PlainTextResponse("ok\n")
