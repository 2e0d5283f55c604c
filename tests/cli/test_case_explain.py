"""A case's life is told step by step, and every automatic step says by which rule, on what and with which result."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from cli.case_explain import _lines, step
from cli.words import word
from domain.actors import CLOCK
from domain.codec import event_body
from letters.formats import Language
from storage.trail import Entry
from tests.domain.lives import COLLECTED, OFFICER, Life, at, paid

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
    return {entry.kind: step(language, entry, "2026-bufdir") for entry in entries(life)}


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
    assert found["UseDeadlinePassed"]["result"] == "the report will show what is spent"
    assert found["LadderStepReached"]["rule_set"] == "2026-bufdir"
    assert found["LadderStepReached"]["result"] is not None


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

    assert step(Language.NB, entry, "2026-bufdir")["handled_late_at"] == late


@LANGUAGES
def test_every_step_is_a_sentence_in_every_language(language: Language) -> None:
    session: Any = SimpleNamespace(language=language, word=lambda key, **params: word(language, key, params))
    head: Any = SimpleNamespace(
        case_id=UUID(int=1), case_no="SFIN-2026-1", rule_set="2026-bufdir", stage="carry_over"
    )
    life = at_the_end()
    steps = [step(language, entry, "2026-bufdir") for entry in entries(life)]

    text = "\n".join(line.plain for line in _lines(session, head, steps))

    assert len(steps) == len(life.trail)
    assert all(one["text"] in text for one in steps)
    assert "R26-52" in text
    assert "2026-bufdir" in text
