"""The description of the API is whole: it is what is served and checked in, and everything that it names is there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from domain.authority import MAY
from domain.commands import BODIES
from domain.refusal import Refused
from letters.formats import Language
from tests.api.conftest import Service
from tests.letters.catalogues import refusals
from web.api.app import bare_api, routes
from web.api.describing import refusal_codes
from web.api.problems import REFUSALS, STATUSES, ProblemError, problem_for
from web.api.resources.commands import COMMANDS

CHECKED_IN = Path(__file__).parents[2] / "docs" / "openapi.json"


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    return bare_api().openapi()


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def at(said: dict[str, Any], reference: str) -> Any:
    found: Any = said
    for part in reference.removeprefix("#/").split("/"):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def operations(said: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in said["paths"].values():
        yield from path.items()


async def test_what_is_served_is_what_is_checked_in(shared: Service, said: dict[str, Any]) -> None:
    served = (await shared.caller().get("/openapi.json")).json()

    assert served == said == json.loads(CHECKED_IN.read_text("utf-8"))


def test_everything_that_is_referred_to_is_there(said: dict[str, Any]) -> None:
    assert said["openapi"].startswith("3.1")
    assert sorted({one for one in references(said) if at(said, one) is None}) == []


def test_every_route_is_described_once_by_a_name_of_its_own(said: dict[str, Any]) -> None:
    names = [operation["operationId"] for _method, operation in operations(said)]

    assert len(names) == len(set(names)) == len(routes())


def test_every_command_that_a_person_or_program_can_send_has_its_address(said: dict[str, Any]) -> None:
    addresses = {path.rpartition("/commands/")[2] for path in said["paths"] if "/commands/" in path}

    assert set(COMMANDS) | {"{command_id}"} == addresses
    assert {kind for kind in BODIES.keys() - set(COMMANDS) if not kind.startswith("note_")} == {"submit"}


def test_a_command_says_which_scopes_may_send_it(said: dict[str, Any]) -> None:
    grant = said["paths"]["/cases/{case_no}/commands/grant"]["post"]
    withdraw = said["paths"]["/cases/{case_no}/commands/withdraw"]["post"]

    assert grant["security"] == [{"token": ["saksgang:leader.write"]}]
    assert len(withdraw["security"]) == len(MAY["withdraw"][0])


def test_a_command_has_a_key_and_says_that_it_may_be_refused(said: dict[str, Any]) -> None:
    commands = [one for _method, one in operations(said) if one["operationId"] in {*COMMANDS, "apply"}]

    for operation in commands:
        named = {one["name"]: one for one in operation["parameters"]}
        assert named["Idempotency-Key"]["required"] is True, operation["operationId"]
        assert {"202", "401", "403", "409", "412", "413", "415", "422", "429", "500", "503"} <= set(
            operation["responses"]
        ), operation["operationId"]
        assert operation["requestBody"]["content"].keys() == {"application/json"}


def test_private_texts_are_texts_and_nothing_else(said: dict[str, Any]) -> None:
    assert said["components"]["schemas"]["Private"] == {"type": "string", "minLength": 1, "maxLength": 20_000}


def test_every_refusal_that_a_command_may_meet_is_listed() -> None:
    assert refusals().keys() - set(refusal_codes()) - REFUSALS.keys() == set()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", sorted(STATUSES))
def test_every_code_of_ours_has_its_words(language: Language, code: str) -> None:
    told = problem_for(language, "/", ProblemError(code, role="leader", most=1, most_bytes=1))

    assert told.title
    assert told.detail
    assert told.mend


def test_a_refusal_is_no_error_of_ours() -> None:
    assert not set(STATUSES) & set(refusal_codes())
    assert not issubclass(Refused, ProblemError)
