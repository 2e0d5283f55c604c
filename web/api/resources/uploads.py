"""Files that are uploaded before what they belong to is sent: one's own organisation's, each known by its SHA-256."""

from typing import Annotated, Final, TypeAlias

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from domain.authority import MAY
from domain.commands import BODIES, WithFiles
from storage import uploads
from storage.uploads import MOST, MOST_BYTES, NoRoomError
from web.api import PATH
from web.api.content import one_file
from web.api.describing import answers, form_with_a_file
from web.api.gate import ApiGate
from web.api.models.base import given
from web.api.models.files import UploadGiven, UploadList
from web.api.problems import ProblemError
from web.uploads import MAX_BYTES, UnacceptableError, taken
from web.visit import Visit

router: Final = APIRouter(tags=["files"])

#: Whoever may send something that files can come with.
SENDERS: Final = frozenset(
    role for kind, body in BODIES.items() if issubclass(body, WithFiles) for role in MAY[kind][0]
)

READ: Final = ApiGate(roles=SENDERS)
WRITE: Final = ApiGate(roles=SENDERS, writes=True)
#: A file is looked through, hashed and kept: it costs as much as four commands.
SEND: Final = ApiGate(roles=SENDERS, writes=True, cost=4)

#: Why a file is not taken (``web.uploads``), and what is answered.
REFUSED: Final = {
    "empty": "file_empty",
    "large": "too_large",
    "kind": "file_kind",
    "macros": "file_macros",
    "infected": "file_infected",
    "away": "scanner_away",
}
_AGAIN: Final = {"scanner_away": {"Retry-After": "30"}}

Sha256: TypeAlias = Annotated[str, Path(description="The file's SHA-256, in hex.")]


@router.post(
    "/files",
    status_code=201,
    responses=answers(SEND, file=True, also=("no_room", *sorted({*REFUSED.values()} - {"too_large"})))
    | {200: {"model": UploadGiven, "description": "It waits here already; nothing is changed"}},
    response_model=UploadGiven,
    openapi_extra=form_with_a_file(),
)
async def upload(visit: Annotated[Visit, Depends(SEND)]) -> Response:
    """Upload a file, to be named by its `sha256` in what it belongs to. Sent again it is the same file, and answered alike."""
    sent = await one_file(visit.request, MAX_BYTES)
    try:
        file = await taken(sent.name, sent.content, visit.now, visit.house.settings.clamd)
    except UnacceptableError as error:
        code = REFUSED[str(error)]
        raise ProblemError(code, headers=_AGAIN.get(code), most=MAX_BYTES) from error
    try:
        async with visit.house.engine.begin() as conn:
            new = await uploads.keep(conn, visit.who, file.about, file.content, visit.now)
    except NoRoomError as error:
        raise ProblemError("no_room", most=MOST, most_bytes=MOST_BYTES) from error
    kept = await _own(visit, file.about.sha256)
    location = {"Location": f"{PATH}/files/{kept.sha256}"}
    return given(kept, status=201 if new else 200, headers=location)


@router.get("/files", responses=answers(READ, asks=False), response_model=UploadList)
async def uploaded(visit: Annotated[Visit, Depends(READ)]) -> Response:
    """List what one's own organisation has uploaded and not sent with anything, the first received first."""
    async with visit.read() as conn:
        found = await uploads.of(conn, visit.who)
    return given(UploadList(items=[UploadGiven.model_validate(one) for one in found]))


@router.get("/files/{sha256}", responses=answers(READ, found=True, asks=False), response_model=UploadGiven)
async def uploaded_file(visit: Annotated[Visit, Depends(READ)], sha256: Sha256) -> Response:
    """Show one of them."""
    return given(await _own(visit, sha256))


@router.delete("/files/{sha256}", status_code=204, responses=answers(WRITE, found=True))
async def drop_file(visit: Annotated[Visit, Depends(WRITE)], sha256: Sha256) -> Response:
    """Delete one of them, that is not wanted after all."""
    await _own(visit, sha256)
    async with visit.house.engine.begin() as conn:
        await uploads.drop(conn, visit.who, [sha256])
    return Response(status_code=204)


async def _own(visit: Visit, sha256: str) -> UploadGiven:
    async with visit.read() as conn:
        found = await uploads.one_of(conn, visit.who, sha256)
    if found is None:
        raise ProblemError("not_found")
    return UploadGiven.model_validate(found)
