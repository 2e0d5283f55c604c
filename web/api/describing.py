"""What the description of the API (OpenAPI 3.1) says beyond what FastAPI sees: bodies, problems with their codes, scopes."""

from collections.abc import Iterable, Mapping
from functools import cache
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from fluent.syntax import ast
from pydantic import BaseModel

from domain.actors import scope_name
from letters import bundles
from letters.formats import Language
from web.api import PATH
from web.api.clients import READ, WRITE
from web.api.content import JSON, MULTIPART
from web.api.gate import ApiCaseGate, ApiGate
from web.api.problems import MEDIA_TYPE, REFUSALS, STATUSES, Problem

#: Under this a body's schema travels from its route to the description, where it stands among the others.
_SCHEMA_OF_BODY: Final = "x-schema-of-body"

Responses = dict[int | str, dict[str, Any]]

_REF: Final = "#/components/schemas/{model}"
_SCHEMA: Final = {"$ref": "#/components/schemas/Problem"}

#: What comes in pages.
_PAGES: Final = frozenset({"CasePage", "HistoryPage", "TaskPage", "OverduePage", "ProjectPage"})

_REFUSAL: Final = "refusal-"

#: Codes that any resource may answer with, once somebody asks with a token.
_WITH_TOKEN: Final = (
    "token_missing",
    "token_unusable",
    "scope_missing",
    "one_role_at_a_time",
    "organisation_does_not_fit",
    "right_missing",
    "issuer_away",
)
_ALWAYS: Final = ("too_many", "fault", "away")
_SENT: Final = ("too_large", "not_json", "unusable")
_FILE: Final = ("too_large", "not_multipart", "unusable")

_TITLES: Final[Mapping[int, str]] = {
    401: "The token is missing or cannot be used",
    403: "Not for this token",
    404: "There is no such thing, or it is not yours to see: both are said alike",
    409: "Refused by a rule; `code` and `rule` say which, `mend` what mends it",
    412: "Somebody has acted in the case since it was seen",
    413: "Too much was sent",
    415: "Something else was sent than is taken here",
    422: "What was sent cannot be used; `errors` names each field",
    429: "Too much at once; `Retry-After` says for how long to wait",
    500: "The program failed",
    503: "Somebody who is needed is away; nothing was received",
}


def answers(
    gate: ApiGate,
    *,
    found: bool = False,
    received: type[BaseModel] | None = None,
    refused: bool = False,
    asks: bool = True,
    sent: bool = False,
    file: bool = False,
    also: Iterable[str] = (),
) -> Responses:
    """Return what a resource behind *gate* may answer beside what it gives.

    Args:
        gate: What stands before it.
        found: It names something that may not be there.
        received: What is answered to a command that is not carried out yet.
        refused: The domain may refuse.
        asks: It has parameters that may be unusable.
        sent: Something is sent, though nothing is written.
        file: A file is sent.
        also: Codes of its own.
    """
    codes = [*_ALWAYS, *also]
    if not gate.public:
        codes += [*_WITH_TOKEN, "not_for_role"]
    if found or isinstance(gate, ApiCaseGate):
        codes.append("not_found")
    if file:
        codes += _FILE
    elif gate.writes or sent:
        codes += _SENT
    elif asks and not gate.public:
        codes.append("unusable")
    listed = _by_status(codes)
    if refused:
        for code, status in REFUSALS.items():
            listed.setdefault(status, []).append(code)
        listed[HTTPStatus.CONFLICT] = refusal_codes()
    made: Responses = {status: _problem(status, codes) for status, codes in sorted(listed.items())}
    if received is not None:
        made[202] = {
            "model": received,
            "description": "Received, and not carried out yet",
            "headers": _headers("Location", "Retry-After"),
        }
    return made


@cache
def refusal_codes() -> list[str]:
    """Return every code that the domain refuses a command with because the case does not allow it: each has words."""
    found = [
        entry.id.name.removeprefix(_REFUSAL)
        for resource in bundles.resources(Language.EN).values()
        for entry in resource.body
        if isinstance(entry, ast.Message) and entry.id.name.startswith(_REFUSAL)
    ]
    return sorted(set(found) - REFUSALS.keys())


def _by_status(codes: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for code in codes:
        found.setdefault(STATUSES[code], []).append(code)
    return found


def _problem(status: int, codes: list[str]) -> dict[str, Any]:
    schema: dict[str, Any] = dict(_SCHEMA)
    if codes:
        schema = {"allOf": [_SCHEMA, {"properties": {"code": {"enum": codes}}}]}
    said: dict[str, Any] = {"description": _TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}}
    more = {401: ("WWW-Authenticate",), 429: ("Retry-After",), 503: ("Retry-After",)}.get(status, ())
    return said | {"headers": _headers(*more) | _LIMITS}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}} for name in names}


