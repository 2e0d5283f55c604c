"""What happened in the cases, in one order: pulled from a position, page by page."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from storage import feed
from storage.feed import FOLLOWERS
from web.api.describing import answers
from web.api.gate import ApiGate
from web.api.models.base import given
from web.api.models.events import EventGiven, EventPage
from web.api.paging import Limit, link
from web.visit import Visit

router: Final = APIRouter(tags=["events"])

READ: Final = ApiGate(roles=FOLLOWERS)

After = Annotated[
    int, Query(ge=0, lt=2**63, description="The position after which the page begins; 0 is the beginning.")
]


@router.get("/events", responses=answers(READ), response_model=EventPage)
async def events(visit: Annotated[Visit, Depends(READ)], after: After = 0, limit: Limit = 50) -> Response:
    """Tell what happened in the cases that are one's own to see. Follow along by asking for `next` again and again."""
    async with visit.read() as conn:
        found = await feed.happened(conn, visit.who, after, visit.house.now(), limit)
    last = found[-1].position if found else after
    following = f"{visit.request.url.path}?after={last}&limit={limit}"
    page = EventPage(items=[EventGiven.model_validate(one) for one in found], next=following)
    return given(page, headers=link(following if len(found) == limit else None))
