"""What a program sends: JSON, not too much of it, read strictly."""

from typing import Any, Final

from fastapi import Request

from domain.application import MAX_BYTES
from domain.json_content import json_value
from domain.problems import Problem, ProblemsError
from web.api.problems import ProblemError

JSON: Final = "application/json"


async def json_object(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent.

    Raises:
        ProblemError: ``not_json``, ``too_large`` or ``unusable``.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise ProblemError("not_json")
    try:
        found = json_value(await _body(request))
    except ProblemsError as error:
        raise ProblemError("unusable", errors=error.problems) from error
    if not isinstance(found, dict):
        raise ProblemError("unusable", errors=[Problem("", "table", "must be a table of keys")])
    return found


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BYTES:
            raise ProblemError("too_large", most=MAX_BYTES)
    return bytes(body)
