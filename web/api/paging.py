"""Pages by key: each ends in a cursor, and the next begins after it; the way to it is a link."""

import base64
import binascii
from typing import Annotated, Final, TypeAlias
from urllib.parse import urlencode

from fastapi import Query, Request

from domain.problems import Problem
from web.api.problems import ProblemError

MOST: Final = 200

Limit: TypeAlias = Annotated[int, Query(ge=1, le=MOST, description="How many there are on a page.")]
After: TypeAlias = Annotated[
    str | None,
    Query(max_length=400, description="Where the page begins: taken from the `next` of the page before."),
]


def cursor_text(after: str | None) -> str | None:
    """Return what stands in a cursor.

    Raises:
        ProblemError: ``unusable``: it is none of ours.
    """
    if after is None:
        return None
    try:
        return base64.urlsafe_b64decode(after.encode("ascii")).decode("utf-8")
    except (binascii.Error, ValueError) as error:
        raise no_cursor() from error


def no_cursor() -> ProblemError:
    """Return what is answered to a cursor that is none of ours."""
    return ProblemError("unusable", errors=[Problem("after", "form", "is no cursor")])


def next_address(request: Request, last: str) -> str:
    """Return the address of the page after the row whose key is *last*."""
    after = base64.urlsafe_b64encode(last.encode()).decode()
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f"{request.url.path}?{urlencode([*asked, ('after', after)])}"


def link(address: str | None) -> dict[str, str]:
    """Return the header that leads to the next page; none on the last."""
    return {} if address is None else {"Link": f'<{address}>; rel="next"'}
