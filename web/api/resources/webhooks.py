"""Where programs want to be told what happens: asked for, looked at, resumed from a position, and given up."""

import base64
import secrets
from typing import Annotated, Any, Final, TypeVar
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic import BaseModel, ValidationError

from activities.outside import ForbiddenAddressError, check_url
from domain.problems import Problem, problems
from storage import feed, webhooks
from storage.feed import FOLLOWERS
from storage.webhooks import MOST, Webhook
from web.api.content import json_object
from web.api.describing import answers, content
from web.api.gate import ApiGate
from web.api.models.base import given
from web.api.models.events import WebhookGiven, WebhookMade, WebhookPage, WebhookResumed, WebhookWanted
from web.api.problems import ProblemError
from web.api.resources.commands import IdempotencyKey
from web.visit import Visit

router: Final = APIRouter(tags=["events"])

READ: Final = ApiGate(roles=FOLLOWERS)
WRITE: Final = ApiGate(roles=FOLLOWERS, writes=True)

Model = TypeVar("Model", bound=BaseModel)

_SECRET_BYTES: Final = 32

#: What stands before the secret, as the Standard Webhooks specification says.
_PREFIX: Final = "whsec_"


@router.get("/webhooks", responses=answers(READ, asks=False), response_model=WebhookPage)
async def webhooks_of(visit: Annotated[Visit, Depends(READ)]) -> Response:
    """List the webhooks of one's own role at one's own organisation."""
    async with visit.read() as conn:
        found = await webhooks.of(conn, visit.who)
    return given(WebhookPage(items=[WebhookGiven.model_validate(one) for one in found]))


@router.post(
    "/webhooks",
    status_code=201,
    responses=answers(WRITE, also=("too_many_webhooks",)),
    response_model=WebhookMade,
    openapi_extra=content(WebhookWanted),
)
async def add_webhook(visit: Annotated[Visit, Depends(WRITE)], key: IdempotencyKey) -> Response:
    """Ask to be told what happens; `Idempotency-Key` becomes its id. Sent again with the same, it is made once."""
    wanted = await _read(visit, WebhookWanted)
    _check(visit, wanted.url)
    now = visit.house.now()
    async with visit.house.engine.begin() as conn:
        made = await webhooks.one_of(conn, visit.who, key)
        if made is None:
            if await webhooks.exists(conn, key):
                raise ProblemError("unusable", errors=[Problem("Idempotency-Key", "id", "is used already")])
            made = Webhook(
                webhook_id=key,
                subject=visit.who.subject,
                role=visit.who.role.value,
                unit=visit.who.unit,
                url=wanted.url,
                secret=secrets.token_bytes(_SECRET_BYTES),
                position=await feed.settled_until(conn, now) if wanted.after is None else wanted.after,
                paused=False,
                attempts=0,
                last_error=None,
                next_attempt_at=now,
                made_at=now,
            )
            if not await webhooks.add(conn, made):
                raise ProblemError("too_many_webhooks", most=MOST)
    return given(_made(made), status=201, headers={"Location": f"{visit.request.url.path}/{key}"})


@router.get("/webhooks/{webhook_id}", responses=answers(READ, found=True), response_model=WebhookGiven)
async def webhook(visit: Annotated[Visit, Depends(READ)], webhook_id: UUID) -> Response:
    """Show one: how far it has been told, and why not further."""
    return given(WebhookGiven.model_validate(await _own(visit, webhook_id)))


@router.post(
    "/webhooks/{webhook_id}/resume",
    responses=answers(WRITE, found=True),
    response_model=WebhookGiven,
    openapi_extra=content(WebhookResumed),
)
async def resume_webhook(visit: Annotated[Visit, Depends(WRITE)], webhook_id: UUID) -> Response:
    """Let it be told on at once; again from a position where that is given."""
    await _own(visit, webhook_id)
    wanted = await _read(visit, WebhookResumed)
    async with visit.house.engine.begin() as conn:
        await webhooks.go_on(conn, visit.who, webhook_id, visit.house.now(), wanted.after)
    return given(WebhookGiven.model_validate(await _own(visit, webhook_id)))


@router.delete("/webhooks/{webhook_id}", status_code=204, responses=answers(WRITE, found=True))
async def drop_webhook(visit: Annotated[Visit, Depends(WRITE)], webhook_id: UUID) -> Response:
    """Give it up; nothing more is told."""
    async with visit.house.engine.begin() as conn:
        gone = await webhooks.drop(conn, visit.who, webhook_id)
    if not gone:
        raise ProblemError("not_found")
    return Response(status_code=204)


async def _own(visit: Visit, webhook_id: UUID) -> Webhook:
    async with visit.read() as conn:
        found = await webhooks.one_of(conn, visit.who, webhook_id)
    if found is None:
        raise ProblemError("not_found")
    return found


async def _read(visit: Visit, model: type[Model]) -> Model:
    sent: dict[str, Any] = await json_object(visit.request)
    try:
        return model.model_validate(sent)
    except ValidationError as error:
        raise ProblemError("unusable", errors=problems(error)) from error


def _check(visit: Visit, url: str) -> None:
    try:
        check_url(url, local=visit.installation is not None and visit.installation.kind == "local")
    except ForbiddenAddressError as error:
        raise ProblemError(
            "unusable", errors=[Problem("url", "form", f"cannot be told at: {error}")]
        ) from error


def _made(one: Webhook) -> WebhookMade:
    secret = _PREFIX + base64.b64encode(one.secret).decode()
    return WebhookMade(**WebhookGiven.model_validate(one).model_dump(), secret=secret)
