"""Commands: one address for each, made of the domain's models, and what came of one that was sent."""

import re
from collections.abc import Awaitable, Callable
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Header
from fastapi.responses import Response

from domain.actors import Role
from domain.authority import MAY
from domain.bodies import read_body
from domain.commands import BODIES
from domain.problems import ProblemsError
from domain.sight import is_member, may_see
from web.api.answering import answer_of, send
from web.api.content import json_object
from web.api.describing import answers, content
from web.api.gate import ApiCaseGate, ApiGate
from web.api.models.base import given
from web.api.models.commands import CommandAnswer, CommandDone, CommandReceived
from web.api.problems import ProblemError
from web.guard.gate import CaseVisit
from web.visit import Visit

router: Final = APIRouter(tags=["commands"])

#: An application has an address of its own; what cases tell each other nobody sends.
COMMANDS: Final = tuple(kind for kind in BODIES if kind != "submit" and MAY[kind][0] != {Role.SYSTEM})

ANYBODY: Final = ApiGate()

IdempotencyKey = Annotated[
    UUID,
    Header(
        alias="Idempotency-Key",
        description="Made by the sender, a new one for each command. Sent again with the same, it happens once.",
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        pattern='^"[0-9]{1,9}"$',
        description="The `ETag` of the case as the sender saw it; if people have acted in it since, 412.",
    ),
]


def gate_of(kind: str) -> ApiCaseGate:
    """Return the gate before a command: the roles that may send it, to a case they may see."""
    # A member that is not the host confirms its own anchoring.
    sees = is_member if kind == "confirm_anchoring" else may_see
    return ApiCaseGate(roles=MAY[kind][0], writes=True, sees=sees)


def _endpoint(kind: str, gate: ApiCaseGate) -> Callable[..., Awaitable[Response]]:
    async def endpoint(
        visit: Annotated[CaseVisit, Depends(gate)], key: IdempotencyKey, seen: IfMatch = None
    ) -> Response:
        sent = await json_object(visit.request)
        try:
            body = read_body(kind, sent, files=True)
        except ProblemsError as error:
            raise ProblemError("unusable", errors=error.problems) from error
        return await send(visit, visit.head.case_id, key, body, seen_seq(seen), host=visit.case.host)

    return endpoint


def seen_seq(seen: str | None) -> int | None:
    """Return the number of the event that an entity tag names."""
    return None if seen is None else int(seen.strip('"'))


def _summary(kind: str) -> str:
    return re.sub(r"\s+", " ", (BODIES[kind].__doc__ or kind).strip())


def _add(kind: str) -> None:
    gate = gate_of(kind)
    router.add_api_route(
        f"/cases/{{case_no}}/commands/{kind}",
        _endpoint(kind, gate),
        methods=["POST"],
        operation_id=kind,
        summary=_summary(kind),
        response_model=CommandDone,
        responses=answers(gate, received=CommandReceived, refused=True),
        openapi_extra=content(BODIES[kind]),
    )


for _kind in COMMANDS:
    _add(_kind)


@router.get("/commands/{command_id}", responses=answers(ANYBODY, found=True), response_model=CommandAnswer)
async def command(visit: Annotated[Visit, Depends(ANYBODY)], command_id: UUID) -> Response:
    """Say what came of a command: for whoever sent it, and whoever may see its case."""
    return given(await answer_of(visit, command_id))
