"""The API's own description, for programs that read it (OpenAPI 3.1)."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse, Response

from web.api.describing import answers
from web.api.gate import PUBLIC
from web.visit import Visit

router: Final = APIRouter(tags=["description"])


@router.get("/openapi.json", responses=answers(PUBLIC), response_model=dict[str, Any])
async def openapi(visit: Annotated[Visit, Depends(PUBLIC)]) -> Response:
    """Describe this API."""
    return JSONResponse(visit.request.app.openapi())
