"""The API's own description, for programs that read it (OpenAPI 3.1)."""

import json
from asyncio import to_thread
from functools import cache
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, FastAPI
from fastapi.responses import Response

from web.api.content import JSON
from web.api.describing import answers
from web.api.gate import PUBLIC
from web.visit import Visit

router: Final = APIRouter(tags=["description"])


@router.get("/openapi.json", responses=answers(PUBLIC), response_model=dict[str, Any])
async def openapi(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Describe this API."""
    # Made once; that takes a second or two, in which others are to be answered.
    content = await to_thread(_described, visit.request.app)
    return Response(content, media_type=JSON)


@cache
def _described(app: FastAPI) -> bytes:
    return json.dumps(app.openapi(), ensure_ascii=False).encode()
