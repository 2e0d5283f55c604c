"""A case's life is told step by step, and every automatic step says by which rule, on what and with which result."""

from dataclasses import fields
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cli.case_explain import _lines, steps_of
from cli.words import word
from domain.actors import CLOCK
from domain.automatic import AUTOMATIC
from domain.codec import event_body, event_of
from domain.events import EVENTS
from letters.formats import Language
from storage.trail import Entry
from tests.domain.lives import COLLECTED, OFFICER, SIGNATORY, Life, at, paid
from tests.domain.test_codec import FILES, stored

FIXTURES = [name for name in FILES if name.partition(".")[0] in EVENTS]
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def entries(life: Life) -> list[Entry]:
    return [
        Entry(
            stream=f"case:{life.case_id}",
            seq=number,
            kind=entry.kind,
            schema=1,
            occurred_at=entry.at,
            recorded_at=entry.handled_at,
            actor=OFFICER if entry.cause is None else CLOCK,
            cause=entry.cause,
            body=event_body(entry.event),
        )
        for number, entry in enumerate(life.trail, 1)
    ]


def told(life: Life, language: Language = Language.EN) -> dict[str, dict[str, Any]]:
    """Return the last step of each kind."""
    return {one["kind"]: one for one in steps_of(language, entries(life), "2026-bufdir")}


def an_entry(kind: str, body: dict[str, Any]) -> Entry:
    return Entry(
        stream="case:1",
        seq=1,
        kind=kind,
        schema=1,
        occurred_at=at("2026-03-01T12:00"),
        recorded_at=at("2026-03-01T12:00"),
        actor=CLOCK,
        body=body,
    )


def a_reader(language: Language) -> tuple[Any, Any]:
    """Return a session in *language* and the head of a case."""
    session = SimpleNamespace(language=language, word=lambda key, **params: word(language, key, params))
    return session, SimpleNamespace(case_no="SFIN-2026-1", rule_set="2026-bufdir", stage="carry_over")


def at_the_end() -> Life:
    life = paid(1_200_000, COLLECTED)
    life.office.move_to(at("2028-01-10T12:00"))
    return life


def test_the_threshold_tells_rule_rule_set_input_and_result() -> None:
    found = told(at_the_end())["ThresholdEvaluated"]

    assert found["automatic"]
    assert (found["rule"], found["rule_set"]) == ("R26-52", "2026-bufdir")
    assert found["input"] == {
        "grants_ore": [120_000_000],
        "basis_ore": 120_000_000,
        "network_basis_ore": 120_000_000,
        "limit_ore": 100_000_000,
    }
    assert found["result"] == "duty to report under the rules"
    assert found["handled_late_at"] is None


def test_the_use_deadline_tells_its_result_and_a_reminder_its_act() -> None:
    found = told(at_the_end())

    assert found["UseDeadlinePassed"]["rule"] == "R26-32"
    assert found["UseDeadlinePassed"]["result"] == "the municipality is asked what is unspent"
    assert found["LadderStepReached"]["rule_set"] == "2026-bufdir"
    assert found["LadderStepReached"]["result"] == "reminder sent to the municipality"


def test_what_a_person_did_has_no_rule_of_the_machine() -> None:
    found = told(at_the_end())["Assigned"]

    assert not found["automatic"]
    assert found["who"] == "case officer, SFIN"
    assert "result" not in found


def test_an_outage_is_told() -> None:
    [evaluated] = [one for one in entries(at_the_end()) if one.kind == "UseDeadlinePassed"]
    late = (evaluated.occurred_at + timedelta(days=3)).isoformat()
    entry = Entry(
        stream=evaluated.stream,
        seq=1,
        kind=evaluated.kind,
        schema=1,
        occurred_at=evaluated.occurred_at,
        recorded_at=evaluated.recorded_at,
        actor=CLOCK,
        body={**evaluated.body, "handled_at": late},
    )

    [told_late] = steps_of(Language.NB, [entry], "2026-bufdir")
    assert told_late["handled_late_at"] == late


def test_what_follows_on_a_person_s_act_by_itself_is_explained_too() -> None:
    life = at_the_end()
    life.reported(1_200_000)

    found = told(life)["ReportsCompleted"]

    assert found["who"] == "case officer, SFIN"
    assert (found["automatic"], found["rule"], found["rule_set"]) == (True, "T23", "2026-bufdir")
    assert found["input"] == {"reports": ["2026"]}
    assert found["result"] == "the case is reported"


def test_a_case_that_a_person_closed_did_not_close_by_itself() -> None:
    life = paid()
    life.office.move_to(at("2028-01-02T12:00"))
    life.do(SIGNATORY, "answer_use", unspent_ore=0).do(OFFICER, "close")

    assert not told(life)["Closed"]["automatic"]


@LANGUAGES
@pytest.mark.parametrize("name", FIXTURES)
def test_every_event_that_was_ever_stored_is_told_and_the_automatic_ones_explained(
    name: str, language: Language
) -> None:
    kind, schema, body = stored(name)
    [one] = steps_of(language, [an_entry(kind, event_body(event_of(kind, schema, body)))], "2026-bufdir")

    lines = "\n".join(line.plain for line in _lines(*a_reader(language), [one]))

    assert one["text"] in lines
    assert one["automatic"] == (kind in AUTOMATIC and body.get("by") in {None, CLOCK.subject})
    if one["automatic"]:
        assert one["input"]
        assert all(said in lines for said in (one["rule"], one["rule_set"], one["result"]))


def test_an_event_that_names_nobody_happened_by_itself() -> None:
    nobody = {
        kind
        for kind, event in EVENTS.items()
        if {"by", "subject"}.isdisjoint(one.name for one in fields(event))
    }

    # A case may also be closed by a person; the event says who.
    assert nobody | {"Closed"} == set(AUTOMATIC)


@LANGUAGES
def test_every_step_is_a_sentence_in_every_language(language: Language) -> None:
    life = at_the_end()
    steps = steps_of(language, entries(life), "2026-bufdir")

    text = "\n".join(line.plain for line in _lines(*a_reader(language), steps))

    assert len(steps) == len(life.trail)
    assert all(one["text"] in text for one in steps)
    assert "R26-52" in text
    assert "2026-bufdir" in text
