"""Old events live on: ``events/<Kind>.<schema>.json`` are bodies as they were once stored, and stay there for good."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain import codec
from domain.codec import (
    EVENTS,
    UnknownEventError,
    case_of,
    case_state,
    event_body,
    event_of,
    round_of,
    round_state,
)
from tests.domain.lives import Life
from tests.domain.test_rounds import CLOSES, handle, opened
from tests.domain.whole_lives import WHOLE_LIVES

STORED = Path(__file__).parent / "events"
FILES = sorted(path.name for path in STORED.glob("*.json"))


def stored(name: str) -> tuple[str, int, dict[str, Any]]:
    """Return kind, schema and body of a stored event."""
    kind, schema, _json = name.split(".")
    return kind, int(schema), json.loads((STORED / name).read_text("utf-8"))


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_every_kind_of_event_is_kept_as_it_is_stored_today(kind: str) -> None:
    name = f"{kind}.{EVENTS[kind].schema}.json"

    assert name in FILES, (
        f"store a body of {kind} as tests/domain/events/{name}, and never change it afterwards"
    )


@pytest.mark.parametrize("name", FILES)
def test_an_event_that_was_stored_once_is_read_today(name: str) -> None:
    kind, schema, body = stored(name)

    event = event_of(kind, schema, body)

    assert type(event).__name__ == kind
    if schema == event.schema:
        assert event_body(event) == body, f"the shape of {kind} changed: give it a new schema number"


@pytest.mark.parametrize("name", FILES)
def test_a_stored_event_holds_no_text_of_its_own(name: str) -> None:
    """Names and free text are sealed: an event refers to them by id and digest."""
    _kind, _schema, body = stored(name)

    private = {"reason", "note", "text", "explanation", "comment", "account", "contact", "fault", "auditor"}
    for field in private & body.keys():
        assert body[field] is None or body[field].keys() == {"ref", "digest"}, field


@pytest.mark.parametrize("live", WHOLE_LIVES, ids=lambda live: live.__name__)
def test_a_whole_life_survives_its_json(live: Callable[[], Life]) -> None:
    for life in live().office.lives.values():
        for entry in life.trail:
            body = json.loads(json.dumps(event_body(entry.event)))
            assert event_of(entry.kind, entry.event.schema, body) == entry.event
        assert case_of(json.loads(json.dumps(case_state(life.now)))) == life.now


def test_a_round_survives_its_json() -> None:
    round_, _events = handle(opened(), CLOSES)

    assert round_of(json.loads(json.dumps(round_state(round_)))) == round_


@pytest.mark.parametrize(("kind", "schema"), [("Invented", 1), ("Closed", 99)])
def test_an_event_of_a_newer_build_is_not_guessed_at(kind: str, schema: int) -> None:
    with pytest.raises(UnknownEventError, match=f"{kind} with schema {schema}"):
        event_of(kind, schema, {})


def test_an_event_of_an_older_schema_is_lifted_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome_was_called_end(body: dict[str, Any]) -> dict[str, Any]:
        return {("outcome" if name == "end" else name): value for name, value in body.items()}

    def by_was_missing(body: dict[str, Any]) -> dict[str, Any]:
        return body | {"by": "unknown"}

    steps = {-1: outcome_was_called_end, 0: by_was_missing}
    monkeypatch.setattr(codec, "UPCASTS", {"Closed": steps})

    event = event_of("Closed", -1, {"end": "reported", "note": None})

    assert event_body(event) == {"outcome": "reported", "note": None, "by": "unknown"}