#: What every answer bears of the limits (RateLimit, as the IETF's draft writes it).
_SAID_OF_LIMITS: Final = {
    name: {"description": said, "schema": {"type": "string"}}
    for name, said in (
        ("RateLimit", "What is left (`r`), and for how many seconds to wait until there is more (`t`)."),
        ("RateLimit-Policy", "How much there is (`q`) in how many seconds (`w`)."),
    )
}
_LIMITS: Final = {name: {"$ref": f"#/components/headers/{name}"} for name in _SAID_OF_LIMITS}


def content(model: type[BaseModel]) -> dict[str, Any]:
    """Return how a body of *model* is described; it is read strictly by us, and not by FastAPI."""
    schema = {"$ref": _REF.format(model=model.__name__)}
    return {
        "requestBody": {"required": True, "content": {JSON: {"schema": schema}}},
        _SCHEMA_OF_BODY: model.model_json_schema(ref_template=_REF),
    }


def form_with_a_file() -> dict[str, Any]:
    """Return how the upload of one file is described."""
    file = {"type": "string", "format": "binary", "description": "At most 20 MB."}
    form = {"type": "object", "properties": {"file": file}, "required": ["file"]}
    return {"requestBody": {"required": True, "content": {MULTIPART: {"schema": form}}}}


def describe(app: FastAPI, gated: Mapping[str, ApiGate], version: str) -> dict[str, Any]:
    """Return the whole description of *app*; *gated* are its gates by operation."""
    said = get_openapi(
        title="Saksgang",
        version=version,
        openapi_version="3.1.0",
        description=_ABOUT,
        routes=app.routes,
        servers=[{"url": PATH}],
    )
    components = said["components"]
    schemas: dict[str, Any] = components["schemas"]
    shared: dict[str, Any] = {}
    for operation in (one for path in said["paths"].values() for one in path.values()):
        schema = operation.pop(_SCHEMA_OF_BODY, None)
        if schema is not None:
            schemas |= schema.pop("$defs", {})
            schemas[schema["title"]] = schema
        operation["security"] = _security(gated[operation["operationId"]])
        operation["responses"] = _shared(operation["responses"], shared)
        _tell_headers(operation)
    schemas["Problem"] = Problem.model_json_schema(ref_template=_REF)
    schemas |= schemas["Problem"].pop("$defs", {})
    components["schemas"] = dict(sorted(schemas.items()))
    components["responses"] = shared
    components["headers"] = _SAID_OF_LIMITS
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": _HOW_TO_COME}
    }
    return said


def _tell_headers(operation: dict[str, Any]) -> None:
    """Tell of the headers that success bears: where to go on, and which event was the newest."""
    for status, response in operation["responses"].items():
        model = response.get("content", {}).get(JSON, {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
        names = ["ETag"] if model in {"CaseGiven", "CommandDone"} else ["Link"] if model in _PAGES else []
        if status == str(HTTPStatus.CREATED):
            names.append("Location")
        if "$ref" not in response:
            response["headers"] = response.get("headers", {}) | _headers(*names) | _LIMITS


def _security(gate: ApiGate) -> list[dict[str, list[str]]]:
    if gate.public:
        return []
    mode = WRITE if gate.writes else READ
    return [{"token": [f"saksgang:{scope_name(role, mode)}"]} for role in sorted(gate.roles)]


def _shared(responses: Mapping[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """Return *responses* with every problem as a reference to one of *shared*, which grows by those that are new."""
    found = {}
    for status, response in sorted(responses.items()):
        if MEDIA_TYPE not in response.get("content", {}):
            found[status] = response
            continue
        name = next((name for name, known in shared.items() if known == response), None)
        if name is None:
            number = sum(one.startswith(f"Problem{status}") for one in shared)
            name = f"Problem{status}" + (f"-{number + 1}" if number else "")
            shared[name] = response
        found[status] = {"$ref": f"#/components/responses/{name}"}
    return found


def gate_of(route: APIRoute) -> ApiGate:
    """Return the gate of *route*.

    Raises:
        UngatedError: It has none.
    """
    calls = (dependency.call for dependency in route.dependant.dependencies)
    gate = next((call for call in calls if isinstance(call, ApiGate)), None)
    if gate is None:
        raise UngatedError(route.path)
    return gate


class UngatedError(Exception):
    """A route of the API has no gate; the text names it."""


_ABOUT: Final = (
    "Saksgang for other programs: applications, cases, commands and their answers. Money is counted in øre, instants are UTC, "
    "days are Norwegian days as ISO 8601 dates. Errors are problems (RFC 9457): go by `code`, which never changes; "
    "the words follow `Accept-Language` (nb, nn, en)."
)
_HOW_TO_COME: Final = (
    "A token as Maskinporten issues it, for a program of an organisation; or of the login of the pages, for a person. A scope "
    "names one role, `.read` or `.write`. What only a person may decide is refused to programs with `person_required`."
)
