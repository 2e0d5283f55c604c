"""What a program sends: JSON, not too much of it, read strictly; or one file."""

from collections.abc import AsyncGenerator
from typing import Any, Final, NamedTuple

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from domain.application import MAX_BYTES
from domain.json_content import json_value
from domain.problems import Problem, ProblemsError, unreadable
from web.api.problems import ProblemError

JSON: Final = "application/json"
MULTIPART: Final = "multipart/form-data"

#: What may stand around a file: its name, its part's headers.
_AROUND: Final = 64_000


class Sent(NamedTuple):
    """A file as it was sent."""

    name: str
    content: bytes


async def json_object(request: Request) -> dict[str, Any]:
    """Return the JSON object that was sent.

    Raises:
        ProblemError: ``not_json``, ``too_large`` or ``unusable``.
    """
    if _media_type(request) != JSON:
        raise ProblemError("not_json")
    try:
        found = json_value(b"".join([part async for part in _limited(request, MAX_BYTES)]))
    except ProblemsError as error:
        raise ProblemError("unusable", errors=error.problems) from error
    if not isinstance(found, dict):
        raise ProblemError("unusable", errors=[Problem("", "table", "must be a table of keys")])
    return found


async def one_file(request: Request, most: int) -> Sent:
    """Return the one file that was sent, as the part ``file`` of a form.

    Raises:
        ProblemError: ``not_multipart``, ``too_large`` (by far: the file itself may still be) or ``unusable``.
    """
    if _media_type(request) != MULTIPART:
        raise ProblemError("not_multipart")
    parser = MultiPartParser(
        request.headers, _limited(request, most + _AROUND, most), max_files=1, max_fields=0
    )
    try:
        form = await parser.parse()
    # A form may name a charset of its own, and not keep to it.
    except (MultiPartException, UnicodeError) as error:
        raise ProblemError("unusable", errors=[unreadable("multipart", error)]) from error
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise ProblemError("unusable", errors=[Problem("file", "missing_key", "missing key")])
        return Sent(file.filename or "", await file.read())
    finally:
        await form.close()


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _limited(request: Request, most: int, told: int | None = None) -> AsyncGenerator[bytes, None]:
    read = 0
    async for part in request.stream():
        read += len(part)
        if read > most:
            raise ProblemError("too_large", most=told or most)
        yield part
