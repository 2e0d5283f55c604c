from itertools import count

import pytest
from pydantic import ValidationError

from domain.commands import Assess, parse_body
from domain.private import Private, digest, seal
from tests.domain.lives import assessment

SEALED = {"ref": "1", "digest": "0" * 64}


def sealed_assessment() -> tuple[Assess, list[str]]:
    numbers = count(1)
    body = Assess.model_validate(assessment())
    sealed, rows = seal(body, lambda: str(next(numbers)), lambda: b"salt")
    return sealed, [row.field for row in rows]


def test_a_bare_text_is_read_without_what_no_person_types() -> None:
    assert Private.model_validate("  Ja\x00  ").text == "Ja"


@pytest.mark.parametrize(
    "value",
    ["", "   ", {}, {"ref": "1"}, {"digest": "0"}, {"text": "a", **SEALED}, {"text": "a" * 20_001}, 1],
)
def test_a_text_is_either_plain_or_sealed(value: object) -> None:
    with pytest.raises(ValidationError):
        Private.model_validate(value)


def test_a_text_is_written_as_it_was_read() -> None:
    assert Private.model_validate("Ja").model_dump_json() == '"Ja"'
    assert Private.model_validate(SEALED).model_dump() == SEALED


def test_sealing_moves_every_text_to_a_row_of_its_own_and_names_its_field() -> None:
    sealed, fields = sealed_assessment()

    assert fields == [
        "answers[0].reason",
        "answers[1].reason",
        "knowledge_environment_reason",
        "leader_effect_reason",
    ]
    assert sealed.answers[0].reason == Private(ref="1", digest=digest(b"salt", "Ja"))
    assert "Styrker" not in sealed.model_dump_json()


def test_what_is_sealed_already_stays_as_it_is() -> None:
    sealed, _fields = sealed_assessment()

    assert seal(sealed, lambda: "new", lambda: b"") == (sealed, [])


def test_a_short_text_cannot_be_guessed_from_its_digest_without_the_salt() -> None:
    assert digest(b"one", "Ja") != digest(b"other", "Ja")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("amount_ore", -1),
        ("amount_ore", 1.5),
        ("amount_ore", "100"),
        ("amount_ore", 1_000_000_000_000),
        ("ground", "regret"),
        ("surprise", True),
        ("reason", ""),
    ],
)
def test_a_command_that_cannot_be_meant_is_not_read(field: str, value: object) -> None:
    whole = {"kind": "propose_claim", "ground": "unused", "amount_ore": 100, "reason": "Ubrukt"}

    assert parse_body(whole).model_dump()["amount_ore"] == 100
    with pytest.raises(ValidationError, match=field):
        parse_body(whole | {field: value})


@pytest.mark.parametrize("day", ["2027-02-29", "1999-01-01", "2100-01-01", "tomorrow"])
def test_a_day_that_cannot_be_meant_is_not_read(day: str) -> None:
    with pytest.raises(ValidationError, match="due_day"):
        parse_body({"kind": "decide_claim", "claim": 1, "due_day": day})


def test_a_command_that_nobody_knows_is_not_read() -> None:
    with pytest.raises(ValidationError, match="kind"):
        parse_body({"kind": "forgive_everything"})
