"""Whom to tell of a weakness, for people and programs that look where RFC 9116 says."""

from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse

from letters.formats import Language
from web.guard.gate import PUBLIC, NotYoursError
from web.settings import Settings
from web.visit import Visit

router: Final = APIRouter()

PATH: Final = "/.well-known/security.txt"

#: Who reads it later than this must fetch it again. RFC 9116 asks for less than a year.
_HOLDS: Final = timedelta(days=90)


@router.get(PATH)
async def security_txt(visit: Annotated[Visit, Depends(PUBLIC)]) -> PlainTextResponse:
    """Say whom to tell; where nobody is named there is no such page."""
    settings = visit.house.settings
    if settings.security_contact is None:
        raise NotYoursError(visit)
    return PlainTextResponse(text_of(settings, settings.security_contact, visit.house.now()))


def text_of(settings: Settings, contact: str, now: datetime) -> str:
    """Return the file as it is at *now* (real time, UTC)."""
    expires = (now + _HOLDS).replace(hour=0, minute=0, second=0, microsecond=0)
    fields = {
        "Contact": contact,
        "Expires": f"{expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": ", ".join(Language),
        "Canonical": f"{settings.address}{PATH}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
