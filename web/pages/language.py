"""Bokmål, nynorsk or English: the person's own choice, kept by the browser."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from letters.formats import Language
from web.guard.gate import LANGUAGE_COOKIE, PUBLIC
from web.pages.entry import own_address
from web.visit import Visit

router: Final = APIRouter()

_YEAR: Final = 365 * 24 * 3600


@router.get("/sprak/{language}")
async def choose(language: Language, visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Read on in *language*."""
    response = visit.to(own_address(visit.request.query_params.get("til")))
    settings = visit.house.settings
    response.set_cookie(
        settings.cookie(LANGUAGE_COOKIE),
        language.value,
        max_age=_YEAR,
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )
    return response
